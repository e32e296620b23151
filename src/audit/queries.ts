import { type RawBuilder, sql } from 'kysely'
import type { Listing } from '../db/listing.ts'
import { json, plain, type ShapeOf } from '../db/shape.ts'
import { RECORD_TYPES } from '../domain/record-types.ts'
import { entries, entryFacts, newestFirst } from '../history/queries.ts'
import type { AuditEntry } from './schema.ts'

export interface Filters {
  type?: readonly string[] | undefined
  id?: readonly string[] | undefined
  actor?: string | undefined
  origin?: readonly string[] | undefined
  requestId?: string | undefined
  /** Instants, both inclusive. */
  from?: string | undefined
  until?: string | undefined
}

const { position, change, ...facts } = entryFacts
const shape = {
  position,
  change,
  type: plain(sql`e.type`),
  id: plain(sql`e.id`),
  ...facts,
  visibility: plain(sql`e.visibility`),
  actor: plain(sql`t.actor`),
  request_id: plain(sql`t.request_id`),
  before: json(sql`e.before`),
  after: json(sql`e.after`),
} satisfies ShapeOf<AuditEntry>

/** All entries, private ones too. */
export function audit(filters: Filters): Listing {
  const where: RawBuilder<unknown>[] = []
  const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) => {
    if (values !== undefined) where.push(sql`${column} in (${sql.join([...values])})`)
  }
  among(sql`e.type`, filters.type)
  among(sql`e.id`, filters.id)
  among(sql`t.origin`, filters.origin)
  if (filters.actor !== undefined) where.push(sql`t.actor = ${filters.actor}`)
  if (filters.requestId !== undefined) where.push(sql`t.request_id = ${filters.requestId}`)
  if (filters.from !== undefined) where.push(sql`t.occurred_at >= ${filters.from}::timestamptz`)
  if (filters.until !== undefined) where.push(sql`t.occurred_at <= ${filters.until}::timestamptz`)
  return {
    dependsOn: RECORD_TYPES,
    position: sql<string>`(select epoch || '.' || coalesce((select max(position) from journal_transaction), 0) from installation)`,
    shape,
    from: entries,
    where,
    sort: newestFirst,
    id: sql`e.id`,
  }
}
