import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { answerHeaders, listParameters, notModified, pageOf, parameters, sendList } from '../http/list.ts'
import { MEDIA_TYPES } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, fieldPaths, ref, words } from '../http/schema.ts'
import { territoryOf } from '../register/asked.ts'
import { registerObjects } from '../register/schema.ts'
import { territoryParameters } from '../register/territory/schema.ts'
import { search } from './queries.ts'
import { SearchHit } from './schema.ts'
import { SEARCH_TYPES } from './types.ts'

const Page = pageOf(SearchHit, 'SearchPage', false)
const { limit, cursor, fields } = listParameters({
  sorts: ['none'],
  fields: fieldPaths(SearchHit, registerObjects),
  includes: ['none'],
})
const searchQuery = parameters({
  q: Type.String({
    minLength: 1,
    maxLength: 200,
    description:
      'Words in Arabic or French, or a code: all of them, or others of the same stem; the last may be the beginning of a word. Without regard to hamza, alef, ya, ta marbuta, tatweel, tashkeel and accents. Words that say nothing (de, la, les) are left out where there are others. Nothing in it is read as an operator',
  }),
  type: commaList(words(SEARCH_TYPES, 'Kind of record'), 'Any of these'),
  ...territoryParameters,
  limit,
  cursor,
  fields,
})

/** One search over all that is public. */
export const searchRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [SearchHit, Page]) app.addSchema(schema)

  app.get(
    '/search',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listSearchHits',
        summary: 'Search across all that is public',
        description:
          'Collectivities, plans, commitments of the drafts that stand for them, workshops and what came out of their groups, consultations, sessions, titles of documents. The best match first (`match` says why it was found); where they match alike by type, then the latest first. Typing mistakes are forgiven where nothing matches as typed (`meta.match` is then `approximate`).',
        tags: ['search'],
        querystring: searchQuery,
        response: {
          200: {
            description: 'What was found',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Page) } },
          },
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const list = search({ ...territoryOf(query), q: query.q, type: query.type }, query.fields)
      return await sendList(request as never, reply, reading, list, null, ['json'])
    },
  )
}
