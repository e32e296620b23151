import { compareReads } from '../compare-reads.ts'

/** A text that never changes: what the hooks, the headers and the log cost an answer that needs no database. */
export const constant = compareReads({
  name: 'constant',
  path: '/v1/licences',
  answer: 'constant',
  records: 1,
})
