import type { CalendarEvent } from '../http/calendar.ts'
import type { Event } from './schema.ts'
import { KIND_NAMES } from './words.ts'

type Texts = { readonly [language: string]: string | null } | null

/** Every language in which a text is known, Arabic first. */
const all = (text: Texts): string[] => ['ar', 'fr', 'en', 'zgh'].flatMap((language) => text?.[language] ?? [])

const first = (text: Texts): string | undefined => all(text)[0]

function locationOf({ place }: Event): string | null {
  if (place === null) return null
  const parts = [place.room, place.venue, place.address, place.collectivity?.name ?? null]
  const said = parts.flatMap((text) => first(text) ?? [])
  return said.length === 0 ? null : said.join('، ')
}

const PARTS = {
  morning: 'صباحا · matin',
  afternoon: 'بعد الزوال · après-midi',
  evening: 'مساء · soir',
} as const

/** Of a year, a month or a day. */
function lastDayOf(text: string): Date {
  const [year = 0, month = 12, day] = text.split('-').map(Number)
  return new Date(Date.UTC(year, day === undefined ? month : month - 1, day ?? 0))
}

/** What a calendar shows of an event that has a day. A day without hours is a whole day. */
export function calendarEvent(event: Event, addressOf: (event: Event) => string | null): CalendarEvent {
  const { title, subject, status_reason, part_of_day, starts_at, ends_at } = event
  const summary = first(title) ?? first(subject) ?? KIND_NAMES[event.kind]
  const lastDay = lastDayOf(event.ends_on?.value ?? event.starts_on!.value)
  const described = [
    ...all(title),
    ...all(subject),
    PARTS[part_of_day as keyof typeof PARTS],
    starts_at === null && ends_at !== null ? `← ${ends_at}` : undefined,
    status_reason ?? undefined,
    event.collectivities.map(({ name }) => first(name)).join('، '),
  ]
  const isWholeDay = event.starts === null
  return {
    uid: event.id,
    sequence: event.revision,
    created: new Date(event.created_at),
    modified: new Date(event.updated_at),
    summary,
    description: described.filter((line) => line && line !== summary).join('\n'),
    location: locationOf(event),
    point: event.place?.point ?? null,
    url: event.link ?? addressOf(event),
    category: event.kind,
    isCancelled: event.status === 'cancelled',
    start: new Date(event.starts ?? event.starts_on!.value),
    // Of whole days the end is the day after (RFC 5545 §3.6.1).
    end: isWholeDay
      ? new Date(lastDay.getTime() + 86_400_000)
      : event.ends === null
        ? null
        : new Date(event.ends),
    isWholeDay,
  }
}
