import { compareReads } from '../compare-reads.ts'

/** Taroudannt has 89 communes: a full page, with a next one. */
export const registerList = compareReads({
  name: 'register list',
  path: '/v1/communes?province=09.541&limit=50',
  answer: 'list',
  records: 50,
})
