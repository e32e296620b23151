import { DomainError } from '../domain/errors.ts'
import { PLAN_STATUSES, type PlanStatus, type PlanTransitionAction } from '../domain/plan-types.ts'

/** The whole life of a plan. A status with no row is final. */
const TRANSITIONS: Record<PlanStatus, Partial<Record<PlanTransitionAction, PlanStatus>>> = {
  drafting: {
    open_consultation: 'consulting',
    publish_draft: 'drafting',
    validate: 'validated',
    withdraw: 'withdrawn',
  },
  consulting: { close_consultation: 'drafting', publish_draft: 'consulting', withdraw: 'withdrawn' },
  validated: {
    publish_draft: 'validated',
    reopen: 'drafting',
    schedule: 'scheduled',
    withdraw: 'withdrawn',
  },
  scheduled: {
    publish_draft: 'scheduled',
    unschedule: 'validated',
    adopt: 'adopted',
    reject: 'rejected',
    defer: 'drafting',
    withdraw: 'withdrawn',
  },
  rejected: { publish_draft: 'rejected', redraft: 'drafting', withdraw: 'withdrawn' },
  // What the wali or governor opposes, the council deliberates on anew.
  adopted: { start_implementation: 'implementing', adopt: 'adopted', reject: 'rejected', defer: 'drafting' },
  implementing: { evaluate: 'evaluated' },
  evaluated: { close: 'closed' },
  closed: {},
  withdrawn: {},
}

/** What is asked for at `/transitions`. The rest is done by what has another door: a consultation, a vote. */
export const REQUESTED_ACTIONS = [
  'publish_draft',
  'validate',
  'reopen',
  'schedule',
  'unschedule',
  'redraft',
  'withdraw',
  'start_implementation',
  'evaluate',
  'close',
] as const satisfies readonly PlanTransitionAction[]
export type RequestedAction = (typeof REQUESTED_ACTIONS)[number]

/** Statuses in which the open draft of a plan is worked on. */
const EDITING: readonly PlanStatus[] = ['drafting', 'consulting', 'scheduled']

/** The status that an action leads to, or undefined when it is not open from here. */
export function statusAfter(status: PlanStatus, action: PlanTransitionAction): PlanStatus | undefined {
  return TRANSITIONS[status][action]
}

/**
 * The status that `action` leads to.
 *
 * @throws {DomainError} `wrong_state` with the statuses that allow it
 */
export function nextStatus(status: PlanStatus, action: PlanTransitionAction): PlanStatus {
  const next = statusAfter(status, action)
  if (next !== undefined) return next
  const allowed = PLAN_STATUSES.filter((from) => statusAfter(from, action) !== undefined)
  throw wrongState(action, status, allowed)
}

const wrongState = (action: string, state: string, allowed: readonly string[]) =>
  new DomainError('wrong_state', { values: { action, state, allowed: allowed.join(', ') } })

/** A draft, as far as it decides what may be done. */
export interface DraftFacts {
  readonly number: number
  readonly axes: number
  readonly frozen: boolean
  readonly published: boolean
}

/**
 * Why an action that somebody asks for is refused, or undefined when it is not.
 *
 * @param draft the one that it is about: the last, unless another was named; undefined when there is none
 * @param announced consultations that have yet to open, which they can only on a plan in drafting
 */
export function refusalOf(
  status: PlanStatus,
  action: RequestedAction,
  draft: DraftFacts | undefined,
  announced = 0,
): DomainError | undefined {
  try {
    nextStatus(status, action)
    if (action === 'validate' && announced > 0) throw new DomainError('consultation_announced')
    if (action === 'publish_draft') requirePublishable(draft)
    if (action === 'validate') requireAxes(draft)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  return undefined
}

function requirePublishable(draft: DraftFacts | undefined): void {
  requireAxes(draft)
  if (draft?.published) throw wrongState('publish_draft', 'published', ['unpublished'])
}

/**
 * What is put before people has something in it.
 *
 * @throws {DomainError} `unprocessable`
 */
export function requireAxes(draft: DraftFacts | undefined): void {
  if (draft === undefined || draft.axes === 0)
    throw new DomainError('unprocessable', { faults: [{ at: { pointer: '/draft' }, code: 'no_axis' }] })
}

/** Where a new draft begins: in drafting, and before a vote, for the amendments that are moved. */
const BEGINNING: readonly PlanStatus[] = ['drafting', 'scheduled']

/** A plan, as far as it decides whether there are drafts to work on. */
export interface DraftedPlan {
  readonly status: PlanStatus
  /** Whether its council is to deliberate anew on what it has adopted, and may amend it. */
  readonly redeliberated: boolean
}

/** @throws {DomainError} `wrong_state` unless a new draft of the plan may begin */
export function requireBeginning({ status, redeliberated }: DraftedPlan): void {
  if (!redeliberated && !BEGINNING.includes(status)) throw wrongState('begin_draft', status, BEGINNING)
}

/**
 * @param consultations of it, which are public from their announcement
 * @throws {DomainError} `wrong_state` unless a plan can go without a trace: nothing of it was ever published
 */
export function requireDeletable(status: PlanStatus, drafts: readonly DraftFacts[], consultations = 0): void {
  if (status !== 'drafting') throw wrongState('delete', status, ['drafting'])
  if (consultations > 0) throw wrongState('delete', 'consulted', ['unpublished'])
  if (drafts.some(({ published }) => published)) throw wrongState('delete', 'published', ['unpublished'])
}

/** @throws {DomainError} `draft_frozen`, `wrong_state` */
export function requireOpen({ status, redeliberated }: DraftedPlan, draft: DraftFacts): void {
  if (draft.frozen) throw new DomainError('draft_frozen', { values: { number: draft.number } })
  if (!redeliberated && !EDITING.includes(status)) throw wrongState('edit_draft', status, EDITING)
}
