import { type Static, Type } from 'typebox'
import { extensible, Id, Instant, Names, nullable, open, PartialDate, Revision, ref } from '../http/schema.ts'
import { CollectivityRef } from '../register/schema.ts'
import { PARTS_OF_DAY } from '../workshops/words.ts'
import { EVENT_KINDS, EVENT_STATUSES, EVENT_TYPES } from './words.ts'

const Hour = nullable(Type.String({ description: 'HH:MM in the time zone; null where it is not known' }))

export const Event = open(
  {
    id: Id,
    type: extensible(EVENT_TYPES, 'Kind of record; its id is that of the event'),
    kind: extensible(EVENT_KINDS, 'What kind of event'),
    status: extensible(EVENT_STATUSES, 'Cancelled ones stay'),
    status_reason: nullable(Type.String()),
    title: nullable(ref(Names)),
    subject: nullable(ref(Names)),
    starts_on: nullable(ref(PartialDate)),
    ends_on: nullable(ref(PartialDate)),
    part_of_day: nullable(extensible(PARTS_OF_DAY, 'When only that is known')),
    starts_at: Hour,
    ends_at: Hour,
    time_zone: Type.String({ description: 'Of the tz database' }),
    starts: nullable(Type.Unsafe<string>({ ...Instant, description: 'Where day and hour are known' })),
    ends: nullable(Type.Unsafe<string>({ ...Instant, description: 'Where day and hour are known' })),
    place: nullable(
      open({
        collectivity: nullable(ref(CollectivityRef)),
        venue: nullable(ref(Names)),
        room: nullable(ref(Names)),
        address: nullable(ref(Names)),
        point: nullable(open({ longitude: Type.Number(), latitude: Type.Number() })),
      }),
    ),
    link: nullable(Type.String()),
    collectivities: Type.Array(ref(CollectivityRef), {
      description: 'Whose it is; none for the network’s own',
    }),
    plan_id: nullable(Type.String({ format: 'uuid' })),
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
  },
  {
    $id: 'Event',
    description: 'What has a time: one line of the calendar, the record itself is at its type',
  },
)
export type Event = Static<typeof Event>
