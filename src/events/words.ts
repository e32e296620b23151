import { CONSULTATION_STATUSES } from '../domain/consultation-types.ts'
import { WORKSHOP_STATUSES } from '../workshops/lifecycle.ts'
import { WORKSHOP_KINDS } from '../workshops/words.ts'

/** Types of record that have a place in the calendar. */
export const EVENT_TYPES = ['workshop', 'consultation'] as const
export const EVENT_KINDS = [...WORKSHOP_KINDS, 'public_consultation'] as const
/** Both kinds have a `cancelled`. */
export const EVENT_STATUSES = [
  ...WORKSHOP_STATUSES,
  ...CONSULTATION_STATUSES.filter((status) => status !== 'cancelled'),
] as const

/** What an event without a title is called in a calendar, which shows one text. */
export const KIND_NAMES: Readonly<Record<(typeof EVENT_KINDS)[number], string>> = {
  communication_meeting: 'لقاء تواصلي · Réunion de communication',
  training: 'ورشة تكوينية · Formation',
  co_creation: 'ورشة الإعداد المشترك · Atelier de co-création',
  consultation: 'ورشة استشارية · Consultation',
  public_consultation: 'تشاور عمومي · Consultation publique',
  committee: 'اجتماع اللجنة · Réunion du comité',
}
