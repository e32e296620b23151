import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne } from '../db/listing.ts'
import { flag, group, groupWhere, json, jsonOf, plain, type ShapeOf } from '../db/shape.ts'
import type { MemberImport } from './schema.ts'
import { OUTCOMES } from './words.ts'

/** Where a transaction of the journal is, on the wire. */
const positionIn = (transaction: string) => sql`(
  select epoch || '.' || t.position from journal_transaction t, installation
  where t.id = ${sql.ref(transaction)})`

const reverted = (how: string) =>
  plain(sql`(select count(*) from import_result r where r.import_id = i.id and r.revert = ${sql.lit(how)})`)

const shape = {
  id: plain(sql`i.id`),
  status: plain(sql`i.status`),
  mode: plain(sql`i.mode`),
  match_on: plain(sql`i.match_on`),
  on_error: plain(sql`i.on_error`),
  dry_run: flag(sql`i.dry_run`),
  reason: plain(sql`i.reason`),
  format: plain(sql`u.format`),
  detected: group({ encoding: plain(sql`u.encoding`), delimiter: plain(sql`u.delimiter`) }),
  columns: json(sql`to_json(u.columns)`),
  bytes: plain(sql`u.byte_count`),
  sha256: plain(sql`u.sha256`),
  progress: group({
    rows_total: plain(sql`u.row_count`),
    rows_done: plain(sql`least(i.rows_done, u.row_count)`),
  }),
  outcomes: group(
    Object.fromEntries(OUTCOMES.map((outcome) => [outcome, plain(sql`i.${sql.id(outcome)}`)])) as Record<
      (typeof OUTCOMES)[number],
      ReturnType<typeof plain>
    >,
  ),
  position: plain(positionIn('i.transaction_id')),
  created_at: plain(sql`wire_instant(i.created_at)`),
  started_at: plain(sql`wire_instant(i.started_at)`),
  finished_at: plain(sql`wire_instant(i.finished_at)`),
  revert: groupWhere(sql`i.reverted_at is not null`, {
    at: plain(sql`wire_instant(i.reverted_at)`),
    undone: reverted('undone'),
    conflict: reverted('conflict'),
    position: plain(positionIn('i.revert_transaction_id')),
  }),
} satisfies ShapeOf<MemberImport>

const from = sql`member_import i join import_upload u on u.id = i.id`

/** The imports, the newest first. */
export function imports(filters: { status?: readonly string[] | undefined }): Listing {
  const where: RawBuilder<unknown>[] = []
  if (filters.status) where.push(sql`i.status in (${sql.join([...filters.status])})`)
  return {
    dependsOn: ['member'],
    shape,
    from,
    where,
    sort: [
      { by: sql`i.created_at`, descending: true },
      { by: sql`i.id`, descending: true },
    ],
    id: sql`i.id`,
  }
}

/** One import as JSON text, or undefined. */
export async function findImport(db: Db, id: string): Promise<string | undefined> {
  const list = { ...imports({}), where: [sql`i.id = ${id}`] }
  const found = await readOne(db, list, { representation: jsonOf(shape), revision: sql`1` })
  return found?.json
}
