import { type Kysely, sql } from 'kysely'

/** Meetings and workshops: when and where, who spoke, what came of it, how many came. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table workshop (
      id                    uuid primary key,
      kind                  text not null check (kind in (
        'communication_meeting', 'training', 'co_creation', 'consultation', 'committee')),
      status                text not null check (status in ('planned', 'held', 'cancelled')),
      status_reason         text,
      plan_id               uuid references action_plan,
      mode                  text check (mode in ('in_person', 'remote', 'hybrid')),
      -- Texts in each language: {"ar", "fr", "en", "zgh"}.
      title                 json,
      subject               json,
      audience              json,
      programme             json,
      title_folded          text not null collate "C" generated always as (fold_text(
        coalesce(title ->> 'ar', '') || ' ' || coalesce(title ->> 'fr', '') || ' ' || coalesce(title ->> 'en', '') || ' '
        || coalesce(title ->> 'zgh', '') || ' ' || coalesce(subject ->> 'ar', '') || ' '
        || coalesce(subject ->> 'fr', '') || ' ' || coalesce(subject ->> 'en', '') || ' '
        || coalesce(subject ->> 'zgh', ''))) stored,
      held_on               date,
      held_precision        text,
      -- Unknown sorts before every day, so that one row comparison pages through all.
      sorted_on             date not null generated always as (coalesce(held_on, date '0001-01-01')) stored,
      part_of_day           text check (part_of_day in ('morning', 'afternoon', 'evening', 'whole_day')),
      -- Hours of the clock in the zone: an offset would change with Ramadan.
      starts_at             time(0),
      ends_at               time(0),
      time_zone             text not null,
      place_collectivity_id uuid references collectivity,
      venue                 json,
      room                  json,
      address               json,
      longitude             double precision,
      latitude              double precision,
      capacity              integer check (capacity > 0),
      link                  text,
      host_collectivity_id  uuid references collectivity,
      host_name             json,
      -- Names of those who act in a public function; all others are in person (law 09-08).
      chair                 json,
      officials             json not null,
      agenda                json not null,
      breakout_groups       json not null,
      -- What of the attendance is public: made when it is written, and never anew.
      public_attendance     json,
      sources               json not null,
      revision              integer not null default 1,
      created_at            timestamptz(3) not null,
      updated_at            timestamptz(3) not null,
      constraint workshop_held_on check (is_partial_date(held_on, held_precision)),
      constraint workshop_hours check (ends_at > starts_at),
      constraint workshop_point check ((longitude is null) = (latitude is null)),
      constraint workshop_cancelled check (status <> 'cancelled' or status_reason is not null)
    )`.execute(db)
  await sql`create index workshop_by_day on workshop (sorted_on, id)`.execute(db)
  await sql`create index workshop_by_updated_at on workshop (updated_at, id)`.execute(db)
  await sql`create index workshop_of_plan on workshop (plan_id)`.execute(db)
  await sql`create index workshop_at on workshop (place_collectivity_id)`.execute(db)
  await sql`create index workshop_hosted_by on workshop (host_collectivity_id)`.execute(db)
  await sql`create index workshop_titles on workshop using gin (title_folded gin_trgm_ops)`.execute(db)
  await sql`
    create table workshop_collectivity (
      workshop_id     uuid not null references workshop on delete cascade,
      collectivity_id uuid not null references collectivity,
      ordinal         integer not null,
      primary key (workshop_id, collectivity_id)
    )`.execute(db)
  await sql`create index workshop_collectivity_of on workshop_collectivity (collectivity_id, workshop_id)`.execute(
    db,
  )
  await sql`
    -- The numbers as they are: for those who keep the workshop alone.
    create table workshop_attendance (
      id          uuid primary key,
      workshop_id uuid not null unique references workshop on delete cascade,
      cells       json not null,
      revision    integer not null default 1,
      created_at  timestamptz(3) not null,
      updated_at  timestamptz(3) not null
    )`.execute(db)
  await sql`alter table person add column consent_version text`.execute(db)
  await sql`
    create table workshop_participant (
      id          uuid primary key,
      workshop_id uuid not null references workshop on delete cascade,
      person_id   uuid not null references person,
      category    text not null check (category in ('elected', 'civil_society', 'staff', 'consultative_body', 'other')),
      role        text not null check (role in ('participant', 'facilitator', 'rapporteur')),
      revision    integer not null default 1,
      created_at  timestamptz(3) not null,
      updated_at  timestamptz(3) not null
    )`.execute(db)
  await sql`create index workshop_participant_of on workshop_participant (workshop_id)`.execute(db)
  await sql`create index workshop_participant_person on workshop_participant (person_id)`.execute(db)
  await sql`
    create or replace view record_collectivity (type, id, collectivity_id) as
    select c.type, c.id, c.id from collectivity c
    union all select 'member', m.id, m.collectivity_id from member m
    union all select 'action_plan', p.plan_id, p.collectivity_id from action_plan_collectivity p
    union all select 'network', n.id, null::uuid from network n
    union all select 'workshop', w.id, s.collectivity_id
      from workshop w left join workshop_collectivity s on s.workshop_id = w.id`.execute(db)
}
