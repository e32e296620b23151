import { type Kysely, sql } from 'kysely'

/** What is wrong with a row is told in the language of whoever reads it, not of whoever sent it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table member_import drop column language`.execute(db)
}
