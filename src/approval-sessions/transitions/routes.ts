import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../../domain/errors.ts'
import { callerOf } from '../../http/access.ts'
import { refusalBy, refusalOfCaller, sendActions } from '../../http/actions.ts'
import { MEDIA_TYPES } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../../http/write.ts'
import { requireOwner } from '../../register/queries.ts'
import { stepSession } from '../commands.ts'
import { ACTIONS, LEADS_TO, requireStatus } from '../lifecycle.ts'
import { findApprovalSession } from '../queries.ts'
import { bodyRefusals, KEEPERS, record, revisionRefusals, writeRefusals, written } from '../routes.ts'
import { NewSessionStep, SessionActions } from '../schema.ts'

/** What is asked of a session: to convene it, to cancel it. */
export const sessionTransitionRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  app.post(
    '/approval-sessions/:id/transitions',
    {
      config: { access: KEEPERS },
      schema: {
        operationId: 'stepApprovalSession',
        summary: 'Convene or cancel a council session',
        description:
          'To convene takes a day, to cancel a reason; a plan that was to be voted on there is no longer scheduled. Sittings and the vote do the rest.',
        tags: ['sessions'],
        params: strict({ id: Id }),
        headers: {
          ...ifMatchHeader,
          properties: { ...ifMatchHeader.properties, ...idempotencyHeader.properties },
        },
        body: ref(NewSessionStep),
        response: {
          200: record,
          ...problems(
            ...writeRefusals,
            ...bodyRefusals,
            ...revisionRefusals,
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
        await stepSession(writing, callerOf(request), id, expectedRevision(request), request.body)
        return await written(writing, id, 200)
      }),
  )

  app.get(
    '/approval-sessions/:id/actions',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listApprovalSessionActions',
        summary: 'What the caller may do with a session now, and why not',
        description: 'Each action with the problem that it would meet.',
        tags: ['sessions'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'Every action, possible or not',
            content: { [MEDIA_TYPES.json]: { schema: ref(SessionActions) } },
          },
          ...problems('invalid_request', 'not_found', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const found = await findApprovalSession(reading.db, request.params.id)
      if (found === undefined) throw new DomainError('not_found')
      const { actor } = request
      const outsider =
        refusalOfCaller(actor, KEEPERS) ??
        (await refusalBy(() => requireOwner(reading.db, actor!, found.collectivity_id)))
      const actions = ACTIONS.map(async (action) => {
        const refusal = await refusalBy(() => requireStatus(found.status, action))
        const to_status = refusal === undefined ? LEADS_TO[action] : null
        return { action, to_status, refusal: outsider ?? refusal }
      })
      return await sendActions(request, reply, await Promise.all(actions))
    },
  )
}
