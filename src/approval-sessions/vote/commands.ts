import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Writing } from '../../db/journal.ts'
import type { Expected } from '../../db/revision.ts'
import type { Actor } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Outcome, Tally } from '../../domain/session-types.ts'
import { erasePersons, recordedPerson } from '../../focal-points/commands.ts'
import { retentionFaults } from '../../focal-points/retention.ts'
import { decidePlan, freezeAmended, noteDecision } from '../../plans/decision/commands.ts'
import { editsPlanNow } from '../../plans/drafts/queries.ts'
import { freeSessions } from '../binding/commands.ts'
import { requireSameOutcome, requireStatus, voteFaults } from '../lifecycle.ts'
import { changeSession, type LockedSession, lockSession } from '../lock/commands.ts'
import type { NewVote } from '../schema.ts'
import { standingOf } from '../standing.ts'

type Roll = NonNullable<NewVote['roll']>

/**
 * Records a vote, or corrects it. What comes of it is computed, and moves the plan in the same transaction; a
 * correction does not take that back.
 *
 * @throws {DomainError} `not_found`, `not_yours`, `wrong_state`, `unprocessable`, and those of requireRevision
 */
export async function recordVote(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  { roll, amended_draft = null, ...counted }: NewVote,
): Promise<void> {
  const locked = await lockSession(writing, actor, id, expected)
  if (locked.status !== 'closed') requireStatus(locked.status, 'record_sitting')
  const vote = tallyOf(counted)
  const { facts, standing, rulesOn } = locked.judged
  const voters = (roll?.voters ?? []).map(({ name }) => plainName(name))
  const faults = [
    ...voteFaults(facts, standing, vote, voters, locked.bound_draft !== null),
    ...(roll ? retentionFaults(roll.retention_until, writing.author.at, '/roll/retention_until') : []),
  ]
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  const votes = [...facts.votes.filter(({ sitting }) => sitting !== vote.sitting), vote]
  votes.sort((a, b) => a.sitting - b.sitting)
  const { outcome } = standingOf({ ...facts, votes }, rulesOn)
  const before = locked.session.outcome
  requireSameOutcome(before, outcome)
  if (before !== null && amended_draft !== locked.amended_draft) throw settled(before)
  const amended = before === null ? await amendment(writing, actor, locked, amended_draft) : null
  const record = () =>
    changeSession(writing, id, async () => {
      await writeVote(
        writing,
        id,
        vote,
        before === null ? { id: amended_draft, hash: amended?.hash ?? null } : 'kept',
      )
      await writeRoll(writing, id, vote.sitting, roll ?? null)
    })
  if (before !== null || outcome === null) return await record()
  const on = facts.sittings.find(({ number }) => number === vote.sitting)!.held_on
  await moveThePlan(writing, locked, outcome, { on, draft: amended?.number ?? locked.bound_draft! }, record)
}

const settled = (outcome: Outcome) =>
  new DomainError('unprocessable', {
    faults: [{ at: { pointer: '/amended_draft' }, code: 'decided', values: { value: outcome } }],
  })

const tallyOf = ({
  motion,
  subject,
  ballot,
  president_side,
  ...rest
}: Omit<NewVote, 'roll' | 'amended_draft'>): Tally => ({
  ...rest,
  motion: motion ?? 'adoption',
  subject: subject ?? 'ordinary',
  ballot: ballot ?? 'public',
  president_side: president_side ?? null,
})

/** The same name however it is spaced and composed. */
const plainName = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')

/** The draft with the amendments that were voted: of this plan, by one who edits it. */
async function amendment(
  writing: Writing,
  actor: Actor,
  { plan, bound_draft }: LockedSession,
  id: string | null,
) {
  if (id === null) return null
  const at = { pointer: '/amended_draft' }
  if (!(await editsPlanNow(writing.trx, actor, plan.id)))
    throw new DomainError('unprocessable', { faults: [{ at, code: 'draft_not_yours' }] })
  const { rows } = await sql<{ councils: number }>`
    select count(*)::int as councils from action_plan_collectivity where plan_id = ${plan.id}`.execute(
    writing.trx,
  )
  if (rows[0]!.councils > 1)
    throw new DomainError('unprocessable', { faults: [{ at, code: 'amended_by_one_of_several' }] })
  return await freezeAmended(writing, plan, id, bound_draft!)
}

/** One council's no is the plan's, and so is its deferral; its yes, once all councils have said it of the same draft. */
async function moveThePlan(
  writing: Writing,
  locked: LockedSession,
  outcome: Outcome,
  { on, draft }: { on: string; draft: number },
  record: () => Promise<void>,
): Promise<void> {
  const action = ({ adopted: 'adopt', rejected: 'reject', deferred: 'defer' } as const)[outcome]
  const isWhole = outcome !== 'adopted' || (await othersHaveAdopted(writing, locked))
  if (!isWhole) return await noteDecision(writing, locked.plan, record)
  await decidePlan(writing, locked.plan, { action, on, draft, sources: locked.session.sources }, async () => {
    await record()
    await freeSessions(writing, locked.plan_id)
  })
}

async function othersHaveAdopted({ trx }: Writing, { plan_id, collectivity_id, bound_draft }: LockedSession) {
  const { rows } = await sql<{ all_have: boolean }>`
    select coalesce(bool_and(coalesce((
      select s.outcome = 'adopted' and s.bound_draft = ${bound_draft} from approval_session s
      where s.plan_id = l.plan_id and s.collectivity_id = l.collectivity_id and s.status = 'closed'
      order by s.decided_on desc, s.id desc limit 1), false)), true) as all_have
    from action_plan_collectivity l where l.plan_id = ${plan_id} and l.collectivity_id <> ${collectivity_id}`.execute(
    trx,
  )
  return rows[0]!.all_have
}

async function writeVote(
  { trx }: Writing,
  id: string,
  vote: Tally,
  amended: { id: string | null; hash: string | null } | 'kept',
): Promise<void> {
  const columns = {
    motion: vote.motion,
    subject: vote.subject,
    ballot: vote.ballot,
    votes_for: vote.for,
    votes_against: vote.against,
    abstentions: vote.abstentions,
    president_side: vote.president_side,
    ...(amended === 'kept' ? {} : { amended_draft: amended.id, amended_hash: amended.hash }),
  }
  await trx
    .insertInto('approval_vote')
    .values({ session_id: id, sitting_number: vote.sitting, ...columns })
    .onConflict((conflict) => conflict.columns(['session_id', 'sitting_number']).doUpdateSet(columns))
    .execute()
}

/** Who voted how takes the place of what was there; names that are no longer needed are erased. */
async function writeRoll(writing: Writing, id: string, sitting: number, roll: Roll | null): Promise<void> {
  const { trx, author } = writing
  const { rows } = await sql<{ person_id: string }>`
    delete from approval_voter where session_id = ${id} and sitting_number = ${sitting} returning person_id`.execute(
    trx,
  )
  const gone = rows.map(({ person_id }) => person_id)
  if (gone.length > 0) await erasePersons(writing, gone, 'request')
  if (roll === null) return
  const voters = roll.voters.map(({ name, side }, index) => ({
    person_id: v7({ msecs: author.at.getTime() }),
    name: plainName(name),
    side,
    ordinal: index + 1,
  }))
  const wanted = sql`json_to_recordset(${JSON.stringify(voters)}::json)
    as wanted (person_id uuid, name text, side text, ordinal int)`
  await writing.change(
    recordedPerson,
    voters.map(({ person_id }) => person_id),
    () =>
      sql`insert into person (id, name, legal_basis, retention_until, created_at, updated_at)
        select person_id, name, ${roll.legal_basis}, ${roll.retention_until}::date, ${author.at}, ${author.at}
        from ${wanted}`.execute(trx),
  )
  await sql`insert into approval_voter (session_id, sitting_number, ordinal, person_id, side)
    select ${id}, ${sitting}, ordinal, person_id, side from ${wanted}`.execute(trx)
}
