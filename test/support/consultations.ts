import { v7 } from 'uuid'
import { announceConsultation } from '../../src/consultations/commands.ts'
import type { NewConsultation } from '../../src/consultations/schema.ts'
import { transact } from '../../src/db/journal.ts'
import { SYSTEM } from '../../src/domain/actor.ts'
import { createPlan } from '../../src/plans/commands.ts'
import { editDraft } from '../../src/plans/drafts/commands.ts'
import { NOW, type Service } from './app.ts'
import { author } from './journal.ts'

const SOURCES = [{ title: 'Exemple' }]
const AXES = [{ key: 'digital', title: { fr: 'Digitalisation' }, principles: ['digitalisation' as const] }]

/** A clock that a test moves. */
export function movable(start = NOW): { clock: () => Date; to: (instant: string) => void } {
  let now = start
  return {
    clock: () => now,
    to: (instant) => {
      now = new Date(instant)
    },
  }
}

/** A plan in drafting, whose first draft is open, has one axis and is not public. @returns its id */
export async function draftedPlan(
  { db }: Pick<Service, 'db'>,
  collectivity = '09.541.01.13',
): Promise<string> {
  return await transact(db, author, async (writing) => {
    const plan = await createPlan(
      writing,
      SYSTEM,
      { collectivities: [{ collectivity }], sources: SOURCES },
      v7(),
    )
    await editDraft(writing, SYSTEM, plan, 1, 'any', () => ({ axes: AXES }))
    return plan
  })
}

export const consultationOf = (plan: string, more: Partial<NewConsultation> = {}): NewConsultation => ({
  plan_id: plan,
  round: 1,
  channels: ['online_form', 'in_person'],
  sources: SOURCES,
  ...more,
})

/** As somebody would announce it at an instant. @returns its id */
export async function announced(
  { db }: Pick<Service, 'db'>,
  consultation: NewConsultation,
  at = NOW,
): Promise<string> {
  return await transact(db, { ...author, at }, (writing) =>
    announceConsultation(writing, SYSTEM, consultation),
  )
}
