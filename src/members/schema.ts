import { type Static, Type } from 'typebox'
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
  words,
} from '../http/schema.ts'
import { CERTAINTIES, Collectivity, CollectivityRef, MEMBER_STATUSES } from '../register/schema.ts'

export const Member = open(
  {
    id: Id,
    wave: nullable(Type.Integer({ minimum: 1, description: 'Wave of admission' })),
    joined_on: ref(PartialDate),
    left_on: nullable(ref(PartialDate)),
    evidence: nullable(
      open(
        {
          kind: extensible(
            ['by_count', 'named', 'workshop', 'committee', 'consultation'],
            'What shows the membership: all of its kind joined, a source names it, or an activity of a member',
          ),
          held_on: nullable(ref(PartialDate)),
        },
        { description: 'What shows the membership' },
      ),
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
  },
  { $id: 'Member', description: 'An episode of membership of a collectivity in the network, as of a day' },
)
export type Member = Static<typeof Member>

export const INCLUDES = ['register_record'] as const
