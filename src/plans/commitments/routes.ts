import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type TObject, Type } from 'typebox'
import { DomainError } from '../../domain/errors.ts'
import { PLAN_STATUSES, PRINCIPLES } from '../../domain/plan-types.ts'
import { sendText } from '../../http/answer.ts'
import {
  answerHeaders,
  fieldsParameter,
  listParameters,
  notModified,
  pageOf,
  parameters,
  sendList,
  TABLE_FORMATS,
  tableFormat,
  tableResponse,
} from '../../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { commaList, fieldPaths, Id, ref, sharedObjects, strict, words } from '../../http/schema.ts'
import { whoseOf, whoseParameters } from '../../http/whose.ts'
import { commitments, findCommitment, SORTS, type Sort } from './queries.ts'
import { Commitment } from './schema.ts'

const Page = pageOf(Commitment, 'CommitmentPage', false)
const fields = fieldPaths(Commitment as TObject, sharedObjects).filter(
  (path) => !path.startsWith('lead_institution.'),
)
const { include: _, q: __, ...list } = listParameters({ sorts: SORTS, fields, includes: [] })

/** What is promised, across all plans. */
export const commitmentRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [Commitment, Page]) app.addSchema(schema)

  app.get(
    '/commitments',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listCommitments',
        summary: 'What is promised, across all plans',
        description:
          'Of each plan, the commitments of the draft that stands for it: the adopted one, else the last that was published.',
        tags: ['plans'],
        querystring: parameters({
          ...list,
          ...tableFormat,
          ...whoseParameters,
          q: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 200,
              description:
                'Words of the title, problem or solution, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents',
            }),
          ),
          plan: commaList(Id, 'Of these plans'),
          plan_status: commaList(words(PLAN_STATUSES, 'Where the plan stands'), 'Any of these'),
          principle: commaList(words(PRINCIPLES, 'Principle of the network'), 'That it serves, any of these'),
        }),
        response: {
          200: tableResponse(Page, 'The commitments that the filters keep'),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const filters = {
        ...whoseOf(query),
        ...(query.plan && { plan: query.plan }),
        ...(query.plan_status && { planStatus: query.plan_status }),
        ...(query.principle && { principle: query.principle }),
        ...(query.modified_since && { modifiedSince: query.modified_since }),
        ...(query.q && { q: query.q }),
      }
      const rows = commitments(filters, { fields: query.fields }, (query.sort ?? []) as Sort[])
      return await sendList(request as never, reply, reading, rows, null, TABLE_FORMATS)
    },
  )

  app.get(
    '/commitments/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getCommitment',
        summary: 'One commitment',
        description: 'Its id is the same from draft to draft.',
        tags: ['plans'],
        params: strict({ id: Id }),
        querystring: parameters({ fields: fieldsParameter(fields) }),
        response: {
          200: {
            description: 'The commitment',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Commitment) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await findCommitment(reading.db, request.params.id, request.query.fields)
      if (found === undefined) throw new DomainError('not_found')
      const variant = [reading.edition, found.position]
      return await sendText(request, reply, { format, version: String(found.revision), variant }, found.json)
    },
  )
}
