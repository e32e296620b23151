import { sql } from 'kysely'

/**
 * What the calendar is made of: one query for each type of record that has a time, all with these columns. Whoever adds
 * a type adds its query to the list, its type to `record_collectivity`, and its words to the schema.
 *
 * `starts_on` and `ends_on` are the first days of their periods, with their precisions; hours are of the clock in
 * `time_zone`.
 */
const workshop = sql`
  select 'workshop' as type, w.id, w.kind, w.status, w.status_reason, w.title, w.subject, w.title_folded,
    w.held_on as starts_on, w.held_precision as starts_precision, null::date as ends_on, null::text as ends_precision,
    w.part_of_day, w.starts_at, w.ends_at, w.time_zone, w.place_collectivity_id, w.venue, w.room, w.address,
    w.longitude, w.latitude, w.link, w.plan_id, w.revision, w.created_at, w.updated_at
  from workshop w`

/** The day, or the hour of the clock, of the beginning or the end of a consultation; of what is known by the day no hour. */
const local = (moment: 'opens' | 'closes') => {
  const at = sql`(${sql.ref(`k.${moment}_at`)} at time zone 'Africa/Casablanca')`
  const on = sql.ref(`k.${moment}_on`)
  const isKnown = sql`${sql.ref(`k.${moment}_at`)} is not null`
  return {
    on: sql`coalesce(${on}, ${at}::date)`,
    precision: sql`case when ${isKnown} then coalesce(${sql.ref(`k.${moment}_precision`)}, 'day') end`,
    hour: sql`case when ${on} is null then ${at}::time(0) end`,
  }
}
const [opens, closes] = [local('opens'), local('closes')]

/** The window of a consultation. */
const consultation = sql`
  select 'consultation' as type, k.id, 'public_consultation' as kind, k.status, k.cancellation_reason as status_reason,
    k.title, null::json as subject, k.folded as title_folded, ${opens.on} as starts_on,
    ${opens.precision} as starts_precision, ${closes.on} as ends_on, ${closes.precision} as ends_precision,
    null::text as part_of_day, ${opens.hour} as starts_at, ${closes.hour} as ends_at,
    'Africa/Casablanca' as time_zone, null::uuid as place_collectivity_id, null::json as venue, null::json as room,
    null::json as address, null::float8 as longitude, null::float8 as latitude, null::text as link, k.plan_id,
    k.revision, k.created_at, k.updated_at
  from consultation k`

const approvalSession = sql`
  select 'approval_session' as type, s.id, s.kind, s.status, s.status_reason, s.announced_as as title,
    null::json as subject, fold_text(coalesce(s.announced_as ->> 'ar', '') || ' ' || coalesce(s.announced_as ->> 'fr', '')
      || ' ' || coalesce(s.announced_as ->> 'en', '') || ' ' || coalesce(s.announced_as ->> 'zgh', '')) as title_folded,
    s.opens_on as starts_on, s.opens_precision as starts_precision, null::date as ends_on, null::text as ends_precision,
    null::text as part_of_day, null::time as starts_at, null::time as ends_at, 'Africa/Casablanca' as time_zone,
    null::uuid as place_collectivity_id, null::json as venue, null::json as room, null::json as address,
    null::double precision as longitude, null::double precision as latitude, null::text as link, s.plan_id, s.revision,
    s.created_at, s.updated_at
  from approval_session s`

export const BRANCHES = [workshop, consultation, approvalSession]

/** Types of record whose changes can change the calendar. */
export const EVENT_DEPENDS_ON = [
  'workshop',
  'consultation',
  'approval_session',
  'region',
  'provincial_council',
  'commune',
] as const
