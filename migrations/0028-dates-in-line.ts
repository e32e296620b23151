import { type Kysely, sql } from 'kysely'

/**
 * What every date of an answer and of the journal is told by, in a form that PostgreSQL writes into the query: a
 * function that is `strict` around a `case` is called for each row instead, which costs several times as much.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function partial_date_text(day date, precision_ text) returns text
    language sql stable parallel safe
    return to_char(day,
      case precision_ when 'year' then 'YYYY' when 'month' then 'YYYY-MM' when 'day' then 'YYYY-MM-DD' end)`.execute(
    db,
  )
  await sql`
    create or replace function period_last_day(day date, precision_ text) returns date
    language sql immutable parallel safe
    return case precision_
      when 'year' then (day + interval '1 year' - interval '1 day')::date
      when 'month' then (day + interval '1 month' - interval '1 day')::date
      when 'day' then day end`.execute(db)
}
