import { type Kysely, sql } from 'kysely'

/** Action plans: whose they are, their cycle, and how they have come to where they stand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table action_plan (
      id                  uuid primary key,
      -- Text in each language, like all the texts of a plan: {"ar", "fr", "en", "zgh"}.
      title               json,
      title_folded        text not null collate "C" generated always as (' ' || fold_text(
        coalesce(title ->> 'ar', '') || ' ' || coalesce(title ->> 'fr', '') || ' ' ||
        coalesce(title ->> 'en', '') || ' ' || coalesce(title ->> 'zgh', ''))) stored,
      status              text not null default 'drafting' check (status in ('drafting', 'consulting', 'validated',
        'scheduled', 'adopted', 'rejected', 'implementing', 'evaluated', 'closed', 'withdrawn')),
      starts_on           date,
      starts_precision    text,
      ends_on             date,
      ends_precision      text,
      -- Unknown sorts before every day, so that one row comparison pages through all.
      begins_on           date not null generated always as (coalesce(starts_on, date '0001-01-01')) stored,
      programme           json,
      follow_up_committee json,
      phases              json not null default '[]',
      -- The draft that stands for the plan in public: the adopted one, else the last that was published.
      public_draft        integer,
      validated_draft     integer,
      adopted_draft       integer,
      sources             json not null,
      revision            integer not null default 1,
      created_at          timestamptz(3) not null,
      updated_at          timestamptz(3) not null,
      constraint action_plan_starts_on check (is_partial_date(starts_on, starts_precision)),
      constraint action_plan_ends_on check (is_partial_date(ends_on, ends_precision)),
      constraint action_plan_cycle check (period_last_day(ends_on, ends_precision) >= starts_on)
    )`.execute(db)
  await sql`create index action_plan_by_begins_on on action_plan (begins_on, id)`.execute(db)
  await sql`create index action_plan_by_updated_at on action_plan (updated_at, id)`.execute(db)
  await sql`create index action_plan_titles on action_plan using gin (title_folded gin_trgm_ops)`.execute(db)

  await sql`
    create table action_plan_collectivity (
      plan_id         uuid not null references action_plan on delete cascade,
      collectivity_id uuid not null references collectivity,
      ordinal         integer not null,
      -- Whether the editors of this collectivity edit the plan.
      may_edit        boolean not null,
      primary key (plan_id, collectivity_id)
    )`.execute(db)
  await sql`create index action_plan_of on action_plan_collectivity (collectivity_id, plan_id)`.execute(db)

  await sql`
    -- The life of a plan, in order: what it became, from when, and what says so.
    create table action_plan_transition (
      plan_id             uuid not null references action_plan on delete cascade,
      ordinal             integer not null,
      action              text not null check (action in ('open_consultation', 'close_consultation', 'publish_draft',
        'validate', 'reopen', 'schedule', 'unschedule', 'adopt', 'reject', 'defer', 'redraft', 'withdraw',
        'start_implementation', 'evaluate', 'close')),
      from_status         text not null,
      to_status           text not null,
      effective_on        date not null,
      effective_precision text not null,
      -- The draft that it is about.
      draft_number        integer,
      reason              text,
      sources             json not null,
      primary key (plan_id, ordinal),
      constraint action_plan_transition_effective_on check (is_partial_date(effective_on, effective_precision))
    )`.execute(db)
}
