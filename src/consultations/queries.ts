import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne, type SortKey } from '../db/listing.ts'
import { holdsWords } from '../db/name-search.ts'
import { groupWhere, json, jsonListOf, jsonOf, pick, plain, type ShapeOf } from '../db/shape.ts'
import type { Whose } from '../http/whose.ts'
import { collectivitiesOf, existing, ofCollectivities, type PlanPart, texts } from '../plans/queries.ts'
import { searchable } from '../register/queries.ts'
import type { Window } from './columns.ts'
import type { Consultation } from './schema.ts'
import type { Known } from './window.ts'

export interface Filters extends Whose {
  plan?: readonly string[] | undefined
  status?: readonly string[] | undefined
  round?: readonly number[] | undefined
  /** Civil day. */
  openOn?: string | undefined
  modifiedSince?: string | undefined
  q?: string | undefined
}

export const SORTS = ['opens_at', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const DEPENDS_ON = ['consultation', 'action_plan', 'region', 'provincial_council', 'commune'] as const

/** The first instant of a civil day in Morocco. */
const startOf = (day: RawBuilder<unknown>) => sql`(${day}::timestamp at time zone 'Africa/Casablanca')`

const moment = (name: 'opens' | 'closes') => {
  const [at, on, precision] = ['at', 'on', 'precision'].map((part) => sql.ref(`k.${name}_${part}`))
  return groupWhere(sql`${at} is not null`, {
    value: plain(sql`coalesce(partial_date_text(${on}, ${precision}), wire_instant(${at}))`),
    precision: plain(sql`coalesce(${precision}, 'instant')`),
  })
}

/** What a consultation, `k`, says of itself alone: for its representation and for the journal. */
export const consultationFacts = {
  round: plain(sql`k.round`),
  status: plain(sql`k.status`),
  draft: plain(sql`k.draft_number`),
  title: texts('k.title'),
  description: texts('k.description'),
  channels: json(sql`to_json(k.channels)`),
  opens_at: moment('opens'),
  closes_at: moment('closes'),
  cancellation_reason: plain(sql`k.cancellation_reason`),
}
const sources = json(sql`k.sources`)

/** What may be edited of a consultation, as a client would send it: how precise a moment is, its form says. */
const { status: _, cancellation_reason: __, opens_at, closes_at, ...editable } = consultationFacts
const bare = ({ fields: { value }, present }: typeof opens_at) => groupWhere(present, { value })
export const consultationDocument = jsonOf({
  ...editable,
  opens_at: bare(opens_at),
  closes_at: bare(closes_at),
  sources,
})

/** For the journal: all of it is public. */
export const recordedFacts = {
  id: plain(sql`k.id`),
  plan_id: plain(sql`k.plan_id`),
  ...consultationFacts,
  sources,
}

const shape = {
  id: plain(sql`k.id`),
  plan_id: plain(sql`k.plan_id`),
  collectivities: json(collectivitiesOf({})),
  ...consultationFacts,
  sources,
  revision: plain(sql`k.revision`),
  created_at: plain(sql`wire_instant(k.created_at)`),
  updated_at: plain(sql`wire_instant(k.updated_at)`),
} satisfies ShapeOf<Consultation>

const from = sql`consultation k join action_plan p on p.id = k.plan_id`

/** The consultations of a plan, in the order of their rounds. */
export const consultationsOfPlan: PlanPart = {
  name: 'consultations',
  json: (plan) =>
    jsonListOf(
      { id: plain(sql`k.id`), ...consultationFacts, sources },
      sql`k.round, k.begins_at, k.id`,
      sql`from consultation k where k.plan_id = ${plan}`,
    ),
  dependsOn: ['consultation'],
}

const openOn = (day: string) => {
  const given = sql`${day}::date`
  return sql`k.status <> 'cancelled' and k.opens_at < ${startOf(sql`(${given} + 1)`)}
    and coalesce(k.closes_at, 'infinity') > ${startOf(given)}`
}

export function consultations(
  filters: Filters,
  fields: readonly string[] | undefined,
  sort: readonly Sort[],
): Listing {
  const where: RawBuilder<unknown>[] = [...ofCollectivities(sql`k.plan_id`, filters)]
  if (filters.plan) where.push(sql`k.plan_id = any(${[...filters.plan]}::uuid[])`)
  if (filters.status) where.push(sql`k.status in (${sql.join([...filters.status])})`)
  if (filters.round) where.push(sql`k.round = any(${[...filters.round]}::int[])`)
  if (filters.openOn) where.push(openOn(filters.openOn))
  if (filters.modifiedSince) where.push(sql`k.updated_at >= ${filters.modifiedSince}::timestamptz`)
  if (filters.q !== undefined) where.push(holdsWords(sql`k.folded`, filters.q))
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(shape, fields),
    from,
    where,
    sort: sortKeys(sort),
    requires: [...existing(filters), ...(filters.q === undefined ? [] : [searchable(filters.q)])],
    id: sql`k.id`,
  }
}

/** As asked; else the one that opens last first. Ends with the id. */
function sortKeys(sort: readonly Sort[]): SortKey[] {
  const keys = (sort.length === 0 ? (['-opens_at'] as const) : sort).map((name) => ({
    by: name.endsWith('opens_at') ? sql`k.begins_at` : sql`k.updated_at`,
    descending: name.startsWith('-'),
  }))
  return [...keys, { by: sql`k.id`, descending: keys.at(-1)!.descending }]
}

export async function findConsultation(db: Db, id: string, fields?: readonly string[]) {
  const list = { dependsOn: DEPENDS_ON, from, where: [sql`k.id = ${id}`] }
  return await readOne(db, list, {
    representation: jsonOf(pick(shape, fields)),
    revision: sql`k.revision`,
  })
}

/** The first instant of a window, and the first after it, of what is known of them. */
export async function findWindow(db: Db, opens: Known, closes: Known): Promise<Window> {
  const { rows } = await sql<Window>`
    select coalesce(${opens.instant}::timestamptz(3), ${startOf(sql`${opens.day}::date`)}) as opens_at,
      coalesce(${closes.instant}::timestamptz(3),
        ${startOf(sql`(period_last_day(${closes.day}::date, ${closes.precision}) + 1)`)}) as closes_at`.execute(
    db,
  )
  return rows[0]!
}

/** The plans of which the clock has a consultation to open or to close, the longest due first. */
export async function findDuePlans(db: Db, at: Date): Promise<string[]> {
  const { rows } = await sql<{ plan_id: string }>`
    select plan_id from (
      select plan_id, opens_at as due from consultation where status = 'announced' and opens_at <= ${at}
      union all select plan_id, closes_at from consultation where status = 'open' and closes_at <= ${at}
    ) moves group by plan_id order by min(due)`.execute(db)
  return rows.map((row) => row.plan_id)
}
