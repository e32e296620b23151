import { type Kysely, sql } from 'kysely'

/** What becomes of commitments: what their members report, what others find, and from when on a plan is followed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The last day of the year, month or day that a text names.
    create function partial_date_last_day(text_ text) returns date
    language sql immutable strict parallel safe
    return case length(text_)
      when 4 then make_date(text_::int, 12, 31)
      when 7 then (make_date(left(text_, 4)::int, substr(text_, 6, 2)::int, 1) + interval '1 month' - interval '1 day')::date
      else make_date(left(text_, 4)::int, substr(text_, 6, 2)::int, right(text_, 2)::int) end`.execute(db)
  await sql`
    -- When the next of these milestones is due of which nothing says that it is done: \`done\` is {key: date}.
    create function next_milestone_due(milestones json, done json) returns date
    language sql immutable strict parallel safe
    return (select min(partial_date_last_day(m -> 'due_on' ->> 'value')) from json_array_elements(milestones) m
      where done -> (m ->> 'key') is null)`.execute(db)
  await sql`
    alter table commitment
      -- The day by which the first milestone is to be done; null where none is dated.
      add first_due date generated always as (
        next_milestone_due(milestones, '{}')) stored,
      add lead_folded text not null collate "C" generated always as (' ' || fold_text(
        coalesce(lead_institution -> 'name' ->> 'ar', '') || ' ' || coalesce(lead_institution -> 'name' ->> 'fr', '')
        || ' ' || coalesce(lead_institution -> 'name' ->> 'en', '')
        || ' ' || coalesce(lead_institution -> 'name' ->> 'zgh', ''))) stored`.execute(db)
  await sql`create index commitment_current_lead on commitment using gin (lead_folded gin_trgm_ops)
    where is_current`.execute(db)

  await sql`
    alter table action_plan
      -- The plan of the cycle before.
      add previous_plan uuid references action_plan,
      -- The day on which it is certain that the plan was adopted, and that what it promises was begun.
      add adopted_since date,
      add implementing_since date`.execute(db)
  await sql`create index action_plan_of_cycle_before on action_plan (previous_plan)`.execute(db)
  await sql`alter table action_plan_transition add documents uuid[] not null default '{}'`.execute(db)

  await sql`
    create table progress_report (
      id                  uuid primary key,
      commitment_id       uuid not null references commitment_identity,
      reported_on         date not null,
      reported_precision  text not null,
      period              json,
      stage               text not null check (stage in ('not_started', 'started', 'substantial', 'completed')),
      percentage          integer check (percentage between 0 and 100),
      text                json,
      -- What was done by then: [{"key", "done_on"}].
      milestones          json not null,
      evidence            uuid[] not null,
      sources             json not null,
      withdrawn_at        timestamptz(3),
      withdrawal_reason   text,
      -- The day from which it is certain, and the day from which a later one stands in its place.
      known_on            date not null generated always as (period_last_day(reported_on, reported_precision)) stored,
      superseded_on       date not null default 'infinity',
      -- By this report and all before it, what was done of the milestones ({key: date}); by the draft in force, when the
      -- next of them is due.
      done                json not null default '{}',
      next_due            date,
      revision            integer not null default 1,
      created_at          timestamptz(3) not null,
      updated_at          timestamptz(3) not null,
      constraint progress_report_reported_on check (is_partial_date(reported_on, reported_precision)),
      constraint progress_report_withdrawn check ((withdrawn_at is null) = (withdrawal_reason is null)),
      constraint progress_report_percentage check (percentage is null
        or (stage = 'completed') = (percentage = 100) and (stage = 'not_started') = (percentage = 0))
    )`.execute(db)
  await sql`
    -- By others than the member, on the scale of the Open Government Partnership.
    create table assessment (
      id                  uuid primary key,
      commitment_id       uuid not null references commitment_identity,
      assessed_on         date not null,
      assessed_precision  text not null,
      completion          text not null check (completion in ('no_evidence_available', 'not_started', 'limited',
        'substantial', 'complete')),
      -- An organisation: {"name"}.
      assessor            json not null,
      method              json,
      text                json,
      evidence            uuid[] not null,
      sources             json not null,
      withdrawn_at        timestamptz(3),
      withdrawal_reason   text,
      known_on            date not null generated always as (period_last_day(assessed_on, assessed_precision)) stored,
      superseded_on       date not null default 'infinity',
      revision            integer not null default 1,
      created_at          timestamptz(3) not null,
      updated_at          timestamptz(3) not null,
      constraint assessment_assessed_on check (is_partial_date(assessed_on, assessed_precision)),
      constraint assessment_withdrawn check ((withdrawn_at is null) = (withdrawal_reason is null))
    )`.execute(db)
  for (const table of ['progress_report', 'assessment'])
    await sql`create index ${sql.ref(`${table}_of`)} on ${sql.table(table)} (commitment_id, known_on)`.execute(
      db,
    )

  const { rows } = await sql<{ text: string }>`
    select pg_get_viewdef('record_collectivity'::regclass) as text`.execute(db)
  // An assessment is nobody's own: else its documents were for those to keep whom it is about.
  await sql`
    create or replace view record_collectivity (type, id, collectivity_id) as
    ${sql.raw(rows[0]!.text.replace(/;\s*$/, ''))}
    union all select 'progress_report', r.id, p.collectivity_id
      from progress_report r join commitment_identity i on i.id = r.commitment_id
        join action_plan_collectivity p on p.plan_id = i.plan_id and p.may_edit
    union all select 'assessment', a.id, null::uuid from assessment a`.execute(db)
}
