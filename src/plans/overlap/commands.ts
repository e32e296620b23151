import { sql } from 'kysely'
import type { Writing } from '../../db/journal.ts'
import { DomainError } from '../../domain/errors.ts'

/** The day by which a plan has begun for certain, and that up to which it lasts at the least. */
const begun = (plan: string) =>
  sql`period_last_day(${sql.ref(`${plan}.starts_on`)}, ${sql.ref(`${plan}.starts_precision`)})`
const lasts = (plan: string) => sql`greatest(${sql.ref(`${plan}.ends_on`)}, ${begun(plan)})`

/** A collectivity may have a plan of another programme beside this one: one that several share, for instance. */
const ofOneProgramme = sql`coalesce(p.programme ->> 'acronym' = other.programme ->> 'acronym',
  p.programme ->> 'name' = other.programme ->> 'name', true)`

const NO_MORE = sql`('withdrawn', 'rejected')`

/**
 * That none of a plan's collectivities has another plan of the same programme for the same time, as far as the dates
 * are known: a cycle to some day of a year and one from some day of it may follow each other. The collectivities are
 * locked: two plans that are made at once would not see each other.
 *
 * @throws {DomainError} 409 `overlapping_plan`
 */
export async function requireNoOverlap({ trx }: Writing, plan: string): Promise<void> {
  await sql`select from collectivity where id in (
      select collectivity_id from action_plan_collectivity where plan_id = ${plan}
    ) order by id for no key update`.execute(trx)
  const { rows } = await sql<{ id: string; hcp_code: string }>`
    select other.id, c.hcp_code
    from action_plan p join action_plan_collectivity l on l.plan_id = p.id
      join action_plan_collectivity theirs on theirs.collectivity_id = l.collectivity_id and theirs.plan_id <> p.id
      join action_plan other on other.id = theirs.plan_id
      join collectivity c on c.id = l.collectivity_id
    where p.id = ${plan} and p.status not in ${NO_MORE} and other.status not in ${NO_MORE}
      and ${begun('p')} <= ${lasts('other')} and ${begun('other')} <= ${lasts('p')} and ${ofOneProgramme}
    order by l.ordinal, other.begins_on, other.id limit 1`.execute(trx)
  const [found] = rows
  if (found === undefined) return
  const values = { value: found.id, collectivity: found.hcp_code }
  throw new DomainError('overlapping_plan', {
    values,
    faults: [{ at: { pointer: '/cycle' }, code: 'overlaps', values }],
  })
}
