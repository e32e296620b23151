// Bare Fastify and COPY piped to the reply.
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { serve } from './serve.ts'

interface Options {
  route: string
  url: string
  poolSize: number
  text: string
}

serve<Options>((app, { route, url, poolSize, text }) => {
  const pool = new pg.Pool({ connectionString: url, max: poolSize })
  app.get(route, async (_, reply) => {
    const client = await pool.connect()
    const stream = client.query(copyTo(text))
    let whole = false
    stream.once('end', () => {
      whole = true
      client.release()
    })
    // The load leaves in the middle of its last answers.
    stream.once('close', () => {
      if (!whole) client.release(true)
    })
    reply.type('text/csv; charset=utf-8')
    return stream
  })
})
