import { Type } from 'typebox'
import { CHANNELS, CONSULTATION_STATUSES, CONTRIBUTION_STATUSES } from '../../domain/consultation-types.ts'
import { extensible, Id, Instant, nullable, open, ref } from '../../http/schema.ts'
import { DraftDiff } from '../../plans/drafts/schema.ts'

const Count = Type.Integer({ minimum: 0 })

export const ConsultationOutcome = open(
  {
    consultation: open({
      id: Id,
      round: Type.Integer(),
      status: extensible(CONSULTATION_STATUSES, 'Where it stands'),
      draft: nullable(Type.Integer()),
    }),
    heard: open(
      {
        total: Count,
        by_status: Type.Array(
          open({ status: extensible(CONTRIBUTION_STATUSES, 'Where they stand'), count: Count }),
        ),
        by_channel: Type.Array(open({ channel: extensible(CHANNELS, 'How they came'), count: Count })),
      },
      { description: 'Contributions that have been published' },
    ),
    answers: Type.Array(
      open({
        contribution_id: Id,
        status: extensible(CONTRIBUTION_STATUSES, 'What became of it'),
        reason: Type.String(),
        answered_at: Instant,
        commitment: nullable(
          open({
            id: Type.String({ format: 'uuid' }),
            key: nullable(Type.String({ description: 'Once it is public' })),
          }),
        ),
        merged_into: nullable(Type.String({ format: 'uuid' })),
      }),
      { description: 'Each contribution that has been answered, in the order in which they came' },
    ),
    changes: nullable(ref(DraftDiff)),
  },
  {
    $id: 'ConsultationOutcome',
    description:
      'What was heard, what was answered, and what changed between the draft that was consulted on and the next that is public: null before there is one, and in a round that is about no draft',
  },
)
