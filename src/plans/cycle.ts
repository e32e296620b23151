import { readPartialDate } from '../domain/partial-date.ts'

const YEARS = 2

/** The end of a cycle of two years, as precise as its start: from 2024 to 2025, from 2024-01 to 2025-12. */
export function endOfCycle(startsOn: string): string {
  const { day, precision } = readPartialDate(startsOn)
  const end = new Date(`${day}T00:00:00Z`)
  end.setUTCFullYear(end.getUTCFullYear() + YEARS)
  // The day before the next cycle begins is in its last year, month or day.
  end.setUTCDate(end.getUTCDate() - 1)
  return end.toISOString().slice(0, { year: 4, month: 7, day: 10 }[precision])
}
