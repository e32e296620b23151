import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TObject, Type } from 'typebox'
import type { Writing } from '../../db/journal.ts'
import { DomainError } from '../../domain/errors.ts'
import { mergePatch } from '../../domain/merge-patch.ts'
import { callerOf } from '../../http/access.ts'
import { restrictAnswer, sendPrivate, sendText } from '../../http/answer.ts'
import { documentValidator } from '../../http/document.ts'
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
import { fieldPaths, Id, ref, sharedObjects, strict } from '../../http/schema.ts'
import {
  answerWrite,
  expectedRevision,
  idempotencyHeader,
  ifMatchHeader,
  type Outcome,
} from '../../http/write.ts'
import { bodyRefusals, EDITORS, writeRefusals } from '../routes.ts'
import { beginDraft, editDraft } from './commands.ts'
import { diff } from './diff.ts'
import { DEPENDS_ON, drafts, findContents, findDraft, isInsider, requirePlan } from './queries.ts'
import { Draft, DraftDiff, DraftDocument, DraftPatch } from './schema.ts'

const Page = pageOf(Draft, 'DraftPage', false)
const fields = fieldPaths(Draft as TObject, sharedObjects)
const { limit, cursor, count, bom, excel_safe, include } = listParameters({
  sorts: [],
  fields: [],
  includes: ['axes'],
})
const Number_ = (description: string) => Type.Integer({ minimum: 1, maximum: 100_000, description })
const oneDraft = strict({ id: Id, number: Number_('Of the draft') })
/** 500 commitments, each with some pages of Arabic. */
const MOST_BYTES = 8 * 1024 * 1024

/** The drafts of a plan. */
export const draftRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  app.addSchema(Page)

  app.get(
    '/action-plans/:id/drafts',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listDrafts',
        summary: 'The drafts of a plan',
        description:
          'Those that are public; to the association, the ministry and the editors of the plan, all of them.',
        tags: ['plans'],
        params: strict({ id: Id }),
        querystring: parameters({
          limit,
          cursor,
          count,
          fields: fieldsParameter(fields.filter((path) => path !== 'axes')),
          include,
          bom,
          excel_safe,
          ...tableFormat,
        }),
        response: {
          200: tableResponse(Page, 'The drafts, in order'),
          304: notModified,
          ...problems('invalid_request', 'not_found', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      await requirePlan(reading.db, id)
      if (isInsider(request.actor)) restrictAnswer(request)
      const list = drafts(request.actor, id, request.query)
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )

  const one = {
    description: 'The draft',
    headers: answerHeaders,
    content: { [MEDIA_TYPES.json]: { schema: ref(Draft) } },
  }

  app.get(
    '/action-plans/:id/drafts/:number',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getDraft',
        summary: 'One draft of a plan, whole',
        description:
          'One that is not public is not there, but for the association, the ministry and the editors of the plan.',
        tags: ['plans'],
        params: oneDraft,
        querystring: parameters({ fields: fieldsParameter(fields) }),
        response: {
          200: one,
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { id, number } = request.params
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await findDraft(reading.db, request.actor, id, number, request.query.fields)
      if (found === undefined) throw new DomainError('not_found')
      const variant = [reading.edition, found.position]
      const answer = { format, version: String(found.revision), variant, grounds: [found] }
      return await send(request, reply, answer, found.json)
    },
  )

  app.get(
    '/action-plans/:id/drafts/:a/diff/:b',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getDraftDiff',
        summary: 'What changed between two drafts of a plan',
        description:
          'Axes and commitments added, removed, moved and changed, and the words that changed, in each language.',
        tags: ['plans'],
        params: strict({ id: Id, a: Number_('Of the draft before'), b: Number_('Of the draft after') }),
        querystring: strict({}),
        response: {
          200: {
            description: 'The difference',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(DraftDiff) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { id, a, b } = request.params
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await findContents(reading.db, request.actor, id, [a, b])
      if (found === undefined) throw new DomainError('not_found')
      const [from, to] = found
      const told = ({ number, content_hash }: typeof from) => ({ number, content_hash })
      const body = { plan_id: id, from: told(from), to: told(to), ...diff(from, to) }
      const version = `${from.revision}.${to.revision}`
      const ground = { position: from.position, dependsOn: DEPENDS_ON }
      const answer = { format, version, variant: [reading.edition], grounds: [ground] }
      return await send(request, reply, answer, JSON.stringify(body))
    },
  )

  /** For whom drafts that are not public may be there, nothing is kept; the entity tag is for If-Match. */
  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    answer: Parameters<typeof sendText>[2],
    json: string,
  ) {
    if (!isInsider(request.actor)) return await sendText(request, reply, answer, json)
    return await sendPrivate(reply.header('etag', `"${answer.version}"`), json)
  }

  /** The answer to a write of a draft: how it is now. */
  const written = async (
    request: FastifyRequest,
    writing: Writing,
    plan: string,
    number: number,
    status: 200 | 201,
  ): Promise<Outcome> => {
    const { json, revision } = (await findDraft(
      writing.trx,
      { ...callerOf(request), scopes: ['read'] },
      plan,
      number,
    ))!
    return { status, location: `/v1/action-plans/${plan}/drafts/${number}`, revision, body: json }
  }
  const validate = documentValidator(DraftDocument)

  app.post(
    '/action-plans/:id/drafts',
    {
      config: { access: EDITORS },
      schema: {
        operationId: 'beginDraft',
        summary: 'Begin a new draft',
        description:
          'A copy of the last one, which must be frozen: only one is open at a time. Not public until it is published or consulted on.',
        tags: ['plans'],
        params: strict({ id: Id }),
        headers: idempotencyHeader,
        response: {
          201: { ...one, description: 'Begun' },
          ...problems(
            ...writeRefusals,
            'not_yours',
            'not_found',
            'wrong_state',
            'draft_open',
            'idempotency_in_progress',
            'idempotency_mismatch',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        return await written(request, writing, id, await beginDraft(writing, callerOf(request), id), 201)
      }),
  )

  const editing = {
    tags: ['plans'],
    params: oneDraft,
    headers: ifMatchHeader,
    response: {
      200: { ...one, description: 'The draft as it is now' },
      ...problems(
        ...writeRefusals,
        ...bodyRefusals,
        'not_yours',
        'not_found',
        'draft_frozen',
        'wrong_state',
        'precondition_failed',
        'precondition_required',
      ),
    },
  }

  app.put(
    '/action-plans/:id/drafts/:number',
    {
      bodyLimit: MOST_BYTES,
      config: { access: EDITORS },
      schema: {
        ...editing,
        operationId: 'putDraft',
        summary: 'Write the open draft',
        description:
          'The whole document. Axes and commitments keep their keys from draft to draft; one without a key is new and gets one.',
        body: ref(DraftDocument),
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id, number } = request.params
        await editDraft(writing, callerOf(request), id, number, expectedRevision(request), () => request.body)
        return await written(request, writing, id, number, 200)
      }),
  )

  app.patch(
    '/action-plans/:id/drafts/:number',
    {
      bodyLimit: MOST_BYTES,
      config: { access: EDITORS },
      schema: {
        ...editing,
        operationId: 'editDraft',
        summary: 'Edit the open draft',
        description: 'JSON merge patch (RFC 7396): `axes` and `sources`, each as a whole.',
        body: ref(DraftPatch),
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id, number } = request.params
        const patch = request.body as Record<string, never>
        await editDraft(writing, callerOf(request), id, number, expectedRevision(request), (present) =>
          validate(mergePatch(present as never, patch)),
        )
        return await written(request, writing, id, number, 200)
      }),
  )
}
