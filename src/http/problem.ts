import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { type Static, Type } from 'typebox'
import { asProblem } from '../db/errors.ts'
import { DomainError, type Fault, PROBLEMS, type ProblemCode } from '../domain/errors.ts'
import { faultText, fill, type Language, PROBLEM_TEXTS } from '../domain/messages.ts'
import { requestFaults, type ValidationFault } from './faults.ts'
import { hook } from './hook.ts'
import { negotiateLanguage } from './negotiate.ts'
import { queryFaults } from './parameters.ts'
import { open, ref } from './schema.ts'

const FaultItem = open(
  {
    pointer: Type.Optional(Type.String({ description: 'JSON pointer into the body (RFC 6901)' })),
    parameter: Type.Optional(Type.String({ description: 'Parameter of the path or the query' })),
    header: Type.Optional(Type.String()),
    row: Type.Optional(
      Type.Integer({
        description: 'Of a table: as a spreadsheet numbers it (the header is 1), a line, or a place from 1',
      }),
    ),
    column: Type.Optional(Type.String({ description: 'Of a table: the name of the column' })),
    code: Type.String({ description: 'Stable; for programs' }),
    detail: Type.String({ description: 'For people, in the language of Content-Language' }),
    allowed: Type.Optional(Type.Array(Type.String(), { description: 'What would have been right' })),
    nearest: Type.Optional(Type.String({ description: 'The valid name nearest to what was sent' })),
  },
  { description: 'One fault; one of pointer, parameter, header and row or column says where' },
)

/** RFC 9457, with our own members `code`, `request_id` and `errors`. */
export const Problem = open(
  {
    type: Type.String({ format: 'uri-reference' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    instance: Type.String({ format: 'uri-reference' }),
    code: Type.Unsafe<ProblemCode>({
      type: 'string',
      description: 'Stable; more may come',
      'x-extensible-enum': Object.keys(PROBLEMS),
    }),
    request_id: Type.String(),
    errors: Type.Optional(Type.Array(FaultItem)),
    current_revision: Type.Optional(
      Type.Integer({ description: 'Of a 412: the revision of the record now' }),
    ),
    fields_changed: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Of a 412: the fields that moved since the revision in If-Match',
      }),
    ),
    restart: Type.Optional(
      open(
        {
          snapshot: Type.String({
            description:
              'The address of a snapshot of all there is, which says where to follow the feed from',
          }),
        },
        { description: 'Of a 410 of the feed: how to begin anew' },
      ),
    ),
  },
  {
    $id: 'Problem',
    description: 'Why the request was not answered (RFC 9457); texts in Arabic, French or English',
  },
)
export type Problem = Static<typeof Problem>

/** Response entries for these problems, one a status: what a route declares. */
export function problems(...codes: ProblemCode[]) {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code])
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `${PROBLEM_TEXTS[code].title.en} (\`${code}\`)`).join('; '),
        content: { 'application/problem+json': { schema: ref(Problem) } },
      },
    ]),
  )
}

export function problemBody(
  error: DomainError,
  language: Language,
  instance: string,
  requestId: string,
): Problem {
  const { title, detail } = PROBLEM_TEXTS[error.code]
  const text = fill(detail[language], error.values)
  return {
    type: `/problems/${error.code}`,
    title: title[language],
    status: PROBLEMS[error.code],
    ...(text === '' ? {} : { detail: text }),
    instance,
    code: error.code,
    request_id: requestId,
    ...error.members,
    ...(error.faults.length === 0 ? {} : { errors: error.faults.map((fault) => faultItem(fault, language)) }),
  }
}

export function faultItem({ at, code, values = {}, allowed }: Fault, language: Language) {
  return {
    ...at,
    code,
    detail: faultText(code, values, language),
    ...(allowed === undefined ? {} : { allowed: [...allowed] }),
    ...(values.nearest === undefined ? {} : { nearest: String(values.nearest) }),
  }
}

/** Fastify's own refusals, by code. */
const FRAMEWORK: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_BAD_URL: 'invalid_request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
}

/** The problem that any error stands for. What nobody foresaw is `internal`, and says nothing. */
export function toProblem(error: FastifyError | Error, request: FastifyRequest): DomainError {
  if (error instanceof DomainError) return error
  const { validation, validationContext, code } = error as FastifyError
  // Whoever sent it has gone in the middle of its body: no fault of ours, nor of the database.
  if (code === 'ECONNRESET' && request.raw.readableAborted) return new DomainError('invalid_request')
  if (validation !== undefined) {
    // An empty part of the path is another address, and nothing is there.
    if (validationContext === 'params' && Object.values(request.params as object).includes(''))
      return new DomainError('not_found')
    const faults = requestFaults(request, validationContext, validation as unknown as ValidationFault[])
    return new DomainError('invalid_request', { faults })
  }
  return asProblem(error) ?? new DomainError(FRAMEWORK[code] ?? 'internal', { cause: error })
}

/** The path of an address as RFC 3986 lets it be written, whatever stood in the request. */
export const asReference = (url: string) =>
  url
    .split(/[?#]/, 1)[0]!
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\x21-\x7e]|["<>\\^`{|}]/g, encodeURIComponent)

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: DomainError,
): FastifyReply {
  const language = negotiateLanguage(request.headers)
  const instance = asReference(request.url)
  return reply
    .code(PROBLEMS[problem.code])
    .headers({
      'content-language': language,
      'cache-control': 'no-store',
      vary: 'Accept-Language',
      ...problem.headers,
    })
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, language, instance, request.id)))
}

/** Every answer that is not a success, in one form. */
export const problemPlugin = fp(
  async (app) => {
    app.addSchema(Problem)
    // A query that could not be read is refused even where the schema finds no fault in the rest of it.
    app.addHook(
      'preHandler',
      hook((request) => {
        const faults = queryFaults(request)
        if (faults.length > 0) throw new DomainError('invalid_request', { faults })
      }),
    )
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const problem = toProblem(error, request)
      // Of what is shed, the line of the request and a count are enough: there may be thousands.
      if (PROBLEMS[problem.code] >= 500 && problem.code !== 'overloaded')
        request.log.error({ err: problem.cause ?? error }, 'request failed')
      return sendProblem(request, reply, problem)
    })
    app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new DomainError('not_found')))
  },
  { name: 'problem' },
)
