export const PRECISIONS = ['day', 'month', 'year'] as const
export type Precision = (typeof PRECISIONS)[number]

/** The first day of the period that `text` (`2024`, `2024-12` or `2024-12-31`) names, and how precise it is. */
export function readPartialDate(text: string): { day: string; precision: Precision } {
  if (/^\d{4}$/.test(text)) return { day: `${text}-01-01`, precision: 'year' }
  if (/^\d{4}-\d{2}$/.test(text)) return { day: `${text}-01`, precision: 'month' }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { day: text, precision: 'day' }
  throw new RangeError(`not a partial date: ${text}`)
}
