import { compareReads } from '../compare-reads.ts'

export const registerListCouncils = compareReads({
  name: 'register list councils',
  path: '/v1/provincial-councils?region=09',
  answer: 'list',
  records: 6,
})
