/** Types of what is found, in the order in which they come where they match alike. */
export const SEARCH_TYPES = [
  'region',
  'provincial_council',
  'commune',
  'action_plan',
  'commitment',
  'approval_session',
  'consultation',
  'workshop',
  'output',
  'document',
] as const
export type SearchType = (typeof SEARCH_TYPES)[number]

/** How a hit matches, the best first. */
export const MATCHES = ['name', 'name_start', 'title', 'text', 'beginning', 'approximate'] as const

/** Where the record of a hit is; an output is in its workshop. */
export const PATHS: Readonly<Record<SearchType, string>> = {
  region: '/v1/regions/',
  provincial_council: '/v1/provincial-councils/',
  commune: '/v1/communes/',
  action_plan: '/v1/action-plans/',
  commitment: '/v1/commitments/',
  approval_session: '/v1/approval-sessions/',
  consultation: '/v1/consultations/',
  workshop: '/v1/workshops/',
  output: '/v1/workshops/',
  document: '/v1/documents/',
}
