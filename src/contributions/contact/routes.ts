import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { civilDay } from '../../domain/clock.ts'
import { callerOf } from '../../http/access.ts'
import { sendPrivate } from '../../http/answer.ts'
import { MEDIA_TYPES } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, ifMatchHeader } from '../../http/write.ts'
import { findContact } from '../queries.ts'
import { ContributionContact } from '../schema.ts'
import { eraseContact } from '../transitions/commands.ts'

const access = ['association', 'member_editor'] as const
const refusals = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_yours',
  'not_found',
  'rate_limited',
] as const

/** How to reach the author of a contribution: personal data, never kept. */
export const contributionContactRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  app.get(
    '/contributions/:id/contact',
    {
      config: { access },
      schema: {
        operationId: 'getContributionContact',
        summary: 'How to reach the author of a contribution',
        description: 'For the association and the editors of the plan.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'The name and the address, as far as they were left',
            content: { [MEDIA_TYPES.json]: { schema: ref(ContributionContact) } },
          },
          ...problems(...refusals),
        },
      },
    },
    async (request, reply) =>
      await sendPrivate(
        reply,
        await findContact(reading.db, callerOf(request), request.params.id, civilDay(reading.clock())),
      ),
  )

  app.delete(
    '/contributions/:id/contact',
    {
      config: { access },
      schema: {
        operationId: 'eraseContributionContact',
        summary: 'Erase the author of a contribution',
        description:
          'Name and address, at once and for good (law 09-08, art. 8); what was said stays. If-Match is the ETag of the contribution.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        response: {
          204: { description: 'Erased', type: 'null' },
          ...problems(...refusals, 'precondition_failed', 'precondition_required'),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        await eraseContact(writing, callerOf(request), request.params.id, expectedRevision(request))
        return { status: 204 }
      }),
  )
}
