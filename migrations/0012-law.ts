import { type Kysely, sql } from 'kysely'

/** What the organic laws rule on councils, version by version, and the days on which nobody works. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table legal_rule (
      id              uuid primary key,
      council_type    text not null check (council_type in ('region', 'provincial_council', 'commune')),
      rule            text not null collate "C" check (rule ~ '^[a-z_]{3,60}$'),
      value           integer[] not null,
      unit            text not null check (unit in (
        'month_of_year', 'monday_of_month', 'week_of_month', 'days', 'working_days', 'more_than_fraction', 'none')),
      law             text not null,
      article         text not null,
      effective_from  date not null,
      -- The day before the next version; null for the one in force.
      effective_until date,
      sources         json not null,
      revision        integer not null default 1,
      created_at      timestamptz(3) not null,
      updated_at      timestamptz(3) not null,
      constraint legal_rule_version unique (council_type, rule, effective_from),
      constraint legal_rule_term check (effective_until >= effective_from)
    )`.execute(db)
  await sql`
    create unique index legal_rule_in_force on legal_rule (council_type, rule) where effective_until is null`.execute(
    db,
  )
  await sql`create index legal_rule_by_updated_at on legal_rule (updated_at, id)`.execute(db)
  await sql`
    create table holiday (
      id         uuid primary key,
      -- The first day on which it is kept; an annual one is kept on the same day of each year from then on.
      day        date not null,
      recurrence text not null check (recurrence in ('once', 'annual')),
      -- The last day on which an annual one is kept; null while it is kept.
      until      date,
      name_ar    text not null,
      name_fr    text not null,
      name_en    text,
      sources    json not null,
      revision   integer not null default 1,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      constraint holiday_once unique (day, recurrence),
      constraint holiday_term check (until is null or (recurrence = 'annual' and until >= day)),
      constraint holiday_leap_day check (recurrence = 'once' or to_char(day, 'MM-DD') <> '02-29')
    )`.execute(db)
  await sql`create index holiday_by_updated_at on holiday (updated_at, id)`.execute(db)
  await sql`
    -- The days from one to another, both inclusive, on which holidays fall.
    create function holidays_between(from_day date, until_day date)
    returns table (id uuid, day date, name_ar text, name_fr text, name_en text)
    language sql stable parallel safe as $$
      select h.id, h.day, h.name_ar, h.name_fr, h.name_en
      from holiday h where h.recurrence = 'once' and h.day between from_day and until_day
      union all
      select h.id, falls.day, h.name_ar, h.name_fr, h.name_en
      from holiday h, lateral (
        select make_date(year, extract(month from h.day)::int, extract(day from h.day)::int) as day
        from generate_series(extract(year from from_day)::int, extract(year from until_day)::int) as year
      ) falls
      where h.recurrence = 'annual' and falls.day between from_day and until_day
        and falls.day >= h.day and (h.until is null or falls.day <= h.until)
    $$`.execute(db)
}
