import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DomainError, type Fault } from '../domain/errors.ts'
import { sendText } from '../http/answer.ts'
import { writeCalendar } from '../http/calendar.ts'
import {
  featuresOf,
  LIST_FORMATS,
  listParameters,
  listResponse,
  notModified,
  pageOf,
  parameters,
  requireForwards,
  sendList,
  wordsParameter,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, Day, fieldPaths, words } from '../http/schema.ts'
import { readFrom } from '../http/sources.ts'
import { territoryOf } from '../register/asked.ts'
import { registerObjects } from '../register/schema.ts'
import { territoryParameters } from '../register/territory/schema.ts'
import { calendarEvent } from './calendar.ts'
import { datedEvents, events, SORTS, type Sort } from './queries.ts'
import { Event } from './schema.ts'
import { EVENT_KINDS, EVENT_STATUSES, EVENT_TYPES } from './words.ts'

const Page = pageOf(Event, 'EventPage', false)
const Features = featuresOf(Event, 'EventFeatures')
const fields = fieldPaths(Event, registerObjects)
const FORMATS = [...LIST_FORMATS, 'ics'] as const
/** Events of one calendar file; no client shows more. */
const MOST_IN_A_FILE = 5_000
const NAME = 'الجماعات الترابية المنفتحة · Collectivités territoriales ouvertes'
/** Where the record of an event is, by its type. */
const PATHS: Readonly<Record<(typeof EVENT_TYPES)[number], string>> = {
  workshop: '/v1/workshops/',
  consultation: '/v1/consultations/',
  approval_session: '/v1/approval-sessions/',
}

/** What a calendar file has no use for. */
const OF_OTHER_FORMATS = ['cursor', 'count', 'bom', 'excel_safe', 'fields'] as const

const day = (description: string) => Type.Optional(Type.Unsafe<string>({ ...Day, description }))
const {
  format: _,
  include: __,
  ...ofEveryList
} = listParameters({ sorts: SORTS, fields, includes: ['none'] })
const listQuery = parameters({
  ...ofEveryList,
  format: Type.Optional(
    words(FORMATS, 'Instead of `Accept`; all but `json` give every event unless `limit` is given'),
  ),
  ...territoryParameters,
  q: wordsParameter('title or the subject'),
  type: commaList(words(EVENT_TYPES, 'Kind of record'), 'Any of these'),
  kind: commaList(words(EVENT_KINDS, 'What kind of event'), 'Any of these'),
  status: commaList(words(EVENT_STATUSES, 'Where it stands'), 'Any of these'),
  from: day('What may be on this day or later'),
  until: day('What may be on this day or earlier'),
})

/** One calendar of all that has a time. */
export const eventRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [Event, Page, Features]) app.addSchema(schema)
  const { content, ...success } = listResponse(Page, Features)

  app.get(
    '/events',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listEvents',
        summary: 'The calendar: meetings, consultations, sessions',
        description: `The latest first. As iCalendar (RFC 5545, \`format=ics\` or \`Accept: text/calendar\`) a calendar program can subscribe to it, with the same filters: the latest ${MOST_IN_A_FILE} that have a day of their own, a whole day where no hour is known, cancelled ones as such.`,
        tags: ['workshops'],
        querystring: listQuery,
        response: {
          200: {
            ...success,
            content: {
              ...content,
              [MEDIA_TYPES.ics]: { schema: { type: 'string', description: 'A calendar (RFC 5545)' } },
            },
          },
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      requireForwards(query, 'from', 'until')
      const format = negotiateFormat(request.headers, query.format, FORMATS)
      const filters = {
        ...territoryOf(query),
        type: query.type,
        kind: query.kind,
        status: query.status,
        from: query.from,
        until: query.until,
        modifiedSince: query.modified_since,
        q: query.q,
      }
      const sort = (query.sort ?? []) as Sort[]
      if (format !== 'ics')
        return await sendList(request as never, reply, reading, events(filters, query.fields, sort), null)
      const faults = OF_OTHER_FORMATS.filter((name) => query[name] !== undefined).map(
        (parameter): Fault => ({ at: { parameter }, code: 'not_with', values: { other: 'format=ics' } }),
      )
      if (faults.length > 0) throw new DomainError('invalid_request', { faults })
      const dated = await readFrom(
        request,
        reading,
        async ({ db }) => await datedEvents(db, filters, sort, query.limit ?? MOST_IN_A_FILE),
      )
      const { position } = dated
      const addressOf = ({ type, id }: Event) =>
        reading.publicUrl === '' ? null : `${reading.publicUrl}${PATHS[type]}${id}`
      const text = writeCalendar(
        NAME,
        dated.events.map((event) => calendarEvent(event, addressOf)),
      )
      reply.header('content-disposition', 'inline; filename="events.ics"')
      const answer = { format, version: position, variant: [reading.edition], grounds: [dated] }
      return await sendText(request, reply, answer, text)
    },
  )
}
