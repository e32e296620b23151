import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne } from '../db/listing.ts'
import { holdsEach } from '../db/name-search.ts'
import { group, json, jsonOf, pick, plain, type ShapeOf, settledShape } from '../db/shape.ts'
import { searchable } from '../register/queries.ts'
import type { Holiday } from './schema.ts'

export const SORTS = ['day', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

/** What may be edited of a holiday. */
export const holidayDocument = {
  day: plain(sql`h.day`),
  recurrence: plain(sql`h.recurrence`),
  until: plain(sql`h.until`),
  name: group({ ar: plain(sql`h.name_ar`), fr: plain(sql`h.name_fr`), en: plain(sql`h.name_en`) }),
  sources: json(sql`h.sources`),
}

export const holidayFacts = { id: plain(sql`h.id`), ...holidayDocument }

const SHAPE = settledShape({
  ...holidayFacts,
  revision: plain(sql`h.revision`),
  created_at: plain(sql`wire_instant(h.created_at)`),
  updated_at: plain(sql`wire_instant(h.updated_at)`),
} satisfies ShapeOf<Holiday>)

const SORT_KEYS = { day: sql`h.day`, updated_at: sql`h.updated_at` }

export interface Filters {
  /** Only those that fall on a day of this civil year. */
  year?: number
  recurrence?: readonly string[]
  modifiedSince?: string
  q?: string
}

/** Holidays; by their first day when no sort is asked for. */
export function holidays(filters: Filters, sort: readonly Sort[], fields?: readonly string[]): Listing {
  const where = [
    ...(filters.year === undefined
      ? []
      : [
          sql`h.id in (select falls.id from holidays_between(
            make_date(${filters.year}::int, 1, 1), make_date(${filters.year}::int, 12, 31)) falls)`,
        ]),
    ...(filters.recurrence ? [sql`h.recurrence in (${sql.join([...filters.recurrence])})`] : []),
    ...(filters.modifiedSince ? [sql`h.updated_at >= ${filters.modifiedSince}::timestamptz`] : []),
  ]
  // A few dozen rows: no index would be used.
  if (filters.q !== undefined)
    where.push(holdsEach(sql`fold_text(concat_ws(' ', h.name_ar, h.name_fr, h.name_en))`, filters.q))
  const keys = (sort.length === 0 ? ['day' as const] : sort).map((name) => ({
    by: SORT_KEYS[name.replace(/^-/, '') as (typeof SORTS)[number]],
    descending: name.startsWith('-'),
  }))
  return {
    dependsOn: ['holiday'],
    shape: pick(SHAPE, fields),
    from: sql`holiday h`,
    where,
    requires: filters.q === undefined ? [] : [searchable(filters.q)],
    sort: [...keys, { by: sql`h.id`, descending: keys.at(-1)!.descending }],
    id: sql`h.id`,
  }
}

export async function findHoliday(db: Db, id: string) {
  const list = { ...holidays({}, []), where: [sql`h.id = ${id}`] }
  return await readOne(db, list, { representation: jsonOf(list.shape), revision: sql`h.revision` })
}
