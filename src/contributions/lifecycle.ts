import { CONTRIBUTION_STATUSES, type ContributionStatus } from '../domain/consultation-types.ts'
import { DomainError, type Fault } from '../domain/errors.ts'

/** First whether it is published, then what becomes of it. */
export const CONTRIBUTION_ACTIONS = [
  'publish',
  'withhold',
  'accept',
  'merge',
  'reject',
  'reconsider',
] as const
export type ContributionAction = (typeof CONTRIBUTION_ACTIONS)[number]

const TRANSITIONS: Record<ContributionStatus, Partial<Record<ContributionAction, ContributionStatus>>> = {
  pending: { publish: 'published', withhold: 'withheld' },
  withheld: { publish: 'published' },
  published: { withhold: 'withheld', accept: 'accepted', merge: 'merged', reject: 'rejected' },
  accepted: { withhold: 'withheld', reconsider: 'published' },
  merged: { withhold: 'withheld', reconsider: 'published' },
  rejected: { withhold: 'withheld', reconsider: 'published' },
}

/** Statuses in which nobody but those who moderate knows of it. */
export const HIDDEN = ['pending', 'withheld'] as const satisfies readonly ContributionStatus[]

/**
 * The status that `action` leads to.
 *
 * @throws {DomainError} `wrong_state` with the statuses that allow it
 */
export function statusAfter(state: ContributionStatus, action: ContributionAction): ContributionStatus {
  const next = TRANSITIONS[state][action]
  if (next !== undefined) return next
  const allowed = CONTRIBUTION_STATUSES.filter((from) => TRANSITIONS[from][action] !== undefined)
  throw new DomainError('wrong_state', { values: { action, state, allowed: allowed.join(', ') } })
}

interface Asked {
  readonly action: ContributionAction
  readonly reason?: string | null | undefined
  readonly commitment?: string | null | undefined
  readonly merged_into?: string | null | undefined
}

const ANSWERS: readonly ContributionAction[] = ['withhold', 'accept', 'merge', 'reject']

/** What a step must say, and what it must not. */
export function stepFaults({ action, reason, commitment, merged_into }: Asked): Fault[] {
  const missing = (field: string, value: unknown): Fault[] =>
    value ? [] : [{ at: { pointer: `/${field}` }, code: 'required' }]
  const surplus = (field: string, value: unknown, expected: string): Fault[] =>
    value
      ? [{ at: { pointer: `/${field}` }, code: 'only_with', values: { expected: `action=${expected}` } }]
      : []
  return [
    ...(ANSWERS.includes(action) ? missing('reason', reason) : []),
    ...(action === 'accept'
      ? missing('commitment', commitment)
      : surplus('commitment', commitment, 'accept')),
    ...(action === 'merge'
      ? missing('merged_into', merged_into)
      : surplus('merged_into', merged_into, 'merge')),
  ]
}
