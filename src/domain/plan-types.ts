/** Where a plan stands, in the order of its life (contract.md §3). */
export const PLAN_STATUSES = [
  'drafting',
  'consulting',
  'validated',
  'scheduled',
  'adopted',
  'rejected',
  'implementing',
  'evaluated',
  'closed',
  'withdrawn',
] as const
export type PlanStatus = (typeof PLAN_STATUSES)[number]

/** What moves a plan, or is told of it: what somebody asks for, what a consultation does, what a vote decides. */
export const PLAN_TRANSITIONS = [
  'open_consultation',
  'close_consultation',
  'publish_draft',
  'validate',
  'reopen',
  'schedule',
  'unschedule',
  'adopt',
  'reject',
  'defer',
  'redraft',
  'withdraw',
  'start_implementation',
  'evaluate',
  'close',
] as const
export type PlanTransitionAction = (typeof PLAN_TRANSITIONS)[number]

/** The five principles of the network. */
export const PRINCIPLES = [
  'transparency',
  'accountability',
  'access_to_information',
  'citizen_participation',
  'digitalisation',
] as const
export type Principle = (typeof PRINCIPLES)[number]
