import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Db } from '../db/database.ts'
import { readOne } from '../db/listing.ts'
import { flag, group, json, jsonListOf, jsonOf, pick, plain, type ShapeOf } from '../db/shape.ts'
import { isActive } from '../members/queries.ts'
import type { DeclaredTotal, Network } from './schema.ts'

export const DEPENDS_ON = ['network', 'region', 'provincial_council', 'commune', 'member'] as const

const TYPES = {
  regions: sql`c.type = 'region'`,
  provincial_councils: sql`c.type = 'provincial_council'`,
  communes: sql`c.type = 'commune'`,
  total: sql`true`,
} as const
type Column = keyof typeof TYPES
const columns = Object.keys(TYPES) as Column[]

/** The same leaf for each type and for the total. */
const eachType = (value: (column: Column) => RawBuilder<unknown>) =>
  group({
    regions: plain(value('regions')),
    provincial_councils: plain(value('provincial_councils')),
    communes: plain(value('communes')),
    total: plain(value('total')),
  })

/** Members of each type at the end of `day`: one row, a column for each type and certainty (`regions_certain`). */
function tally(day: RawBuilder<unknown>): RawBuilder<unknown> {
  const counts = columns.flatMap((column) =>
    (['certain', 'possible'] as const).map(
      (kind) =>
        sql`count(*) filter (where ${TYPES[column]} and ${isActive[kind]})::int as ${sql.id(`${column}_${kind}`)}`,
    ),
  )
  return sql`(
    select ${sql.join(counts)}
    from member m join collectivity c on c.id = m.collectivity_id, member_standing(m.id, ${day}) standing
    where m.begun_on <= ${day}
  )`
}

const tallied = (column: Column, sure: 'certain' | 'possible') => sql.ref(`known.${column}_${sure}`)
const memberCount = (column: Column) =>
  group({ certain: plain(tallied(column, 'certain')), possible: plain(tallied(column, 'possible')) })

/** What the row `known` of a tally says. */
const memberCounts = group({
  regions: memberCount('regions'),
  provincial_councils: memberCount('provincial_councils'),
  communes: memberCount('communes'),
  total: memberCount('total'),
})

const partsSum = sql`d.regions + d.provincial_councils + d.communes`
const declaredTotal = {
  as_of: plain(sql`d.as_of`),
  declared: eachType((column) => sql.ref(`d.${column}`)),
  parts_sum: plain(partsSum),
  parts_add_up: flag(sql`${partsSum} = d.total`),
  known: memberCounts,
  unknown: eachType((column) => sql`${sql.ref(`d.${column}`)} - ${tallied(column, 'certain')}`),
  agrees: flag(
    sql.join(
      columns.map((column) => sql`${sql.ref(`d.${column}`)} = ${tallied(column, 'certain')}`),
      sql` and `,
    ),
  ),
  contradictions: json(sql`d.contradictions`),
  sources: json(sql`d.sources`),
} satisfies ShapeOf<Static<typeof DeclaredTotal>>

const declaredTotals = (asOf: string) =>
  jsonListOf(
    declaredTotal,
    sql`d.as_of`,
    sql`from declared_total d, lateral ${tally(sql`d.as_of`)} known
      where d.network_id = n.id and d.as_of <= ${asOf}::date`,
  )

/** What the network says of itself alone, whatever the day. */
export const networkFacts = {
  id: plain(sql`n.id`),
  name: json(sql`n.name`),
  acronym: plain(sql`n.acronym`),
  founded_on: plain(sql`n.founded_on`),
  principles: json(sql`n.principles`),
  supervising_bodies: json(sql`n.supervising_bodies`),
  partner_bodies: json(sql`n.partner_bodies`),
  support_programme: json(sql`n.support_programme`),
}

/** The network as of a day; undefined only before the data is loaded. */
export async function findNetwork(db: Db, asOf: string, fields?: readonly string[]) {
  const shape = {
    ...networkFacts,
    as_of: plain(sql`${asOf}::date`),
    counts: json(sql`(select ${jsonOf(memberCounts.fields)} from ${tally(sql`${asOf}::date`)} known)`),
    declared_totals: json(declaredTotals(asOf)),
    sources: json(sql`n.sources`),
    revision: plain(sql`n.revision`),
    created_at: plain(sql`wire_instant(n.created_at)`),
    updated_at: plain(sql`wire_instant(n.updated_at)`),
  } satisfies ShapeOf<Network>
  return await readOne(
    db,
    { dependsOn: DEPENDS_ON, from: sql`network n`, where: [] },
    { representation: jsonOf(pick(shape, fields)), revision: sql`n.revision` },
  )
}

/** For the journal: the facts, and what was declared. */
export const networkState = group({
  ...networkFacts,
  declared_totals: json(sql`(
    select coalesce(json_agg(to_json(d) order by d.as_of), '[]') from declared_total d where d.network_id = n.id)`),
  sources: json(sql`n.sources`),
})
