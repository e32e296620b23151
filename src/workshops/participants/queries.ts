import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { group, jsonListOf, jsonOf, plain, type ShapeOf } from '../../db/shape.ts'
import { keptOf } from '../../focal-points/queries.ts'
import type { Participant } from './schema.ts'

const shapeOn = (today: string) =>
  ({
    id: plain(sql`t.id`),
    category: plain(sql`t.category`),
    role: plain(sql`t.role`),
    person: group({
      id: plain(sql`p.id`),
      name: plain(keptOf('name', today)),
      email: plain(keptOf('email', today)),
      legal_basis: plain(sql`p.legal_basis`),
      consent_version: plain(sql`p.consent_version`),
      retention_until: plain(sql`p.retention_until`),
      erased_at: plain(sql`wire_instant(p.erased_at)`),
    }),
    revision: plain(sql`t.revision`),
    created_at: plain(sql`wire_instant(t.created_at)`),
  }) satisfies ShapeOf<Participant>

/** The participants of a workshop, names included, as a JSON array. */
export async function listParticipants(db: Db, workshop: string, today: string): Promise<string> {
  const list = jsonListOf(
    shapeOn(today),
    sql`t.created_at, t.id`,
    sql`from workshop_participant t join person p on p.id = t.person_id where t.workshop_id = ${workshop}`,
  )
  const { rows } = await sql<{ list: string }>`select ${list}::text as list`.execute(db)
  return rows[0]!.list
}

export async function findParticipant(db: Db, workshop: string, id: string, today: string) {
  const { rows } = await sql<{ json: string; revision: number }>`
    select ${jsonOf(shapeOn(today))}::text as json, t.revision
    from workshop_participant t join person p on p.id = t.person_id
    where t.workshop_id = ${workshop} and t.id = ${id}`.execute(db)
  return rows[0]
}
