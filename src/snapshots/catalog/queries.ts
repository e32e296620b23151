import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { group, json, jsonOf, plain } from '../../db/shape.ts'
import { snapshotShape } from '../queries.ts'
import type { Facts } from './dcat.ts'

/** What the catalogue tells besides what it lists; undefined only before the data is loaded. */
export async function findCatalogued(
  db: Db,
  publicUrl: string,
): Promise<(Facts & { revision: number }) | undefined> {
  const snapshot = snapshotShape(publicUrl)
  const stated = jsonOf({
    revision: plain(sql`n.revision`),
    network: group({ name: json(sql`n.name`), acronym: plain(sql`n.acronym`) }),
    snapshot: json(sql`(select ${jsonOf(snapshot)} from snapshot s
      where s.made_at is not null and s.epoch = (select epoch from installation)
      order by s.position desc limit 1)`),
    vintage: json(sql`(select ${jsonOf({ day: plain(sql`v.day`), ...snapshot })}
      from export_vintage v join snapshot s on s.id = v.snapshot_id and s.made_at is not null
      order by v.day desc limit 1)`),
  })
  const { rows } = await sql<{ json: string }>`select ${stated}::text as json from network n`.execute(db)
  return rows[0] && JSON.parse(rows[0].json)
}
