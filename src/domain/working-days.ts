import { addDays, type Day, weekdayOf } from './days.ts'

/** A public holiday as it falls: the id of its row, and the day. */
export interface Holiday {
  readonly id: string
  readonly day: Day
  readonly name: { readonly ar: string; readonly fr: string; readonly en: string | null }
}

/** A day that did not count, and why. */
export interface Skipped {
  readonly day: Day
  readonly because: 'weekend' | 'holiday'
  readonly holiday: Pick<Holiday, 'id' | 'name'> | null
}

export type Holidays = ReadonlyMap<Day, Holiday>

/** Why no work is done on a day, or undefined on a working day: Saturday, Sunday and public holidays are none. */
export function restOn(day: Day, holidays: Holidays): Skipped | undefined {
  const holiday = holidays.get(day)
  if (holiday !== undefined)
    return { day, because: 'holiday', holiday: { id: holiday.id, name: holiday.name } }
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6 ? { day, because: 'weekend', holiday: null } : undefined
}

/** A day that was counted to, and the days that did not count on the way. */
export interface Counted {
  readonly day: Day
  readonly skipped: readonly Skipped[]
}

/** `day` itself when it is a working day, else the next one. */
export function workingDayFrom(day: Day, holidays: Holidays): Counted {
  const skipped: Skipped[] = []
  for (let here = day; ; here = addDays(here, 1)) {
    const rest = restOn(here, holidays)
    if (rest === undefined) return { day: here, skipped }
    skipped.push(rest)
  }
}

/** The `count`-th working day after `day`, which itself does not count. */
export function workingDaysAfter(day: Day, count: number, holidays: Holidays): Counted {
  let here: Counted = { day, skipped: [] }
  for (let counted = 0; counted < count; counted += 1) {
    const next = workingDayFrom(addDays(here.day, 1), holidays)
    here = { day: next.day, skipped: [...here.skipped, ...next.skipped] }
  }
  return here
}
