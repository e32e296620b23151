import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../../domain/errors.ts'
import { callerOf } from '../../http/access.ts'
import { refusalOfCaller, sendActions } from '../../http/actions.ts'
import {
  answerHeaders,
  listParameters,
  notModified,
  pageOf,
  parameters,
  sendList,
  TABLE_FORMATS,
  tableFormat,
  tableResponse,
} from '../../http/list.ts'
import { MEDIA_TYPES } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../../http/write.ts'
import { type BesidePlan, stepPlan } from '../commands.ts'
import { editsPlanNow, requirePlan } from '../drafts/queries.ts'
import { REQUESTED_ACTIONS, refusalOf, statusAfter } from '../lifecycle.ts'
import { findActionPlan, findStanding, type Standing, transitionsOf } from '../queries.ts'
import { bodyRefusals, EDITORS, writeRefusals } from '../routes.ts'
import { NewPlanTransition, PlanActions, PlanTransition } from '../schema.ts'

const Page = pageOf(PlanTransition, 'PlanTransitionPage', false)
const { limit, cursor, count, bom, excel_safe } = listParameters({ sorts: [], fields: [], includes: [] })

/** The steps of a plan's life, and which of them are open. */
export const planTransitionRoutes: FastifyPluginAsyncTypebox<{
  reading: Reading
  beside: BesidePlan
}> = async (app, { reading, beside }) => {
  app.addSchema(Page)

  app.get(
    '/action-plans/:id/transitions',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listActionPlanTransitions',
        summary: 'How a plan came to where it stands',
        description: 'Its steps in order, each with its day, reason and sources.',
        tags: ['plans'],
        params: strict({ id: Id }),
        querystring: parameters({ limit, cursor, count, bom, excel_safe, ...tableFormat }),
        response: {
          200: tableResponse(Page, 'The steps'),
          304: notModified,
          ...problems('invalid_request', 'not_found', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      await requirePlan(reading.db, request.params.id)
      const list = transitionsOf(request.params.id)
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )

  app.post(
    '/action-plans/:id/transitions',
    {
      config: { access: EDITORS },
      schema: {
        operationId: 'stepActionPlan',
        summary: 'Publish a draft, validate, schedule or withdraw a plan',
        description:
          'A dated step. A consultation moves the plan by opening and closing, and a council by its vote: they have no action here. `schedule` puts the frozen draft before the councils. `GET …/actions` tells what is open now.',
        tags: ['plans'],
        params: strict({ id: Id }),
        headers: {
          ...ifMatchHeader,
          properties: { ...ifMatchHeader.properties, ...idempotencyHeader.properties },
        },
        body: ref(NewPlanTransition),
        response: {
          200: {
            description: 'The plan as it is now',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: { $ref: 'ActionPlan' } } },
          },
          ...problems(
            ...writeRefusals,
            ...bodyRefusals,
            'not_yours',
            'not_found',
            'wrong_state',
            'consultation_announced',
            'overlapping_plan',
            'idempotency_in_progress',
            'precondition_failed',
            'idempotency_mismatch',
            'precondition_required',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await stepPlan(writing, callerOf(request), id, expectedRevision(request), request.body, beside)
        const { revision, json } = (await findActionPlan(writing.trx, id))!
        return { status: 200, location: `/v1/action-plans/${id}`, revision, body: json }
      }),
  )

  app.get(
    '/action-plans/:id/actions',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listActionPlanActions',
        summary: 'What the caller may do with a plan now, and why not',
        description: 'Each action with the problem that it would meet.',
        tags: ['plans'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'Every action, possible or not',
            content: { [MEDIA_TYPES.json]: { schema: ref(PlanActions) } },
          },
          ...problems('invalid_request', 'unauthenticated', 'not_found', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { actor } = request
      const plan = await findStanding(reading.db, id)
      if (plan === undefined) throw new DomainError('not_found')
      const outsider =
        refusalOfCaller(actor, EDITORS) ??
        ((await editsPlanNow(reading.db, actor!, id)) ? undefined : new DomainError('not_yours'))
      const unscheduled = await refusalToSchedule(plan)
      // What is said of a draft would tell an outsider that there is one.
      const actions = REQUESTED_ACTIONS.map((action) => ({
        action,
        to_status: statusAfter(plan.status, action) ?? null,
        refusal:
          outsider ??
          refusalOf(plan.status, action, plan.drafts[0], plan.announced) ??
          (action === 'schedule' ? unscheduled : undefined),
      }))
      return await sendActions(request, reply, actions)

      async function refusalToSchedule({ validated_draft: draft }: Standing) {
        if (draft === null) return undefined
        const faults = (await beside.sessions?.missing(reading.db, id, draft)) ?? []
        return faults.length > 0 ? new DomainError('unprocessable', { faults }) : undefined
      }
    },
  )
}
