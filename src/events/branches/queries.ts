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

export const BRANCHES = [workshop]

/** Types of record whose changes can change the calendar. */
export const EVENT_DEPENDS_ON = ['workshop', 'region', 'provincial_council', 'commune'] as const
