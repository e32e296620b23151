import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type TObject, type TSchema, Type } from 'typebox'
import type { Writing } from '../db/journal.ts'
import { DomainError } from '../domain/errors.ts'
import { mergePatch } from '../domain/merge-patch.ts'
import { PLAN_STATUSES } from '../domain/plan-types.ts'
import { callerOf } from '../http/access.ts'
import { sendRecord } from '../http/answer.ts'
import { documentValidator } from '../http/document.ts'
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
  viewParameters,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, fieldPaths, Id, ref, sharedObjects, strict, words } from '../http/schema.ts'
import { readFrom } from '../http/sources.ts'
import { whoseOf, whoseParameters } from '../http/whose.ts'
import {
  answerWrite,
  expectedRevision,
  idempotencyHeader,
  ifMatchHeader,
  type Outcome,
} from '../http/write.ts'
import { createPlan, deletePlan, editPlan } from './commands.ts'
import { actionPlans, findActionPlan, type PlanPart, SORTS, type Sort } from './queries.ts'
import { ActionPlanPatch, actionPlanWith, NewActionPlan, OWN_INCLUDES, PlanDocument } from './schema.ts'

/** What another feature adds to a plan on request, and what it looks like. */
export interface DescribedPart extends PlanPart {
  readonly schema: TSchema
}

export interface PlanRoutesOptions {
  reading: Reading
  /** Further words of `include`, each of another feature. */
  parts?: readonly DescribedPart[]
  /** What goes with a plan to other territories. */
  along: Parameters<typeof editPlan>[6]
}

export const writeRefusals = ['invalid_request', 'unauthenticated', 'forbidden', 'rate_limited'] as const
export const bodyRefusals = ['unprocessable', 'unsupported_media_type', 'payload_too_large'] as const
/** Who writes plans; whose they may be is looked at row by row. */
export const EDITORS = ['association', 'member_editor'] as const

/** Action plans. */
export const planRoutes: FastifyPluginAsyncTypebox<PlanRoutesOptions> = async (
  app,
  { reading, parts = [], along },
) => {
  const ActionPlan = actionPlanWith(
    Object.fromEntries(parts.map(({ name, schema }) => [name, Type.Optional(schema)])),
  )
  const Page = pageOf(ActionPlan, 'ActionPlanPage', 'on request')
  for (const schema of [ActionPlan, Page]) app.addSchema(schema)
  const includes = [...OWN_INCLUDES, ...parts.map(({ name }) => name)]
  const fields = fieldPaths(ActionPlan as TObject, sharedObjects).filter(
    (path) =>
      !includes.some((name) => path === name || path.startsWith(`${name}.`)) && !/^programme\./.test(path),
  )

  app.get(
    '/action-plans',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listActionPlans',
        summary: 'The action plans of openness',
        description:
          'One record a plan and cycle, whatever its status. What a plan promises is in its drafts; `include` shows the draft that stands for it in public.',
        tags: ['plans'],
        querystring: parameters({
          ...listParameters({ sorts: SORTS, fields, includes }),
          ...tableFormat,
          ...whoseParameters,
          status: commaList(words(PLAN_STATUSES, 'Where the plan stands'), 'Any of these'),
          as_of: Type.Optional(
            Type.String({
              format: 'date',
              description:
                'Plans that there were at the end of this civil day, `status` as it was then for sure by the dates of its steps; all else as it is now',
            }),
          ),
          cycle_year: Type.Optional(
            Type.Integer({ minimum: 1900, maximum: 2199, description: 'A year of the plan’s cycle' }),
          ),
        }),
        response: {
          200: tableResponse(Page, 'The plans that the filters keep'),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const filters = {
        ...whoseOf(query),
        ...(query.status && { status: query.status }),
        ...(query.as_of && { asOf: query.as_of }),
        ...(query.cycle_year && { cycleYear: query.cycle_year }),
        ...(query.modified_since && { modifiedSince: query.modified_since }),
        ...(query.q && { q: query.q }),
      }
      const view = { fields: query.fields, include: query.include }
      const list = actionPlans(filters, view, (query.sort ?? []) as Sort[], parts)
      return await sendList(request as never, reply, reading, list, query.as_of ?? null, TABLE_FORMATS)
    },
  )

  app.get(
    '/action-plans/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getActionPlan',
        summary: 'One action plan',
        description: 'With `include`, a whole page about a plan in one call.',
        tags: ['plans'],
        params: strict({ id: Id }),
        querystring: parameters(viewParameters({ fields, includes })),
        response: {
          200: {
            description: 'The plan',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(ActionPlan) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await readFrom(
        request,
        reading,
        async ({ db }) => await findActionPlan(db, request.params.id, request.query, parts),
      )
      if (found === undefined) throw new DomainError('not_found')
      return await sendRecord(request, reply, reading, format, found)
    },
  )

  /** The answer to a write of a plan: how it stands now. */
  const written = async (writing: Writing, id: string, status: 200 | 201): Promise<Outcome> => {
    const found = await findActionPlan(writing.trx, id)
    return { status, location: `/v1/action-plans/${id}`, revision: found!.revision, body: found!.json }
  }
  const record = {
    description: 'The plan as it is now',
    headers: answerHeaders,
    content: { [MEDIA_TYPES.json]: { schema: ref(ActionPlan) } },
  }
  const validate = documentValidator(PlanDocument)

  app.post(
    '/action-plans',
    {
      config: { access: EDITORS },
      schema: {
        operationId: 'createActionPlan',
        summary: 'Begin an action plan',
        description:
          'In drafting, with a first draft that is open and empty. A member’s editor begins one of its own collectivities; one that is shared with others, the association.',
        tags: ['plans'],
        headers: idempotencyHeader,
        body: ref(NewActionPlan),
        response: {
          201: { ...record, description: 'Begun' },
          ...problems(
            ...writeRefusals,
            ...bodyRefusals,
            'not_yours',
            'overlapping_plan',
            'idempotency_in_progress',
            'idempotency_mismatch',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) =>
        written(writing, await createPlan(writing, callerOf(request), request.body), 201),
      ),
  )

  app.patch(
    '/action-plans/:id',
    {
      config: { access: EDITORS },
      schema: {
        operationId: 'editActionPlan',
        summary: 'Edit an action plan',
        description:
          'JSON merge patch (RFC 7396). Whose plan it is, is for the association to change. The status moves by transitions only.',
        tags: ['plans'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(ActionPlanPatch),
        response: {
          200: record,
          ...problems(
            ...writeRefusals,
            ...bodyRefusals,
            'not_yours',
            'not_found',
            'overlapping_plan',
            'precondition_failed',
            'precondition_required',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        const patch = request.body as Record<string, never>
        await editPlan(
          writing,
          callerOf(request),
          id,
          expectedRevision(request),
          Object.keys(patch),
          (present) => validate(mergePatch(present as never, patch)),
          along,
        )
        return await written(writing, id, 200)
      }),
  )

  app.delete(
    '/action-plans/:id',
    {
      config: { access: EDITORS },
      schema: {
        operationId: 'deleteActionPlan',
        summary: 'Remove a plan that came to nothing',
        description: 'Only one in drafting of which no draft was ever published; any other is withdrawn.',
        tags: ['plans'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        response: {
          204: { description: 'Removed', type: 'null' },
          ...problems(
            ...writeRefusals,
            'not_yours',
            'not_found',
            'wrong_state',
            'precondition_failed',
            'precondition_required',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        await deletePlan(writing, callerOf(request), request.params.id, expectedRevision(request))
        return { status: 204 }
      }),
  )
}
