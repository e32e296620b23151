import { type RawBuilder, sql } from 'kysely'
import { overdue, standing } from '../../plans/commitments/queries.ts'
import type { Facts } from '../facts.ts'
import { collectivitiesOfPlan } from '../places/queries.ts'

const commitments = (value: RawBuilder<unknown>): Facts => ({
  from: sql`commitment c join action_plan p on p.id = c.plan_id ${standing}`,
  where: [sql`c.is_current`],
  dimensions: {
    completion: sql`s.stage`,
    overdue,
    plan_status: sql`p.status`,
  },
  several: { principle: sql`c.principles` },
  collectivities: collectivitiesOfPlan('p.id'),
  value,
})

const part = (condition: RawBuilder<unknown>): Facts => ({
  ...commitments(sql`count(*) filter (where ${condition})`),
  denominator: sql`count(*)`,
})

export const COMMITMENT_FACTS: Readonly<Record<string, Facts>> = {
  commitments: commitments(sql`count(*)`),
  commitments_completed: part(sql`s.stage = 'completed'`),
  commitments_overdue: part(overdue),
}
