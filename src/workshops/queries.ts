import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { featureOf, type Listing, readOne } from '../db/listing.ts'
import { holdsEach } from '../db/name-search.ts'
import {
  groupWhere,
  json,
  jsonListOf,
  jsonOf,
  onRequest,
  pick,
  plain,
  type ShapeOf,
  settledShape,
  texts,
} from '../db/shape.ts'
import { documentShape } from '../documents/queries.ts'
import { type Actor, hasRole } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import type { Territory } from '../register/asked.ts'
import { partialDate, reference, searchable } from '../register/queries.ts'
import { isOfCaller, isWithin, territoryRequires } from '../register/territory/queries.ts'
import type { Workshop } from './schema.ts'

export interface Filters extends Territory {
  plan?: readonly string[] | undefined
  kind?: readonly string[] | undefined
  mode?: readonly string[] | undefined
  status?: readonly string[] | undefined
  /** Civil days, inclusive; of an imprecise date its first day counts, and for the end its last. */
  heldFrom?: string | undefined
  heldUntil?: string | undefined
  modifiedSince?: string | undefined
  q?: string | undefined
}

export interface View {
  fields?: readonly string[] | undefined
  include?: readonly string[] | undefined
}

export const SORTS = ['held_on', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const hour = (column: string) => plain(sql`left(${sql.ref(column)}::text, 5)`)

/** What a workshop, `w`, says of itself alone. */
const facts = {
  kind: plain(sql`w.kind`),
  title: texts(sql`w.title`),
  subject: texts(sql`w.subject`),
  audience: texts(sql`w.audience`),
  programme: texts(sql`w.programme`),
  mode: plain(sql`w.mode`),
  held_on: partialDate('w.held_on', 'w.held_precision'),
  part_of_day: plain(sql`w.part_of_day`),
  starts_at: hour('w.starts_at'),
  ends_at: hour('w.ends_at'),
  time_zone: plain(sql`w.time_zone`),
  link: plain(sql`w.link`),
  chair: groupWhere(sql`w.chair is not null`, {
    name: texts(sql`(w.chair -> 'name')`),
    name_variants: json(sql`w.chair -> 'name_variants'`),
    function: texts(sql`(w.chair -> 'function')`),
  }),
  officials: json(sql`w.officials`),
  agenda: json(sql`w.agenda`),
  breakout_groups: json(sql`w.breakout_groups`),
  plan_id: plain(sql`w.plan_id`),
  sources: json(sql`w.sources`),
}

const site = {
  venue: texts(sql`w.venue`),
  room: texts(sql`w.room`),
  address: texts(sql`w.address`),
  point: groupWhere(sql`w.longitude is not null`, {
    longitude: plain(sql`w.longitude`),
    latitude: plain(sql`w.latitude`),
  }),
  capacity: plain(sql`w.capacity`),
}
const HAS_PLACE = sql`num_nonnulls(w.place_collectivity_id, w.venue, w.room, w.address, w.longitude, w.capacity) > 0`
const HAS_HOST = sql`num_nonnulls(w.host_collectivity_id, w.host_name) > 0`
const served = sql`from workshop_collectivity s join collectivity c on c.id = s.collectivity_id where s.workshop_id = w.id`

const { plan_id, sources, kind, ...said } = facts

export const workshopShape = settledShape({
  id: plain(sql`w.id`),
  kind,
  status: plain(sql`w.status`),
  status_reason: plain(sql`w.status_reason`),
  ...said,
  place: groupWhere(HAS_PLACE, {
    collectivity: groupWhere(sql`pc.id is not null`, reference('pc')),
    ...site,
  }),
  host: groupWhere(HAS_HOST, {
    collectivity: groupWhere(sql`hc.id is not null`, reference('hc')),
    name: texts(sql`w.host_name`),
  }),
  collectivities: json(jsonListOf(reference('c'), sql`s.ordinal`, served)),
  plan_id,
  attendance: json(sql`w.public_attendance`),
  sources,
  revision: plain(sql`w.revision`),
  created_at: plain(sql`wire_instant(w.created_at)`),
  updated_at: plain(sql`wire_instant(w.updated_at)`),
  documents: onRequest(
    json(
      jsonListOf(
        documentShape,
        sql`d.created_at, d.id`,
        sql`from document d where d.owner_id = w.id and d.owner_type = 'workshop' and d.published`,
      ),
    ),
  ),
} satisfies ShapeOf<Workshop>)

const ids = sql`(select coalesce(json_agg(s.collectivity_id order by s.ordinal), '[]')
  from workshop_collectivity s where s.workshop_id = w.id)`

/** What may be edited of a workshop, as a client would send it. */
const document = {
  ...facts,
  collectivities: json(ids),
  place: groupWhere(HAS_PLACE, { collectivity: plain(sql`w.place_collectivity_id`), ...site }),
  host: groupWhere(HAS_HOST, {
    collectivity: plain(sql`w.host_collectivity_id`),
    name: texts(sql`w.host_name`),
  }),
}
export const workshopDocument = jsonOf(document)

/** What the journal keeps of it: all that is public, what it points at by its id. */
export const workshopFacts = {
  id: plain(sql`w.id`),
  status: plain(sql`w.status`),
  status_reason: plain(sql`w.status_reason`),
  ...document,
  attendance: json(sql`w.public_attendance`),
}

const DEPENDS_ON = ['workshop', 'region', 'provincial_council', 'commune', 'document'] as const
const FROM = sql`workshop w left join collectivity pc on pc.id = w.place_collectivity_id
  left join collectivity hc on hc.id = w.host_collectivity_id`

/** Where it was, and not merely in which collectivity. */
const point = sql`case when w.longitude is not null then ${jsonOf({
  type: plain(sql`'Point'`),
  coordinates: json(sql`json_build_array(w.longitude, w.latitude)`),
})} end`

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]) =>
  sql`${column} in (${sql.join([...values])})`

/** What the filters say of a workshop, `w`. */
export function workshopConditions(filters: Filters): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = isWithin(sql`'workshop'`, sql`w.id`, filters)
  if (filters.plan) where.push(oneOf(sql`w.plan_id`, filters.plan))
  if (filters.kind) where.push(oneOf(sql`w.kind`, filters.kind))
  if (filters.mode) where.push(oneOf(sql`w.mode`, filters.mode))
  if (filters.status) where.push(oneOf(sql`w.status`, filters.status))
  if (filters.heldFrom) where.push(sql`w.held_on >= ${filters.heldFrom}::date`)
  if (filters.heldUntil)
    where.push(sql`w.held_on <= ${filters.heldUntil}::date
      and period_last_day(w.held_on, w.held_precision) <= ${filters.heldUntil}::date`)
  if (filters.modifiedSince) where.push(sql`w.updated_at >= ${filters.modifiedSince}::timestamptz`)
  if (filters.q) where.push(holdsEach(sql`w.title_folded`, filters.q))
  return where
}

export function workshops(filters: Filters, view: View, sort: readonly Sort[]): Listing {
  const keys = (sort.length === 0 ? (['-held_on'] as const) : sort).map((name) => ({
    by: name.endsWith('held_on') ? sql`w.sorted_on` : sql`w.updated_at`,
    descending: name.startsWith('-'),
  }))
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(workshopShape, view.fields, view.include),
    from: FROM,
    where: workshopConditions(filters),
    sort: [...keys, { by: sql`w.id`, descending: keys.at(-1)!.descending }],
    requires: [...territoryRequires(filters), ...(filters.q === undefined ? [] : [searchable(filters.q)])],
    geometry: point,
    id: sql`w.id`,
  }
}

/** All that serve a plan, the oldest first, those without a day before: one JSON list, to be put inside its record. */
export const workshopsOfPlan = (plan: RawBuilder<unknown>) =>
  jsonListOf(
    pick(workshopShape, undefined),
    sql`w.sorted_on, w.id`,
    sql`from ${FROM} where w.plan_id = ${plan}`,
  )

export async function findWorkshop(db: Db, id: string, view: View = {}, format: 'json' | 'geojson' = 'json') {
  const list = { ...workshops({}, view, []), where: [sql`w.id = ${id}`] }
  return await readOne(db, list, {
    representation: format === 'json' ? jsonOf(list.shape) : featureOf(list),
    revision: sql`w.revision`,
  })
}

export interface Kept {
  readonly own: boolean
  readonly status: string
  readonly capacity: number | null
}

/** Whether the caller keeps a workshop; undefined when there is none. */
export async function keptWorkshop(db: Db, actor: Actor | null, id: string): Promise<Kept | undefined> {
  const own = hasRole(actor, 'member_editor')
    ? isOfCaller(sql`'workshop'`, sql`w.id`, actor!)
    : sql`${hasRole(actor, 'association')}::boolean`
  const { rows } = await sql<Kept>`
    select ${hasRole(actor, 'association')}::boolean or ${own} as own, w.status, w.capacity
    from workshop w where w.id = ${id}`.execute(db)
  return rows[0]
}

/**
 * That a workshop is there and that the caller may see what is restricted of it.
 *
 * @throws {DomainError} `not_found`, `not_yours`
 */
export async function requireKept(db: Db, actor: Actor, id: string): Promise<Kept> {
  const kept = await keptWorkshop(db, actor, id)
  if (kept === undefined) throw new DomainError('not_found')
  if (!kept.own) throw new DomainError('not_yours')
  return kept
}
