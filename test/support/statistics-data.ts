import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { recordedSession } from '../../src/approval-sessions/lock/commands.ts'
import { recordedContribution } from '../../src/contributions/commands.ts'
import { transact, type Writing } from '../../src/db/journal.ts'
import { SYSTEM } from '../../src/domain/actor.ts'
import {
  CHANNELS,
  CONTRIBUTION_LANGUAGES,
  CONTRIBUTION_STATUSES,
} from '../../src/domain/consultation-types.ts'
import { PRINCIPLES } from '../../src/domain/plan-types.ts'
import { STAGES } from '../../src/domain/progress-types.ts'
import { createMember, stepMember } from '../../src/members/commands.ts'
import { createPlan, stepPlan } from '../../src/plans/commands.ts'
import { editDraft } from '../../src/plans/drafts/commands.ts'
import { addTold } from '../../src/progress/commands.ts'
import { putAttendance } from '../../src/workshops/attendance/commands.ts'
import { createWorkshop } from '../../src/workshops/commands.ts'
import { CATEGORIES, GENDERS, MODES, WORKSHOP_KINDS } from '../../src/workshops/words.ts'
import { adoptPlan } from './adopted.ts'
import type { Service } from './app.ts'
import { announced, consultationOf } from './consultations.ts'
import { author } from './journal.ts'

const SOURCES = [{ title: 'Exemple' }]
/** Of two regions and all three types. */
const CODES = [
  '09',
  '08',
  '09.541',
  '09.163',
  '08.201',
  '09.541.01.13',
  '09.541.01.01',
  '09.163.01.01',
] as const

const day = fc
  .integer({ min: 0, max: 1_480 })
  .map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10))
const lateDay = fc.constantFrom('2024-02-11', '2024-03-31', '2025-06-15', '2026-01-28')
/** As precise as a source happens to be. */
const date = fc.tuple(day, fc.constantFrom(10, 10, 7, 4)).map(([text, length]) => text.slice(0, length))
/** Often on one day, and sometimes after the step that follows it, which is refused. */
const step = fc.constantFrom('2024-01-20', '2024-02', '2024-02-11', '2024-03', '2025')
const code = fc.constantFrom(...CODES)
const codes = fc.uniqueArray(code, { minLength: 1, maxLength: 3 })
const instant = day.map((text) => `${text}T23:30:00.000Z`)

export const batch = fc.record({
  members: fc.array(
    fc.record({
      wave: fc.option(fc.integer({ min: 1, max: 3 })),
      applied: fc.option(date),
      joined: fc.option(date),
      next: fc.constantFrom(null, 'suspend', 'withdraw'),
      on: date,
      recorded: instant,
    }),
    { minLength: 3, maxLength: 6 },
  ),
  workshops: fc.array(
    fc.record({
      kind: fc.constantFrom(...WORKSHOP_KINDS),
      mode: fc.option(fc.constantFrom(...MODES)),
      on: fc.option(date),
      collectivities: codes,
      status: fc.constantFrom('held', 'held', 'planned'),
      cells: fc.uniqueArray(
        fc.record({
          category: fc.constantFrom(...CATEGORIES),
          gender: fc.constantFrom(...GENDERS),
          present: fc.option(fc.integer({ min: 0, max: 9 })),
          invited: fc.option(fc.integer({ min: 0, max: 9 })),
        }),
        { selector: ({ category, gender }) => `${category} ${gender}`, maxLength: 4 },
      ),
    }),
    { minLength: 3, maxLength: 6 },
  ),
  plans: fc.array(
    fc.record({
      collectivities: codes,
      commitments: fc.array(
        fc.record({
          principles: fc.uniqueArray(fc.constantFrom(...PRINCIPLES), { minLength: 1, maxLength: 3 }),
          due: fc.option(date),
          told: fc.option(fc.record({ on: date, stage: fc.constantFrom(...STAGES) })),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      isAdopted: fc.boolean(),
      steps: fc.tuple(step, step, lateDay),
      contributions: fc.array(
        fc.record({
          status: fc.constantFrom(...CONTRIBUTION_STATUSES),
          channel: fc.constantFrom(...CHANNELS),
          language: fc.constantFrom(...CONTRIBUTION_LANGUAGES),
          received: instant,
          answered: instant,
        }),
        { maxLength: 4 },
      ),
      session: fc.option(
        fc.record({
          opens: fc.option(date),
          decided: fc.option(day),
          outcome: fc.constantFrom('adopted', 'rejected', 'deferred'),
          isCancelled: fc.boolean(),
        }),
      ),
    }),
    { minLength: 2, maxLength: 4 },
  ),
})
export type Batch = typeof batch extends fc.Arbitrary<infer T> ? T : never
type Plan = Batch['plans'][number]

/** Writes all of it, each through the door that a client's would go through where that takes any date. */
export async function fill(service: Service, { members, workshops, plans }: Batch): Promise<void> {
  const { db } = service
  const write = <T>(work: (writing: Writing) => Promise<T>) => transact(db, author, work)
  for (const member of members)
    await transact(db, { ...author, at: new Date(member.recorded) }, (writing) =>
      addMember(writing, member),
    ).catch(onlyRefusals)
  for (const { kind, mode, on, collectivities, status, cells } of workshops)
    await write(async (writing) => {
      const held_on = on === null ? {} : { held_on: { value: on } }
      const id = await createWorkshop(writing, SYSTEM, {
        kind,
        collectivities: [...collectivities],
        status: status as 'held',
        sources: SOURCES,
        ...(mode && { mode }),
        ...held_on,
      })
      if (cells.length > 0) await putAttendance(writing, SYSTEM, id, 'any', { cells: [...cells] })
    }).catch(onlyRefusals)
  for (const plan of plans) await addPlan(service, plan)
}

/** What cannot have been so is not there: a step before the one that it follows, a meeting held without a day. */
function onlyRefusals(error: Error): void {
  if (error.constructor.name !== 'DomainError') throw error
}

async function addMember(writing: Writing, { wave, applied, joined, next, on }: Batch['members'][number]) {
  const { rows } = await sql<{ code: string }>`
    select hcp_code as code from collectivity c where type = 'commune'
      and not exists (select from member m where m.collectivity_id = c.id and m.left_on is null)
    order by md5(hcp_code) limit 1`.execute(writing.trx)
  const id = await createMember(writing, {
    collectivity: rows[0]!.code,
    sources: SOURCES,
    ...(wave && { wave }),
    ...(applied && { applied_on: { value: applied } }),
    ...(joined && { joined_on: { value: joined } }),
  })
  if (next !== null)
    await stepMember(writing, SYSTEM, id, 'any', {
      action: next as 'suspend',
      effective_on: { value: on },
      sources: SOURCES,
    })
}

async function addPlan(service: Service, plan: Plan): Promise<void> {
  const { db } = service
  const write = <T>(work: (writing: Writing) => Promise<T>) => transact(db, author, work)
  const id = v7()
  await write(async (writing) => {
    await createPlan(
      writing,
      SYSTEM,
      {
        collectivities: plan.collectivities.map((collectivity) => ({ collectivity })),
        cycle: { starts_on: { value: '2024' } },
        // Of a programme of its own: plans of one programme do not overlap.
        programme: { acronym: id },
        sources: SOURCES,
      },
      id,
    )
    const commitments = plan.commitments.map(({ principles, due }, index) => ({
      key: `c${index}`,
      title: { fr: `Projet ${index}` },
      principles: [...principles],
      milestones: due === null ? [] : [{ key: 'm', title: { fr: 'Jalon' }, due_on: { value: due } }],
    }))
    await editDraft(writing, SYSTEM, id, 1, 'any', () => ({
      axes: [{ key: 'x', title: { fr: 'Axe' }, commitments }],
      sources: SOURCES,
    }))
    await stepPlan(writing, SYSTEM, id, 'any', {
      action: 'publish_draft',
      effective_on: { value: '2024-01' },
    })
  })
  const consultation = await announced(service, consultationOf(id))
  await write((writing) => addContributions(writing, id, consultation, plan.contributions))
  if (plan.session !== null) await write((writing) => addSession(writing, id, plan.session!))
  if (!plan.isAdopted || plan.contributions.length > 0) return
  await sql`update consultation set status = 'cancelled', cancellation_reason = 'x' where id = ${consultation}`.execute(
    db,
  )
  const [validate, schedule, adopt] = plan.steps
  await adoptPlan(service, id, { validate, schedule, adopt }).catch(onlyRefusals)
  const { data } = await service.json(`/v1/commitments?plan=${id}`)
  for (const [index, { told }] of plan.commitments.entries()) {
    const { id: commitment } = data.find(({ key }: { key: string }) => key === `c${index}`)
    if (told !== null)
      await write((writing) =>
        addTold(writing, SYSTEM, 'progress_report', commitment, {
          reported_on: { value: told.on },
          stage: told.stage,
          sources: SOURCES,
        }),
      ).catch(onlyRefusals)
  }
}

async function addContributions(
  writing: Writing,
  plan: string,
  consultation: string,
  said: Plan['contributions'],
) {
  for (const { status, channel, language, received, answered } of said) {
    const id = v7()
    const isAnswered = ['accepted', 'merged', 'rejected'].includes(status)
    await writing.change(recordedContribution, [id], () =>
      sql`insert into contribution (id, consultation_id, status, channel, language, problem, received_at, withheld_reason,
          answer, answered_at, commitment_id, merged_into, created_at, updated_at)
        values (${id}, ${consultation}, ${status === 'merged' ? 'rejected' : status}, ${channel}, ${language}, 'x', ${received},
          ${status === 'withheld' ? 'x' : null}, ${isAnswered ? 'x' : null}, ${isAnswered ? answered : null}::timestamptz,
          case when ${status === 'accepted'} then (select id from commitment_identity where plan_id = ${plan} limit 1) end,
          null, ${author.at}, ${author.at})`.execute(writing.trx),
    )
  }
}

async function addSession(
  writing: Writing,
  plan: string,
  { opens, decided, outcome, isCancelled }: NonNullable<Plan['session']>,
) {
  const id = v7()
  const status = isCancelled ? 'cancelled' : decided === null ? 'announced' : 'closed'
  const isClosed = status === 'closed'
  const precision = opens && (['year', 'month', 'day'] as const)[[4, 7, 10].indexOf(opens.length)]
  const first = opens && `${opens}-01-01`.slice(0, 10)
  await writing.change(recordedSession, [id], () =>
    sql`insert into approval_session (id, plan_id, collectivity_id, kind, status, status_reason, opens_on, opens_precision,
        outcome, decided_on, sources, created_at, updated_at)
      select ${id}, plan_id, collectivity_id, 'ordinary', ${status}, ${isCancelled ? 'x' : null}, ${first}::date, ${precision},
        ${isClosed ? outcome : null}, ${isClosed ? decided : null}::date, '[]', ${author.at}, ${author.at}
      from action_plan_collectivity where plan_id = ${plan} order by ordinal limit 1`.execute(writing.trx),
  )
}
