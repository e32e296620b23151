/** A civil day, `YYYY-MM-DD`. Days are counted without clocks or zones: a day of the calendar in Morocco is one. */
export type Day = string

const MS_A_DAY = 86_400_000

const at = (day: Day) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayOf(at(day) + days * MS_A_DAY)

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => (at(to) - at(from)) / MS_A_DAY

/** 0 is Sunday, as in JavaScript. */
export const weekdayOf = (day: Day): number => new Date(at(day)).getUTCDay()

export const firstOfMonth = (year: number, month: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`

/** The `nth` Monday of a month, from 1. */
export function mondayOf(year: number, month: number, nth: number): Day {
  const first = firstOfMonth(year, month)
  return addDays(first, ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7)
}
