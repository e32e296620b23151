import fp from 'fastify-plugin'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../domain/errors.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Not counted: health, metrics. */
    unlimited?: boolean
  }
}

const WINDOW_SECONDS = 60
const POLICY = 'client'

/**
 * So many requests a minute for each client address, told in the headers of draft-ietf-httpapi-ratelimit-headers.
 * A 304 is given back: asking whether something changed is free.
 *
 * @param requests a minute and client; 0 for no limit
 */
export const rateLimitPlugin = fp<{ requests: number }>(
  async (app, { requests }) => {
    if (requests === 0) return
    const limiter = new RateLimiterMemory({ points: requests, duration: WINDOW_SECONDS })
    const headers = (left: RateLimiterRes) => ({
      'ratelimit-policy': `"${POLICY}";q=${requests};w=${WINDOW_SECONDS}`,
      ratelimit: `"${POLICY}";r=${left.remainingPoints};t=${Math.ceil(left.msBeforeNext / 1_000)}`,
    })
    app.addHook('onRequest', async (request, reply) => {
      if (request.routeOptions.config.unlimited) return
      try {
        reply.headers(headers(await limiter.consume(request.ip)))
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
        throw new DomainError('rate_limited', {
          values: { seconds },
          headers: { ...headers(refused), 'retry-after': String(seconds) },
        })
      }
    })
    app.addHook('onSend', async (request, reply) => {
      if (reply.statusCode !== 304 || request.routeOptions.config.unlimited) return
      reply.headers(headers(await limiter.reward(request.ip)))
    })
  },
  { name: 'rate-limit' },
)
