import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  listParameters,
  notModified,
  pageOf,
  parameters,
  sendList,
  TABLE_FORMATS,
  tableFormat,
  tableResponse,
} from '../../http/list.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { exportVintages } from '../queries.ts'
import { ExportVintage } from '../schema.ts'

const Page = pageOf(ExportVintage, 'ExportVintagePage', false)
const { limit, cursor, count, bom, excel_safe } = listParameters({
  sorts: ['day'],
  fields: ['day'],
  includes: ['none'],
})
const listQuery = parameters({ limit, cursor, count, bom, excel_safe, ...tableFormat })

/** The vintages of past days. */
export const exportRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  app.addSchema(Page)
  app.get(
    '/exports',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listExports',
        summary: 'Dated exports of all public records',
        description:
          'Each morning a snapshot is kept as the vintage of the day, with its files and their checksums; of days on which nothing has changed it is the same. The newest first. They are kept for 400 days, unless the installation says otherwise.',
        tags: ['changes'],
        querystring: listQuery,
        response: {
          200: tableResponse(Page, 'The days whose vintage is kept'),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) =>
      await sendList(
        request as never,
        reply,
        reading,
        exportVintages(reading.publicUrl),
        null,
        TABLE_FORMATS,
      ),
  )
}
