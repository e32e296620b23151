import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Actor } from '../../domain/actor.ts'
import { civilDay } from '../../domain/clock.ts'
import { DomainError } from '../../domain/errors.ts'
import { callerOf } from '../../http/access.ts'
import { sendPrivate } from '../../http/answer.ts'
import { MEDIA_TYPES } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, expectedRevision, ifMatchHeader } from '../../http/write.ts'
import { requireOwner } from '../../register/queries.ts'
import { rollOf } from '../queries.ts'
import { bodyRefusals, KEEPERS, record, revisionRefusals, writeRefusals, written } from '../routes.ts'
import { NewVote, SessionRoll } from '../schema.ts'
import { recordVote } from './commands.ts'

/** The vote of a session, and who voted how. */
export const voteRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  app.put(
    '/approval-sessions/:id/vote',
    {
      config: { access: KEEPERS },
      schema: {
        operationId: 'putVote',
        summary: 'Record the vote of a council session',
        description:
          'As it was counted. The majority and the outcome are computed, and the outcome moves the plan in the same transaction: adopted, rejected, or back to drafting when deferred. A vote of the same sitting is corrected, as long as its outcome stays. The roll, with the names of the voters, is kept apart and restricted. The answer is the whole session.',
        tags: ['sessions'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(NewVote),
        response: {
          200: record,
          ...problems(...writeRefusals, ...bodyRefusals, ...revisionRefusals, 'wrong_state'),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing) => {
        const { id } = request.params
        await recordVote(writing, callerOf(request), id, expectedRevision(request), request.body)
        return await written(writing, id, 200)
      }),
  )

  app.get(
    '/approval-sessions/:id/vote/roll',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getRoll',
        summary: 'Who voted how',
        description:
          'For everybody where the session says that the council has published it, and on what basis (`votes_published`); else for the association and for an editor of the collectivity, and `withheld` from all others: it tells political opinion (law 09-08). Empty after a secret ballot.',
        tags: ['sessions'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'The voters, in the order of the minutes',
            content: { [MEDIA_TYPES.json]: { schema: ref(SessionRoll) } },
          },
          ...problems('invalid_request', 'not_found', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const found = await rollOf(reading.db, request.params.id, civilDay(reading.clock()))
      if (found === undefined) throw new DomainError('not_found')
      const isShown = found.isPublished || (await keeps(reading, request.actor, found.collectivity_id))
      const roll = JSON.parse(found.roll) as { data: unknown[] }
      return await sendPrivate(
        reply,
        JSON.stringify({ ...roll, withheld: !isShown, ...(isShown ? {} : { data: [] }) }),
      )
    },
  )
}

/** Whether the caller keeps the records of a collectivity, and reads what is restricted of them. */
async function keeps({ db }: Reading, actor: Actor | null, collectivity: string): Promise<boolean> {
  if (!actor?.scopes.includes('read') || !KEEPERS.some((role) => actor.roles.includes(role))) return false
  try {
    await requireOwner(db, actor, collectivity)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}
