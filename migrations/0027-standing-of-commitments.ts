import { type Kysely, sql } from 'kysely'

/** How each commitment stands, from day to day: kept, so that what is late or silent is found among many. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Of each commitment of the drafts that stand for their plans: what each report makes of it while it is the last, and
    -- what it is before any. On every day one row of each is true. The ranges are the days on which something is so of
    -- it, by docs/adr/0015; \`silence\` begins with the day since when nothing was heard.
    create view commitment_standing_reckoned (commitment_id, plan_id, ordinal, report_id, stage, during, next_due, silence,
      overdue, at_risk) as
    select told.commitment_id, told.plan_id, told.ordinal, told.report_id, told.stage, told.during, due.next_due,
      told.during * daterange(told.silent_since, null),
      case when due.next_due is not null then
        nullif(told.during * daterange(greatest(due.next_due + 1, told.adopted_since), null), 'empty') end,
      case when due.next_due is not null and told.silent_since is not null then
        nullif(told.during * daterange(null, due.next_due, '[]')
          * daterange(greatest(due.next_due - 60, told.silent_since + 90, told.adopted_since), null), 'empty') end
    from (
      select c.id as commitment_id, c.plan_id, c.ordinal, r.id as report_id, r.stage,
        daterange(r.known_on, nullif(r.superseded_on, 'infinity')) as during, r.known_on as silent_since,
        r.next_due as milestone_due, p.adopted_since, period_last_day(p.ends_on, p.ends_precision) as ends
      from commitment c join action_plan p on p.id = c.plan_id join progress_report r on r.commitment_id = c.id
      where c.is_current and r.withdrawn_at is null and r.known_on < r.superseded_on
      union all
      select c.id, c.plan_id, c.ordinal, null, 'unreported', daterange(null, (
          select min(r.known_on) from progress_report r where r.commitment_id = c.id and r.withdrawn_at is null
        )), p.implementing_since, c.first_due, p.adopted_since, period_last_day(p.ends_on, p.ends_precision)
      from commitment c join action_plan p on p.id = c.plan_id
      where c.is_current
    ) told cross join lateral (
      select case when told.adopted_since is not null and told.stage <> 'completed'
        then least(told.milestone_due, told.ends) end as next_due
    ) due`.execute(db)
  await sql`
    -- The same, kept: see src/plans/commitments/commands.ts.
    create table commitment_standing (
      commitment_id uuid not null references commitment_identity on delete cascade,
      plan_id       uuid not null,
      ordinal       integer not null,
      report_id     uuid,
      stage         text not null,
      during        daterange not null,
      next_due      date,
      silence       daterange,
      overdue       daterange,
      at_risk       daterange,
      primary key (commitment_id, during)
    )`.execute(db)
  await sql`insert into commitment_standing select * from commitment_standing_reckoned`.execute(db)
  await sql`create index commitment_standing_of on commitment_standing (plan_id, ordinal, commitment_id)`.execute(
    db,
  )
  await sql`create index commitment_standing_stage on commitment_standing (stage)`.execute(db)
  for (const days of ['silence', 'overdue', 'at_risk'])
    await sql`create index ${sql.ref(`commitment_standing_${days}`)} on commitment_standing using spgist (${sql.ref(days)})
      where ${sql.ref(days)} is not null`.execute(db)
  await sql`create index assessment_completion on assessment (completion) where withdrawn_at is null`.execute(
    db,
  )
}
