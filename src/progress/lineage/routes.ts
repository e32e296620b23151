import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../../domain/errors.ts'
import { sendText } from '../../http/answer.ts'
import { answerHeaders, notModified } from '../../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { readFrom } from '../../http/sources.ts'
import { findLineage } from './queries.ts'
import { Lineage } from './schema.ts'

/** Where commitments come from, and what became of them. */
export const lineageRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  app.addSchema(Lineage)

  app.get(
    '/commitments/:id/lineage',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getCommitmentLineage',
        summary: 'Where a commitment comes from, and what became of it',
        description:
          'The contributions that it was made from, its plan and how councils voted on it, the cycles beside it, the drafts in which it occurs, its milestones, and all that was told of it.',
        tags: ['progress'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'The lineage',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Lineage) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await readFrom(
        request,
        reading,
        async ({ db }) => await findLineage(db, request.params.id),
      )
      if (found === undefined) throw new DomainError('not_found')
      const answer = { format, version: found.position, variant: [reading.edition], grounds: [found] }
      return await sendText(request, reply, answer, found.json)
    },
  )
}
