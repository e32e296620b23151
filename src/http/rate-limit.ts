import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { DomainError } from '../domain/errors.ts'
import { type Counts, countAlone, type Left, WINDOW_SECONDS } from './allowance.ts'
import { hook, sendHook } from './hook.ts'
import { isOfLease, Leases } from './leases.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Not counted: health, metrics. */
    unlimited?: boolean
  }
}

const POLICY = 'client'

export type Headers = Readonly<Record<string, string>>

/** Counts of requests by client, told in the headers of draft-ietf-httpapi-ratelimit-headers. */
export interface Limits {
  /** @throws {DomainError} `rate_limited` when none is left */
  spend(client: string, reply: FastifyReply): Promise<void> | void
  /** As `spend`, and gives the headers instead of setting them; undefined when none is left. At once where that can be. */
  take(client: string): Headers | undefined | Promise<Headers | undefined>
  giveBack(client: string, reply: FastifyReply): Promise<void>
  /** @throws {DomainError} `rate_limited` when none is left; counts nothing */
  require(client: string): Promise<void>
}

/**
 * @param requests a minute and client; 0 for no limit
 * @param isWorker counts together with the other workers, at their primary; by itself while that does not answer
 * @param policy what the headers call it, beside others that the same request is counted by
 */
export function makeLimits(requests: number, isWorker: boolean, policy = POLICY): Limits | undefined {
  if (requests === 0) return undefined
  const counts = isWorker ? countTogether(requests, policy) : countAlone(requests)
  const headers = ({ left, endsAt }: Left) => ({
    'ratelimit-policy': `"${policy}";q=${requests};w=${WINDOW_SECONDS}`,
    ratelimit: `"${policy}";r=${Math.max(0, left)};t=${secondsTo(endsAt)}`,
  })
  const tell = (reply: FastifyReply, left: Left) => {
    for (const [name, item] of Object.entries(headers(left))) {
      const others = String(reply.getHeader(name) ?? '')
        .split(', ')
        .filter((other) => other !== '' && !other.startsWith(`"${policy}"`))
      reply.header(name, [...others, item].join(', '))
    }
  }
  const tooMany = (left: Left) => {
    const seconds = Math.max(1, secondsTo(left.endsAt))
    return new DomainError('rate_limited', {
      values: { seconds },
      headers: { ...headers(left), 'retry-after': String(seconds) },
    })
  }
  const headersIfAny = (left: Left) => (left.left < 0 ? undefined : headers(left))
  return {
    spend: (client, reply) => {
      const told = (left: Left) => {
        if (left.left < 0) throw tooMany(left)
        tell(reply, left)
      }
      const left = counts.take(client)
      return left instanceof Promise ? left.then(told) : told(left)
    },
    take: (client) => {
      const left = counts.take(client)
      return left instanceof Promise ? left.then(headersIfAny) : headersIfAny(left)
    },
    giveBack: async (client, reply) => {
      const left = counts.giveBack(client)
      if (left !== undefined) tell(reply, left)
    },
    require: async (client) => {
      const left = await counts.current(client)
      if (left !== undefined && left.left <= 0) throw tooMany(left)
    },
  }
}

const secondsTo = (endsAt: number) => Math.ceil((endsAt - performance.now()) / 1_000)

/** The primary's process has the counts of all. */
function countTogether(requests: number, policy: string): Counts {
  const leases = new Leases(policy, requests, (message) => void process.send!(message))
  process.on('message', (message) => {
    if (isOfLease(message) && message.lease === 'answer' && message.policy === policy) leases.hear(message)
  })
  return leases
}

/** Whoever is known is counted by name, wherever from; the public by address. */
export const clientOf = ({ actor, ip }: FastifyRequest) => (actor === null ? `ip ${ip}` : `actor ${actor.id}`)
const guesserOf = ({ ip }: FastifyRequest) => `guesser ${ip}`

/**
 * Refuses an address that has sent too many bad credentials, before its next are looked at. They have a count of
 * their own, so that they take nothing from the public behind the same address. To be registered before access.
 */
export const guessLimitPlugin = fp<{ limits: Limits | undefined }>(
  async (app, { limits }) => {
    if (limits === undefined) return
    const noteGuess = async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        await limits.spend(guesserOf(request), reply)
      } catch {}
    }
    app.addHook(
      'onRequest',
      hook((request) => {
        if (request.headers.authorization !== undefined && !request.routeOptions.config.unlimited)
          return limits.require(guesserOf(request))
      }),
    )
    app.addHook(
      'onSend',
      sendHook((request, reply) => {
        const isGuess = reply.statusCode === 401 && request.headers.authorization !== undefined
        if (isGuess && !request.routeOptions.config.unlimited) return noteGuess(request, reply)
      }),
    )
  },
  { name: 'guess-limit' },
)

/**
 * So many requests a minute for each client. A 304 is given back: asking whether something changed is free. To be
 * registered when it is known who calls, and before that may be refused.
 */
export const rateLimitPlugin = fp<{ limits: Limits | undefined }>(
  async (app, { limits }) => {
    if (limits === undefined) return
    app.addHook(
      'onRequest',
      hook((request, reply) => {
        if (!request.routeOptions.config.unlimited) return limits.spend(clientOf(request), reply)
      }),
    )
    app.addHook(
      'onSend',
      sendHook((request, reply) => {
        if (reply.statusCode === 304 && !request.routeOptions.config.unlimited)
          return limits.giveBack(clientOf(request), reply)
      }),
    )
  },
  { name: 'rate-limit', dependencies: ['identity'] },
)
