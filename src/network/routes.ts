import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { TObject } from 'typebox'
import { civilDay } from '../domain/clock.ts'
import { DomainError } from '../domain/errors.ts'
import { sendRecord } from '../http/answer.ts'
import { answerHeaders, asOfParameter, fieldsParameter, notModified, parameters } from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { fieldPaths, ref, sharedObjects } from '../http/schema.ts'
import { readFrom } from '../http/sources.ts'
import { findNetwork } from './queries.ts'
import { Network, networkSchemas } from './schema.ts'

/** Only whole fields: what a group holds here is computed together. */
const fields = fieldPaths(Network, sharedObjects as ReadonlyMap<string, TObject>).filter(
  (path) => !path.includes('.'),
)

/** The network itself. */
export const networkRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of networkSchemas) app.addSchema(schema)

  app.get(
    '/network',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getNetwork',
        summary: 'The network, and its members counted as of a day',
        description:
          'What sources declare is kept beside what is known by name on the same day, with whether the two agree.',
        tags: ['network'],
        querystring: parameters({ fields: fieldsParameter(fields), as_of: asOfParameter }),
        response: {
          200: {
            description: 'The network',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Network) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const asOf = request.query.as_of ?? civilDay(reading.clock())
      const found = await readFrom(
        request,
        reading,
        async ({ db }) => await findNetwork(db, asOf, request.query.fields),
      )
      if (found === undefined) throw new DomainError('not_found')
      return await sendRecord(request, reply, reading, format, found, asOf)
    },
  )
}
