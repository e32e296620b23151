import { COLLECTIVITY_TYPES } from './register-types.ts'

/** The kinds of record whose changes are told to everybody. A new kind is added here, and nowhere else. */
export const RECORD_TYPES = [
  ...COLLECTIVITY_TYPES,
  'member',
  'network',
  'legal_rule',
  'holiday',
  'document',
  'action_plan',
  'draft',
  'workshop',
  'consultation',
  'approval_session',
  'contribution',
  'progress_report',
  'assessment',
] as const
export type RecordType = (typeof RECORD_TYPES)[number]

/** Those that a collectivity's own editors keep, and its words are known by. */
export const KEPT_TYPES = [
  'member',
  'action_plan',
  'workshop',
  'consultation',
  'approval_session',
  'progress_report',
] as const satisfies readonly RecordType[]

export const CHANGES = ['created', 'updated', 'deleted'] as const
