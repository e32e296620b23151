import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { featureOf, type Listing, readOne, type SortKey } from '../db/listing.ts'
import { APPROXIMATE_DISTANCE, nameHits } from '../db/name-search.ts'
import {
  cellsOf,
  group,
  groupWhere,
  json,
  jsonListOf,
  jsonOf,
  onRequest,
  pick,
  plain,
  type ShapeOf,
  settledShape,
} from '../db/shape.ts'
import type { Actor } from '../domain/actor.ts'
import type { Reference } from '../domain/codes.ts'
import { DomainError } from '../domain/errors.ts'
import { KEPT_TYPES } from '../domain/record-types.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import {
  type Asked,
  among,
  asked,
  centre,
  collectivityJson,
  DEPENDS_ON,
  mustExist,
  partialDate,
  reference,
  requireOwner,
  resolved,
  searchable,
} from '../register/queries.ts'
import type { Member } from './schema.ts'

export interface Filters {
  type?: readonly CollectivityType[]
  region?: readonly Asked[]
  province?: readonly Asked[]
  collectivity?: readonly Asked[]
  identifier?: Reference
  wave?: readonly number[]
  status?: readonly string[]
  certainty?: readonly string[]
  active?: keyof typeof isActive
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

const evidenceOf = (column: string) =>
  groupWhere(sql`${sql.ref(column)} is not null`, {
    kind: plain(sql`${sql.ref(column)} ->> 'kind'`),
    held_on: groupWhere(sql`${sql.ref(column)} -> 'held_on' ->> 'value' is not null`, {
      value: plain(sql`${sql.ref(column)} -> 'held_on' ->> 'value'`),
      precision: plain(sql`${sql.ref(column)} -> 'held_on' ->> 'precision'`),
    }),
  })

const transitions = jsonListOf(
  {
    action: plain(sql`t.action`),
    to_status: plain(sql`t.to_status`),
    effective_on: partialDate('t.effective_on', 't.effective_precision'),
    evidence: evidenceOf('t.evidence'),
    reason: plain(sql`t.reason`),
    sources: json(sql`t.sources`),
  },
  sql`t.ordinal`,
  sql`from member_transition t where t.member_id = m.id`,
)

const identifiers = jsonListOf(
  { scheme: plain(sql`i.scheme`), value: plain(sql`i.value`) },
  sql`i.scheme, i.value`,
  sql`from member_identifier i where i.member_id = m.id`,
)

const focalPoints = jsonListOf(
  {
    id: plain(sql`f.id`),
    function: plain(sql`f.function`),
    since: partialDate('f.since_on', 'f.since_precision'),
    until: partialDate('f.until_on', 'f.until_precision'),
  },
  sql`f.since_on nulls first, f.id`,
  sql`from focal_point f where f.member_id = m.id`,
)

/** Kept as json of the same form; a table has a column for each part of it. */
export const committeeOf = (column: RawBuilder<unknown>) => ({
  ...groupWhere(sql`${column} is not null`, {
    established_on: groupWhere(sql`${column} -> 'established_on' ->> 'value' is not null`, {
      value: plain(sql`${column} -> 'established_on' ->> 'value'`),
      precision: plain(sql`${column} -> 'established_on' ->> 'precision'`),
    }),
    president_from: plain(sql`${column} ->> 'president_from'`),
    vice_president_from: plain(sql`${column} ->> 'vice_president_from'`),
    elected_members: plain(sql`(${column} ->> 'elected_members')::int`),
    civil_society_members: plain(sql`(${column} ->> 'civil_society_members')::int`),
  }),
  kept: column,
})

/** What an episode says of itself alone, whatever the day: for its representation and for the journal. */
export const memberFacts = {
  id: plain(sql`m.id`),
  wave: plain(sql`m.wave`),
  applied_on: partialDate('m.applied_on', 'm.applied_precision'),
  joined_on: partialDate('m.joined_on', 'm.joined_precision'),
  left_on: partialDate('m.left_on', 'm.left_precision'),
  evidence: evidenceOf('m.evidence'),
  identifiers: json(identifiers),
  consultative_bodies: json(sql`m.consultative_bodies`),
  follow_up_committee: committeeOf(sql`m.follow_up_committee`),
  focal_points: json(focalPoints),
  transitions: json(transitions),
}

/** From FROM on: public changes, in transactions `t`, of what collectivities keep themselves, by the end of the day asked for. */
export const words = sql`from record_collectivity kept
    join journal_entry e on e.id = kept.id and e.type = kept.type and e.visibility = 'public'
    join journal_transaction t on t.id = e.transaction_id
  where kept.is_kept and kept.type in (${sql.join(KEPT_TYPES.map((type) => sql.lit(type)))})
    and t.occurred_at < (asked.day + 1)::timestamp at time zone 'Africa/Casablanca'`

const lastWord = sql`${words} and kept.collectivity_id = c.id
  order by t.occurred_at desc, t.position desc, e.ordinal desc limit 1`

const SHAPE = settledShape({
  ...memberFacts,
  status: plain(sql`standing.status`),
  certainty: plain(sql`standing.certainty`),
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
  register_record: onRequest(json(collectivityJson(sql`c.id`))),
  last_word: onRequest(
    json(sql`(select json_build_object('at', wire_instant(t.occurred_at), 'type', e.type) ${lastWord})`),
  ),
} satisfies ShapeOf<Member>)

/**
 * The cells of an episode's row in a table, by their header, over `m` (member), `c` (its collectivity) and its
 * `standing`.
 */
export function memberCells(): ReadonlyMap<string, RawBuilder<unknown>> {
  return new Map(cellsOf(pick(SHAPE, undefined), false).map(({ header, value }) => [header, value]))
}

const oneOf = (column: RawBuilder<unknown>, values: readonly (string | number)[]) =>
  sql`${column} in (${sql.join([...values])})`

/** Whether an episode, by its \`standing\`, is a member for sure, or may be one besides those: what the network counts. */
export const isActive = {
  certain: sql`standing.status = 'active' and standing.certainty = 'certain'`,
  possible: sql`standing.may_be_active and standing.certainty = 'possible'`,
} as const

/** The episodes that can have begun by the end of the day `asOf`. */
export function members(filters: Filters, view: View, sort: readonly Sort[]): Listing {
  const hits = filters.q === undefined ? undefined : nameHits(filters.q)
  const where: RawBuilder<unknown>[] = [sql`m.begun_on <= asked.day`]
  if (filters.type) where.push(oneOf(sql`c.type`, filters.type))
  if (filters.region) where.push(among(sql`coalesce(c.region_id, c.id)`, filters.region, 'region'))
  if (filters.province) {
    const [itself, its] = [sql`c.id`, sql`c.province_id`].map((column) =>
      among(column, filters.province!, 'provincial_council'),
    )
    where.push(sql`(${itself} or ${its})`)
  }
  if (filters.collectivity) where.push(among(sql`m.collectivity_id`, filters.collectivity))
  if (filters.identifier) where.push(identified(filters.identifier))
  if (filters.wave) where.push(oneOf(sql`m.wave`, filters.wave))
  if (filters.status) where.push(oneOf(sql`standing.status`, filters.status))
  if (filters.certainty) where.push(oneOf(sql`standing.certainty`, filters.certainty))
  if (filters.active) where.push(isActive[filters.active])
  if (filters.joinedFrom) where.push(sql`m.joined_on >= ${filters.joinedFrom}::date`)
  if (filters.joinedUntil)
    where.push(sql`m.joined_on <= ${filters.joinedUntil}::date
      and period_last_day(m.joined_on, m.joined_precision) <= ${filters.joinedUntil}::date`)
  if (filters.modifiedSince) where.push(sql`m.updated_at >= ${filters.modifiedSince}::timestamptz`)
  return {
    dependsOn: view.include?.includes('last_word')
      ? [...new Set([...DEPENDS_ON, ...KEPT_TYPES])]
      : DEPENDS_ON,
    shape: pick(SHAPE, view.fields, view.include),
    from: from(view, hits),
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

/** By another system's number of the member, else by a code of its collectivity. */
function identified(identifier: Reference): RawBuilder<unknown> {
  if (identifier.kind !== 'identifier') return sql`m.collectivity_id = ${resolved(identifier)}`
  return sql`(m.id = (select member_id from member_identifier
      where scheme = ${identifier.scheme} and value = ${identifier.value})
    or m.collectivity_id = ${resolved(identifier)})`
}

function from(view: View, hits?: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${asked(view.asOf)} cross join member m join collectivity c on c.id = m.collectivity_id
    left join collectivity_outline o on o.collectivity_id = c.id
    cross join lateral member_standing(m.id, asked.day) standing
    ${hits === undefined ? sql`` : sql`join ${hits} hit on hit.collectivity_id = c.id`}`
}

const SORT_KEYS: Record<(typeof SORTS)[number], RawBuilder<unknown>> = {
  joined_on: sql`m.begun_on`,
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
  if (keys.length === 0) keys.push({ by: searched ? sql`hit.distance` : sql`m.begun_on`, descending: false })
  return [...keys, { by: sql`m.id`, descending: keys.at(-1)!.descending }]
}

/** One episode: by its id, or the latest of the collectivity that a code stands for. */
export async function findMember(
  db: Db,
  reference: Reference,
  view: View,
  format: 'json' | 'geojson' = 'json',
) {
  const id =
    reference.kind === 'id'
      ? sql`${reference.id}::uuid`
      : sql`(select latest.id from member latest where latest.collectivity_id = ${resolved(reference)}
          order by latest.begun_on desc, latest.id desc limit 1)`
  const list = { ...members({}, view, []), where: [sql`m.id = ${id}`] }
  return await readOne(db, list, {
    representation: format === 'json' ? jsonOf(list.shape) : featureOf(list),
    revision: sql`m.revision`,
  })
}

/**
 * That a member exists and that the caller may see what is restricted of it.
 *
 * @throws {DomainError} `not_found`, `not_yours`
 */
export async function ownedMember(db: Db, actor: Actor, id: string): Promise<void> {
  const member = await db
    .selectFrom('member')
    .select('collectivity_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (member === undefined) throw new DomainError('not_found')
  await requireOwner(db, actor, member.collectivity_id)
}
