import { compareReads } from '../compare-reads.ts'
import { SAME_SQL } from '../contenders.ts'

export const oneByCode = compareReads(
  { name: 'one by code', path: '/v1/communes/09.541.01.13', answer: 'one', records: 1 },
  { name: 'P3', against: SAME_SQL, most: 1.15, budget: [20, 75] },
)
