import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { civilDay } from '../domain/clock.ts'
import { DomainError } from '../domain/errors.ts'
import { callerOf } from '../http/access.ts'
import { sendPrivate } from '../http/answer.ts'
import { MEDIA_TYPES } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { Id, ref, strict } from '../http/schema.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../http/write.ts'
import { ownedMember } from '../members/queries.ts'
import { FocalPoint, FocalPoints, NewFocalPoint } from '../members/schema.ts'
import { addFocalPoint, removeFocalPoint } from './commands.ts'
import { findFocalPoint, listFocalPoints } from './queries.ts'

const access = ['association', 'member_editor'] as const
const refusals = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_yours',
  'not_found',
  'rate_limited',
] as const

/** Whom to reach at a member. Names are personal data: for the association and the member itself, never kept. */
export const focalPointRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  const today = () => civilDay(reading.clock())
  app.get(
    '/members/:id/focal-points',
    {
      config: { access },
      schema: {
        operationId: 'listFocalPoints',
        summary: 'The focal points of a member, with their names',
        description: 'For the association and for an editor of the member itself.',
        tags: ['network'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'All focal points, the oldest first',
            content: { [MEDIA_TYPES.json]: { schema: ref(FocalPoints) } },
          },
          ...problems(...refusals),
        },
      },
    },
    async (request, reply) => {
      await ownedMember(reading.db, callerOf(request), request.params.id)
      const list = await listFocalPoints(reading.db, request.params.id, today())
      return await sendPrivate(reply, `{"data":${list}}`)
    },
  )

  app.post(
    '/members/:id/focal-points',
    {
      config: { access },
      schema: {
        operationId: 'addFocalPoint',
        summary: 'Add a focal point to a member',
        description:
          'The name and the e-mail address are kept apart, with their legal basis, and erased on request or once `retention_until` is past.',
        tags: ['network'],
        params: strict({ id: Id }),
        headers: idempotencyHeader,
        body: ref(NewFocalPoint),
        response: {
          201: {
            description: 'Added',
            content: { [MEDIA_TYPES.json]: { schema: ref(FocalPoint) } },
          },
          ...problems(
            ...refusals,
            'unprocessable',
            'idempotency_in_progress',
            'idempotency_mismatch',
            'unsupported_media_type',
            'payload_too_large',
          ),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      return await answerWrite(
        request,
        reply,
        reading,
        async (writing) => {
          const added = await addFocalPoint(writing, callerOf(request), id, request.body)
          return {
            status: 201,
            location: `/v1/members/${id}/focal-points/${added}`,
            body: (await findFocalPoint(writing.trx, id, added, today()))!,
            // A kept answer would be a copy of personal data.
            replayBody: null,
          }
        },
        async (location) => await findFocalPoint(reading.db, id, location.split('/').pop()!, today()),
      )
    },
  )

  app.get(
    '/members/:id/focal-points/:focal_point',
    {
      config: { access },
      schema: {
        operationId: 'getFocalPoint',
        summary: 'One focal point, with its name',
        description: 'For the association and for an editor of the member itself.',
        tags: ['network'],
        params: strict({ id: Id, focal_point: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'The focal point',
            content: { [MEDIA_TYPES.json]: { schema: ref(FocalPoint) } },
          },
          ...problems(...refusals),
        },
      },
    },
    async (request, reply) => {
      const { id, focal_point } = request.params
      await ownedMember(reading.db, callerOf(request), id)
      const found = await findFocalPoint(reading.db, id, focal_point, today())
      if (found === undefined) throw new DomainError('not_found')
      return await sendPrivate(reply, found)
    },
  )

  app.delete(
    '/members/:id/focal-points/:focal_point',
    {
      config: { access },
      schema: {
        operationId: 'removeFocalPoint',
        summary: 'Remove a focal point and erase the person',
        description:
          'Erasure is at once and for good (law 09-08, art. 8). If-Match is the ETag of the member.',
        tags: ['network'],
        params: strict({ id: Id, focal_point: Id }),
        headers: ifMatchHeader,
        response: {
          204: { description: 'Removed and erased', type: 'null' },
          ...problems(...refusals, 'precondition_failed', 'precondition_required'),
        },
      },
    },
    async (request, reply) => {
      const { id, focal_point } = request.params
      return await answerWrite(request, reply, reading, async (writing) => {
        await removeFocalPoint(writing, callerOf(request), id, focal_point, expectedRevision(request))
        return { status: 204 }
      })
    },
  )
}
