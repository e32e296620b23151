import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { civilDay } from '../../domain/clock.ts'
import { DomainError } from '../../domain/errors.ts'
import { callerOf } from '../../http/access.ts'
import { sendPrivate } from '../../http/answer.ts'
import { MEDIA_TYPES } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../../http/write.ts'
import { requireKept } from '../queries.ts'
import { addParticipant, removeParticipant } from './commands.ts'
import { findParticipant, listParticipants } from './queries.ts'
import { NewParticipant, Participant, Participants } from './schema.ts'

const access = ['association', 'member_editor'] as const
const refusals = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_yours',
  'not_found',
  'rate_limited',
] as const

/** Who took part in a workshop. Names are personal data: for the association and the member itself, never kept. */
export const participantRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  const today = () => civilDay(reading.clock())
  app.get(
    '/workshops/:id/participants',
    {
      config: { access },
      schema: {
        operationId: 'listParticipants',
        summary: 'The participants of a workshop, with their names',
        description:
          'For the association and for an editor of a collectivity that the workshop serves; the public gets counts.',
        tags: ['workshops'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'All participants, in the order in which they were added',
            content: { [MEDIA_TYPES.json]: { schema: ref(Participants) } },
          },
          ...problems(...refusals),
        },
      },
    },
    async (request, reply) => {
      await requireKept(reading.db, callerOf(request), request.params.id)
      const list = await listParticipants(reading.db, request.params.id, today())
      return await sendPrivate(reply, `{"data":${list}}`)
    },
  )

  app.post(
    '/workshops/:id/participants',
    {
      config: { access },
      schema: {
        operationId: 'addParticipant',
        summary: 'Add a participant to a workshop',
        description:
          'The name and the e-mail address are kept apart, with their legal basis and the version of the text of consent, and erased on request or once `retention_until` is past.',
        tags: ['workshops'],
        params: strict({ id: Id }),
        headers: idempotencyHeader,
        body: ref(NewParticipant),
        response: {
          201: {
            description: 'Added',
            content: { [MEDIA_TYPES.json]: { schema: ref(Participant) } },
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
          const added = await addParticipant(writing, callerOf(request), id, request.body)
          return {
            status: 201,
            location: `/v1/workshops/${id}/participants/${added}`,
            body: (await findParticipant(writing.trx, id, added, today()))!.json,
            revision: 1,
            // A kept answer would be a copy of personal data.
            replayBody: null,
          }
        },
        async (location) =>
          (await findParticipant(reading.db, id, location.split('/').pop()!, today()))?.json,
      )
    },
  )

  app.get(
    '/workshops/:id/participants/:participant',
    {
      config: { access },
      schema: {
        operationId: 'getParticipant',
        summary: 'One participant, with the name',
        description:
          'For the association and for an editor of a collectivity that the workshop serves; the public gets counts.',
        tags: ['workshops'],
        params: strict({ id: Id, participant: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'The participant',
            content: { [MEDIA_TYPES.json]: { schema: ref(Participant) } },
          },
          ...problems(...refusals),
        },
      },
    },
    async (request, reply) => {
      const { id, participant } = request.params
      await requireKept(reading.db, callerOf(request), id)
      const found = await findParticipant(reading.db, id, participant, today())
      if (found === undefined) throw new DomainError('not_found')
      return await sendPrivate(reply.header('etag', `"${found.revision}"`), found.json)
    },
  )

  app.delete(
    '/workshops/:id/participants/:participant',
    {
      config: { access },
      schema: {
        operationId: 'removeParticipant',
        summary: 'Remove a participant and erase the person',
        description:
          'Erasure is at once and for good (law 09-08, art. 8). If-Match is the revision of the participant.',
        tags: ['workshops'],
        params: strict({ id: Id, participant: Id }),
        headers: ifMatchHeader,
        response: {
          204: { description: 'Removed and erased', type: 'null' },
          ...problems(...refusals, 'precondition_failed', 'precondition_required'),
        },
      },
    },
    async (request, reply) => {
      const { id, participant } = request.params
      return await answerWrite(request, reply, reading, async (writing) => {
        await removeParticipant(writing, callerOf(request), id, participant, expectedRevision(request))
        return { status: 204 }
      })
    },
  )
}
