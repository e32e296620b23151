import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { hook } from './hook.ts'
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

/** How long a client may take nothing of what waits to be sent to it, milliseconds. */
const READER_MS = 30_000
/** How often that is looked at within that time. */
const LOOKS = 6

/**
 * Ends connections whose client does not read its answer: an export holds a connection of the database as long. The time
 * limit of sockets is none for this: each byte that the system takes begins it anew.
 */
function endUnread(server: Server, readerMs: number): NodeJS.Timeout {
  const seen = new Map<Socket, { sent: number; at: number }>()
  server.on('connection', (socket) => {
    seen.set(socket, { sent: 0, at: 0 })
    socket.once('close', () => seen.delete(socket))
  })
  const look = () => {
    const now = performance.now()
    for (const [socket, { sent, at }] of seen) {
      const waiting = socket.writableLength
      // Only pieces that have been sent whole count.
      const whole = socket.bytesWritten - waiting
      if (waiting === 0 || whole !== sent) seen.set(socket, { sent: whole, at: now })
      else if (now - at >= readerMs) socket.destroy()
    }
  }
  return setInterval(look, readerMs / LOOKS).unref()
}

/**
 * Ends a request whose body does not come: Node has one time limit for all requests, and some routes take more. Ends
 * an answer that nobody reads.
 */
export const patiencePlugin = fp<{ readerMs?: number; bodySeconds?: number }>(
  async (app, { readerMs = READER_MS, bodySeconds = BODY_SECONDS }) => {
    const looking = endUnread(app.server, readerMs)
    app.addHook('onClose', async () => clearInterval(looking))
    app.addHook(
      'onRequest',
      hook((request, reply) => {
        if (!hasBody(request)) return
        const { raw } = request
        const late = Object.assign(new Error('the body is too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
        const seconds = request.routeOptions.config.bodySeconds ?? bodySeconds
        const timer = setTimeout(() => refuse(late, raw.socket), seconds * 1_000)
        const inTime = () => clearTimeout(timer)
        for (const event of ['end', 'close']) raw.once(event, inTime)
        // Answered before the body was read: nobody waits for it any more.
        for (const event of ['finish', 'close']) reply.raw.once(event, inTime)
      }),
    )
  },
  { name: 'patience' },
)
