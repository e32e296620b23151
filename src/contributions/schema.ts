import { type Static, Type } from 'typebox'
import { CHANNELS, CONTRIBUTION_LANGUAGES, CONTRIBUTION_STATUSES } from '../domain/consultation-types.ts'
import {
  extensible,
  Id,
  Instant,
  nullable,
  open,
  Revision,
  ref,
  strict,
  Texts,
  words,
} from '../http/schema.ts'
import { CONTRIBUTION_ACTIONS } from './lifecycle.ts'

/** Letters of one text; a page and a half of Arabic. */
const MOST_LETTERS = 4_000

const text = (description: string) =>
  Type.String({ minLength: 1, maxLength: MOST_LETTERS, format: 'text', description })
const optionalText = (description: string) => Type.Optional(nullable(text(description)))

const NewContact = strict(
  {
    name: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 200, format: 'text' }))),
    email: Type.Optional(nullable(Type.String({ format: 'email', maxLength: 254 }))),
    publish_name: Type.Optional(
      Type.Boolean({
        description: 'Whether the name is to be shown beside the contribution; false when not said',
      }),
    ),
    consent_version: Type.String({
      minLength: 1,
      maxLength: 100,
      format: 'text',
      description: 'Which version of the text of consent was agreed to',
    }),
  },
  {
    description:
      'How to reach the author, who agrees to it: kept apart, shown to those who moderate, erased on request and a year after (law 09-08)',
  },
)

export const NewContribution = strict(
  {
    language: words(CONTRIBUTION_LANGUAGES, 'In which it is written'),
    problem: text('What is wrong, or missing'),
    proposed_solution: optionalText('What to do about it'),
    expected_impact: optionalText('What would come of it'),
    axis: Type.Optional(
      nullable(Type.String({ minLength: 1, maxLength: 40, description: 'Key of the axis that it is about' })),
    ),
    contact: Type.Optional(nullable(NewContact)),
    channel: Type.Optional(
      words(
        CHANNELS,
        'How it came: `online_form` when not said; any other is for those who edit the plan to say',
      ),
    ),
    received_at: Type.Optional(
      Type.String({
        format: 'date-time',
        description: 'When it came by another channel; for those who edit the plan to say',
      }),
    ),
  },
  { $id: 'NewContribution', description: 'What somebody has to say' },
)
export type NewContribution = Static<typeof NewContribution>

export const ContributionReceipt = open(
  {
    id: Id,
    consultation_id: Id,
    status: extensible(CONTRIBUTION_STATUSES, '`pending`, until somebody has read it'),
    received_at: Instant,
  },
  {
    $id: 'ContributionReceipt',
    description:
      'That it has come. It is at `/v1/contributions/{id}` once it is published, and not before. The id alone says so: nobody can guess it, and there is no secret that would tie a person to what was said',
  },
)

export const NewContributionTransition = strict(
  {
    action: words(CONTRIBUTION_ACTIONS, 'What happens'),
    reason: Type.Optional(
      nullable(
        Type.String({
          minLength: 1,
          maxLength: 2_000,
          format: 'text',
          description: 'Of all but `publish` and `reconsider`; that of an answer is published',
        }),
      ),
    ),
    commitment: Type.Optional(
      nullable(
        Type.String({
          minLength: 1,
          maxLength: 40,
          description: 'Of `accept`: key of the commitment of the plan that it became, or became part of',
        }),
      ),
    ),
    merged_into: Type.Optional(
      nullable(
        Type.String({ format: 'uuid', description: 'Of `merge`: the contribution that says the same' }),
      ),
    ),
  },
  { $id: 'NewContributionTransition', description: 'A step of moderation, or an answer' },
)
export type NewContributionTransition = Static<typeof NewContributionTransition>

const facts = {
  id: Id,
  consultation: open({ id: Id, round: Type.Integer() }),
  plan_id: Id,
  status: extensible(
    CONTRIBUTION_STATUSES,
    'Where it stands; `pending` and `withheld` are there only for those who moderate',
  ),
  channel: extensible(CHANNELS, 'How it came'),
  language: extensible(CONTRIBUTION_LANGUAGES, 'In which it is written'),
  problem: Type.String(),
  proposed_solution: nullable(Type.String()),
  expected_impact: nullable(Type.String()),
  axis: nullable(Type.String({ description: 'Key of the axis that it is about' })),
  author_named: Type.Boolean({
    description: 'Its author asked for the name to be shown: the record alone has it, and no list',
  }),
  received_at: Instant,
  answer: nullable(
    open({
      reason: Type.String(),
      answered_at: Instant,
      commitment: nullable(
        open({
          id: Type.String({ format: 'uuid', description: 'At `/v1/commitments`, once it is public' }),
          key: nullable(Type.String({ description: 'Once it is public' })),
          title: nullable(ref(Texts)),
        }),
      ),
      merged_into: nullable(Type.String({ format: 'uuid' })),
    }),
  ),
  withheld_reason: nullable(Type.String({ description: 'For those who moderate' })),
  revision: Revision,
  created_at: Instant,
  updated_at: Instant,
}

export const Contribution = open(facts, {
  $id: 'Contribution',
  description: 'What somebody said in a consultation, and what they were answered',
})
export type Contribution = Static<typeof Contribution>

export const ContributionRecord = open(
  {
    ...facts,
    author: nullable(
      open(
        { name: Type.String() },
        { description: 'Only when they asked for it; gone when they are erased' },
      ),
    ),
  },
  { $id: 'ContributionRecord', description: 'A contribution, with the name of its author if they want' },
)

export const ContributionContact = open(
  {
    id: Id,
    name: nullable(Type.String()),
    email: nullable(Type.String()),
    legal_basis: Type.String(),
    consent_version: nullable(Type.String()),
    retention_until: Type.String({ format: 'date', description: 'The last day on which it is kept' }),
    erased_at: nullable(Instant),
  },
  { $id: 'ContributionContact', description: 'How to reach the author; personal data' },
)

export const contributionSchemas = [
  NewContribution,
  ContributionReceipt,
  NewContributionTransition,
  ContributionContact,
]
