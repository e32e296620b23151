import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MEDIA_TYPES } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { answerWrite, idempotencyHeader } from '../../http/write.ts'
import { findImport } from '../queries.ts'
import { MemberImport } from '../schema.ts'
import { revertImport } from './commands.ts'

/** The way back. */
export const revertRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  app.post(
    '/member-imports/:id/revert',
    {
      config: { access: ['association'] },
      schema: {
        operationId: 'revertMemberImport',
        summary: 'Undo an import',
        description:
          'What it created is deleted, what it changed is as it was before, in one transaction. What anything newer has touched is left: `rows?revert=conflict` lists it.',
        tags: ['imports'],
        params: strict({ id: Id }),
        headers: idempotencyHeader,
        response: {
          200: {
            description: 'The import, reverted',
            content: { [MEDIA_TYPES.json]: { schema: ref(MemberImport) } },
          },
          ...problems(
            'invalid_request',
            'unauthenticated',
            'forbidden',
            'missing_scope',
            'not_found',
            'idempotency_in_progress',
            'wrong_state',
            'idempotency_mismatch',
            'rate_limited',
          ),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(
        request,
        reply,
        reading,
        async (writing) => {
          const { id } = request.params
          await revertImport(writing, id)
          // For the answer to tell the position.
          await writing.number()
          return { status: 200, body: (await findImport(writing.trx, id))! }
        },
        undefined,
        { origin: 'import' },
      ),
  )
}
