import ical, { type ICalEventData, ICalEventStatus } from 'ical-generator'

/** One event of a calendar file (RFC 5545 §3.6.1). */
export interface CalendarEvent {
  /** The same for ever, so that a client knows the event again. */
  readonly uid: string
  readonly sequence: number
  readonly created: Date
  readonly modified: Date
  readonly summary: string
  readonly description: string
  readonly location: string | null
  readonly point: { readonly longitude: number; readonly latitude: number } | null
  readonly url: string | null
  readonly category: string
  readonly isCancelled: boolean
  /** Midnight UTC of the day when it is a day without hours. */
  readonly start: Date
  readonly end: Date | null
  readonly isWholeDay: boolean
}

/** A calendar file. Instants are UTC: whoever reads it needs no table of Morocco's clock changes around Ramadan. */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({ name, prodId: { company: 'infitah', product: 'events', language: 'AR' } })
  for (const event of events) {
    const { point } = event
    const data: ICalEventData = {
      id: event.uid,
      sequence: event.sequence,
      stamp: event.modified,
      created: event.created,
      lastModified: event.modified,
      start: event.start,
      end: event.end,
      allDay: event.isWholeDay,
      summary: event.summary,
      description: event.description === '' ? null : event.description,
      url: event.url,
      categories: [{ name: event.category }],
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      location:
        event.location === null && point === null
          ? null
          : {
              title: event.location ?? `${point!.latitude}, ${point!.longitude}`,
              ...(point === null ? {} : { geo: { lat: point.latitude, lon: point.longitude } }),
            },
    }
    calendar.createEvent(data)
  }
  return calendar.toString()
}
