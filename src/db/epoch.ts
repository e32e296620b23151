import { sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * Makes every position that was given out so far one of another installation: after a restore from a backup, the
 * same numbers come to stand for other changes. Processes that run need not be told.
 *
 * @returns the new epoch
 */
export async function renewEpoch(db: Db): Promise<string> {
  const { rows } = await sql<{ epoch: string }>`
    update installation set epoch = (
      select string_agg(substr('abcdefghjkmnpqrstuvwxyz23456789', 1 + floor(random() * 31)::int, 1), '')
      from generate_series(1, 6))
    returning epoch`.execute(db)
  if (rows[0] === undefined) throw new Error('the database has no installation: it is not migrated')
  return rows[0].epoch
}
