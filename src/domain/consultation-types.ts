/** Where a consultation stands. */
export const CONSULTATION_STATUSES = ['announced', 'open', 'closed', 'cancelled'] as const
export type ConsultationStatus = (typeof CONSULTATION_STATUSES)[number]

/** The ways in which contributions come. */
export const CHANNELS = [
  'in_person',
  'online_form',
  'email',
  'post',
  'phone',
  'social_media',
  'other',
] as const
export type Channel = (typeof CHANNELS)[number]

/** Where a contribution stands; the first two are nobody's business but those who moderate. */
export const CONTRIBUTION_STATUSES = [
  'pending',
  'withheld',
  'published',
  'accepted',
  'merged',
  'rejected',
] as const
export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number]

/** Languages of a contribution. */
export const CONTRIBUTION_LANGUAGES = ['ar', 'fr', 'zgh', 'en'] as const
export type ContributionLanguage = (typeof CONTRIBUTION_LANGUAGES)[number]
