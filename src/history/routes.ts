import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TObject, Type } from 'typebox'
import { readReference } from '../domain/codes.ts'
import { DomainError } from '../domain/errors.ts'
import type { RecordType } from '../domain/record-types.ts'
import {
  answerHeaders,
  listParameters,
  notModified,
  pageOf,
  parameters,
  sendList,
  TABLE_FORMATS,
} from '../http/list.ts'
import { MEDIA_TYPES } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { Id, ref, strict, words } from '../http/schema.ts'
import { findPublicDraft } from '../plans/drafts/queries.ts'
import { type Found, findCollectivityRow, findNetworkRow, findRecorded, historyOf } from './queries.ts'
import { HistoryEntry } from './schema.ts'

const Page = pageOf(HistoryEntry, 'HistoryPage', false)

const { limit, cursor, count, bom, excel_safe } = listParameters({ sorts: [], fields: [], includes: [] })
const format = Type.Optional(
  words(TABLE_FORMATS, 'Instead of `Accept`; all but `json` stream every entry unless `limit` is given'),
)
const query = parameters({ limit, cursor, count, format, bom, excel_safe })

const byReference = strict({
  collectivity: Type.String({ format: 'collectivity', maxLength: 40, description: 'Id or code' }),
})

const REGISTER = [
  { path: '/regions', type: 'region', operation: 'Region', of: 'a region' },
  {
    path: '/provincial-councils',
    type: 'provincial_council',
    operation: 'ProvincialCouncil',
    of: 'a provincial or prefectoral council',
  },
  { path: '/communes', type: 'commune', operation: 'Commune', of: 'a commune' },
] as const

/** What is found by its id alone. */
const RECORDS = [
  { path: '/members', type: 'member', operation: 'Member', of: 'an episode of membership' },
  { path: '/documents', type: 'document', operation: 'Document', of: 'a document' },
  { path: '/consultations', type: 'consultation', operation: 'Consultation', of: 'a consultation' },
  {
    path: '/contributions',
    type: 'contribution',
    operation: 'Contribution',
    of: 'a contribution, since it is public',
  },
  { path: '/legal-rules', type: 'legal_rule', operation: 'LegalRule', of: 'a version of a rule of law' },
  { path: '/holidays', type: 'holiday', operation: 'Holiday', of: 'a public holiday' },
  { path: '/workshops', type: 'workshop', operation: 'Workshop', of: 'a workshop' },
  {
    path: '/approval-sessions',
    type: 'approval_session',
    operation: 'ApprovalSession',
    of: 'an approval session',
  },
  {
    path: '/progress-reports',
    type: 'progress_report',
    operation: 'ProgressReport',
    of: 'a progress report',
  },
  { path: '/assessments', type: 'assessment', operation: 'Assessment', of: 'an assessment' },
] as const

const success = {
  description: 'The changes, the newest first',
  headers: answerHeaders,
  content: {
    [MEDIA_TYPES.json]: { schema: ref(Page) },
    [MEDIA_TYPES.csv]: { schema: { type: 'string', description: 'One row a change' } },
    [MEDIA_TYPES.ndjson]: { schema: { type: 'string', description: 'One change a line' } },
  },
}

/** What has become of one record, by the public entries of the journal. */
export const historyRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [HistoryEntry, Page]) app.addSchema(schema)

  const options = (operation: string, of: string, params?: TObject) => ({
    config: { access: 'public' } as const,
    schema: {
      operationId: `list${operation}History`,
      summary: `What has become of ${of}`,
      description:
        'Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.',
      tags: ['changes'],
      ...(params === undefined ? {} : { params }),
      querystring: query,
      response: {
        200: success,
        ...(params === byReference
          ? { 301: { description: 'The code is a former one; Location has the one in force', type: 'null' } }
          : {}),
        304: notModified,
        ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        ...(params === undefined ? {} : problems('not_found')),
      },
    },
  })

  const send = async (request: FastifyRequest, reply: FastifyReply, type: RecordType, row?: Found) => {
    if (row === undefined) throw new DomainError('not_found')
    return await sendList(request as never, reply, reading, historyOf(type, row.id), null, TABLE_FORMATS)
  }

  for (const { path, type, operation, of } of REGISTER)
    app.get<{ Params: { collectivity: string } }>(
      `${path}/:collectivity/history`,
      options(operation, of, byReference),
      async (request, reply) => {
        const reference = readReference(request.params.collectivity)!
        const row = await findCollectivityRow(reading.db, type, reference)
        if (row?.now === undefined) return await send(request, reply, type, row)
        const search = request.url.split('?')[1]
        const address = `/v1${path}/${row.now}/history${search === undefined ? '' : `?${search}`}`
        return await reply.redirect(reading.publicUrl + address, 301)
      },
    )

  for (const { path, type, operation, of } of RECORDS)
    app.get<{ Params: { id: string } }>(
      `${path}/:id/history`,
      options(operation, of, strict({ id: Id })),
      async (request, reply) =>
        await send(request, reply, type, await findRecorded(reading.db, type, request.params.id)),
    )

  app.get<{ Params: { id: string } }>(
    '/action-plans/:id/history',
    options('ActionPlan', 'a plan', strict({ id: Id })),
    async (request, reply) =>
      await send(
        request,
        reply,
        'action_plan',
        await findRecorded(reading.db, 'action_plan', request.params.id),
      ),
  )

  app.get<{ Params: { id: string; number: number } }>(
    '/action-plans/:id/drafts/:number/history',
    options(
      'Draft',
      'a draft, since it is public',
      strict({ id: Id, number: Type.Integer({ minimum: 1, maximum: 100_000, description: 'Of the draft' }) }),
    ),
    async (request, reply) =>
      await send(
        request,
        reply,
        'draft',
        await findPublicDraft(reading.db, request.params.id, request.params.number),
      ),
  )

  app.get('/network/history', options('Network', 'the network itself'), async (request, reply) =>
    send(request, reply, 'network', await findNetworkRow(reading.db)),
  )
}
