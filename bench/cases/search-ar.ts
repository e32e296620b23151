import { compareReads } from '../compare-reads.ts'

export const searchArabic = compareReads({
  name: 'search ar',
  path: `/v1/communes?q=${encodeURIComponent('تارودانت')}`,
  answer: 'list',
  records: 1,
})
