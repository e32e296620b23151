import { sql } from 'kysely'
import { isActive, words } from '../../members/queries.ts'
import type { Facts } from '../facts.ts'
import { civilDayOf, placesOf } from '../places/queries.ts'

const members = (certainty: 'certain' | 'possible'): Facts => ({
  from: sql`member m join collectivity c on c.id = m.collectivity_id
    cross join lateral member_standing(m.id, asked.day) standing`,
  where: [sql`m.begun_on <= asked.day`, isActive[certainty]],
  dimensions: { ...placesOf('c'), wave: sql`m.wave` },
  value: sql`count(*)`,
})

const certain = members('certain')

export const NETWORK_FACTS: Readonly<Record<string, Facts>> = {
  members: certain,
  members_possible: members('possible'),
  days_since_last_word: {
    ...certain,
    // Of all at once: one by one would look into the journal for each.
    from: sql`${certain.from} left join lateral (
      select kept.collectivity_id, max(t.occurred_at) as at ${words} group by kept.collectivity_id
    ) word on word.collectivity_id = c.id`,
    value: sql`max(asked.day - ${civilDayOf('word.at')})`,
    status: sql`case count(word.at) when 0 then 'unknown' when count(*) then 'known' else 'at_least' end`,
    denominator: sql`count(*)`,
  },
}
