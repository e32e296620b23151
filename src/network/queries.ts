import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { readOne } from '../db/listing.ts'
import { group, json, jsonOf, pick, plain, type ShapeOf } from '../db/shape.ts'
import { membership } from '../register/queries.ts'
import type { Network } from './schema.ts'

export const DEPENDS_ON = ['network', 'region', 'provincial_council', 'commune', 'member'] as const

/** Members of each type at the end of `day`: one row, a column for each type and certainty. */
function tally(day: RawBuilder<unknown>): RawBuilder<unknown> {
  const { status, certainty } = membership(day)
  const pair = (type: RawBuilder<unknown>) => sql`json_build_object(
    'certain', count(*) filter (where ${type} and certainty = 'certain'),
    'possible', count(*) filter (where ${type} and certainty = 'possible'))`
  return sql`(
    select json_build_object(
      'regions', ${pair(sql`type = 'region'`)},
      'provincial_councils', ${pair(sql`type = 'provincial_council'`)},
      'communes', ${pair(sql`type = 'commune'`)},
      'total', ${pair(sql`true`)}) as counts
    from (
      select c.type, ${certainty.value} as certainty
      from member m join collectivity c on c.id = m.collectivity_id
      where m.joined_on <= ${day} and ${status.value} = 'active'
    ) standing
  )`
}

const TYPES = ['regions', 'provincial_councils', 'communes', 'total'] as const
const eachType = (value: (type: string) => RawBuilder<unknown>) =>
  sql`json_build_object(${sql.join(TYPES.flatMap((type) => [sql.lit(type), value(type)]))})`
const certain = (type: string) => sql`(known.counts -> ${sql.lit(type)} ->> 'certain')::int`
const partsSum = sql`(d.regions + d.provincial_councils + d.communes)`

const declaredTotals = (asOf: string) => sql`(
  select coalesce(json_agg(json_build_object(
    'as_of', d.as_of,
    'declared', ${eachType((type) => sql.ref(`d.${type}`))},
    'parts_sum', ${partsSum},
    'parts_add_up', ${partsSum} = d.total,
    'known', known.counts,
    'unknown', ${eachType((type) => sql`${sql.ref(`d.${type}`)} - ${certain(type)}`)},
    'agrees', ${sql.join(
      TYPES.map((type) => sql`${sql.ref(`d.${type}`)} = ${certain(type)}`),
      sql` and `,
    )},
    'contradictions', d.contradictions,
    'sources', d.sources) order by d.as_of), '[]')
  from declared_total d, lateral ${tally(sql`d.as_of`)} known
  where d.network_id = n.id and d.as_of <= ${asOf}::date)`

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
    counts: json(sql`(select counts from ${tally(sql`${asOf}::date`)} as_of_day)`),
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
