import { type RawBuilder, sql } from 'kysely'
import type { Keys } from '../db/cursor.ts'
import { ANYWHERE, HIDDEN } from '../db/journal.ts'
import { conditions, type Listing } from '../db/listing.ts'
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

const among = (column: RawBuilder<unknown>, values: readonly string[]) =>
  sql`${column} in (${sql.join([...values])})`

/** All entries, private ones too. */
export function audit(filters: Filters): Listing {
  const ofTransaction: RawBuilder<unknown>[] = []
  if (filters.origin !== undefined) ofTransaction.push(among(sql`t.origin`, filters.origin))
  if (filters.actor !== undefined) ofTransaction.push(sql`t.actor = ${filters.actor}`)
  if (filters.requestId !== undefined) ofTransaction.push(sql`t.request_id = ${filters.requestId}`)
  if (filters.from !== undefined) ofTransaction.push(sql`t.occurred_at >= ${filters.from}::timestamptz`)
  if (filters.until !== undefined) ofTransaction.push(sql`t.occurred_at <= ${filters.until}::timestamptz`)
  const ofEntry: RawBuilder<unknown>[] = []
  if (filters.type !== undefined) ofEntry.push(among(sql`e.type`, filters.type))
  if (filters.id !== undefined) ofEntry.push(among(sql`e.id`, filters.id))
  const list: Listing = {
    dependsOn: RECORD_TYPES,
    position: sql<string>`(select epoch || '.' || coalesce((select max(position) from journal_transaction), 0) from installation)`,
    shape,
    from: entries,
    where: [...ofTransaction, ...ofEntry],
    sort: newestFirst,
    id: sql`e.id`,
  }
  // Of a few records, their entries are found by the records; else from the newest transaction on.
  if (filters.id !== undefined) return list
  const narrow = ofTransaction.length > 0
  return { ...list, fromForPage: (limit, after) => backwards(filters.type, narrow, ofEntry, limit, after) }
}

/**
 * Transactions from the newest on, and of each no more than the page has room for: an import may have made 100,000.
 *
 * @param narrow whether something else than the type decides which transactions there are
 */
function backwards(
  types: readonly string[] | undefined,
  narrow: boolean,
  ofEntry: readonly RawBuilder<unknown>[],
  limit: number,
  after: Keys | undefined,
): RawBuilder<unknown> {
  const until = after === undefined ? sql`true` : sql`position <= ${after[0]}`
  const before = after === undefined ? [] : [sql`(t.position < ${after[0]} or e.ordinal < ${after[1]})`]
  const ofTypes =
    types === undefined
      ? sql``
      : narrow
        ? sql`and exists (select from journal_scope s where s.territory in (${ANYWHERE}, ${HIDDEN})
            and ${among(sql`s.type`, types)} and s.position = j.position)`
        : sql`and position in ${newest(types, until, limit + 1)}`
  return sql`(select * from journal_transaction j where ${until} ${ofTypes}) t
    cross join lateral (
      select e.* from journal_entry e where e.transaction_id = t.id and ${conditions([...ofEntry, ...before])}
      order by e.ordinal desc limit ${limit}
    ) e`
}

/** The newest positions with entries of these types, read off the index. */
function newest(types: readonly string[], until: RawBuilder<unknown>, limit: number): RawBuilder<unknown> {
  const each = types.flatMap((type) =>
    [ANYWHERE, HIDDEN].map(
      (territory) => sql`(select position from journal_scope
        where territory = ${territory} and type = ${type} and ${until} order by position desc limit ${limit})`,
    ),
  )
  return sql`(select distinct position from (${sql.join(each, sql` union all `)}) each_type
    order by position desc limit ${limit})`
}
