import { type Kysely, sql } from 'kysely'

/** The network and the episodes of membership in it. Counts are never stored: they are computed as of a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member (
      id               uuid primary key,
      collectivity_id  uuid not null references collectivity,
      wave             integer check (wave > 0),
      joined_on        date not null,
      joined_precision text not null,
      left_on          date,
      left_precision   text,
      evidence         json,
      sources          json not null,
      revision         integer not null default 1,
      created_at       timestamptz(3) not null,
      updated_at       timestamptz(3) not null,
      constraint member_joined_on check (is_partial_date(joined_on, joined_precision)),
      constraint member_left_on check (is_partial_date(left_on, left_precision)),
      constraint member_order check (left_on >= joined_on)
    )`.execute(db)
  await sql`create unique index member_one_open on member (collectivity_id) where left_on is null`.execute(db)
  await sql`create index member_of on member (collectivity_id, joined_on)`.execute(db)
  await sql`create index member_by_joined_on on member (joined_on, id)`.execute(db)
  await sql`create index member_by_updated_at on member (updated_at, id)`.execute(db)
  await sql`
    -- The status at the end of a day; null before the episode can have begun.
    create function member_status(joined date, left_ date, left_p text, day date) returns text
    language sql immutable parallel safe
    return case
      when period_last_day(left_, left_p) <= day then 'withdrawn'
      when joined <= day then 'active' end`.execute(db)
  await sql`
    -- Whether that status is sure, or hangs on a date that its source gives only to the month or the year.
    create function member_certainty(joined date, joined_p text, left_ date, left_p text, day date) returns text
    language sql immutable parallel safe
    return case
      when period_last_day(left_, left_p) <= day then 'certain'
      when period_last_day(joined, joined_p) <= day and (left_ is null or day < left_) then 'certain'
      else 'possible' end`.execute(db)

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
