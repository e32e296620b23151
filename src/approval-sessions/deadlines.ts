import { addDays, type Day } from '../domain/days.ts'
import { type Basis, basisOf, type Rule, type RuleName, type Rules, ruleOf } from '../domain/law.ts'
import type { SessionFacts, Subject } from '../domain/session-types.ts'
import type { Holidays, Skipped } from '../domain/working-days.ts'
import { dueAfter } from '../session-calendar/session-calendar.ts'
import { moreThan, nextCall } from './quorum.ts'
import type { Standing } from './standing.ts'

export const DEADLINE_STEPS = [
  'extraordinary_session',
  'agenda_to_governor',
  'notice_to_members',
  'second_call',
  'third_meeting',
  'copies_to_governor',
  'posting',
  'minutes_to_members',
  'opposition',
  'visa',
] as const
export const DEADLINE_STATES = ['due', 'done', 'late'] as const

export interface Deadline {
  readonly step: (typeof DEADLINE_STEPS)[number]
  /** The last day, inclusive. */
  readonly due_on: Day
  readonly done_on: Day | null
  readonly state: (typeof DEADLINE_STATES)[number]
  readonly basis: Basis
  readonly skipped: readonly Skipped[]
}

/** What happened after the vote; null where it has not, or is not known. */
export interface AfterTheVote {
  readonly closed_on: Day | null
  readonly posted_on: Day | null
  readonly minutes_sent_on: Day | null
  readonly transmitted_on: Day | null
  /** The day on which the wali or governor received the decision. */
  readonly received_on: Day | null
  readonly opposed_on: Day | null
  /** Null when it is not known whether the decision has a financial effect. */
  readonly financial_effect: boolean | null
  readonly visa: { readonly decision: 'granted' | 'refused'; readonly decided_on: Day } | null
}

export interface DatedFacts extends SessionFacts {
  /** The opening day; null while it is not known to the day. */
  readonly opens_on: Day | null
  readonly requested: { readonly on: Day; readonly members: number | null } | null
  readonly notice_sent_on: Day | null
  readonly agenda_sent_on: Day | null
  readonly after: AfterTheVote | null
}

/** A term before it is known whether it was kept. */
type Term = Omit<Deadline, 'state'>

/** Every term that the law sets for a session, as far as its days are known, and how it stands at the end of `asOf`. */
export function deadlinesOf(
  facts: DatedFacts,
  standing: Standing,
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
  asOf: Day,
): Deadline[] {
  return [
    ...termsBefore(facts, rulesOn),
    ...termsOfCalls(facts, standing, rulesOn, holidays),
    ...termsAfter(facts, standing, rulesOn, holidays, asOf),
  ].map((term) => ({ ...term, state: stateOf(term, asOf) }))
}

function stateOf({ due_on, done_on }: Term, asOf: Day): Deadline['state'] {
  if (done_on !== null && done_on <= asOf) return done_on <= due_on ? 'done' : 'late'
  return asOf <= due_on ? 'due' : 'late'
}

/** Art. 38, 36 and 35 (notice), 41, 39 and 38 (agenda), 39, 37 and 36 (asked by members), 40, 38 and 37 (of right). */
function termsBefore(facts: DatedFacts, rulesOn: (day: Day) => Rules): Term[] {
  const { kind, opens_on, requested } = facts
  const terms: Term[] = []
  if (requested !== null && isOwed(facts)) {
    const name =
      kind === 'extraordinary_of_right' ? 'extraordinary_session_of_right' : 'extraordinary_session_request'
    const rule = ruleOf(rulesOn(requested.on), name)
    terms.push(term('extraordinary_session', addDays(requested.on, rule.value[0]!), opens_on, rule))
  }
  if (opens_on === null) return terms
  const before = (step: Deadline['step'], name: RuleName, done: Day | null) => {
    const rule = ruleOf(rulesOn(opens_on), name)
    terms.push(term(step, addDays(opens_on, -rule.value[0]!), done, rule))
  }
  if (kind !== 'extraordinary_of_right')
    before('agenda_to_governor', 'agenda_to_governor', facts.agenda_sent_on)
  before('notice_to_members', noticeRule(kind), facts.notice_sent_on)
  return terms
}

export const noticeRule = (kind: SessionFacts['kind']): RuleName =>
  kind === 'extraordinary_of_right' ? 'extraordinary_session_of_right_notice' : 'notice_to_members'

/** Whether a session has to be held once it is asked for: by the wali or governor, or by an absolute majority. */
function isOwed({ kind, requested, members_in_office }: DatedFacts): boolean {
  if (kind === 'extraordinary_of_right') return true
  if (kind !== 'extraordinary_by_members' || members_in_office === null) return false
  return (requested?.members ?? 0) >= moreThan([1, 2], members_in_office)
}

function termsOfCalls(
  { kind }: DatedFacts,
  { sittings }: Standing,
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
): Term[] {
  return sittings.flatMap(({ call, held_on, quorum }) => {
    if (call === null || quorum === null || quorum.met) return []
    const next = nextCall(kind, call, held_on, rulesOn(held_on), holidays)
    if (next === null) return []
    const done_on = sittings.find((sitting) => sitting.call === next.call)?.held_on ?? null
    const step = next.call === 2 ? 'second_call' : 'third_meeting'
    return [{ step, due_on: next.until, done_on, basis: next.basis, skipped: next.skipped } as const]
  })
}

/**
 * Once the council has decided: copies to the wali or governor (art. 113, 107, 116), posting and the minutes for each
 * member (art. 247, 217, 273), the term for an opposition (art. 114, 108, 117) and for a visa (art. 115, 109, 118). A
 * term that the authority lets pass is done on the day it ends: nobody opposes any more, and silence approves.
 */
function termsAfter(
  facts: DatedFacts,
  { outcome, sittings }: Standing,
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
  asOf: Day,
): Term[] {
  const last = sittings.at(-1)?.held_on
  if (outcome === null || last === undefined) return []
  const { after } = facts
  const from = after?.closed_on ?? last
  const rules = rulesOn(from)
  const due = (step: Deadline['step'] & RuleName, start: Day, done: (until: Day) => Day | null): Term => {
    const rule = ruleOf(rules, step)
    const { day, skipped } = dueAfter(start, rule, holidays)
    return { ...term(step, day, done(day), rule), skipped }
  }
  const terms = [
    due('copies_to_governor', from, () => after?.transmitted_on ?? null),
    due('posting', from, () => after?.posted_on ?? null),
    due('minutes_to_members', from, () => after?.minutes_sent_on ?? null),
  ]
  const received = after?.received_on
  if (!received) return terms
  const passed = (until: Day) => (until < asOf ? until : null)
  terms.push(due('opposition', received, (until) => after.opposed_on ?? passed(until)))
  if (needsVisa(facts, after))
    terms.push(due('visa', received, (until) => after.visa?.decided_on ?? passed(until)))
  return terms
}

const term = (step: Deadline['step'], due_on: Day, done_on: Day | null, rule: Rule): Term => ({
  step,
  due_on,
  done_on,
  basis: basisOf(rule),
  skipped: [],
})

/** Subjects whose decisions take a visa whatever their effect (art. 115, 109, 118). */
const WITH_VISA: readonly Subject[] = ['development_programme', 'spatial_plan', 'development_company']

/** Whether the decision takes a visa; null when that is not known. */
function needsVisa({ council, votes }: SessionFacts, { financial_effect }: AfterTheVote): boolean | null {
  const subjects = votes.map(({ subject }) => subject)
  const isListed = subjects.some(
    (subject) => WITH_VISA.includes(subject) || (subject === 'public_services' && council === 'commune'),
  )
  return isListed || financial_effect
}

/**
 * The first day on which the decision may be carried out: once the term for an opposition has run out, and, where it
 * takes a visa, once it has one or silence stands for one. Null when it is opposed, refused or not adopted, and while
 * it is not known when it was received or whether it takes a visa.
 */
export function enforceableOn(
  facts: DatedFacts,
  { outcome, sittings }: Standing,
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
): Day | null {
  const { after } = facts
  if (outcome !== 'adopted' || !after?.received_on || after.opposed_on !== null) return null
  const takesVisa = needsVisa(facts, after)
  if (takesVisa === null || (takesVisa && after.visa?.decision === 'refused')) return null
  const rules = rulesOn(after.closed_on ?? sittings.at(-1)!.held_on)
  const endOf = (name: RuleName) => dueAfter(after.received_on!, ruleOf(rules, name), holidays).day
  const unopposed = addDays(endOf('opposition'), 1)
  if (!takesVisa) return unopposed
  const approved = after.visa === null ? addDays(endOf('visa'), 1) : after.visa.decided_on
  return approved > unopposed ? approved : unopposed
}
