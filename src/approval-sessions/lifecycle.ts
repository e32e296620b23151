import type { Day } from '../domain/days.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import {
  type Call,
  type Outcome,
  SESSION_STATUSES,
  type SessionFacts,
  type SessionStatus,
  type Sitting,
  type Tally,
} from '../domain/session-types.ts'
import { lastCall } from './quorum.ts'
import type { Standing } from './standing.ts'

export const ACTIONS = ['convene', 'cancel'] as const
export type SessionAction = (typeof ACTIONS)[number]
export const LEADS_TO = { convene: 'convened', cancel: 'cancelled' } as const satisfies Record<
  SessionAction,
  SessionStatus
>

/** What may be done to a session in each status. Sittings and the vote do the rest. */
const OPEN_TO: Readonly<Record<SessionAction | 'edit' | 'record_sitting', readonly SessionStatus[]>> = {
  convene: ['announced'],
  cancel: ['announced', 'convened', 'quorum_failed'],
  edit: ['announced', 'convened', 'quorum_failed'],
  record_sitting: ['announced', 'convened', 'quorum_failed'],
}

/** @throws {DomainError} `wrong_state` with the statuses that allow it */
export function requireStatus(status: SessionStatus, action: keyof typeof OPEN_TO): void {
  const allowed = SESSION_STATUSES.filter((one) => OPEN_TO[action].includes(one))
  if (!allowed.includes(status))
    throw new DomainError('wrong_state', { values: { action, state: status, allowed: allowed.join(', ') } })
}

/** The call that comes now; null once the council has opened, and after its last call. */
export function expectedCall({ kind, sittings }: SessionFacts, { opened }: Standing): Call | null {
  const called = sittings.at(-1)?.call ?? 0
  return opened || called >= lastCall(kind) ? null : ((called + 1) as Call)
}

/** What cannot be true of a sitting, or comes before its time. */
export function sittingFaults(
  facts: SessionFacts & { opens: { day: Day } | null },
  standing: Standing,
  { call, held_on, present_at_opening }: Omit<Sitting, 'number'>,
  today: Day,
): Fault[] {
  const faults: Fault[] = []
  const fault = (pointer: string, code: Fault['code'], values: Fault['values'] = {}) =>
    faults.push({ at: { pointer }, code, values })
  const { members_in_office: inOffice, opens, sittings } = facts
  if (inOffice === null) fault('/present_at_opening', 'members_unknown')
  else if (present_at_opening !== null && present_at_opening > inOffice)
    fault('/present_at_opening', 'more_than_members', { limit: inOffice })
  if (opens === null) fault('/held_on', 'day_unknown')
  const expected = expectedCall(facts, standing)
  if (call !== expected)
    fault('/call', 'call_out_of_turn', { expected: expected === null ? 'null' : `call ${expected}` })
  const last = sittings.at(-1)?.held_on
  if (opens !== null && held_on < opens.day) fault('/held_on', 'before_the_session', { limit: opens.day })
  else if (last !== undefined && (call === null ? held_on < last : held_on <= last))
    fault('/held_on', 'before_the_session', { limit: last })
  if (held_on > today) fault('/held_on', 'not_yet', { limit: today })
  return faults
}

/** What cannot be true of a vote, or comes before its time. */
export function voteFaults(
  { members_in_office: inOffice, sittings }: SessionFacts,
  { opened }: Standing,
  vote: Tally,
  voters: readonly string[],
  isBound: boolean,
): Fault[] {
  const faults: Fault[] = []
  const fault = (pointer: string, code: Fault['code'], values: Fault['values'] = {}) =>
    faults.push({ at: { pointer }, code, values })
  if (!isBound) fault('', 'no_frozen_draft')
  const sitting = sittings.find(({ number }) => number === vote.sitting)
  if (sitting === undefined) fault('/sitting', 'no_sitting', { value: vote.sitting })
  else if (!opened) fault('/sitting', 'no_quorum')
  if (inOffice !== null) {
    if (vote.for + vote.against + vote.abstentions > inOffice)
      fault('', 'more_than_members', { limit: inOffice })
    if (voters.length > inOffice) fault('/roll/voters', 'more_than_members', { limit: inOffice })
  }
  if (vote.ballot === 'secret' && voters.length > 0) fault('/roll', 'secret_ballot')
  for (const [index, name] of voters.entries())
    if (voters.indexOf(name) < index) fault(`/roll/voters/${index}/name`, 'name_twice')
  return faults
}

/** @throws {DomainError} `wrong_state` when a correction would take back an outcome that has moved the plan */
export function requireSameOutcome(before: Outcome | null, after: Outcome | null): void {
  if (before !== null && before !== after)
    throw new DomainError('wrong_state', {
      values: { action: 'vote', state: 'closed', allowed: 'convened' },
      faults: [{ at: { pointer: '' }, code: 'decided', values: { value: before } }],
    })
}
