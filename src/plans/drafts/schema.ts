import { type Static, Type } from 'typebox'
import { PRINCIPLES } from '../../domain/plan-types.ts'
import {
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
} from '../../http/schema.ts'
import { MOST_COMMITMENTS } from './content.ts'

const MOST_AXES = 50
const TITLE = 500
const TEXT = 5_000

const Key = Type.Optional(
  nullable(
    Type.String({
      pattern: '^[a-z0-9][a-z0-9_-]{0,39}$',
      description: 'The same from draft to draft; made when not said',
    }),
  ),
)
const principles = (minItems: number) =>
  Type.Array(words(PRINCIPLES, 'Principle of the network'), { minItems, maxItems: 5, uniqueItems: true })
const Decimal = Type.String({
  pattern: '^-?(0|[1-9]\\d{0,14})(\\.\\d{1,6})?$',
  description: 'Exact decimal',
})
const optionalText = (description: string) => Type.Optional(nullable(newTexts(TEXT, description)))
const NewInstitution = strict({ name: newTexts(300, 'Name of the institution') })

const NewCommitment = strict({
  key: Key,
  title: newTexts(TITLE, 'What is promised'),
  problem: optionalText('The public problem'),
  solution: optionalText('How it is to be solved'),
  expected_impact: optionalText('What is to come of it'),
  lead_institution: Type.Optional(nullable(NewInstitution)),
  supporting_institutions: Type.Optional(Type.Array(NewInstitution, { maxItems: 50 })),
  principles: principles(1),
  budget: Type.Optional(
    nullable(
      strict({
        amount: Type.String({ pattern: '^(0|[1-9]\\d{0,14})(\\.\\d{1,3})?$', description: 'Exact decimal' }),
        currency: Type.String({ format: 'currency', maxLength: 3, description: 'ISO 4217' }),
      }),
    ),
  ),
  financial_effect: Type.Optional(
    nullable(
      Type.Boolean({
        description: 'Whether it costs the collectivity; such a decision takes a visa. Null: unknown',
      }),
    ),
  ),
  indicators: Type.Optional(
    Type.Array(
      strict({
        title: newTexts(TITLE, 'What is measured'),
        unit: Type.Optional(nullable(newTexts(100, 'In what'))),
        baseline: Type.Optional(nullable(Decimal)),
        target: Type.Optional(nullable(Decimal)),
      }),
      { maxItems: 50 },
    ),
  ),
  milestones: Type.Optional(
    Type.Array(
      strict({
        key: Key,
        title: newTexts(TITLE, 'What is to be done'),
        due_on: Type.Optional(nullable(NewPartialDate)),
      }),
      { maxItems: 50 },
    ),
  ),
})

const NewAxis = strict({
  key: Key,
  title: newTexts(TITLE, 'Title'),
  rationale: optionalText('“As a mechanism for” what'),
  principles: Type.Optional(principles(0)),
  commitments: Type.Optional(Type.Array(NewCommitment, { maxItems: MOST_COMMITMENTS })),
})

export const DraftDocument = strict(
  {
    axes: Type.Array(NewAxis, { maxItems: MOST_AXES, description: 'In order; four is the habit' }),
    sources: Type.Optional(NewSources),
  },
  { $id: 'DraftDocument', description: 'What a draft says, whole' },
)
export type DraftDocument = Static<typeof DraftDocument>

/** A JSON merge patch (RFC 7396) of a DraftDocument; what results is held to that. */
export const DraftPatch = Type.Unsafe<Record<string, never>>({
  $id: 'DraftPatch',
  type: 'object',
  minProperties: 1,
  description:
    'JSON merge patch (RFC 7396): a list is replaced as a whole; what results must be as in DraftDocument',
  properties: {
    axes: { description: 'As in DraftDocument' },
    sources: { description: 'As in DraftDocument' },
  },
})

const Institution = open({ name: ref(Texts) })

/** What a commitment says, in a draft and in the flat list. */
export const commitmentContent = {
  title: ref(Texts),
  problem: nullable(ref(Texts)),
  solution: nullable(ref(Texts)),
  expected_impact: nullable(ref(Texts)),
  lead_institution: nullable(Institution),
  supporting_institutions: Type.Array(Institution),
  principles: Type.Array(extensible(PRINCIPLES, 'Principle of the network'), {
    description: 'Principles that it serves',
  }),
  budget: nullable(
    open({
      amount: Type.String({ description: 'Exact decimal' }),
      currency: Type.String({ description: 'ISO 4217' }),
    }),
  ),
  financial_effect: nullable(
    Type.Boolean({ description: 'Whether it costs the collectivity; null: unknown' }),
  ),
  indicators: Type.Array(
    open({
      title: ref(Texts),
      unit: nullable(ref(Texts)),
      baseline: nullable(Type.String()),
      target: nullable(Type.String()),
    }),
  ),
  milestones: Type.Array(open({ key: Type.String(), title: ref(Texts), due_on: nullable(ref(PartialDate)) })),
}
const PartKey = Type.String({ description: 'The same from draft to draft' })
export const DraftCommitment = open(
  { key: PartKey, ...commitmentContent },
  { $id: 'DraftCommitment', description: 'What a draft promises' },
)
export const axisContent = {
  key: PartKey,
  title: ref(Texts),
  rationale: nullable(ref(Texts)),
  principles: Type.Array(extensible(PRINCIPLES, 'Principle of the network')),
}
export const DraftAxis = open(
  { ...axisContent, commitments: Type.Array(ref(DraftCommitment)) },
  { $id: 'DraftAxis', description: 'A priority theme of a draft' },
)

export const Draft = open(
  {
    id: Id,
    plan_id: Id,
    number: Type.Integer({ minimum: 1 }),
    status: extensible(['open', 'frozen'], '`frozen` once it was consulted on or voted on'),
    based_on: nullable(Type.Integer({ description: 'Number of the draft that it began as a copy of' })),
    axes: Type.Optional(Type.Array(ref(DraftAxis), { description: 'In a list: with `include=axes`' })),
    warnings: Type.Array(
      open({
        code: Type.String(),
        pointer: Type.String({ description: 'JSON pointer into the draft' }),
        detail: open({ ar: Type.String(), fr: Type.String(), en: Type.String() }),
      }),
      { description: 'Hints; none of them stands in the way of anything' },
    ),
    content_hash: nullable(
      Type.String({
        description:
          'Of a frozen draft: `sha256:` and the hash of the canonical JSON (RFC 8785) of `{"axes": …}`, as it is in this answer',
      }),
    ),
    frozen_at: nullable(Instant),
    frozen_by: nullable(extensible(['consultation', 'validation', 'vote'], 'What froze it')),
    publication: nullable(
      open({
        published_on: ref(PartialDate),
        published_by: extensible(['publish_draft', 'consultation', 'vote'], 'What made it public'),
        sources: Sources,
      }),
    ),
    sources: Sources,
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
  },
  { $id: 'Draft', description: 'A numbered draft of a plan' },
)
export type Draft = Static<typeof Draft>

const PlaceOf = open({
  axis: Type.Optional(Type.String({ description: 'Of a commitment: the key of its axis' })),
  position: Type.Integer({ minimum: 1 }),
})
const partsDiff = (value: ReturnType<typeof open>) =>
  open({
    added: Type.Array(open({ key: PartKey, at: PlaceOf, value })),
    removed: Type.Array(open({ key: PartKey, at: PlaceOf, value })),
    moved: Type.Array(open({ key: PartKey, from: PlaceOf, to: PlaceOf })),
    changed: Type.Array(
      open({
        key: PartKey,
        changes: Type.Array(
          open({
            field: Type.String({ description: '`title.ar`, `budget` and so on' }),
            from: Type.Unsafe<unknown>({ description: 'The value before' }),
            to: Type.Unsafe<unknown>({ description: 'The value after' }),
            words: nullable(
              Type.Array(
                open({
                  op: words(['kept', 'removed', 'added'], 'Of which of the two texts'),
                  text: Type.String(),
                }),
                { description: 'Of a text that was there before and after: the words that changed' },
              ),
            ),
          }),
        ),
      }),
    ),
  })

const DraftRef = open({ number: Type.Integer(), content_hash: nullable(Type.String()) })

export const DraftDiff = open(
  {
    plan_id: Id,
    from: DraftRef,
    to: DraftRef,
    axes: partsDiff(open(axisContent) as never),
    commitments: partsDiff(ref(DraftCommitment) as never),
  },
  {
    $id: 'DraftDiff',
    description:
      'What became of the axes and commitments of one draft in another; parts are the same by their keys. Remove what was removed or moved, change what changed, then set what was added or moved at its place, in the order of the places: that is the other draft',
  },
)

export const draftSchemas = [DraftDocument, DraftPatch, DraftCommitment, DraftAxis, Draft, DraftDiff]
