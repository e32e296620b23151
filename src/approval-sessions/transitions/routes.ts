import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Actor } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { callerOf } from '../../http/access.ts'
import { sendPrivate } from '../../http/answer.ts'
import { MEDIA_TYPES, negotiateLanguage } from '../../http/negotiate.ts'
import { problemBody, problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, idempotencyHeader, ifMatchHeader } from '../../http/write.ts'
import { requireOwner } from '../../register/queries.ts'
import { stepSession } from '../commands.ts'
import { ACTIONS, requireStatus } from '../lifecycle.ts'
import { type FoundSession, findApprovalSession } from '../queries.ts'
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
      const outsider = await refusalOf(() => requireKeeper(reading, request.actor, found))
      const language = negotiateLanguage(request.headers)
      const data = await Promise.all(
        ACTIONS.map(async (action) => {
          const refusal = outsider ?? (await refusalOf(async () => requireStatus(found.status, action)))
          if (refusal === undefined) return { action, possible: true, refusal: null }
          const { code, detail } = problemBody(refusal, language, '', '')
          return { action, possible: false, refusal: { code, detail: detail ?? '' } }
        }),
      )
      reply.header('content-language', language)
      return await sendPrivate(reply, JSON.stringify({ data }))
    },
  )
}

async function refusalOf(check: () => Promise<void>): Promise<DomainError | undefined> {
  try {
    await check()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  return undefined
}

async function requireKeeper(reading: Reading, actor: Actor | null, found: FoundSession): Promise<void> {
  if (actor === null) throw new DomainError('unauthenticated')
  if (!KEEPERS.some((role) => actor.roles.includes(role)))
    throw new DomainError('forbidden', { values: { roles: KEEPERS.join(', ') } })
  if (!actor.scopes.includes('write')) throw new DomainError('missing_scope', { values: { scope: 'write' } })
  await requireOwner(reading.db, actor, found.collectivity_id)
}
