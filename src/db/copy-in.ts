import { pipeline } from 'node:stream/promises'
import type { RawBuilder } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { literally } from './literal.ts'

export type CopyValue = string | number | null | readonly (string | null)[]

/** Longest that an upload may take, milliseconds. */
const UPLOAD_TIMEOUT_MS = 900_000

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (text: string) =>
  /[\\\n\r\t]/.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (c) => ESCAPES[c]!) : text
const quoted = (text: string | null) =>
  text === null ? 'NULL' : `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`

/** A row in the text form of COPY, with its line break. */
export function copyLine(values: readonly CopyValue[]): string {
  const texts = values.map((value) => {
    if (value === null) return '\\N'
    if (typeof value === 'number') return String(value)
    return escaped(typeof value === 'string' ? value : `{${value.map(quoted).join(',')}}`)
  })
  return `${texts.join('\t')}\n`
}

/**
 * Copies lines into a table: all of them or, when their source or the database fails, none. The connection is taken
 * only when the first lines are there, so that a slow client of a small table holds none.
 *
 * @param target a table and its columns, as COPY has them
 * @param finish makes the statements that belong to the same transaction, after the last line
 */
export async function copyIn(
  pool: pg.Pool,
  target: string,
  lines: AsyncGenerator<string>,
  finish: () => readonly RawBuilder<unknown>[],
): Promise<void> {
  const first = await lines.next()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local statement_timeout = ${UPLOAD_TIMEOUT_MS}`)
    const all = async function* () {
      if (!first.done) yield first.value
      yield* lines
    }
    await pipeline(all, client.query(copyFrom(`copy ${target} from stdin`)))
    for (const statement of finish()) await client.query(literally(statement))
    await client.query('commit')
    client.release()
  } catch (error) {
    // Whatever it was in the middle of ends with the connection.
    client.release(true)
    throw error
  }
}
