import { sql } from 'kysely'
import type { Recorded, Writing } from '../../db/journal.ts'
import { type Expected, requireRevision } from '../../db/revision.ts'
import { json, jsonOf, plain } from '../../db/shape.ts'
import type { Actor } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { draftFacts, editsPlanNow } from '../drafts/queries.ts'
import { collectivitiesOf, findStanding, planFacts, type Standing, transitionsOfPlan } from '../queries.ts'

/** Every territory that a plan's collectivities are, or lie in. */
export const territories = (plan: string) => sql`array(
  select distinct territory from action_plan_collectivity l join collectivity c on c.id = l.collectivity_id,
    unnest(array[c.id, c.province_id, c.region_id]) as territory
  where l.plan_id = ${sql.ref(plan)} and territory is not null order by territory)`

const facts = {
  id: plain(sql`p.id`),
  ...planFacts,
  collectivities: json(collectivitiesOf({ may_edit: plain(sql`l.may_edit`) })),
  transitions: json(transitionsOfPlan),
  sources: json(sql`p.sources`),
}

/** What the journal keeps of a plan: all that is public of it. */
export const recordedPlan: Recorded = {
  table: 'action_plan',
  facts,
  states: (ids) => sql`
    select p.id, 'action_plan' as type, p.revision, ${jsonOf(facts)} as state,
      ${territories('p.id')} as territories
    from action_plan p where p.id = ${ids}`,
}

/** A draft, whole: with its axes and commitments. Hidden until it is published. */
export const recordedDraft: Recorded = {
  table: 'draft',
  visibility: 'by_row',
  facts: draftFacts,
  states: (ids) => sql`
    select d.id, 'draft' as type, d.revision, ${jsonOf(draftFacts)} as state,
      ${territories('d.plan_id')} as territories, d.published_on is null as hidden
    from draft d where d.id = ${ids}`,
}

export interface LockedPlan extends Standing {
  readonly id: string
}

/**
 * Locks a plan's row, for what comes next to be decided on. Whoever touches a draft of it locks the plan first.
 *
 * @throws {DomainError} `not_found`
 */
export async function lockPlan(writing: Writing, id: string): Promise<LockedPlan> {
  await sql`select from action_plan where id = ${id} for update`.execute(writing.trx)
  const standing = await findStanding(writing.trx, id)
  if (standing === undefined) throw new DomainError('not_found')
  return { id, ...standing }
}

/**
 * Under the plan's lock: that the caller edits it.
 *
 * @throws {DomainError} `not_yours`
 */
export async function requirePlanEditor({ trx }: Writing, actor: Actor, id: string): Promise<void> {
  if (!(await editsPlanNow(trx, actor, id))) throw new DomainError('not_yours')
}

/**
 * Locks a plan for one who edits it and has seen it as it is.
 *
 * @throws {DomainError} `not_found`, `not_yours`, and those of requireRevision
 */
export async function lockOwnPlan(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
): Promise<LockedPlan> {
  const plan = await lockPlan(writing, id)
  await requirePlanEditor(writing, actor, id)
  await requireRevision(writing, { type: 'action_plan', id, revision: plan.revision }, expected)
  return plan
}
