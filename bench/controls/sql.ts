// Bare Fastify and raw pg: the very statements of the service, named, so that they are prepared once.
import pg from 'pg'
import type { Statement } from '../capture.ts'
import { serve } from './serve.ts'

interface Options {
  route: string
  url: string
  poolSize: number
  statements: Statement[]
  answer: 'list' | 'one'
  /** How many are sent; the service reads one more to know whether there are any. */
  records: number
}

/** The record stands in one column or the other. */
interface Row {
  json?: string | null
  json_bytes?: string | null
}

serve<Options>((app, { route, url, poolSize, statements, answer, records }) => {
  const pool = new pg.Pool({ connectionString: url, max: poolSize })
  const named = statements.map(({ text, values }, index) => ({
    name: `s${index}`,
    text,
    values: [...values],
  }))
  app.get(route, async (_, reply) => {
    let rows: Row[] = []
    for (const statement of named) rows = (await pool.query<Row>(statement)).rows
    const texts = rows.slice(0, records).flatMap((row) => row.json ?? row.json_bytes ?? [])
    reply.type('application/json; charset=utf-8')
    return answer === 'one' ? texts[0] : `{"data":[${texts.join(',')}]}`
  })
})
