import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Writing } from '../db/journal.ts'
import { civilDay } from '../domain/clock.ts'
import { DomainError } from '../domain/errors.ts'
import { sendPrivate } from '../http/answer.ts'
import { listParameters, pageOf, parameters, sendList } from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { fieldPaths, ref, strict } from '../http/schema.ts'
import { answerWrite, idempotencyHeader } from '../http/write.ts'
import { registerObjects } from '../register/schema.ts'
import { makeApiKey, revokeApiKey } from './commands.ts'
import { apiKeys, findApiKey, SORTS, type Sort } from './queries.ts'
import { ApiKey, CreatedApiKey, NewApiKey, Revocation } from './schema.ts'

const Page = pageOf(ApiKey, 'ApiKeyPage')

const { limit, cursor, count, sort, fields } = listParameters({
  sorts: SORTS,
  fields: fieldPaths(ApiKey, registerObjects),
  includes: [],
})

const refusals = ['forbidden', 'missing_scope', 'rate_limited'] as const
const writeRefusals = [
  'invalid_request',
  ...refusals,
  'idempotency_in_progress',
  'payload_too_large',
  'unsupported_media_type',
  'idempotency_mismatch',
] as const
const access = ['admin'] as const
const keyParameters = strict({ id: Type.String({ format: 'uuid', description: 'Id of the key' }) })
const one = { description: 'The key as it is now', content: { [MEDIA_TYPES.json]: { schema: ref(ApiKey) } } }

/** Keys for programs: made, seen and ended by administrators. */
export const apiKeyRoutes: FastifyPluginAsyncTypebox<{ reading: Reading; keySecret: string }> = async (
  app,
  { reading, keySecret },
) => {
  for (const schema of [ApiKey, CreatedApiKey, NewApiKey, Revocation, Page]) app.addSchema(schema)
  const written = async (writing: Writing, id: string) =>
    (await findApiKey(writing.trx, id, reading.clock()))!

  app.get(
    '/api-keys',
    {
      config: { access },
      schema: {
        operationId: 'listApiKeys',
        summary: 'All API keys',
        description: 'Those too that are expired or revoked; the newest first. For `admin`.',
        tags: ['access'],
        querystring: parameters({ limit, cursor, count, sort, fields }),
        response: {
          200: { description: 'A page of keys', content: { [MEDIA_TYPES.json]: { schema: ref(Page) } } },
          ...problems('invalid_request', 'cursor_mismatch', ...refusals, 'not_acceptable'),
        },
      },
    },
    async (request, reply) => {
      const now = reading.clock()
      const list = apiKeys(now, (request.query.sort ?? []) as Sort[], request.query.fields)
      return await sendList(request as never, reply, reading, list, civilDay(now), ['json'])
    },
  )

  app.post(
    '/api-keys',
    {
      config: { access },
      schema: {
        operationId: 'createApiKey',
        summary: 'Make an API key',
        description:
          'The key itself is in `secret`, this once. It is sent as `Authorization: Bearer inf_live_…` or as a Basic user name. For `admin`.',
        tags: ['access'],
        headers: idempotencyHeader,
        body: ref(NewApiKey),
        response: {
          201: { description: 'Made', content: { [MEDIA_TYPES.json]: { schema: ref(CreatedApiKey) } } },
          ...problems(...writeRefusals),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id, secret } = await makeApiKey(writing, request.body, keySecret)
        const { json, revision } = await written(writing, id)
        const body = JSON.stringify({ ...(JSON.parse(json) as object), secret })
        return { status: 201, location: `/v1/api-keys/${id}`, revision, body, replayBody: json }
      }),
  )

  app.get(
    '/api-keys/:id',
    {
      config: { access },
      schema: {
        operationId: 'getApiKey',
        summary: 'One API key',
        description: 'What it may do, until when, and when it was last used. For `admin`.',
        tags: ['access'],
        params: keyParameters,
        querystring: strict({}),
        response: { 200: one, ...problems('invalid_request', ...refusals, 'not_found', 'not_acceptable') },
      },
    },
    async (request, reply) => {
      negotiateFormat(request.headers, undefined, ['json'])
      const found = await findApiKey(reading.db, request.params.id, reading.clock())
      if (found === undefined) throw new DomainError('not_found')
      return await sendPrivate(reply.header('etag', `"${found.revision}"`), found.json)
    },
  )

  app.post(
    '/api-keys/:id/revocation',
    {
      config: { access },
      schema: {
        operationId: 'revokeApiKey',
        summary: 'Revoke an API key',
        description:
          'At once and for good; the record is kept. Revoking it again changes nothing. For `admin`.',
        tags: ['access'],
        params: keyParameters,
        headers: idempotencyHeader,
        body: ref(Revocation),
        response: { 200: one, ...problems(...writeRefusals, 'not_found') },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await revokeApiKey(writing, id, request.body.reason)
        const { json, revision } = await written(writing, id)
        return { status: 200, revision, body: json }
      }),
  )
}
