import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../../domain/errors.ts'
import { sendRecord } from '../../http/answer.ts'
import { answerHeaders, notModified } from '../../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, ref, strict } from '../../http/schema.ts'
import { readFrom } from '../../http/sources.ts'
import { diff } from '../../plans/drafts/diff.ts'
import { type DraftSaid, type FoundOutcome, findOutcome } from './queries.ts'
import { ConsultationOutcome } from './schema.ts'

const told = ({ number, content_hash }: DraftSaid) => ({ number, content_hash })

/** How the next draft differs from the one that was consulted on. */
function changesOf({ plan_id, consulted, next }: FoundOutcome) {
  if (consulted === null || next === null) return null
  return { plan_id, from: told(consulted), to: told(next), ...diff(consulted, next) }
}

/** What came of a consultation. */
export const outcomeRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  app.addSchema(ConsultationOutcome)

  app.get(
    '/consultations/:id/outcome',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getConsultationOutcome',
        summary: 'What was heard in a consultation, and what changed',
        description:
          'Made from the contributions, their answers, and the difference between the draft that was consulted on and the next.',
        tags: ['consultations'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'The outcome so far',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(ConsultationOutcome) } },
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
        async ({ db }) => await findOutcome(db, request.params.id),
      )
      if (found === undefined) throw new DomainError('not_found')
      const { consultation, heard, answers } = found
      const json = JSON.stringify({ consultation, heard, answers, changes: changesOf(found) })
      return await sendRecord(request, reply, reading, format, { ...found, json })
    },
  )
}
