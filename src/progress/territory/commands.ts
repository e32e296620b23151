import { type RawBuilder, sql } from 'kysely'
import { recordedConsultation } from '../../consultations/clock/commands.ts'
import { recordedContribution } from '../../contributions/commands.ts'
import type { Recorded, Writing } from '../../db/journal.ts'
import { withDocuments } from '../../documents/commands.ts'
import { recordedTold } from '../commands.ts'

/** Does work that may bring a plan to other territories: what hangs on it goes along, and the documents of all that. */
export async function alongWithPlan(
  writing: Writing,
  plan: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const whose = sql`in (select id from commitment_identity where plan_id = ${plan})`
  const consulted = sql`in (select id from consultation where plan_id = ${plan})`
  const along: readonly (readonly [Recorded, RawBuilder<unknown>])[] = [
    [recordedConsultation, sql`consultation where plan_id = ${plan}`],
    [recordedContribution, sql`contribution where consultation_id ${consulted}`],
    [recordedTold.progress_report, sql`progress_report where commitment_id ${whose}`],
    [recordedTold.assessment, sql`assessment where commitment_id ${whose}`],
  ]
  const owners = [plan]
  let all: () => Promise<unknown> = () => withDocuments(writing, owners, work)
  for (const [recorded, from] of along) {
    const { rows } = await sql<{ id: string }>`select id from ${from} order by id`.execute(writing.trx)
    const ids = rows.map(({ id }) => id)
    owners.push(...ids)
    const inner = all
    all = () => writing.change(recorded, ids, inner)
  }
  await all()
}
