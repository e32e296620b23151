import { type Static, Type } from 'typebox'
import { PLAN_STATUSES } from '../../domain/plan-types.ts'
import { OGP_COMPLETIONS, STAGES } from '../../domain/progress-types.ts'
import { extensible, Id, Instant, nullable, open, PartialDate, ref, Texts } from '../../http/schema.ts'
import { adoptions } from '../../plans/schema.ts'

export const Lineage = open(
  {
    commitment: open({ id: Id, key: Type.String(), title: ref(Texts) }),
    plan: open({
      id: Id,
      title: nullable(ref(Texts)),
      status: extensible(PLAN_STATUSES, 'Where the plan stands'),
      adopted_on: nullable(ref(PartialDate)),
      adoptions,
      previous_plan: nullable({ ...Id, description: 'The plan of the cycle before' }),
      next_plans: Type.Array(Id, { description: 'Plans of the cycle after' }),
    }),
    contributions: Type.Array(
      open({
        id: Id,
        consultation_id: Id,
        received_at: Instant,
        merged_into: nullable({ ...Id, description: 'The contribution that stands for it' }),
      }),
      { description: 'That became this commitment, or were merged into one that did' },
    ),
    drafts: Type.Array(
      open({
        number: Type.Integer({ minimum: 1 }),
        published_on: ref(PartialDate),
        content_hash: nullable(Type.String({ description: 'What was voted on, once a council has' })),
        axis: Type.String({ description: 'Key of its axis there' }),
        title: ref(Texts),
        in_force: Type.Boolean({ description: 'The draft that stands for the plan' }),
      }),
      { description: 'Those that are public and in which it occurs, in order' },
    ),
    milestones: Type.Array(
      open({
        key: Type.String(),
        title: ref(Texts),
        due_on: nullable(ref(PartialDate)),
        done: Type.Array(open({ done_on: ref(PartialDate), report_id: Id }), {
          description: 'What each report says of it; the last one counts',
        }),
      }),
      { description: 'Of the draft in force' },
    ),
    reports: Type.Array(
      open({
        id: Id,
        reported_on: ref(PartialDate),
        stage: extensible(STAGES, 'How far it had come'),
        withdrawn: Type.Boolean(),
      }),
      { description: 'By its member, the oldest first' },
    ),
    assessments: Type.Array(
      open({
        id: Id,
        assessed_on: ref(PartialDate),
        completion: extensible(OGP_COMPLETIONS, 'How far it had come'),
        withdrawn: Type.Boolean(),
      }),
      { description: 'By others, the oldest first' },
    ),
  },
  {
    $id: 'Lineage',
    description: 'Where a commitment comes from and what became of it, each step with the id to go on from',
  },
)
export type Lineage = Static<typeof Lineage>
