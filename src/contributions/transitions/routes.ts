import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { civilDay } from '../../domain/clock.ts'
import { callerOf } from '../../http/access.ts'
import { answerHeaders } from '../../http/list.ts'
import { MEDIA_TYPES } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../../http/write.ts'
import { findContribution } from '../queries.ts'
import { ContributionRecord, NewContributionTransition } from '../schema.ts'
import { stepContribution } from './commands.ts'

/** Moderation, and answers. */
export const contributionTransitionRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  const today = () => civilDay(reading.clock())
  app.post(
    '/contributions/:id/transitions',
    {
      config: { access: ['association', 'member_editor'] },
      schema: {
        operationId: 'stepContribution',
        summary: 'Publish or withhold a contribution, or answer it',
        description:
          'First it is published or withheld; then it is accepted, and says which commitment of the plan it became, merged into one that says the same, or rejected: each with a reason that is published. `reconsider` takes an answer back.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        headers: {
          ...ifMatchHeader,
          properties: { ...ifMatchHeader.properties, ...idempotencyHeader.properties },
        },
        body: ref(NewContributionTransition),
        response: {
          200: {
            description: 'The contribution as it is now',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(ContributionRecord) } },
          },
          ...problems(
            'invalid_request',
            'unauthenticated',
            'forbidden',
            'not_yours',
            'not_found',
            'wrong_state',
            'idempotency_in_progress',
            'precondition_failed',
            'unprocessable',
            'idempotency_mismatch',
            'unsupported_media_type',
            'payload_too_large',
            'precondition_required',
            'rate_limited',
          ),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const caller = callerOf(request)
      const reader = { ...caller, scopes: ['read'] as const }
      return await answerWrite(
        request,
        reply,
        reading,
        async (writing) => {
          await stepContribution(writing, caller, id, expectedRevision(request), request.body)
          const { revision, json } = (await findContribution(writing.trx, reader, id, today()))!
          // A kept answer would be a copy of the name of its author.
          return { status: 200, location: `/v1/contributions/${id}`, revision, body: json, replayBody: null }
        },
        async () => (await findContribution(reading.db, reader, id, today()))?.json,
      )
    },
  )
}
