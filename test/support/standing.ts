import { sql } from 'kysely'
import type { Service } from './app.ts'

/** What is kept of how commitments stand and is not so, or is so and not kept: nothing, whatever was written. */
export async function misstated({ db }: Pick<Service, 'db'>): Promise<object[]> {
  const { rows } = await sql<object>`
    (table commitment_standing except table commitment_standing_reckoned)
    union all (table commitment_standing_reckoned except table commitment_standing)`.execute(db)
  return rows
}
