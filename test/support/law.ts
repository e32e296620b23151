import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type Rules, type RuleVersion, rulesInForce } from '../../src/domain/law.ts'
import type { Holiday } from '../../src/domain/working-days.ts'

const file = new URL('../../data/legal_rules.csv', import.meta.url)
const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[]

/** The law as it is loaded, of one type of council. */
export const versionsOf = (type: string) =>
  rows
    .filter((row) => row.council_type === type)
    .map((row) => ({
      ...row,
      value: row.value === '' ? [] : row.value!.split(' ').map(Number),
      effective_until: null,
    })) as unknown as RuleVersion[]
export const rulesOf = (type: string): Rules => rulesInForce(versionsOf(type), '2023-01-01')
export const on = (type: string) => {
  const versions = versionsOf(type)
  return (day: string) => rulesInForce(versions, day)
}

const holiday = (day: string): Holiday => ({ id: day, day, name: { ar: 'عيد', fr: 'fête', en: null } })
export const holidays = (...days: string[]) => new Map(days.map((day) => [day, holiday(day)]))
export const NONE = holidays()
