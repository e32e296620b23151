import { type Static, Type } from 'typebox'
import {
  Day,
  extensible,
  Id,
  Instant,
  nullable,
  open,
  Revision,
  ref,
  strict,
  words,
} from '../../http/schema.ts'
import { CATEGORIES, PARTICIPANT_ROLES } from '../words.ts'

const text = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, format: 'text', description })

export const NewParticipant = strict(
  {
    name: text(200, 'As the person gives it'),
    email: Type.Optional(nullable(Type.String({ format: 'email', maxLength: 254 }))),
    category: words(CATEGORIES, 'Who they are'),
    role: Type.Optional(words(PARTICIPANT_ROLES, '`participant` when not said')),
    legal_basis: text(500, 'Why the name may be kept (law 09-08)'),
    consent_version: Type.Optional(
      nullable(text(100, 'Which version of the text of consent the person has agreed to')),
    ),
    retention_until: Type.Unsafe<string>({ ...Day, description: 'Erased once this day is past' }),
  },
  { $id: 'NewParticipant' },
)
export type NewParticipant = Static<typeof NewParticipant>

export const Participant = open(
  {
    id: Id,
    category: extensible(CATEGORIES, 'Who they are'),
    role: extensible(PARTICIPANT_ROLES, 'In what role'),
    person: open({
      id: Id,
      name: nullable(Type.String({ description: 'Null once erased' })),
      email: nullable(Type.String()),
      legal_basis: Type.String(),
      consent_version: nullable(Type.String()),
      retention_until: Day,
      erased_at: nullable(Instant),
    }),
    revision: Revision,
    created_at: Instant,
  },
  {
    $id: 'Participant',
    description: 'Who took part in a workshop; for the association and the member’s editors only',
  },
)
export type Participant = Static<typeof Participant>

export const Participants = open({ data: Type.Array(ref(Participant)) }, { $id: 'Participants' })
export const participantSchemas = [NewParticipant, Participant, Participants]
