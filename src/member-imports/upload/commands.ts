import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { copyIn, copyLine } from '../../db/copy-in.ts'
import type { Db } from '../../db/database.ts'
import { retried } from '../../db/retry.ts'
import { type RowReader, STAGED_COLUMNS, stagedRow } from '../staged-row.ts'
import type { Table } from '../table.ts'
import type { FORMATS } from '../words.ts'

/** An upload that is whole. */
export interface Upload {
  readonly id: string
  readonly columns: readonly string[]
  readonly row_count: number
  readonly sha256: string
}

/** What is known of an upload only when all of it has come. */
export interface UploadFacts {
  readonly format: (typeof FORMATS)[number]
  readonly encoding: string
  readonly delimiter: string | null
  readonly byte_count: number
  readonly sha256: string
}

/** Longest that rows are read before others get their turn, milliseconds. */
const SLICE_MS = 15
/** From how many rows on the database is told of them by a statistic. */
const COUNTED_FROM = 500
/** Characters handed over at a time. */
const CHUNK = 65_536

/**
 * Keeps a table that was sent, before anything is done with it: whole, or, when it breaks off or cannot be read, not
 * at all.
 */
export async function stageUpload(
  pool: Pool,
  upload: { id: string; table: Table; facts: () => UploadFacts; at: Date },
  reader: RowReader,
): Promise<Upload> {
  const { id, table, facts, at } = upload
  let row_count = 0
  const lines = async function* () {
    let [chunk, since] = ['', performance.now()]
    for await (const row of table.rows) {
      row_count += 1
      chunk += copyLine(stagedRow(id, table.columns, row, reader))
      if (chunk.length >= CHUNK) {
        yield chunk
        chunk = ''
      }
      if (performance.now() - since > SLICE_MS) {
        await setImmediate()
        since = performance.now()
      }
    }
    if (chunk !== '') yield chunk
  }
  const columns = () => table.columns.map(({ name }) => name)
  const finish = () => {
    const staged = { id, ...facts(), columns: columns(), row_count, staged_at: at.toISOString() }
    const noted = sql`insert into import_upload
      select * from json_populate_record(null::import_upload, ${JSON.stringify(staged)}::json)`
    // Who reads so many rows next should know how many they are; who reads few need not.
    return row_count < COUNTED_FROM
      ? [noted]
      : [noted, sql`analyze (skip_locked) import_row (import_id, number)`]
  }
  await copyIn(pool, `import_row (${STAGED_COLUMNS.join(', ')})`, lines(), finish)
  return { id, columns: columns(), row_count, sha256: facts().sha256 }
}

/** Uploads older than this that no import came of are left over from a process that was killed, hours. */
const LEFT_OVER_HOURS = 1

/** Removes an upload that no import came of. */
export async function discardUpload(db: Db, id: string): Promise<void> {
  await sql`
    with gone as (
      delete from import_upload u where id = ${id} and not exists (select from member_import i where i.id = u.id)
      returning id
    )
    delete from import_row where import_id in (select id from gone)`.execute(db)
}

/** Removes what uploads left behind whose process was killed before it could. */
export async function discardLeftOvers(db: Db, at: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from import_upload u
    where staged_at < ${at}::timestamptz - make_interval(hours => ${LEFT_OVER_HOURS}::int)
      and not exists (select from member_import i where i.id = u.id)`.execute(db)
  for (const { id } of rows) await discardUpload(db, id)
}

/**
 * Does what is to be done with an upload, again when another transaction got in between. One that no import came of,
 * whatever the reason, is not kept.
 */
export async function keepingUpload<T>(db: Db, id: string, work: () => Promise<T>): Promise<T> {
  try {
    return await retried(work)
  } finally {
    // Should this fail too, it is found as left over.
    await discardUpload(db, id).catch(() => {})
  }
}
