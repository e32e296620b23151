import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { featureOf, type Listing, readOne, type SortKey } from '../db/listing.ts'
import { APPROXIMATE_DISTANCE, nameHits } from '../db/name-search.ts'
import {
  group,
  groupWhere,
  json,
  jsonOf,
  onRequest,
  pick,
  plain,
  type Shape,
  type ShapeOf,
} from '../db/shape.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import {
  type Asked,
  centre,
  collectivityJson,
  DEPENDS_ON,
  membership,
  mustExist,
  partialDate,
  reference,
  resolved,
  searchable,
} from '../register/queries.ts'
import type { Member } from './schema.ts'

export interface Filters {
  type?: readonly CollectivityType[]
  region?: readonly Asked[]
  province?: readonly Asked[]
  collectivity?: readonly Asked[]
  wave?: readonly number[]
  status?: readonly string[]
  certainty?: readonly string[]
  joinedFrom?: string
  joinedUntil?: string
  modifiedSince?: string
  q?: string
}

export interface View {
  asOf: string
  fields?: readonly string[] | undefined
  include?: readonly string[] | undefined
}

export const SORTS = [
  'joined_on',
  'wave',
  'collectivity.hcp_code',
  'collectivity.name.ar',
  'collectivity.name.fr',
  'updated_at',
] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

/** What an episode says of itself alone, whatever the day. */
export const memberFacts = {
  id: plain(sql`m.id`),
  wave: plain(sql`m.wave`),
  joined_on: partialDate('m.joined_on', 'm.joined_precision'),
  left_on: partialDate('m.left_on', 'm.left_precision'),
  evidence: groupWhere(sql`m.evidence is not null`, {
    kind: plain(sql`m.evidence ->> 'kind'`),
    held_on: groupWhere(sql`m.evidence -> 'held_on' ->> 'value' is not null`, {
      value: plain(sql`m.evidence -> 'held_on' ->> 'value'`),
      precision: plain(sql`m.evidence -> 'held_on' ->> 'precision'`),
    }),
  }),
}

function shapeOf(view: View): Shape {
  const { status, certainty } = membership(view.asOf)
  return pick(
    {
      ...memberFacts,
      status,
      certainty,
      collectivity: group({
        ...reference('c'),
        iso_code: plain(sql`c.iso_code`),
        kind: plain(sql`c.kind`),
        region_id: plain(sql`coalesce(c.region_id, c.id)`),
        province_id: plain(
          sql`case c.type when 'commune' then c.province_id when 'provincial_council' then c.id end`,
        ),
      }),
      sources: json(sql`m.sources`),
      revision: plain(sql`m.revision`),
      created_at: plain(sql`wire_instant(m.created_at)`),
      updated_at: plain(sql`wire_instant(m.updated_at)`),
      register_record: onRequest(json(collectivityJson(sql`c.id`, view.asOf))),
    } satisfies ShapeOf<Member>,
    view.fields,
    view.include,
  )
}

const status = (asOf: string) => membership(asOf).status.value
const certainty = (asOf: string) => membership(asOf).certainty.value
const oneOf = (column: RawBuilder<unknown>, values: readonly (string | number)[]) =>
  sql`${column} in (${sql.join([...values])})`
const among = (column: RawBuilder<unknown>, asked: readonly Asked[], type?: CollectivityType) =>
  sql`${column} in (${sql.join(asked.map((one) => resolved(one.reference, type)))})`

/** The episodes that have begun, for sure or possibly, by the end of the day `asOf`. */
export function members(filters: Filters, view: View, sort: readonly Sort[]): Listing {
  const hits = filters.q === undefined ? undefined : nameHits(filters.q)
  const where: RawBuilder<unknown>[] = [sql`m.joined_on <= ${view.asOf}::date`]
  if (filters.type) where.push(oneOf(sql`c.type`, filters.type))
  if (filters.region) where.push(among(sql`coalesce(c.region_id, c.id)`, filters.region, 'region'))
  if (filters.province)
    where.push(
      sql`(${among(sql`c.id`, filters.province, 'provincial_council')} or ${among(sql`c.province_id`, filters.province, 'provincial_council')})`,
    )
  if (filters.collectivity) where.push(among(sql`m.collectivity_id`, filters.collectivity))
  if (filters.wave) where.push(oneOf(sql`m.wave`, filters.wave))
  if (filters.status) where.push(oneOf(status(view.asOf), filters.status))
  if (filters.certainty) where.push(oneOf(certainty(view.asOf), filters.certainty))
  if (filters.joinedFrom) where.push(sql`m.joined_on >= ${filters.joinedFrom}::date`)
  if (filters.joinedUntil)
    where.push(sql`m.joined_on <= ${filters.joinedUntil}::date
      and period_last_day(m.joined_on, m.joined_precision) <= ${filters.joinedUntil}::date`)
  if (filters.modifiedSince) where.push(sql`m.updated_at >= ${filters.modifiedSince}::timestamptz`)
  return {
    dependsOn: DEPENDS_ON,
    shape: shapeOf(view),
    from: from(hits),
    where,
    sort: sortKeys(sort, filters.q !== undefined),
    requires: [
      ...(filters.region ?? []).map((asked) => mustExist(asked, 'region')),
      ...(filters.province ?? []).map((asked) => mustExist(asked, 'provincial_council')),
      ...(filters.collectivity ?? []).map((asked) => mustExist(asked)),
      ...(filters.q === undefined ? [] : [searchable(filters.q)]),
    ],
    ...(hits === undefined ? {} : { approximate: sql`hit.distance >= ${sql.lit(APPROXIMATE_DISTANCE)}` }),
    geometry: centre,
    id: sql`m.id`,
  }
}

function from(hits?: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`member m join collectivity c on c.id = m.collectivity_id
    left join collectivity_outline o on o.collectivity_id = c.id
    ${hits === undefined ? sql`` : sql`join ${hits} hit on hit.collectivity_id = c.id`}`
}

const SORT_KEYS: Record<(typeof SORTS)[number], RawBuilder<unknown>> = {
  joined_on: sql`m.joined_on`,
  wave: sql`coalesce(m.wave, 0)`,
  'collectivity.hcp_code': sql`c.hcp_code`,
  'collectivity.name.ar': sql`c.name_ar_folded`,
  'collectivity.name.fr': sql`c.name_fr_folded`,
  updated_at: sql`m.updated_at`,
}

/** As asked; else the best match first; else the oldest. Ends with the id. */
function sortKeys(sort: readonly Sort[], searched: boolean): SortKey[] {
  const keys: SortKey[] = sort.map((name) => ({
    by: SORT_KEYS[name.replace(/^-/, '') as (typeof SORTS)[number]],
    descending: name.startsWith('-'),
  }))
  if (keys.length === 0) keys.push({ by: searched ? sql`hit.distance` : sql`m.joined_on`, descending: false })
  return [...keys, { by: sql`m.id`, descending: keys.at(-1)!.descending }]
}

export async function findMember(db: Db, id: string, view: View, format: 'json' | 'geojson') {
  const list = { ...members({}, view, []), where: [sql`m.id = ${id}`] }
  return await readOne(db, list, {
    representation: format === 'json' ? jsonOf(list.shape) : featureOf(list),
    revision: sql`m.revision`,
  })
}
