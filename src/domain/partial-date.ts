export const PRECISIONS = ['day', 'month', 'year'] as const
export type Precision = (typeof PRECISIONS)[number]

/** The first day of the period that `text` (`2024`, `2024-12` or `2024-12-31`) names, and how precise it is. */
export function readPartialDate(text: string): { day: string; precision: Precision } {
  if (/^\d{4}$/.test(text)) return { day: `${text}-01-01`, precision: 'year' }
  if (/^\d{4}-\d{2}$/.test(text)) return { day: `${text}-01`, precision: 'month' }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { day: text, precision: 'day' }
  throw new RangeError(`not a partial date: ${text}`)
}

/** The last day of the period that a partial date names. */
export function lastDay({ day, precision }: { day: string; precision: Precision }): string {
  if (precision === 'day') return day
  const [year, month] = [Number(day.slice(0, 4)), precision === 'year' ? 12 : Number(day.slice(5, 7))]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Whether the text is a year, a month or a day that exists, from 1900 to 2199. */
export function isPartialDate(text: string): boolean {
  const parts = /^((?:19|20|21)\d{2})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (parts === null) return false
  const [, year, month = '01', day = '01'] = parts
  return exists(Number(year), Number(month), Number(day))
}

/** Whether the calendar has that day; a month or a day too many would be one of the next. */
function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Of a date whose form is right but not its year, the bound that it passes. */
export function yearBeyond(text: string) {
  if (isPartialDate(text) || !/^\d{4}/.test(text) || !isPartialDate(`2000${text.slice(4)}`)) return undefined
  return text < '1900'
    ? ({ code: 'too_small', values: { limit: 1900 } } as const)
    : ({ code: 'too_large', values: { limit: 2199 } } as const)
}

/** The columns that hold a partial date: the first day of its period, and its precision. */
export function dateColumns(date: { value: string } | null | undefined): {
  day: string | null
  precision: Precision | null
} {
  return date ? readPartialDate(date.value) : { day: null, precision: null }
}

/** Whether the text is a day of the calendar, `YYYY-MM-DD`, from the year 1 on: what PostgreSQL takes as one. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null || parts[1] === '0000') return false
  return exists(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** Whether the text is an instant of RFC 3339 from the year 1 on, with an offset that is used somewhere on Earth. */
export function isInstant(text: string): boolean {
  const parts =
    /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.exec(text)
  return parts !== null && isDay(parts[1]!)
}
