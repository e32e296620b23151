import type { loadHolidays } from '../holidays/commands.ts'
import type { loadLegalRules } from '../legal-rules/commands.ts'
import { orNull, readCsv, readSources } from './files.ts'
import { seedId } from './register.ts'

export const LAW_FILES = ['legal_rules.csv', 'holidays.csv', 'sources.csv']

export function readLegalRules(): Parameters<typeof loadLegalRules>[1] {
  const sources = readSources()
  return readCsv('legal_rules.csv').map((row) => ({
    id: seedId(`legal-rule:${row.council_type}:${row.rule}:${row.effective_from}`),
    council_type: row.council_type as never,
    rule: row.rule as never,
    value: row.value === '' ? [] : row.value!.split(' ').map(Number),
    unit: row.unit as never,
    law: row.law!,
    article: row.article!,
    effective_from: row.effective_from!,
    sources: sources(row.source!),
  }))
}

export function readHolidays(): Parameters<typeof loadHolidays>[1] {
  const sources = readSources()
  return readCsv('holidays.csv').map((row) => ({
    id: seedId(`holiday:${row.day}:${row.recurrence}`),
    holiday: {
      day: row.day!,
      recurrence: row.recurrence as 'once' | 'annual',
      until: orNull(row.until),
      name: { ar: row.name_ar!, fr: row.name_fr!, en: orNull(row.name_en) },
      sources: sources(row.source!),
    },
  }))
}
