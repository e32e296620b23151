import { CONSULTATION_STATUSES } from '../domain/consultation-types.ts'
import { SESSION_KINDS, SESSION_STATUSES } from '../domain/session-types.ts'
import { WORKSHOP_STATUSES } from '../workshops/lifecycle.ts'
import { WORKSHOP_KINDS } from '../workshops/words.ts'

/** Types of record that have a place in the calendar. */
export const EVENT_TYPES = ['workshop', 'consultation', 'approval_session'] as const
export const EVENT_KINDS = [...WORKSHOP_KINDS, 'public_consultation', ...SESSION_KINDS] as const
/** Some are of several types. */
export const EVENT_STATUSES = [
  ...new Set([...WORKSHOP_STATUSES, ...CONSULTATION_STATUSES, ...SESSION_STATUSES]),
]

/** What an event without a title is called in a calendar, which shows one text. */
export const KIND_NAMES: Readonly<Record<(typeof EVENT_KINDS)[number], string>> = {
  communication_meeting: 'لقاء تواصلي · Réunion de communication',
  training: 'ورشة تكوينية · Formation',
  co_creation: 'ورشة الإعداد المشترك · Atelier de co-création',
  consultation: 'ورشة استشارية · Consultation',
  public_consultation: 'تشاور عمومي · Consultation publique',
  committee: 'اجتماع اللجنة · Réunion du comité',
  ordinary: 'دورة عادية للمجلس · Session ordinaire du conseil',
  extraordinary_by_president: 'دورة استثنائية للمجلس · Session extraordinaire du conseil',
  extraordinary_by_members: 'دورة استثنائية للمجلس · Session extraordinaire du conseil',
  extraordinary_of_right: 'دورة استثنائية بحكم القانون · Session extraordinaire de droit',
}
