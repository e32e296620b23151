import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TObject } from 'typebox'
import { civilDay } from '../domain/clock.ts'
import { CONTRIBUTION_LANGUAGES, CONTRIBUTION_STATUSES } from '../domain/consultation-types.ts'
import { DomainError } from '../domain/errors.ts'
import { restrictAnswer, sendPrivate, sendRecord } from '../http/answer.ts'
import {
  answerHeaders,
  fieldsParameter,
  listParameters,
  notModified,
  pageOf,
  parameters,
  sendList,
  TABLE_FORMATS,
  tableFormat,
  tableResponse,
  wordsParameter,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import { clientOf, type Limits } from '../http/rate-limit.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, fieldPaths, Id, ref, sharedObjects, strict, words } from '../http/schema.ts'
import { whoseOf, whoseParameters } from '../http/whose.ts'
import { answerWrite, idempotencyHeader } from '../http/write.ts'
import { isInsider } from '../plans/drafts/queries.ts'
import { contribute } from './commands.ts'
import {
  contributions,
  type Filters,
  findContribution,
  requireConsultation,
  SORTS,
  type Sort,
} from './queries.ts'
import { Contribution, ContributionReceipt, ContributionRecord, NewContribution } from './schema.ts'

const Page = pageOf(Contribution, 'ContributionPage', false)
const fields = fieldPaths(Contribution as TObject, sharedObjects)
const recordFields = fieldPaths(ContributionRecord as TObject, sharedObjects)
const { include: _, q: __, ...list } = listParameters({ sorts: SORTS, fields, includes: [] })

const ofEveryList = {
  ...list,
  ...tableFormat,
  q: wordsParameter('text of what was said'),
  status: commaList(words(CONTRIBUTION_STATUSES, 'Where it stands'), 'Any of these'),
  commitment: commaList(Id, 'That became one of these commitments'),
  language: commaList(words(CONTRIBUTION_LANGUAGES, 'In which it is written'), 'Any of these'),
}
const querystring = parameters({
  ...ofEveryList,
  ...whoseParameters,
  consultation: commaList(Id, 'In these consultations'),
  plan: commaList(Id, 'On these plans'),
})
const response = {
  200: tableResponse(Page, 'The contributions that the filters keep'),
  304: notModified,
  ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
}

interface Asked extends Omit<Filters, keyof ReturnType<typeof whoseOf>> {
  modified_since?: string
  fields?: string[]
  sort?: string[]
}

/** What people say: to everybody what has been published, to those who moderate all of it. */
export const contributionRoutes: FastifyPluginAsyncTypebox<{
  reading: Reading
  /** Of what comes from the public; none when not said. */
  limits: Limits | undefined
}> = async (app, { reading, limits }) => {
  for (const schema of [Contribution, ContributionRecord, Page]) app.addSchema(schema)

  const send = async (request: FastifyRequest, reply: FastifyReply, query: Asked, more: Filters) => {
    if (isInsider(request.actor)) restrictAnswer(request)
    const { status, commitment, language, modified_since: modifiedSince, q } = query
    const filters = { status, commitment, language, modifiedSince, q, ...more }
    const rows = contributions(request.actor, filters, query.fields, (query.sort ?? []) as Sort[])
    return await sendList(request as never, reply, reading, rows, null, TABLE_FORMATS)
  }

  app.get(
    '/contributions',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listContributions',
        summary: 'What people said, and what they were answered',
        description:
          'What has been published, the first that came first; to the association, the ministry and the editors of a plan also what waits to be read.',
        tags: ['consultations'],
        querystring,
        response,
      },
    },
    async (request, reply) => {
      const { query } = request
      const { plan, consultation } = query
      return await send(request, reply, query as Asked, { ...whoseOf(query), plan, consultation })
    },
  )

  app.get(
    '/consultations/:id/contributions',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listConsultationContributions',
        summary: 'What people said in one consultation',
        description: 'As at `/v1/contributions`.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        querystring: parameters(ofEveryList),
        response: { ...response, ...problems('not_found') },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      await requireConsultation(reading.db, id)
      return await send(request, reply, request.query as Asked, { consultation: [id] })
    },
  )

  app.get(
    '/contributions/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getContribution',
        summary: 'One contribution',
        description:
          'One that has not been published is not there, but for those who moderate. The name of its author is here alone, if they asked for that: no list, feed or export has it.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        querystring: parameters({ fields: fieldsParameter(recordFields) }),
        response: {
          200: {
            description: 'The contribution',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(ContributionRecord) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { actor, params, query } = request
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await findContribution(
        reading.db,
        actor,
        params.id,
        civilDay(reading.clock()),
        query.fields,
      )
      if (found === undefined) throw new DomainError('not_found')
      const version = String(found.revision)
      if (isInsider(actor)) return await sendPrivate(reply.header('etag', `"${version}"`), found.json)
      return await sendRecord(request, reply, reading, format, found)
    },
  )

  app.post(
    '/consultations/:id/contributions',
    {
      config: { access: 'public' },
      onRequest: async (request, reply) => {
        if (request.actor === null) await limits?.spend(clientOf(request), reply)
      },
      schema: {
        operationId: 'sendContribution',
        summary: 'Say something in a consultation',
        description:
          'Anybody may, without an account, in Arabic, French, Amazigh or English. It is read before it is published; the answer has the id under which it will be. An `Idempotency-Key` of the public is a UUID.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        headers: idempotencyHeader,
        body: ref(NewContribution),
        response: {
          201: {
            description: 'Received',
            headers: {
              RateLimit: { type: 'string', description: 'What is left, by each policy' },
              'RateLimit-Policy': { type: 'string', description: '`contributions` is for the public alone' },
            },
            content: { [MEDIA_TYPES.json]: { schema: ref(ContributionReceipt) } },
          },
          ...problems(
            'invalid_request',
            'not_found',
            'consultation_not_open',
            'unprocessable',
            'idempotency_in_progress',
            'idempotency_mismatch',
            'unsupported_media_type',
            'payload_too_large',
            'rate_limited',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id: consultation_id } = request.params
        const id = await contribute(writing, request.actor, consultation_id, request.body)
        const received_at = writing.author.at.toISOString()
        return {
          status: 201,
          location: `/v1/contributions/${id}`,
          body: JSON.stringify({ id, consultation_id, status: 'pending', received_at }),
        }
      }),
  )
}
