import fp from 'fastify-plugin'
import type { BoundedPool } from '../db/database.ts'
import { overloaded } from '../db/errors.ts'
import { PROBLEMS } from '../domain/errors.ts'
import { isOrdinary } from './kept.ts'
import { negotiateLanguage } from './negotiate.ts'
import { asReference, problemBody } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without asking the database. */
    constant?: boolean
  }
}

/** An error costs a stack, so that each is made once; they differ in when they say to come back. */
const PROBLEMS_TO_TELL = Array.from({ length: 16 }, () => overloaded())

/**
 * Refuses public reads while as many wait for a connection as may, before anything else is done for them: what the
 * usual way costs, thousands of refusals would take from those that can be answered. To be registered after what is
 * answered from memory.
 */
export const shedPlugin = fp<{
  pool: BoundedPool
  /** Of another server, where a public read may be made as well. */
  other: () => BoundedPool | undefined
  exposed: readonly string[]
}>(
  async (app, { pool, other, exposed }) => {
    const common = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': exposed.join(', '),
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'Accept-Language',
    }
    let turn = 0
    app.addHook('onRequest', (request, reply, done) => {
      const { access, unlimited, constant } = request.routeOptions.config
      const asksDatabase = access === 'public' && !unlimited && !constant && request.url.startsWith('/v1/')
      if (!pool.isFull || !asksDatabase || !isOrdinary(request.raw)) return done()
      if (other()?.isFull === false) return done()
      pool.refused += 1
      turn = (turn + 1) % PROBLEMS_TO_TELL.length
      const problem = PROBLEMS_TO_TELL[turn]!
      const language = negotiateLanguage(request.headers)
      const body = JSON.stringify(problemBody(problem, language, asReference(request.url), request.id))
      reply.hijack()
      reply.raw.writeHead(PROBLEMS[problem.code], {
        ...app.fixedHeaders,
        ...common,
        ...problem.headers,
        'content-language': language,
        'x-request-id': request.id,
        'content-length': Buffer.byteLength(body),
      })
      reply.raw.end(request.method === 'HEAD' ? undefined : body)
    })
  },
  { name: 'shed' },
)
