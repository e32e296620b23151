/** The closed words of workshops. */
export const WORKSHOP_KINDS = [
  'communication_meeting',
  'training',
  'co_creation',
  'consultation',
  'committee',
] as const
export type WorkshopKind = (typeof WORKSHOP_KINDS)[number]

export const MODES = ['in_person', 'remote', 'hybrid'] as const
export type Mode = (typeof MODES)[number]

export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening', 'whole_day'] as const
export type PartOfDay = (typeof PARTS_OF_DAY)[number]

/** Whom a workshop brings together. */
export const CATEGORIES = ['elected', 'civil_society', 'staff', 'consultative_body', 'other'] as const
export type Category = (typeof CATEGORIES)[number]

/** `unknown` where nobody wrote it down. */
export const GENDERS = ['women', 'men', 'unknown'] as const
export type Gender = (typeof GENDERS)[number]

/** What comes of a breakout group. */
export const OUTPUT_KINDS = ['problem', 'idea', 'recommendation', 'decision'] as const

export const PARTICIPANT_ROLES = ['participant', 'facilitator', 'rapporteur'] as const

export const TIME_ZONE = 'Africa/Casablanca'
