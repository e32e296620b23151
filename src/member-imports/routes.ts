import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../domain/errors.ts'
import { sendPrivate } from '../http/answer.ts'
import { listParameters, pageOf, parameters, sendList } from '../http/list.ts'
import { MEDIA_TYPES } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, Id, ref, strict, words } from '../http/schema.ts'
import { findImport, imports } from './queries.ts'
import { MemberImport } from './schema.ts'
import { STATUSES } from './words.ts'

const Page = pageOf(MemberImport, 'MemberImportPage', false)
const FORMATS = ['json'] as const
const { limit, cursor, count } = listParameters({ sorts: [], fields: [], includes: [] })
const access = ['association'] as const
const refusals = ['invalid_request', 'unauthenticated', 'forbidden', 'missing_scope', 'rate_limited'] as const

/** Tables of members that were sent, and what became of them: for the association only. */
export const memberImportRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  app.addSchema(Page)

  app.get(
    '/member-imports',
    {
      config: { access },
      schema: {
        operationId: 'listMemberImports',
        summary: 'The imports of members',
        description: 'The newest first, with how many rows had each outcome.',
        tags: ['imports'],
        querystring: parameters({
          limit,
          cursor,
          count,
          status: commaList(words(STATUSES, 'How far an import is'), 'Any of these'),
        }),
        response: {
          200: {
            description: 'The imports that the filters keep',
            content: { [MEDIA_TYPES.json]: { schema: ref(Page) } },
          },
          ...problems(...refusals, 'cursor_mismatch', 'not_acceptable'),
        },
      },
    },
    async (request, reply) => {
      const list = imports({ status: request.query.status })
      return await sendList(request as never, reply, reading, list, null, FORMATS)
    },
  )

  app.get(
    '/member-imports/:id',
    {
      config: { access },
      schema: {
        operationId: 'getMemberImport',
        summary: 'How far an import is, and what came of it',
        description: 'While it runs, `progress` moves; what becomes of the rows is known at the end.',
        tags: ['imports'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'The import',
            content: { [MEDIA_TYPES.json]: { schema: ref(MemberImport) } },
          },
          ...problems(...refusals, 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const found = await findImport(reading.db, request.params.id)
      if (found === undefined) throw new DomainError('not_found')
      return await sendPrivate(reply, found)
    },
  )
}
