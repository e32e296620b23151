import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { type Door, reachable, readAddress } from './address.ts'

/** What became of a request of ours: an answer, or why there is none. */
export type Sent =
  | { readonly status: number; readonly retryAfter: string | null; readonly beginning: string }
  | { readonly error: SendError }

export const SEND_ERRORS = [
  'url_not_allowed',
  'name_not_found',
  'not_connected',
  'connection_broken',
  'tls_failed',
  'timed_out',
] as const
export type SendError = (typeof SEND_ERRORS)[number]

export interface Post {
  /** Never throws. Redirects are answers like any other: nobody follows them. */
  send(url: string, headers: Record<string, string>, body: string): Promise<Sent>
  close(): void
}

const CONNECT_MS = 5_000
/** From the look-up of the name to the last byte that is read of the answer. */
const TOTAL_MS = 10_000
/** An answer is read so far at the most, and the connection ended. */
const MOST_BYTES = 65_536
const BEGINNING = 200
/** A connection that nobody uses is kept that long for the next request. */
const IDLE_MS = 4_000

/** Sends to addresses that strangers gave us, through the door alone. */
export function makePost(door: Door, limits = { connectMs: CONNECT_MS, totalMs: TOTAL_MS }): Post {
  const options = { keepAlive: true, timeout: IDLE_MS, maxFreeSockets: 64 }
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) }

  async function attempt(url: URL, headers: Record<string, string>, body: string, signal: AbortSignal) {
    const addresses = await before(signal, reachable(url, door))
    if (addresses === 'not_allowed') return { error: 'url_not_allowed' } as const
    if (addresses.length === 0) return { error: 'name_not_found' } as const
    // What was looked at is what is connected to: the name is not asked for again.
    const lookup: LookupFunction = (_, { all }, done) =>
      all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family)
    const secure = url.protocol === 'https:'
    const request = (secure ? https : http).request(url, {
      method: 'POST',
      agent: agents[secure ? 'https:' : 'http:'],
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup,
      signal,
    })
    return await answered(request, body, limits.connectMs)
  }

  return {
    async send(text, headers, body) {
      const url = readAddress(text, door)
      if (url === undefined) return { error: 'url_not_allowed' }
      const signal = AbortSignal.timeout(limits.totalMs)
      for (let again = false; ; again = true) {
        try {
          return await attempt(url, headers, body, signal)
        } catch (error) {
          // The other side had closed a kept connection just when it was used again.
          if (error instanceof StaleConnection && !again) continue
          return { error: errorOf(error as NodeJS.ErrnoException, signal) }
        }
      }
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

class StaleConnection extends Error {}

async function answered(request: http.ClientRequest, body: string, connectMs: number): Promise<Sent> {
  const { promise, resolve, reject } = Promise.withResolvers<Sent>()
  request.on('socket', (socket) => {
    if (!socket.connecting) return
    const timer = setTimeout(() => request.destroy(new Error('ETIMEDOUT')), connectMs)
    for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(timer))
  })
  request.on('error', (error: NodeJS.ErrnoException) => {
    const stale = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
    reject(stale ? new StaleConnection() : error)
  })
  request.on('response', (response) => {
    const chunks: Buffer[] = []
    let read = 0
    const done = () =>
      resolve({
        status: response.statusCode ?? 0,
        retryAfter: response.headers['retry-after'] ?? null,
        beginning: beginningOf(Buffer.concat(chunks)),
      })
    response.on('data', (chunk: Buffer) => {
      read += chunk.length
      if (read <= MOST_BYTES) return void chunks.push(chunk)
      done()
      request.destroy()
    })
    response.on('end', done)
    response.on('error', reject)
  })
  request.end(body)
  return await promise
}

/** Its first characters, without those that PostgreSQL or a terminal would choke on. */
const beginningOf = (bytes: Buffer) =>
  bytes
    .subarray(0, BEGINNING * 4)
    .toString('utf8')
    .replaceAll(/[\p{Cc}\p{Cf}\uFFFD]+/gu, ' ')
    .slice(0, BEGINNING)
    .toWellFormed()

function errorOf(error: NodeJS.ErrnoException, signal: AbortSignal): SendError {
  const text = `${error.code ?? ''} ${error.message}`
  if (signal.aborted || /ETIMEDOUT/.test(text)) return 'timed_out'
  if (/CERT|SSL|TLS|self.signed|EPROTO|ALTNAME|ISSUER|LEAF_SIGNATURE/i.test(text)) return 'tls_failed'
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/.test(text)) return 'not_connected'
  return /ENOTFOUND|EAI_/.test(text) ? 'name_not_found' : 'connection_broken'
}

/** @throws what aborted */
async function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason as Error)
  signal.addEventListener('abort', abort, { once: true })
  return await Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', abort))
}
