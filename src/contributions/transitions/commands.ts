import { sql } from 'kysely'
import type { Writing } from '../../db/journal.ts'
import { type Expected, requireRevision } from '../../db/revision.ts'
import type { Actor } from '../../domain/actor.ts'
import type { ContributionStatus } from '../../domain/consultation-types.ts'
import { DomainError } from '../../domain/errors.ts'
import { lockPlan, requirePlanEditor } from '../../plans/lock/commands.ts'
import { eraseAuthor, recordedContribution } from '../commands.ts'
import { HIDDEN, statusAfter, stepFaults } from '../lifecycle.ts'
import type { NewContributionTransition } from '../schema.ts'

interface Locked {
  readonly id: string
  readonly plan_id: string
  readonly status: ContributionStatus
  readonly revision: number
  readonly person_id: string | null
}

const isHidden = (status: ContributionStatus) => HIDDEN.some((one) => one === status)

/**
 * Locks a contribution, and its plan before it, so that of several answers each knows of the others.
 *
 * @throws {DomainError} `not_found`, `not_yours`, and those of requireRevision
 */
async function lockContribution(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
): Promise<Locked> {
  const { rows: found } = await sql<{ plan_id: string }>`
    select k.plan_id from contribution n join consultation k on k.id = n.consultation_id
    where n.id = ${id}`.execute(writing.trx)
  if (found[0] === undefined) throw new DomainError('not_found')
  const { plan_id } = found[0]
  await lockPlan(writing, plan_id)
  const { rows } = await sql<Omit<Locked, 'plan_id'>>`
    select id, status, revision, person_id from contribution where id = ${id} for update`.execute(writing.trx)
  const locked = { ...rows[0]!, plan_id }
  await requirePlanEditor(writing, actor, plan_id).catch((error) => {
    throw isHidden(locked.status) ? new DomainError('not_found') : error
  })
  await requireRevision(writing, { ...locked, type: 'contribution' }, expected)
  return locked
}

/**
 * Publishes or withholds a contribution, or answers it.
 *
 * @throws {DomainError} `wrong_state`, `unprocessable`, and those of lockContribution
 */
export async function stepContribution(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  asked: NewContributionTransition,
): Promise<void> {
  const { trx, author } = writing
  const locked = await lockContribution(writing, actor, id, expected)
  const faults = stepFaults(asked)
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  const status = statusAfter(locked.status, asked.action)
  const { reason = null, commitment, merged_into } = asked
  const became = commitment ? await commitmentOf(writing, locked.plan_id, commitment) : null
  if (merged_into) await requireMergeable(writing, locked, merged_into)
  const isAnswer = ['accepted', 'merged', 'rejected'].includes(status)
  await writing.change(
    recordedContribution,
    [id],
    () =>
      sql`
      update contribution set status = ${status}, withheld_reason = ${status === 'withheld' ? reason : null},
        answer = ${isAnswer ? reason : null}, answered_at = ${isAnswer ? author.at : null}::timestamptz,
        commitment_id = ${became}::uuid, merged_into = ${merged_into ?? null}::uuid
      where id = ${id}`.execute(trx),
    reason,
  )
}

async function commitmentOf({ trx }: Writing, plan: string, key: string): Promise<string> {
  const found = await trx
    .selectFrom('commitment_identity')
    .select('id')
    .where('plan_id', '=', plan)
    .where('key', '=', key)
    .executeTakeFirst()
  if (found !== undefined) return found.id
  throw new DomainError('unprocessable', {
    faults: [{ at: { pointer: '/commitment' }, code: 'no_such_commitment', values: { value: key } }],
  })
}

/** Into a contribution of the same plan that is public, and that has not been merged into this one by any way round. */
async function requireMergeable({ trx }: Writing, { id, plan_id }: Locked, into: string): Promise<void> {
  const { rows } = await sql<{ id: string; merged_into: string | null; status: ContributionStatus }>`
    with recursive chain as (
      select n.id, n.merged_into, n.status from contribution n join consultation k on k.id = n.consultation_id
      where n.id = ${into} and k.plan_id = ${plan_id}
      union
      select n.id, n.merged_into, n.status from chain join contribution n on n.id = chain.merged_into
    ) select * from chain`.execute(trx)
  const target = rows.find((row) => row.id === into)
  const at = { pointer: '/merged_into' }
  if (rows.some((row) => row.id === id))
    throw new DomainError('unprocessable', { faults: [{ at, code: 'merged_into_itself' }] })
  if (target === undefined || isHidden(target.status))
    throw new DomainError('unprocessable', {
      faults: [{ at, code: 'no_such_contribution', values: { value: into } }],
    })
}

/** Erases the author of a contribution: what law 09-08 art. 8 gives whoever asks. */
export async function eraseContact(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
): Promise<void> {
  const { person_id } = await lockContribution(writing, actor, id, expected)
  if (person_id === null) throw new DomainError('not_found')
  await eraseAuthor(writing, person_id)
}
