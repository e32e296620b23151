import type { IncomingMessage, ServerResponse } from 'node:http'
import fp from 'fastify-plugin'
import helmet from 'helmet'

/** Helmet's headers, worked out once: they are the same for every answer of ours. */
function fixedHeaders(): Record<string, string> {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => {},
  }
  const middleware = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // The data is for everybody's pages.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
  middleware({} as IncomingMessage, response as unknown as ServerResponse, () => {})
  return headers
}

/** Security headers on every answer, and the request's id. */
export const securityPlugin = fp(
  async (app) => {
    const headers = fixedHeaders()
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(headers).header('x-request-id', request.id)
    })
  },
  { name: 'security' },
)
