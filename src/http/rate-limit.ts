import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import {
  RateLimiterCluster,
  RateLimiterMemory,
  RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible'
import { DomainError } from '../domain/errors.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Not counted: health, metrics. */
    unlimited?: boolean
  }
}

const WINDOW_SECONDS = 60
/** Longest that a worker waits for the count that it has with the others, milliseconds. */
const COUNT_MS = 1_000
const POLICY = 'client'

/** Counts of requests by client, told in the headers of draft-ietf-httpapi-ratelimit-headers. */
export interface Limits {
  /** @throws {DomainError} `rate_limited` when none is left */
  spend(client: string, reply: FastifyReply): Promise<void>
  /** As `spend`, and gives the headers instead of setting them; undefined when none is left. */
  take(client: string): Promise<Readonly<Record<string, string>> | undefined>
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
  const options = { keyPrefix: policy, points: requests, duration: WINDOW_SECONDS }
  const own = new RateLimiterMemory(options)
  const limiter = isWorker
    ? new RLWrapperTimeouts({
        limiter: new RateLimiterCluster({ ...options, timeoutMs: COUNT_MS }),
        insuranceLimiter: own,
        timeoutMs: COUNT_MS,
      })
    : own
  const headers = (left: RateLimiterRes) => ({
    'ratelimit-policy': `"${policy}";q=${requests};w=${WINDOW_SECONDS}`,
    ratelimit: `"${policy}";r=${left.remainingPoints};t=${Math.ceil(left.msBeforeNext / 1_000)}`,
  })
  const tell = (reply: FastifyReply, left: RateLimiterRes) => {
    for (const [name, item] of Object.entries(headers(left))) {
      const others = String(reply.getHeader(name) ?? '')
        .split(', ')
        .filter((other) => other !== '' && !other.startsWith(`"${policy}"`))
      reply.header(name, [...others, item].join(', '))
    }
  }
  const tooMany = (left: RateLimiterRes) => {
    const seconds = Math.max(1, Math.ceil(left.msBeforeNext / 1_000))
    return new DomainError('rate_limited', {
      values: { seconds },
      headers: { ...headers(left), 'retry-after': String(seconds) },
    })
  }
  return {
    spend: async (client, reply) => {
      try {
        tell(reply, await limiter.consume(client))
      } catch (refused) {
        throw refused instanceof RateLimiterRes ? tooMany(refused) : refused
      }
    },
    take: async (client) => {
      try {
        return headers(await limiter.consume(client))
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return undefined
        throw refused
      }
    },
    giveBack: async (client, reply) => {
      tell(reply, await limiter.reward(client))
    },
    require: async (client) => {
      const left = await limiter.get(client)
      if (left !== null && left.consumedPoints >= requests) throw tooMany(left)
    },
  }
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
    app.addHook('onRequest', async (request) => {
      if (request.headers.authorization !== undefined && !request.routeOptions.config.unlimited)
        await limits.require(guesserOf(request))
    })
    app.addHook('onSend', async (request, reply) => {
      const isGuess = reply.statusCode === 401 && request.headers.authorization !== undefined
      if (isGuess && !request.routeOptions.config.unlimited)
        await limits.spend(guesserOf(request), reply).catch(() => {})
    })
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
    app.addHook('onRequest', async (request, reply) => {
      if (!request.routeOptions.config.unlimited) await limits.spend(clientOf(request), reply)
    })
    app.addHook('onSend', async (request, reply) => {
      if (reply.statusCode === 304 && !request.routeOptions.config.unlimited)
        await limits.giveBack(clientOf(request), reply)
    })
  },
  { name: 'rate-limit', dependencies: ['identity'] },
)
