import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callerOf, mayCall } from '../http/access.ts'
import { sendPrivate } from '../http/answer.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { ref, strict } from '../http/schema.ts'
import { findReferences } from './queries.ts'
import { Me } from './schema.ts'

/** Who the caller is, as the service sees it. */
export const meRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  app.addSchema(Me)
  app.get(
    '/me',
    {
      config: { access: 'known' },
      schema: {
        operationId: 'getMe',
        summary: 'Whose credentials these are, and what they are good for',
        description: 'For whoever has a token or a key, to see how the service reads it.',
        tags: ['access'],
        querystring: strict({}),
        response: {
          200: { description: 'The caller', content: { [MEDIA_TYPES.json]: { schema: ref(Me) } } },
          ...problems('invalid_request', 'missing_scope', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      negotiateFormat(request.headers, undefined, ['json'])
      const { id, kind, roles, collectivities, scopes, expires_at } = callerOf(request)
      const me = {
        id,
        kind,
        roles,
        collectivities: await findReferences(reading.db, collectivities),
        scopes,
        expires_at,
        operations: [...app.operations]
          .filter(([, operation]) => mayCall(callerOf(request), operation))
          .map(([name]) => name),
      }
      return await sendPrivate(reply, JSON.stringify(me))
    },
  )
}
