import { type Static, Type } from 'typebox'
import { PLAN_STATUSES } from '../../domain/plan-types.ts'
import { AT_RISK, OGP_COMPLETIONS, STAGES } from '../../domain/progress-types.ts'
import {
  Day,
  extensible,
  Id,
  Instant,
  nullable,
  open,
  PartialDate,
  Revision,
  ref,
  Sources,
  Texts,
} from '../../http/schema.ts'
import { CollectivityRef } from '../../register/schema.ts'
import { commitmentContent } from '../drafts/schema.ts'

export const Commitment = open(
  {
    id: Id,
    key: Type.String({ description: 'In its plan, the same from draft to draft' }),
    ...commitmentContent,
    milestones: Type.Array(
      open({
        key: Type.String(),
        title: ref(Texts),
        due_on: nullable(ref(PartialDate)),
        done_on: nullable(ref(PartialDate)),
      }),
      { description: 'As planned in the draft, and done by what its member has reported' },
    ),
    completion: nullable(
      open(
        {
          stage: extensible(STAGES, 'How far it has come'),
          percentage: nullable(Type.Integer()),
          reported_on: ref(PartialDate),
          report_id: Id,
        },
        { description: 'By the last report of its member; null before any' },
      ),
    ),
    assessment: nullable(
      open(
        {
          completion: extensible(OGP_COMPLETIONS, 'On the scale of the Open Government Partnership'),
          assessed_on: ref(PartialDate),
          assessment_id: Id,
        },
        { description: 'By the last independent assessment; null before any' },
      ),
    ),
    next_due_on: nullable({
      ...Day,
      description:
        'Of a promise that was adopted and is not completed: the last day of what is due next, a milestone that is not done or the plan itself',
    }),
    overdue: Type.Boolean({
      description:
        'That day has passed: a milestone, or the end of the plan, and what was promised is not done',
    }),
    at_risk: Type.Boolean({
      description: `That day comes within ${AT_RISK.dueWithinDays} days, and nothing was heard for ${AT_RISK.silentForDays}: \`silent_days\``,
    }),
    silent_days: nullable(
      Type.Integer({
        description:
          'Days since the last report; before any, since implementation began; null before that too',
      }),
    ),
    axis: open({ key: Type.String(), title: ref(Texts) }),
    plan: open({
      id: Id,
      title: nullable(ref(Texts)),
      status: extensible(PLAN_STATUSES, 'Where the plan stands'),
      draft: Type.Integer({ description: 'Number of the draft that it is told from' }),
      cycle: open({
        starts_on: nullable(ref(PartialDate)),
        ends_on: nullable(ref(PartialDate)),
      }),
      collectivities: Type.Array(ref(CollectivityRef)),
    }),
    sources: Sources,
    revision: Revision,
    updated_at: Instant,
  },
  {
    $id: 'Commitment',
    description: 'A promise of a plan, from the draft in force, or else from the last that was published',
  },
)
export type Commitment = Static<typeof Commitment>
