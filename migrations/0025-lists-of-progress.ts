import { type Kysely, sql } from 'kysely'

/** Reports and assessments of all commitments, by their day and by their last change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['progress_report', 'assessment'])
    for (const column of ['known_on', 'updated_at'])
      await sql`create index ${sql.ref(`${table}_by_${column}`)} on ${sql.table(table)} (${sql.ref(column)}, id)`.execute(
        db,
      )
}
