import { compareReads } from '../compare-reads.ts'

export const oneByCode = compareReads({
  name: 'one by code',
  path: '/v1/communes/09.541.01.13',
  answer: 'one',
  records: 1,
})
