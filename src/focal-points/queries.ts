import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { group, jsonListOf, jsonOf, plain, type ShapeOf } from '../db/shape.ts'
import type { FocalPoint } from '../members/schema.ts'
import { partialDate } from '../register/queries.ts'

/** What is known of the person `p`, until the end of the last day, whether or not it has been erased yet. */
export const keptOf = (column: 'name' | 'email', today: string, person = 'p') =>
  sql`case when ${sql.ref(`${person}.retention_until`)} >= ${today}::date then ${sql.ref(`${person}.${column}`)} end`

const shapeOn = (today: string) =>
  ({
    id: plain(sql`f.id`),
    function: plain(sql`f.function`),
    since: partialDate('f.since_on', 'f.since_precision'),
    until: partialDate('f.until_on', 'f.until_precision'),
    person: group({
      id: plain(sql`p.id`),
      name: plain(keptOf('name', today)),
      email: plain(keptOf('email', today)),
      legal_basis: plain(sql`p.legal_basis`),
      retention_until: plain(sql`p.retention_until`),
      erased_at: plain(sql`wire_instant(p.erased_at)`),
    }),
  }) satisfies ShapeOf<FocalPoint>

/** The focal points of a member, names included, as a JSON array. */
export async function listFocalPoints(db: Db, member: string, today: string): Promise<string> {
  const list = jsonListOf(
    shapeOn(today),
    sql`f.since_on nulls first, f.id`,
    sql`from focal_point f join person p on p.id = f.person_id where f.member_id = ${member}`,
  )
  const { rows } = await sql<{ list: string }>`select ${list}::text as list`.execute(db)
  return rows[0]!.list
}

export async function findFocalPoint(
  db: Db,
  member: string,
  id: string,
  today: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ json: string }>`
    select ${jsonOf(shapeOn(today))}::text as json from focal_point f join person p on p.id = f.person_id
    where f.member_id = ${member} and f.id = ${id}`.execute(db)
  return rows[0]?.json
}
