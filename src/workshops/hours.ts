import type { Fault } from '../domain/errors.ts'

interface Hours {
  readonly starts_at?: string | null | undefined
  readonly ends_at?: string | null | undefined
}

export interface Timed extends Hours {
  readonly time_zone?: string | null | undefined
  readonly agenda?: readonly Hours[] | undefined
}

/** `9:05` is not an hour, `09:05` is. */
export const HOUR = '^([01]\\d|2[0-3]):[0-5]\\d$'

/** Whether the tz database knows it. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Z]\w*\//.test(name)
  } catch {
    return false
  }
}

/**
 * What is wrong with the hours of a workshop: it ends after it begins, and so does each item of its agenda, which lies
 * within it and after the one before. An hour that is not known contradicts nothing.
 */
export function hourFaults({ starts_at, ends_at, time_zone, agenda = [] }: Timed): Fault[] {
  const faults: Fault[] = []
  const refuse = (pointer: string, code: Fault['code'], limit: string) =>
    faults.push({ at: { pointer }, code, values: { limit } })
  if (time_zone && !isTimeZone(time_zone))
    faults.push({
      at: { pointer: '/time_zone' },
      code: 'wrong_format',
      values: { expected: 'Africa/Casablanca' },
    })
  const isReversed = Boolean(starts_at && ends_at && ends_at <= starts_at)
  if (isReversed) refuse('/ends_at', 'ends_before_it_begins', starts_at!)
  let before: string | null | undefined
  for (const [index, item] of agenda.entries()) {
    const at = (field: string) => `/agenda/${index}/${field}`
    if (item.starts_at && item.ends_at && item.ends_at <= item.starts_at)
      refuse(at('ends_at'), 'ends_before_it_begins', item.starts_at)
    for (const field of ['starts_at', 'ends_at'] as const) {
      const hour = item[field]
      if (!hour) continue
      // One mistake is told once.
      const isOutside = (starts_at && hour < starts_at) || (ends_at && hour > ends_at)
      if (isOutside && !isReversed)
        refuse(at(field), 'outside_hours', `${starts_at ?? '…'}–${ends_at ?? '…'}`)
      else if (field === 'starts_at' && before && hour < before)
        refuse(at(field), 'before_the_item_before', before)
    }
    before = item.ends_at ?? item.starts_at ?? before
  }
  return faults
}
