import { type Static, type TProperties, Type } from 'typebox'
import { PLAN_STATUSES, PLAN_TRANSITIONS } from '../domain/plan-types.ts'
import { OUTCOMES } from '../domain/session-types.ts'
import { actionsOf } from '../http/actions.ts'
import {
  Day,
  extensible,
  Id,
  Instant,
  NewPartialDate,
  NewSources,
  newTexts,
  nullable,
  open,
  PartialDate,
  Revision,
  ref,
  Sources,
  strict,
  Texts,
  words,
} from '../http/schema.ts'
import { FollowUpCommittee, NewFollowUpCommittee } from '../members/schema.ts'
import { CollectivityRef } from '../register/schema.ts'
import { axisContent, commitmentContent, DraftCommitment } from './drafts/schema.ts'
import { REQUESTED_ACTIONS } from './lifecycle.ts'

/** From joining to the next cycle, in the order of the network's method. */
const PHASES = [
  'communication',
  'training',
  'follow_up_committee',
  'axes',
  'co_creation',
  'consultation',
  'validation',
  'approval',
  'implementation',
  'evaluation',
] as const

const text = (maxLength: number) =>
  Type.Optional(nullable(Type.String({ minLength: 1, maxLength, format: 'text' })))

const newPeriod = (description: string) =>
  strict(
    {
      starts_on: Type.Optional(nullable(NewPartialDate)),
      ends_on: Type.Optional(nullable(NewPartialDate)),
    },
    { description },
  )

const NewPhase = strict({
  kind: words(PHASES, 'Phase'),
  planned: Type.Optional(nullable(newPeriod('When it was to be'))),
  actual: Type.Optional(nullable(newPeriod('When it was'))),
})

const editable = {
  title: Type.Optional(nullable(newTexts(500, 'Title of the plan, where it has one'))),
  collectivities: Type.Array(
    strict({
      collectivity: Type.String({ format: 'collectivity', maxLength: 40, description: 'Id or code' }),
      may_edit: Type.Optional(
        Type.Boolean({ description: 'Whether its editors edit the plan; true when not said' }),
      ),
    }),
    { minItems: 1, maxItems: 50, description: 'Whose plan it is' },
  ),
  cycle: Type.Optional(nullable(newPeriod('The years of the plan; two when only the start is said'))),
  programme: Type.Optional(
    nullable(
      strict(
        { acronym: text(40), name: Type.Optional(nullable(newTexts(300, 'Name of the programme'))) },
        { description: 'The programme that supports the plan' },
      ),
    ),
  ),
  follow_up_committee: Type.Optional(nullable(NewFollowUpCommittee)),
  previous_plan: Type.Optional(
    nullable({ ...Id, description: 'The plan of the cycle before, of one of the same collectivities' }),
  ),
  phases: Type.Optional(
    Type.Array(NewPhase, { maxItems: 20, description: 'What was planned, and what was' }),
  ),
  sources: NewSources,
}

export const PlanDocument = strict(editable, {
  $id: 'PlanDocument',
  description: 'What may be edited of a plan',
})
export type PlanDocument = Static<typeof PlanDocument>

export const NewActionPlan = strict(editable, {
  $id: 'NewActionPlan',
  description: 'A plan, in drafting; its first draft is open and empty',
})
export type NewActionPlan = Static<typeof NewActionPlan>

/** A JSON merge patch (RFC 7396) of a PlanDocument; what results is held to that. */
export const ActionPlanPatch = Type.Unsafe<Record<string, never>>({
  $id: 'ActionPlanPatch',
  type: 'object',
  minProperties: 1,
  description:
    'JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewActionPlan',
  // Open: what the patch results in is held to the closed document, and all its faults are told together.
  properties: Object.fromEntries(
    Object.keys(editable).map((name) => [name, { description: 'As in NewActionPlan' }]),
  ),
})

const Period = open({
  starts_on: nullable(ref(PartialDate)),
  ends_on: nullable(ref(PartialDate)),
})

export const adoptions = Type.Array(
  open({
    collectivity: ref(CollectivityRef),
    session_id: Id,
    outcome: extensible(OUTCOMES, 'What its council decided'),
    decided_on: Day,
    content_hash: Type.String({ description: 'Of the draft that it decided on' }),
  }),
  {
    description:
      'The last decision of each council; the plan is adopted when all have adopted the same draft',
  },
)

const planFields = {
  id: Id,
  title: nullable(ref(Texts)),
  status: extensible(PLAN_STATUSES, 'Where it stands'),
  cycle: Period,
  collectivities: Type.Array(
    open({
      ...CollectivityRef.properties,
      may_edit: Type.Boolean({ description: 'Its editors edit the plan' }),
    }),
    { description: 'Whose plan it is' },
  ),
  programme: nullable(open({ acronym: nullable(Type.String()), name: nullable(ref(Texts)) })),
  follow_up_committee: nullable(ref(FollowUpCommittee)),
  phases: Type.Array(
    open({
      kind: extensible(PHASES, 'Phase'),
      planned: nullable(Period),
      actual: nullable(Period),
    }),
  ),
  current_draft: nullable(
    Type.Integer({
      description: 'Number of the draft that stands for the plan: the adopted one, else the last published',
    }),
  ),
  validated_draft: nullable(
    Type.Integer({ description: 'Number of the draft that was validated, once it is public' }),
  ),
  adopted_draft: nullable(Type.Integer({ description: 'Number of the draft that the council adopted' })),
  adoptions,
  previous_plan: nullable({ ...Id, description: 'The plan of the cycle before' }),
  next_plans: Type.Array(Id, { description: 'Plans of the cycle after' }),
  sources: Sources,
  revision: Revision,
  created_at: Instant,
  updated_at: Instant,
}

const PlanAxis = open(
  {
    ...axisContent,
    commitments: Type.Optional(
      Type.Array(ref(DraftCommitment), { description: 'With `include=axes.commitments`' }),
    ),
  },
  { $id: 'PlanAxis', description: 'A priority theme of a plan' },
)

const PlanCommitment = open(
  {
    id: Id,
    key: Type.String({ description: 'The same from draft to draft' }),
    axis: Type.String({ description: 'Key of its axis' }),
    ...commitmentContent,
  },
  { $id: 'PlanCommitment', description: 'A commitment of a plan; by its id also at `/v1/commitments`' },
)

export const PlanTransition = open(
  {
    ordinal: Type.Integer({ minimum: 1 }),
    action: extensible(PLAN_TRANSITIONS, 'What happened'),
    from_status: extensible(PLAN_STATUSES, 'What it was'),
    to_status: extensible(PLAN_STATUSES, 'What it became'),
    effective_on: ref(PartialDate),
    draft: nullable(Type.Integer({ description: 'Number of the draft that it is about, once it is public' })),
    reason: nullable(Type.String()),
    sources: Sources,
    documents: Type.Array(Id, { description: 'Ids of documents, at `/v1/documents`' }),
  },
  { $id: 'PlanTransition', description: 'A dated step in the life of a plan' },
)
export type PlanTransition = Static<typeof PlanTransition>

/** What `include` adds of plans and drafts themselves. */
const ownParts = {
  axes: Type.Optional(Type.Array(ref(PlanAxis), { description: 'Of the current draft, in order' })),
  commitments: Type.Optional(
    Type.Array(ref(PlanCommitment), { description: 'Of the current draft, in order' }),
  ),
  drafts: Type.Optional(
    Type.Array(
      open({
        number: Type.Integer(),
        status: Type.String(),
        published_on: ref(PartialDate),
        content_hash: nullable(Type.String()),
      }),
      { description: 'Those that are public, in order' },
    ),
  ),
  transitions: Type.Optional(
    Type.Array(ref(PlanTransition), {
      description: 'The steps of its life, in order; all of them, whatever `as_of`',
    }),
  ),
}
export const OWN_INCLUDES = ['axes', 'axes.commitments', 'commitments', 'drafts', 'transitions'] as const

const planOptions = { $id: 'ActionPlan', description: 'An action plan of openness' }
const PlainPlan = open({ ...planFields, ...ownParts }, planOptions)
export type ActionPlan = Static<typeof PlainPlan>

/** @param parts of other features, each left out unless `include` names it */
export const actionPlanWith = (parts: TProperties) =>
  open({ ...planFields, ...ownParts, ...parts } as typeof PlainPlan.properties, planOptions)

export const NewPlanTransition = strict(
  {
    action: words(REQUESTED_ACTIONS, 'What happens'),
    effective_on: NewPartialDate,
    draft: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100_000,
        description: 'Of `publish_draft`: its number; the last one when not said',
      }),
    ),
    sessions: Type.Optional(
      Type.Array(Id, {
        minItems: 1,
        maxItems: 50,
        uniqueItems: true,
        description:
          'Of `schedule`: ids of the approval sessions that vote on the draft, one of each collectivity; the only open one of each when not said',
      }),
    ),
    reason: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 1_000, format: 'text' }))),
    sources: Type.Optional(NewSources),
    documents: Type.Optional(
      Type.Array(Id, {
        maxItems: 50,
        uniqueItems: true,
        description: 'Ids of documents that are published: an evaluation, a decision',
      }),
    ),
  },
  { $id: 'NewPlanTransition', description: 'A dated step in the life of a plan' },
)
export type NewPlanTransition = Static<typeof NewPlanTransition>

export const PlanActions = actionsOf('PlanActions', REQUESTED_ACTIONS, PLAN_STATUSES)

export const planSchemas = [
  PlanAxis,
  PlanCommitment,
  NewActionPlan,
  ActionPlanPatch,
  NewPlanTransition,
  PlanTransition,
  PlanActions,
]
