import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type TObject, Type } from 'typebox'
import type { Writing } from '../db/journal.ts'
import { CONSULTATION_STATUSES } from '../domain/consultation-types.ts'
import { DomainError } from '../domain/errors.ts'
import { mergePatch } from '../domain/merge-patch.ts'
import { callerOf } from '../http/access.ts'
import { sendRecord } from '../http/answer.ts'
import { documentValidator } from '../http/document.ts'
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
  wordsParameter,
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
import { announceConsultation, cancelConsultation, deleteConsultation, editConsultation } from './commands.ts'
import { consultations, findConsultation, SORTS, type Sort } from './queries.ts'
import {
  Consultation,
  ConsultationDocument,
  ConsultationPatch,
  Moment,
  NewConsultation,
  NewConsultationTransition,
} from './schema.ts'

const Page = pageOf(Consultation, 'ConsultationPage', false)
const fields = fieldPaths(Consultation as TObject, new Map([...sharedObjects, ['Moment', Moment as TObject]]))
const { include: _, q: __, ...list } = listParameters({ sorts: SORTS, fields, includes: [] })

/** Who writes consultations; whose plan it may be is looked at row by row. */
const EDITORS = ['association', 'member_editor'] as const
const refusals = ['invalid_request', 'unauthenticated', 'forbidden', 'not_yours', 'rate_limited'] as const
const bodyRefusals = ['unprocessable', 'unsupported_media_type', 'payload_too_large'] as const
const preconditions = ['precondition_failed', 'precondition_required'] as const
const keyRefusals = ['idempotency_in_progress', 'idempotency_mismatch'] as const

/** Consultations on plans. That they open and close is the doing of the clock. */
export const consultationRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  for (const schema of [Consultation, Page]) app.addSchema(schema)

  app.get(
    '/consultations',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listConsultations',
        summary: 'Consultations, those to come among them',
        description: 'From their announcement on. The one that opens last comes first.',
        tags: ['consultations'],
        querystring: parameters({
          ...list,
          ...tableFormat,
          ...whoseParameters,
          q: wordsParameter('title or the description'),
          plan: commaList(Id, 'Of these plans'),
          status: commaList(words(CONSULTATION_STATUSES, 'Where it stands'), 'Any of these'),
          round: commaList(Type.Integer({ minimum: 1, maximum: 20 }), 'Any of these rounds'),
          open_on: Type.Optional(
            Type.String({ format: 'date', description: 'Whose window holds some of this day in Morocco' }),
          ),
        }),
        response: {
          200: tableResponse(Page, 'The consultations that the filters keep'),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const { plan, status, round, open_on: openOn, modified_since: modifiedSince, q } = query
      const filters = { ...whoseOf(query), plan, status, round, openOn, modifiedSince, q }
      const rows = consultations(filters, query.fields, (query.sort ?? []) as Sort[])
      return await sendList(request as never, reply, reading, rows, null, TABLE_FORMATS)
    },
  )

  app.get(
    '/consultations/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getConsultation',
        summary: 'One consultation',
        description:
          'Its window is as precise as its source. Whether it is open, `status` says, which the clock moves.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        querystring: parameters({ fields: fieldsParameter(fields) }),
        response: {
          200: {
            description: 'The consultation',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Consultation) } },
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
        async ({ db }) => await findConsultation(db, request.params.id, request.query.fields),
      )
      if (found === undefined) throw new DomainError('not_found')
      return await sendRecord(request, reply, reading, format, found)
    },
  )

  /** The answer to a write of a consultation: how it stands now. */
  const written = async (writing: Writing, id: string, status: 200 | 201): Promise<Outcome> => {
    const found = await findConsultation(writing.trx, id)
    return { status, location: `/v1/consultations/${id}`, revision: found!.revision, body: found!.json }
  }
  const record = {
    description: 'The consultation as it is now',
    headers: answerHeaders,
    content: { [MEDIA_TYPES.json]: { schema: ref(Consultation) } },
  }
  const validate = documentValidator(ConsultationDocument)

  app.post(
    '/consultations',
    {
      config: { access: EDITORS },
      schema: {
        operationId: 'announceConsultation',
        summary: 'Announce a consultation',
        description:
          'Public at once; the draft that it is about is not, until it opens. It opens and closes by itself, and the plan is `consulting` for as long as one of its consultations is open.',
        tags: ['consultations'],
        headers: idempotencyHeader,
        body: ref(NewConsultation),
        response: {
          201: { ...record, description: 'Announced' },
          ...problems(...refusals, ...bodyRefusals, 'wrong_state', ...keyRefusals),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) =>
        written(writing, await announceConsultation(writing, callerOf(request), request.body), 201),
      ),
  )

  app.patch(
    '/consultations/:id',
    {
      config: { access: EDITORS },
      schema: {
        operationId: 'editConsultation',
        summary: 'Edit a consultation',
        description:
          'JSON merge patch (RFC 7396). Once it has opened, its round, its draft and its beginning are settled; once it is over, its end and its channels too.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(ConsultationPatch),
        response: {
          200: record,
          ...problems(...refusals, ...bodyRefusals, 'not_found', ...preconditions),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        const patch = request.body as Record<string, never>
        await editConsultation(writing, callerOf(request), id, expectedRevision(request), (present) =>
          validate(mergePatch(present as never, patch)),
        )
        return await written(writing, id, 200)
      }),
  )

  app.delete(
    '/consultations/:id',
    {
      config: { access: EDITORS },
      schema: {
        operationId: 'deleteConsultation',
        summary: 'Remove a consultation that never opened',
        description: 'One that has opened is cancelled, and stays.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        response: {
          204: { description: 'Removed', type: 'null' },
          ...problems(...refusals, 'not_found', 'wrong_state', ...preconditions),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await deleteConsultation(writing, callerOf(request), id, expectedRevision(request))
        return { status: 204 }
      }),
  )

  app.post(
    '/consultations/:id/transitions',
    {
      config: { access: EDITORS },
      schema: {
        operationId: 'stepConsultation',
        summary: 'Cancel a consultation',
        description: 'With a reason that is published. What was contributed so far stays.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        headers: {
          ...ifMatchHeader,
          properties: { ...ifMatchHeader.properties, ...idempotencyHeader.properties },
        },
        body: ref(NewConsultationTransition),
        response: {
          200: record,
          ...problems(
            ...refusals,
            ...bodyRefusals,
            'not_found',
            'wrong_state',
            ...keyRefusals,
            ...preconditions,
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        const { reason } = request.body
        await cancelConsultation(writing, callerOf(request), id, expectedRevision(request), reason)
        return await written(writing, id, 200)
      }),
  )
}
