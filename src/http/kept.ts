import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { Head } from '../db/head.ts'
import type { Ground } from '../db/listing.ts'
import { readPosition } from '../domain/position.ts'
import { matches } from './entity-tag.ts'
import { type Bytes, type FinishedAnswer, send } from './finished.ts'
import { clientOf, type Limits } from './rate-limit.ts'
import { hasOneHost } from './security.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Finished answers; undefined where none are kept. */
    kept?: KeptAnswers
  }
}

/** Larger answers are made anew each time: a few of them would push out all others. */
const MOST_BYTES = 4_194_304
/** What an answer takes besides its bytes: headers, keys, the cache's own. */
const OVERHEAD = 2_000
const MOST_ACCEPT = 200
/** An answer may depend on the civil day, and a day of Casablanca ends with an hour of UTC. */
const HOUR_MS = 3_600_000

/** Headers that are of one request, not of the answer. */
const OF_ONE = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy', 'connection', 'date'])

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
  /** Each part of it, with the types that it was made of and where they stood. */
  readonly parts: readonly { readonly types: readonly string[]; readonly position: number }[]
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

  /** Whether what is kept is good enough for a request: what it says to have seen, this process knows of. */
  mayAnswer(raw: IncomingMessage): boolean {
    const text = raw.headers['min-position']
    if (text === undefined) return isForAnybody(raw)
    const least = typeof text === 'string' ? readPosition(text) : undefined
    if (least === undefined || least.epoch !== this.#head.epoch()) return false
    return least.number <= this.#head.wholeTo() && isForAnybody(raw)
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
      const hasMoved = kept.parts.some(({ types, position }) =>
        types.some((type) => head.latestOf(type) > position),
      )
      if (hasMoved) return false
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
    grounds: readonly Ground[],
    hour: number,
  ): void {
    const places = grounds.map(({ position }) => readPosition(position))
    const epoch = places[0]?.epoch
    if (epoch === undefined || places.some((place) => place?.epoch !== epoch)) return
    if (answer.size > MOST_BYTES || hour !== this.#hour()) return
    this.#answers.set(key, {
      ...{ answer, headers, route },
      parts: grounds.map(({ dependsOn }, at) => ({ types: dependsOn, position: places[at]!.number })),
      ...{ epoch, hour },
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

/** Whether a request asks what everybody may ask, as new as it happens to be. */
export const isOrdinary = (raw: IncomingMessage): boolean =>
  raw.headers['min-position'] === undefined && isForAnybody(raw)

/** Whether a request asks what everybody may ask, and in a way that an answer may be kept for. */
function isForAnybody(raw: IncomingMessage): boolean {
  const { method, headers } = raw
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.authorization === undefined &&
    headers['transfer-encoding'] === undefined &&
    headers['content-length'] === undefined &&
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
  grounds: readonly Ground[],
): void {
  const beginning = begun.get(request)
  if (beginning === undefined) return
  const headers = Object.entries(reply.getHeaders())
    .filter(([name]) => !OF_ONE.has(name) && name !== 'etag' && name !== 'content-encoding')
    .flatMap(([name, value]) => [name, String(value)])
  const route = request.routeOptions.url ?? ''
  request.server.kept?.keep(keyOf(request.raw), { answer, headers, route }, grounds, beginning.hour)
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
      const found = kept.mayAnswer(request.raw) ? await find(request) : undefined
      if (found === undefined) return
      const { bytes, isKnown } = found
      // Asking whether something changed is free.
      const left = isKnown || limits === undefined ? {} : await limits.take(clientOf(request))
      // The refusal is made where all others are.
      if (left === undefined) return
      hits.inc()
      reply.hijack()
      send(reply.raw, bytes, { requestId: request.id, left }, { isKnown, isHead: request.method === 'HEAD' })
    })
    app.addHook('preHandler', async (request, reply) => {
      const { access, unlimited } = request.routeOptions.config
      if (access !== 'public' || unlimited || request.method !== 'GET' || !kept.mayAnswer(request.raw)) return
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
  const { status, headers } = isKnown ? bytes.knownHead : bytes.head
  for (let at = 0; at < headers.length; at += 2) reply.header(headers[at]!, headers[at + 1]!)
  return reply.code(status).send(isKnown ? undefined : bytes.body)
}
