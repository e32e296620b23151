import { DomainError } from '../domain/errors.ts'

export const WORKSHOP_STATUSES = ['planned', 'held', 'cancelled'] as const
export type WorkshopStatus = (typeof WORKSHOP_STATUSES)[number]
export const WORKSHOP_ACTIONS = ['hold', 'cancel', 'reinstate'] as const
export type WorkshopAction = (typeof WORKSHOP_ACTIONS)[number]

/** The whole life of a workshop. What was held is a fact and stays one; what was cancelled stays there, with its reason. */
const TRANSITIONS: Partial<Record<WorkshopStatus, Partial<Record<WorkshopAction, WorkshopStatus>>>> = {
  planned: { hold: 'held', cancel: 'cancelled' },
  cancelled: { reinstate: 'planned' },
}

/** Actions open from a status. */
export function openActions(status: WorkshopStatus): WorkshopAction[] {
  return Object.keys(TRANSITIONS[status] ?? {}) as WorkshopAction[]
}

/**
 * The status that `action` leads to.
 *
 * @throws {DomainError} `wrong_state` with the statuses that allow it
 */
export function nextStatus(status: WorkshopStatus, action: WorkshopAction): WorkshopStatus {
  const next = TRANSITIONS[status]?.[action]
  if (next !== undefined) return next
  const allowed = WORKSHOP_STATUSES.filter((from) => openActions(from).includes(action)).join(', ')
  throw new DomainError('wrong_state', { values: { action, state: status, allowed } })
}
