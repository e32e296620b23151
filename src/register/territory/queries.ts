import { type RawBuilder, sql } from 'kysely'
import type { Listing } from '../../db/listing.ts'
import type { Actor } from '../../domain/actor.ts'
import { readReference } from '../../domain/codes.ts'
import type { Territory } from '../asked.ts'
import { among, mustExist, resolved } from '../queries.ts'

/** Rows of `record_collectivity` of one record, joined with the collectivity, `c`. */
const rowsOf = (type: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  sql`from record_collectivity rc join collectivity c on c.id = rc.collectivity_id
    where rc.type = ${type} and rc.id = ${id}`

/** Whether a record is of one of these places. */
export function isWithin(
  type: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  { region, province, collectivity }: Territory,
): RawBuilder<unknown>[] {
  const exists = (condition: RawBuilder<unknown>) => sql`exists (select ${rowsOf(type, id)} and ${condition})`
  return [
    ...(region ? [exists(among(sql`coalesce(c.region_id, c.id)`, region, 'region'))] : []),
    ...(province
      ? [
          exists(
            sql`(${among(sql`c.id`, province, 'provincial_council')} or ${among(sql`c.province_id`, province, 'provincial_council')})`,
          ),
        ]
      : []),
    ...(collectivity ? [exists(among(sql`c.id`, collectivity))] : []),
  ]
}

/** That the places which were asked for are there. */
export const territoryRequires = ({
  region = [],
  province = [],
  collectivity = [],
}: Territory): NonNullable<Listing['requires']> => [
  ...region.map((asked) => mustExist(asked, 'region')),
  ...province.map((asked) => mustExist(asked, 'provincial_council')),
  ...collectivity.map((asked) => mustExist(asked)),
]

/** The territories of a record, for the journal: its collectivities, and the provinces and regions that they are in. */
export const territoriesOf = (type: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  sql`array(select distinct unnest(array_remove(array[c.id, c.province_id, c.region_id], null)) ${rowsOf(type, id)})`

/** Whether a record is of a collectivity that the caller's credentials name, and whose editors keep it. */
export function isOfCaller(type: RawBuilder<unknown>, id: RawBuilder<unknown>, actor: Actor) {
  const named = actor.collectivities.flatMap((text) => readReference(text) ?? [])
  if (named.length === 0) return sql`false`
  return sql`exists (select ${rowsOf(type, id)} and rc.is_kept
    and c.id in (${sql.join(named.map((one) => resolved(one)))}))`
}
