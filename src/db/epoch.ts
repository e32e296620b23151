import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Where the journal of a server stands; undefined when it is not migrated. */
export async function standing(db: Db): Promise<{ epoch: string; number: number } | undefined> {
  const { rows } = await sql<{ epoch: string; number: number }>`
    select epoch, (select coalesce(max(position), 0) from journal_transaction) as number
    from installation`.execute(db)
  return rows[0]
}

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
