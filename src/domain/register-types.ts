/** The three kinds of collectivity, in the order of the law: organic laws 111-14, 112-14 and 113-14. */
export const COLLECTIVITY_TYPES = ['region', 'provincial_council', 'commune'] as const
export type CollectivityType = (typeof COLLECTIVITY_TYPES)[number]
