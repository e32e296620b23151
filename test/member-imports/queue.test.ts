import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { startJobs } from '../../src/db/jobs.ts'
import { transact } from '../../src/db/journal.ts'
import { tasks } from '../../src/jobs.ts'
import { NOW, startApp } from '../support/app.ts'
import { association, importer, table } from '../support/imports.ts'
import { roleIdentity } from '../support/roles.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request, db, pool, url, files } = service
const { send, get, of, rows, place, revert, kept, journal } = importer(service)

// biome-ignore lint/suspicious/noExplicitAny: rows of an answer, looked at as they are
type Loose = any
const { rows: found } = await sql<{ hcp_code: string }>`
  select hcp_code from collectivity c where not exists (select from member where collectivity_id = c.id)
  order by hcp_code`.execute(db)
const all = found.map((one) => one.hcp_code)
const [own, few] = [all[0]!, all.slice(1, 3)]
const codes = all.slice(3)
/** More rows than are done while the client waits. */
const large = (wave: number) =>
  table(
    'hcp_code,wave,joined_on,identifier.association,source.title',
    ...codes.map((code, at) => `${code},${wave},2026-01,N-${at},Liste`),
  )
const waves = async () => {
  const { rows: counts } = await sql<{ wave: number; count: number }>`
    select wave, count(*)::int as count from member where collectivity_id in (
      select id from collectivity where hcp_code = any(${codes}::text[])) group by wave`.execute(db)
  return counts
}
/** Between the service and the database so far. */
const bytesPassed = () => {
  const { _clients } = pool as unknown as { _clients: { connection: { stream: Socket } }[] }
  return _clients.reduce((sum, { connection: { stream } }) => sum + stream.bytesRead + stream.bytesWritten, 0)
}
const log = { debug() {}, info() {}, warn() {}, error() {} }
const ended = async (answer: Parameters<typeof of>[0], seconds = 60): Promise<Loose> => {
  const late = performance.now() + seconds * 1_000
  for (;;) {
    const import_ = await of(answer)
    if (!['queued', 'running'].includes(import_.status)) return import_
    if (performance.now() > late) throw new Error(`${import_.id} is ${import_.status} still`)
    await sleep(50)
  }
}

t.test('more rows are for the queue, which tells how far it is', async (t) => {
  const answer = await send(large(1))
  t.equal(answer.statusCode, 202)
  t.match(answer.json(), {
    status: 'queued',
    started_at: null,
    progress: { rows_total: codes.length, rows_done: 0 },
  })
  t.same(await waves(), [], 'nothing is done yet')
  t.match((await rows(answer))[0], { number: 2, outcome: null, changes: [] })
  t.match((await revert(answer)).json(), { status: 409, code: 'wrong_state', detail: /queued/ })
  const before = await journal()
  const jobs = await startJobs(url, tasks({ db, pool, files, clock: () => NOW }), [], log)
  const done = await ended(answer)
  t.match(done, {
    status: 'finished',
    outcomes: { created: codes.length },
    progress: { rows_done: codes.length },
    position: /\.\d+$/,
  })
  t.same(await waves(), [{ wave: 1, count: codes.length }])
  t.same(await journal(), { entries: before.entries + codes.length, transactions: before.transactions + 1 })
  const [entry] = (await get(`/v1/members/${(await rows(answer))[0]!.member_id}/history`)).data
  t.match(entry, { origin: 'import', position: new RegExp(`^${done.position}\\.`) })

  const passed = bytesPassed()
  const dry = await send(large(2), '?dry_run=true')
  t.match(await ended(dry), { status: 'finished', outcomes: { updated: codes.length }, position: null })
  const each = (bytesPassed() - passed) / codes.length
  t.ok(each > 100 && each < 1_000, `what rows were and are stays in the database: ${each} bytes of each pass`)
  const again = await send(large(1))
  t.match(await ended(again), { status: 'finished', outcomes: { unchanged: codes.length }, position: null })
  const bad = await send(`${large(2)}99.999,1,2026,x,y\r\n`)
  t.match(await ended(bad), { status: 'failed', outcomes: { updated: codes.length, invalid: 1 } })
  t.same(await waves(), [{ wave: 1, count: codes.length }])
  const undone = await revert(answer)
  t.match(undone.json(), { revert: { undone: codes.length, conflict: 0 } })
  t.same(await waves(), [])
  await jobs.stop()
})

t.test('key, import and job are one', async (t) => {
  const before = await kept()
  const headers = { 'idempotency-key': 'one' }
  const first = await send(large(3), '', 'text/csv', headers)
  t.equal(first.statusCode, 202)
  const second = await send(large(3), '', 'text/csv', headers)
  t.equal(second.body, first.body)
  t.equal(second.headers.location, place(first))
  t.equal(second.headers['idempotency-replayed'], 'true')
  t.match((await send(large(4), '', 'text/csv', headers)).json(), {
    status: 422,
    code: 'idempotency_mismatch',
  })
  t.match((await send(large(3), '?mode=create', 'text/csv', headers)).json(), { status: 422 })
  const now = await kept()
  t.same([now.member_import, now.import_upload], [before.member_import! + 1, before.import_upload! + 1])
  const { rows: jobs } =
    await sql`select 1 from graphile_worker.jobs where task_identifier = 'import-members'`.execute(db)
  t.equal(jobs.length, 1)
})

t.test('200 at once with one key make one import', async (t) => {
  const before = await kept()
  const file = table('hcp_code,wave,source.title', `${own},1,Liste`)
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => send(file, '', 'text/csv', { 'idempotency-key': 'many' })),
  )
  const statuses = Map.groupBy(answers, ({ statusCode }) => statusCode)
  t.same(
    [...statuses.keys()].filter((status) => ![200, 409].includes(status)),
    [],
  )
  t.equal(new Set(statuses.get(200)!.map(({ body }) => body)).size, 1)
  const now = await kept()
  t.same([now.member_import, now.import_upload], [before.member_import! + 1, before.import_upload! + 1])
  const retry = await send(file, '', 'text/csv', { 'idempotency-key': 'many' })
  t.equal(retry.body, statuses.get(200)![0]!.body)
  const refused = table('hcp_code,wave', `${own},x`)
  const key = { 'idempotency-key': 'refused' }
  t.not(
    place(await send(refused, '', 'text/csv', key)),
    place(await send(refused, '', 'text/csv', key)),
    'a refusal is not kept for a retry',
  )
})

t.test('who gets in between is seen, and nothing of theirs is lost', async (t) => {
  const [code, another] = few
  const file = (wave: number) => table('hcp_code,wave,source.title', `${code},${wave},Liste`)
  await send(file(1))
  const { id } = (await get(`/v1/members?collectivity=${code}`)).data[0]
  const author = { actor: 'test', origin: 'api', requestId: null, at: NOW }
  // Holds the member while the import has decided, changes it, and lets go.
  let answer: ReturnType<typeof send> | undefined
  await transact(db, author, async ({ trx }) => {
    await sql`update member set revision = revision + 1, applied_on = '2025-01-01', applied_precision = 'day' where id = ${id}`.execute(
      trx,
    )
    answer = send(file(2))
    await sleep(700)
  })
  t.match((await answer!).json(), { outcomes: { updated: 1 } })
  t.match(await get(`/v1/members/${id}`), { wave: 2, applied_on: { value: '2025-01-01' } })
  const [one, other] = await Promise.all([
    send(file(3), '?on_error=continue'),
    send(file(4), '?on_error=continue'),
  ])
  t.same([one.statusCode, other.statusCode], [200, 200])
  const fresh = table('hcp_code,source.title', `${another},Liste`)
  const both = await Promise.all([send(fresh), send(fresh), send(fresh)])
  const counts = both.map((each) => each.json().outcomes)
  t.same(counts.map(({ created }: Loose) => created).sort(), [0, 0, 1], 'made once')
  t.same(counts.map(({ unchanged }: Loose) => unchanged).sort(), [0, 1, 1])
})

t.test('however long it takes, a job of a worker that lives is not given to another', async (t) => {
  await sql`delete from graphile_worker._private_jobs`.execute(db)
  const jobs = await startJobs(url, tasks({ db, pool, files, clock: () => NOW }), [], log)
  let answer: Awaited<ReturnType<typeof send>> | undefined
  await db.transaction().execute(async (trx) => {
    await sql`lock table member in share mode`.execute(trx)
    answer = await send(large(50))
    // Longer than dead workers are given, and looked for.
    await sleep(7_000)
    const { rows: held } = await sql<{ attempts: number }>`select attempts from graphile_worker.jobs`.execute(
      db,
    )
    t.same(held, [{ attempts: 1 }])
  })
  t.match(await ended(answer!), { status: 'finished', outcomes: { created: codes.length } })
  await jobs.stop()
})

t.test('killed at any moment: never half, and done by the next', async (t) => {
  const start = async (): Promise<{ child: ChildProcess; origin: string }> => {
    const child = fork(join(import.meta.dirname, '../support/import-service.ts'), [url])
    t.teardown(() => child.kill('SIGKILL'))
    const [port] = await once(child, 'message')
    return { child, origin: `http://127.0.0.1:${port}` }
  }
  await sql`delete from graphile_worker._private_jobs`.execute(db)
  let { child, origin } = await start()
  let last = (await waves()).length
  // Early, in the middle and late.
  for (const round of [1, 3, 5]) {
    const wave = 100 + round
    const posted = await fetch(`${origin}/v1/member-imports`, {
      method: 'POST',
      headers: {
        ...association,
        'content-type': 'text/csv',
        'idempotency-key': `round ${round}`.replace(' ', '-'),
      },
      body: large(wave),
    })
    t.equal(posted.status, 202)
    const { id } = (await posted.json()) as { id: string }
    await sleep(round * 120)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const halfway = await waves()
    t.ok(halfway.length <= Math.max(1, last), `round ${round}: all or nothing`)
    ;({ child, origin } = await start())
    const headers = { location: `/v1/member-imports/${id}` }
    const done = await ended({ headers } as never)
    t.match(done, { status: 'finished' })
    t.same(await waves(), [{ wave, count: codes.length }])
    last = 1
    const retry = await fetch(`${origin}/v1/member-imports`, {
      method: 'POST',
      headers: { ...association, 'content-type': 'text/csv', 'idempotency-key': `round-${round}` },
      body: large(wave),
    })
    t.equal(((await retry.json()) as { id: string }).id, id, 'a retry gets the same import')
  }
  child.kill('SIGKILL')
  await once(child, 'exit')
})

t.test('connections of the database that end in the middle', async (t) => {
  const jobs = await startJobs(url, tasks({ db, pool, files, clock: () => NOW }), [], log)
  const answer = await send(large(200))
  for (let blow = 0; blow < 3; blow += 1) {
    await sleep(150)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db)
  }
  const done = await ended(answer, 90)
  t.match(done, { status: 'finished', outcomes: { updated: codes.length } })
  t.same(await waves(), [{ wave: 200, count: codes.length }])
  await jobs.stop()
  t.equal((await request('/v1/members?limit=1')).statusCode, 200)
})
