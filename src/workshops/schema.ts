import { type Static, Type } from 'typebox'
import { Document } from '../documents/schema.ts'
import { actionsOf } from '../http/actions.ts'
import {
  extensible,
  Id,
  Instant,
  Names,
  NewPartialDate,
  NewSources,
  nullable,
  open,
  PartialDate,
  Revision,
  ref,
  Sources,
  strict,
  words,
} from '../http/schema.ts'
import { CollectivityRef, NameVariant } from '../register/schema.ts'
import { Attendance, attendanceSchemas } from './attendance/schema.ts'
import { HOUR } from './hours.ts'
import { WORKSHOP_ACTIONS, WORKSHOP_STATUSES } from './lifecycle.ts'
import { participantSchemas } from './participants/schema.ts'
import { CATEGORIES, MODES, OUTPUT_KINDS, PARTS_OF_DAY, WORKSHOP_KINDS } from './words.ts'

const text = (maxLength: number) =>
  Type.Optional(nullable(Type.String({ minLength: 1, maxLength, format: 'text' })))
const textsOf = (maxLength: number) =>
  strict(
    { ar: text(maxLength), fr: text(maxLength), en: text(maxLength), zgh: text(maxLength) },
    { description: 'A text in each language in which it is known' },
  )
const NewTexts = textsOf(1_000)
export type NewTexts = Static<typeof NewTexts>
const LongTexts = textsOf(5_000)
const optional = <T extends Parameters<typeof nullable>[0]>(schema: T) => Type.Optional(nullable(schema))
const collectivity = Type.String({ format: 'collectivity', maxLength: 40, description: 'Id or code' })
const hour = (of: string) => optional(Type.String({ pattern: HOUR, description: of }))
const axisKey = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'Key of an axis of the plan, in a draft that is public',
})

const NewOfficial = strict(
  {
    name: NewTexts,
    name_variants: Type.Optional(
      Type.Array(
        strict({
          lang: Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', description: 'BCP 47' }),
          value: Type.String({ minLength: 1, maxLength: 300, format: 'text' }),
          note: text(300),
        }),
        { maxItems: 10, description: 'Other spellings of a source' },
      ),
    ),
    function: NewTexts,
  },
  { description: 'Who acts in a public function, which alone makes the name public (law 09-08)' },
)
export type Official = Static<typeof NewOfficial>

const NewRole = strict(
  {
    component: optional(words(CATEGORIES, 'Of which component')),
    function: optional(NewTexts),
  },
  { description: 'Without a name: that is a participant’s, and restricted' },
)

/** What may be edited of a workshop; its status moves by transitions, its attendance and participants apart. */
const editable = {
  kind: words(WORKSHOP_KINDS, 'What kind of meeting'),
  collectivities: Type.Array(collectivity, {
    maxItems: 1_700,
    uniqueItems: true,
    description: 'Whom it serves; none for the network’s own',
  }),
  plan_id: optional(Type.String({ format: 'uuid', description: 'The action plan that it prepares' })),
  mode: optional(words(MODES, 'How people meet')),
  title: optional(NewTexts),
  subject: optional(NewTexts),
  audience: optional(NewTexts),
  programme: optional(NewTexts),
  held_on: optional(NewPartialDate),
  part_of_day: optional(words(PARTS_OF_DAY, 'When only that is known')),
  starts_at: hour('HH:MM in the time zone'),
  ends_at: hour('HH:MM in the time zone'),
  time_zone: optional(Type.String({ maxLength: 60, description: 'Of the tz database; Africa/Casablanca' })),
  place: optional(
    strict({
      collectivity: optional(collectivity),
      venue: optional(NewTexts),
      room: optional(NewTexts),
      address: optional(NewTexts),
      point: optional(
        strict({
          longitude: Type.Number({ minimum: -180, maximum: 180 }),
          latitude: Type.Number({ minimum: -90, maximum: 90 }),
        }),
      ),
      capacity: optional(Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'As it was said' })),
    }),
  ),
  link: optional(Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2_000 })),
  host: optional(strict({ collectivity: optional(collectivity), name: optional(NewTexts) })),
  chair: optional(NewOfficial),
  officials: Type.Optional(Type.Array(NewOfficial, { maxItems: 200 })),
  agenda: Type.Optional(
    Type.Array(
      strict({
        starts_at: hour('HH:MM'),
        ends_at: hour('HH:MM'),
        title: NewTexts,
        speaker: optional(NewOfficial),
        on_behalf_of: optional(NewOfficial),
      }),
      { maxItems: 200 },
    ),
  ),
  breakout_groups: Type.Optional(
    Type.Array(
      strict({
        topic: NewTexts,
        components: Type.Optional(
          Type.Array(words(CATEGORIES, 'Who was in it'), { uniqueItems: true, maxItems: 5 }),
        ),
        axis_key: optional(axisKey),
        facilitator: optional(NewRole),
        rapporteur: optional(NewRole),
        outputs: Type.Optional(
          Type.Array(
            strict({
              kind: words(OUTPUT_KINDS, 'What it is'),
              text: LongTexts,
              axis_key: optional(axisKey),
            }),
            { maxItems: 200 },
          ),
        ),
      }),
      { maxItems: 50 },
    ),
  ),
  sources: NewSources,
}

export const WorkshopDocument = strict(editable, {
  $id: 'WorkshopDocument',
  description: 'What may be edited of a workshop',
})
export type WorkshopDocument = Static<typeof WorkshopDocument>

export const NewWorkshop = strict(
  {
    ...editable,
    status: Type.Optional(words(['planned', 'held'], '`planned` when not said')),
  },
  { $id: 'NewWorkshop', description: 'A workshop, planned or held already' },
)
export type NewWorkshop = Static<typeof NewWorkshop>

export const WorkshopPatch = Type.Unsafe<Record<string, never>>({
  $id: 'WorkshopPatch',
  type: 'object',
  minProperties: 1,
  description:
    'JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewWorkshop',
  properties: Object.fromEntries(
    Object.keys(editable).map((name) => [name, { description: 'As in NewWorkshop' }]),
  ),
})

export const NewWorkshopTransition = strict(
  {
    action: words(WORKSHOP_ACTIONS, 'What happens'),
    reason: Type.Optional(
      nullable(
        Type.String({ minLength: 1, maxLength: 1_000, format: 'text', description: 'Required to cancel' }),
      ),
    ),
  },
  { $id: 'NewWorkshopTransition', description: 'A step in the life of a workshop' },
)
export type NewWorkshopTransition = Static<typeof NewWorkshopTransition>

const OfficialShown = open({
  name: ref(Names),
  name_variants: Type.Array(ref(NameVariant)),
  function: ref(Names),
})
const RoleShown = open({
  component: nullable(extensible(CATEGORIES, 'Of which component')),
  function: nullable(ref(Names)),
})
const Hour = nullable(Type.String({ description: 'HH:MM; null where it is not known' }))

export const Workshop = open(
  {
    id: Id,
    kind: extensible(WORKSHOP_KINDS, 'What kind of meeting'),
    status: extensible(WORKSHOP_STATUSES, 'Cancelled ones stay'),
    status_reason: nullable(Type.String({ description: 'Why it was cancelled' })),
    title: nullable(ref(Names)),
    subject: nullable(ref(Names)),
    audience: nullable(ref(Names)),
    programme: nullable(ref(Names)),
    mode: nullable(extensible(MODES, 'How people meet')),
    held_on: nullable(ref(PartialDate)),
    part_of_day: nullable(extensible(PARTS_OF_DAY, 'When only that is known')),
    starts_at: Hour,
    ends_at: Hour,
    time_zone: Type.String({ description: 'Of the tz database' }),
    place: nullable(
      open({
        collectivity: nullable(ref(CollectivityRef)),
        venue: nullable(ref(Names)),
        room: nullable(ref(Names)),
        address: nullable(ref(Names)),
        point: nullable(open({ longitude: Type.Number(), latitude: Type.Number() })),
        capacity: nullable(Type.Integer({ minimum: 1 })),
      }),
    ),
    link: nullable(Type.String()),
    host: nullable(open({ collectivity: nullable(ref(CollectivityRef)), name: nullable(ref(Names)) })),
    chair: nullable(OfficialShown),
    officials: Type.Array(OfficialShown, { description: 'Present in a public function' }),
    agenda: Type.Array(
      open({
        starts_at: Hour,
        ends_at: Hour,
        title: ref(Names),
        speaker: nullable(OfficialShown),
        on_behalf_of: nullable(OfficialShown),
      }),
      { description: 'In order' },
    ),
    breakout_groups: Type.Array(
      open({
        topic: ref(Names),
        components: Type.Array(extensible(CATEGORIES, 'Who was in it')),
        axis_key: nullable(Type.String({ description: 'Key of an axis of the plan' })),
        facilitator: nullable(RoleShown),
        rapporteur: nullable(RoleShown),
        outputs: Type.Array(
          open({
            kind: extensible(OUTPUT_KINDS, 'What it is'),
            text: ref(Names),
            axis_key: nullable(Type.String()),
          }),
        ),
      }),
    ),
    collectivities: Type.Array(ref(CollectivityRef), {
      description: 'Whom it serves; none for the network’s own',
    }),
    plan_id: nullable(Type.String({ format: 'uuid' })),
    attendance: nullable(ref(Attendance)),
    sources: Sources,
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
    documents: Type.Optional(
      Type.Array(ref(Document), {
        description: 'Published ones, the oldest first; with `include=documents`',
      }),
    ),
  },
  { $id: 'Workshop', description: 'A meeting or workshop; what a source does not say is null' },
)
export type Workshop = Static<typeof Workshop>

export const WorkshopActions = actionsOf('WorkshopActions', WORKSHOP_ACTIONS, WORKSHOP_STATUSES)

export const workshopSchemas = [
  Attendance,
  NewWorkshop,
  WorkshopPatch,
  NewWorkshopTransition,
  Workshop,
  WorkshopActions,
  ...attendanceSchemas,
  ...participantSchemas,
]
export const INCLUDES = ['documents'] as const
