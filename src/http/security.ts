import type { IncomingMessage, ServerResponse } from 'node:http'
import fp from 'fastify-plugin'
import helmet from 'helmet'
import { v7 } from 'uuid'
import { DomainError, PROBLEMS } from '../domain/errors.ts'
import { problemBody } from './problem.ts'

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

const ONE_HOST = { at: { header: 'Host' }, code: 'required' } as const

/** How many Host headers there are; HTTP/1.0 may do without. Two could be read in two ways (RFC 9112 §3.2). */
function hosts({ rawHeaders, httpVersion }: IncomingMessage): number {
  const found = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
  return found === 0 && httpVersion === '1.0' ? 1 : found
}

function refuseExpectation(response: ServerResponse): void {
  const problem = new DomainError('expectation_failed')
  const body = JSON.stringify(problemBody(problem, 'en', '/', v7()))
  response
    .writeHead(PROBLEMS[problem.code], {
      'content-type': 'application/problem+json',
      'content-language': 'en',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    })
    .end(body)
}

/** Security headers on every answer, and the request's id. */
export const securityPlugin = fp<{ https: boolean }>(
  async (app, { https }) => {
    const headers = fixedHeaders(https)
    // What would Node answer by itself, without a body that says why.
    app.server.on('checkExpectation', (_, response: ServerResponse) => refuseExpectation(response))
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(headers).header('x-request-id', request.id)
      if (hosts(request.raw) !== 1)
        throw new DomainError('invalid_request', { faults: [ONE_HOST], headers: { connection: 'close' } })
    })
  },
  { name: 'security' },
)
