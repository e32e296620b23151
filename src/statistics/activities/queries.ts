import { type RawBuilder, sql } from 'kysely'
import { isHidden } from '../../contributions/queries.ts'
import type { Facts } from '../facts.ts'
import { civilDayOf, collectivitiesOfPlan } from '../places/queries.ts'

const workshops: Facts = {
  from: sql`workshop w`,
  where: [sql`w.status = 'held'`],
  dimensions: { kind: sql`w.kind`, mode: sql`w.mode` },
  collectivities: sql`from workshop_collectivity l
    join collectivity c on c.id = l.collectivity_id where l.workshop_id = w.id`,
  day: { first: sql`w.held_on`, precision: sql`w.held_precision` },
  value: sql`count(*)`,
}

/** Of the public cells, and of nothing else: as the margins of one attendance are made (workshops/suppression.ts). */
function attendance(of: 'present' | 'registered' | 'invited'): Facts {
  const number = sql.ref(`cell.${of}`)
  const value = sql`(${number} ->> 'value')::int`
  return {
    ...workshops,
    from: sql`workshop w cross join lateral json_to_recordset(w.public_attendance -> 'cells')
      as cell (category text, gender text, invited json, registered json, present json)`,
    dimensions: { ...workshops.dimensions, category: sql`cell.category`, gender: sql`cell.gender` },
    value: sql`sum(${value})`,
    status: sql`case
      when count(${value}) = 0 then
        case when bool_or(${number} ->> 'status' = 'suppressed') then 'suppressed' else 'unknown' end
      when count(${value}) = count(*) then 'known' else 'at_least' end`,
    denominator: sql`count(distinct w.id)`,
  }
}

const contributions = (value: RawBuilder<unknown>): Facts => ({
  from: sql`contribution n join consultation k on k.id = n.consultation_id`,
  where: [sql`not ${isHidden}`],
  dimensions: {
    contribution_status: sql`n.status`,
    channel: sql`n.channel`,
    language: sql`n.language`,
    round: sql`k.round`,
  },
  collectivities: collectivitiesOfPlan('k.plan_id'),
  day: { first: civilDayOf('n.received_at'), precision: sql`'day'::text` },
  value,
})

const answered = (how: RawBuilder<unknown>): Facts => ({
  ...contributions(sql`count(*) filter (where ${how} and ${civilDayOf('n.answered_at')} <= asked.day)`),
  denominator: sql`count(*)`,
})

export const ACTIVITY_FACTS: Readonly<Record<string, Facts>> = {
  workshops,
  attendance: attendance('present'),
  registered: attendance('registered'),
  invited: attendance('invited'),
  contributions: contributions(sql`count(*)`),
  contributions_answered: answered(sql`n.answer is not null`),
  contributions_accepted: answered(sql`n.status = 'accepted'`),
}
