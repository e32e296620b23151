import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listParameters, pageOf, parameters, requireForwards, sendList, TABLE_FORMATS } from '../http/list.ts'
import { MEDIA_TYPES } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, Id, ref, words } from '../http/schema.ts'
import { audit } from './queries.ts'
import { AuditEntry } from './schema.ts'

const Page = pageOf(AuditEntry, 'AuditPage', false)

const { limit, cursor, count, bom, excel_safe } = listParameters({ sorts: [], fields: [], includes: [] })
const word = (description: string) => Type.String({ pattern: '^[a-z_]{1,40}$', description })
const text = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 400, format: 'text', description }))
const instant = (description: string) => Type.Optional(Type.String({ format: 'date-time', description }))

const query = parameters({
  limit,
  cursor,
  count,
  type: commaList(word('Kind of record'), 'Any of these kinds'),
  id: commaList(Id, 'Any of these records'),
  actor: text('Who made the change, exactly as `actor` has it'),
  origin: commaList(word('`api`, `import`, `seed`, …'), 'Any of these'),
  request_id: text('The request that made the change'),
  occurred_at_gte: instant('At this instant or later'),
  occurred_at_lte: instant('At this instant or before'),
  format: Type.Optional(
    words(TABLE_FORMATS, 'Instead of `Accept`; all but `json` stream every entry unless `limit` is given'),
  ),
  bom,
  excel_safe,
})

/** The whole journal, for administrators. */
export const auditRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [AuditEntry, Page]) app.addSchema(schema)

  app.get(
    '/audit',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'listAudit',
        summary: 'Who changed what, when and through what',
        description:
          'Every entry of the journal, private ones too, the newest first. Names and addresses of people are in none of them: a person is an id. For `admin`.',
        tags: ['changes'],
        querystring: query,
        response: {
          200: {
            description: 'The entries that the filters keep',
            content: {
              [MEDIA_TYPES.json]: { schema: ref(Page) },
              [MEDIA_TYPES.csv]: { schema: { type: 'string', description: 'One row an entry' } },
              [MEDIA_TYPES.ndjson]: { schema: { type: 'string', description: 'One entry a line' } },
            },
          },
          ...problems(
            'invalid_request',
            'cursor_mismatch',
            'unauthenticated',
            'forbidden',
            'missing_scope',
            'not_acceptable',
            'rate_limited',
          ),
        },
      },
    },
    async (request, reply) => {
      requireForwards(request.query, 'occurred_at_gte', 'occurred_at_lte')
      const { type, id, actor, origin, request_id, occurred_at_gte, occurred_at_lte } = request.query
      const list = audit({
        type,
        id,
        actor,
        origin,
        requestId: request_id,
        from: occurred_at_gte,
        until: occurred_at_lte,
      })
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )
}
