import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Writing } from '../db/journal.ts'
import { DomainError } from '../domain/errors.ts'
import { mergePatch } from '../domain/merge-patch.ts'
import { callerOf } from '../http/access.ts'
import { refusalBy, refusalOfCaller, sendActions } from '../http/actions.ts'
import { sendRecord } from '../http/answer.ts'
import { documentValidator } from '../http/document.ts'
import {
  answerHeaders,
  featureOne,
  featuresOf,
  listParameters,
  listResponse,
  notModified,
  pageOf,
  parameters,
  requireForwards,
  sendList,
  viewParameters,
  wordsParameter,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, Day, fieldPaths, Id, ref, strict, words } from '../http/schema.ts'
import { readFrom } from '../http/sources.ts'
import {
  answerWrite,
  expectedRevision,
  idempotencyHeader,
  ifMatchHeader,
  type Outcome,
} from '../http/write.ts'
import { territoryOf } from '../register/asked.ts'
import { registerObjects } from '../register/schema.ts'
import { territoryParameters } from '../register/territory/schema.ts'
import { createWorkshop, editWorkshop, stepWorkshop } from './commands.ts'
import {
  nextStatus,
  openActions,
  WORKSHOP_ACTIONS,
  WORKSHOP_STATUSES,
  type WorkshopStatus,
} from './lifecycle.ts'
import { findWorkshop, keptWorkshop, SORTS, type Sort, workshops, workshopsOfPlan } from './queries.ts'
import {
  INCLUDES,
  NewWorkshop,
  NewWorkshopTransition,
  Workshop,
  WorkshopActions,
  WorkshopDocument,
  WorkshopPatch,
} from './schema.ts'
import { MODES, WORKSHOP_KINDS } from './words.ts'

const Page = pageOf(Workshop, 'WorkshopPage', false)
const Features = featuresOf(Workshop, 'WorkshopFeatures')
const One = featureOne(Workshop, 'WorkshopFeature')
const fields = fieldPaths(Workshop, registerObjects).filter((path) => !path.startsWith(INCLUDES[0]))
const day = (description: string) => Type.Optional(Type.Unsafe<string>({ ...Day, description }))

const listQuery = parameters({
  ...listParameters({ sorts: SORTS, fields, includes: INCLUDES }),
  ...territoryParameters,
  q: wordsParameter('title or the subject'),
  plan: commaList(Type.String({ format: 'uuid' }), 'Of these action plans'),
  kind: commaList(words(WORKSHOP_KINDS, 'What kind of meeting'), 'Any of these'),
  mode: commaList(words(MODES, 'How people meet'), 'Any of these'),
  status: commaList(words(WORKSHOP_STATUSES, 'Where it stands'), 'Any of these'),
  held_on_gte: day('On this day or later, by the first day of an imprecise date'),
  held_on_lte: day('By this day for sure: the whole of an imprecise date is past'),
})
const oneQuery = parameters({
  ...viewParameters({ fields, includes: INCLUDES }),
  format: Type.Optional(words(['json', 'geojson'], 'Instead of `Accept`')),
})

const access = ['association', 'member_editor'] as const
const record = {
  description: 'The record as it is now',
  headers: answerHeaders,
  content: { [MEDIA_TYPES.json]: { schema: ref(Workshop) } },
}
const refusals = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_yours',
  'unprocessable',
  'unsupported_media_type',
  'payload_too_large',
  'rate_limited',
] as const
const held = ['not_found', 'precondition_failed', 'precondition_required'] as const
const retried = ['idempotency_in_progress', 'idempotency_mismatch'] as const

/** The workshops of a plan, on request. */
export const workshopsPart = {
  name: 'workshops',
  json: workshopsOfPlan,
  dependsOn: ['workshop', 'region', 'provincial_council', 'commune'],
  schema: Type.Array(ref(Workshop), { description: 'The oldest first, those without a day before' }),
} as const

/** Meetings and workshops. What is restricted of them is beside this. */
export const workshopRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [Page, Features, One]) app.addSchema(schema)
  const validate = documentValidator(WorkshopDocument)

  const written = async (writing: Writing, id: string, status: 200 | 201): Promise<Outcome> => {
    const found = (await findWorkshop(writing.trx, id))!
    return { status, location: `/v1/workshops/${id}`, revision: found.revision, body: found.json }
  }

  app.get(
    '/workshops',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listWorkshops',
        summary: 'Meetings and workshops',
        description:
          'The latest first, those of an unknown day last. People are named only for a public function; who came is told in counts.',
        tags: ['workshops'],
        querystring: listQuery,
        response: {
          200: listResponse(Page, Features),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      requireForwards(query, 'held_on_gte', 'held_on_lte')
      const filters = {
        ...territoryOf(query),
        plan: query.plan,
        kind: query.kind,
        mode: query.mode,
        status: query.status,
        heldFrom: query.held_on_gte,
        heldUntil: query.held_on_lte,
        modifiedSince: query.modified_since,
        q: query.q,
      }
      const view = { fields: query.fields, include: query.include }
      const list = workshops(filters, view, (query.sort ?? []) as Sort[])
      return await sendList(request as never, reply, reading, list, null)
    },
  )

  app.get(
    '/workshops/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getWorkshop',
        summary: 'One workshop',
        description:
          'Where, when, who spoke, what the groups came to. A cancelled one stays, with the reason.',
        tags: ['workshops'],
        params: strict({ id: Id }),
        querystring: oneQuery,
        response: {
          200: {
            description: 'The record',
            headers: answerHeaders,
            content: {
              [MEDIA_TYPES.json]: { schema: ref(Workshop) },
              [MEDIA_TYPES.geojson]: { schema: ref(One) },
            },
          },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { fields, include, format: asked } = request.query
      const format = negotiateFormat(request.headers, asked, ['json', 'geojson'])
      const found = await readFrom(
        request,
        reading,
        async ({ db }) => await findWorkshop(db, request.params.id, { fields, include }, format),
      )
      if (found === undefined) throw new DomainError('not_found')
      return await sendRecord(request, reply, reading, format, found)
    },
  )

  app.post(
    '/workshops',
    {
      config: { access },
      schema: {
        operationId: 'createWorkshop',
        summary: 'Add a workshop',
        description:
          'Planned, or held already. An editor adds those that serve a collectivity of theirs; the association also those of the network.',
        tags: ['workshops'],
        headers: idempotencyHeader,
        body: ref(NewWorkshop),
        response: {
          201: { ...record, description: 'Added' },
          ...problems(...refusals, ...retried),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) =>
        written(writing, await createWorkshop(writing, callerOf(request), request.body), 201),
      ),
  )

  app.patch(
    '/workshops/:id',
    {
      config: { access },
      schema: {
        operationId: 'editWorkshop',
        summary: 'Edit a workshop',
        description:
          'JSON merge patch (RFC 7396); a list is replaced as a whole. The status moves by transitions only.',
        tags: ['workshops'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(WorkshopPatch),
        response: { 200: record, ...problems(...refusals, ...held) },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await editWorkshop(writing, callerOf(request), id, expectedRevision(request), (present) =>
          validate(mergePatch(present as never, request.body as never)),
        )
        return await written(writing, id, 200)
      }),
  )

  app.post(
    '/workshops/:id/transitions',
    {
      config: { access },
      schema: {
        operationId: 'stepWorkshop',
        summary: 'Say that a workshop was held, cancel it or reinstate it',
        description: 'A cancelled one stays, with its reason. `GET …/actions` lists what is open now.',
        tags: ['workshops'],
        params: strict({ id: Id }),
        headers: {
          ...ifMatchHeader,
          properties: { ...ifMatchHeader.properties, ...idempotencyHeader.properties },
        },
        body: ref(NewWorkshopTransition),
        response: { 200: record, ...problems(...refusals, ...held, ...retried, 'wrong_state') },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await stepWorkshop(writing, callerOf(request), id, expectedRevision(request), request.body)
        return await written(writing, id, 200)
      }),
  )

  app.get(
    '/workshops/:id/actions',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listWorkshopActions',
        summary: 'What the caller may do with a workshop now, and why not',
        description: 'Each action with the problem that it would meet.',
        tags: ['workshops'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'Every action, possible or not',
            content: { [MEDIA_TYPES.json]: { schema: ref(WorkshopActions) } },
          },
          ...problems('invalid_request', 'not_found', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const kept = await keptWorkshop(reading.db, request.actor, request.params.id)
      if (kept === undefined) throw new DomainError('not_found')
      const status = kept.status as WorkshopStatus
      const outsider =
        refusalOfCaller(request.actor, access) ?? (kept.own ? undefined : new DomainError('not_yours'))
      const actions = WORKSHOP_ACTIONS.map(async (action) => ({
        action,
        to_status: openActions(status).includes(action) ? nextStatus(status, action) : null,
        refusal: outsider ?? (await refusalBy(() => nextStatus(status, action))),
      }))
      return await sendActions(request, reply, await Promise.all(actions))
    },
  )
}
