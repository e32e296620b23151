import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import proxyAddress from '@fastify/proxy-addr'
import type { FastifyBaseLogger } from 'fastify'
import type { Registry } from 'prom-client'
import type { Tracing } from '../tracing.ts'
import { matches } from './entity-tag.ts'
import { type Bytes, sendText } from './finished.ts'
import { takesText } from './head.ts'
import { type Kept, type KeptAnswers, keyOf } from './kept.ts'
import { durationOf, loggable } from './log.ts'
import type { Headers, Limits } from './rate-limit.ts'
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
  date: () => string
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

/** An answer that is there, for one request. */
interface Ready {
  readonly kept: Kept
  readonly bytes: Bytes
  readonly isKnown: boolean
  readonly ip: string
}

/**
 * Sends answers that are ready, and refuses what is too much, before the framework has looked at the request: routing and
 * hooks would cost as much again. Limit, log and metrics of what is sent are as for any other; what is neither goes on.
 */
export function frontOf(options: FrontOptions) {
  const { kept: answers, shed, limits, registry, log, addressOf, date, isClosing, tracing } = options
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

  /** What is found for a request, where it can be sent as it is. */
  function readyFor(request: IncomingMessage, response: ServerResponse, kept: Kept): Ready | undefined {
    const bytes = takesText(request, response)
      ? kept.answer.ready(kept.answer.encodingFor(request))
      : undefined
    if (bytes === undefined) return undefined
    const isKnown = matches(request.headers['if-none-match'], bytes.tag)
    return { kept, bytes, isKnown, ip: addressOf(request) }
  }

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    { kept, bytes, ip, isKnown }: Ready,
    { left, began }: { left: Headers; began: number },
  ): void {
    const id = serverOptions.genReqId(request)
    const { traceparent } = request.headers
    const span = tracing && beginAnswer(tracing, { method: 'GET', route: kept.route, id, traceparent })
    sendText(response, bytes, { requestId: id, left, date: date() }, isKnown)
    const seconds = (performance.now() - began) / 1_000
    const status = isKnown ? 304 : 200
    let tell = tellers[status].get(kept)
    if (tell === undefined) {
      tell = tellerOf(kept, request.url!, status)
      tellers[status].set(kept, tell)
    }
    if (span === undefined) tell({ request_id: id, ip }, seconds)
    else {
      endAnswer(span, status)
      tell({ request_id: id, ip, trace_id: span.traceId }, seconds)
    }
    answers!.hit()
  }

  return (next: RequestListener, request: IncomingMessage, response: ServerResponse): void => {
    const began = performance.now()
    const mayBeKept = !isClosing() && answers?.mayAnswer(request)
    const kept = mayBeKept ? answers?.find(keyOf(request)) : undefined
    const ready = kept && readyFor(request, response, kept)
    if (ready === undefined) {
      if (isClosing() || kept !== undefined || !shed(request, response)) next(request, response)
      return
    }
    const go = (left: Headers | undefined) => {
      // The refusal is made where all others are.
      if (left === undefined) next(request, response)
      else answer(request, response, ready, { left, began })
    }
    // Asking whether something changed is free.
    const left = ready.isKnown || limits === undefined ? {} : limits.take(`ip ${ready.ip}`)
    if (left instanceof Promise) void left.then(go)
    else go(left)
  }
}
