import type { IncomingMessage, ServerResponse } from 'node:http'
import fp from 'fastify-plugin'
import helmet from 'helmet'

/** Helmet's headers, worked out once: they are the same for every answer of ours. */
function fixedHeaders(https: boolean): Record<string, string> {
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
    // Only who serves it by HTTPS can promise to.
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    // The data is for everybody's pages.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
  middleware({} as IncomingMessage, response as unknown as ServerResponse, () => {})
  return headers
}

/** Security headers on every answer, and the request's id. */
export const securityPlugin = fp<{ https: boolean }>(
  async (app, { https }) => {
    const headers = fixedHeaders(https)
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(headers).header('x-request-id', request.id)
    })
  },
  { name: 'security' },
)
