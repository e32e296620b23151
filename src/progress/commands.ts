import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Recorded, Writing } from '../db/journal.ts'
import { type Expected, requireRevision } from '../db/revision.ts'
import { jsonOf } from '../db/shape.ts'
import { missingDocuments } from '../documents/queries.ts'
import type { Actor } from '../domain/actor.ts'
import { civilDay } from '../domain/clock.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { PLAN_STATUSES, type PlanStatus } from '../domain/plan-types.ts'
import { restate } from '../plans/commitments/commands.ts'
import { nextDue } from '../plans/commitments/queries.ts'
import { lockPlan, requirePlanEditor, territories } from '../plans/lock/commands.ts'
import { assessmentColumns, reportColumns } from './columns.ts'
import { course, type Told } from './course.ts'
import { assessmentFaults, type Followed as Held, reportFaults } from './faults.ts'
import { type Followed, factsOf, findFollowed, inOrder, type Kind } from './queries.ts'
import type { NewAssessment, NewProgressReport } from './schema.ts'

/** What is told of a commitment, as it is sent. */
export type NewTold = NewProgressReport | NewAssessment

/** A member reports until its plan is closed; others look back on it after that too. */
const FOLLOWED: Readonly<Record<Kind, readonly PlanStatus[]>> = {
  progress_report: ['adopted', 'implementing', 'evaluated'],
  assessment: ['adopted', 'implementing', 'evaluated', 'closed'],
}

const faultsOf = (kind: Kind, given: NewTold, held: Held): Fault[] =>
  kind === 'progress_report'
    ? reportFaults(given as NewProgressReport, held)
    : assessmentFaults(given as NewAssessment, held)
const columnsOf = (kind: Kind, given: NewTold) =>
  kind === 'progress_report'
    ? reportColumns(given as NewProgressReport)
    : assessmentColumns(given as NewAssessment)

const recordedOf = (kind: Kind): Recorded => ({
  table: kind,
  facts: factsOf[kind],
  states: (ids) => sql`
    select r.id, ${sql.lit(kind)} as type, r.revision, ${jsonOf(factsOf[kind])} as state,
      ${territories('i.plan_id')} as territories
    from ${sql.table(kind)} r join commitment_identity i on i.id = r.commitment_id where r.id = ${ids}`,
})
export const recordedTold = {
  progress_report: recordedOf('progress_report'),
  assessment: recordedOf('assessment'),
}

/**
 * A commitment that may be told of, with its plan locked, so that what its reports come to is reckoned one by one.
 *
 * @throws {DomainError} `not_found`, `not_yours`
 */
async function lockFollowed(writing: Writing, actor: Actor, kind: Kind, commitment: string) {
  const found = await findFollowed(writing.trx, sql`${commitment}::uuid`)
  if (!found?.public) throw new DomainError('not_found')
  await lockPlan(writing, found.plan)
  // An assessment is the association's alone, whose plan it may be: the route says so.
  if (kind === 'progress_report') await requirePlanEditor(writing, actor, found.plan)
  return (await findFollowed(writing.trx, sql`${commitment}::uuid`))!
}

/**
 * Adds a report or an assessment.
 *
 * @returns its id
 * @throws {DomainError} `not_found`, `not_yours`, `wrong_state`, `commitment_not_in_force`, `unprocessable`
 */
export async function addTold(
  writing: Writing,
  actor: Actor,
  kind: Kind,
  commitment: string,
  given: NewTold,
): Promise<string> {
  const { at } = writing.author
  const followed = await lockFollowed(writing, actor, kind, commitment)
  requireFollowed(kind, followed)
  await requireFaultless(writing, kind, given, followed, [])
  const id = v7({ msecs: at.getTime() })
  await writing.change(recordedTold[kind], [id], () =>
    writing.trx
      .insertInto(kind)
      .values({
        id,
        commitment_id: commitment,
        ...columnsOf(kind, given),
        created_at: at.toISOString(),
        updated_at: at.toISOString(),
      } as never)
      .execute(),
  )
  await reckon(writing, kind, followed.plan, commitment)
  return id
}

function requireFollowed(kind: Kind, { status, milestones, draft }: Followed): void {
  const allowed = PLAN_STATUSES.filter((one) => FOLLOWED[kind].includes(one))
  if (!allowed.includes(status))
    throw new DomainError('wrong_state', {
      values: { action: `add_${kind}`, state: status, allowed: allowed.join(', ') },
    })
  if (milestones === null) throw new DomainError('commitment_not_in_force', { values: { number: draft } })
}

/** @param kept documents that it named before, which may be gone since */
async function requireFaultless(
  writing: Writing,
  kind: Kind,
  given: NewTold,
  { adopted_on, milestones }: Followed,
  kept: readonly string[],
): Promise<void> {
  const { evidence = [] } = given
  const today = civilDay(writing.author.at)
  const missing = await missingDocuments(writing.trx, evidence, '/evidence')
  const faults = [
    ...faultsOf(kind, given, { today, adopted_on: adopted_on ?? '', milestones: milestones ?? [] }),
    ...missing.filter(({ values }) => !kept.includes(String(values?.value))),
  ]
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
}

/** Brings what follows from the reports of a commitment up to date: which stands from when, what is done, what is next. */
async function reckon(writing: Writing, kind: Kind, plan: string, commitment: string): Promise<void> {
  const { trx } = writing
  const isReport = kind === 'progress_report'
  const { rows } = await sql<Told>`
    select r.id, r.known_on, ${isReport ? sql`r.milestones` : sql`'[]'::json as milestones`} from ${sql.table(kind)} r
    where r.commitment_id = ${commitment} and r.withdrawn_at is null order by ${inOrder}`.execute(trx)
  await sql`
    update ${sql.table(kind)} r set superseded_on = is_now.superseded_on
      ${isReport ? sql`, done = is_now.done, next_due = ${nextDue(sql`is_now.done`)}` : sql``}
    from json_to_recordset(${JSON.stringify(course(rows))}::json) as is_now (id uuid, superseded_on date, done json)
      left join commitment c on c.id = ${commitment} and c.is_current
    where r.id = is_now.id`.execute(trx)
  if (isReport) await restate(writing, plan, commitment)
}

interface Locked {
  readonly id: string
  readonly commitment_id: string
  readonly revision: number
  readonly isWithdrawn: boolean
  readonly document: NewTold
  readonly followed: Followed
}

/** @throws {DomainError} `not_found`, `not_yours`, `withdrawn`, and those of requireRevision */
async function lockTold(
  writing: Writing,
  actor: Actor,
  kind: Kind,
  id: string,
  expected: Expected,
): Promise<Locked> {
  const table = sql.table(kind)
  const { rows: known } = await sql<{ commitment_id: string }>`
    select commitment_id from ${table} where id = ${id}`.execute(writing.trx)
  if (known[0] === undefined) throw new DomainError('not_found')
  const followed = await lockFollowed(writing, actor, kind, known[0].commitment_id)
  const { id: _, commitment_id: __, withdrawal: ___, ...document } = factsOf[kind]
  const { rows } = await sql<Omit<Locked, 'followed'>>`
    select r.id, r.commitment_id, r.revision, r.withdrawn_at is not null as "isWithdrawn",
      ${jsonOf(document)} as document from ${table} r where r.id = ${id} for update`.execute(writing.trx)
  const row = rows[0]!
  await requireRevision(writing, { ...row, type: kind }, expected)
  if (row.isWithdrawn) throw new DomainError('withdrawn')
  return { ...row, followed }
}

/**
 * Corrects a report or an assessment.
 *
 * @param edit makes the new document from the present one, or throws what is wrong with it
 */
export async function editTold(
  writing: Writing,
  actor: Actor,
  kind: Kind,
  id: string,
  expected: Expected,
  edit: (present: NewTold) => NewTold,
): Promise<void> {
  const { commitment_id, document, followed } = await lockTold(writing, actor, kind, id, expected)
  const given = edit(document)
  await requireFaultless(writing, kind, given, followed, document.evidence ?? [])
  await writing.change(recordedTold[kind], [id], () =>
    writing.trx
      .updateTable(kind)
      .set(columnsOf(kind, given) as never)
      .where('id', '=', id)
      .execute(),
  )
  await reckon(writing, kind, followed.plan, commitment_id)
}

/** Takes a report or an assessment back: it stays, with the reason, and no longer counts. */
export async function withdrawTold(
  writing: Writing,
  actor: Actor,
  kind: Kind,
  id: string,
  expected: Expected,
  reason: string,
): Promise<void> {
  const { commitment_id, followed } = await lockTold(writing, actor, kind, id, expected)
  const { at } = writing.author
  await writing.change(
    recordedTold[kind],
    [id],
    () =>
      sql`update ${sql.table(kind)} set withdrawn_at = ${at}, withdrawal_reason = ${reason} where id = ${id}`.execute(
        writing.trx,
      ),
    reason,
  )
  await reckon(writing, kind, followed.plan, commitment_id)
}
