import { sql } from 'kysely'
import { isActive } from '../../members/queries.ts'
import type { Facts } from '../facts.ts'
import { placesOf } from '../places/queries.ts'

const members = (certainty: 'certain' | 'possible'): Facts => ({
  from: sql`member m join collectivity c on c.id = m.collectivity_id
    cross join lateral member_standing(m.id, asked.day) standing`,
  where: [sql`m.begun_on <= asked.day`, isActive[certainty]],
  dimensions: { ...placesOf('c'), wave: sql`m.wave` },
  value: sql`count(*)`,
})

export const NETWORK_FACTS: Readonly<Record<string, Facts>> = {
  members: members('certain'),
  members_possible: members('possible'),
}
