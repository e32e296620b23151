import type { IncomingMessage, ServerResponse } from 'node:http'
import fp from 'fastify-plugin'
import helmet from 'helmet'
import { v7 } from 'uuid'
import { DomainError, PROBLEMS } from '../domain/errors.ts'
import { hook } from './hook.ts'
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
    // These speak to windows, of which an answer opens none, and to plugins and filters that browsers had once.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    // The data is for everybody's pages.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
  middleware({} as IncomingMessage, response as unknown as ServerResponse, () => {})
  return headers
}

const ONE_HOST = { at: { header: 'Host' }, code: 'required' } as const

/** Whether there is one Host header; HTTP/1.0 may do without. Two could be read in two ways (RFC 9112 §3.2). */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let found = 0
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]!.length === 4 && rawHeaders[index]!.toLowerCase() === 'host') found += 1
  return found === 1 || (found === 0 && httpVersion === '1.0')
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

declare module 'fastify' {
  interface FastifyInstance {
    /** What every answer has, whatever it is. */
    fixedHeaders: Readonly<Record<string, string>>
  }
}

/** Security headers on every answer, and the request's id. */
export const securityPlugin = fp<{ https: boolean }>(
  async (app, { https }) => {
    const headers = fixedHeaders(https)
    app.decorate('fixedHeaders', headers)
    // What would Node answer by itself, without a body that says why.
    app.server.on('checkExpectation', (_, response: ServerResponse) => refuseExpectation(response))
    app.addHook(
      'onRequest',
      hook((request, reply) => {
        reply.headers(headers).header('x-request-id', request.id)
        if (!hasOneHost(request.raw))
          throw new DomainError('invalid_request', { faults: [ONE_HOST], headers: { connection: 'close' } })
      }),
    )
  },
  { name: 'security' },
)
