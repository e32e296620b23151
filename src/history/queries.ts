import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Listing } from '../db/listing.ts'
import { json, plain, type ShapeOf } from '../db/shape.ts'
import type { Reference } from '../domain/codes.ts'
import type { RecordType } from '../domain/record-types.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import { resolved } from '../register/queries.ts'
import type { HistoryEntry } from './schema.ts'

/** A record that is or was there. */
export interface Found {
  readonly id: string
  /** The code in force, when it was asked for by one that no longer is. */
  readonly now?: string | undefined
}

const changed = (state: RawBuilder<unknown>) => sql`case when ${state} is not null then (
  select json_object_agg(field, ${state} -> field order by ordinality)
  from unnest(e.fields_changed) with ordinality as changed (field, ordinality)) end`

/** What every list of entries tells of one: `e`, of the transaction `t`. */
export const entryFacts = {
  position: plain(sql`concat_ws('.', (select epoch from installation), t.position, e.ordinal)`),
  change: plain(sql`e.change`),
  revision: plain(sql`e.revision`),
  occurred_at: plain(sql`wire_instant(t.occurred_at)`),
  origin: plain(sql`t.origin`),
  fields_changed: json(sql`to_json(e.fields_changed)`),
  reason: plain(sql`e.reason`),
  replaced_by: plain(sql`e.replaced_by`),
}

const shape = {
  ...entryFacts,
  before: json(changed(sql`e.before`)),
  after: json(changed(sql`e.after`)),
} satisfies ShapeOf<HistoryEntry>

export const entries = sql`journal_entry e join journal_transaction t on t.id = e.transaction_id`
export const newestFirst = [
  { by: sql`t.position`, descending: true },
  { by: sql`e.ordinal`, descending: true },
]

/** The public entries of one record. */
export function historyOf(type: RecordType, id: string): Listing {
  return {
    dependsOn: [type],
    shape,
    from: entries,
    where: [sql`e.type = ${type}`, sql`e.id = ${id}`, sql`e.visibility = 'public'`],
    sort: newestFirst,
    id: sql`e.id`,
  }
}

export async function findCollectivityRow(
  db: Db,
  type: CollectivityType,
  reference: Reference,
): Promise<Found | undefined> {
  const inForce =
    reference.kind === 'code'
      ? sql`exists (select from collectivity_identifier i where i.collectivity_id = c.id
          and i.scheme = ${reference.scheme} and i.value in (${sql.join(reference.values)}) and i.valid_until is null)`
      : sql`true`
  const { rows } = await sql<{ id: string; hcp_code: string; in_force: boolean }>`
    select c.id, c.hcp_code, ${inForce} as in_force from collectivity c where c.id = ${resolved(reference, type)}`.execute(
    db,
  )
  const [row] = rows
  if (row !== undefined) return { id: row.id, now: row.in_force ? undefined : row.hcp_code }
  return reference.kind === 'id' ? await findRecorded(db, type, reference.id) : undefined
}

/** A record that the journal knows of, be it deleted since. */
export async function findRecorded(db: Db, type: RecordType, id: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select id from journal_entry where type = ${type} and id = ${id} and visibility = 'public' limit 1`.execute(
    db,
  )
  return rows[0]
}

export async function findNetworkRow(db: Db): Promise<Found | undefined> {
  return await db.selectFrom('network').select('id').executeTakeFirst()
}
