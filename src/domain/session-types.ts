import type { Day } from './days.ts'
import type { CollectivityType } from './register-types.ts'

/** How a session comes about: three ordinary ones a year, or an extraordinary one that somebody asked for. */
export const SESSION_KINDS = [
  'ordinary',
  'extraordinary_by_president',
  'extraordinary_by_members',
  'extraordinary_of_right',
] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

export const SESSION_STATUSES = ['announced', 'convened', 'quorum_failed', 'closed', 'cancelled'] as const
export type SessionStatus = (typeof SESSION_STATUSES)[number]

/** What a vote is on: anything, or one of the subjects that the laws except from the majority of votes cast. */
export const SUBJECTS = [
  'ordinary',
  'development_programme',
  'spatial_plan',
  'development_company',
  'public_services',
  'public_private_partnership',
  'shared_or_transferred_powers',
] as const
export type Subject = (typeof SUBJECTS)[number]

/** What is put to the vote: the draft, or to put it off. */
export const MOTIONS = ['adoption', 'deferral'] as const
export type Motion = (typeof MOTIONS)[number]

export const OUTCOMES = ['adopted', 'rejected', 'deferred'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const BALLOTS = ['public', 'secret'] as const
export const SIDES = ['for', 'against', 'abstention'] as const
export type Side = (typeof SIDES)[number]

export type Call = 1 | 2 | 3

/** A meeting of a session. */
export interface Sitting {
  readonly number: number
  /** Which call it answered; null for a further sitting of a session that has opened. */
  readonly call: Call | null
  readonly held_on: Day
  readonly present_at_opening: number | null
}

/** A vote, as it was counted. */
export interface Tally {
  /** Number of the sitting in which it was held. */
  readonly sitting: number
  readonly motion: Motion
  readonly subject: Subject
  readonly ballot: (typeof BALLOTS)[number]
  readonly for: number
  readonly against: number
  readonly abstentions: number
  /** Null when the president was absent, abstained, or it is not known. */
  readonly president_side: 'for' | 'against' | null
}

/** What decides a session: nothing of it is computed. */
export interface SessionFacts {
  readonly council: CollectivityType
  readonly kind: SessionKind
  readonly members_in_office: number | null
  readonly sittings: readonly Sitting[]
  /** In the order of their sittings. */
  readonly votes: readonly Tally[]
}
