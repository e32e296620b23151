import { type RawBuilder, sql } from 'kysely'
import { conditions, type Listing, type SortKey } from '../db/listing.ts'
import { flag, groupWhere, type Leaf, plain, type Shape } from '../db/shape.ts'
import { asked, reference } from '../register/queries.ts'
import { ACTIVITY_FACTS } from './activities/queries.ts'
import { COMMITMENT_FACTS } from './commitments/queries.ts'
import type { Dimension, Measure, PeriodName } from './definition.ts'
import type { Facts } from './facts.ts'
import { NETWORK_FACTS } from './network/queries.ts'
import { placesOf } from './places/queries.ts'
import { PLAN_FACTS } from './plans/queries.ts'

const FACTS: Readonly<Record<string, Facts>> = {
  ...NETWORK_FACTS,
  ...PLAN_FACTS,
  ...ACTIVITY_FACTS,
  ...COMMITMENT_FACTS,
}

export interface Question {
  readonly measure: Measure
  readonly by: readonly Dimension[]
  readonly period?: PeriodName | undefined
  /** Civil days, inclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly asOf: string
}

/** Dimensions whose values are collectivities. */
const PLACES: readonly Dimension[] = ['region', 'province', 'collectivity']
/** Dimensions that a record of any number of collectivities has through them. */
const THROUGH_COLLECTIVITIES: readonly Dimension[] = ['type', ...PLACES]

/** How a period is written, and the next one begins. */
const FORMS = {
  month: { format: 'YYYY-MM', step: '1 month' },
  quarter: { format: 'YYYY-"Q"Q', step: '3 months' },
  year: { format: 'YYYY', step: '1 year' },
} as const

/** The cells of a figure, each a row; a cell without records is left out. */
export function statistics(question: Question): Listing {
  const { measure, by, period } = question
  const places = by.filter((dimension) => PLACES.includes(dimension))
  return {
    dependsOn: measure.record_types,
    shape: shapeOf(question),
    from: sql`(${cells(question)}) g ${sql.join(
      places.map(
        (place) =>
          sql`left join collectivity ${sql.ref(place)} on ${sql.ref(`${place}.id`)} = ${sql.ref(`g.${place}`)}`,
      ),
      sql` `,
    )}`,
    where: [],
    sort: sortKeys(by, period),
    id: sql`null::uuid`,
  }
}

function shapeOf({ measure, by, period }: Question): Shape {
  const split = by.map((dimension) => [dimension, leafOf(dimension)] as const)
  return {
    measure: plain(sql`${sql.lit(measure.id)}::text`),
    ...Object.fromEntries(split),
    ...(period && { period: plain(sql`to_char(g.start, ${sql.lit(FORMS[period].format)})`) }),
    as_of: plain(sql`g.day`),
    value: plain(sql`g.value`),
    status: plain(sql`g.status`),
    denominator: plain(sql`g.denominator`),
  }
}

function leafOf(dimension: Dimension): Leaf | ReturnType<typeof groupWhere> {
  if (PLACES.includes(dimension))
    return groupWhere(sql`${sql.ref(`g.${dimension}`)} is not null`, reference(dimension))
  const column = sql.ref(`g.${dimension}`)
  return dimension === 'overdue' ? flag(column) : plain(column)
}

/** By dimension in the order asked for, then by time; what is unknown comes first. */
function sortKeys(by: readonly Dimension[], period: PeriodName | undefined): SortKey[] {
  const keys = by.map((dimension) => {
    if (PLACES.includes(dimension)) return sql`coalesce(${sql.ref(`${dimension}.hcp_code`)}, '')`
    const column = sql.ref(`g.${dimension}`)
    return dimension === 'wave' || dimension === 'round'
      ? sql`coalesce(${column}, 0)`
      : sql`coalesce(${column}::text, '')`
  })
  const last = period === undefined ? sql`g.day` : sql`coalesce(g.start, date '0001-01-01')`
  return [...keys, last].map((key) => ({ by: key, descending: false }))
}

/** One row a cell: each dimension, `start` of the period, `day`, `value`, `status`, `denominator`. */
function cells(question: Question): RawBuilder<unknown> {
  const { measure, by, period, asOf } = question
  const facts = FACTS[measure.id]!
  const expanded = expansions(facts, by)
  const isSeries = measure.kind === 'stock' && period !== undefined
  const dimensions = by.map((dimension) => ({
    dimension,
    value: expanded.columns[dimension] ?? facts.dimensions[dimension]!,
  }))
  const start = isSeries ? sql`asked.start` : startOf(facts, period)
  const day = isSeries ? sql`asked.day` : sql`${asOf}::date`
  const groups = [
    ...dimensions.map(({ value }) => value),
    ...(period === undefined ? [] : [start]),
    ...(isSeries ? [sql`asked.day`] : []),
  ]
  return sql`
    select ${sql.join([
      ...dimensions.map(({ dimension, value }) => sql`${value} as ${sql.id(dimension)}`),
      sql`${start} as start`,
      sql`${day} as day`,
      sql`${facts.value} as value`,
      sql`${facts.status ?? sql`'known'::text`} as status`,
      sql`${facts.denominator ?? sql`null::bigint`} as denominator`,
    ])}
    from ${isSeries ? daysAsked(question) : asked(asOf)} cross join ${facts.from} ${expanded.joins}
    where ${conditions([...facts.where, ...within(facts, question)])}
    ${groups.length === 0 ? sql`` : sql`group by ${sql.join(groups)}`}`
}

/** What brings a row into several cells: its collectivities, once for each of their values that differ, and arrays. */
function expansions(facts: Facts, by: readonly Dimension[]) {
  const columns: { [D in Dimension]?: RawBuilder<unknown> } = {}
  const joins: RawBuilder<unknown>[] = []
  const places = by.filter((dimension) => THROUGH_COLLECTIVITIES.includes(dimension))
  if (facts.collectivities !== undefined && places.length > 0) {
    const each = placesOf('c') as Record<Dimension, RawBuilder<unknown>>
    const distinct = places.map((place) => sql`${each[place]} as ${sql.id(place)}`)
    joins.push(
      sql`left join lateral (select distinct ${sql.join(distinct)} ${facts.collectivities}) place on true`,
    )
    for (const place of places) columns[place] = sql.ref(`place.${place}`)
  }
  for (const dimension of by) {
    const values = facts.several?.[dimension]
    if (values === undefined) continue
    joins.push(sql`cross join lateral unnest(${values}) ${sql.id(`each_${dimension}`)} (one)`)
    columns[dimension] = sql.ref(`each_${dimension}.one`)
  }
  return { columns, joins: sql.join(joins, sql` `) }
}

/** The first day of the period of a row; null where its day is not known so well. */
function startOf({ day }: Facts, period: PeriodName | undefined): RawBuilder<unknown> {
  if (period === undefined || day === undefined) return sql`null::date`
  const known = {
    month: sql`('day', 'month')`,
    quarter: sql`('day', 'month')`,
    year: sql`('day', 'month', 'year')`,
  }
  return sql`case when ${day.precision} in ${known[period]} then date_trunc(${sql.lit(period)}, ${day.first})::date end`
}

/** Of a flow: what has happened for sure by the day, and within the range. */
function within({ day }: Facts, { from, to }: Question): RawBuilder<unknown>[] {
  if (day === undefined) return []
  const last = sql`period_last_day(${day.first}, ${day.precision})`
  return [
    sql`${last} <= asked.day`,
    ...(from === undefined ? [] : [sql`${day.first} >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`${last} <= ${to}::date`]),
  ]
}

/** Of a stock over time: the last day of each period, the running one until the day asked for. */
function daysAsked({ period, from, to, asOf }: Question): RawBuilder<unknown> {
  const { step } = FORMS[period!]
  const [last, unit] = [sql`least(${to ?? asOf}::date, ${asOf}::date)`, sql.lit(period)]
  return sql`(select least((start + interval ${sql.lit(step)} - interval '1 day')::date, ${asOf}::date) as day, start::date
    from generate_series(date_trunc(${unit}, ${from}::date), ${last}, interval ${sql.lit(step)}) start) asked`
}
