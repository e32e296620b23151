import { type Kysely, sql } from 'kysely'

/** The network and the episodes of membership in it. Counts are never stored: they are computed as of a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member (
      id                  uuid primary key,
      collectivity_id     uuid not null references collectivity,
      wave                integer check (wave > 0),
      applied_on          date,
      applied_precision   text,
      -- What the transitions say, kept beside them to sort and to filter by.
      joined_on           date,
      joined_precision    text,
      left_on             date,
      left_precision      text,
      evidence            json,
      consultative_bodies json not null default '[]',
      follow_up_committee json,
      sources             json not null,
      revision            integer not null default 1,
      created_at          timestamptz(3) not null,
      updated_at          timestamptz(3) not null,
      -- The first day on which the episode can have begun; unknown for a candidate without a date.
      begun_on            date not null generated always as (
        coalesce(least(applied_on, joined_on), date '0001-01-01')) stored,
      constraint member_applied_on check (is_partial_date(applied_on, applied_precision)),
      constraint member_joined_on check (is_partial_date(joined_on, joined_precision)),
      constraint member_left_on check (is_partial_date(left_on, left_precision))
    )`.execute(db)
  await sql`create unique index member_one_open on member (collectivity_id) where left_on is null`.execute(db)
  await sql`create index member_of on member (collectivity_id, begun_on)`.execute(db)
  await sql`create index member_by_begun_on on member (begun_on, id)`.execute(db)
  await sql`create index member_by_updated_at on member (updated_at, id)`.execute(db)
  await sql`
    -- The life of an episode, in order: what it became, from when, and what shows it.
    create table member_transition (
      member_id           uuid not null references member on delete cascade,
      ordinal             integer not null,
      action              text not null check (action in ('admit', 'suspend', 'reinstate', 'withdraw')),
      from_status         text not null check (from_status in ('candidate', 'active', 'suspended')),
      to_status           text not null check (to_status in ('active', 'suspended', 'withdrawn')),
      effective_on        date not null,
      effective_precision text not null,
      evidence            json,
      sources             json not null,
      reason              text,
      primary key (member_id, ordinal),
      constraint member_transition_effective_on check (is_partial_date(effective_on, effective_precision))
    )`.execute(db)
  await sql`
    create table member_identifier (
      member_id uuid not null references member on delete cascade,
      scheme    text not null collate "C",
      value     text not null collate "C",
      primary key (scheme, value),
      constraint member_identifier_scheme check (scheme ~ '^[a-z][a-z0-9-]{0,39}$')
    )`.execute(db)
  await sql`create index member_identifier_of on member_identifier (member_id)`.execute(db)
  await sql`
    -- Where an episode stands at the end of a day. Possible, not certain, while the period of the last date that
    -- has begun is not past; then it may still be what it was before.
    create function member_standing(of_member uuid, day date)
    returns table (status text, certainty text, may_be_active boolean)
    language sql stable parallel safe as $$
      select coalesce(latest.to_status, 'candidate'),
        case when latest.last_day > day then 'possible' else 'certain' end,
        coalesce(latest.to_status = 'active' or (latest.last_day > day and latest.from_status = 'active'), false)
      from (select 1) one
      left join lateral (
        select to_status, from_status, period_last_day(effective_on, effective_precision) as last_day
        from member_transition
        where member_id = of_member and effective_on <= day
        order by ordinal desc limit 1
      ) latest on true
    $$`.execute(db)

  await sql`
    -- The one table of personal data: everything else holds the id. Erasing is one update here.
    create table person (
      id              uuid primary key,
      name            text,
      email           text,
      legal_basis     text not null,
      retention_until date not null,
      revision        integer not null default 1,
      created_at      timestamptz(3) not null,
      updated_at      timestamptz(3) not null,
      erased_at       timestamptz(3),
      erasure_reason  text,
      constraint person_erased check (erased_at is null or (name is null and email is null))
    )`.execute(db)
  await sql`create index person_to_erase on person (retention_until) where erased_at is null`.execute(db)
  await sql`
    -- Whom to reach at a member, and in what function; the name is the person's.
    create table focal_point (
      id              uuid primary key,
      member_id       uuid not null references member on delete cascade,
      person_id       uuid not null references person,
      function        text not null,
      since_on        date,
      since_precision text,
      until_on        date,
      until_precision text,
      constraint focal_point_since check (is_partial_date(since_on, since_precision)),
      constraint focal_point_until check (is_partial_date(until_on, until_precision))
    )`.execute(db)
  await sql`create index focal_point_of on focal_point (member_id)`.execute(db)
  await sql`create index focal_point_person on focal_point (person_id)`.execute(db)

  await sql`
    create table network (
      id                 uuid primary key,
      singleton          boolean not null default true unique check (singleton),
      name               json not null,
      acronym            text not null,
      founded_on         date not null,
      principles         json not null,
      supervising_bodies json not null,
      partner_bodies     json not null,
      support_programme  json not null,
      sources            json not null,
      revision           integer not null default 1,
      created_at         timestamptz(3) not null,
      updated_at         timestamptz(3) not null
    )`.execute(db)
  await sql`
    -- What a source says the totals were on a day; never corrected, only set beside what is known.
    create table declared_total (
      network_id          uuid not null references network,
      as_of               date not null,
      regions             integer not null,
      provincial_councils integer not null,
      communes            integer not null,
      total               integer not null,
      contradictions      json not null default '[]',
      sources             json not null,
      primary key (network_id, as_of)
    )`.execute(db)
}
