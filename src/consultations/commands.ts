import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Writing } from '../db/journal.ts'
import { type Expected, requireRevision } from '../db/revision.ts'
import type { Actor } from '../domain/actor.ts'
import { civilDay } from '../domain/clock.ts'
import type { ConsultationStatus } from '../domain/consultation-types.ts'
import { DomainError } from '../domain/errors.ts'
import { type LockedPlan, lockPlan, requirePlanEditor } from '../plans/lock/commands.ts'
import { advance, leaveUnlessOpen, recordedConsultation } from './clock/commands.ts'
import { type Columns, columnsOf, documentFaults } from './columns.ts'
import {
  requireCancellable,
  requireConsultable,
  requireNeverOpened,
  settledFaults,
  type Timed,
} from './lifecycle.ts'
import { consultationDocument, findWindow } from './queries.ts'
import type { ConsultationDocument, NewConsultation } from './schema.ts'
import { type GivenMoment, readMoment } from './window.ts'

/**
 * Announces a consultation. One whose window has begun opens at once.
 *
 * @returns its id
 * @throws {DomainError} `unprocessable`, `not_yours`, `wrong_state`
 */
export async function announceConsultation(
  writing: Writing,
  actor: Actor,
  { plan_id: planId, ...document }: NewConsultation,
  id = v7({ msecs: writing.author.at.getTime() }),
): Promise<string> {
  const plan = await lockPlan(writing, planId).catch((error) => {
    throw error instanceof DomainError && error.code === 'not_found' ? noSuchPlan(planId) : error
  })
  await requirePlanEditor(writing, actor, planId)
  await advance(writing, planId)
  requireConsultable((await lockPlan(writing, planId)).status)
  const columns = await readDocument(writing, plan, document)
  await writing.change(recordedConsultation, [id], async () => {
    const { at } = writing.author
    await sql`
      insert into consultation (id, plan_id, round, channels, draft_number, sources, created_at, updated_at)
      values (${id}, ${planId}, ${columns.round}, ${columns.channels}::text[], ${columns.draft_number}, '[]', ${at},
        ${at})`.execute(writing.trx)
    await writeConsultation(writing, id, columns)
  })
  await advance(writing, planId)
  return id
}

const noSuchPlan = (value: string) =>
  new DomainError('unprocessable', {
    faults: [{ at: { pointer: '/plan_id' }, code: 'no_such_plan', values: { value } }],
  })

interface Locked extends Timed {
  readonly revision: number
  readonly has_opened: boolean
  readonly document: object
  readonly plan: LockedPlan
}

/**
 * Locks a consultation, and its plan before it, for one who edits that and has seen it as it is.
 *
 * @throws {DomainError} `not_found`, `not_yours`, and those of requireRevision
 */
async function lockConsultation(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
): Promise<Locked> {
  const { trx } = writing
  const found = await trx.selectFrom('consultation').select('plan_id').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new DomainError('not_found')
  await lockPlan(writing, found.plan_id)
  await requirePlanEditor(writing, actor, found.plan_id)
  // What is decided on is where it stands by the clock, however late that is noticed.
  await advance(writing, found.plan_id)
  const { rows } = await sql<Omit<Locked, 'plan'>>`
    select k.id, k.status, k.opens_at, k.closes_at, k.revision, k.opened_at is not null as has_opened,
      ${consultationDocument} as document
    from consultation k where k.id = ${id} for update`.execute(trx)
  const [locked] = rows
  if (locked === undefined) throw new DomainError('not_found')
  await requireRevision(writing, { type: 'consultation', id, revision: locked.revision }, expected)
  return { ...locked, plan: await lockPlan(writing, found.plan_id) }
}

/**
 * Edits a consultation.
 *
 * @param edit makes the new document from the present one, or throws what is wrong with it
 * @throws {DomainError} `not_found`, `not_yours`, `unprocessable`, and those of requireRevision
 */
export async function editConsultation(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  edit: (present: object) => ConsultationDocument,
): Promise<void> {
  const { plan, status, closes_at, document: present } = await lockConsultation(writing, actor, id, expected)
  const document = edit(present)
  const changed = Object.entries(present)
    .filter(([field, value]) => !isSame(value, document[field as keyof ConsultationDocument] ?? null))
    .map(([field]) => field)
  const faults = settledFaults(status, changed)
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  const columns = await readDocument(writing, plan, document, status)
  if (status === 'open' && columns.closes_at !== closes_at)
    requireFuture(columns.closes_at, writing.author.at)
  await writing.change(recordedConsultation, [id], () => writeConsultation(writing, id, columns))
  await advance(writing, plan.id)
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(bare(a)) === JSON.stringify(bare(b))
/** Of moments only the value counts, in whatever form. */
const bare = (value: unknown) =>
  typeof value === 'object' && value !== null && 'value' in value ? readMoment(value as GivenMoment) : value

/** @throws {DomainError} `unprocessable`: what is open is not said to have closed before now */
function requireFuture(closesAt: string | null, at: Date): void {
  if (closesAt === null || Date.parse(closesAt) >= at.getTime()) return
  throw new DomainError('unprocessable', {
    faults: [{ at: { pointer: '/closes_at' }, code: 'already_past' }],
  })
}

/** Removes a consultation that never opened. */
export async function deleteConsultation(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
): Promise<void> {
  const { status, has_opened } = await lockConsultation(writing, actor, id, expected)
  requireNeverOpened(status, has_opened)
  await writing.change(recordedConsultation, [id], () =>
    sql`delete from consultation where id = ${id}`.execute(writing.trx),
  )
}

/** Calls a consultation off; what came of it so far stays. */
export async function cancelConsultation(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  reason: string,
): Promise<void> {
  const { status, plan } = await lockConsultation(writing, actor, id, expected)
  requireCancellable(status)
  await cancel(writing, [id], reason)
  if (status === 'open')
    await leaveUnlessOpen(writing, plan.id, { on: civilDay(writing.author.at), draft: null, reason })
}

const cancel = (writing: Writing, ids: readonly string[], reason: string) =>
  writing.change(
    recordedConsultation,
    ids,
    () =>
      sql`
      update consultation set status = 'cancelled', cancellation_reason = ${reason}
      where id = any(${[...ids]}::uuid[])`.execute(writing.trx),
    reason,
  )

/** Under its lock, of a plan that has been withdrawn: there is nothing to be consulted on any more. */
export async function cancelConsultationsOf(writing: Writing, planId: string, reason: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from consultation where plan_id = ${planId} and status in ('announced', 'open')
    order by id for update`.execute(writing.trx)
  if (rows.length > 0)
    await cancel(
      writing,
      rows.map((row) => row.id),
      reason,
    )
}

/** @throws {DomainError} `unprocessable` with all that the form of a document cannot say of it */
async function readDocument(
  { trx }: Writing,
  { drafts }: LockedPlan,
  document: ConsultationDocument,
  status: ConsultationStatus = 'announced',
): Promise<Columns> {
  const { opens_at, closes_at } = document
  const window = await findWindow(trx, readMoment(opens_at), readMoment(closes_at))
  const faults = documentFaults(document, window, drafts, status)
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  return columnsOf(document, window)
}
async function writeConsultation({ trx }: Writing, id: string, columns: Columns): Promise<void> {
  await sql`update consultation k
    set (round, draft_number, title, description, channels, opens_at, opens_on, opens_precision, closes_at, closes_on,
        closes_precision, sources)
      = (given.round, given.draft_number, given.title, given.description, given.channels, given.opens_at, given.opens_on,
        given.opens_precision, given.closes_at, given.closes_on, given.closes_precision, given.sources)
    from json_populate_recordset(null::consultation, ${JSON.stringify([columns])}::json) given
    where k.id = ${id}`.execute(trx)
}
