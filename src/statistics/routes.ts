import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { civilDay } from '../domain/clock.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { sendText } from '../http/answer.ts'
import { nearest } from '../http/faults.ts'
import {
  answerHeaders,
  asOfParameter,
  listParameters,
  notModified,
  pageOf,
  parameters,
  requireForwards,
  sendList,
  TABLE_FORMATS,
  tableFormat,
  tableResponse,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, Day, ref, strict, words } from '../http/schema.ts'
import { DIMENSION_NAMES, DIMENSIONS, type Dimension, type Measure, PERIODS } from './definition.ts'
import { dimensionsOf, MEASURES, measureOf } from './measures.ts'
import { type Question, statistics } from './queries.ts'
import { MeasureDefinition, MeasureDefinitions, Statistic } from './schema.ts'

const Page = pageOf(Statistic, 'StatisticPage')
const { limit, cursor, count, bom, excel_safe } = listParameters({ sorts: [], fields: [], includes: [] })
const day = (description: string) => Type.Optional(Type.Unsafe<string>({ ...Day, description }))

/** Periods of one answer about a stock: each is counted anew. */
const MOST_PERIODS = 120
const MONTHS = { month: 1, quarter: 3, year: 12 } as const

const listQuery = parameters({
  measure: words(
    MEASURES.map(({ id }) => id),
    'What is counted: `/v1/statistics/measures` defines each',
  ),
  by: commaList(
    words(DIMENSION_NAMES, 'Dimension; `/v1/statistics/measures` says which a measure has'),
    'One row for each combination of these; the whole when not said',
  ),
  period: Type.Optional(
    words(
      PERIODS,
      'Of a flow: one row a period. Of a stock: how it stood at the end of each period from `from` on',
    ),
  ),
  from: day('Of a flow: on this day or later. Of a stock: the first period, with `period`'),
  to: day('Of a flow: on this day or earlier. Of a stock: the last period, with `period`'),
  as_of: asOfParameter,
  ...{ limit, cursor, count, bom, excel_safe },
  ...tableFormat,
})

/** Figures, made of the public records alone, whoever asks. */
export const statisticsRoutes: FastifyPluginAsyncTypebox<{ reading: Reading }> = async (app, { reading }) => {
  for (const schema of [Statistic, Page, MeasureDefinition, MeasureDefinitions]) app.addSchema(schema)

  app.get(
    '/statistics',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listStatistics',
        summary: 'Figures: one measure, by dimensions and periods, as of a day',
        description:
          'Tidy rows, one for each cell that has records; the whole, without `by` and `period`, is always one row. Each figure equals what the list of its definition gives, and counts public records alone. Before the network was founded there are no members: the value is 0. A day that is yet to come is refused; a period that is running is told until `as_of`.',
        tags: ['statistics'],
        querystring: listQuery,
        response: {
          200: tableResponse(Page, 'The cells of the figure'),
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      requireForwards(query, 'from', 'to')
      const today = civilDay(reading.clock())
      const asOf = query.as_of ?? today
      const measure = measureOf(query.measure)
      const question = {
        measure,
        by: query.by ?? [],
        period: query.period,
        from: query.from,
        to: query.to,
        asOf,
      }
      const faults = [...dimensionFaults(question), ...timeFaults(question, today)]
      if (faults.length > 0) throw new DomainError('invalid_request', { faults })
      return await sendList(request as never, reply, reading, statistics(question), asOf, TABLE_FORMATS)
    },
  )

  app.get(
    '/statistics/measures',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listMeasures',
        summary: 'What is counted, and how to count it again',
        description:
          'Each measure: what it counts, its unit and denominator, the records that it is made of, what it can be split by, and the public list that gives the same figure when it is summed.',
        tags: ['statistics'],
        querystring: strict({}),
        response: {
          200: {
            description: 'Every measure',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(MeasureDefinitions) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      negotiateFormat(request.headers, undefined, ['json'])
      const today = civilDay(reading.clock())
      const data = MEASURES.map((measure) => definitionOf(measure, reading.publicUrl, today))
      const answer = { format: 'json', version: '1', variant: [reading.edition, today] } as const
      return await sendText(request, reply, answer, JSON.stringify({ data }))
    },
  )
}

function definitionOf(measure: Measure, publicUrl: string, today: string): MeasureDefinition {
  const { record_types, splits, list, ...said } = measure
  return {
    ...said,
    source: { record_types: [...record_types] },
    dimensions: splits.map(({ name, ...one }) => ({ name, description: DIMENSIONS[name], ...one })),
    list: {
      url: publicUrl + list.path.replace('{as_of}', today),
      aggregate: list.aggregate,
      of: list.of,
      day: list.day,
    },
  }
}

/** Dimensions that there are, but not of this measure. */
function dimensionFaults({ measure, by }: Question): Fault[] {
  const allowed = dimensionsOf(measure)
  return by.flatMap((name: Dimension): Fault[] => {
    if (allowed.includes(name)) return []
    const like = nearest(name, allowed)
    const values = { value: name, ...(like === undefined ? {} : { nearest: like }) }
    return [{ at: { parameter: 'by' }, code: 'not_allowed', values, allowed }]
  })
}

function timeFaults({ measure, period, from, to, asOf }: Question, today: string): Fault[] {
  const fault = (parameter: string, code: Fault['code'], values: Fault['values'] = {}): Fault[] => [
    { at: { parameter }, code, values },
  ]
  const faults = asOf > today ? fault('as_of', 'too_large', { limit: today }) : []
  if (measure.kind === 'flow') return faults
  if (period === undefined)
    return [
      ...faults,
      ...(from === undefined ? [] : fault('from', 'only_with', { expected: 'period' })),
      ...(to === undefined ? [] : fault('to', 'only_with', { expected: 'period' })),
    ]
  if (from === undefined) return [...faults, ...fault('from', 'required')]
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  const until = to === undefined || to > asOf ? asOf : to
  if ((months(until) - months(from)) / MONTHS[period] >= MOST_PERIODS)
    return [...faults, ...fault('from', 'too_long', { limit: MOST_PERIODS })]
  return faults
}
