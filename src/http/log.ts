import fp from 'fastify-plugin'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { hook } from './hook.ts'

/** Longest address in a log line, characters. */
const MOST_LOGGED = 500

const DURATION = 'http_request_duration_seconds'

/** Credentials that somebody put where they do not belong. */
const SECRET = /(access_token=|api_key=|inf_live_|\bey)[^&]*/gi

export const loggable = (url: string) => url.replace(SECRET, '$1…').slice(0, MOST_LOGGED)

export const durationOf = (registry: Registry) =>
  (registry.getSingleMetric(DURATION) as Histogram | undefined) ??
  new Histogram({
    name: DURATION,
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })

/** One log line and one observation a request. */
export const logPlugin = fp<{ registry: Registry }>(
  async (app, { registry }) => {
    const duration = durationOf(registry)
    const left = new Counter({
      name: 'http_requests_aborted_total',
      help: 'Requests whose client left before the end of the answer',
      registers: [registry],
    })
    app.addHook(
      'onResponse',
      hook((request, reply) => {
        const seconds = reply.elapsedTime / 1_000
        const route = request.routeOptions.url ?? 'none'
        duration.labels(request.method, route, String(reply.statusCode)).observe(seconds)
        const line = {
          method: request.method,
          url: loggable(request.url),
          route,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
          ip: request.ip,
        }
        if (request.routeOptions.config.unlimited) request.log.debug(line, 'request')
        else request.log.info(line, 'request')
      }),
    )
    app.addHook('onRequest', (request, { raw }, done) => {
      raw.once('close', () => {
        if (raw.writableEnded) return
        left.inc()
        request.log.info({ method: request.method, url: loggable(request.url), status: 499 }, 'request')
      })
      done()
    })
  },
  { name: 'log' },
)

/** A registry with the process's own figures in it. */
export function makeRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

/** Counts attempts to send to webhooks. */
export function deliveryMetrics(registry: Registry) {
  const deliveries = new Counter({
    name: 'webhook_deliveries_total',
    help: 'Attempts to send a message to a webhook endpoint',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'webhook_delivery_duration_seconds',
    help: 'Time from the look-up of the name of a receiver to the end of its answer',
    labelNames: ['outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return ({ outcome, latency_ms }: { outcome: string; latency_ms: number }) => {
    deliveries.inc({ outcome })
    duration.labels(outcome).observe(latency_ms / 1_000)
  }
}
