import type { Readable } from 'node:stream'
import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'
import { CopyOut } from './copy-out.ts'
import type { Keys } from './cursor.ts'
import {
  afterKeys,
  checkRequirements,
  conditions,
  featureOf,
  headOf,
  type Listing,
  orderBy,
} from './listing.ts'
import { literally } from './literal.ts'
import { cellsOf, jsonOf } from './shape.ts'

export type StreamFormat = 'csv' | 'ndjson' | 'geojson'

export interface CopyOptions {
  readonly format: StreamFormat
  readonly excelSafe?: boolean
  readonly limit?: number | undefined
  readonly after?: Keys | undefined
}

/** Longest that one export may take, milliseconds. */
const EXPORT_TIMEOUT_MS = 600_000

/**
 * The rows of a list as text, one line a row (CSV: as RFC 4180 wants it, with a header), from one
 * snapshot. The stream fails, and never just ends, when the database does; whoever takes it must read or destroy it.
 */
export async function copyRows(
  pool: pg.Pool,
  list: Listing,
  options: CopyOptions,
): Promise<{ position: string; open: () => Readable; cancel: () => Promise<void> }> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set local statement_timeout = ${EXPORT_TIMEOUT_MS}`)
    const { rows } = await client.query<{ position: string; holds: boolean[] }>(
      literally(sql`select ${headOf(list)} ${probe(list, options)}`),
    )
    checkRequirements(list, rows[0]!.holds)
    let released = false
    const release = (broken: boolean) => {
      if (!released) client.release(broken)
      released = true
    }
    const end = () =>
      client.query('commit').then(
        () => release(false),
        () => release(true),
      )
    return {
      position: rows[0]!.position,
      cancel: end,
      open: () => {
        const stream = client.query(
          new CopyOut(literally(copyStatement(list, options)), options.format === 'csv'),
        )
        let whole = false
        stream.once('end', () => {
          whole = true
          void end()
        })
        // A reader that leaves half-way: the connection is not in a state to be used again.
        stream.once('close', () => {
          if (!whole) release(true)
        })
        return stream
      },
    }
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Has the keys of a cursor read before the first byte is sent, so that wrong ones are a problem and no broken stream. */
function probe(list: Listing, { after }: CopyOptions): RawBuilder<unknown> {
  if (after === undefined) return sql``
  return sql`, (select count(*) from ${list.from} where false and ${afterKeys(list.sort, after)}) as none`
}

function copyStatement(list: Listing, options: CopyOptions): RawBuilder<unknown> {
  const where =
    options.after === undefined ? list.where : [...list.where, afterKeys(list.sort, options.after)]
  const limit = options.limit === undefined ? sql`` : sql`limit ${options.limit}`
  const rows = (columns: RawBuilder<unknown>) =>
    sql`select ${columns} from ${list.from} where ${conditions(where)} order by ${orderBy(list.sort)} ${limit}`
  if (options.format === 'csv') {
    const cells = cellsOf(list.shape, options.excelSafe ?? false)
    const columns = sql.join(cells.map((cell) => sql`${cell.value} as ${sql.id(cell.header)}`))
    return copyTable(rows(columns))
  }
  const line = options.format === 'ndjson' ? jsonOf(list.shape) : featureOf(list)
  return copyLines(rows(sql`${line}::text`))
}

/** Rows as CSV with a header. */
const copyTable = (rows: RawBuilder<unknown>) => sql`copy (${rows}) to stdout with (format csv, header)`

/** Rows of one JSON text as lines. It holds no control characters: with these to quote by nothing is ever quoted. */
const copyLines = (rows: RawBuilder<unknown>) =>
  sql`copy (${rows}) to stdout with (format csv, quote e'\\x01', delimiter e'\\x02')`

/** What several statements see of the database: all of it as it was when the first of them began. */
export interface Moment {
  one<T>(query: RawBuilder<T>): Promise<T>
  /** To be read to its end, or destroyed, before anything else is asked. */
  copy(format: 'csv' | 'ndjson', rows: RawBuilder<unknown>): Readable
}

/**
 * Does work on one moment of the database, on a connection of its own, and then what needs that moment no longer.
 *
 * @param lock held from before that moment until all is done
 */
export async function atOneMoment<T, U>(
  pool: pg.Pool,
  lock: number,
  work: (moment: Moment) => Promise<T>,
  afterwards: (result: T) => Promise<U>,
): Promise<U> {
  const client = await pool.connect()
  let whole = false
  try {
    await client.query(`select pg_advisory_lock(${lock})`)
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set local statement_timeout = ${EXPORT_TIMEOUT_MS}`)
    const result = await work({
      one: async (query) => (await client.query(literally(query))).rows[0],
      copy: (format, rows) =>
        client.query(
          new CopyOut(literally(format === 'csv' ? copyTable(rows) : copyLines(rows)), format === 'csv'),
        ),
    })
    await client.query('commit')
    const done = await afterwards(result)
    await client.query(`select pg_advisory_unlock(${lock})`)
    whole = true
    return done
  } finally {
    client.release(!whole)
  }
}
