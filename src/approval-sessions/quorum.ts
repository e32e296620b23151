import { addDays, type Day } from '../domain/days.ts'
import { type Basis, basisOf, type Rules, ruleOf } from '../domain/law.ts'
import type { Call, SessionKind } from '../domain/session-types.ts'
import { type Holidays, type Skipped, workingDayFrom } from '../domain/working-days.ts'
import { secondCall, thirdMeeting } from '../session-calendar/session-calendar.ts'

export interface Quorum {
  /** The least number of members present at the opening with which the council deliberates validly. */
  readonly required: number
  readonly present: number
  readonly met: boolean
  readonly basis: Basis
}

/** "Whatever the number": somebody. */
const WHATEVER_THE_NUMBER = 1

/**
 * The quorum of a sitting (law 111-14 art. 45, 112-14 art. 43, 113-14 art. 42): more than half of the members in
 * office, present at the opening, at the first call and at the second; whatever the number at the third. A session of
 * right (art. 40, 38, 37) has two calls: whatever the number at the second. Those who leave later do not undo it.
 */
export function quorumOf(
  kind: SessionKind,
  call: Call,
  membersInOffice: number,
  present: number,
  rules: Rules,
): Quorum {
  const isLast = call === lastCall(kind)
  const required = isLast ? WHATEVER_THE_NUMBER : moreThan(ruleOf(rules, 'quorum').value, membersInOffice)
  const name =
    kind === 'extraordinary_of_right'
      ? 'extraordinary_session_of_right'
      : isLast
        ? 'third_meeting'
        : call === 2
          ? 'second_call'
          : 'quorum'
  return { required, present, met: present >= required, basis: basisOf(ruleOf(rules, name)) }
}

export const lastCall = (kind: SessionKind): Call => (kind === 'extraordinary_of_right' ? 2 : 3)

/** The least whole number that is more than a fraction of another: of 20, more than half is 11. */
export function moreThan(fraction: readonly number[], whole: number): number {
  const [numerator, denominator] = fraction as [number, number]
  return Math.floor((whole * numerator) / denominator) + 1
}

/** When the council meets again after a call that failed: between two days, both inclusive. */
export interface NextCall {
  readonly call: Call
  readonly from: Day
  readonly until: Day
  readonly basis: Basis
  readonly skipped: readonly Skipped[]
}

/**
 * What a failed call leads to: three to five days later a second one; after the third working day that follows, a third
 * meeting. Of a session of right: the next working day.
 */
export function nextCall(
  kind: SessionKind,
  failed: Call,
  heldOn: Day,
  rules: Rules,
  holidays: Holidays,
): NextCall | null {
  if (failed >= lastCall(kind)) return null
  if (kind === 'extraordinary_of_right') {
    const { day, skipped } = workingDayFrom(addDays(heldOn, 1), holidays)
    const basis = basisOf(ruleOf(rules, 'extraordinary_session_of_right'))
    return { call: 2, from: day, until: day, basis, skipped }
  }
  const step = failed === 1 ? secondCall(heldOn, rules) : thirdMeeting(heldOn, heldOn, rules, holidays)
  const call = failed === 1 ? 2 : 3
  return { call, from: step.from!, until: step.until!, basis: step.basis, skipped: step.skipped }
}
