import { type Kysely, sql } from 'kysely'

/** In which status a plan was, from which day to which: the steps of its life, as days. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A step is certain once its date is past, or that of one after it. Before the first, a plan is in drafting from the
    -- day on which it was recorded.
    create view action_plan_stay (plan_id, status, since, until) as
    select plan_id, status, since, lead(since) over (partition by plan_id order by ordinal)
    from (
      select p.id as plan_id, 0 as ordinal, 'drafting' as status, least(
        (p.created_at at time zone 'Africa/Casablanca')::date, (
          select min(period_last_day(t.effective_on, t.effective_precision)) from action_plan_transition t
          where t.plan_id = p.id and t.from_status <> t.to_status)) as since
      from action_plan p
      union all
      select plan_id, ordinal, to_status, min(period_last_day(effective_on, effective_precision))
        over (partition by plan_id order by ordinal desc)
      from action_plan_transition where from_status <> to_status
    ) step`.execute(db)
}
