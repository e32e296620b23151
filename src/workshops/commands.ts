import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Recorded, Writing } from '../db/journal.ts'
import { type Expected, requireRevision } from '../db/revision.ts'
import { jsonOf } from '../db/shape.ts'
import { withDocuments } from '../documents/commands.ts'
import type { Actor } from '../domain/actor.ts'
import { readReference } from '../domain/codes.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { editsPlanNow } from '../plans/drafts/queries.ts'
import { resolved } from '../register/queries.ts'
import { territoriesOf } from '../register/territory/queries.ts'
import { axesNamed, workshopColumns } from './columns.ts'
import { workshopFaults } from './faults.ts'
import { nextStatus, type WorkshopStatus } from './lifecycle.ts'
import { requireKept, workshopDocument, workshopFacts } from './queries.ts'
import type { NewWorkshop, NewWorkshopTransition, WorkshopDocument } from './schema.ts'

/** What the journal keeps of a workshop: all of it that is public. */
export const recordedWorkshop: Recorded = {
  table: 'workshop',
  facts: workshopFacts,
  states: (ids) => sql`
    select w.id, 'workshop' as type, w.revision, ${jsonOf(workshopFacts)} as state,
      ${territoriesOf(sql`'workshop'`, sql`w.id`)} as territories
    from workshop w where w.id = ${ids}`,
}

/**
 * Makes a workshop, or brings it to its document: the one way in which the API and the seed write workshops.
 *
 * @param status of a new one
 * @throws {DomainError} `unprocessable` with all that is wrong
 */
export async function putWorkshop(
  writing: Writing,
  id: string,
  document: WorkshopDocument,
  status: WorkshopStatus = 'planned',
): Promise<void> {
  const { trx, author } = writing
  const named = await resolveAll(writing, document)
  const faults = [...workshopFaults(document), ...named.faults, ...(await linkFaults(writing, document))]
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  const at = author.at.toISOString()
  const columns = workshopColumns(document, named)
  await writing.change(recordedWorkshop, [id], async () => {
    await trx
      .insertInto('workshop')
      .values({ id, status, ...columns, created_at: at, updated_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute()
    await trx.deleteFrom('workshop_collectivity').where('workshop_id', '=', id).execute()
    await sql`
      insert into workshop_collectivity (workshop_id, collectivity_id, ordinal)
      select ${id}, collectivity_id, min(ordinal)
      from unnest(${named.served}::uuid[]) with ordinality as served (collectivity_id, ordinal)
      group by collectivity_id`.execute(trx)
  })
}

/** The ids of all collectivities that a document names, and where it names none that is there. */
async function resolveAll({ trx }: Writing, { collectivities, place, host }: WorkshopDocument) {
  const named = [
    ...collectivities.map((text, index) => ({ pointer: `/collectivities/${index}`, text })),
    ...(place?.collectivity ? [{ pointer: '/place/collectivity', text: place.collectivity }] : []),
    ...(host?.collectivity ? [{ pointer: '/host/collectivity', text: host.collectivity }] : []),
  ]
  if (named.length === 0) return { served: [], place: null, host: null, faults: [] }
  const { rows } = await sql<{ ids: (string | null)[] }>`
    select array[${sql.join(named.map(({ text }) => resolved(readReference(text)!)))}]::uuid[] as ids`.execute(
    trx,
  )
  const ids = rows[0]!.ids
  const faults = named.flatMap(({ pointer, text }, index): Fault[] =>
    ids[index] === null ? [{ at: { pointer }, code: 'no_such_collectivity', values: { value: text } }] : [],
  )
  const idAt = (pointer: string) => ids[named.findIndex((one) => one.pointer === pointer)] ?? null
  const served = ids.slice(0, collectivities.length)
  return { served, place: idAt('/place/collectivity'), host: idAt('/host/collectivity'), faults }
}

/** A plan that is not there; an axis that is in no draft of it that everybody may see. */
async function linkFaults({ trx }: Writing, document: WorkshopDocument): Promise<Fault[]> {
  const { plan_id, collectivities } = document
  if (!plan_id) return []
  const plan = await trx.selectFrom('action_plan').select('id').where('id', '=', plan_id).executeTakeFirst()
  if (plan === undefined)
    return [
      {
        at: { pointer: '/plan_id' },
        code: 'no_such_record',
        values: { type: 'action_plan', value: plan_id },
      },
    ]
  const { rows: shared } =
    collectivities.length === 0
      ? { rows: [] }
      : await sql`
    select from action_plan_collectivity l where l.plan_id = ${plan_id}
      and l.collectivity_id = any(array[${sql.join(collectivities.map((text) => resolved(readReference(text)!)))}]::uuid[])`.execute(
          trx,
        )
  // The network's own meetings serve all.
  if (collectivities.length > 0 && shared.length === 0)
    return [{ at: { pointer: '/plan_id' }, code: 'plan_of_others' }]
  const named = axesNamed(document)
  if (named.length === 0) return []
  const { rows } = await sql<{ key: string }>`
    select distinct a.key from axis a join draft d on (d.plan_id, d.number) = (a.plan_id, a.draft_number)
    where a.plan_id = ${plan_id} and d.published_on is not null`.execute(trx)
  const known = new Set(rows.map(({ key }) => key))
  return named
    .filter(({ key }) => !known.has(key))
    .map(({ pointer, key }) => ({ at: { pointer }, code: 'no_such_axis', values: { value: key } }))
}

/** A new workshop. @returns its id */
export async function createWorkshop(
  writing: Writing,
  actor: Actor,
  { status = 'planned', ...document }: NewWorkshop,
): Promise<string> {
  const id = v7({ msecs: writing.author.at.getTime() })
  await putWorkshop(writing, id, document, status)
  await requireLinkable(writing, actor, document)
  // It is the caller's once one of the collectivities that it serves is.
  await requireKept(writing.trx, actor, id)
  return id
}

/** What is on a plan's page is for those who edit the plan. */
async function requireLinkable(writing: Writing, actor: Actor, { plan_id }: WorkshopDocument): Promise<void> {
  if (!plan_id || (await editsPlanNow(writing.trx, actor, plan_id))) return
  throw new DomainError('not_yours', {
    faults: [{ at: { pointer: '/plan_id' }, code: 'not_yours_to_edit' }],
  })
}

interface Locked {
  id: string
  revision: number
  status: WorkshopStatus
  document: WorkshopDocument
}

/**
 * Locks a workshop's row, for what comes next to be decided on.
 *
 * @throws {DomainError} `not_found`, `not_yours`
 */
export async function lockWorkshop(writing: Writing, actor: Actor, id: string): Promise<Locked> {
  await sql`select 1 from workshop where id = ${id} for update`.execute(writing.trx)
  await requireKept(writing.trx, actor, id)
  const { rows } = await sql<Locked>`
    select w.id, w.revision, w.status, ${workshopDocument} as document from workshop w where w.id = ${id}`.execute(
    writing.trx,
  )
  return rows[0]!
}

/** @param edit makes the new document from the present one, or throws what is wrong with it */
export async function editWorkshop(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  edit: (present: object) => WorkshopDocument,
): Promise<void> {
  const locked = await lockWorkshop(writing, actor, id)
  await requireRevision(writing, { ...locked, type: 'workshop' }, expected)
  const document = edit(locked.document)
  // Where it is of other territories, so are its documents.
  await withDocuments(writing, [id], () => putWorkshop(writing, id, document))
  if (document.plan_id !== locked.document.plan_id) await requireLinkable(writing, actor, document)
  // Nobody gives away the last of what is theirs.
  await requireKept(writing.trx, actor, id)
}

/** Takes one step in the life of a workshop. */
export async function stepWorkshop(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  { action, reason = null }: NewWorkshopTransition,
): Promise<void> {
  const locked = await lockWorkshop(writing, actor, id)
  await requireRevision(writing, { ...locked, type: 'workshop' }, expected)
  const status = nextStatus(locked.status, action)
  if (action === 'cancel' && reason === null)
    throw new DomainError('unprocessable', { faults: [{ at: { pointer: '/reason' }, code: 'required' }] })
  const status_reason = status === 'cancelled' ? reason : null
  await writing.change(
    recordedWorkshop,
    [id],
    () => writing.trx.updateTable('workshop').set({ status, status_reason }).where('id', '=', id).execute(),
    reason,
  )
}
