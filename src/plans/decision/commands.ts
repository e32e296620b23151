import { sql } from 'kysely'
import type { Writing } from '../../db/journal.ts'
import { DomainError } from '../../domain/errors.ts'
import { takeStep } from '../commands.ts'
import { draftOf, freezeDraft, publishDraft, showDraft } from '../drafts/commands.ts'
import { type LockedPlan, recordedPlan } from '../lock/commands.ts'

/** What a council has decided of a plan. */
export interface Decision {
  readonly action: 'adopt' | 'reject' | 'defer'
  /** The civil day of the vote. */
  readonly on: string
  /** Number of the draft that was voted, amendments included. */
  readonly draft: number
  /** In the wire's form. */
  readonly sources: object
}

/**
 * A council's vote moves the plan, within its own transaction: what is adopted is public from then on, and stands for
 * the plan.
 *
 * @param plan locked
 * @param record writes the vote, which belongs to the same change
 * @throws {DomainError} `wrong_state`
 */
export async function decidePlan(
  writing: Writing,
  plan: LockedPlan,
  { action, on, draft, sources }: Decision,
  record: () => Promise<unknown>,
): Promise<void> {
  await takeStep(writing, plan, { action, on, draft, sources }, async () => {
    await record()
    await sql`update action_plan set adopted_draft = ${action === 'adopt' ? draft : null},
      validated_draft = case when ${action === 'defer'} then null else validated_draft end
      where id = ${plan.id}`.execute(writing.trx)
    if (action === 'adopt')
      await publishDraft(writing, plan, draftOf(plan, draft), { by: 'vote', on, sources })
    await showDraft(writing, plan)
  })
}

/** One council of several has decided, and the plan stays as it is: what is told of it changes all the same. */
export async function noteDecision(writing: Writing, plan: LockedPlan, record: () => Promise<unknown>) {
  await writing.change(recordedPlan, [plan.id], record)
}

/** A session that was to vote is cancelled: the plan is no longer scheduled. */
export async function unschedulePlan(
  writing: Writing,
  plan: LockedPlan,
  step: { on: string; reason: string | null },
  record: () => Promise<unknown>,
): Promise<void> {
  await takeStep(writing, plan, { action: 'unschedule', draft: plan.validated_draft, ...step }, record)
}

/**
 * Freezes the draft with the amendments that a council has voted: a later one of the same plan.
 *
 * @returns its number and its hash
 * @throws {DomainError} `unprocessable`
 */
export async function freezeAmended(
  writing: Writing,
  plan: LockedPlan,
  id: string,
  bound: number,
): Promise<{ number: number; hash: string }> {
  const draft = plan.drafts.find((one) => one.id === id)
  const refuse = (code: 'draft_of_another_plan' | 'draft_not_later' | 'no_axis') =>
    new DomainError('unprocessable', { faults: [{ at: { pointer: '/amended_draft' }, code }] })
  if (draft === undefined) throw refuse('draft_of_another_plan')
  if (draft.number <= bound) throw refuse('draft_not_later')
  if (draft.axes === 0) throw refuse('no_axis')
  await freezeDraft(writing, plan, draft, 'vote')
  const { rows } = await sql<{ hash: string }>`
    select content_hash as hash from draft where id = ${id}`.execute(writing.trx)
  return { number: draft.number, hash: rows[0]!.hash }
}
