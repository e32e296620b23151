import { DomainError } from '../domain/errors.ts'

export const MEMBER_STATUSES = ['candidate', 'active', 'suspended', 'withdrawn'] as const
export type MemberStatus = (typeof MEMBER_STATUSES)[number]
export const MEMBER_ACTIONS = ['admit', 'suspend', 'reinstate', 'withdraw'] as const
export type MemberAction = (typeof MEMBER_ACTIONS)[number]

/** The whole life of an episode of membership. A status with no row is final: who comes back begins a new episode. */
const TRANSITIONS: Partial<Record<MemberStatus, Partial<Record<MemberAction, MemberStatus>>>> = {
  candidate: { admit: 'active', withdraw: 'withdrawn' },
  active: { suspend: 'suspended', withdraw: 'withdrawn' },
  suspended: { reinstate: 'active', withdraw: 'withdrawn' },
}

/** Actions open from a status. */
export function openActions(status: MemberStatus): MemberAction[] {
  return Object.keys(TRANSITIONS[status] ?? {}) as MemberAction[]
}

/**
 * The status that `action` leads to.
 *
 * @throws {DomainError} `wrong_state` with the statuses that allow it
 */
export function nextStatus(status: MemberStatus, action: MemberAction): MemberStatus {
  const next = TRANSITIONS[status]?.[action]
  if (next !== undefined) return next
  const allowed = MEMBER_STATUSES.filter((from) => openActions(from).includes(action)).join(', ')
  throw new DomainError('wrong_state', { values: { action, state: status, allowed } })
}
