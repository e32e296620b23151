import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type TObject, Type } from 'typebox'
import { civilDay } from '../../domain/clock.ts'
import { DomainError } from '../../domain/errors.ts'
import { PLAN_STATUSES, PRINCIPLES } from '../../domain/plan-types.ts'
import { OGP_COMPLETIONS, STAGES } from '../../domain/progress-types.ts'
import { sendRecord } from '../../http/answer.ts'
import {
  answerHeaders,
  asOfParameter,
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
import { readFrom } from '../../http/sources.ts'
import { whoseOf, whoseParameters } from '../../http/whose.ts'
import { commitments, findCommitment, SORTS, type Sort } from './queries.ts'
import { Commitment } from './schema.ts'

const Page = pageOf(Commitment, 'CommitmentPage')
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
          'Of each plan, the commitments of the draft that stands for it now: the adopted one, else the last that was published. What is computed of them (`milestones[].done_on`, `completion`, `assessment`, `next_due_on`, `overdue`, `at_risk`, `silent_days`) is as of a day. An imprecise date counts once all of it is past; what was withdrawn does not count, whatever the day.',
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
          lead_institution: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 200,
              description:
                'Words of the name of the institution that leads, in any language, as `q` has them',
            }),
          ),
          completion: commaList(
            words([...STAGES, 'unreported'], 'Stage; `unreported` before any report'),
            'By the last report of its member, any of these',
          ),
          assessed_completion: commaList(
            words([...OGP_COMPLETIONS, 'unassessed'], 'Of the OGP scale; `unassessed` before any assessment'),
            'By the last independent assessment, any of these',
          ),
          overdue: Type.Optional(Type.Boolean({ description: 'Only those that are, or are not, overdue' })),
          at_risk: Type.Optional(Type.Boolean({ description: 'Only those that are, or are not, at risk' })),
          silent_for_days: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: 100_000,
              description: 'Nothing was heard for so many days, or more',
            }),
          ),
          as_of: asOfParameter,
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
        ...(query.lead_institution && { leadInstitution: query.lead_institution }),
        ...(query.completion && { completion: query.completion }),
        ...(query.assessed_completion && { assessedCompletion: query.assessed_completion }),
        ...(query.overdue !== undefined && { overdue: query.overdue }),
        ...(query.at_risk !== undefined && { atRisk: query.at_risk }),
        ...(query.silent_for_days !== undefined && { silentForDays: query.silent_for_days }),
        ...(query.modified_since && { modifiedSince: query.modified_since }),
        ...(query.q && { q: query.q }),
      }
      const asOf = query.as_of ?? civilDay(reading.clock())
      const rows = commitments(filters, { asOf, fields: query.fields }, (query.sort ?? []) as Sort[])
      return await sendList(request as never, reply, reading, rows, asOf, TABLE_FORMATS)
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
        querystring: parameters({ fields: fieldsParameter(fields), as_of: asOfParameter }),
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
      const asOf = request.query.as_of ?? civilDay(reading.clock())
      const found = await readFrom(
        request,
        reading,
        async ({ db }) => await findCommitment(db, request.params.id, asOf, request.query.fields),
      )
      if (found === undefined) throw new DomainError('not_found')
      return await sendRecord(request, reply, reading, format, found, asOf)
    },
  )
}
