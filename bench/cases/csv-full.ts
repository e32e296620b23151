import { compareReads } from '../compare-reads.ts'

export const csvFull = compareReads({
  name: 'csv full',
  path: '/v1/communes?format=csv',
  answer: 'csv',
  records: 1_503,
  // An export holds a database connection as long as it lasts.
  connections: 4,
})
