import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DomainError } from '../../domain/errors.ts'
import { callerOf } from '../../http/access.ts'
import {
  listParameters,
  pageOf,
  parameters,
  sendList,
  TABLE_FORMATS,
  tableFormat,
  tableResponse,
} from '../../http/list.ts'
import { negotiateFormat } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { commaList, fieldPaths, Id, strict, words } from '../../http/schema.ts'
import { findWebhookEndpoint } from '../queries.ts'
import { deliveriesOf } from './queries.ts'
import { OUTCOMES, WebhookDelivery } from './schema.ts'

const Page = pageOf(WebhookDelivery, 'WebhookDeliveryPage', false)
const { limit, cursor, count, fields, bom, excel_safe } = listParameters({
  sorts: [],
  fields: fieldPaths(WebhookDelivery, new Map()),
  includes: [],
})

/** What became of each attempt. */
export const webhookDeliveryRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  for (const schema of [WebhookDelivery, Page]) app.addSchema(schema)

  app.get(
    '/webhook-endpoints/:id/deliveries',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'listWebhookDeliveries',
        summary: 'What became of each attempt to send',
        description:
          'The newest first: status, latency, error and when it is tried again. Kept for 30 days, without what was sent.',
        tags: ['webhooks'],
        params: strict({ id: Id }),
        querystring: parameters({
          limit,
          cursor,
          count,
          fields,
          outcome: commaList(words(OUTCOMES, 'How it ended'), 'Any of these'),
          message_id: Type.Optional(
            Type.String({ minLength: 1, maxLength: 100, format: 'text', description: '`webhook-id`' }),
          ),
          ...tableFormat,
          bom,
          excel_safe,
        }),
        response: {
          200: tableResponse(Page, 'The attempts'),
          ...problems('invalid_request', 'missing_scope', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      negotiateFormat(request.headers, request.query.format, TABLE_FORMATS)
      if ((await findWebhookEndpoint(reading.db, callerOf(request), id)) === undefined)
        throw new DomainError('not_found')
      const { outcome, message_id, fields: wanted } = request.query
      const list = deliveriesOf(id, { outcome, message: message_id }, wanted)
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )
}
