import type { Day } from '../domain/days.ts'
import { type Basis, basisOf, type RuleName, type Rules, ruleOf } from '../domain/law.ts'
import type { MessageValues } from '../domain/messages.ts'
import type { WarningCode } from '../domain/session-messages.ts'
import type { Outcome } from '../domain/session-types.ts'
import type { Holidays } from '../domain/working-days.ts'
import { isWithin, sessionCalendar } from '../session-calendar/session-calendar.ts'
import { type DatedFacts, type Deadline, deadlinesOf } from './deadlines.ts'
import { nextCall } from './quorum.ts'
import type { Standing } from './standing.ts'

/** What does not fit the law, or itself. Never a refusal: what was done was done. */
export interface Warning {
  readonly code: WarningCode
  /** JSON pointer to the fact in the session. */
  readonly pointer: string
  readonly values: MessageValues
  readonly basis: Basis | null
}

export interface WarnedFacts extends DatedFacts {
  /** The first day of the period in which it opens, and how precisely that is known. */
  readonly opens: { readonly day: Day; readonly precision: 'day' | 'month' | 'year' } | null
  readonly item_on_agenda: boolean | null
  /** How many voters a roll names on each side, by the number of its sitting. */
  readonly rolls: readonly { sitting: number; for: number; against: number; abstention: number }[]
  readonly declared_outcome: Outcome | null
  /** The outcome that was acted on when the vote was recorded. */
  readonly recorded_outcome: Outcome | null
}

type Warn = (code: WarningCode, pointer: string, rule: RuleName | null, values?: MessageValues) => Warning

/** Everything about a session that does not fit, each with the rule that it does not fit. */
export function warningsOf(
  facts: WarnedFacts,
  standing: Standing,
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
): Warning[] {
  const day = standing.sittings[0]?.held_on ?? facts.opens?.day ?? facts.requested?.on
  const rules = day === undefined ? {} : rulesOn(day)
  const warn: Warn = (code, pointer, rule, values = {}) => ({
    code,
    pointer,
    values,
    basis: rule === null || rules[rule] === undefined ? null : basisOf(ruleOf(rules, rule)),
  })
  return [
    ...opening(facts, rulesOn, holidays, warn),
    ...lateBefore(facts, standing, rulesOn, holidays),
    ...agenda(facts, warn),
    ...calls(facts, standing, rulesOn, holidays),
    ...votes(facts, standing, warn),
    ...outcomes(facts, standing, warn),
  ]
}

/** An ordinary session in a month, or on a day, that is not one of an ordinary session (art. 36, 34, 33). */
function opening(
  { kind, opens }: WarnedFacts,
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
  warn: Warn,
): Warning[] {
  if (kind !== 'ordinary' || opens === null || opens.precision === 'year') return []
  const months = rulesOn(opens.day).ordinary_session_months
  if (months === undefined) return []
  const month = Number(opens.day.slice(5, 7))
  if (!months.value.includes(month))
    return [
      warn('session_month', '/opens_on', 'ordinary_session_months', {
        month,
        months: months.value.join(', '),
      }),
    ]
  if (opens.precision !== 'day') return []
  const session = sessionCalendar(Number(opens.day.slice(0, 4)), rulesOn, holidays).find(
    (one) => one.month === month,
  )
  if (session === undefined || isWithin(opens.day, session.opening)) return []
  const { from, until } = session.opening
  return [warn('session_day', '/opens_on', 'ordinary_session_opening', { from, until })]
}

/** What was to be done before the session and was done too late. */
const BEFORE: Partial<Record<Deadline['step'], readonly [WarningCode, string]>> = {
  notice_to_members: ['notice_too_short', '/notice_sent_on'],
  agenda_to_governor: ['agenda_too_late', '/agenda_sent_on'],
  extraordinary_session: ['held_too_late', '/opens_on'],
}

function lateBefore(
  facts: WarnedFacts,
  standing: Standing,
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
): Warning[] {
  return deadlinesOf(facts, standing, rulesOn, holidays, '9999-12-31').flatMap(
    ({ step, due_on, done_on, basis }) => {
      const [code, pointer] = BEFORE[step] ?? []
      if (code === undefined || done_on === null || done_on <= due_on) return []
      return [{ code, pointer: pointer!, values: { limit: due_on }, basis }]
    },
  )
}

/** The council deliberates on nothing that is not on its agenda (art. 44, 42, 41). */
const agenda = ({ item_on_agenda }: WarnedFacts, warn: Warn) =>
  item_on_agenda === false ? [warn('not_on_agenda', '/item_on_agenda', 'item_on_agenda_only')] : []

/** A call outside the days that the law gives it. */
function calls(
  { kind }: WarnedFacts,
  { sittings }: Standing,
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
): Warning[] {
  return sittings.flatMap(({ call, held_on }, index) => {
    const before = sittings[index - 1]
    if (call === null || before?.call == null) return []
    const due = nextCall(kind, before.call, before.held_on, rulesOn(before.held_on), holidays)
    if (due === null || isWithin(held_on, due)) return []
    const values = { from: due.from, until: due.until }
    return [{ code: 'call_outside_window', pointer: `/sittings/${index}/held_on`, values, basis: due.basis }]
  })
}

function votes({ rolls }: WarnedFacts, { votes, sittings }: Standing, warn: Warn): Warning[] {
  return votes.flatMap((vote, index) => {
    const at = index === votes.length - 1 ? '/vote' : `/earlier_votes/${index}`
    const found: Warning[] = []
    const cast = vote.for + vote.against + vote.abstentions
    const present = sittings.find(({ number }) => number === vote.sitting)?.present_at_opening
    if (present != null && cast > present)
      found.push(warn('more_votes_than_present', at, 'quorum', { cast, present }))
    if (vote.ballot === 'secret') found.push(warn('secret_vote', `${at}/ballot`, 'public_vote'))
    if (
      vote.for === vote.against &&
      vote.for > 0 &&
      vote.majority.rule === 'votes_cast' &&
      !vote.president_side
    )
      found.push(warn('tie_unbroken', `${at}/president_side`, 'tie_break'))
    const roll = rolls.find(({ sitting }) => sitting === vote.sitting)
    const agrees =
      roll === undefined ||
      (roll.for === vote.for && roll.against === vote.against && roll.abstention === vote.abstentions)
    if (!agrees)
      found.push(
        warn('roll_against_tally', at, 'tie_break', {
          roll: `${roll.for}/${roll.against}/${roll.abstention}`,
          tally: `${vote.for}/${vote.against}/${vote.abstentions}`,
        }),
      )
    return found
  })
}

/** What a source declares, and what was acted on, against what the votes come to. */
function outcomes(
  { declared_outcome, recorded_outcome }: WarnedFacts,
  { outcome, votes }: Standing,
  warn: Warn,
) {
  const rule = votes.at(-1)?.majority.rule === 'members_in_office' ? 'members_in_office' : 'votes_cast'
  const differs = (code: WarningCode, pointer: string, other: Outcome | null) =>
    other === null || outcome === null || other === outcome
      ? []
      : [warn(code, pointer, `majority_of_${rule}`, { other, outcome })]
  return [
    ...differs('declared_outcome_differs', '/declared_outcome', declared_outcome),
    ...differs('outcome_against_rule', '/outcome', recorded_outcome),
  ]
}
