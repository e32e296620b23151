import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Writing } from '../db/journal.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { mergePatch } from '../domain/merge-patch.ts'
import { callerOf } from '../http/access.ts'
import { sendPrivate } from '../http/answer.ts'
import { documentValidator } from '../http/document.ts'
import {
  listParameters,
  pageOf,
  parameters,
  sendList,
  TABLE_FORMATS,
  tableFormat,
  tableResponse,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, fieldPaths, Id, ref, strict, words } from '../http/schema.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../http/write.ts'
import type { Door } from '../outbound/address.ts'
import { registerObjects } from '../register/schema.ts'
import {
  editWebhookEndpoint,
  type Horizon,
  makeWebhookEndpoint,
  removeWebhookEndpoint,
  requireAllowed,
} from './commands.ts'
import { STATUSES } from './lifecycle.ts'
import { findWebhookEndpoint, SORTS, type Sort, webhookEndpoints } from './queries.ts'
import {
  NewWebhookEndpoint,
  WebhookEndpoint,
  WebhookEndpointDocument,
  WebhookEndpointPatch,
  WebhookEndpointWithSecret,
  webhookSchemas,
} from './schema.ts'

const Page = pageOf(WebhookEndpoint, 'WebhookEndpointPage', false)

const { limit, cursor, count, sort, fields, bom, excel_safe } = listParameters({
  sorts: SORTS,
  fields: fieldPaths(WebhookEndpoint, registerObjects),
  includes: [],
})

export const bodyRefusals = ['payload_too_large', 'unsupported_media_type'] as const
export const keyRefusals = ['idempotency_in_progress', 'idempotency_mismatch'] as const
export const refusals = ['invalid_request', 'missing_scope', 'rate_limited'] as const
export const one = {
  description: 'The endpoint as it is now',
  content: { [MEDIA_TYPES.json]: { schema: ref(WebhookEndpoint) } },
}

/** @property horizon how far back the feed is told now */
export interface WebhookOptions {
  reading: Reading
  door: Door
  keySecret: string
  horizon: () => Horizon
}

/** What a write of an endpoint answers. */
export async function written(
  writing: Writing,
  actor: Actor,
  id: string,
  { status = 200, secret }: { status?: 200 | 201; secret?: string } = {},
) {
  const { revision, json } = (await findWebhookEndpoint(writing.trx, actor, id))!
  const location = `/v1/webhook-endpoints/${id}`
  if (secret === undefined) return { status, location, revision, body: json }
  const body = JSON.stringify({ ...(JSON.parse(json) as object), signing_secret: secret })
  return { status, location, revision, body, replayBody: json }
}

const DESCRIPTION = `Any caller has endpoints of their own, told of the changes of \`/v1/changes\` in order, one at a time, at least once
each: signed as Standard Webhooks says (\`signing_secret\` is told this once), the body a CloudEvent. An answer of 2xx within
10 seconds is a success. Anything else is tried again, after 5 seconds first, then less and less often, for three days, and
no sooner than \`Retry-After\`; then the endpoint is paused, and goes on from there when it is resumed. 410 disables it.
Tell messages that come twice by \`webhook-id\`.`

/** Addresses that are told of changes. */
export const webhookEndpointRoutes: FastifyPluginAsyncTypebox<WebhookOptions> = async (
  app,
  { reading, door, keySecret, horizon },
) => {
  for (const schema of [...webhookSchemas, Page]) app.addSchema(schema as object)
  const validate = documentValidator(WebhookEndpointDocument)

  app.get(
    '/webhook-endpoints',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'listWebhookEndpoints',
        summary: 'The endpoints of the caller',
        description: 'The newest first; to `admin`, everybody’s.',
        tags: ['webhooks'],
        querystring: parameters({
          limit,
          cursor,
          count,
          sort,
          fields,
          status: commaList(words(STATUSES, 'Status'), 'Any of these'),
          owner: Type.Optional(
            Type.String({ minLength: 1, maxLength: 400, format: 'text', description: 'For `admin`: whose' }),
          ),
          ...tableFormat,
          bom,
          excel_safe,
        }),
        response: {
          200: tableResponse(Page, 'A page of endpoints'),
          ...problems(...refusals, 'cursor_mismatch', 'not_acceptable'),
        },
      },
    },
    async (request, reply) => {
      const { status, owner, sort: asked = [], fields: wanted } = request.query
      const list = webhookEndpoints(callerOf(request), { status, owner }, asked as Sort[], wanted)
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )

  app.post(
    '/webhook-endpoints',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'createWebhookEndpoint',
        summary: 'Be told of changes',
        description: DESCRIPTION,
        tags: ['webhooks'],
        headers: idempotencyHeader,
        body: ref(NewWebhookEndpoint),
        response: {
          201: {
            description: 'Made',
            content: { [MEDIA_TYPES.json]: { schema: ref(WebhookEndpointWithSecret) } },
          },
          ...problems(...refusals, ...bodyRefusals, ...keyRefusals, 'too_many_endpoints', 'gone'),
        },
      },
    },
    async (request, reply) => {
      const { body } = request
      const caller = callerOf(request)
      // Before the transaction: a name server may take its time.
      await requireAllowed(body.url, door)
      return await answerWrite(request, reply, reading, async (writing) => {
        const { id, secret } = await makeWebhookEndpoint(writing, caller.id, body, keySecret, horizon())
        return await written(writing, caller, id, { status: 201, secret })
      })
    },
  )

  app.get(
    '/webhook-endpoints/:id',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'getWebhookEndpoint',
        summary: 'One endpoint',
        description: 'What it is told, how far it has been told, and whether it fails.',
        tags: ['webhooks'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: { 200: one, ...problems(...refusals, 'not_found', 'not_acceptable') },
      },
    },
    async (request, reply) => {
      negotiateFormat(request.headers, undefined, ['json'])
      const found = await findWebhookEndpoint(reading.db, callerOf(request), request.params.id)
      if (found === undefined) throw new DomainError('not_found')
      return await sendPrivate(reply.header('etag', `"${found.revision}"`), found.json)
    },
  )

  app.patch(
    '/webhook-endpoints/:id',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'editWebhookEndpoint',
        summary: 'Change where changes are told, and which',
        description:
          'JSON merge patch (RFC 7396), by the owner. It holds for what has not been sent yet; how far it has been told does not move.',
        tags: ['webhooks'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(WebhookEndpointPatch),
        response: {
          200: one,
          ...problems(
            ...refusals,
            ...bodyRefusals,
            'owner_only',
            'not_found',
            'precondition_failed',
            'precondition_required',
          ),
        },
      },
    },
    async (request, reply) => {
      const { url } = request.body as { url?: unknown }
      if (typeof url === 'string') await requireAllowed(url, door)
      const { id } = request.params
      const caller = callerOf(request)
      return await answerWrite(request, reply, reading, async (writing) => {
        await editWebhookEndpoint(writing, caller, id, expectedRevision(request), (present) =>
          validate(mergePatch(present as never, request.body as never)),
        )
        return await written(writing, caller, id)
      })
    },
  )

  app.delete(
    '/webhook-endpoints/:id',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'removeWebhookEndpoint',
        summary: 'Be told no more',
        description: 'With its log of deliveries; by the owner, or an administrator.',
        tags: ['webhooks'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        response: {
          204: { description: 'Removed', type: 'null' },
          ...problems(...refusals, 'not_found', 'precondition_failed', 'precondition_required'),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await removeWebhookEndpoint(writing, callerOf(request), id, expectedRevision(request))
        return { status: 204 }
      }),
  )
}
