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
