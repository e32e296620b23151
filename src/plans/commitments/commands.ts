import { sql } from 'kysely'
import type { Writing } from '../../db/journal.ts'

/**
 * Brings what is kept of how the commitments of a plan stand up to date: after whatever changes its reports, its dates,
 * or the draft that stands for it, under the plan's lock.
 *
 * @param commitment that one alone
 */
export async function restate({ trx }: Writing, plan: string, commitment?: string): Promise<void> {
  const whose = sql`plan_id = ${plan} ${commitment === undefined ? sql`` : sql`and commitment_id = ${commitment}`}`
  await sql`delete from commitment_standing where ${whose}`.execute(trx)
  await sql`insert into commitment_standing select * from commitment_standing_reckoned where ${whose}`.execute(
    trx,
  )
}
