import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { Head } from '../db/head.ts'
import type { Ground } from '../db/listing.ts'
import { readPosition } from '../domain/position.ts'
import { entityTag, matches } from './entity-tag.ts'
import { type Encoding, type Format, negotiateEncoding } from './negotiate.ts'
import { clientOf, type Limits } from './rate-limit.ts'
import { hasOneHost } from './security.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Finished answers; undefined where none are kept. */
    kept?: KeptAnswers
  }
}

/** Below this many bytes compressing costs more than it saves. */
const COMPRESS_FROM = 1_000
/** Larger answers are made anew each time: a few of them would push out all others. */
const MOST_BYTES = 4_194_304
/** What an answer takes besides its bytes: headers, keys, the cache's own. */
const OVERHEAD = 2_000
const MOST_ACCEPT = 200
/** Above this many bytes copying a body costs more than a second write. */
const SMALL_BYTES = 8_192
/** An answer may depend on the civil day, and a day of Casablanca ends with an hour of UTC. */
const HOUR_MS = 3_600_000

/** Quick rather than small: an answer is made while its client waits. */
export const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** Headers that are of one request, not of the answer. */
const OF_ONE = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy', 'connection', 'date'])

/** An answer in one encoding: all that is left is to send it. */
interface Bytes {
  readonly tag: string
  readonly body: Buffer
  /** Of a small one: text goes out together with the head, which costs a third less. */
  readonly latin1: string | undefined
  /** Names and values in turn, as Node takes them. */
  readonly headers: readonly string[]
  /** The same of a 304. */
  readonly knownHeaders: readonly string[]
}

/** An answer whose text is finished, in as many encodings as somebody has asked for. */
export class FinishedAnswer {
  readonly #url: string
  readonly #format: Format
  readonly #version: string
  readonly #variant: readonly string[]
  readonly #text: Buffer
  readonly #encoded = new Map<Encoding, Promise<Buffer>>()
  readonly #ready = new Map<Encoding, Bytes>()
  readonly #tags = new Map<Encoding, string>()

  constructor(
    url: string,
    answer: { readonly format: Format; readonly version: string; readonly variant: readonly string[] },
    text: string,
  ) {
    this.#url = url
    this.#format = answer.format
    this.#version = answer.version
    this.#variant = answer.variant
    this.#text = Buffer.from(text)
  }

  get size(): number {
    return this.#text.length
  }

  /** In which encoding a client gets it. */
  encodingFor({ headers }: Pick<IncomingMessage, 'headers'>): Encoding {
    return this.#text.length < COMPRESS_FROM ? 'identity' : negotiateEncoding(headers)
  }

  tag(encoding: Encoding): string {
    let tag = this.#tags.get(encoding)
    if (tag === undefined) {
      tag = entityTag(this.#url, this.#version, [this.#format, encoding, ...this.#variant])
      this.#tags.set(encoding, tag)
    }
    return tag
  }

  /** The bytes, compressed once however many want them. */
  async in(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return this.#text
    let body = this.#encoded.get(encoding)
    if (body === undefined) {
      body = encoding === 'br' ? compressBrotli(this.#text, BROTLI) : compressGzip(this.#text)
      this.#encoded.set(encoding, body)
    }
    return await body
  }

  /** With its headers, once they are known: `common` are those of the answer in whatever encoding. */
  async whole(encoding: Encoding, common: readonly string[]): Promise<Bytes> {
    const known = this.#ready.get(encoding)
    if (known !== undefined) return known
    const body = await this.in(encoding)
    const tag = this.tag(encoding)
    const headers = [...common, 'etag', tag]
    if (encoding !== 'identity') headers.push('content-encoding', encoding)
    const bytes = {
      tag,
      body,
      latin1: body.length <= SMALL_BYTES ? body.toString('latin1') : undefined,
      headers: [...headers, 'content-length', String(body.length)],
      knownHeaders: headers.filter((_, index) => headers[index - (index % 2)] !== 'content-type'),
    }
    this.#ready.set(encoding, bytes)
    return bytes
  }

  ready(encoding: Encoding): Bytes | undefined {
    return this.#ready.get(encoding)
  }
}

interface Found {
  readonly bytes: Bytes
  /** The client has it already. */
  readonly isKnown: boolean
}

/** An answer that is being made. */
interface Making {
  /** In which it was begun. */
  readonly hour: number
  /** To be called when it is made, or will not be. */
  readonly done: () => void
}

export interface Kept {
  readonly answer: FinishedAnswer
  readonly headers: readonly string[]
  /** The address as the contract writes it. */
  readonly route: string
  readonly types: readonly string[]
  readonly position: number
  readonly epoch: string
  readonly hour: number
  /** Of the head when the answer was last found to hold. */
  generation: number
}

/**
 * Finished answers to the public, each as long as the journal has nothing newer of what it depends on, and none longer
 * than until the end of the hour. Bounded by bytes; whoever was asked for least lately goes first.
 */
export class KeptAnswers {
  readonly #head: Head
  readonly #now: () => number
  readonly #answers: LRUCache<string, Kept>
  readonly #making = new Map<string, Promise<void>>()

  constructor(options: { head: Head; now: () => number; mostBytes: number }) {
    this.#head = options.head
    this.#now = options.now
    this.#answers = new LRUCache({
      maxSize: options.mostBytes,
      // Compressed forms come later, and are together smaller than the text.
      sizeCalculation: ({ answer }) => 2 * answer.size + OVERHEAD,
    })
  }

  /** Notes that an answer was there. */
  hit: () => void = () => {}

  get bytes(): number {
    return this.#answers.calculatedSize
  }

  /** The answer to an address as it is accepted, if it still holds. */
  find(key: string): Kept | undefined {
    const kept = this.#answers.get(key)
    if (kept === undefined) return undefined
    if (this.#holds(kept)) return kept
    // While it is not known what is new, an answer may hold all the same, and is not thrown away.
    if (this.#head.isCurrent()) this.#answers.delete(key)
    return undefined
  }

  #holds(kept: Kept): boolean {
    const head = this.#head
    if (!head.isCurrent() || kept.epoch !== head.epoch() || kept.hour !== this.#hour()) return false
    const generation = head.generation()
    if (kept.generation !== generation) {
      if (kept.types.some((type) => head.latestOf(type) > kept.position)) return false
      kept.generation = generation
    }
    return true
  }

  #hour(): number {
    return Math.floor(this.#now() / HOUR_MS)
  }

  keep(
    key: string,
    { answer, headers, route }: Pick<Kept, 'answer' | 'headers' | 'route'>,
    ground: Ground,
    hour: number,
  ): void {
    const at = readPosition(ground.position)
    if (at === undefined || answer.size > MOST_BYTES || hour !== this.#hour()) return
    this.#answers.set(key, {
      ...{ answer, headers, route },
      types: ground.dependsOn,
      position: at.number,
      epoch: at.epoch,
      hour,
      generation: -1,
    })
  }

  /** Resolves when whoever is making this very answer has; undefined when nobody is. */
  making(key: string): Promise<void> | undefined {
    return this.#making.get(key)
  }

  /** Says that an answer is being made. */
  make(key: string): Making {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#making.set(key, promise)
    const done = () => {
      if (this.#making.get(key) === promise) this.#making.delete(key)
      resolve()
    }
    return { hour: this.#hour(), done }
  }
}

/** Whether a request asks what everybody may ask, and in a way that an answer may be kept for. */
export function isOrdinary(raw: IncomingMessage): boolean {
  const { method, headers } = raw
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.authorization === undefined &&
    headers['transfer-encoding'] === undefined &&
    headers['content-length'] === undefined &&
    headers['min-position'] === undefined &&
    (headers.accept === undefined || headers.accept.length <= MOST_ACCEPT) &&
    hasOneHost(raw)
  )
}

export const keyOf = ({ url, headers }: IncomingMessage) => `${url}\n${headers.accept ?? ''}`

const begun = new WeakMap<FastifyRequest, Making>()

/** Says that the answer to a request will take long, or is not one to be kept: nobody else waits for it. */
export const letOthersGo = (request: FastifyRequest): void => begun.get(request)?.done()

/** Keeps an answer that is about to be sent with the headers that it has by now. */
export function keepAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: FinishedAnswer,
  ground: Ground,
): void {
  const beginning = begun.get(request)
  if (beginning === undefined) return
  const headers = Object.entries(reply.getHeaders())
    .filter(([name]) => !OF_ONE.has(name) && name !== 'etag' && name !== 'content-encoding')
    .flatMap(([name, value]) => [name, String(value)])
  const route = request.routeOptions.url ?? ''
  request.server.kept?.keep(keyOf(request.raw), { answer, headers, route }, ground, beginning.hour)
  beginning.done()
}

/**
 * Answers what is kept before anything else is done, the limit of requests aside; and lets a hundred who ask the same
 * at once wait for the first of them. To be registered before all that sets headers, so that none are set in vain.
 */
export const keptPlugin = fp<{ kept: KeptAnswers; limits: Limits | undefined; registry: Registry }>(
  async (app, { kept, limits, registry }) => {
    app.decorate('kept', kept)
    const answered = new Counter({
      name: 'kept_answers_total',
      help: 'Public reads by whether a kept answer was there',
      labelNames: ['found'],
      registers: [registry],
    })
    const [hits, misses] = [answered.labels('yes'), answered.labels('no')]
    kept.hit = () => hits.inc()
    new Gauge({
      name: 'kept_answers_bytes',
      help: 'Memory that kept answers take, about',
      registers: [registry],
      collect() {
        this.set(kept.bytes)
      },
    })

    /** What is kept for a request, in the encoding that it takes. */
    async function find(request: FastifyRequest): Promise<Found | undefined> {
      const found = kept.find(keyOf(request.raw))
      if (found === undefined) return undefined
      const bytes = await found.answer.whole(found.answer.encodingFor(request.raw), found.headers)
      return { bytes, isKnown: matches(request.headers['if-none-match'], bytes.tag) }
    }

    app.addHook('onRequest', async (request, reply) => {
      const found = isOrdinary(request.raw) ? await find(request) : undefined
      if (found === undefined) return
      const { bytes, isKnown } = found
      // Asking whether something changed is free.
      const left = isKnown || limits === undefined ? {} : await limits.take(clientOf(request))
      // The refusal is made where all others are.
      if (left === undefined) return
      hits.inc()
      reply.hijack()
      send(reply.raw, bytes, request.id, { isKnown, isHead: request.method === 'HEAD', left })
    })
    app.addHook('preHandler', async (request, reply) => {
      const { access, unlimited } = request.routeOptions.config
      if (access !== 'public' || unlimited || request.method !== 'GET' || !isOrdinary(request.raw)) return
      const key = keyOf(request.raw)
      const others = kept.making(key)
      if (others !== undefined) {
        await others
        const found = await find(request)
        if (found !== undefined) {
          hits.inc()
          return sendThrough(reply, found)
        }
      }
      misses.inc()
      const making = kept.make(key)
      begun.set(request, making)
      reply.raw.once('close', making.done)
    })
    app.addHook('onSend', async (request) => letOthersGo(request))
  },
  { name: 'kept' },
)

/** Sends what is kept with the headers that have been set by now: those of the limit are of this request. */
function sendThrough(reply: FastifyReply, { bytes, isKnown }: Found): FastifyReply {
  const headers = isKnown ? bytes.knownHeaders : bytes.headers
  for (let at = 0; at < headers.length; at += 2) reply.header(headers[at]!, headers[at + 1]!)
  return isKnown ? reply.code(304).send() : reply.send(bytes.body)
}

/** Sends what is kept, or that the client has it. */
export function send(
  response: ServerResponse,
  { body, latin1, headers, knownHeaders }: Bytes,
  requestId: string,
  how: { isKnown: boolean; isHead: boolean; left: Readonly<Record<string, string>> },
): void {
  const all = [...(how.isKnown ? knownHeaders : headers), 'x-request-id', requestId]
  for (const name in how.left) all.push(name, how.left[name]!)
  response.writeHead(how.isKnown ? 304 : 200, all)
  if (how.isKnown || how.isHead) response.end()
  else if (latin1 === undefined) response.end(body)
  else response.end(latin1, 'latin1')
}
