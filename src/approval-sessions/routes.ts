import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Writing } from '../db/journal.ts'
import { civilDay } from '../domain/clock.ts'
import { DomainError } from '../domain/errors.ts'
import { mergePatch } from '../domain/merge-patch.ts'
import { SESSION_KINDS, SESSION_STATUSES } from '../domain/session-types.ts'
import { callerOf } from '../http/access.ts'
import { sendRecord } from '../http/answer.ts'
import { documentValidator } from '../http/document.ts'
import {
  answerHeaders,
  asOfParameter,
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
import { createSession, editSession } from './commands.ts'
import { findings } from './judgement.ts'
import { approvalSessions, type FoundSession, findApprovalSession, SORTS, type Sort } from './queries.ts'
import {
  ApprovalSession,
  ApprovalSessionPatch,
  ListedSession,
  NewApprovalSession,
  SessionDocument,
} from './schema.ts'

/** Who keeps sessions; whose they are is looked at row by row. */
export const KEEPERS = ['association', 'member_editor'] as const
export const writeRefusals = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_yours',
  'rate_limited',
] as const
export const bodyRefusals = ['unprocessable', 'unsupported_media_type', 'payload_too_large'] as const
export const revisionRefusals = ['not_found', 'precondition_failed', 'precondition_required'] as const

/** A session as it is sent: what is on record, and what the law makes of it. */
export const representation = ({ session, judged }: FoundSession, asOf: string) =>
  JSON.stringify({ ...session, ...findings(judged, asOf) })

/** The answer to a write of a session: how it stands now. */
export async function written(writing: Writing, id: string, status: 200 | 201): Promise<Outcome> {
  const found = (await findApprovalSession(writing.trx, id))!
  return {
    status,
    location: `/v1/approval-sessions/${id}`,
    revision: found.revision,
    body: representation(found, civilDay(writing.author.at)),
  }
}

export const record = {
  description: 'The session as it is now',
  headers: answerHeaders,
  content: { [MEDIA_TYPES.json]: { schema: ref(ApprovalSession) } },
}

const Page = pageOf(ListedSession, 'ListedSessionPage', false)
const { q, include, format, ...every } = listParameters({
  sorts: SORTS,
  fields: fieldPaths(ListedSession, sharedObjects),
  includes: ['none'],
})

/** Approval sessions. */
export const approvalSessionRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  app.addSchema(Page)
  const validate = documentValidator(SessionDocument)

  app.get(
    '/approval-sessions',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listApprovalSessions',
        summary: 'The council sessions on plans',
        description:
          'The latest first. Quorum, majority and outcome are computed from what is on record; a session by itself also tells its deadlines and what does not fit the law.',
        tags: ['sessions'],
        querystring: parameters({
          ...every,
          ...tableFormat,
          ...whoseParameters,
          plan: commaList(Id, 'Ids of plans: any of them'),
          status: commaList(words(SESSION_STATUSES, 'Where the session stands'), 'Any of these'),
          kind: commaList(words(SESSION_KINDS, 'How it comes about'), 'Any of these'),
          year: Type.Optional(
            Type.Integer({ minimum: 1900, maximum: 2199, description: 'Civil year in which it opens' }),
          ),
        }),
        response: {
          200: tableResponse(Page, 'The sessions that the filters keep'),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const { plan, status, kind, year, modified_since: modifiedSince } = query
      const filters = { ...whoseOf(query), plan, status, kind, year, ...(modifiedSince && { modifiedSince }) }
      const list = approvalSessions(filters, (query.sort ?? []) as Sort[], query.fields)
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )

  app.get(
    '/approval-sessions/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getApprovalSession',
        summary: 'One council session, held against the law',
        description:
          'With its deadlines as of a day, and warnings: what does not fit the law or itself, each with its legal basis. Its documents (minutes, decision) are at `/v1/documents?owner_type=approval_session&owner_id=…`.',
        tags: ['sessions'],
        params: strict({ id: Id }),
        querystring: parameters({ as_of: asOfParameter }),
        response: {
          200: {
            description: 'The session',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(ApprovalSession) } },
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
        async ({ db }) => await findApprovalSession(db, request.params.id),
      )
      if (found === undefined) throw new DomainError('not_found')
      const told = { ...found, json: representation(found, asOf) }
      return await sendRecord(request, reply, reading, format, told, asOf)
    },
  )

  app.post(
    '/approval-sessions',
    {
      config: { access: KEEPERS },
      schema: {
        operationId: 'createApprovalSession',
        summary: 'Announce a council session on a plan',
        description:
          'Perhaps with no draft, day or number of members yet. The plan’s `schedule` binds its frozen draft to it. A council has one open session on a plan.',
        tags: ['sessions'],
        headers: idempotencyHeader,
        body: ref(NewApprovalSession),
        response: {
          201: { ...record, description: 'Announced' },
          ...problems(
            ...writeRefusals,
            ...bodyRefusals,
            'duplicate',
            'idempotency_in_progress',
            'idempotency_mismatch',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) =>
        written(writing, await createSession(writing, callerOf(request), request.body), 201),
      ),
  )

  app.patch(
    '/approval-sessions/:id',
    {
      config: { access: KEEPERS },
      schema: {
        operationId: 'editApprovalSession',
        summary: 'Edit a council session',
        description:
          'JSON merge patch (RFC 7396). Once the council has decided, only `after_the_vote`, `declared_outcome`, `votes_published` and `sources`.',
        tags: ['sessions'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(ApprovalSessionPatch),
        response: {
          200: record,
          ...problems(...writeRefusals, ...bodyRefusals, ...revisionRefusals, 'wrong_state'),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        const patch = request.body as Record<string, never>
        await editSession(
          writing,
          callerOf(request),
          id,
          expectedRevision(request),
          Object.keys(patch),
          (present) => validate(mergePatch(present as never, patch)),
        )
        return await written(writing, id, 200)
      }),
  )
}
