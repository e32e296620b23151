import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type TObject, Type } from 'typebox'
import { OGP_COMPLETIONS, STAGES } from '../../domain/progress-types.ts'
import {
  listParameters,
  notModified,
  parameters,
  requireForwards,
  sendList,
  TABLE_FORMATS,
  tableFormat,
  tableResponse,
} from '../../http/list.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { commaList, Id, words } from '../../http/schema.ts'
import { whoseOf, whoseParameters } from '../../http/whose.ts'
import { told } from '../queries.ts'
import { fieldsOf, TOLD } from '../routes.ts'

/** How each is filtered and sorted by its own words. */
const OWN = {
  progress_report: {
    day: 'reported_on',
    far: 'stage',
    farParameter: commaList(words(STAGES, 'How far it had come'), 'Any of these'),
    summary: 'What members say of their commitments',
  },
  assessment: {
    day: 'assessed_on',
    far: 'completion',
    farParameter: commaList(words(OGP_COMPLETIONS, 'How far it had come'), 'Any of these'),
    summary: 'What others find of commitments',
  },
} as const

type Query = Record<string, never>

/** All that is told, across commitments: rows as they are in the feed. */
export const progressListRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  for (const { kind, path, name, schema, page } of TOLD) {
    const { day, far, farParameter, summary } = OWN[kind]
    const { q, include, ...list } = listParameters({
      sorts: [day, 'updated_at'],
      fields: fieldsOf(schema as TObject),
      includes: [],
    })
    const bound = (description: string) => Type.Optional(Type.String({ format: 'date', description }))
    app.get(
      `/${path}`,
      {
        config: { access: 'public' },
        schema: {
          operationId: `list${name}s`,
          summary,
          description:
            'Across all commitments, also those that are in force no more. The latest first. What was withdrawn is there too, with its reason.',
          tags: ['progress'],
          querystring: parameters({
            ...list,
            ...tableFormat,
            ...whoseParameters,
            plan: commaList(Id, 'Of commitments of these plans'),
            commitment: commaList(Id, 'Of these commitments'),
            [far]: farParameter,
            [`${day}_gte`]: bound('Made on this day or later: of an imprecise date, its last day'),
            [`${day}_lte`]: bound('Made on this day or before: of an imprecise date, its last day'),
            withdrawn: Type.Optional(Type.Boolean({ description: 'Only those that were, or were not' })),
          }),
          response: {
            200: tableResponse(page, 'Those that the filters keep'),
            304: notModified,
            ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
          },
        },
      },
      async (request, reply) => {
        const query = request.query as Query
        requireForwards(query, `${day}_gte`, `${day}_lte`)
        const filters = {
          ...whoseOf(query),
          plan: query.plan,
          commitment: query.commitment,
          far: query[far],
          since: query[`${day}_gte`],
          until: query[`${day}_lte`],
          withdrawn: query.withdrawn,
          modifiedSince: query.modified_since,
        }
        const rows = told(kind, filters, query.sort ?? [`-${day}`], query.fields)
        return await sendList(request as never, reply, reading, rows, null, TABLE_FORMATS)
      },
    )
  }
}
