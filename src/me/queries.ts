import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { jsonListOf } from '../db/shape.ts'
import { readReference } from '../domain/codes.ts'
import { reference, resolved } from '../register/queries.ts'

/** References to the collectivities that these ids or codes stand for. */
export async function findReferences(db: Db, texts: readonly string[]): Promise<object[]> {
  const ids = texts.flatMap((text) => readReference(text) ?? []).map((one) => resolved(one))
  if (ids.length === 0) return []
  const list = jsonListOf(
    reference('c'),
    sql`c.hcp_code`,
    sql`from collectivity c where c.id in (${sql.join(ids)})`,
  )
  const { rows } = await sql<{ list: object[] }>`select ${list} as list`.execute(db)
  return rows[0]!.list
}
