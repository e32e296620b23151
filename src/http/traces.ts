import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Span, Tracing } from '../tracing.ts'

/** What is known of a request when its span begins, and what comes of it. Neither its address nor whose it is. */
interface Asked {
  readonly method: string
  readonly route: string
  readonly id: string
  readonly traceparent: string | string[] | undefined
}

export function beginAnswer(tracing: Tracing, { method, route, id, traceparent }: Asked): Span {
  const attributes = { 'http.request.method': method, 'http.route': route, request_id: id }
  const parent = typeof traceparent === 'string' ? traceparent : undefined
  return tracing.begin({ name: `${method} ${route}`, kind: 'answering', attributes, parent })
}

export function endAnswer(span: Span, status: number): void {
  span.end({ 'http.response.status_code': status }, status >= 500 ? String(status) : undefined)
}

/** A span for each request but those of health and metrics. To be registered first, so that it holds all the others. */
export const tracesPlugin = fp<{ tracing: Tracing }>(
  async (app, { tracing }) => {
    const spans = new WeakMap<FastifyRequest, Span>()
    app.addHook('onRequest', (request, reply, done) => {
      const { url: route = 'none', config } = request.routeOptions
      if (config.unlimited) return done()
      const { method, id, headers } = request
      const span = beginAnswer(tracing, { method, route, id, traceparent: headers.traceparent })
      spans.set(request, span)
      request.log = request.log.child({ trace_id: span.traceId })
      reply.log = request.log
      // 499 as in the log: nobody was there any more.
      reply.raw.once('close', () => endAnswer(span, reply.raw.writableEnded ? reply.raw.statusCode : 499))
      tracing.within(span, done)
    })
    // A body comes by events of the socket, which know of no request.
    app.addHook('preValidation', (request, _, done) => {
      const span = spans.get(request)
      if (span === undefined) done()
      else tracing.within(span, done)
    })
  },
  { name: 'traces' },
)
