import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DomainError } from '../../domain/errors.ts'
import { listParameters, pageOf, parameters, sendList, TABLE_FORMATS } from '../../http/list.ts'
import { MEDIA_TYPES, negotiateFormat, negotiateLanguage } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { commaList, Id, ref, strict, words } from '../../http/schema.ts'
import { DELIMITERS, type Delimiter } from '../../http/upload/csv.ts'
import { writtenTable } from '../../http/upload/written.ts'
import { MemberImportRow } from '../schema.ts'
import { OUTCOMES, REVERTS } from '../words.ts'
import { importRows, refusedTable, uploadOf } from './queries.ts'

const Page = pageOf(MemberImportRow, 'MemberImportRowPage', false)
const { limit, cursor, count, bom, excel_safe } = listParameters({ sorts: [], fields: [], includes: [] })
const access = ['association'] as const
const refusals = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'missing_scope',
  'not_found',
  'rate_limited',
] as const

/** The rows of an import. */
export const rowRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  app.addSchema(Page)

  app.get(
    '/member-imports/:id/rows',
    {
      config: { access },
      schema: {
        operationId: 'listMemberImportRows',
        summary: 'What became of each row of an import',
        description:
          'In the order in which they came. What is wrong is told in the language of Accept-Language.',
        tags: ['imports'],
        params: strict({ id: Id }),
        querystring: parameters({
          limit,
          cursor,
          count,
          outcome: commaList(words(OUTCOMES, 'What became of a row'), 'Any of these'),
          revert: commaList(words(REVERTS, 'What became of it when the import was reverted'), 'Any of these'),
          format: Type.Optional(
            words(
              TABLE_FORMATS,
              'Instead of `Accept`; all but `json` stream every row unless `limit` is given',
            ),
          ),
          bom,
          excel_safe,
        }),
        response: {
          200: {
            description: 'The rows that the filters keep',
            content: {
              [MEDIA_TYPES.json]: { schema: ref(Page) },
              [MEDIA_TYPES.csv]: { schema: { type: 'string', description: 'One row a row' } },
              [MEDIA_TYPES.ndjson]: { schema: { type: 'string', description: 'One row a line' } },
            },
          },
          ...problems(...refusals, 'cursor_mismatch', 'not_acceptable'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      negotiateFormat(request.headers, request.query.format, TABLE_FORMATS)
      if ((await uploadOf(reading.db, id)) === undefined) throw new DomainError('not_found')
      const language = negotiateLanguage(request.headers)
      reply.header('content-language', language)
      const list = importRows(id, request.query, language)
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )

  app.get(
    '/member-imports/:id/errors.csv',
    {
      config: { access },
      schema: {
        operationId: 'getMemberImportErrors',
        summary: 'The rows that cannot be applied, to mend and send back',
        description:
          'The columns that were sent, in their order, and columns `error.…` that say what is wrong; an import passes over those. UTF-8 with a byte order mark, with the delimiter of the upload unless another is asked for.',
        tags: ['imports'],
        params: strict({ id: Id }),
        querystring: parameters({
          excel_safe,
          delimiter: Type.Optional(words(Object.keys(DELIMITERS) as Delimiter[], 'Between the cells')),
        }),
        response: {
          200: {
            description: 'The rows with outcome `conflict`, `invalid` or `would_restore`',
            content: { [MEDIA_TYPES.csv]: { schema: { type: 'string', description: 'A header and rows' } } },
          },
          ...problems(...refusals),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const sent = await uploadOf(reading.db, id)
      if (sent === undefined) throw new DomainError('not_found')
      const delimiter = request.query.delimiter ?? (sent.delimiter as Delimiter | null) ?? 'comma'
      const language = negotiateLanguage(request.headers)
      const manner = { language, excelSafe: request.query.excel_safe ?? false }
      const table = writtenTable(refusedTable(reading.db, id, sent.columns, manner), delimiter)
      return await reply
        .type(`${MEDIA_TYPES.csv}; charset=utf-8; header=present`)
        .headers({ 'content-language': language, vary: 'Authorization, Accept-Language' })
        .header('content-disposition', `attachment; filename="errors-${id}.csv"`)
        .send(table as never)
    },
  )
}
