import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import { v5, v7 } from 'uuid'
import type { Writing } from '../../db/journal.ts'
import { type Expected, requireRevision } from '../../db/revision.ts'
import type { Actor } from '../../domain/actor.ts'
import { DomainError, type Fault } from '../../domain/errors.ts'
import { readPartialDate } from '../../domain/partial-date.ts'
import { composed } from '../../domain/text.ts'
import { sourcesColumn } from '../../members/document-columns.ts'
import { restate } from '../commitments/commands.ts'
import { nextDue } from '../commitments/queries.ts'
import { requireBeginning, requireOpen } from '../lifecycle.ts'
import { type LockedPlan, lockPlan, recordedDraft, requirePlanEditor } from '../lock/commands.ts'
import { type Content, contentFaults, readContent } from './content.ts'
import { axesOf } from './queries.ts'
import type { DraftDocument } from './schema.ts'

type LockedDraft = LockedPlan['drafts'][number]

/** @throws {DomainError} `not_found` */
export function draftOf(plan: LockedPlan, number: number): LockedDraft {
  const draft = plan.drafts.find((one) => one.number === number)
  if (draft === undefined) throw new DomainError('not_found')
  return draft
}

/** Of a draft that is not public, nobody else learns that it is there. */
async function requireDraftEditor(writing: Writing, actor: Actor, plan: LockedPlan, draft: LockedDraft) {
  try {
    await requirePlanEditor(writing, actor, plan.id)
  } catch (error) {
    if (draft.published) throw error
    throw new DomainError('not_found')
  }
}

/** The first draft of a plan, open and empty. */
export async function beginFirstDraft(writing: Writing, plan: string): Promise<void> {
  const { trx, author } = writing
  const id = v7({ msecs: author.at.getTime() })
  await writing.change(recordedDraft, [id], () =>
    sql`insert into draft (id, plan_id, number, created_at, updated_at)
      values (${id}, ${plan}, 1, ${author.at}, ${author.at})`.execute(trx),
  )
}

/**
 * Begins a draft as a copy of the last one, which is frozen.
 *
 * @returns its number
 * @throws {DomainError} `not_found`, `not_yours`, `wrong_state`, `draft_open`
 */
export async function beginDraft(writing: Writing, actor: Actor, planId: string): Promise<number> {
  const { trx, author } = writing
  const plan = await lockPlan(writing, planId)
  await requirePlanEditor(writing, actor, planId)
  requireBeginning(plan)
  const [last] = plan.drafts
  if (last && !last.frozen) throw new DomainError('draft_open', { values: { number: last.number } })
  const number = last!.number + 1
  const id = v7({ msecs: author.at.getTime() })
  await writing.change(recordedDraft, [id], async () => {
    await sql`
      insert into draft (id, plan_id, number, based_on, sources, created_at, updated_at)
      select ${id}, plan_id, ${number}, number, sources, ${author.at}, ${author.at}
      from draft where id = ${last!.id}`.execute(trx)
    await sql`
      insert into axis (plan_id, draft_number, key, ordinal, title, rationale, principles)
      select plan_id, ${number}, key, ordinal, title, rationale, principles
      from axis where plan_id = ${planId} and draft_number = ${last!.number}`.execute(trx)
    await sql`
      insert into commitment (id, plan_id, draft_number, key, axis_key, ordinal, title, problem, solution,
        expected_impact, lead_institution, supporting_institutions, principles, budget_amount, budget_currency,
        financial_effect, indicators, milestones)
      select id, plan_id, ${number}, key, axis_key, ordinal, title, problem, solution,
        expected_impact, lead_institution, supporting_institutions, principles, budget_amount, budget_currency,
        financial_effect, indicators, milestones
      from commitment where plan_id = ${planId} and draft_number = ${last!.number}`.execute(trx)
  })
  return number
}

/**
 * Edits the open draft.
 *
 * @param edit makes the new document from the present one, or throws what is wrong with it
 * @throws {DomainError} `not_found`, `not_yours`, `draft_frozen`, `wrong_state`, `unprocessable`, and those of
 *   requireRevision
 */
export async function editDraft(
  writing: Writing,
  actor: Actor,
  planId: string,
  number: number,
  expected: Expected,
  edit: (present: object) => DraftDocument,
): Promise<void> {
  const plan = await lockPlan(writing, planId)
  const draft = draftOf(plan, number)
  await requireDraftEditor(writing, actor, plan, draft)
  await requireRevision(writing, { type: 'draft', id: draft.id, revision: draft.revision }, expected)
  requireOpen(plan, draft)
  const { sources } = await presentOf(writing, plan.id, number)
  const document = edit({
    axes: await contentOf(writing, plan.id, number),
    ...(sources.length > 0 && { sources }),
  })
  const faults = [...contentFaults(document), ...emptyFaults(document, draft)]
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  await writeDraft(writing, plan, draft, document)
}

/** What a consultation is announced on has something in it when that opens. */
const emptyFaults = ({ axes }: DraftDocument, { awaited }: LockedDraft): Fault[] =>
  awaited && axes.length === 0 ? [{ at: { pointer: '/axes' }, code: 'no_axis' }] : []

/** Brings an open draft to what a document says, which has no faults. */
export async function writeDraft(
  writing: Writing,
  plan: LockedPlan,
  { id, number }: LockedDraft,
  document: DraftDocument,
): Promise<void> {
  const content = readContent(document, await usedKeys(writing, plan.id))
  await writing.change(recordedDraft, [id], async () => {
    const sources = JSON.stringify(sourcesColumn(composed(document.sources ?? [])))
    await sql`update draft set sources = ${sources} where id = ${id}`.execute(writing.trx)
    await writeContent(writing, plan, number, content)
    if (plan.public_draft === number) await restate(writing, plan.id)
  })
}

async function presentOf({ trx }: Writing, plan: string, number: number) {
  const { rows } = await sql<{ sources: object[] }>`
    select sources from draft where plan_id = ${plan} and number = ${number}`.execute(trx)
  return rows[0]!
}

async function contentOf({ trx }: Writing, plan: string, number: number): Promise<Content['axes']> {
  const { rows } = await sql<{ axes: Content['axes'] }>`
    select ${axesOf(sql`${plan}::uuid`, sql`${number}::int`, true)} as axes`.execute(trx)
  return rows[0]!.axes
}

async function usedKeys({ trx }: Writing, plan: string) {
  const { rows } = await sql<{ axes: string[]; commitments: string[] }>`
    select array(select distinct key from axis where plan_id = ${plan}) as axes,
      array(select key from commitment_identity where plan_id = ${plan}) as commitments`.execute(trx)
  return rows[0]!
}

/**
 * Rows that are there are changed and not made anew, since others point at them. What a commitment is, whatever the
 * draft, is known by an id that its plan and its key give.
 */
async function writeContent(
  { trx }: Writing,
  plan: LockedPlan,
  number: number,
  { axes }: Content,
): Promise<void> {
  const axisRows = axes.map(({ commitments: _, ...axis }, ordinal) => ({ ...axis, ordinal }))
  const commitmentRows = axes
    .flatMap((axis) => axis.commitments.map((one) => ({ ...one, axis_key: axis.key })))
    .map(({ budget, ...one }, ordinal) => ({
      ...one,
      id: v5(one.key, plan.id),
      ordinal,
      budget_amount: budget?.amount ?? null,
      budget_currency: budget?.currency ?? null,
    }))
  await sql`
    insert into axis (plan_id, draft_number, key, ordinal, title, rationale, principles)
    select ${plan.id}, ${number}, key, ordinal, title, rationale, principles
    from json_populate_recordset(null::axis, ${JSON.stringify(axisRows)}::json)
    on conflict (plan_id, draft_number, key) do update
      set (ordinal, title, rationale, principles)
        = (excluded.ordinal, excluded.title, excluded.rationale, excluded.principles)`.execute(trx)
  const wanted = JSON.stringify(commitmentRows)
  await sql`
    insert into commitment_identity (id, plan_id, key)
    select id, ${plan.id}, key from json_populate_recordset(null::commitment_identity, ${wanted}::json)
    on conflict (id) do nothing`.execute(trx)
  await sql`
    insert into commitment (id, plan_id, draft_number, key, axis_key, ordinal, title, problem, solution,
      expected_impact, lead_institution, supporting_institutions, principles, budget_amount, budget_currency,
      financial_effect, indicators, milestones, is_current)
    select id, ${plan.id}, ${number}, key, axis_key, ordinal, title, problem, solution,
      expected_impact, lead_institution, supporting_institutions, principles, budget_amount, budget_currency,
      financial_effect, indicators, milestones, ${plan.public_draft === number}
    from json_populate_recordset(null::commitment, ${wanted}::json)
    on conflict (plan_id, draft_number, key) do update
      set (axis_key, ordinal, title, problem, solution, expected_impact, lead_institution, supporting_institutions,
          principles, budget_amount, budget_currency, financial_effect, indicators, milestones)
        = (excluded.axis_key, excluded.ordinal, excluded.title, excluded.problem, excluded.solution,
          excluded.expected_impact, excluded.lead_institution, excluded.supporting_institutions, excluded.principles,
          excluded.budget_amount, excluded.budget_currency, excluded.financial_effect, excluded.indicators,
          excluded.milestones)`.execute(trx)
  const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key)
  for (const [table, kept] of [
    ['commitment', keys(commitmentRows)],
    ['axis', keys(axisRows)],
  ] as const)
    await sql`delete from ${sql.table(table)}
      where plan_id = ${plan.id} and draft_number = ${number} and key <> all(${kept}::text[])`.execute(trx)
}

/** The hash of what a draft says: of its canonical JSON (RFC 8785). */
export function hashOf(content: Content): string {
  return `sha256:${createHash('sha256').update(canonicalize(content)!).digest('hex')}`
}

/** Ends the editing of a draft for good; one that is frozen stays as it is. */
export async function freezeDraft(
  writing: Writing,
  plan: LockedPlan,
  draft: LockedDraft,
  by: 'consultation' | 'validation' | 'vote',
): Promise<void> {
  if (draft.frozen) return
  const hash = hashOf({ axes: await contentOf(writing, plan.id, draft.number) })
  await writing.change(recordedDraft, [draft.id], () =>
    sql`update draft set frozen_at = ${writing.author.at}, frozen_by = ${by}, content_hash = ${hash}
      where id = ${draft.id}`.execute(writing.trx),
  )
}

/** How a draft came to be public. */
export interface Publication {
  readonly by: 'publish_draft' | 'consultation' | 'vote'
  /** A partial date: `2023`, `2023-03` or `2023-03-02`. */
  readonly on: string
  /** In the wire's form. */
  readonly sources: object
}

/**
 * Makes a draft public, once and for all; from then on it stands for the plan unless a later one does. To be called
 * while the plan is changed, since what is public of the plan changes with it.
 */
export async function publishDraft(
  writing: Writing,
  plan: LockedPlan,
  draft: LockedDraft,
  publication: Publication,
): Promise<void> {
  if (draft.published) return
  const { trx } = writing
  const { day, precision } = readPartialDate(publication.on)
  await writing.change(recordedDraft, [draft.id], () =>
    sql`update draft set published_on = ${day}, published_precision = ${precision}, published_by = ${publication.by},
      publication_sources = ${JSON.stringify(publication.sources)} where id = ${draft.id}`.execute(trx),
  )
  await showDraft(writing, plan)
}

/** Lets the adopted draft, or else the last published one, stand for the plan: while the plan is changed. */
export async function showDraft(writing: Writing, plan: LockedPlan): Promise<void> {
  const { trx } = writing
  await sql`update action_plan p set public_draft = coalesce(p.adopted_draft, (
      select max(number) from draft where plan_id = p.id and published_on is not null
    )) where p.id = ${plan.id}`.execute(trx)
  // One after the other: for a moment a commitment is in none, and never in two.
  await sql`update commitment set is_current = false where plan_id = ${plan.id} and is_current`.execute(trx)
  await sql`update commitment c set is_current = true from action_plan p
    where p.id = ${plan.id} and c.plan_id = p.id and c.draft_number = p.public_draft`.execute(trx)
  // A council that deliberates anew may move the milestones of what is reported on already.
  await sql`update progress_report r set next_due = ${nextDue(sql`r.done`)} from commitment c
    where c.id = r.commitment_id and c.plan_id = ${plan.id} and c.is_current`.execute(trx)
  await restate(writing, plan.id)
}
