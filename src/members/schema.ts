import { type Static, Type } from 'typebox'
import { KEPT_TYPES } from '../domain/record-types.ts'
import { actionsOf } from '../http/actions.ts'
import {
  Day,
  extensible,
  Id,
  Instant,
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
import { CERTAINTIES, Collectivity, CollectivityRef } from '../register/schema.ts'
import { MEMBER_ACTIONS, MEMBER_STATUSES } from './lifecycle.ts'

const EVIDENCE = [
  'by_count',
  'named',
  'workshop',
  'committee',
  'consultation',
  'deliberation',
  'letter',
  'other',
] as const
const COMPONENTS = ['elected', 'civil_society'] as const

export const Evidence = open(
  {
    kind: extensible(
      EVIDENCE,
      'What shows it: all of its kind joined, a source names it, an activity, a document',
    ),
    held_on: nullable(ref(PartialDate)),
  },
  { $id: 'Evidence', description: 'What shows a fact' },
)

const NewEvidence = strict({
  kind: words(EVIDENCE, 'What shows it'),
  held_on: Type.Optional(nullable(NewPartialDate)),
})

const bodyName = {
  ar: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 300 }))),
  fr: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 300 }))),
  en: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 300 }))),
}

const ConsultativeBody = strict(
  {
    name: strict(bodyName),
    established_on: Type.Optional(nullable(NewPartialDate)),
    legal_basis: Type.Optional(nullable(Type.String({ maxLength: 300 }))),
  },
  {
    description:
      'A consultative body of the council: three by law in a region, one elsewhere; some have more',
  },
)

const size = (of: string) =>
  Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 1_000, description: of })))

export const NewFollowUpCommittee = strict(
  {
    established_on: Type.Optional(nullable(NewPartialDate)),
    president_from: Type.Optional(nullable(words(COMPONENTS, 'Component that presides'))),
    vice_president_from: Type.Optional(nullable(words(COMPONENTS, 'Component of the vice-president'))),
    elected_members: size('Elected members'),
    civil_society_members: size('Members from civil society'),
  },
  { description: 'Committee that follows the plan: counts and components, no names' },
)

const OwnIdentifier = strict({
  scheme: Type.String({
    pattern: '^[a-z][a-z0-9-]{0,39}$',
    description: 'Whose number it is; not `hcp` or `iso-3166-2`',
  }),
  value: Type.String({ minLength: 1, maxLength: 100 }),
})

/** What may be edited of an episode; its status moves by transitions only. */
const editable = {
  wave: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 1_000 }))),
  applied_on: Type.Optional(nullable(NewPartialDate)),
  joined_on: Type.Optional(nullable(NewPartialDate)),
  evidence: Type.Optional(nullable(NewEvidence)),
  identifiers: Type.Optional(Type.Array(OwnIdentifier, { maxItems: 50, uniqueItems: true })),
  consultative_bodies: Type.Optional(Type.Array(ConsultativeBody, { maxItems: 50 })),
  follow_up_committee: Type.Optional(nullable(NewFollowUpCommittee)),
  sources: NewSources,
}

export const MemberDocument = strict(editable, {
  $id: 'MemberDocument',
  description: 'What may be edited of an episode of membership',
})
export type MemberDocument = Static<typeof MemberDocument>

export const NewMember = strict(
  {
    collectivity: Type.String({ format: 'collectivity', maxLength: 40, description: 'Id or code' }),
    ...editable,
  },
  {
    $id: 'NewMember',
    description: 'A candidate; with `joined_on`, admitted at once',
  },
)
export type NewMember = Static<typeof NewMember>

/** A JSON merge patch (RFC 7396) of a MemberDocument; what results is held to that. */
export const MemberPatch = Type.Unsafe<Record<string, never>>({
  $id: 'MemberPatch',
  type: 'object',
  minProperties: 1,
  description:
    'JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewMember',
  // Open: what the patch results in is held to the closed document, and all its faults are told together.
  properties: Object.fromEntries(
    Object.keys(editable).map((name) => [name, { description: 'As in NewMember' }]),
  ),
})

export const NewTransition = strict(
  {
    action: words(MEMBER_ACTIONS, 'What happens'),
    effective_on: NewPartialDate,
    evidence: Type.Optional(nullable(NewEvidence)),
    reason: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 1_000, format: 'text' }))),
    sources: NewSources,
  },
  { $id: 'NewTransition', description: 'A dated step in the life of an episode' },
)
export type NewTransition = Static<typeof NewTransition>

export const FollowUpCommittee = open(
  {
    established_on: nullable(ref(PartialDate)),
    president_from: nullable(extensible(COMPONENTS, 'Component that presides')),
    vice_president_from: nullable(extensible(COMPONENTS, 'Component of the vice-president')),
    elected_members: nullable(Type.Integer({ minimum: 0 })),
    civil_society_members: nullable(Type.Integer({ minimum: 0 })),
  },
  { $id: 'FollowUpCommittee', description: 'Committee that follows a plan: counts and components, no names' },
)

export const Member = open(
  {
    id: Id,
    wave: nullable(Type.Integer({ minimum: 1, description: 'Wave of admission' })),
    applied_on: nullable(ref(PartialDate)),
    joined_on: nullable(ref(PartialDate)),
    left_on: nullable(ref(PartialDate)),
    evidence: nullable(ref(Evidence)),
    identifiers: Type.Array(open(OwnIdentifier.properties), { description: 'Numbers of other systems' }),
    consultative_bodies: Type.Array(
      open({
        name: open({ ar: nullable(Type.String()), fr: nullable(Type.String()), en: nullable(Type.String()) }),
        established_on: nullable(ref(PartialDate)),
        legal_basis: nullable(Type.String()),
      }),
    ),
    follow_up_committee: nullable(ref(FollowUpCommittee)),
    focal_points: Type.Array(
      open({
        id: Id,
        function: Type.String(),
        since: nullable(ref(PartialDate)),
        until: nullable(ref(PartialDate)),
      }),
      { description: 'Functions only; names are restricted to the association and the member' },
    ),
    transitions: Type.Array(
      open({
        action: extensible(MEMBER_ACTIONS, 'What happened'),
        to_status: extensible(MEMBER_STATUSES, 'What it became'),
        effective_on: ref(PartialDate),
        evidence: nullable(ref(Evidence)),
        reason: nullable(Type.String()),
        sources: Sources,
      }),
      { description: 'In order' },
    ),
    status: extensible(MEMBER_STATUSES, 'Status at the end of the day `as_of`'),
    certainty: words(
      CERTAINTIES,
      '`possible` while the period of an imprecise date is not past; filters and counts take `certain`',
    ),
    collectivity: open({
      ...CollectivityRef.properties,
      iso_code: nullable(Type.String()),
      kind: nullable(words(['province', 'prefecture'], 'Of a provincial council')),
      region_id: Id,
      province_id: nullable(Id),
    }),
    sources: Sources,
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
    register_record: Type.Optional(ref(Collectivity)),
    last_word: Type.Optional(
      nullable(
        open(
          {
            at: { ...Instant, description: 'When it was written down' },
            type: extensible(KEPT_TYPES, 'Kind of record, as `/v1/changes` calls it'),
          },
          {
            description:
              'The last public change of what the collectivity keeps itself (this membership, plans that it edits and their consultations and progress, workshops, sessions) that was written down by the end of `as_of`; null when there is none',
          },
        ),
      ),
    ),
  },
  { $id: 'Member', description: 'An episode of membership of a collectivity in the network, as of a day' },
)
export type Member = Static<typeof Member>

export const NewFocalPoint = strict(
  {
    name: Type.String({ minLength: 1, maxLength: 200, format: 'text' }),
    email: Type.Optional(nullable(Type.String({ format: 'email', maxLength: 254 }))),
    function: Type.String({
      minLength: 1,
      maxLength: 200,
      format: 'text',
      description: 'Public: no name in it',
    }),
    since: Type.Optional(nullable(NewPartialDate)),
    until: Type.Optional(nullable(NewPartialDate)),
    legal_basis: Type.String({
      minLength: 1,
      maxLength: 500,
      format: 'text',
      description: 'Why the name may be kept (law 09-08)',
    }),
    retention_until: Type.Unsafe<string>({ ...Day, description: 'Erased once this day is past' }),
  },
  { $id: 'NewFocalPoint' },
)
export type NewFocalPoint = Static<typeof NewFocalPoint>

export const FocalPoint = open(
  {
    id: Id,
    function: Type.String(),
    since: nullable(ref(PartialDate)),
    until: nullable(ref(PartialDate)),
    person: open({
      id: Id,
      name: nullable(Type.String({ description: 'Null once erased' })),
      email: nullable(Type.String()),
      legal_basis: Type.String(),
      retention_until: Day,
      erased_at: nullable(Instant),
    }),
  },
  { $id: 'FocalPoint', description: 'Whom to reach at a member; for the association and the member only' },
)
export type FocalPoint = Static<typeof FocalPoint>

export const FocalPoints = open({ data: Type.Array(ref(FocalPoint)) }, { $id: 'FocalPoints' })

export const MemberActions = actionsOf('MemberActions', MEMBER_ACTIONS, MEMBER_STATUSES)

export const memberSchemas = [
  FollowUpCommittee,
  Evidence,
  NewMember,
  MemberPatch,
  NewTransition,
  Member,
  NewFocalPoint,
  FocalPoint,
  FocalPoints,
  MemberActions,
]
export const INCLUDES = ['register_record', 'last_word'] as const
