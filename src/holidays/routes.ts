import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Writing } from '../db/journal.ts'
import { DomainError } from '../domain/errors.ts'
import { mergePatch } from '../domain/merge-patch.ts'
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
  wordsParameter,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, fieldPaths, Id, ref, sharedObjects, strict, words } from '../http/schema.ts'
import { readFrom } from '../http/sources.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../http/write.ts'
import { addHoliday, editHoliday, removeHoliday } from './commands.ts'
import { findHoliday, holidays, SORTS, type Sort } from './queries.ts'
import { Holiday, HolidayPatch, NewHoliday, RECURRENCES } from './schema.ts'

const Page = pageOf(Holiday, 'HolidayPage', false)

const { q, include, format, ...every } = listParameters({
  sorts: SORTS,
  fields: fieldPaths(Holiday, sharedObjects),
  includes: ['none'],
})

const listQuery = parameters({
  ...every,
  ...tableFormat,
  q: wordsParameter('name'),
  year: Type.Optional(
    Type.Integer({ minimum: 1900, maximum: 2199, description: 'Only those that fall on a day of this year' }),
  ),
  recurrence: commaList(words(RECURRENCES, 'Once, or each year'), 'Any of these'),
})

const one = {
  description: 'The holiday as it is now',
  headers: answerHeaders,
  content: { [MEDIA_TYPES.json]: { schema: ref(Holiday) } },
}
const access = ['association', 'admin'] as const
const refusals = ['invalid_request', 'unauthenticated', 'forbidden', 'rate_limited'] as const
const bodyRefusals = ['duplicate', 'unprocessable', 'unsupported_media_type', 'payload_too_large'] as const

/** The days on which nobody works, which move what the law sets by working days. */
export const holidayRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [Holiday, NewHoliday, HolidayPatch, Page]) app.addSchema(schema)
  const validate = documentValidator(NewHoliday)
  const written = async (writing: Writing, id: string, status: 200 | 201) => {
    const { revision, json: body } = (await findHoliday(writing.trx, id))!
    return { status, location: `/v1/holidays/${id}`, revision, body }
  }

  app.get(
    '/holidays',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listHolidays',
        summary: 'Public holidays',
        description:
          'Those on fixed days come each year from their first on. Feasts set by sighting of the moon are single days, entered when they are announced: a year without them is not complete.',
        tags: ['law'],
        querystring: listQuery,
        response: {
          200: tableResponse(Page, 'The holidays that the filters keep'),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const filters = {
        ...(query.year && { year: query.year }),
        ...(query.recurrence && { recurrence: query.recurrence }),
        ...(query.q && { q: query.q }),
        ...(query.modified_since && { modifiedSince: query.modified_since }),
      }
      const list = holidays(filters, (query.sort ?? []) as Sort[], query.fields)
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )

  app.get(
    '/holidays/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getHoliday',
        summary: 'One public holiday',
        description: 'With the decree or the announcement that it comes from.',
        tags: ['law'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: one,
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
        async ({ db }) => await findHoliday(db, request.params.id),
      )
      if (found === undefined) throw new DomainError('not_found')
      return await sendRecord(request, reply, reading, format, found)
    },
  )

  app.post(
    '/holidays',
    {
      config: { access },
      schema: {
        operationId: 'addHoliday',
        summary: 'Add a public holiday',
        description: 'A feast of the moon when it is announced, or a new day by decree, with its source.',
        tags: ['law'],
        headers: idempotencyHeader,
        body: ref(NewHoliday),
        response: {
          201: { ...one, description: 'Added' },
          ...problems(...refusals, ...bodyRefusals, 'idempotency_in_progress', 'idempotency_mismatch'),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) =>
        written(writing, await addHoliday(writing, request.body), 201),
      ),
  )

  app.patch(
    '/holidays/:id',
    {
      config: { access },
      schema: {
        operationId: 'editHoliday',
        summary: 'Correct a public holiday',
        description: 'JSON merge patch (RFC 7396). `until` ends an annual one.',
        tags: ['law'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(HolidayPatch),
        response: {
          200: one,
          ...problems(
            ...refusals,
            ...bodyRefusals,
            'not_found',
            'precondition_failed',
            'precondition_required',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await editHoliday(writing, id, expectedRevision(request), (present) =>
          validate(mergePatch(present as never, request.body as never)),
        )
        return await written(writing, id, 200)
      }),
  )

  app.delete(
    '/holidays/:id',
    {
      config: { access },
      schema: {
        operationId: 'removeHoliday',
        summary: 'Remove a public holiday that was entered by mistake',
        description:
          'What was computed with it is computed anew. One that is no longer kept is given `until` instead.',
        tags: ['law'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        response: {
          204: { description: 'Removed', type: 'null' },
          ...problems(...refusals, 'not_found', 'precondition_failed', 'precondition_required'),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        await removeHoliday(writing, request.params.id, expectedRevision(request))
        return { status: 204 }
      }),
  )
}
