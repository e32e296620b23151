import type { Day } from '../domain/days.ts'
import type { Fault } from '../domain/errors.ts'
import { dateColumns } from '../domain/partial-date.ts'
import { composed } from '../domain/text.ts'
import { sourcesColumn } from '../members/document-columns.ts'
import { precisionFaults, textless, textsOf } from '../plans/drafts/content.ts'
import type { SessionDocument } from './schema.ts'

/** What a document says, as the columns hold it: every key there, dates split, texts composed. */
export function sessionColumns(document: SessionDocument) {
  const given = composed(document)
  const { requested, declared_outcome, votes_published, after_the_vote } = given
  const opens = dateColumns(given.opens_on)
  return {
    kind: given.kind,
    announced_as: textsOf(given.announced_as),
    opens_on: opens.day,
    opens_precision: opens.precision,
    members_in_office: given.members_in_office ?? null,
    members_in_office_on: given.members_in_office_on ?? null,
    requested: requested ? { on: requested.on, members: requested.members ?? null } : null,
    item_on_agenda: given.item_on_agenda ?? null,
    notice_sent_on: given.notice_sent_on ?? null,
    agenda_sent_on: given.agenda_sent_on ?? null,
    declared_outcome: declared_outcome
      ? { outcome: declared_outcome.outcome, sources: sourcesColumn(declared_outcome.sources) }
      : null,
    votes_published: votes_published
      ? { on: votes_published.on, basis: votes_published.basis, url: votes_published.url ?? null }
      : null,
    after_the_vote: after_the_vote
      ? {
          closed_on: after_the_vote.closed_on ?? null,
          posted_on: after_the_vote.posted_on ?? null,
          minutes_sent_on: after_the_vote.minutes_sent_on ?? null,
          transmitted_on: after_the_vote.transmitted_on ?? null,
          received_on: after_the_vote.received_on ?? null,
          opposed_on: after_the_vote.opposed_on ?? null,
          opposition_reason: after_the_vote.opposition_reason ?? null,
          financial_effect: after_the_vote.financial_effect ?? null,
          visa: after_the_vote.visa ?? null,
        }
      : null,
    sources: sourcesColumn(given.sources),
  }
}

/** What is already certain of a session, and bounds what may be said of it. */
export interface Bounds {
  /** The first day on which the law that is loaded is in force. */
  readonly lawFrom: Day | null
  readonly today: Day
  /** Null while nothing has been decided. */
  readonly decided_on: Day | null
  /** The first and the last sitting, and the most that were counted at one of them or in a vote. */
  readonly firstSitting: Day | null
  readonly mostCounted: number
}

/** What the form of a document cannot say of it; every fault, with its pointer. */
export function sessionFaults(document: SessionDocument, bounds: Bounds): Fault[] {
  const { announced_as, opens_on, members_in_office, members_in_office_on, requested } = document
  const faults: Fault[] = []
  const fault = (pointer: string, code: Fault['code'], values: Fault['values'] = {}) =>
    faults.push({ at: { pointer }, code, values })
  if (announced_as) faults.push(...textless(announced_as, '/announced_as'))
  faults.push(...precisionFaults(opens_on, '/opens_on'))
  if (!members_in_office !== !members_in_office_on)
    fault(members_in_office ? '/members_in_office_on' : '/members_in_office', 'only_with', {
      expected: members_in_office ? 'members_in_office' : 'members_in_office_on',
    })
  const opens = dateColumns(opens_on).day
  const { lawFrom, firstSitting, mostCounted } = bounds
  if (lawFrom !== null) {
    if (opens !== null && opens < lawFrom) fault('/opens_on', 'before_the_session', { limit: lawFrom })
    if (requested && requested.on < lawFrom) fault('/requested/on', 'before_the_session', { limit: lawFrom })
  }
  if (firstSitting !== null) {
    if (opens === null) fault('/opens_on', 'day_unknown')
    else if (opens > firstSitting) fault('/opens_on', 'after_the_sitting', { limit: firstSitting })
    if (!members_in_office) fault('/members_in_office', 'members_unknown')
    else if (members_in_office < mostCounted)
      fault('/members_in_office', 'fewer_than_counted', { limit: mostCounted })
  }
  return [...faults, ...afterFaults(document, bounds)]
}

/** Nothing follows a vote before it, and what has not happened is not recorded. */
function afterFaults({ after_the_vote: after }: SessionDocument, { decided_on, today }: Bounds): Fault[] {
  if (!after) return []
  if (decided_on === null) return [{ at: { pointer: '/after_the_vote' }, code: 'not_decided' }]
  const { closed_on, posted_on, minutes_sent_on, transmitted_on, received_on, opposed_on, visa } = after
  const days: readonly (readonly [
    pointer: string,
    day: Day | null | undefined,
    since: Day | null | undefined,
  ])[] = [
    ['closed_on', closed_on, decided_on],
    ['posted_on', posted_on, decided_on],
    ['minutes_sent_on', minutes_sent_on, decided_on],
    ['transmitted_on', transmitted_on, decided_on],
    ['received_on', received_on, transmitted_on ?? decided_on],
    ['opposed_on', opposed_on, received_on ?? decided_on],
    ['visa/decided_on', visa?.decided_on, received_on ?? decided_on],
  ]
  return days.flatMap(([field, day, since]): Fault[] => {
    const at = { pointer: `/after_the_vote/${field}` }
    if (!day) return []
    if (since && day < since) return [{ at, code: 'before_the_session', values: { limit: since } }]
    return day > today ? [{ at, code: 'not_yet', values: { limit: today } }] : []
  })
}

/** What may still be edited of a session that has decided: what followed, and what is said of it elsewhere. */
const AFTERWARDS: readonly string[] = ['after_the_vote', 'declared_outcome', 'votes_published', 'sources']

/** The fields of a patch that a session which has decided no longer takes. */
export const settledFields = (touched: readonly string[]) =>
  touched.filter((field) => !AFTERWARDS.includes(field))
