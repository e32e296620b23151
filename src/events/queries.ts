import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readPage } from '../db/listing.ts'
import { holdsEach } from '../db/name-search.ts'
import { settled } from '../db/settled.ts'
import {
  groupWhere,
  json,
  jsonListOf,
  jsonOf,
  pick,
  plain,
  type ShapeOf,
  settledShape,
  texts,
} from '../db/shape.ts'
import type { Territory } from '../register/asked.ts'
import { partialDate, reference, searchable } from '../register/queries.ts'
import { isWithin, territoryRequires } from '../register/territory/queries.ts'
import { BRANCHES, EVENT_DEPENDS_ON } from './branches/queries.ts'
import type { Event } from './schema.ts'

export interface Filters extends Territory {
  type?: readonly string[] | undefined
  kind?: readonly string[] | undefined
  status?: readonly string[] | undefined
  /** Civil days, inclusive: what may happen on one of the days between them. */
  from?: string | undefined
  until?: string | undefined
  modifiedSince?: string | undefined
  q?: string | undefined
  /** Only what has a day of its own: what a calendar can show. */
  dated?: boolean
}

export const SORTS = ['starts_on', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

/** An hour of the clock on a day in a zone, as an instant: what the tz database says of that very day, Ramadan or not. */
const instant = (day: string, precision: string, hour: string) =>
  plain(sql`case when ${sql.ref(precision)} = 'day'
    then wire_instant((${sql.ref(day)} + ${sql.ref(hour)}) at time zone e.time_zone) end`)
const hour = (column: string) => plain(sql`left(${sql.ref(column)}::text, 5)`)

const shape = settledShape({
  id: plain(sql`e.id`),
  type: plain(sql`e.type`),
  kind: plain(sql`e.kind`),
  status: plain(sql`e.status`),
  status_reason: plain(sql`e.status_reason`),
  title: texts(sql`e.title`),
  subject: texts(sql`e.subject`),
  starts_on: partialDate('e.starts_on', 'e.starts_precision'),
  ends_on: partialDate('e.ends_on', 'e.ends_precision'),
  part_of_day: plain(sql`e.part_of_day`),
  starts_at: hour('e.starts_at'),
  ends_at: hour('e.ends_at'),
  time_zone: plain(sql`e.time_zone`),
  starts: instant('e.starts_on', 'e.starts_precision', 'e.starts_at'),
  ends: plain(sql`case when coalesce(e.ends_precision, e.starts_precision) = 'day'
    then wire_instant((coalesce(e.ends_on, e.starts_on) + e.ends_at) at time zone e.time_zone) end`),
  place: groupWhere(sql`num_nonnulls(e.place_collectivity_id, e.venue, e.room, e.address, e.longitude) > 0`, {
    collectivity: groupWhere(sql`pc.id is not null`, reference('pc')),
    venue: texts(sql`e.venue`),
    room: texts(sql`e.room`),
    address: texts(sql`e.address`),
    point: groupWhere(sql`e.longitude is not null`, {
      longitude: plain(sql`e.longitude`),
      latitude: plain(sql`e.latitude`),
    }),
  }),
  link: plain(sql`e.link`),
  collectivities: json(
    jsonListOf(
      reference('c'),
      sql`c.hcp_code`,
      sql`from record_collectivity rc join collectivity c on c.id = rc.collectivity_id
        where rc.type = e.type and rc.id = e.id`,
    ),
  ),
  plan_id: plain(sql`e.plan_id`),
  revision: plain(sql`e.revision`),
  created_at: plain(sql`wire_instant(e.created_at)`),
  updated_at: plain(sql`wire_instant(e.updated_at)`),
} satisfies ShapeOf<Event>)

const FROM = settled(sql`(${sql.join([...BRANCHES], sql` union all `)}) e
  left join collectivity pc on pc.id = e.place_collectivity_id`)

const POINT = settled(
  sql`case when e.longitude is not null then ${jsonOf({
    type: plain(sql`'Point'`),
    coordinates: json(sql`json_build_array(e.longitude, e.latitude)`),
  })} end`,
)

/** Unknown sorts before every day. */
const STARTS_ON = sql`coalesce(e.starts_on, date '0001-01-01')`

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]) =>
  sql`${column} in (${sql.join([...values])})`

export function events(
  filters: Filters,
  fields: readonly string[] | undefined,
  sort: readonly Sort[],
): Listing {
  const where: RawBuilder<unknown>[] = isWithin(sql`e.type`, sql`e.id`, filters)
  if (filters.type) where.push(oneOf(sql`e.type`, filters.type))
  if (filters.kind) where.push(oneOf(sql`e.kind`, filters.kind))
  if (filters.status) where.push(oneOf(sql`e.status`, filters.status))
  if (filters.until) where.push(sql`e.starts_on <= ${filters.until}::date`)
  if (filters.from)
    where.push(sql`coalesce(period_last_day(e.ends_on, e.ends_precision),
      period_last_day(e.starts_on, e.starts_precision)) >= ${filters.from}::date`)
  if (filters.modifiedSince) where.push(sql`e.updated_at >= ${filters.modifiedSince}::timestamptz`)
  if (filters.q) where.push(holdsEach(sql`e.title_folded`, filters.q))
  if (filters.dated) where.push(sql`e.starts_precision = 'day'`)
  const keys = (sort.length === 0 ? (['-starts_on'] as const) : sort).map((name) => ({
    by: name.endsWith('starts_on') ? STARTS_ON : sql`e.updated_at`,
    descending: name.startsWith('-'),
  }))
  return {
    dependsOn: EVENT_DEPENDS_ON,
    shape: pick(shape, fields),
    from: FROM,
    where,
    sort: [...keys, { by: sql`e.id`, descending: keys.at(-1)!.descending }],
    requires: [...territoryRequires(filters), ...(filters.q === undefined ? [] : [searchable(filters.q)])],
    geometry: POINT,
    id: sql`e.id`,
  }
}

/** What a calendar can show, the latest first unless `sort` says otherwise. */
export async function datedEvents(db: Db, filters: Filters, sort: readonly Sort[], limit: number) {
  const { rows, position } = await readPage(db, events({ ...filters, dated: true }, undefined, sort), {
    limit,
  })
  return {
    position,
    dependsOn: EVENT_DEPENDS_ON,
    events: rows.map((row) => JSON.parse(row.toString()) as Event),
  }
}
