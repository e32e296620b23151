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

export const CHANGES = ['created', 'updated', 'deleted'] as const
