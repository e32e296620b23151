import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { sql } from 'kysely'
import t from 'tap'
import { moveDue } from '../../src/consultations/clock/commands.ts'
import { startJobs } from '../../src/db/jobs.ts'
import { tasks } from '../../src/jobs.ts'
import { startApp } from '../support/app.ts'
import { announced, consultationOf, draftedPlan, movable } from '../support/consultations.ts'
import { as, roleIdentity } from '../support/roles.ts'

const { clock, to } = movable()
const service = await startApp(t, { identity: roleIdentity, clock })
const { db, pool, files, url, json, request } = service
const work = () => tasks({ db, pool, files, clock })['move-consultations']!({}, {} as never)
const association = as('association')

const instant = (day: string, time = '10:00:00.000') => ({ value: `2026-03-${day}T${time}Z` })
const steps = async (plan: string) =>
  (await json(`/v1/action-plans/${plan}/transitions`)).data.map(
    (step: { action: string; effective_on: { value: string } }) =>
      `${step.action} ${step.effective_on.value}`,
  )
const statuses = async (plan: string) => {
  const found = await json(`/v1/action-plans/${plan}?include=consultations`)
  return [found.status, ...found.consultations.map((one: { status: string }) => one.status)]
}

t.test('it opens and closes by itself, and its draft comes to light with it', async (t) => {
  to('2026-02-02T10:00:00Z')
  const plan = await draftedPlan(service)
  const draft = `/v1/action-plans/${plan}/drafts/1`
  const id = await announced(
    service,
    consultationOf(plan, { round: 2, draft: 1, opens_at: instant('02'), closes_at: instant('09') }),
  )
  t.match(await json(`/v1/consultations/${id}`), { status: 'announced', draft: 1 })
  const hidden = async () => {
    for (const door of [draft, `${draft}/history`, `/v1/action-plans/${plan}/drafts/1/diff/1`])
      t.equal((await request(door)).statusCode, 404, door)
    t.same((await json(`/v1/action-plans/${plan}?include=axes,drafts`)).drafts, [])
    t.same((await json(`/v1/commitments?plan=${plan}`)).data, [])
    const feed = await request(`/v1/changes?types=draft&format=ndjson`)
    t.notMatch(feed.body, plan)
  }
  await hidden()
  to('2026-03-02T09:59:59.999Z')
  await work()
  t.same(await statuses(plan), ['drafting', 'announced'], 'not a millisecond too early')
  await hidden()

  to('2026-03-02T10:00:00.000Z')
  await work()
  t.same(await statuses(plan), ['consulting', 'open'])
  t.match(await json(draft), {
    status: 'frozen',
    frozen_by: 'consultation',
    content_hash: /^sha256:/,
    publication: { published_by: 'consultation', published_on: { value: '2026-03-02' } },
  })
  await work()
  t.match(await json(`/v1/consultations/${id}`), { revision: 2 }, 'done twice it is done once')

  to('2026-03-09T10:00:00.000Z')
  await work()
  t.same(await statuses(plan), ['drafting', 'closed'])
  t.same(await steps(plan), ['open_consultation 2026-03-02', 'close_consultation 2026-03-09'])
  const { data } = await json(`/v1/consultations/${id}/history`)
  t.same(
    data.map(({ origin, change }: { origin: string; change: string }) => `${change} ${origin}`),
    ['updated clock', 'updated clock', 'created api'],
  )
})

t.test('a late start catches up, each at its time', async (t) => {
  to('2026-02-02T10:00:00Z')
  const plan = await draftedPlan(service)
  const window = (opens: string, closes: string) =>
    announced(service, consultationOf(plan, { opens_at: instant(opens), closes_at: instant(closes) }))
  await window('02', '06')
  await window('04', '08')
  await window('20', '25')
  to('2026-04-10T10:00:00Z')
  await work()
  t.same(await statuses(plan), ['drafting', 'closed', 'closed', 'closed'])
  t.same(await steps(plan), [
    'open_consultation 2026-03-02',
    'close_consultation 2026-03-08',
    'open_consultation 2026-03-20',
    'close_consultation 2026-03-25',
  ])
})

t.test('what a source knows by the month only', async (t) => {
  to('2023-12-01T10:00:00Z')
  const plan = await draftedPlan(service)
  const id = await announced(
    service,
    consultationOf(plan, { opens_at: { value: '2023-07' }, closes_at: { value: '2023-09' } }),
    clock(),
  )
  t.match(await json(`/v1/consultations/${id}`), {
    status: 'closed',
    opens_at: { value: '2023-07', precision: 'month' },
    closes_at: { value: '2023-09', precision: 'month' },
  })
  t.same(await steps(plan), ['open_consultation 2023-07', 'close_consultation 2023-09'])
  const listed = async (day: string) =>
    (await json(`/v1/consultations?plan=${plan}&open_on=${day}`)).data.length
  t.same(
    [
      await listed('2023-06-30'),
      await listed('2023-07-01'),
      await listed('2023-09-30'),
      await listed('2023-10-01'),
    ],
    [0, 1, 1, 0],
    'all of the months count, by the day in Morocco',
  )
  const unknown = await announced(service, consultationOf(plan), clock())
  t.match(await json(`/v1/consultations/${unknown}`), {
    status: 'announced',
    opens_at: null,
    closes_at: null,
  })
})

t.test('several processes at once', async (t) => {
  to('2026-02-02T10:00:00Z')
  const plan = await draftedPlan(service)
  const windows = consultationOf(plan, { opens_at: instant('02'), closes_at: instant('09') })
  for (let times = 0; times < 3; times += 1) await announced(service, windows)
  for (const at of ['2026-03-03T00:00:00Z', '2026-03-10T00:00:00Z']) {
    to(at)
    await Promise.all(Array.from({ length: 4 }, () => moveDue({ db, clock })))
  }
  t.same(await statuses(plan), ['drafting', 'closed', 'closed', 'closed'])
  t.same(await steps(plan), ['open_consultation 2026-03-02', 'close_consultation 2026-03-09'])
})

t.test('a plan is consulted on exactly while one of its consultations is open', async (t) => {
  const day = fc.integer({ min: 1, max: 20 })
  const windows = fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 4 })
  const at = (number: number) => new Date(Date.UTC(2027, 0, number, 12)).toISOString()
  await fc.assert(
    fc.asyncProperty(windows, fc.array(day, { maxLength: 6 }), fc.nat(3), async (given, looks, cancelled) => {
      to('2026-12-01T00:00:00Z')
      const plan = await draftedPlan(service)
      const wanted = given.map(([a, length]) => ({ opens: a, closes: a + length }))
      const ids: string[] = []
      for (const { opens, closes } of wanted)
        ids.push(
          await announced(
            service,
            consultationOf(plan, { opens_at: { value: at(opens) }, closes_at: { value: at(closes) } }),
          ),
        )
      let called: number | undefined
      for (const [turn, look] of [...looks].sort((a, b) => a - b).entries()) {
        to(at(look))
        if (turn === 2) {
          const answer = await request({
            method: 'POST',
            url: `/v1/consultations/${ids[cancelled % ids.length]}/transitions`,
            headers: { ...association, 'if-match': '*' },
            payload: { action: 'cancel', reason: 'Essai' },
          })
          if (answer.statusCode === 200) called = cancelled % ids.length
        }
        // Also after a refusal, which leaves all as it was.
        await moveDue({ db, clock }, plan)
        const expected = wanted.map(({ opens, closes }, index) =>
          index === called ? 'cancelled' : look >= closes ? 'closed' : look >= opens ? 'open' : 'announced',
        )
        const { rows } = await sql<{ status: string; plan_status: string }>`
          select k.status, p.status as plan_status from unnest(${ids}::uuid[]) with ordinality as asked (id, at)
          join consultation k using (id) join action_plan p on p.id = k.plan_id order by asked.at`.execute(db)
        t.same(
          rows.map((row) => row.status),
          expected,
        )
        t.equal(rows[0]!.plan_status, expected.includes('open') ? 'consulting' : 'drafting')
      }
    }),
    { numRuns: 25 },
  )
})

t.test('the queue comes back when it is time', async (t) => {
  const real = () => new Date()
  const plan = await draftedPlan(service)
  const soon = (milliseconds: number) => ({ value: new Date(Date.now() + milliseconds).toISOString() })
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const jobs = await startJobs(url, tasks({ db, pool, files, clock: real }), [], log)
  const id = await announced(
    service,
    consultationOf(plan, { opens_at: soon(500), closes_at: soon(4_000) }),
    real(),
  )
  const becomes = async (status: string) => {
    for (let times = 0; times < 200; times += 1) {
      if ((await json(`/v1/consultations/${id}`)).status === status) return true
      await sleep(50)
    }
    return false
  }
  t.ok(await becomes('open'))
  t.equal((await json(`/v1/action-plans/${plan}`)).status, 'consulting')
  t.ok(await becomes('closed'))
  t.equal((await json(`/v1/action-plans/${plan}`)).status, 'drafting')
  await jobs.stop()
})
