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

serve<Options>((app, { route, url, poolSize, statements, answer, records }) => {
  const pool = new pg.Pool({ connectionString: url, max: poolSize })
  const named = statements.map(({ text, values }, index) => ({
    name: `s${index}`,
    text,
    values: [...values],
  }))
  app.get(route, async (_, reply) => {
    let rows: { json: string | null }[] = []
    for (const statement of named) rows = (await pool.query<{ json: string }>(statement)).rows
    const texts = rows.slice(0, records).flatMap(({ json }) => (json === null ? [] : [json]))
    reply.type('application/json; charset=utf-8')
    return answer === 'one' ? texts[0] : `{"data":[${texts.join(',')}]}`
  })
})
