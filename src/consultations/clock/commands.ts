import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { type Recorded, transact, type Writing } from '../../db/journal.ts'
import { jsonOf } from '../../db/shape.ts'
import type { Clock } from '../../domain/clock.ts'
import { DomainError } from '../../domain/errors.ts'
import { enterConsulting, leaveConsulting } from '../../plans/commands.ts'
import { lockPlan } from '../../plans/lock/commands.ts'
import { territoriesOf } from '../../register/territory/queries.ts'
import { type Move, nextMove, type Timed } from '../lifecycle.ts'
import { findDuePlans, recordedFacts } from '../queries.ts'

/** What the journal keeps of a consultation: all of it is public from its announcement. */
export const recordedConsultation: Recorded = {
  table: 'consultation',
  facts: recordedFacts,
  states: (ids) => sql`
    select k.id, 'consultation' as type, k.revision, ${jsonOf(recordedFacts)} as state,
      ${territoriesOf(sql`'action_plan'`, sql`k.plan_id`)} as territories
    from consultation k where k.id = ${ids}`,
}

/** The task that opens and closes consultations when their time has come. */
export const CONSULTATION_TASK = 'move-consultations'

/**
 * Under the plan's lock: opens and closes, in the order of their times, what of its consultations is due, and sees to
 * it that the clock comes back for the next. Done twice it is done once.
 */
export async function advance(writing: Writing, planId: string): Promise<void> {
  const { trx, author } = writing
  for (;;) {
    const { rows } = await sql<Timed & Bound>`
      select id, status, opens_at, closes_at, draft_number, sources,
        coalesce(partial_date_text(opens_on, opens_precision), to_char(opens_at at time zone 'Africa/Casablanca', 'YYYY-MM-DD')) as opens_on,
        coalesce(partial_date_text(closes_on, closes_precision), to_char(closes_at at time zone 'Africa/Casablanca', 'YYYY-MM-DD')) as closes_on
      from consultation where plan_id = ${planId} and status in ('announced', 'open')
      order by id for update`.execute(trx)
    const move = nextMove(rows)
    if (move === undefined) return
    if (Date.parse(move.at) > author.at.getTime()) return await comeBack(writing, planId, move)
    await take(writing, planId, move, rows.find((row) => row.id === move.id)!)
  }
}

interface Bound {
  readonly draft_number: number | null
  readonly sources: object
  /** What is known of the days, as partial dates. */
  readonly opens_on: string
  readonly closes_on: string
}

async function take(writing: Writing, planId: string, { id, to }: Move, bound: Bound): Promise<void> {
  const { trx, author } = writing
  const { draft_number: draft, sources } = bound
  if (to === 'open') {
    await writing.change(recordedConsultation, [id], () =>
      sql`update consultation set status = 'open', opened_at = ${author.at} where id = ${id}`.execute(trx),
    )
    return await enterConsulting(writing, { plan: planId, on: bound.opens_on, draft, sources })
  }
  await writing.change(recordedConsultation, [id], () =>
    sql`update consultation set status = 'closed' where id = ${id}`.execute(trx),
  )
  await leaveUnlessOpen(writing, planId, { on: bound.closes_on, draft, sources })
}

/** A plan is consulted on for as long as a consultation of it is open. */
export async function leaveUnlessOpen(
  writing: Writing,
  plan: string,
  step: Omit<Parameters<typeof leaveConsulting>[1], 'plan'>,
): Promise<void> {
  const { rows } = await sql`
    select from consultation where plan_id = ${plan} and status = 'open' limit 1`.execute(writing.trx)
  if (rows.length === 0) await leaveConsulting(writing, { plan, ...step })
}

/** One job a plan: at the time of the next move, or in a second when the queue's clock is ahead of ours. */
async function comeBack({ trx }: Writing, plan: string, { at }: Move): Promise<void> {
  await sql`select graphile_worker.add_job(${CONSULTATION_TASK}, json_build_object('plan', ${plan}::text),
    run_at => greatest(${at}::timestamptz, clock_timestamp() + interval '1 second'),
    job_key => ${`${CONSULTATION_TASK} ${plan}`})`.execute(trx)
}

/** Opens and closes what is due, of one plan or of all. Several processes may do it at once. */
export async function moveDue({ db, clock }: { db: Db; clock: Clock }, plan?: string): Promise<void> {
  const at = clock()
  const author = { actor: 'system', origin: 'clock', requestId: null, at }
  const failures: unknown[] = []
  for (const id of plan === undefined ? await findDuePlans(db, at) : [plan]) {
    const moving = transact(db, author, async (writing) => {
      await lockPlan(writing, id)
      await advance(writing, id)
    })
    // One plan does not keep the others waiting; one that is not there any more has nothing to move.
    await moving.catch((error) => {
      if (!(error instanceof DomainError && error.code === 'not_found')) failures.push(error)
    })
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some consultations could not be moved')
}
