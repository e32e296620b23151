import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Db } from '../../db/database.ts'
import { DomainError } from '../../domain/errors.ts'
import { faultText, type Language } from '../../domain/messages.ts'
import { callerOf } from '../../http/access.ts'
import { sendPrivate, sendRecord } from '../../http/answer.ts'
import { answerHeaders, notModified } from '../../http/list.ts'
import { MEDIA_TYPES, negotiateFormat, negotiateLanguage } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, ifMatchHeader } from '../../http/write.ts'
import { findWorkshop, requireKept } from '../queries.ts'
import { exactTotal, publicAttendance } from '../suppression.ts'
import { putAttendance } from './commands.ts'
import { findExact, totalsOf } from './queries.ts'
import { Attendance, ExactAttendance, NewAttendance } from './schema.ts'

const NONE = JSON.stringify(publicAttendance([]))

/** All of an attendance as its keepers see it, with what is odd about it. */
async function exactAnswer(db: Db, id: string, language: Language) {
  const { cells, capacity, revision } = await findExact(db, id)
  const present = exactTotal(cells, 'present')
  const warnings =
    present !== null && capacity !== null && present > capacity
      ? [
          {
            code: 'more_present_than_capacity',
            detail: faultText('more_present_than_capacity', { present, capacity }, language),
          },
        ]
      : []
  const total = totalsOf(cells)
  return { revision, body: JSON.stringify({ cells, total, warnings, revision }) }
}

/** How many came to a workshop: for everybody what tells of nobody, all of it for those who keep it. */
export const attendanceRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  const refusals = ['invalid_request', 'unauthenticated', 'forbidden', 'not_yours', 'not_found'] as const

  app.get(
    '/workshops/:id/attendance',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getAttendance',
        summary: 'How many were invited, had registered and came',
        description:
          'By category and gender. Cells of 1 to 4 are suppressed, and sums are made of the other cells alone, so that nothing tells what was suppressed (law 09-08).',
        tags: ['workshops'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'What is public of it; no cells where nothing is known',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Attendance) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await findWorkshop(reading.db, request.params.id, { fields: ['attendance'] })
      if (found === undefined) throw new DomainError('not_found')
      const { attendance } = JSON.parse(found.json) as { attendance: object | null }
      const text = attendance === null ? NONE : JSON.stringify(attendance)
      return await sendRecord(request, reply, reading, format, { ...found, json: text })
    },
  )

  app.get(
    '/workshops/:id/exact-attendance',
    {
      config: { access: ['association', 'member_editor'] },
      schema: {
        operationId: 'getExactAttendance',
        summary: 'All numbers of an attendance',
        description:
          'For the association and for an editor of a collectivity that the workshop serves. Its ETag is what `PUT …/attendance` takes in If-Match; `"0"` before there is one.',
        tags: ['workshops'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'Every cell as it is',
            headers: { ETag: answerHeaders.ETag },
            content: { [MEDIA_TYPES.json]: { schema: ref(ExactAttendance) } },
          },
          ...problems(...refusals, 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      await requireKept(reading.db, callerOf(request), id)
      const language = negotiateLanguage(request.headers)
      const { body, revision } = await exactAnswer(reading.db, id, language)
      return await sendPrivate(reply.headers({ etag: `"${revision}"`, 'content-language': language }), body)
    },
  )

  app.put(
    '/workshops/:id/attendance',
    {
      config: { access: ['association', 'member_editor'] },
      schema: {
        operationId: 'putAttendance',
        summary: 'Say how many came',
        description:
          'Replaces all of it, and makes anew what is public of it. If-Match is the ETag of `exact-attendance`. More present than the hall was said to hold is a warning.',
        tags: ['workshops'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(NewAttendance),
        response: {
          200: {
            description: 'Every cell as it is now',
            headers: { ETag: answerHeaders.ETag },
            content: { [MEDIA_TYPES.json]: { schema: ref(ExactAttendance) } },
          },
          ...problems(
            ...refusals,
            'precondition_failed',
            'unprocessable',
            'precondition_required',
            'unsupported_media_type',
            'payload_too_large',
            'rate_limited',
          ),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const language = negotiateLanguage(request.headers)
      reply.header('content-language', language)
      return await answerWrite(request, reply, reading, async (writing) => {
        await putAttendance(writing, callerOf(request), id, expectedRevision(request), request.body)
        const { body, revision } = await exactAnswer(writing.trx, id, language)
        return { status: 200, location: `/v1/workshops/${id}/attendance`, revision, body }
      })
    },
  )
}
