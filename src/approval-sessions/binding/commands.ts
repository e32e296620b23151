import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Writing } from '../../db/journal.ts'
import { DomainError, type Fault } from '../../domain/errors.ts'
import type { PlanSessions } from '../../plans/commands.ts'
import { recordedSession } from '../lock/commands.ts'

interface Whose {
  collectivity_id: string
  hcp_code: string
  /** The open sessions of it on this plan; one at the most. */
  open: string | null
  has_adopted: boolean
}

/**
 * Puts the frozen draft of a plan before its councils, and takes it away again. A council that has adopted this very
 * draft before is not asked anew.
 */
export const planSessions: PlanSessions = {
  missing: async (db, plan, draft) => missing(await councilsAsked(db, plan, draft), undefined),
  bind: async (writing, plan, draft, named) => {
    const { trx } = writing
    const asked = await councilsAsked(trx, plan.id, draft)
    const faults: Fault[] = (named ?? []).flatMap((id, index): Fault[] =>
      asked.some(({ open }) => open === id)
        ? []
        : [
            {
              at: { pointer: `/sessions/${index}` },
              code: 'not_a_session_of_the_plan',
              values: { value: id },
            },
          ],
    )
    faults.push(...missing(asked, named))
    if (faults.length > 0) throw new DomainError('unprocessable', { faults })
    const ids = asked.map(({ open }) => open!)
    await writing.change(recordedSession, ids, () =>
      sql`update approval_session s set bound_draft = d.number, content_hash = d.content_hash from draft d
        where d.plan_id = s.plan_id and d.number = ${draft} and s.id = any(${ids}::uuid[])`.execute(trx),
    )
  },
  free: freeSessions,
}

/** The councils of a plan that have not adopted a draft of it yet. */
async function councilsAsked(db: Db, plan: string, draft: number): Promise<Whose[]> {
  const { rows } = await sql<Whose>`
    select l.collectivity_id, c.hcp_code, (
        select s.id from approval_session s where s.plan_id = l.plan_id and s.collectivity_id = l.collectivity_id
          and s.status in ('announced', 'convened', 'quorum_failed') and s.bound_draft is null
      ) as open, coalesce((
        select s.outcome = 'adopted' and s.bound_draft = ${draft} from approval_session s
        where s.plan_id = l.plan_id and s.collectivity_id = l.collectivity_id and s.status = 'closed'
        order by s.decided_on desc, s.id desc limit 1
      ), false) as has_adopted
    from action_plan_collectivity l join collectivity c on c.id = l.collectivity_id
    where l.plan_id = ${plan} order by l.ordinal`.execute(db)
  return rows.filter(({ has_adopted }) => !has_adopted)
}

const missing = (asked: readonly Whose[], named: readonly string[] | undefined): Fault[] =>
  asked
    .filter(({ open }) => open === null || (named !== undefined && !named.includes(open)))
    .map(({ hcp_code }) => ({
      at: { pointer: '/sessions' },
      code: 'session_missing',
      values: { value: hcp_code },
    }))

/** Sessions of a plan that have not voted are bound to no draft any more. */
export async function freeSessions(writing: Writing, plan: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from approval_session
    where plan_id = ${plan} and bound_draft is not null and redeliberates is null
      and status in ('announced', 'convened', 'quorum_failed')`.execute(writing.trx)
  const ids = rows.map(({ id }) => id)
  await writing.change(recordedSession, ids, () =>
    sql`update approval_session set bound_draft = null, content_hash = null where id = any(${ids}::uuid[])`.execute(
      writing.trx,
    ),
  )
}
