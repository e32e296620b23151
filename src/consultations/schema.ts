import { type Static, Type } from 'typebox'
import { CHANNELS, CONSULTATION_STATUSES } from '../domain/consultation-types.ts'
import {
  extensible,
  Id,
  Instant,
  NewSources,
  newTexts,
  nullable,
  open,
  Revision,
  ref,
  Sources,
  strict,
  Texts,
  words,
} from '../http/schema.ts'
import { CollectivityRef } from '../register/schema.ts'
import { CONSULTATION_ACTIONS } from './lifecycle.ts'

const PRECISIONS = ['instant', 'day', 'month', 'year'] as const

const NewMoment = strict(
  {
    value: Type.String({
      format: 'moment',
      maxLength: 40,
      description: '`2023-07-03T08:00:00Z`; where a source gives no more, `2023-07-03`, `2023-07` or `2023`',
    }),
    precision: Type.Optional(
      words(PRECISIONS, 'How much of it the source gives; the form of `value` says it'),
    ),
  },
  {
    description:
      'An instant, or the day, month or year that it lies in: a window opens with its beginning and closes with its end, in Morocco',
  },
)

const editable = {
  round: Type.Integer({
    minimum: 1,
    maximum: 20,
    description: 'The first gathers ideas; each later one is about a draft',
  }),
  draft: Type.Optional(
    nullable(
      Type.Integer({
        minimum: 1,
        maximum: 100_000,
        description: 'From the second round on: number of the draft that is put before people',
      }),
    ),
  ),
  title: Type.Optional(nullable(newTexts(500, 'Title'))),
  description: Type.Optional(nullable(newTexts(5_000, 'What is asked, and how to take part'))),
  channels: Type.Array(words(CHANNELS, 'Way to take part'), {
    minItems: 1,
    maxItems: CHANNELS.length,
    uniqueItems: true,
    description: 'Ways to take part; `online_form` is `POST …/contributions`, open to everybody',
  }),
  opens_at: Type.Optional(nullable(NewMoment)),
  closes_at: Type.Optional(nullable(NewMoment)),
  sources: NewSources,
}

export const ConsultationDocument = strict(editable, {
  $id: 'ConsultationDocument',
  description: 'What may be edited of a consultation',
})
export type ConsultationDocument = Static<typeof ConsultationDocument>

export const NewConsultation = strict(
  { plan_id: Id, ...editable },
  { $id: 'NewConsultation', description: 'A consultation that is announced' },
)
export type NewConsultation = Static<typeof NewConsultation>

/** A JSON merge patch (RFC 7396) of a ConsultationDocument; what results is held to that. */
export const ConsultationPatch = Type.Unsafe<Record<string, never>>({
  $id: 'ConsultationPatch',
  type: 'object',
  minProperties: 1,
  description:
    'JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewConsultation',
  properties: Object.fromEntries(
    Object.keys(editable).map((name) => [name, { description: 'As in NewConsultation' }]),
  ),
})

export const NewConsultationTransition = strict(
  {
    action: words(CONSULTATION_ACTIONS, 'What happens'),
    reason: Type.String({ minLength: 1, maxLength: 1_000, format: 'text', description: 'It is published' }),
  },
  { $id: 'NewConsultationTransition', description: 'A step that the clock does not take by itself' },
)

export const Moment = open(
  {
    value: Type.String({ description: 'An instant in UTC; a day, a month or a year where no more is known' }),
    precision: extensible(PRECISIONS, 'How much of it the source gives'),
  },
  {
    $id: 'Moment',
    description:
      'An instant, or the day, month or year that it lies in, all of which counts: `2023-07` to `2023-09` is from the first of July to the last of September',
  },
)

const windowOf = {
  opens_at: nullable(ref(Moment)),
  closes_at: nullable(ref(Moment)),
}
const facts = {
  round: Type.Integer({ description: 'The first gathers ideas; each later one is about a draft' }),
  status: extensible(CONSULTATION_STATUSES, 'Where it stands'),
  draft: nullable(
    Type.Integer({
      description: 'Number of the draft that it is about, which is frozen and public once it has opened',
    }),
  ),
  title: nullable(ref(Texts)),
  description: nullable(ref(Texts)),
  channels: Type.Array(extensible(CHANNELS, 'Way to take part')),
  ...windowOf,
  cancellation_reason: nullable(Type.String()),
}

export const Consultation = open(
  {
    id: Id,
    plan_id: Id,
    collectivities: Type.Array(ref(CollectivityRef), { description: 'Whose plan it is' }),
    ...facts,
    sources: Sources,
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
  },
  { $id: 'Consultation', description: 'A window in which a plan is put before people' },
)
export type Consultation = Static<typeof Consultation>

/** What a plan shows of its consultations. */
export const PlanConsultation = open(
  { id: Id, ...facts, sources: Sources },
  { $id: 'PlanConsultation', description: 'A consultation of a plan; by its id also at `/v1/consultations`' },
)

/** Of a plan, with `include=consultations`. */
export const PlanConsultations = Type.Array(ref(PlanConsultation), {
  description: 'In the order of their rounds',
})

export const consultationSchemas = [
  Moment,
  NewConsultation,
  ConsultationPatch,
  NewConsultationTransition,
  PlanConsultation,
]
