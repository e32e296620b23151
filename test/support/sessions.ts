import type { DatedFacts } from '../../src/approval-sessions/deadlines.ts'
import { standingOf } from '../../src/approval-sessions/standing.ts'
import type { WarnedFacts } from '../../src/approval-sessions/warnings.ts'
import type { Sitting, Tally } from '../../src/domain/session-types.ts'
import { on } from './law.ts'

export const tally = (votes: Partial<Tally> = {}): Tally => ({
  sitting: 1,
  motion: 'adoption',
  subject: 'ordinary',
  ballot: 'public',
  for: 0,
  against: 0,
  abstentions: 0,
  president_side: null,
  ...votes,
})

export const sitting = (
  number: number,
  call: Sitting['call'],
  held_on: string,
  present_at_opening: number | null,
): Sitting => ({ number, call, held_on, present_at_opening })

/** A session of Taroudannt's council of 31 members, on the second Monday of September 2023; nothing else known. */
export const session = (facts: Partial<WarnedFacts> = {}): WarnedFacts => ({
  council: 'provincial_council',
  kind: 'ordinary',
  members_in_office: 31,
  sittings: [],
  votes: [],
  opens_on: '2023-09-11',
  opens: { day: '2023-09-11', precision: 'day' },
  requested: null,
  notice_sent_on: null,
  agenda_sent_on: null,
  after: null,
  item_on_agenda: true,
  rolls: [],
  declared_outcome: null,
  recorded_outcome: null,
  ...facts,
})

export const judged = (facts: DatedFacts) => standingOf(facts, on(facts.council))
