import { v5 } from 'uuid'
import { transact } from '../../src/db/journal.ts'
import { SYSTEM } from '../../src/domain/actor.ts'
import { stepPlan } from '../../src/plans/commands.ts'
import { decidePlan } from '../../src/plans/decision/commands.ts'
import { lockPlan } from '../../src/plans/lock/commands.ts'
import type { Service } from './app.ts'
import { author } from './journal.ts'
import { PLAN, plantPlan } from './plans.ts'

/** A plan as that of plantPlan, of another commune and programme, which its council has adopted. */
const ADOPTED_PLAN = '6f1c0e6a-6a58-5c1e-9d1b-3f1f5b7f0a02'
/** The id of its commitment `school-bus`. */
export const ADOPTED_COMMITMENT = v5('school-bus', ADOPTED_PLAN)

export async function plantAdoptedPlan(
  service: Pick<Service, 'db'>,
  collectivity = '09.541.01.01',
): Promise<void> {
  await plantPlan(service, collectivity, ADOPTED_PLAN, 'PAL')
  await adoptPlan(service, ADOPTED_PLAN)
}

/** A plan of plantPlan, adopted; its session and its vote do not matter. */
export async function adoptPlan(
  { db }: Pick<Service, 'db'>,
  plan = PLAN,
  days = { validate: '2026-01-26', schedule: '2026-01-26', adopt: '2026-01-28' },
): Promise<void> {
  await transact(db, author, async (writing) => {
    for (const action of ['validate', 'schedule'] as const)
      await stepPlan(writing, SYSTEM, plan, 'any', { action, effective_on: { value: days[action] } })
    const locked = await lockPlan(writing, plan)
    const decision = {
      action: 'adopt',
      on: days.adopt,
      draft: locked.drafts[0]!.number,
      sources: [],
    } as const
    await decidePlan(writing, locked, decision, async () => {})
  })
}
