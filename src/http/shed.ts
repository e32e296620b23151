import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { BoundedPool } from '../db/database.ts'
import { LONGEST_RETRY_S, overloaded } from '../db/errors.ts'
import { PROBLEMS } from '../domain/errors.ts'
import { LANGUAGES, type Language } from '../domain/messages.ts'
import { headText, sendWithHead, takesText } from './head.ts'
import { isOrdinary } from './kept.ts'
import { negotiateLanguage } from './negotiate.ts'
import { asReference, problemBody } from './problem.ts'
import { serverOptions } from './server.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without asking the database. */
    constant?: boolean
  }
}

const STATUS = PROBLEMS.overloaded
/** How often it is told how many were refused, milliseconds: a line for each would cost as much as the refusal. */
const TELL_MS = 1_000

/** Refuses a request, or does nothing. @returns whether it was refused */
export type Shedder = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * Refuses public reads while as many wait for a connection as may, before the framework has looked at the request: what
 * the usual way costs, thousands of refusals would take from those that can be answered. To be made before routes are.
 */
export function shedderOf(
  app: FastifyInstance,
  options: {
    pool: BoundedPool
    /** Whether no server has room where a public read may be made. */
    isFull: () => boolean
    exposed: readonly string[]
    /** Whose address a request comes from. */
    addressOf: (request: IncomingMessage) => string
    /** The instant as HTTP writes it. */
    date: () => string
  },
): Shedder {
  const { pool, isFull, exposed, addressOf, date } = options
  const constants = new Set<string>()
  app.addHook('onRoute', ({ url, config }) => {
    if (config?.constant) constants.add(url)
  })
  const isOfDatabase = (url: string) => url.startsWith('/v1/') && !constants.has(url.split('?', 1)[0]!)
  let answers: ReturnType<typeof answersOf> | undefined
  /** How many were refused, by address, since it was told last. */
  const untold = new Map<string, number>()
  const tell = () => {
    const refused = [...untold.values()].reduce((total, count) => total + count)
    const [ip, most] = [...untold].reduce((one, other) => (other[1] > one[1] ? other : one))
    app.log.warn(
      { refused, from: untold.size, most: { ip, refused: most } },
      'more is asked than can be answered',
    )
    untold.clear()
  }

  return (request, response) => {
    if (!isFull() || !isOfDatabase(request.url!) || !isOrdinary(request)) return false
    pool.refused += 1
    if (untold.size === 0) setTimeout(tell, TELL_MS).unref()
    const ip = addressOf(request)
    untold.set(ip, (untold.get(ip) ?? 0) + 1)
    answers ??= answersOf(app, exposed)
    const { body, heads, encoding } = answers[negotiateLanguage(request.headers)]
    const id = serverOptions.genReqId(request)
    const text = `${body},"instance":${JSON.stringify(asReference(request.url!))},"request_id":"${id}"}`
    const head = heads[pool.refused % heads.length]!
    const length = Buffer.byteLength(text, encoding)
    if (takesText(request, response)) {
      const own = `Date: ${date()}\r\nx-request-id: ${id}\r\ncontent-length: ${length}\r\n`
      sendWithHead(response, head, own, text, encoding)
      return true
    }
    response.writeHead(STATUS, [...head.headers, 'x-request-id', id, 'content-length', String(length)])
    response.end(request.method === 'HEAD' ? undefined : text, encoding)
    return true
  }
}

/** All that is the same each time, in each language; not all are told to come back at the same time. */
function answersOf(app: FastifyInstance, exposed: readonly string[]) {
  const common = {
    ...app.fixedHeaders,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposed.join(', '),
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'Accept-Language',
  }
  const headIn = (language: Language, seconds: number) => {
    const own = { 'content-language': language, 'retry-after': String(seconds) }
    const headers = Object.entries({ ...common, ...own }).flat()
    return { status: STATUS, headers, text: headText(STATUS, headers) }
  }
  const answerIn = (language: Language) => {
    const { instance: _, request_id: __, ...same } = problemBody(overloaded(), language, '', '')
    const body = JSON.stringify(same).slice(0, -1)
    return {
      body,
      // Plain letters are written in less time.
      encoding: /^[\x20-\x7e]*$/.test(body) ? ('latin1' as const) : ('utf8' as const),
      heads: Array.from({ length: LONGEST_RETRY_S }, (_, index) => headIn(language, index + 1)),
    }
  }
  return Object.fromEntries(LANGUAGES.map((language) => [language, answerIn(language)])) as Record<
    Language,
    ReturnType<typeof answerIn>
  >
}
