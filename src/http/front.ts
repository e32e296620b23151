import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import proxyAddress from '@fastify/proxy-addr'
import type { FastifyBaseLogger } from 'fastify'
import type { Registry } from 'prom-client'
import { matches } from './entity-tag.ts'
import { isOrdinary, type Kept, type KeptAnswers, keyOf, send } from './kept.ts'
import { durationOf, loggable } from './log.ts'
import type { Limits } from './rate-limit.ts'
import { serverOptions } from './server.ts'

export interface FrontOptions {
  kept: KeptAnswers
  limits: Limits | undefined
  registry: Registry
  log: FastifyBaseLogger
  /** Whose address a request comes from, proxies that are believed left out. */
  addressOf: (request: IncomingMessage) => string
  isClosing: () => boolean
}

/** The other end of the connection. */
export const addressOfSocket = ({ socket }: IncomingMessage): string => socket.remoteAddress ?? ''

/** The nearest address that is none of these proxies, as the framework finds it too. */
export function addressBehind(proxies: string[]): (request: IncomingMessage) => string {
  const isTrusted = proxyAddress.compile(proxies)
  return (request) => proxyAddress(request, isTrusted)
}

/** What is told of each time that an answer is sent. */
interface Told {
  readonly url: string
  readonly observe: { readonly 200: (seconds: number) => void; readonly 304: (seconds: number) => void }
}

/**
 * Sends answers that are ready before the framework has looked at the request: routing and hooks would cost as much
 * again as the sending. Limit, log and metrics are as for any other; whatever is not simply there goes on.
 */
export function frontOf({ kept, limits, registry, log, addressOf, isClosing }: FrontOptions) {
  const duration = durationOf(registry)
  const told = new WeakMap<Kept, Told>()
  const toldOf = (found: Kept, url: string): Told => {
    let one = told.get(found)
    if (one === undefined) {
      const observer = (status: number) => {
        const labelled = duration.labels('GET', found.route, String(status))
        return (seconds: number) => labelled.observe(seconds)
      }
      one = { url: loggable(url), observe: { 200: observer(200), 304: observer(304) } }
      told.set(found, one)
    }
    return one
  }

  return async (next: RequestListener, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const began = performance.now()
    const isHere = request.method === 'GET' && !isClosing() && isOrdinary(request)
    const found = isHere ? kept.find(keyOf(request)) : undefined
    const bytes = found?.answer.ready(found.answer.encodingFor(request))
    if (found === undefined || bytes === undefined) return next(request, response)
    const ip = addressOf(request)
    const isKnown = matches(request.headers['if-none-match'], bytes.tag)
    // Asking whether something changed is free.
    const left = isKnown || limits === undefined ? {} : await limits.take(`ip ${ip}`)
    if (left === undefined) return next(request, response)
    const id = serverOptions.genReqId(request)
    send(response, bytes, id, { isKnown, isHead: false, left })
    const seconds = (performance.now() - began) / 1_000
    const { url, observe } = toldOf(found, request.url!)
    const status = isKnown ? 304 : 200
    observe[status](seconds)
    const ms = Math.round(seconds * 10_000) / 10
    log.info({ request_id: id, method: 'GET', url, route: found.route, status, ms, ip }, 'request')
    kept.hit()
  }
}
