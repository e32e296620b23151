import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { refuse } from './server.ts'

/** What a body takes when its route says nothing else. */
const BODY_SECONDS = 15

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long the body may take to come, seconds; at most MOST_BODY_SECONDS of server.ts. */
    bodySeconds?: number
  }
}

const hasBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** How long the reader of a stream may take nothing of it, milliseconds. */
const READER_MS = 30_000

const isStream = (payload: unknown): boolean =>
  typeof (payload as { pipe?: unknown } | null)?.pipe === 'function'

/**
 * Ends a request whose body does not come: Node has one time limit for all requests, and some routes take more. Ends
 * a stream that nobody reads: it may hold a connection of the database.
 */
export const patiencePlugin = fp<{ readerMs?: number; bodySeconds?: number }>(
  async (app, { readerMs = READER_MS, bodySeconds = BODY_SECONDS }) => {
    app.addHook('onSend', async (_, { raw }, payload) => {
      if (!isStream(payload)) return
      raw.setTimeout(readerMs, () => {
        // What is slow may be the database, and then nothing waits to be read.
        if (raw.writableLength > 0) raw.destroy()
      })
    })
    app.addHook('onRequest', async (request, reply) => {
      if (!hasBody(request)) return
      const { raw } = request
      const late = Object.assign(new Error('the body is too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
      const seconds = request.routeOptions.config.bodySeconds ?? bodySeconds
      const timer = setTimeout(() => refuse(late, raw.socket), seconds * 1_000)
      const inTime = () => clearTimeout(timer)
      for (const event of ['end', 'close']) raw.once(event, inTime)
      // Answered before the body was read: nobody waits for it any more.
      for (const event of ['finish', 'close']) reply.raw.once(event, inTime)
    })
  },
  { name: 'patience' },
)
