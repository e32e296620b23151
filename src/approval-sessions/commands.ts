import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Writing } from '../db/journal.ts'
import type { Expected } from '../db/revision.ts'
import type { Actor } from '../domain/actor.ts'
import { civilDay } from '../domain/clock.ts'
import { readReference } from '../domain/codes.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { unschedulePlan } from '../plans/decision/commands.ts'
import { lockPlan } from '../plans/lock/commands.ts'
import { requireOwner, resolved } from '../register/queries.ts'
import { freeSessions } from './binding/commands.ts'
import { type Bounds, sessionColumns, sessionFaults, settledFields } from './columns.ts'
import { requireStatus, sittingFaults } from './lifecycle.ts'
import { changeSession, type LockedSession, lockSession } from './lock/commands.ts'
import { earliestLaw, findApprovalSession } from './queries.ts'
import type { NewApprovalSession, NewSessionStep, NewSitting, SessionDocument } from './schema.ts'
import type { Standing } from './standing.ts'

/**
 * A session that a council announces, perhaps with no draft, day or number of members yet.
 *
 * @param id when it must be the same in every installation
 * @returns its id
 * @throws {DomainError} `not_yours`, `unprocessable`, 409 `duplicate` while another one of the same council on the same
 *   plan is open
 */
export async function createSession(
  writing: Writing,
  actor: Actor,
  { plan_id, collectivity, redeliberates = null, ...document }: NewApprovalSession,
  id = v7({ msecs: writing.author.at.getTime() }),
): Promise<string> {
  const { trx, author } = writing
  const plan = await trx.selectFrom('action_plan').select('id').where('id', '=', plan_id).executeTakeFirst()
  if (plan === undefined)
    throw unprocessable({
      at: { pointer: '/plan_id' },
      code: 'no_such_record',
      values: { type: 'action_plan', value: plan_id },
    })
  await lockPlan(writing, plan_id)
  const whose = await collectivityOf(writing, plan_id, collectivity)
  await requireOwner(trx, actor, whose)
  const opposed = redeliberates === null ? null : await opposedSession(writing, plan_id, whose, redeliberates)
  const bounds = { today: civilDay(author.at), decided_on: null, firstSitting: null, mostCounted: 0 }
  const faults = sessionFaults(document, { ...bounds, lawFrom: await earliestLaw(trx, whose) })
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  await changeSession(writing, id, () =>
    sql`insert into approval_session (id, plan_id, collectivity_id, status, redeliberates, bound_draft, content_hash,
        kind, sources, created_at, updated_at)
      values (${id}, ${plan_id}, ${whose}, 'announced', ${redeliberates}, ${opposed?.bound_draft ?? null}::int,
        ${opposed?.content_hash ?? null}, ${document.kind}, '[]', ${author.at}, ${author.at})`
      .execute(trx)
      .then(() => writeDocument(writing, id, document)),
  )
  return id
}

const unprocessable = (...faults: Fault[]) => new DomainError('unprocessable', { faults })

/** Of the plan's collectivities, the one whose council meets. */
async function collectivityOf({ trx }: Writing, plan: string, collectivity: string): Promise<string> {
  const { rows } = await sql<{ id: string | null; is_its: boolean }>`
    select id, exists (select from action_plan_collectivity l where l.plan_id = ${plan} and l.collectivity_id = id)
      as is_its
    from (select ${resolved(readReference(collectivity)!)} as id) named`.execute(trx)
  const { id, is_its } = rows[0]!
  const at = { pointer: '/collectivity' }
  if (id === null) throw unprocessable({ at, code: 'no_such_collectivity', values: { value: collectivity } })
  if (!is_its) throw unprocessable({ at, code: 'not_of_the_plan', values: { value: collectivity } })
  return id
}

/** The session whose decision is deliberated on anew, with what it was bound to. */
async function opposedSession({ trx }: Writing, plan: string, collectivity: string, id: string) {
  const { rows } = await sql<{ bound_draft: number; content_hash: string }>`
    select s.bound_draft, s.content_hash from approval_session s
    where s.id = ${id} and s.plan_id = ${plan} and s.collectivity_id = ${collectivity} and s.outcome = 'adopted'
      and s.after_the_vote ->> 'opposed_on' is not null`.execute(trx)
  if (rows[0] === undefined)
    throw unprocessable({ at: { pointer: '/redeliberates' }, code: 'not_opposed', values: { value: id } })
  return rows[0]
}

async function writeDocument({ trx }: Writing, id: string, document: SessionDocument): Promise<void> {
  const columns = JSON.stringify([sessionColumns(document)])
  await sql`update approval_session s
    set (kind, announced_as, opens_on, opens_precision, members_in_office, members_in_office_on, requested,
        item_on_agenda, notice_sent_on, agenda_sent_on, declared_outcome, votes_published, after_the_vote, sources)
      = (given.kind, given.announced_as, given.opens_on, given.opens_precision, given.members_in_office,
        given.members_in_office_on, given.requested, given.item_on_agenda, given.notice_sent_on,
        given.agenda_sent_on, given.declared_outcome, given.votes_published, given.after_the_vote, given.sources)
    from json_populate_recordset(null::approval_session, ${columns}::json) given where s.id = ${id}`.execute(
    trx,
  )
}

/**
 * Edits a session; once it has decided, what followed and what is said of it.
 *
 * @param edit makes the new document from the present one, or throws what is wrong with it
 * @throws {DomainError} `not_found`, `not_yours`, `wrong_state`, `unprocessable`, and those of requireRevision
 */
export async function editSession(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  touched: readonly string[],
  edit: (present: object) => SessionDocument,
): Promise<void> {
  const session = await lockSession(writing, actor, id, expected)
  if (session.status !== 'closed' || settledFields(touched).length > 0) requireStatus(session.status, 'edit')
  const document = edit(session.document)
  const bounds = {
    ...boundsOf(writing, session),
    lawFrom: await earliestLaw(writing.trx, session.collectivity_id),
  }
  const faults = sessionFaults(document, bounds)
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  await changeSession(writing, id, async () => {
    await writeDocument(writing, id, document)
    const { judged } = (await findApprovalSession(writing.trx, id))!
    if (countOf(judged.standing) !== countOf(session.judged.standing))
      throw unprocessable({
        at: { pointer: touched.includes('members_in_office') ? '/members_in_office' : '/kind' },
        code: 'changes_the_count',
      })
  })
}

/** What has been counted: an edit does not change it behind anybody's back. */
const countOf = ({ sittings, votes }: Standing) =>
  JSON.stringify([sittings.map(({ quorum }) => quorum?.met), votes.map(({ outcome }) => outcome)])

function boundsOf({ author }: Writing, { session }: LockedSession): Omit<Bounds, 'lawFrom'> {
  const votes = [...session.earlier_votes, ...(session.vote === null ? [] : [session.vote])]
  return {
    today: civilDay(author.at),
    decided_on: session.decided_on,
    firstSitting: session.sittings[0]?.held_on ?? null,
    mostCounted: Math.max(
      0,
      ...session.sittings.map(({ present_at_opening }) => present_at_opening ?? 0),
      ...votes.map((vote) => vote.for + vote.against + vote.abstentions),
    ),
  }
}

/**
 * Convenes a session whose day is known, or cancels one. A plan that was to be voted on there is no longer scheduled.
 *
 * @throws {DomainError} `not_found`, `not_yours`, `wrong_state`, `unprocessable`, and those of requireRevision
 */
export async function stepSession(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  { action, reason = null }: NewSessionStep,
): Promise<void> {
  const { trx, author } = writing
  const locked = await lockSession(writing, actor, id, expected)
  requireStatus(locked.status, action)
  if (action === 'convene') {
    if (locked.judged.facts.opens_on === null)
      throw unprocessable({ at: { pointer: '/action' }, code: 'day_unknown' })
    const convene = () => sql`update approval_session set status = 'convened' where id = ${id}`.execute(trx)
    await changeSession(writing, id, convene, reason)
    return
  }
  if (reason === null) throw unprocessable({ at: { pointer: '/reason' }, code: 'reason_required' })
  const cancel = async () => {
    await changeSession(
      writing,
      id,
      () =>
        sql`update approval_session set status = 'cancelled', status_reason = ${reason}, bound_draft = null,
          content_hash = null where id = ${id}`.execute(trx),
      reason,
    )
    await freeSessions(writing, locked.plan_id)
  }
  const isAwaited = locked.bound_draft !== null && locked.plan.status === 'scheduled'
  if (isAwaited) await unschedulePlan(writing, locked.plan, { on: civilDay(author.at), reason }, cancel)
  else await cancel()
}

/**
 * Records a meeting. Without a quorum it leads to the next call and to nothing else.
 *
 * @returns its number
 * @throws {DomainError} `not_found`, `not_yours`, `wrong_state`, `unprocessable`
 */
export async function recordSitting(
  writing: Writing,
  actor: Actor,
  id: string,
  sitting: NewSitting,
): Promise<number> {
  const { call, held_on, present_at_opening = null } = sitting
  const locked = await lockSession(writing, actor, id, 'any')
  requireStatus(locked.status, 'record_sitting')
  const { facts, standing } = locked.judged
  const given = { call, held_on, present_at_opening }
  const faults = sittingFaults(facts, standing, given, civilDay(writing.author.at))
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  const number = facts.sittings.length + 1
  await changeSession(writing, id, () =>
    writing.trx
      .insertInto('approval_sitting')
      .values({ session_id: id, number, ...given })
      .execute(),
  )
  return number
}

/**
 * Takes back the last sitting, recorded by mistake: as long as nothing was voted in it.
 *
 * @throws {DomainError} `not_found`, `not_yours`, `wrong_state`, and those of requireRevision
 */
export async function removeSitting(
  writing: Writing,
  actor: Actor,
  id: string,
  number: number,
  expected: Expected,
): Promise<void> {
  const { session, status } = await lockSession(writing, actor, id, expected)
  requireStatus(status, 'record_sitting')
  if (!session.sittings.some((sitting) => sitting.number === number)) throw new DomainError('not_found')
  if (number !== session.sittings.length || session.vote?.sitting === number)
    throw new DomainError('wrong_state', {
      values: {
        action: 'remove_sitting',
        state: `sitting ${number}`,
        allowed: 'the last sitting, without a vote',
      },
    })
  await changeSession(writing, id, async () => {
    await sql`delete from approval_sitting where session_id = ${id} and number = ${number}`.execute(
      writing.trx,
    )
    if (number === 1)
      await sql`update approval_session set status = 'announced' where id = ${id}`.execute(writing.trx)
  })
}
