import { CONSULTATION_STATUSES, type ConsultationStatus } from '../domain/consultation-types.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import type { PlanStatus } from '../domain/plan-types.ts'

/** What somebody asks for at `/transitions`; that it opens and closes is the clock's doing. */
export const CONSULTATION_ACTIONS = ['cancel'] as const

/** Statuses of a plan in which it may be consulted on. */
const CONSULTED_IN: readonly PlanStatus[] = ['drafting', 'consulting']

/** What the clock needs to know of a consultation. */
export interface Timed {
  readonly id: string
  readonly status: ConsultationStatus
  /** RFC 3339 in UTC. */
  readonly opens_at: string | null
  readonly closes_at: string | null
}

export interface Move {
  readonly id: string
  readonly to: 'open' | 'closed'
  readonly at: string
}

const moveOf = ({ id, status, opens_at, closes_at }: Timed): Move[] => {
  if (status === 'announced' && opens_at !== null) return [{ id, to: 'open', at: opens_at }]
  if (status === 'open' && closes_at !== null) return [{ id, to: 'closed', at: closes_at }]
  return []
}

const inOrder = (a: Move, b: Move) =>
  // At one instant what opens comes first, so that a plan which is consulted on stays so.
  Date.parse(a.at) - Date.parse(b.at) || Number(a.to === 'closed') - Number(b.to === 'closed')

/** The move that comes next, whenever that is; undefined when none will. */
export function nextMove(consultations: readonly Timed[]): Move | undefined {
  return consultations.flatMap(moveOf).sort(inOrder)[0]
}

/** Whether an instant is in the window, whatever has been done about it so far. */
export function isWithin({ opens_at, closes_at }: Pick<Timed, 'opens_at' | 'closes_at'>, at: Date): boolean {
  const now = at.getTime()
  return (
    opens_at !== null && Date.parse(opens_at) <= now && (closes_at === null || now < Date.parse(closes_at))
  )
}

const wrongState = (action: string, state: string, allowed: readonly string[]) =>
  new DomainError('wrong_state', { values: { action, state, allowed: allowed.join(', ') } })

/** @throws {DomainError} `wrong_state` unless the plan is still being drafted */
export function requireConsultable(status: PlanStatus): void {
  if (!CONSULTED_IN.includes(status)) throw wrongState('announce_consultation', status, CONSULTED_IN)
}

/** @throws {DomainError} `wrong_state` when it is over */
export function requireCancellable(status: ConsultationStatus): void {
  const allowed = CONSULTATION_STATUSES.filter((one) => one === 'announced' || one === 'open')
  if (!allowed.includes(status as never)) throw wrongState('cancel', status, allowed)
}

/** @throws {DomainError} `wrong_state` when it has ever been open */
export function requireNeverOpened(status: ConsultationStatus, hasOpened: boolean): void {
  if (hasOpened) throw wrongState('delete', status, ['announced'])
}

/** What is settled once it has opened, and what once it is over; its texts and its sources may always be mended. */
const SINCE_OPENING = ['round', 'draft', 'opens_at']
const SINCE_CLOSING = [...SINCE_OPENING, 'closes_at', 'channels']

/** @param changed fields of the document that would be other than they are */
export function settledFaults(status: ConsultationStatus, changed: readonly string[]): Fault[] {
  const isOver = status === 'closed' || status === 'cancelled'
  const settled = isOver ? SINCE_CLOSING : status === 'open' ? SINCE_OPENING : []
  return changed
    .filter((field) => settled.includes(field))
    .map((field) => ({
      at: { pointer: `/${field}` },
      code: isOver ? 'fixed_since_closing' : 'fixed_since_opening',
    }))
}
