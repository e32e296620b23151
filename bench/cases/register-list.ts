import { compareReads } from '../compare-reads.ts'
import { PLAIN_ROWS } from '../contenders.ts'

/** Taroudannt has 89 communes: a full page, with a next one. */
export const registerList = compareReads(
  { name: 'register list', path: '/v1/communes?province=09.541&limit=50', answer: 'list', records: 50 },
  { name: 'P4', against: PLAIN_ROWS, most: 0.8, budget: [25, 90] },
)
