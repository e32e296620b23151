import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { RECORD_TYPES } from '../../domain/record-types.ts'
import { sendText } from '../../http/answer.ts'
import { answerHeaders, notModified, parameters } from '../../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { commaList, ref, words } from '../../http/schema.ts'
import { factsOf } from '../tables/commands.ts'
import { Dictionary, describeTable } from './schema.ts'

/** What the fields of the files and of the feed mean. */
export const dictionaryRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  const tables = RECORD_TYPES.map((type) => describeTable(type, factsOf(type)))
  app.get(
    '/dictionary',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getDictionary',
        summary: 'What the fields of exports mean',
        description:
          'Of each kind of record: the columns of its CSV, which are also the paths in `data` of NDJSON and of the feed, with type, unit, words and meaning. Made from the same schemas as this contract.',
        tags: ['about'],
        querystring: parameters({
          type: commaList(words(RECORD_TYPES, 'Kind of record'), 'Any of these; all when not said'),
        }),
        response: {
          200: {
            description: 'One entry for each kind of record',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Dictionary) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const { type: wanted = RECORD_TYPES } = request.query
      const data = tables.filter(({ type }) => wanted.includes(type))
      const answer = { format, version: '1', variant: [reading.edition] }
      return await sendText(request, reply, answer, JSON.stringify({ data }))
    },
  )
}
