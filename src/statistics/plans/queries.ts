import { type RawBuilder, sql } from 'kysely'
import { stayOn } from '../../plans/queries.ts'
import type { Facts } from '../facts.ts'
import { collectivitiesOfPlan, placesOf } from '../places/queries.ts'

/** Days of an ordinary session after its first: organic laws 111-14 art. 37, 112-14 art. 35, 113-14 art. 34. */
const DAYS_AFTER_THE_FIRST = 14

/** The last day of the session that was announced. */
const term = sql`(period_last_day(s.opens_on, s.opens_precision)
  + case s.opens_precision when 'day' then ${sql.lit(DAYS_AFTER_THE_FIRST)} else 0 end)`
const timeliness = sql`case
  when s.opens_on is null then 'unknown'
  when s.decided_on <= asked.day then case when s.decided_on <= ${term} then 'on_time' else 'late' end
  when ${term} < asked.day then 'overdue' else 'pending' end`

const sessions = (value: RawBuilder<unknown>): Facts => ({
  from: sql`approval_session s join collectivity c on c.id = s.collectivity_id`,
  where: [sql`s.status <> 'cancelled'`, sql`(s.opens_on <= asked.day or s.decided_on <= asked.day)`],
  dimensions: {
    ...placesOf('c'),
    timeliness,
    kind: sql`s.kind`,
    outcome: sql`case when s.decided_on <= asked.day then s.outcome end`,
  },
  value,
})

export const PLAN_FACTS: Readonly<Record<string, Facts>> = {
  plans: {
    from: sql`action_plan p ${stayOn(sql`asked.day`)}`,
    where: [],
    dimensions: { plan_status: sql`stay.status` },
    collectivities: collectivitiesOfPlan('p.id'),
    value: sql`count(*)`,
  },
  plan_days: {
    from: sql`action_plan p join action_plan_stay stay on stay.plan_id = p.id`,
    where: [sql`stay.since <= asked.day`, sql`stay.until is distinct from stay.since`],
    dimensions: { plan_status: sql`stay.status` },
    collectivities: collectivitiesOfPlan('p.id'),
    value: sql`coalesce(sum(least(stay.until, asked.day + 1) - stay.since), 0)::bigint`,
    denominator: sql`count(distinct p.id)`,
  },
  approval_sessions: sessions(sql`count(*)`),
  approval_sessions_on_time: {
    ...sessions(sql`count(*) filter (where ${timeliness} = 'on_time')`),
    denominator: sql`count(*)`,
  },
}
