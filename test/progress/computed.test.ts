import fc from 'fast-check'
import t from 'tap'
import { transact } from '../../src/db/journal.ts'
import { SYSTEM } from '../../src/domain/actor.ts'
import { addDays, daysBetween } from '../../src/domain/days.ts'
import { createPlan, editPlan, stepPlan } from '../../src/plans/commands.ts'
import { editDraft } from '../../src/plans/drafts/commands.ts'
import type { PlanDocument } from '../../src/plans/schema.ts'
import { addTold, editTold, withdrawTold } from '../../src/progress/commands.ts'
import { adoptPlan } from '../support/adopted.ts'
import { startApp } from '../support/app.ts'
import { author } from '../support/journal.ts'
import { misstated } from '../support/standing.ts'

const service = await startApp(t)
const { db, json } = service
const PLAN = '6f1c0e6a-6a58-5c1e-9d1b-3f1f5b7f0a03'
const [ADOPTED, BEGUN, END] = ['2026-01-28', '2026-02-28', '2027-12-31']
const SOURCES = [{ title: 'Exemple' }]
const KEYS = ['a', 'b', 'c'] as const

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

/** Days and months of the years in which the plan is followed. */
const month = fc
  .integer({ min: 0, max: 27 })
  .map((n) => `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)
const day = fc.integer({ min: 1, max: 800 }).map((n) => addDays('2026-01-31', n))
const later = fc.oneof(
  day,
  month.filter((text) => text > '2026-01'),
)
const lastDay = (text: string) => {
  if (text.length === 10) return text
  const [year, number] = text.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

const told = fc.record({
  on: later,
  stage: fc.constantFrom('not_started', 'started', 'substantial', 'completed'),
  done: fc.subarray([...KEYS], { maxLength: 2 }),
  /** What becomes of it once all are in. */
  fate: fc.constantFrom('stays', 'stays', 'stays', 'withdrawn', 'completed'),
})
const promise = fc.record({
  due: fc.array(fc.option(later), { minLength: 3, maxLength: 3 }),
  reports: fc.array(told, { maxLength: 5 }),
})
const [promises] = fc.sample(fc.array(promise, { minLength: 30, maxLength: 30 }), {
  numRuns: 1,
  seed: 20261123,
})

/** What is to be told of a promise as of a day, by the words of the rule. */
function expected({ due, reports }: (typeof promises & object)[0], asOf: string) {
  const known = reports
    .map((report, place) => ({ ...report, place, known: lastDay(report.on) }))
    .filter(({ fate, known }) => fate !== 'withdrawn' && known <= asOf)
    .map((report) => (report.fate === 'completed' ? { ...report, stage: 'completed' } : report))
    .sort((a, b) => (a.known === b.known ? a.place - b.place : a.known < b.known ? -1 : 1))
  const last = known.at(-1)
  const done = new Map(known.flatMap(({ done, on }) => done.map((key) => [key, on] as const)))
  const open = KEYS.flatMap((key, index) =>
    done.has(key) || due[index] === null ? [] : [lastDay(due[index]!)],
  )
  const next = asOf >= ADOPTED && last?.stage !== 'completed' ? [...open, END].sort()[0]! : null
  const since = last?.known ?? (asOf >= BEGUN ? BEGUN : undefined)
  const silent = since === undefined ? null : daysBetween(since, asOf)
  const isOverdue = next !== null && next < asOf
  return {
    stage: last?.stage ?? null,
    done: KEYS.map((key) => done.get(key) ?? null),
    next_due_on: next,
    overdue: isOverdue,
    at_risk: next !== null && !isOverdue && next <= addDays(asOf, 60) && silent !== null && silent >= 90,
    silent_days: silent,
  }
}

t.test('what is computed is what the rule says, whatever was reported and whatever the day', async (t) => {
  let second = 0
  const write = async <T>(work: Parameters<typeof transact<T>>[2]) => {
    const done = await transact(db, { ...author, at: new Date(Date.UTC(2029, 0, 1, 12, 0, second++)) }, work)
    t.same(await misstated(service), [], 'what is kept is what is so, after every write')
    return done
  }
  await write(async (writing) => {
    const document = {
      collectivities: [{ collectivity: '09.541.01.13' }],
      cycle: { starts_on: { value: '2026' } },
      sources: SOURCES,
    }
    await createPlan(writing, SYSTEM, document, PLAN)
    const commitments = promises!.map(({ due }, index) => ({
      key: `c${index}`,
      title: { fr: `Projet ${index}` },
      principles: ['transparency' as const],
      milestones: KEYS.map((key, place) => ({
        key,
        title: { fr: key },
        ...(due[place] === null ? {} : { due_on: { value: due[place]! } }),
      })),
    }))
    await editDraft(writing, SYSTEM, PLAN, 1, 'any', () => ({
      axes: [{ key: 'x', title: { fr: 'x' }, commitments }],
    }))
  })
  await adoptPlan(service, PLAN)
  const of = new Map<string, string>(
    (await json(`/v1/commitments?plan=${PLAN}`)).data.map(({ key, id }: Loose) => [key, id]),
  )
  await write((writing) =>
    stepPlan(writing, SYSTEM, PLAN, 'any', {
      action: 'start_implementation',
      effective_on: { value: '2026-02' },
    }),
  )
  for (const [index, { reports }] of promises!.entries()) {
    const ids: string[] = []
    for (const { on, stage, done } of reports)
      ids.push(
        await write((writing) =>
          addTold(writing, SYSTEM, 'progress_report', of.get(`c${index}`)!, {
            reported_on: { value: on },
            stage: stage as 'started',
            milestones: done.map((key) => ({ key, done_on: { value: on } })),
            sources: SOURCES,
          }),
        ),
      )
    for (const [place, { fate }] of reports.entries()) {
      const id = ids[place]!
      if (fate === 'withdrawn')
        await write((writing) => withdrawTold(writing, SYSTEM, 'progress_report', id, 'any', 'x'))
      if (fate === 'completed')
        await write((writing) =>
          editTold(writing, SYSTEM, 'progress_report', id, 'any', (present) => ({
            ...present,
            stage: 'completed',
          })),
        )
    }
  }

  for (const end of ['2026-06', '2027'])
    await write((writing) =>
      editPlan(
        writing,
        SYSTEM,
        PLAN,
        'any',
        ['cycle'],
        (present) =>
          ({
            ...present,
            cycle: { starts_on: { value: '2026' }, ends_on: { value: end } },
          }) as PlanDocument,
        async () => {},
      ),
    )

  const edges = ['2026-01-27', ADOPTED, '2026-02-27', BEGUN, END, '2028-01-01']
  for (const asOf of [...edges, ...fc.sample(day, { numRuns: 30, seed: 5 })]) {
    const { data } = await json(`/v1/commitments?plan=${PLAN}&as_of=${asOf}&limit=500`)
    const found = data.map((one: Loose) => ({
      stage: one.completion?.stage ?? null,
      done: one.milestones.map((mark: Loose) => mark.done_on?.value ?? null),
      next_due_on: one.next_due_on,
      overdue: one.overdue,
      at_risk: one.at_risk,
      silent_days: one.silent_days,
    }))
    const wanted = promises!.map((one) => expected(one, asOf))
    t.same(found, wanted, asOf)
    for (const [query, holds] of [
      ['overdue=true', (one: Loose) => one.overdue],
      ['at_risk=true', (one: Loose) => one.at_risk],
      ['silent_for_days=100', (one: Loose) => one.silent_days !== null && one.silent_days >= 100],
      ['completion=completed,unreported', (one: Loose) => one.stage === null || one.stage === 'completed'],
    ] as const) {
      const { page } = await json(`/v1/commitments?plan=${PLAN}&as_of=${asOf}&${query}&count=exact`)
      t.equal(page.total, wanted.filter(holds).length, `${asOf} ${query}`)
    }
  }
})
