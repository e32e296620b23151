import { recordedConsultation } from '../../consultations/clock/commands.ts'
import type { Writing } from '../../db/journal.ts'
import { withDocuments } from '../../documents/commands.ts'
import { recordedContribution } from '../commands.ts'

/** Does work that may bring a plan to other territories: its consultations, what was said in them and all documents go along. */
export async function alongWithPlan(
  writing: Writing,
  plan: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const { trx } = writing
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  const consultations = ids(
    await trx.selectFrom('consultation').select('id').where('plan_id', '=', plan).execute(),
  )
  const contributions =
    consultations.length === 0
      ? []
      : ids(
          await trx
            .selectFrom('contribution')
            .select('id')
            .where('consultation_id', 'in', consultations)
            .execute(),
        )
  await writing.change(recordedConsultation, consultations, () =>
    writing.change(recordedContribution, contributions, () =>
      withDocuments(writing, [plan, ...consultations], work),
    ),
  )
}
