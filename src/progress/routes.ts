import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { TObject, TSchema } from 'typebox'
import type { Writing } from '../db/journal.ts'
import type { Role } from '../domain/actor.ts'
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
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { fieldPaths, Id, ref, sharedObjects, strict } from '../http/schema.ts'
import {
  answerWrite,
  expectedRevision,
  idempotencyHeader,
  ifMatchHeader,
  type Outcome,
} from '../http/write.ts'
import { addTold, editTold, type NewTold, withdrawTold } from './commands.ts'
import { findTold, type Kind, requireCommitment, told } from './queries.ts'
import {
  Assessment,
  AssessmentPatch,
  NewAssessment,
  NewProgressReport,
  NewWithdrawal,
  ProgressReport,
  ProgressReportPatch,
} from './schema.ts'

interface Told {
  readonly kind: Kind
  readonly path: string
  /** Ends the names of operations. */
  readonly name: string
  readonly a: string
  readonly access: readonly Role[]
  readonly schema: TSchema
  readonly page: TSchema
  readonly added: TSchema
  readonly patch: TSchema
  readonly list: string
  readonly add: string
}

export const TOLD: readonly Told[] = [
  {
    kind: 'progress_report',
    path: 'progress-reports',
    name: 'ProgressReport',
    a: 'a progress report',
    access: ['association', 'member_editor'],
    schema: ProgressReport,
    page: pageOf(ProgressReport, 'ProgressReportPage', false),
    added: NewProgressReport,
    patch: ProgressReportPatch,
    list: 'What its member says of a commitment',
    add: 'By the editors of its plan and the association, once the council has adopted the plan and until it is closed. The commitment is one of the draft in force, and so are its milestones.',
  },
  {
    kind: 'assessment',
    path: 'assessments',
    name: 'Assessment',
    a: 'an independent assessment',
    access: ['association'],
    schema: Assessment,
    page: pageOf(Assessment, 'AssessmentPage', false),
    added: NewAssessment,
    patch: AssessmentPatch,
    list: 'What others than its member find of a commitment',
    add: 'By the association alone, of a commitment of the draft in force, once the council has adopted the plan; also after it is closed.',
  },
]

const refusals = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_yours',
  'not_found',
  'unprocessable',
  'unsupported_media_type',
  'payload_too_large',
  'rate_limited',
] as const
const held = ['withdrawn', 'precondition_failed', 'precondition_required'] as const
const retried = ['idempotency_in_progress', 'idempotency_mismatch'] as const
const { limit, cursor, count, bom, excel_safe } = listParameters({ sorts: [], fields: [], includes: [] })

/** What may be asked for in `fields`. */
export const fieldsOf = (schema: TObject) =>
  fieldPaths(schema, sharedObjects).filter((field) => !field.startsWith('period.'))

/** What becomes of commitments: what their members report, and what others find. */
export const progressRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const one of TOLD) {
    const { kind, path, name, a, access, schema, page } = one
    app.addSchema(page)
    const fields = fieldsOf(schema as TObject)
    const validate = documentValidator(one.added)
    const tags = ['progress']
    const record = (description: string) => ({
      description,
      headers: answerHeaders,
      content: { [MEDIA_TYPES.json]: { schema: ref(schema) } },
    })
    /** The answer to a write: the record as it is now. */
    const written = async (writing: Writing, id: string, status: 200 | 201): Promise<Outcome> => {
      const { revision, json } = (await findTold(writing.trx, kind, id))!
      return { status, location: `/v1/${path}/${id}`, revision, body: json }
    }

    app.get(
      `/commitments/:id/${path}`,
      {
        config: { access: 'public' },
        schema: {
          operationId: `listCommitment${name}s`,
          summary: one.list,
          description: 'The oldest first; what was withdrawn too, with its reason.',
          tags,
          params: strict({ id: Id }),
          querystring: parameters({
            limit,
            cursor,
            count,
            fields: fieldsParameter(fields),
            bom,
            excel_safe,
            ...tableFormat,
          }),
          response: {
            200: tableResponse(page, 'All that is told'),
            304: notModified,
            ...problems('invalid_request', 'not_found', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
          },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        await requireCommitment(reading.db, id)
        const list = told(kind, { commitment: [id] }, ['known_on'], request.query.fields)
        return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
      },
    )

    app.post(
      `/commitments/:id/${path}`,
      {
        config: { access },
        schema: {
          operationId: `add${name}`,
          summary: `Add ${a}`,
          description: one.add,
          tags,
          params: strict({ id: Id }),
          headers: idempotencyHeader,
          body: ref(one.added),
          response: {
            201: record('Added'),
            ...problems(...refusals, ...retried, 'wrong_state', 'commitment_not_in_force'),
          },
        },
      },
      async (request, reply) =>
        await answerWrite(request, reply, reading, async (writing) => {
          const { id } = request.params
          const added = await addTold(writing, callerOf(request), kind, id, request.body as NewTold)
          return await written(writing, added, 201)
        }),
    )

    app.get(
      `/${path}/:id`,
      {
        config: { access: 'public' },
        schema: {
          operationId: `get${name}`,
          summary: `One: ${a}`,
          description: 'As it is now; what it was before a correction is in its history.',
          tags,
          params: strict({ id: Id }),
          querystring: parameters({ fields: fieldsParameter(fields) }),
          response: {
            200: record('The record'),
            304: notModified,
            ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
          },
        },
      },
      async (request, reply) => {
        const format = negotiateFormat(request.headers, undefined, ['json'])
        const found = await findTold(reading.db, kind, request.params.id, request.query.fields)
        if (found === undefined) throw new DomainError('not_found')
        return await sendRecord(request, reply, reading, format, found)
      },
    )

    app.patch(
      `/${path}/:id`,
      {
        config: { access },
        schema: {
          operationId: `edit${name}`,
          summary: `Correct ${a}`,
          description:
            'JSON merge patch (RFC 7396); what it was stays in its history. One that was withdrawn is not corrected.',
          tags,
          params: strict({ id: Id }),
          headers: ifMatchHeader,
          body: ref(one.patch),
          response: { 200: record('As it is now'), ...problems(...refusals, ...held) },
        },
      },
      async (request, reply) =>
        await answerWrite(request, reply, reading, async (writing) => {
          const { id } = request.params
          const patch = request.body as Record<string, never>
          await editTold(
            writing,
            callerOf(request),
            kind,
            id,
            expectedRevision(request),
            (present) => validate(mergePatch(withoutOther(present, patch) as never, patch)) as NewTold,
          )
          return await written(writing, id, 200)
        }),
    )

    app.post(
      `/${path}/:id/withdrawal`,
      {
        config: { access },
        schema: {
          operationId: `withdraw${name}`,
          summary: `Take back ${a}`,
          description: 'It stays, with the reason, and no longer counts, whatever the day.',
          tags,
          params: strict({ id: Id }),
          headers: {
            ...ifMatchHeader,
            properties: { ...ifMatchHeader.properties, ...idempotencyHeader.properties },
          },
          body: ref(NewWithdrawal),
          response: { 200: record('As it is now'), ...problems(...refusals, ...held, ...retried) },
        },
      },
      async (request, reply) =>
        await answerWrite(request, reply, reading, async (writing) => {
          const { id } = request.params
          const { reason } = request.body
          await withdrawTold(writing, callerOf(request), kind, id, expectedRevision(request), reason)
          return await written(writing, id, 200)
        }),
    )
  }
}

/** Stage and percentage say one thing: a patch of one alone takes the place of both. */
function withoutOther(present: NewTold, patch: object): object {
  const other = 'stage' in patch ? 'percentage' : 'percentage' in patch ? 'stage' : undefined
  return Object.fromEntries(Object.entries(present).filter(([name]) => name !== other))
}
