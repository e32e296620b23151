import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callerOf } from '../../http/access.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../../http/write.ts'
import { recordSitting, removeSitting } from '../commands.ts'
import { bodyRefusals, KEEPERS, record, revisionRefusals, writeRefusals, written } from '../routes.ts'
import { NewSitting } from '../schema.ts'

/** The meetings of a session. */
export const sittingRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  app.post(
    '/approval-sessions/:id/sittings',
    {
      config: { access: KEEPERS },
      schema: {
        operationId: 'recordSitting',
        summary: 'Record a meeting of a council session',
        description:
          'As it was: which call it answered, when it was held and how many were present when it opened. Its quorum is computed; without one, the next call comes, and nothing else. The answer is the whole session.',
        tags: ['sessions'],
        params: strict({ id: Id }),
        headers: idempotencyHeader,
        body: ref(NewSitting),
        response: {
          201: { ...record, description: 'Recorded' },
          ...problems(
            ...writeRefusals,
            ...bodyRefusals,
            'not_found',
            'wrong_state',
            'idempotency_in_progress',
            'idempotency_mismatch',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await recordSitting(writing, callerOf(request), id, request.body)
        return await written(writing, id, 201)
      }),
  )

  app.delete(
    '/approval-sessions/:id/sittings/:number',
    {
      config: { access: KEEPERS },
      schema: {
        operationId: 'removeSitting',
        summary: 'Take back a meeting that was recorded by mistake',
        description: 'The last one, as long as nothing was voted in it. If-Match is the ETag of the session.',
        tags: ['sessions'],
        params: strict({
          id: Id,
          number: Type.Integer({ minimum: 1, maximum: 100, description: 'Of the sitting' }),
        }),
        headers: ifMatchHeader,
        response: {
          200: record,
          ...problems(...writeRefusals, ...revisionRefusals, 'wrong_state'),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id, number } = request.params
        await removeSitting(writing, callerOf(request), id, number, expectedRevision(request))
        return await written(writing, id, 200)
      }),
  )
}
