import { type Static, Type } from 'typebox'
import { PLAN_STATUSES } from '../../domain/plan-types.ts'
import {
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
