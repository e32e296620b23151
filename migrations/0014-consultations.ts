import { type Kysely, sql } from 'kysely'

/** Consultations: windows in which a plan, or one draft of it, is put before people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table consultation (
      id                  uuid primary key,
      plan_id             uuid not null references action_plan,
      -- The first gathers ideas; each later one is about a draft.
      round               integer not null check (round between 1 and 20),
      status              text not null default 'announced' check (status in ('announced', 'open', 'closed', 'cancelled')),
      draft_number        integer,
      -- Text in each language: {"ar", "fr", "en", "zgh"}.
      title               json,
      description         json,
      folded              text not null collate "C" generated always as (' ' || fold_text(
        coalesce(title ->> 'ar', '') || ' ' || coalesce(title ->> 'fr', '') || ' ' ||
        coalesce(title ->> 'en', '') || ' ' || coalesce(title ->> 'zgh', '') || ' ' ||
        coalesce(description ->> 'ar', '') || ' ' || coalesce(description ->> 'fr', '') || ' ' ||
        coalesce(description ->> 'en', '') || ' ' || coalesce(description ->> 'zgh', ''))) stored,
      channels            text[] not null,
      -- The first instant at which it is open, and the first at which it is not any more. Where no more than a day, a
      -- month or a year is known, that is kept beside, and the whole of it counts.
      opens_at            timestamptz(3),
      opens_on            date,
      opens_precision     text,
      closes_at           timestamptz(3),
      closes_on           date,
      closes_precision    text,
      -- Unknown sorts before every instant, so that one row comparison pages through all.
      begins_at           timestamptz(3) not null generated always as (
        coalesce(opens_at, timestamptz '0001-01-01 00:00:00+00')) stored,
      -- When it did open here, which a late start makes later than opens_at.
      opened_at           timestamptz(3),
      cancellation_reason text,
      sources             json not null,
      revision            integer not null default 1,
      created_at          timestamptz(3) not null,
      updated_at          timestamptz(3) not null,
      foreign key (plan_id, draft_number) references draft (plan_id, number),
      constraint consultation_draft check ((round = 1) = (draft_number is null)),
      constraint consultation_channels check (cardinality(channels) > 0 and channels <@ array['in_person', 'online_form',
        'email', 'post', 'phone', 'social_media', 'other']),
      constraint consultation_opens_on check (is_partial_date(opens_on, opens_precision)),
      constraint consultation_closes_on check (is_partial_date(closes_on, closes_precision)),
      constraint consultation_window check (closes_at > opens_at and (closes_at is null or opens_at is not null)),
      constraint consultation_opened check (opened_at is not null or status in ('announced', 'cancelled')),
      constraint consultation_cancelled check ((status = 'cancelled') = (cancellation_reason is not null))
    )`.execute(db)
  await sql`create index consultation_of on consultation (plan_id, draft_number)`.execute(db)
  await sql`create index consultation_by_begins_at on consultation (begins_at, id)`.execute(db)
  await sql`create index consultation_by_updated_at on consultation (updated_at, id)`.execute(db)
  await sql`create index consultation_texts on consultation using gin (folded gin_trgm_ops)`.execute(db)
  // What the clock has yet to move.
  await sql`create index consultation_to_open on consultation (opens_at) where status = 'announced'`.execute(
    db,
  )
  await sql`create index consultation_to_close on consultation (closes_at) where status = 'open'`.execute(db)
}
