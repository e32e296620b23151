import { type Kysely, sql } from 'kysely'

/** What the wire and the search say of text and time, once, in SQL. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`
    do $$ begin
      if pg_encoding_to_char((select encoding from pg_database where datname = current_database())) <> 'UTF8' then
        raise exception 'the database must be encoded in UTF8';
      end if;
      -- pg_trgm asks the locale what a letter is; under the locale C no Arabic letter is one.
      if cardinality(show_trgm('كتاب')) = 0 then
        raise exception 'the locale of the database knows no Arabic letters: create it with LC_CTYPE C.UTF-8 or any UTF-8 locale';
      end if;
    end $$`.execute(db)
  // U+0621 hamza · U+0640 tatweel · U+064B–065F tashkeel, and the hamza and madda that NFKD splits off
  // U+0610–061A, U+0670, U+06D6–06ED Quranic marks · U+0300–036F Latin accents · zero width and direction marks
  await sql`
    create function fold_text(input text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(
      translate(
        lower(regexp_replace(
          normalize(translate(input, '''’‘ʼʿʾ${sql.raw('`')}´', ''), NFKD),
          -- Apostrophes again: some letters fall apart into one.
          '[''’‘ʼʿʾ\u0300-\u036F\u0610-\u061A\u0621\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u200B-\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]',
          '', 'g') collate "C"),
        'ٱىیېةەکگڭݣڮڤ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
        'ايييههكككككف01234567890123456789'),
      '[!-/:-@[-\`{-~\\s\u2010-\u2015\u2212«»“”؟،؛…]+', ' ', 'g')) collate "C"`.execute(db)
  await sql`
    -- Metres between two points, on a sphere of the Earth's mean radius.
    create function distance_m(lon1 float8, lat1 float8, lon2 float8, lat2 float8) returns integer
    language sql immutable strict parallel safe
    return round(2 * 6371008.8 * asin(least(1, sqrt(
      power(sin(radians(lat2 - lat1) / 2), 2)
      + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2)))))::int`.execute(
    db,
  )
  await sql`
    -- RFC 3339 in UTC with milliseconds, as the driver's parser writes it too.
    create function wire_instant(at timestamptz) returns text
    language sql stable strict parallel safe
    return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.execute(db)
  await sql`
    -- A date as precise as its source: 2024, 2024-12 or 2024-12-31.
    create function partial_date_text(day date, precision_ text) returns text
    language sql stable strict parallel safe
    return to_char(day, case precision_ when 'year' then 'YYYY' when 'month' then 'YYYY-MM' else 'YYYY-MM-DD' end)`.execute(
    db,
  )
  await sql`
    create function period_last_day(day date, precision_ text) returns date
    language sql immutable strict parallel safe
    return case precision_
      when 'year' then (day + interval '1 year' - interval '1 day')::date
      when 'month' then (day + interval '1 month' - interval '1 day')::date
      else day end`.execute(db)
  await sql`
    create function is_partial_date(day date, precision_ text) returns boolean
    language sql immutable parallel safe
    return (day is null and precision_ is null)
      or coalesce(precision_ = 'day'
        or precision_ = 'month' and extract(day from day) = 1
        or precision_ = 'year' and extract(doy from day) = 1, false)`.execute(db)
}
