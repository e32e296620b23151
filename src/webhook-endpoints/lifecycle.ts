import { DomainError } from '../domain/errors.ts'

export const STATUSES = ['active', 'paused', 'disabled'] as const
export type EndpointStatus = (typeof STATUSES)[number]

/** What the service, or an administrator, has to tell the owner. */
export const NOTICES = ['failing', 'gone', 'secret_unreadable', 'disabled_by_admin'] as const
export type EndpointNotice = (typeof NOTICES)[number]

export const ACTIONS = ['pause', 'resume', 'disable'] as const
export type EndpointAction = (typeof ACTIONS)[number]

interface Standing {
  readonly status: EndpointStatus
  readonly notice: EndpointNotice | null
}

/**
 * What an action makes of an endpoint. Disabling is for administrators, and only they undo it; one whose receiver said
 * 410 its owner may resume.
 *
 * @throws {DomainError} `forbidden`; `wrong_state` with the statuses that allow it
 */
export function standingAfter(standing: Standing, action: EndpointAction, isAdmin: boolean): Standing {
  const { status, notice } = standing
  if (action === 'disable' && !isAdmin) throw new DomainError('forbidden', { values: { roles: 'admin' } })
  const isTheirs = notice === 'disabled_by_admin' && !isAdmin
  if (action === 'pause' && status === 'active') return { status: 'paused', notice: null }
  if (action === 'resume' && status !== 'active' && !isTheirs) return { status: 'active', notice: null }
  if (action === 'disable' && notice !== 'disabled_by_admin')
    return { status: 'disabled', notice: 'disabled_by_admin' }
  const allowed = {
    pause: 'active',
    resume: isTheirs ? 'paused' : 'paused, disabled',
    disable: 'active, paused',
  }
  throw new DomainError('wrong_state', { values: { action, state: status, allowed: allowed[action] } })
}
