import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Db } from '../db/database.ts'
import type { Writing } from '../db/journal.ts'
import type { Expected } from '../db/revision.ts'
import { json, jsonListOf, jsonOf, plain } from '../db/shape.ts'
import { missingDocuments } from '../documents/queries.ts'
import { type Actor, hasRole } from '../domain/actor.ts'
import { readReference } from '../domain/codes.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { readPartialDate } from '../domain/partial-date.ts'
import type { PlanStatus, PlanTransitionAction } from '../domain/plan-types.ts'
import { sourcesColumn } from '../members/document-columns.ts'
import { requireOwner, resolved } from '../register/queries.ts'
import { restate } from './commitments/commands.ts'
import { beginFirstDraft, draftOf, freezeDraft, publishDraft } from './drafts/commands.ts'
import { nextStatus, refusalOf, requireAxes, requireDeletable } from './lifecycle.ts'
import { type LockedPlan, lockOwnPlan, lockPlan, recordedDraft, recordedPlan } from './lock/commands.ts'
import { requireNoOverlap } from './overlap/commands.ts'
import { planColumns, planFaults, withEnd } from './plan-columns.ts'
import { planFacts } from './queries.ts'
import type { NewActionPlan, NewPlanTransition, PlanDocument } from './schema.ts'

/**
 * A new plan, in drafting, with an empty draft. A member's editor makes one of its own collectivities only.
 *
 * @param id when it must be the same in every installation
 * @returns its id
 */
export async function createPlan(
  writing: Writing,
  actor: Actor,
  plan: NewActionPlan,
  id = v7({ msecs: writing.author.at.getTime() }),
): Promise<string> {
  const collectivities = await readDocument(writing, id, plan)
  for (const one of collectivities) await requireOwner(writing.trx, actor, one.collectivity_id)
  await writing.change(recordedPlan, [id], async () => {
    const { at } = writing.author
    await sql`insert into action_plan (id, sources, created_at, updated_at)
      values (${id}, '[]', ${at}, ${at})`.execute(writing.trx)
    await writePlan(writing, id, withEnd(plan), collectivities)
  })
  await requireNoOverlap(writing, id)
  await beginFirstDraft(writing, id)
  return id
}

/**
 * Edits a plan. Whose it is, is for the association to say.
 *
 * @param edit makes the new document from the present one, or throws what is wrong with it
 * @param along does its work together with whatever goes with the plan to other territories
 */
export async function editPlan(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  touched: readonly string[],
  edit: (present: object) => PlanDocument,
  along: (writing: Writing, plan: string, work: () => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const { drafts } = await lockOwnPlan(writing, actor, id, expected)
  if (touched.includes('collectivities') && !hasRole(actor, 'association'))
    throw new DomainError('forbidden', {
      values: { roles: 'association' },
      faults: [{ at: { pointer: '/collectivities' }, code: 'not_yours_to_edit' }],
    })
  const document = edit(await presentDocument(writing, id))
  const collectivities = await readDocument(writing, id, document)
  const write = () =>
    writing.change(recordedPlan, [id], () => writePlan(writing, id, document, collectivities))
  // Where a plan is of other territories, so are its drafts.
  if (touched.includes('collectivities'))
    await along(writing, id, () =>
      writing.change(
        recordedDraft,
        drafts.map((draft) => draft.id),
        write,
      ),
    )
  else await write()
  if (OF_A_CYCLE.some((field) => touched.includes(field))) await requireNoOverlap(writing, id)
}

/** What decides whether two plans are of one cycle. */
const OF_A_CYCLE: readonly string[] = ['collectivities', 'cycle', 'programme']

/** Removes a plan of which nothing was ever published. */
export async function deletePlan(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
): Promise<void> {
  const plan = await lockOwnPlan(writing, actor, id, expected)
  requireDeletable(plan.status, plan.drafts, plan.consultations)
  await writing.change(
    recordedDraft,
    plan.drafts.map((draft) => draft.id),
    () =>
      writing.change(recordedPlan, [id], () =>
        sql`delete from action_plan where id = ${id}`.execute(writing.trx),
      ),
  )
}

interface Whose {
  collectivity_id: string
  may_edit: boolean
  ordinal: number
}

/** @throws {DomainError} `unprocessable` with all that the form of a document cannot say of it */
async function readDocument({ trx }: Writing, id: string, document: PlanDocument): Promise<Whose[]> {
  const faults: Fault[] = planFaults(document)
  const whose: Whose[] = []
  for (const [ordinal, { collectivity, may_edit = true }] of document.collectivities.entries()) {
    const at = { pointer: `/collectivities/${ordinal}/collectivity` }
    const { rows } = await sql<{ id: string | null }>`
      select ${resolved(readReference(collectivity)!)} as id`.execute(trx)
    const id = rows[0]!.id
    if (id === null) faults.push({ at, code: 'no_such_collectivity', values: { value: collectivity } })
    else if (whose.some((one) => one.collectivity_id === id)) faults.push({ at, code: 'repeated_value' })
    else whose.push({ collectivity_id: id, may_edit, ordinal })
  }
  if (document.previous_plan) faults.push(...(await cycleFaults(trx, document.previous_plan, id, whose)))
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  return whose
}

/** What stands against a plan's being the one of the cycle before: it was adopted, of one of the same collectivities. */
async function cycleFaults(
  trx: Writing['trx'],
  previous: string,
  id: string,
  whose: readonly Whose[],
): Promise<Fault[]> {
  const { rows } = await sql<{ adopted: boolean; shared: boolean; circle: boolean }>`
    with recursive before as (
      select id, previous_plan from action_plan where id = ${previous}
      union select p.id, p.previous_plan from action_plan p join before on p.id = before.previous_plan
    )
    select adopted_since is not null as adopted, exists (
        select from action_plan_collectivity where plan_id = ${previous}
          and collectivity_id = any(${whose.map((one) => one.collectivity_id)}::uuid[])
      ) as shared, exists (select from before where id = ${id}) as circle
    from action_plan where id = ${previous}`.execute(trx)
  const [found] = rows
  const fault = (code: Fault['code'], values: Fault['values'] = { value: previous }): Fault => ({
    at: { pointer: '/previous_plan' },
    code,
    values,
  })
  if (found === undefined) return [fault('no_such_record', { type: 'action_plan', value: previous })]
  if (found.circle) return [fault('follows_itself')]
  return [
    ...(found.adopted ? [] : [fault('plan_not_adopted')]),
    ...(found.shared ? [] : [fault('other_collectivity')]),
  ]
}

async function writePlan(
  writing: Writing,
  id: string,
  document: PlanDocument,
  collectivities: readonly Whose[],
): Promise<void> {
  const { trx } = writing
  const columns = JSON.stringify([planColumns(document)])
  await sql`update action_plan p
    set (title, starts_on, starts_precision, ends_on, ends_precision, programme, follow_up_committee, phases, previous_plan,
        sources) = (given.title, given.starts_on, given.starts_precision, given.ends_on, given.ends_precision, given.programme,
        given.follow_up_committee, given.phases, given.previous_plan, given.sources)
    from json_populate_recordset(null::action_plan, ${columns}::json) given where p.id = ${id}`.execute(trx)
  await sql`delete from action_plan_collectivity where plan_id = ${id}`.execute(trx)
  await sql`
    insert into action_plan_collectivity (plan_id, collectivity_id, ordinal, may_edit)
    select ${id}, collectivity_id, ordinal, may_edit
    from json_populate_recordset(null::action_plan_collectivity, ${JSON.stringify(collectivities)}::json)`.execute(
    trx,
  )
  await restate(writing, id)
}

/** A plan as a client would send it. */
async function presentDocument({ trx }: Writing, id: string): Promise<object> {
  const { title, cycle, programme, follow_up_committee, phases, previous_plan } = planFacts
  const collectivities = jsonListOf(
    { collectivity: plain(sql`l.collectivity_id`), may_edit: plain(sql`l.may_edit`) },
    sql`l.ordinal`,
    sql`from action_plan_collectivity l where l.plan_id = p.id`,
  )
  const { rows } = await sql<{ document: object }>`
    select ${jsonOf({
      title,
      collectivities: json(collectivities),
      cycle,
      programme,
      follow_up_committee,
      phases,
      previous_plan,
      sources: json(sql`p.sources`),
    })} as document from action_plan p where p.id = ${id}`.execute(trx)
  return rows[0]!.document
}

/** Statuses of a plan that was adopted, and of one whose promises were begun. */
const IMPLEMENTING: readonly PlanStatus[] = ['implementing', 'evaluated', 'closed']
const ADOPTED: readonly PlanStatus[] = ['adopted', ...IMPLEMENTING]

/** A step in the life of a plan, as its transition keeps it. */
interface Step {
  readonly action: PlanTransitionAction
  /** A partial date: `2023`, `2023-03` or `2023-03-02`. */
  readonly on: string
  readonly draft?: number | null | undefined
  readonly reason?: string | null | undefined
  /** In the wire's form. */
  readonly sources?: object | undefined
  /** Their ids. */
  readonly documents?: readonly string[] | undefined
}

/**
 * Moves a plan, and notes the step. What `also` does to its drafts and to the row belongs to the same change.
 *
 * @throws {DomainError} `wrong_state`
 */
export async function takeStep(
  writing: Writing,
  plan: LockedPlan,
  { action, on, draft = null, reason = null, sources = [], documents = [] }: Step,
  also: () => Promise<unknown> = async () => {},
): Promise<void> {
  const { trx } = writing
  const to = nextStatus(plan.status, action)
  const { day, precision } = readPartialDate(on)
  const since = sql`period_last_day(${day}::date, ${precision}::text)`
  await writing.change(
    recordedPlan,
    [plan.id],
    async () => {
      await sql`
        update action_plan set status = ${to},
          adopted_since = case when ${ADOPTED.includes(to)} then coalesce(adopted_since, ${since}) end,
          implementing_since = case when ${IMPLEMENTING.includes(to)} then coalesce(implementing_since, ${since}) end
        where id = ${plan.id}`.execute(trx)
      await sql`
        insert into action_plan_transition (plan_id, ordinal, action, from_status, to_status, effective_on,
          effective_precision, draft_number, reason, sources, documents)
        select ${plan.id}, count(*) + 1, ${action}, ${plan.status}, ${to}, ${day}::date, ${precision},
          ${draft}::int, ${reason}, ${JSON.stringify(sources)}::json, ${[...documents]}::uuid[]
        from action_plan_transition where plan_id = ${plan.id}`.execute(trx)
      await also()
      await restate(writing, plan.id)
    },
    reason,
  )
}

/** What another feature does about a plan that is withdrawn, in the same transaction and under the plan's lock. */
export type AfterWithdrawal = (writing: Writing, plan: string, reason: string) => Promise<void>

/** The sessions of the councils that vote on a plan: what else a step does to them. */
export interface PlanSessions {
  /** What stands against binding a frozen draft to the open sessions: a collectivity that has none. */
  readonly missing: (db: Db, plan: string, draft: number) => Promise<Fault[]>
  /** Binds a frozen draft to one session of each collectivity: those named, else the open ones. */
  readonly bind: (
    writing: Writing,
    plan: LockedPlan,
    draft: number,
    named: readonly string[] | undefined,
  ) => Promise<void>
  /** Frees those that have not voted yet. */
  readonly free: (writing: Writing, plan: string) => Promise<void>
}

/** What other features do about a step of a plan, in the same transaction and under the plan's lock. */
export interface BesidePlan {
  readonly afterWithdrawal?: AfterWithdrawal
  readonly sessions?: PlanSessions
}

/**
 * A step that somebody asks for.
 *
 * @param beside what goes with the plan: consultations that it ends, sessions that `schedule` binds
 * @throws {DomainError} `not_found`, `not_yours`, `wrong_state`, `unprocessable`, and those of requireRevision
 */
export async function stepPlan(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  asked: NewPlanTransition,
  { afterWithdrawal, sessions }: BesidePlan = {},
): Promise<void> {
  const { trx } = writing
  const plan = await lockOwnPlan(writing, actor, id, expected)
  const { action } = asked
  const named = asked.draft ?? undefined
  const draft = named === undefined ? plan.drafts[0] : plan.drafts.find((one) => one.number === named)
  const faults = [
    ...stepFaults(plan, asked, draft !== undefined),
    ...(await missingDocuments(trx, asked.documents ?? [], '/documents')),
  ]
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  const refusal = refusalOf(plan.status, action, draft, plan.announced)
  if (refusal !== undefined) throw refusal
  const on = asked.effective_on.value
  const sources = sourcesColumn(asked.sources ?? [])
  const validated = (number: number | null) =>
    sql`update action_plan set validated_draft = ${number} where id = ${id}`.execute(trx)
  const about = ABOUT_LAST.includes(action)
    ? draft!.number
    : ABOUT_VALIDATED.includes(action)
      ? plan.validated_draft
      : null
  await takeStep(
    writing,
    plan,
    { action, on, draft: about, reason: asked.reason, sources, documents: asked.documents },
    async () => {
      if (action === 'publish_draft')
        await publishDraft(writing, plan, draft!, { by: 'publish_draft', on, sources })
      if (action === 'validate') {
        await freezeDraft(writing, plan, draft!, 'validation')
        await validated(draft!.number)
      }
      if (action === 'reopen' || action === 'redraft') await validated(null)
      if (action === 'schedule') await sessions?.bind(writing, plan, plan.validated_draft!, asked.sessions)
      if (action === 'unschedule' || action === 'withdraw') await sessions?.free(writing, id)
    },
  )
  if (action === 'redraft') await requireNoOverlap(writing, id)
  if (action === 'withdraw' && asked.reason) await afterWithdrawal?.(writing, id, asked.reason)
}

/** Which draft a step is about. */
const ABOUT_LAST: readonly PlanTransitionAction[] = ['publish_draft', 'validate']
const ABOUT_VALIDATED: readonly PlanTransitionAction[] = ['reopen', 'schedule', 'unschedule']

/** A draft may have been published long before all else that we know of, so its day may be any. */
function stepFaults(plan: LockedPlan, asked: NewPlanTransition, hasDraft: boolean): Fault[] {
  const { action, effective_on, draft, reason } = asked
  const { day } = readPartialDate(effective_on.value)
  const faults: Fault[] = []
  if (draft !== undefined && action !== 'publish_draft')
    faults.push({
      at: { pointer: '/draft' },
      code: 'only_with',
      values: { expected: 'action=publish_draft' },
    })
  else if (draft !== undefined && !hasDraft)
    faults.push({ at: { pointer: '/draft' }, code: 'no_such_draft', values: { value: draft } })
  // The consultations that it ends are told why.
  if (action === 'withdraw' && !reason && (plan.announced > 0 || plan.status === 'consulting'))
    faults.push({ at: { pointer: '/reason' }, code: 'required' })
  if (asked.sessions !== undefined && action !== 'schedule')
    faults.push({ at: { pointer: '/sessions' }, code: 'only_with', values: { expected: 'action=schedule' } })
  if (action !== 'publish_draft' && plan.last_on !== null && day < plan.last_on)
    faults.push({ at: { pointer: '/effective_on' }, code: 'too_early', values: { limit: plan.last_on } })
  return faults
}

/** What a consultation tells of its opening or its closing. */
export interface ConsultationStep {
  readonly plan: string
  /** The civil day, or what is known of it. */
  readonly on: string
  /** Number of the draft that it is bound to; null for a round that gathers ideas. */
  readonly draft: number | null
  readonly reason?: string | null
  /** In the wire's form. */
  readonly sources?: object
}

/**
 * A consultation opens, within its own transaction: freezes the draft that it is bound to and makes it public, and
 * moves the plan to `consulting` unless another one is open.
 *
 * @throws {DomainError} `not_found`, `wrong_state`, `unprocessable` when the draft has no axis
 */
export async function enterConsulting(writing: Writing, step: ConsultationStep): Promise<void> {
  const plan = await lockPlan(writing, step.plan)
  const draft = step.draft === null ? undefined : draftOf(plan, step.draft)
  if (draft !== undefined) requireAxes(draft)
  const bind = async () => {
    if (draft === undefined) return
    await freezeDraft(writing, plan, draft, 'consultation')
    await publishDraft(writing, plan, draft, { by: 'consultation', on: step.on, sources: step.sources ?? [] })
  }
  if (plan.status === 'consulting') await writing.change(recordedPlan, [plan.id], bind, step.reason ?? null)
  else await takeStep(writing, plan, { action: 'open_consultation', ...step }, bind)
}

/**
 * The last open consultation of a plan closes, within its own transaction: the plan is in drafting again. One that was
 * withdrawn meanwhile stays so.
 */
export async function leaveConsulting(writing: Writing, step: ConsultationStep): Promise<void> {
  const plan = await lockPlan(writing, step.plan)
  if (plan.status === 'consulting') await takeStep(writing, plan, { action: 'close_consultation', ...step })
}
