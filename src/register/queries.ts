import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { featureOf, type Listing, type PageAsked, readOne, type SortKey } from '../db/listing.ts'
import { APPROXIMATE_DISTANCE, BEST_FIRST, nameHits } from '../db/name-search.ts'
import { settled } from '../db/settled.ts'
import {
  flag,
  group,
  groupWhere,
  json,
  jsonListOf,
  jsonOf,
  onRequest,
  pick,
  plain,
  type Shape,
  type ShapeOf,
  settledShape,
} from '../db/shape.ts'
import type { Actor } from '../domain/actor.ts'
import { type Reference, readReference } from '../domain/codes.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import type { Collectivity, GEOMETRIES } from './schema.ts'

export interface Filters {
  region?: readonly Reference[]
  province?: readonly Reference[]
  kind?: readonly string[]
  member?: boolean
  identifier?: Reference
  q?: string
  near?: { longitude: number; latitude: number; kilometres: number }
  bbox?: readonly [west: number, south: number, east: number, north: number]
  at?: { longitude: number; latitude: number }
  modifiedSince?: string
}

export interface View {
  /** Civil day of which memberships are told. */
  asOf: string
  fields?: readonly string[] | undefined
  include?: readonly string[] | undefined
  geometry: (typeof GEOMETRIES)[number]
}

export const SORTS = ['hcp_code', 'name.ar', 'name.fr', 'population', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

/** The journal's types that an answer about collectivities depends on: their own, and memberships. */
export const DEPENDS_ON = ['region', 'provincial_council', 'commune', 'member'] as const

const names = (row: string) => ({
  ar: plain(sql.ref(`${row}.name_ar`)),
  fr: plain(sql.ref(`${row}.name_fr`)),
  en: plain(sql.ref(`${row}.name_en`)),
  zgh: plain(sql.ref(`${row}.name_zgh`)),
})

/** A reference to the collectivity that `row` is an alias of. */
export const reference = (row: string) => ({
  id: plain(sql.ref(`${row}.id`)),
  type: plain(sql.ref(`${row}.type`)),
  hcp_code: plain(sql.ref(`${row}.hcp_code`)),
  name: group(names(row)),
})

const referenceOrNull = (row: string) => groupWhere(sql`${sql.ref(`${row}.id`)} is not null`, reference(row))

export const partialDate = (day: string, precision: string) =>
  groupWhere(sql`${sql.ref(day)} is not null`, {
    value: plain(sql`partial_date_text(${sql.ref(day)}, ${sql.ref(precision)})`),
    precision: plain(sql.ref(precision)),
  })

/** An episode of membership, `m`, and its `standing` at the end of a day. */
export const membership = {
  id: plain(sql`m.id`),
  wave: plain(sql`m.wave`),
  joined_on: partialDate('m.joined_on', 'm.joined_precision'),
  left_on: partialDate('m.left_on', 'm.left_precision'),
  status: plain(sql`standing.status`),
  certainty: plain(sql`standing.certainty`),
}

const identifiers = jsonListOf(
  {
    scheme: plain(sql`i.scheme`),
    value: plain(sql`i.value`),
    valid_from: partialDate('i.valid_from', 'i.valid_from_precision'),
    valid_until: partialDate('i.valid_until', 'i.valid_until_precision'),
  },
  sql`i.scheme, i.valid_until is not null, i.value`,
  sql`from collectivity_identifier i where i.collectivity_id = c.id`,
)

const childCount = (of: CollectivityType, child: CollectivityType, column: string) =>
  plain(sql`case when c.type = ${sql.lit(of)} then (
    select count(*) from collectivity child where ${sql.ref(`child.${column}`)} = c.id and child.type = ${sql.lit(child)}
  ) else 0 end`)

const childList = (child: CollectivityType) =>
  onRequest(
    json(
      jsonListOf(
        reference('child'),
        sql`child.hcp_code`,
        sql`from collectivity child where child.type = ${sql.lit(child)}
          and (child.region_id = c.id or child.province_id = c.id)`,
      ),
    ),
  )

/** Where the collectivity is: a point well inside its outline. */
export const centre = sql`case when o.longitude is not null then ${jsonOf({
  type: plain(sql`'Point'`),
  coordinates: json(sql`json_build_array(o.longitude, o.latitude)`),
})} end`
const geometries = {
  none: sql`null::json`,
  centre,
  outline: sql`o.geometry`,
}

/** What a collectivity says of itself alone: the first fields of its representation, and of its journal state. */
export const registerFacts = {
  id: plain(sql`c.id`),
  type: plain(sql`c.type`),
  kind: plain(sql`c.kind`),
  hcp_code: plain(sql`c.hcp_code`),
  iso_code: plain(sql`c.iso_code`),
  name: group(names('c')),
  name_variants: json(sql`c.name_variants`),
  identifiers: json(identifiers),
  has_arrondissements: flag(sql`c.has_arrondissements`),
  population: group({
    value: plain(sql`c.population`),
    status: plain(sql`case when c.population is null then 'unknown' else 'known' end`),
    counted_on: partialDate('c.population_on', 'c.population_precision'),
  }),
  vintage: plain(sql`c.vintage`),
}

function wholeShape(geometryOf: View['geometry']): Shape {
  const { geometry, ...shape } = {
    ...registerFacts,
    parent: referenceOrNull('parent'),
    region: referenceOrNull('region'),
    seat: referenceOrNull('seat'),
    children: group({
      provincial_councils: childCount('region', 'provincial_council', 'region_id'),
      communes: plain(sql`case c.type
        when 'region' then (
          select count(*) from collectivity child where child.region_id = c.id and child.type = 'commune')
        when 'provincial_council' then (
          select count(*) from collectivity child where child.province_id = c.id and child.type = 'commune')
        else 0 end`),
    }),
    location: groupWhere(sql`o.longitude is not null`, {
      longitude: plain(sql`o.longitude`),
      latitude: plain(sql`o.latitude`),
      outline_sha256: plain(sql`o.sha256`),
    }),
    membership: groupWhere(sql`m.id is not null`, membership),
    sources: json(sql`c.sources`),
    revision: plain(sql`c.revision`),
    created_at: plain(sql`wire_instant(c.created_at)`),
    updated_at: plain(sql`wire_instant(c.updated_at)`),
    geometry: json(geometries[geometryOf]),
    memberships: onRequest(
      json(
        jsonListOf(
          membership,
          sql`m.begun_on`,
          sql`from member m, member_standing(m.id, asked.day) standing
            where m.collectivity_id = c.id and m.begun_on <= asked.day`,
        ),
      ),
    ),
    provincial_councils: childList('provincial_council'),
    communes: childList('commune'),
  } satisfies ShapeOf<Collectivity>
  return settledShape(geometryOf === 'none' ? shape : { ...shape, geometry })
}

const SHAPES = {
  none: wholeShape('none'),
  centre: wholeShape('centre'),
  outline: wholeShape('outline'),
}

function shapeOf({ geometry, fields, include }: View): Shape {
  // Whoever asks for a geometry gets it, whatever the fields.
  return pick(SHAPES[geometry], fields && [...fields, 'geometry'], include)
}

function from(view: View, hits: RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  const rows =
    hits === undefined
      ? sql`collectivity c`
      : sql`${hits} hit join collectivity c on c.id = hit.collectivity_id`
  return sql`${asked(view.asOf)} cross join ${rows} ${JOINS}`
}

/** The day of which memberships are told: once in a statement, so that all the rest of it is the same each time. */
export const asked = (asOf: string) => sql`(select ${asOf}::date as day) asked`

const JOINS = settled(sql`
    left join collectivity parent on parent.id = coalesce(c.province_id, c.region_id)
    left join collectivity region on region.id = c.region_id
    left join collectivity seat on seat.id = c.seat_id
    left join collectivity_outline o on o.collectivity_id = c.id
    left join lateral (
      select m.*, standing.status, standing.certainty
      from member m, member_standing(m.id, asked.day) standing
      where m.collectivity_id = c.id and m.begun_on <= asked.day and standing.status <> 'withdrawn'
      order by m.begun_on desc limit 1
    ) m on true
    left join lateral (select m.status, m.certainty) standing on true`)

/** The id of the collectivity of this type that a reference stands for, or null: a scalar query. */
export function resolved(to: Reference, type?: CollectivityType): RawBuilder<string | null> {
  const ofType = type === undefined ? sql`true` : sql`target.type = ${sql.lit(type)}`
  if (to.kind === 'id')
    return sql`(select target.id from collectivity target where target.id = ${to.id} and ${ofType})`
  const scheme = to.kind === 'code' ? to.scheme : to.scheme
  const values = to.kind === 'code' ? to.values : [to.value]
  return sql`(
    select target.id from collectivity_identifier i join collectivity target on target.id = i.collectivity_id
    where i.scheme = ${scheme} and i.value in (${sql.join(values)}) and ${ofType}
    order by i.value <> ${values[0]}, i.valid_until is not null limit 1)`
}

/** As written by the client, for a fault's text. */
export interface Asked {
  parameter: string
  text: string
  reference: Reference
}

export function mustExist(
  asked: Asked,
  type?: CollectivityType,
): { holds: RawBuilder<unknown>; fault: Fault } {
  return {
    holds: sql`${resolved(asked.reference, type)} is not null`,
    fault: {
      at: { parameter: asked.parameter },
      code: 'no_such_collectivity',
      values: { value: asked.text },
    },
  }
}

export interface Selection extends Omit<Filters, 'region' | 'province'> {
  region?: readonly Asked[]
  province?: readonly Asked[]
}

/** Who is a member for sure at the end of the day: the meaning of `member=true` and of the counts. */
const isMember = (collectivity: RawBuilder<unknown>) => sql`exists (
  select from member episode, member_standing(episode.id, asked.day) stood
  where episode.collectivity_id = ${collectivity} and episode.begun_on <= asked.day
    and stood.status = 'active' and stood.certainty = 'certain')`

/** Whether a column holds one of what was asked for. (An IN of subqueries would become a join that forgets the order.) */
export function among(column: RawBuilder<unknown>, asked: readonly Asked[], type?: CollectivityType) {
  const [first, ...more] = asked.map(({ reference }) => resolved(reference, type))
  return more.length === 0
    ? sql`${column} = ${first}`
    : sql`${column} = any(array[${sql.join([first, ...more])}])`
}

/** The collectivities of a type that the filters keep, in the order of `sort`. */
export function collectivities(
  type: CollectivityType,
  filters: Selection,
  view: View,
  sort: readonly Sort[],
): Listing {
  const hits = filters.q === undefined ? undefined : nameHits(filters.q, type)
  // The type stands in the text, so that the plan that is kept for the statement knows how many there are.
  const where: RawBuilder<unknown>[] = [sql`c.type = ${sql.lit(type)}`]
  if (filters.region) where.push(among(sql`c.region_id`, filters.region, 'region'))
  if (filters.province) where.push(among(sql`c.province_id`, filters.province, 'provincial_council'))
  if (filters.kind) where.push(sql`c.kind in (${sql.join([...filters.kind])})`)
  if (filters.identifier) where.push(sql`c.id = ${resolved(filters.identifier, type)}`)
  if (filters.modifiedSince) where.push(sql`c.updated_at >= ${filters.modifiedSince}::timestamptz`)
  if (filters.member !== undefined) where.push(sql`${isMember(sql`c.id`)} = ${filters.member}`)
  if (filters.at)
    where.push(sql`c.id in (select collectivity_id from collectivity_ring
      where ring @> point(${filters.at.longitude}, ${filters.at.latitude})
      group by collectivity_id having count(*) % 2 = 1)`)
  if (filters.bbox) {
    const [west, south, east, north] = filters.bbox
    where.push(sql`o.bounds && box(point(${west}, ${south}), point(${east}, ${north}))`)
  }
  if (filters.near) where.push(within(filters.near))
  return {
    dependsOn: DEPENDS_ON,
    shape: shapeOf(view),
    from: from(view, hits),
    // Where nothing but the names decides, the best names are the page.
    ...(hits && sort.length === 0 && where.length === 1
      ? { fromForPage: (...page: PageAsked) => from(view, nameHits(filters.q!, type, page)) }
      : {}),
    where,
    // All but a few may be modified since then, or next to none.
    plannedOnce: filters.modifiedSince === undefined,
    sort: sortKeys(sort, filters),
    requires: [
      ...(filters.region ?? []).map((asked) => mustExist(asked, 'region')),
      ...(filters.province ?? []).map((asked) => mustExist(asked, 'provincial_council')),
      ...(hits === undefined ? [] : [searchable(filters.q!)]),
    ],
    ...(hits === undefined ? {} : { approximate: sql`hit.distance >= ${sql.lit(APPROXIMATE_DISTANCE)}` }),
    geometry: geometries[view.geometry],
    id: sql`c.id`,
  }
}

export const searchable = (q: string): { holds: RawBuilder<unknown>; fault: Fault } => ({
  holds: sql`fold_text(${q}) <> ''`,
  fault: { at: { parameter: 'q' }, code: 'nothing_to_search' },
})

const distance = (near: { longitude: number; latitude: number }) =>
  sql`distance_m(o.longitude, o.latitude, ${near.longitude}::float8, ${near.latitude}::float8)`

/** A box that holds the circle goes through the index; the distance itself decides. */
function within(near: NonNullable<Filters['near']>): RawBuilder<unknown> {
  const north = near.kilometres / 110.5
  const east = near.kilometres / (111.4 * Math.max(0.01, Math.cos((near.latitude * Math.PI) / 180)))
  return sql`point(o.longitude, o.latitude) <@ box(
      point(${near.longitude - east}, ${near.latitude - north}), point(${near.longitude + east}, ${near.latitude + north}))
    and ${distance(near)} <= ${near.kilometres * 1000}`
}

const SORT_KEYS: Record<(typeof SORTS)[number], RawBuilder<unknown>> = {
  hcp_code: sql`c.hcp_code`,
  'name.ar': sql`c.name_ar_folded`,
  'name.fr': sql`c.name_fr_folded`,
  population: sql`c.population_sort`,
  updated_at: sql`c.updated_at`,
}

/** As asked; else the best match or the nearest first; else by code. Ends with the id. */
function sortKeys(sort: readonly Sort[], filters: Selection): SortKey[] {
  const keys: SortKey[] = sort.map((name) => ({
    by: SORT_KEYS[name.replace(/^-/, '') as (typeof SORTS)[number]],
    descending: name.startsWith('-'),
  }))
  if (keys.length === 0) {
    if (filters.q !== undefined) return [...BEST_FIRST]
    if (filters.near) keys.push({ by: distance(filters.near), descending: false })
    keys.push({ by: sql`c.hcp_code`, descending: false })
  }
  return [...keys, { by: sql`c.id`, descending: keys.at(-1)!.descending }]
}

/** One collectivity; `former` when the code that was used no longer holds, with the one that does. */
export async function findCollectivity(
  db: Db,
  type: CollectivityType,
  reference: Reference,
  view: View,
  format: 'json' | 'geojson',
) {
  const list = {
    dependsOn: DEPENDS_ON,
    shape: shapeOf(view),
    from: from(view, undefined),
    where: [sql`c.id = ${resolved(reference, type)}`],
    geometry: geometries[view.geometry],
    id: sql`c.id`,
  }
  const former =
    reference.kind === 'code'
      ? sql`not exists (select from collectivity_identifier i where i.collectivity_id = c.id
          and i.scheme = ${reference.scheme} and i.value in (${sql.join(reference.values)}) and i.valid_until is null)`
      : sql`false`
  return await readOne<{ former: boolean; hcp_code: string }>(db, list, {
    representation: format === 'json' ? jsonOf(list.shape) : featureOf(list),
    revision: sql`c.revision`,
    extra: sql`${former} as former, c.hcp_code`,
  })
}

/** The type of whatever collectivity a reference stands for, to say where it is when it is not here. */
export async function typeOf(db: Db, reference: Reference): Promise<CollectivityType | undefined> {
  const { rows } = await sql<{ type: CollectivityType }>`
    select type from collectivity where id = ${resolved(reference)}`.execute(db)
  return rows[0]?.type
}

/** The whole default representation of one collectivity as a scalar subquery over `asked`, to be put inside another record. */
export function collectivityJson(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select ${jsonOf(pick(SHAPES.none, undefined))} from (select ${id} as wanted) outer_row, lateral (
    select inner_row.* from collectivity inner_row where inner_row.id = outer_row.wanted) c ${JOINS})`
}

/**
 * That whoever is not of the association acts on a collectivity that its credentials name. Called under the row's
 * lock.
 *
 * @throws {DomainError} `not_yours`
 */
export async function requireOwner(db: Db, actor: Actor, collectivityId: string): Promise<void> {
  if (actor.roles.includes('association')) return
  const references = actor.collectivities.flatMap((text) => readReference(text) ?? [])
  if (references.length > 0) {
    const owned = sql.join(references.map((one) => resolved(one)))
    const { rows } = await sql<{
      owns: boolean
    }>`select ${collectivityId}::uuid in (${owned}) as owns`.execute(db)
    if (rows[0]?.owns) return
  }
  throw new DomainError('not_yours')
}
