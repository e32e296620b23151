import { type Static, Type } from 'typebox'
import {
  BALLOTS,
  MOTIONS,
  OUTCOMES,
  SESSION_KINDS,
  SESSION_STATUSES,
  SIDES,
  SUBJECTS,
} from '../domain/session-types.ts'
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
import { LegalBasis } from '../legal-rules/schema.ts'
import { CollectivityRef } from '../register/schema.ts'
import { SkippedDay } from '../session-calendar/schema.ts'
import { DEADLINE_STATES, DEADLINE_STEPS } from './deadlines.ts'
import { ACTIONS } from './lifecycle.ts'

const optional = <T extends Parameters<typeof nullable>[0]>(schema: T) => Type.Optional(nullable(schema))
const text = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, format: 'text', description })
const day = (description: string) => Type.Unsafe<string>({ ...Day, description })
/** More than any council has. */
const MOST_MEMBERS = 1_000
const count = (description: string) => Type.Integer({ minimum: 0, maximum: MOST_MEMBERS, description })

const editable = {
  kind: words(SESSION_KINDS, 'How it comes about'),
  announced_as: optional(newTexts(300, 'What a source calls it, exactly, in the language of the source')),
  opens_on: optional(NewPartialDate),
  members_in_office: optional(
    Type.Integer({
      minimum: 1,
      maximum: MOST_MEMBERS,
      description: 'Members in office, on `members_in_office_on`',
    }),
  ),
  members_in_office_on: optional(day('The day on which so many were in office')),
  requested: optional(
    strict(
      {
        on: Day,
        members: optional(
          Type.Integer({ minimum: 1, maximum: MOST_MEMBERS, description: 'How many members asked' }),
        ),
      },
      { description: 'Of an extraordinary session: when it was asked for' },
    ),
  ),
  item_on_agenda: optional(
    Type.Boolean({
      description: 'Whether the plan is on the agenda: the council deliberates on nothing else',
    }),
  ),
  notice_sent_on: optional(day('When the members were given notice')),
  agenda_sent_on: optional(day('When the agenda went to the wali or governor')),
  declared_outcome: optional(
    strict(
      { outcome: words(OUTCOMES, 'As declared'), sources: NewSources },
      { description: 'What a source says came of it; computed is `outcome`' },
    ),
  ),
  votes_published: optional(
    strict(
      {
        on: Day,
        basis: text(500, 'On what legal basis'),
        url: optional(Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2_000 })),
      },
      { description: 'That the council has published who voted how; without it the roll stays restricted' },
    ),
  ),
  after_the_vote: optional(
    strict(
      {
        closed_on: optional(day('When the session closed; the day of the vote when not said')),
        posted_on: optional(day('When the decision was posted at the seat')),
        minutes_sent_on: optional(day('When each member was given a copy of the minutes')),
        transmitted_on: optional(day('When copies went to the wali or governor')),
        received_on: optional(day('When the wali or governor received them')),
        opposed_on: optional(day('When the wali or governor notified an opposition')),
        opposition_reason: optional(text(2_000, 'What it is opposed for')),
        financial_effect: optional(
          Type.Boolean({ description: 'Whether the decision takes a visa for its effect' }),
        ),
        visa: optional(
          strict({ decision: words(['granted', 'refused'], 'Of the authority'), decided_on: Day }),
        ),
      },
      { description: 'What followed the vote, as far as it has' },
    ),
  ),
  sources: NewSources,
}

export const SessionDocument = strict(editable, {
  $id: 'SessionDocument',
  description: 'What may be edited of a session',
})
export type SessionDocument = Static<typeof SessionDocument>

export const NewApprovalSession = strict(
  {
    plan_id: Id,
    collectivity: Type.String({
      format: 'collectivity',
      maxLength: 40,
      description: 'Id or code of the collectivity whose council meets: one of the plan’s',
    }),
    redeliberates: optional(
      Type.Unsafe<string>({
        ...Id,
        description: 'Id of the session whose decision was opposed, and which this one deliberates on anew',
      }),
    ),
    ...editable,
  },
  {
    $id: 'NewApprovalSession',
    description:
      'A council session on a plan; perhaps only announced, without a draft, a day or members in office',
  },
)
export type NewApprovalSession = Static<typeof NewApprovalSession>

/** A JSON merge patch (RFC 7396) of a SessionDocument; what results is held to that. */
export const ApprovalSessionPatch = Type.Unsafe<Record<string, never>>({
  $id: 'ApprovalSessionPatch',
  type: 'object',
  minProperties: 1,
  description:
    'JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewApprovalSession',
  // Open: what the patch results in is held to the closed document, and all its faults are told together.
  properties: Object.fromEntries(
    Object.keys(editable).map((name) => [name, { description: 'As in NewApprovalSession' }]),
  ),
})

export const NewSitting = strict(
  {
    call: nullable(
      Type.Unsafe<1 | 2 | 3>({
        type: 'integer',
        enum: [1, 2, 3],
        description: 'Which call it answers; null for a further sitting of a session that has opened',
      }),
    ),
    held_on: Day,
    present_at_opening: optional(count('Members present when it opened; needed where a quorum is counted')),
  },
  { $id: 'NewSitting', description: 'A meeting of the council, as it was' },
)
export type NewSitting = Static<typeof NewSitting>

export const NewVote = strict(
  {
    sitting: Type.Integer({
      minimum: 1,
      maximum: 100,
      description: 'Number of the sitting in which it was held',
    }),
    motion: Type.Optional(words(MOTIONS, 'What was put to the vote; `adoption` when not said')),
    subject: Type.Optional(
      words(SUBJECTS, 'All but `ordinary`, the default, take a majority of the members in office'),
    ),
    ballot: Type.Optional(words(BALLOTS, 'By law the vote is public; `public` when not said')),
    for: count('Votes for'),
    against: count('Votes against'),
    abstentions: count('Abstentions, which are not votes cast'),
    president_side: optional(words(['for', 'against'], 'The side of the president, which prevails in a tie')),
    amended_draft: optional(
      Type.Unsafe<string>({
        ...Id,
        description: 'Id of a later draft of the plan: the text with the amendments, which is what was voted',
      }),
    ),
    roll: optional(
      strict(
        {
          legal_basis: text(500, 'On what basis the names are kept (law 09-08)'),
          retention_until: day('The last day on which they are kept'),
          voters: Type.Array(
            strict({ name: text(200, 'As in the minutes'), side: words(SIDES, 'How they voted') }),
            { minItems: 1, maxItems: MOST_MEMBERS },
          ),
        },
        {
          description:
            'Who voted how, as the minutes say: never public by itself, and none of a secret ballot',
        },
      ),
    ),
  },
  { $id: 'NewVote', description: 'A vote as it was counted; what came of it is computed' },
)
export type NewVote = Static<typeof NewVote>

export const NewSessionStep = strict(
  { action: words(ACTIONS, 'What happens'), reason: optional(text(1_000, 'Needed to cancel')) },
  { $id: 'NewSessionStep', description: 'A step of a session; sittings and the vote do the rest' },
)
export type NewSessionStep = Static<typeof NewSessionStep>

const Quorum = open({
  required: Type.Integer({
    description: 'The least number present with which the council deliberates validly',
  }),
  present: Type.Integer(),
  met: Type.Boolean(),
  basis: ref(LegalBasis),
})

const Vote = open(
  {
    sitting: Type.Integer(),
    motion: extensible(MOTIONS, 'What was put to the vote'),
    subject: extensible(SUBJECTS, 'Subject of the vote'),
    ballot: extensible(BALLOTS, 'How it was held'),
    for: Type.Integer(),
    against: Type.Integer(),
    abstentions: Type.Integer(),
    president_side: nullable(extensible(['for', 'against'], 'Side of the president')),
    amended_hash: nullable(Type.String({ description: 'Of the draft with the amendments that were voted' })),
    voters: nullable(
      Type.Integer({ description: 'How many voters the roll names; null where there is none' }),
    ),
    majority: open({
      rule: extensible(['votes_cast', 'members_in_office'], 'What it is a majority of'),
      required: Type.Integer(),
      in_favour: Type.Integer(),
      reached: Type.Boolean(),
      tie_broken_by: nullable(extensible(['for', 'against'], 'In a tie: the side of the president')),
      basis: ref(LegalBasis),
    }),
    outcome: nullable(
      extensible(OUTCOMES, 'Computed; null when it decides nothing, and the council votes again'),
    ),
  },
  { $id: 'SessionVote', description: 'A vote, the majority that it took and what came of it' },
)

const sessionFields = {
  id: Id,
  plan_id: Id,
  collectivity: ref(CollectivityRef),
  kind: extensible(SESSION_KINDS, 'How it comes about'),
  status: extensible(SESSION_STATUSES, 'Where it stands'),
  status_reason: nullable(Type.String({ description: 'Why it was cancelled' })),
  announced_as: nullable(ref(Texts)),
  opens_on: nullable(ref(PartialDate)),
  members_in_office: nullable(Type.Integer()),
  members_in_office_on: nullable(Day),
  requested: nullable(open({ on: Day, members: nullable(Type.Integer()) })),
  item_on_agenda: nullable(Type.Boolean()),
  notice_sent_on: nullable(Day),
  agenda_sent_on: nullable(Day),
  content_hash: nullable(
    Type.String({ description: 'Of the frozen draft before the council; null until the plan is scheduled' }),
  ),
  redeliberates: nullable(Id),
  sittings: Type.Array(
    open({
      number: Type.Integer(),
      call: nullable(Type.Integer()),
      held_on: Day,
      present_at_opening: nullable(Type.Integer()),
      quorum: nullable(Quorum),
    }),
    { description: 'In order' },
  ),
  vote: nullable(ref(Vote)),
  earlier_votes: Type.Array(ref(Vote), { description: 'Those of earlier sittings, which decided nothing' }),
  outcome: nullable(extensible(OUTCOMES, 'Computed from the votes, and what has moved the plan')),
  decided_on: nullable(Day),
  declared_outcome: nullable(open({ outcome: extensible(OUTCOMES, 'As declared'), sources: Sources })),
  votes_published: nullable(open({ on: Day, basis: Type.String(), url: nullable(Type.String()) })),
  after_the_vote: nullable(
    open({
      closed_on: nullable(Day),
      posted_on: nullable(Day),
      minutes_sent_on: nullable(Day),
      transmitted_on: nullable(Day),
      received_on: nullable(Day),
      opposed_on: nullable(Day),
      opposition_reason: nullable(Type.String()),
      financial_effect: nullable(Type.Boolean()),
      visa: nullable(
        open({ decision: extensible(['granted', 'refused'], 'Of the authority'), decided_on: Day }),
      ),
    }),
  ),
  sources: Sources,
  revision: Revision,
  created_at: Instant,
  updated_at: Instant,
}

export const ListedSession = open(sessionFields, {
  $id: 'ListedSession',
  description: 'A council session on a plan; by itself it also tells deadlines and warnings',
})
export type ListedSession = Static<typeof ListedSession>

export const PlanSessions = Type.Array(ref(ListedSession), { description: 'In the order in which they open' })

const Deadline = open(
  {
    step: extensible(DEADLINE_STEPS, 'What is due'),
    due_on: day('The last day for it'),
    done_on: nullable(day('When it was done; a term that the authority let pass is done the day it ended')),
    state: extensible(DEADLINE_STATES, 'At the end of `as_of`'),
    basis: ref(LegalBasis),
    skipped: Type.Array(ref(SkippedDay), { description: 'Days that did not count' }),
  },
  { $id: 'SessionDeadline', description: 'A term that the law sets for a session' },
)

const SessionWarning = open(
  {
    code: Type.String(),
    pointer: Type.String({ description: 'JSON pointer to the fact in the session' }),
    detail: open({ ar: Type.String(), fr: Type.String(), en: Type.String() }),
    basis: nullable(ref(LegalBasis)),
  },
  { $id: 'SessionWarning', description: 'What does not fit the law, or itself; nothing is refused for it' },
)

export const ApprovalSession = open(
  {
    ...sessionFields,
    enforceable_on: nullable(
      day('The first day on which the decision may be carried out; null while it is not known, or may not'),
    ),
    deadlines: Type.Array(ref(Deadline), { description: 'As far as its days are known' }),
    warnings: Type.Array(ref(SessionWarning)),
    as_of: Day,
  },
  { $id: 'ApprovalSession', description: 'A council session on a plan, held against the law' },
)
export type ApprovalSession = Static<typeof ApprovalSession>

export const SessionRoll = open(
  {
    data: Type.Array(
      open({
        sitting: Type.Integer(),
        name: nullable(Type.String({ description: 'Null once erased' })),
        side: extensible(SIDES, 'How they voted'),
      }),
    ),
    published: nullable(open({ on: Day, basis: Type.String(), url: nullable(Type.String()) })),
    withheld: Type.Boolean({ description: 'It is not for the caller, who sees none of it' }),
  },
  { $id: 'SessionRoll', description: 'Who voted how' },
)

export const SessionActions = actionsOf('SessionActions', ACTIONS, SESSION_STATUSES)

export const sessionSchemas = [
  NewApprovalSession,
  ApprovalSessionPatch,
  NewSitting,
  NewVote,
  NewSessionStep,
  Vote,
  Deadline,
  SessionWarning,
  ListedSession,
  ApprovalSession,
  SessionRoll,
  SessionActions,
]
