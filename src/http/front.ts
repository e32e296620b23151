import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import proxyAddress from '@fastify/proxy-addr'
import type { FastifyBaseLogger } from 'fastify'
import type { Registry } from 'prom-client'
import type { Tracing } from '../tracing.ts'
import { matches } from './entity-tag.ts'
import { isOrdinary, type Kept, type KeptAnswers, keyOf, send } from './kept.ts'
import { durationOf, loggable } from './log.ts'
import type { Limits } from './rate-limit.ts'
import { serverOptions } from './server.ts'
import type { Shedder } from './shed.ts'
import { beginAnswer, endAnswer } from './traces.ts'

export interface FrontOptions {
  /** Undefined where none are. */
  kept: KeptAnswers | undefined
  shed: Shedder
  limits: Limits | undefined
  registry: Registry
  log: FastifyBaseLogger
  /** Whose address a request comes from, proxies that are believed left out. */
  addressOf: (request: IncomingMessage) => string
  isClosing: () => boolean
  tracing?: Tracing | undefined
}

/** The other end of the connection. */
export const addressOfSocket = ({ socket }: IncomingMessage): string => socket.remoteAddress ?? ''

/** The nearest address that is none of these proxies, as the framework finds it too. */
export function addressBehind(proxies: string[]): (request: IncomingMessage) => string {
  const isTrusted = proxyAddress.compile(proxies)
  return (request) => proxyAddress(request, isTrusted)
}

/** Tells of one more time that an answer is sent. */
type Teller = (request: { request_id: string; ip: string; trace_id?: string }, seconds: number) => void

/**
 * Sends answers that are ready, and refuses what is too much, before the framework has looked at the request: routing and
 * hooks would cost as much again. Limit, log and metrics of what is sent are as for any other; what is neither goes on.
 */
export function frontOf(options: FrontOptions) {
  const { kept, shed, limits, registry, log, addressOf, isClosing, tracing } = options
  const duration = durationOf(registry)
  // What is the same each time is written once.
  const tellerOf = ({ route }: Kept, url: string, status: number): Teller => {
    const observed = duration.labels('GET', route, String(status))
    const line = log.child({ method: 'GET', url: loggable(url), route, status })
    return (request, seconds) => {
      observed.observe(seconds)
      line.info({ ...request, ms: Math.round(seconds * 10_000) / 10 }, 'request')
    }
  }
  const tellers = { 200: new WeakMap<Kept, Teller>(), 304: new WeakMap<Kept, Teller>() }

  return async (next: RequestListener, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const began = performance.now()
    if (isClosing()) return next(request, response)
    const found = isOrdinary(request) ? kept?.find(keyOf(request)) : undefined
    if (found === undefined) {
      if (!shed(request, response)) next(request, response)
      return
    }
    const bytes =
      request.method === 'HEAD' ? undefined : found.answer.ready(found.answer.encodingFor(request))
    if (bytes === undefined) return next(request, response)
    const ip = addressOf(request)
    const isKnown = matches(request.headers['if-none-match'], bytes.tag)
    // Asking whether something changed is free.
    const left = isKnown || limits === undefined ? {} : await limits.take(`ip ${ip}`)
    if (left === undefined) return next(request, response)
    const id = serverOptions.genReqId(request)
    const { traceparent } = request.headers
    const span = tracing && beginAnswer(tracing, { method: 'GET', route: found.route, id, traceparent })
    send(response, bytes, id, { isKnown, isHead: false, left })
    const seconds = (performance.now() - began) / 1_000
    const status = isKnown ? 304 : 200
    const tell = tellers[status].get(found) ?? tellerOf(found, request.url!, status)
    tellers[status].set(found, tell)
    if (span === undefined) tell({ request_id: id, ip }, seconds)
    else {
      endAnswer(span, status)
      tell({ request_id: id, ip, trace_id: span.traceId }, seconds)
    }
    kept!.hit()
  }
}
