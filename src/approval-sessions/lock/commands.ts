import { sql } from 'kysely'
import type { Recorded, Writing } from '../../db/journal.ts'
import { type Expected, requireRevision } from '../../db/revision.ts'
import { group, jsonOf } from '../../db/shape.ts'
import type { Actor } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { type LockedPlan, lockPlan } from '../../plans/lock/commands.ts'
import { reference, requireOwner } from '../../register/queries.ts'
import { type FoundSession, findApprovalSession, sessionFacts } from '../queries.ts'
import { statusOf } from '../standing.ts'

const facts = { ...sessionFacts, collectivity: group(reference('c')) }

/** What the journal keeps of a session: all of it, with its sittings and votes; never who voted how. */
export const recordedSession: Recorded = {
  table: 'approval_session',
  facts,
  states: (ids) => sql`
    select s.id, 'approval_session' as type, s.revision, ${jsonOf(facts)} as state,
      array_remove(array[c.id, c.province_id, c.region_id], null) as territories
    from approval_session s join collectivity c on c.id = s.collectivity_id where s.id = ${ids}`,
}

export interface LockedSession extends FoundSession {
  readonly id: string
  readonly plan: LockedPlan
}

/**
 * Locks a session, and before it the plan that its vote may move, for one who keeps it and has seen it as it is.
 *
 * @throws {DomainError} `not_found`, `not_yours`, and those of requireRevision
 */
export async function lockSession(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
): Promise<LockedSession> {
  const { trx } = writing
  const whose = await trx
    .selectFrom('approval_session')
    .select(['plan_id', 'collectivity_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (whose === undefined) throw new DomainError('not_found')
  await requireOwner(trx, actor, whose.collectivity_id)
  const plan = await lockPlan(writing, whose.plan_id)
  await sql`select from approval_session where id = ${id} for update`.execute(trx)
  const found = (await findApprovalSession(trx, id))!
  await requireRevision(writing, { type: 'approval_session', id, revision: found.revision }, expected)
  return { id, plan, ...found }
}

/**
 * Changes a session, and keeps what the law makes of it beside its facts: the quorum of each sitting, the majority of
 * each vote, the outcome and the status.
 */
export async function changeSession(
  writing: Writing,
  id: string,
  write: () => Promise<unknown>,
  reason: string | null = null,
): Promise<void> {
  const { trx } = writing
  await writing.change(
    recordedSession,
    [id],
    async () => {
      await write()
      const { judged, status } = (await findApprovalSession(trx, id))!
      const { standing } = judged
      const sittings = standing.sittings.map(({ number, quorum }) => ({ number, quorum }))
      const votes = standing.votes.map(({ sitting, majority, outcome }) => ({ sitting, majority, outcome }))
      const decided = standing.votes.find((vote) => vote.outcome === standing.outcome)
      const day = standing.sittings.find(({ number }) => number === decided?.sitting)?.held_on
      await sql`update approval_sitting t set quorum = judged.quorum
        from json_to_recordset(${JSON.stringify(sittings)}::json) as judged (number int, quorum json)
        where t.session_id = ${id} and t.number = judged.number`.execute(trx)
      await sql`update approval_vote v set majority = judged.majority, outcome = judged.outcome
        from json_to_recordset(${JSON.stringify(votes)}::json) as judged (sitting int, majority json, outcome text)
        where v.session_id = ${id} and v.sitting_number = judged.sitting`.execute(trx)
      await sql`update approval_session set status = ${statusOf(standing, status)}, outcome = ${standing.outcome},
        decided_on = ${standing.outcome === null ? null : (day ?? null)} where id = ${id}`.execute(trx)
    },
    reason,
  )
}
