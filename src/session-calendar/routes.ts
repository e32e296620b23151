import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { civilDay } from '../domain/clock.ts'
import { readReference } from '../domain/codes.ts'
import { DomainError } from '../domain/errors.ts'
import { rulesInForce } from '../domain/law.ts'
import { sendText } from '../http/answer.ts'
import { answerHeaders, notModified, parameters } from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { Day, ref } from '../http/schema.ts'
import { readFrom } from '../http/sources.ts'
import { findGround } from './queries.ts'
import { SessionCalendar, SessionStep, SkippedDay } from './schema.ts'
import { isWithin, type OrdinarySession, sessionCalendar } from './session-calendar.ts'

/** What the law asks of a council in a year. */
export const sessionCalendarRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (
  app,
  { reading },
) => {
  for (const schema of [SkippedDay, SessionStep, SessionCalendar]) app.addSchema(schema)

  app.get(
    '/session-calendar',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getSessionCalendar',
        summary: 'The ordinary sessions of a council in a year',
        description:
          'Computed from `/v1/legal-rules` and `/v1/holidays`: when each session opens, the latest days for the agenda and the notice, the second call and the third meeting, the closing, and what is due afterwards. Every date says the law and the article, and which days did not count. Feasts that are set by sighting of the moon count once they are entered.',
        tags: ['law'],
        querystring: parameters({
          collectivity: Type.String({
            format: 'collectivity',
            maxLength: 40,
            description: 'Id or code of a region, a provincial council or a commune',
          }),
          year: Type.Optional(
            Type.Integer({ minimum: 1900, maximum: 2199, description: 'Civil year; this one when not said' }),
          ),
          opens_on: Type.Optional(
            Type.Unsafe<string>({
              ...Day,
              description:
                'An opening day that has been set, of those that the law allows: its session is counted from it',
            }),
          ),
        }),
        response: {
          200: {
            description: 'The calendar',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(SessionCalendar) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { collectivity, opens_on, year = Number(civilDay(reading.clock()).slice(0, 4)) } = request.query
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await readFrom(
        request,
        reading,
        async ({ db }) => await findGround(db, readReference(collectivity)!, year),
      )
      if (found === undefined)
        throw new DomainError('invalid_request', {
          faults: [
            {
              at: { parameter: 'collectivity' },
              code: 'no_such_collectivity',
              values: { value: collectivity },
            },
          ],
        })
      const { ground, position } = found
      const holidays = new Map(ground.holidays.map((holiday) => [holiday.day, holiday]))
      const sessions = sessionCalendar(year, (day) => rulesInForce(ground.rules, day), holidays, opens_on)
      if (opens_on !== undefined) requireAllowed(opens_on, sessions)
      const text = JSON.stringify({ collectivity: ground.collectivity, year, sessions })
      const answer = { format, version: position, variant: [reading.edition, String(year)], grounds: [found] }
      return await sendText(request, reply, answer, text)
    },
  )
}

function requireAllowed(day: string, sessions: readonly OrdinarySession[]): void {
  if (sessions.some(({ opening }) => isWithin(day, opening))) return
  throw new DomainError('invalid_request', {
    faults: [
      {
        at: { parameter: 'opens_on' },
        code: 'not_allowed',
        values: { value: day },
        allowed: sessions.map(({ opening: { from, until } }) => (from === until ? from : `${from}/${until}`)),
      },
    ],
  })
}
