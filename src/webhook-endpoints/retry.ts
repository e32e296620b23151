const SECOND_MS = 1_000
const HOUR_MS = 3_600_000

/** So long is one message tried; then its endpoint is paused. */
export const PATIENCE_MS = 72 * HOUR_MS
const FIRST_DELAY_MS = 5 * SECOND_MS
const LONGEST_DELAY_MS = HOUR_MS
/** A delay is longer or shorter by as much, so that many endpoints of one receiver do not come at once. */
const JITTER = 0.2
/** Longest that a receiver may ask us to wait. */
const LONGEST_ASKED_MS = 24 * HOUR_MS

/**
 * When to try again: after 5 seconds, then twice as long each time up to an hour; no earlier than the receiver asks.
 *
 * @param failures so far, this one included
 * @param failingSince instant of the first of them
 * @param chance from 0 to 1, exclusive
 * @returns undefined when three days are over
 */
export function nextAttempt(failure: {
  failures: number
  failingSince: Date
  at: Date
  retryAfter: string | null
  chance: number
}): Date | undefined {
  const { failures, failingSince, at, retryAfter, chance } = failure
  const last = failingSince.getTime() + PATIENCE_MS
  if (at.getTime() >= last) return undefined
  const delay = Math.min(FIRST_DELAY_MS * 2 ** Math.min(failures - 1, 30), LONGEST_DELAY_MS)
  const jittered = delay * (1 - JITTER + 2 * JITTER * chance)
  const asked = Math.min(askedDelay(retryAfter, at), LONGEST_ASKED_MS)
  return new Date(Math.min(at.getTime() + Math.round(Math.max(jittered, asked)), last))
}

/** Milliseconds of a `Retry-After`, seconds or a date (RFC 9110 §10.2.3); 0 for none or nonsense. */
function askedDelay(retryAfter: string | null, at: Date): number {
  if (retryAfter === null) return 0
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter) * SECOND_MS
  const until = Date.parse(retryAfter)
  return Number.isNaN(until) ? 0 : Math.max(0, until - at.getTime())
}
