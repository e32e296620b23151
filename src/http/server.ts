import { randomUUID } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  STATUS_CODES,
} from 'node:http'
import type { Socket } from 'node:net'
import {
  type FastifyHttpOptions,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RawServerDefault,
} from 'fastify'
import { v7 } from 'uuid'
import { DomainError, PROBLEMS, type ProblemCode } from '../domain/errors.ts'
import { parseQuery } from './parameters.ts'
import { problemBody, sendProblem, toProblem } from './problem.ts'
import { buildValidator } from './validator.ts'

/** Longest that any request may take to come, seconds; patience.ts ends most of them long before. */
export const MOST_BODY_SECONDS = 900

/** Longest address with its query, characters. */
export const MAX_URL = 8_000

/** How long a connection is kept that nobody uses. */
export const KEEP_ALIVE_MS = 72_000

const REQUEST_ID = /^[\w.-]{8,64}$/

/** Node's own refusals, before there is a request. */
const CLIENT_ERRORS: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'header_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** What Fastify and Node are told; the same in tests and in production. */
export const serverOptions = {
  // Answers are made in the form of the contract by the queries: nothing is left to convert, so nothing is compiled.
  schemaController: { compilersFactory: { buildValidator, buildSerializer: () => () => JSON.stringify } },
  bodyLimit: 1_048_576,
  requestTimeout: MOST_BODY_SECONDS * 1_000,
  keepAliveTimeout: KEEP_ALIVE_MS,
  http: {
    requireHostHeader: false,
    maxHeaderSize: 16_384,
    headersTimeout: 10_000,
    connectionsCheckingInterval: 1_000,
    // A request without a body is no stream that has to come to its end: an eighth of what a small answer costs.
    optimizeEmptyRequests: true,
  },
  forceCloseConnections: 'idle',
  return503OnClosing: true,
  // One line a request is ours: log.ts.
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
  genReqId: (request: Pick<IncomingMessage, 'headers'>) => {
    const given = request.headers['x-request-id']
    return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
  },
  routerOptions: { querystringParser: parseQuery, maxParamLength: 200, caseSensitive: true },
  // Before there is a route, and so without its hooks.
  frameworkErrors: (error, request, reply) => {
    reply.headers({ ...reply.server.fixedHeaders, 'x-request-id': request.id })
    sendProblem(request as FastifyRequest, reply as FastifyReply, toProblem(error, request as FastifyRequest))
  },
  clientErrorHandler: (error, socket) => refuse(error, socket),
} satisfies FastifyHttpOptions<RawServerDefault>

/** A server as Fastify makes one. */
export function makeServer(listener: RequestListener): Server {
  const server = createServer(serverOptions.http, listener)
  server.keepAliveTimeout = serverOptions.keepAliveTimeout
  server.requestTimeout = serverOptions.requestTimeout
  server.setTimeout(0)
  return server
}

/** Answers what could not even be parsed, and closes. */
export function refuse(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = new DomainError(CLIENT_ERRORS[error.code ?? ''] ?? 'invalid_request', {
    faults: error.code === 'HPE_INVALID_URL' ? [{ at: { parameter: '' }, code: 'not_percent_encoded' }] : [],
  })
  const status = PROBLEMS[problem.code]
  const body = JSON.stringify(problemBody(problem, 'en', '/', v7()))
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json\r\nContent-Language: en\r\n` +
      `Cache-Control: no-store\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
