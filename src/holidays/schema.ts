import { type Static, Type } from 'typebox'
import {
  Day,
  extensible,
  Id,
  Instant,
  NewSources,
  nullable,
  open,
  Revision,
  Sources,
  strict,
  words,
} from '../http/schema.ts'

export const RECURRENCES = ['once', 'annual'] as const

const RECURRENCE =
  '`annual`: on the same day of each year from `day` on; `once`: on `day` alone, as a feast of the moon'
const UNTIL = 'Last day on which an annual one is kept; null while it is kept'

export const Holiday = open(
  {
    id: Id,
    day: Type.String({ format: 'date', description: 'First day on which it is kept' }),
    recurrence: extensible(RECURRENCES, RECURRENCE),
    until: nullable(Type.String({ format: 'date', description: UNTIL })),
    name: open({ ar: Type.String(), fr: Type.String(), en: nullable(Type.String()) }),
    sources: Sources,
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
  },
  { $id: 'Holiday', description: 'A public holiday: no working day for the terms of the law' },
)
export type Holiday = Static<typeof Holiday>

const text = () => Type.String({ minLength: 1, maxLength: 200, format: 'text' })
const editable = {
  day: Day,
  recurrence: words(RECURRENCES, RECURRENCE),
  until: Type.Optional(nullable(Type.String({ format: 'date', description: UNTIL }))),
  name: strict({ ar: text(), fr: text(), en: Type.Optional(nullable(text())) }),
  sources: NewSources,
}

export const NewHoliday = strict(editable, { $id: 'NewHoliday', description: 'A public holiday' })
export type NewHoliday = Static<typeof NewHoliday>

/** A JSON merge patch (RFC 7396) of a NewHoliday; what results is held to that. */
export const HolidayPatch = Type.Unsafe<Record<string, never>>({
  $id: 'HolidayPatch',
  type: 'object',
  minProperties: 1,
  description: 'JSON merge patch (RFC 7396); what results must be as in NewHoliday',
  properties: Object.fromEntries(
    Object.keys(editable).map((name) => [name, { description: 'As in NewHoliday' }]),
  ),
})
