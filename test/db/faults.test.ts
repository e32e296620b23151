import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import t from 'tap'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { asProblem } from '../../src/db/errors.ts'
import { startJobs } from '../../src/db/jobs.ts'
import { transact } from '../../src/db/journal.ts'
import { migrate } from '../../src/db/migrate.ts'
import { appOn, NOW } from '../support/app.ts'
import { freshDatabase } from '../support/database.ts'
import { startProxy } from '../support/proxy.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { listening } from '../support/socket.ts'

/** The real one is five seconds: process-faults.test.ts. */
const DEADLINE_MS = 2_000
const STATEMENT_MS = 1_600

const { url } = await freshDatabase(t)
const proxy = await startProxy(t, url)
const watcher = new pg.Client(url)
await watcher.connect()
t.teardown(() => watcher.end())
const options = { poolSize: 3, statementTimeoutMs: STATEMENT_MS, waitMs: 1_000, onError: () => {} }
const pool = openPool(proxy.url, { ...options, deadlineMs: DEADLINE_MS })
const db = openDatabase(pool)
let logged = ''
const stream = new Writable({
  write(chunk, _, done) {
    logged += chunk
    done()
  },
})
const { app, request, json } = await appOn(t, proxy.url, {
  ...{ pool, db, identity: roleIdentity, logger: { level: 'info', stream } },
})
t.teardown(() => db.destroy())

const holiday = (day: string) => ({
  method: 'POST' as const,
  url: '/v1/holidays',
  headers: { ...as('association'), 'idempotency-key': `holiday ${day}`.replace(' ', '-') },
  payload: { day, recurrence: 'once', name: { ar: 'عيد', fr: 'Fête' }, sources: [{ title: 'Annonce' }] },
})
const count = async () => (await json('/v1/holidays?count=exact')).page.total as number
const busy = async () =>
  (
    await watcher.query(`select state, query from pg_stat_activity
      where datname = current_database() and application_name = 'infitah' and state <> 'idle'`)
  ).rows
const becomesIdle = async () => {
  for (let waited = 0; waited < 1_000 && (await busy()).length > 0; waited += 20) await sleep(20)
  return await busy()
}
const timed = async <T>(work: Promise<T>) => {
  const began = performance.now()
  return { answer: await work, ms: performance.now() - began }
}
/** A loaded machine is late, and not by seconds. */
const LATE_MS = 900

t.test('A2: a database that goes while it is read from', async (t) => {
  const locker = new pg.Client(url)
  await locker.connect()
  await locker.query('begin; lock table collectivity in access exclusive mode')
  const asked = request('/v1/communes?limit=5')
  while ((await busy()).length < 1) await sleep(10)
  proxy.reset()
  const answer = await asked
  await locker.end()
  t.match([answer.statusCode, answer.json().code], [503, 'database_unavailable'])
  t.match(answer.headers['retry-after'], /^\d+$/)
  t.equal((await request('/v1/communes?limit=5')).statusCode, 200, 'the next request finds it again')
})

t.test('a network that is slow, and no more than that', async (t) => {
  proxy.delay(200)
  const { answer, ms } = await timed(request('/v1/regions/09'))
  proxy.delay(0)
  t.equal(answer.statusCode, 200)
  t.ok(ms >= 390, `${ms} ms`)
})

t.test('a database that is not there, and is again', async (t) => {
  await proxy.close()
  for (const asked of ['/v1/regions', holiday('2026-03-01')]) {
    const { answer, ms } = await timed(request(asked))
    t.match([answer.statusCode, answer.json().code], [503, 'database_unavailable'])
    t.ok(ms < LATE_MS, `at once: ${ms} ms`)
  }
  await proxy.open()
  t.equal((await request('/v1/regions')).statusCode, 200)
})

t.test('A3: a connection that dies between two queries of a transaction', async (t) => {
  const author = { actor: 'test', origin: 'api', requestId: null, at: NOW }
  const error = await transact(db, author, async ({ trx }) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await watcher.query('select pg_terminate_backend($1)', [rows[0]!.pid])
    await sleep(100)
    await sql`select 1`.execute(trx)
  }).catch((error) => error)
  t.equal(asProblem(error)?.code, 'database_unavailable', 'the process lives, and says so')
  t.equal((await request('/v1/regions')).statusCode, 200)
})

t.test('A9: a node that has become a standby is left, and every way of not being there is 503', async (t) => {
  const admin = (text: string) => watcher.query(`alter database ${new URL(url).pathname.slice(1)} ${text}`)
  await admin('set default_transaction_read_only = on')
  proxy.reset()
  await sleep(50)
  t.equal((await request('/v1/regions')).statusCode, 200, 'a connection is made, to what can be read alone')
  const refused = await request(holiday('2026-03-20'))
  t.match([refused.statusCode, refused.json().code], [503, 'database_unavailable'])
  t.match(refused.headers['retry-after'], /^\d+$/)
  await admin('reset default_transaction_read_only')
  t.equal(
    (await request(holiday('2026-03-20'))).statusCode,
    201,
    'another connection, not the same one again',
  )
  for (const code of ['25006', '57P01', '57P02', '57P03', '08006', '08001', '53300', '53100', '55000'])
    t.equal(
      asProblem(Object.assign(new pg.DatabaseError('', 0, 'error'), { code }))?.code,
      'database_unavailable',
    )
  const gone = new Error('Client has encountered a connection error and is not queryable')
  t.equal(asProblem(gone)?.code, 'database_unavailable')
})

t.test('A14: while nothing commits, writes leave their connections to reads', async (t) => {
  const standby = new pg.Client(url)
  await standby.connect()
  // Who holds this is the one write that waits for its standby.
  await standby.query('select pg_advisory_lock(7110531)')
  const write = (index: number) => request(holiday(`2026-04-${10 + index}`))
  for (const { statusCode } of await Promise.all([write(0), write(1), write(2)])) t.equal(statusCode, 503)
  const writes = Array.from({ length: 12 }, (_, index) => write(index))
  for (let read = 0; read < 10; read += 1)
    t.equal((await request(`/v1/communes?limit=${read + 1}`)).statusCode, 200)
  const codes = (await Promise.all(writes)).map((answer) => answer.json().code).sort()
  t.same(codes, [...Array(11).fill('database_unavailable'), 'timeout'], 'the others are told at once')
  await standby.end()
  t.equal((await write(0)).statusCode, 201)
  for (const { statusCode } of await Promise.all([write(1), write(2)])) t.equal(statusCode, 201, 'as ever')
})

t.test('A4: the connection is lost when COMMIT has been sent', async (t) => {
  for (const [when, day, replayed] of [
    ['after', '2026-03-02', 'true'],
    ['before', '2026-03-03', undefined],
  ] as const) {
    const before = await count()
    proxy.cutAt('commit\0', when)
    const answer = await request(holiday(day))
    t.match([answer.statusCode, answer.json().code], [503, 'outcome_unknown'])
    t.match(answer.headers['retry-after'], /^\d+$/)
    await becomesIdle()
    const again = await request(holiday(day))
    t.match([again.statusCode, again.headers['idempotency-replayed']], [201, replayed], `cut ${when}`)
    t.equal(await count(), before + 1, 'it is done once')
    t.equal((await json(`${again.headers.location}/history`)).data.length, 1)
  }
})

t.test('A6: a network that swallows everything', async (t) => {
  const before = await count()
  for (const [text, code] of [
    ['holiday-2026-03-04', 'timeout'],
    ['commit\0', 'outcome_unknown'],
  ] as const) {
    await request('/v1/regions')
    proxy.stallAt(text)
    const { answer, ms } = await timed(request(holiday('2026-03-04')))
    t.match([answer.statusCode, answer.json().code], [503, code])
    t.match(answer.headers['retry-after'], /^\d+$/)
    t.ok(ms >= DEADLINE_MS - 10 && ms < DEADLINE_MS + LATE_MS, `one deadline for all: ${ms} ms`)
    t.notMatch(proxy.held(), 'rollback', 'no ROLLBACK is sent after it')
    t.equal(pool.totalCount - pool.idleCount, 0, 'the connection is given up')
    if (code === 'timeout') {
      const asked = Array.from({ length: 5 }, () => timed(request('/v1/regions')))
      for (const { answer, ms } of await Promise.all(asked)) {
        t.match([answer.statusCode, answer.headers['retry-after']], [503, /^\d+$/])
        t.ok(ms < DEADLINE_MS + LATE_MS, `nobody waits for longer: ${ms} ms, ${answer.json().code}`)
      }
    }
    proxy.flow()
    t.same(await becomesIdle(), [], 'the server ends what was left to it')
  }
  t.equal((await request(holiday('2026-03-04'))).statusCode, 201)
  t.equal(await count(), before + 1)
})

t.test('A6: what is done again has no time of its own', async (t) => {
  const before = await count()
  const slow = (STATEMENT_MS * 3) / 4
  await watcher.query(`
    create function gives_way_late() returns trigger language plpgsql as $$ begin
      perform pg_sleep(${slow / 1_000});
      raise exception 'gave way' using errcode = '40P01';
    end $$;
    create trigger gives_way_late before insert on holiday for each row execute function gives_way_late()`)
  const { answer, ms } = await timed(request(holiday('2026-03-07')))
  await watcher.query('drop function gives_way_late cascade')
  t.match([answer.statusCode, answer.json().code], [503, 'timeout'])
  t.ok(
    ms >= DEADLINE_MS - 10 && ms < 3 * slow,
    `three tries would take ${3 * slow} ms, and it was told after ${ms} ms`,
  )
  t.same(await becomesIdle(), [])
  t.equal((await request(holiday('2026-03-07'))).statusCode, 201, 'the same key does it later')
  t.equal(await count(), before + 1)
})

t.test('whoever says that it takes longer has longer', async (t) => {
  const longer = async (milliseconds: number) =>
    await db.transaction().execute(async (trx) => {
      await sql`set local statement_timeout = ${sql.lit(milliseconds)}`.execute(trx)
      await sql`select pg_sleep(${(DEADLINE_MS + 200) / 1_000})`.execute(trx)
      return 'done'
    })
  const { answer, ms } = await timed(longer(10_000))
  t.equal(answer, 'done')
  t.ok(ms > DEADLINE_MS)
  t.equal(
    (await request('/v1/regions')).statusCode,
    200,
    'and the next one that borrows it has as long as ever',
  )
})

t.test('A7: a statement that is too slow is stopped', async (t) => {
  await watcher.query(`create function linger() returns trigger language plpgsql as $$ begin
    perform pg_sleep(30); return new; end $$;
    create trigger linger before insert on holiday for each row execute function linger()`)
  const { answer, ms } = await timed(request(holiday('2026-03-05')))
  t.match([answer.statusCode, answer.json().code], [503, 'timeout'])
  t.match(answer.headers['retry-after'], /^\d+$/)
  t.ok(ms < STATEMENT_MS + LATE_MS, `${ms} ms`)
  t.same(await busy(), [], 'the server works on it no more')
  await watcher.query('drop trigger linger on holiday')
  t.equal((await request(holiday('2026-03-05'))).statusCode, 201)
})

t.test('B8: a client that leaves in the middle of a write', async (t) => {
  const before = await count()
  const port = await listening(app)
  const locker = new pg.Client(url)
  await locker.connect()
  await locker.query('begin; lock table holiday in share mode')
  const { payload, headers, url: path } = holiday('2026-03-06')
  const asked = httpRequest({
    ...{ port, path, host: '127.0.0.1', method: 'POST', agent: false },
    headers: { ...headers, 'content-type': 'application/json' },
  })
  asked.on('error', () => {})
  const left = new Promise((done) => asked.once('close', done))
  asked.end(JSON.stringify(payload))
  while ((await busy()).length < 1) await sleep(10)
  asked.destroy()
  await left
  await sleep(50)
  await locker.query('commit')
  const freed = performance.now()
  await locker.end()
  while (pool.totalCount > pool.idleCount && performance.now() - freed < 5_000) await sleep(10)
  t.ok(performance.now() - freed < 1_000, 'its connection is free again')
  t.equal(await count(), before + 1, 'its transaction ended as ever')
  t.match(logged, /"url":"\/v1\/holidays","status":499/)
})

t.test('a database that goes while a job works: the job is done again, and the process lives', async (t) => {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} }
  let runs = 0
  const linger = async () => {
    runs += 1
    await sleep(200)
  }
  const jobs = await startJobs(proxy.url, { linger }, [], quiet)
  t.teardown(() => jobs.stop())
  await watcher.query(`select graphile_worker.add_job('linger')`)
  while (runs === 0) await sleep(10)
  await proxy.close()
  await sleep(500)
  await proxy.open()
  const left = async () => (await watcher.query('select 1 from graphile_worker.jobs')).rowCount
  for (const until = Date.now() + 30_000; (await left()) !== 0 && Date.now() < until; ) await sleep(100)
  t.equal(await left(), 0, 'it is done')
  t.equal(runs, 2, 'again, since nobody could say that it was')
})

t.test('A17: a migration that fails half-way, or waits for others, leaves all as it was', async (t) => {
  const { url } = await freshDatabase(t)
  const folder = t.testdir()
  cpSync('migrations', folder, { recursive: true })
  const last = join(folder, '9999-last.js')
  const makes = `export const up = async (db) => {
    await db.schema.createTable('half').addColumn('id', 'integer').execute()
    await db.schema.alterTable('holiday').addColumn('half', 'text').execute()`
  const client = new pg.Client(url)
  await client.connect()
  t.teardown(() => client.end())
  const schema = async () =>
    (
      await client.query(`select (select count(*)::int from kysely_migration) as migrations,
        to_regclass('half') as half, count(*)::int as columns
        from information_schema.columns where table_schema = 'public'`)
    ).rows
  const before = await schema()
  writeFileSync(last, `${makes}; throw new Error('half-way') }`)
  await t.rejects(migrate(url, folder), { message: 'half-way' })
  t.same(await schema(), before)

  // A module is loaded once: mended, it has another name.
  rmSync(last)
  writeFileSync(join(folder, '9999-mended.js'), `${makes} }`)
  await client.query('begin; lock table holiday in access share mode')
  const { answer: error, ms } = await timed(migrate(url, folder).catch((error) => error))
  t.equal(asProblem(error)?.code, 'timeout', 'it gives up, since all others wait behind it')
  t.ok(ms > 1_900 && ms < 2_000 + LATE_MS + 1_000, `${ms} ms`)
  await client.query('rollback')
  t.same(await schema(), before)
  t.same(await migrate(url, folder), ['9999-mended'], 'the next start does it')
  t.match(await schema(), [{ half: 'half' }])
})

t.test('A17: a migration beneath a process that runs', async (t) => {
  const { url } = await freshDatabase(t)
  const pool = openPool(url, { ...options, poolSize: 2 })
  const db = openDatabase(pool)
  t.teardown(() => db.destroy())
  const { request } = await appOn(t, url, { pool, db, identity: roleIdentity })
  const one = '09.541.01.01'
  const asked = [
    ...['/v1/regions', '/v1/regions/09', '/v1/communes?q=ait', '/v1/communes?limit=3&format=csv'],
    ...['/v1/members', '/v1/network', '/v1/action-plans', '/v1/commitments', '/v1/workshops', '/v1/events'],
    ...[
      '/v1/approval-sessions',
      '/v1/consultations',
      '/v1/changes?limit=5',
      '/v1/search?q=ait',
      '/v1/holidays',
    ],
    ...['/v1/statistics?measure=members', '/v1/session-calendar?collectivity=09.541&year=2026'],
  ]
  let wave = 0
  const everything = async () => {
    const statuses: Record<string, number> = {}
    for (const path of asked) {
      const both = await Promise.all([request(path), request(path)])
      statuses[path] = Math.max(...both.map(({ statusCode }) => statusCode))
    }
    wave += 1
    statuses.write = (await request(holiday(`2027-01-0${wave}`))).statusCode
    const { headers, statusCode } = await request({
      method: 'POST',
      url: '/v1/member-imports',
      headers: { ...as('association'), 'content-type': 'text/csv' },
      payload: `hcp_code,wave,source.title\r\n${one},${wave},Liste\r\n`,
    })
    statuses.import = statusCode
    const report = await request({ url: String(headers.location), headers: as('association') })
    statuses.report = report.statusCode
    return statuses
  }
  const everyRow = () => db.selectFrom('holiday').selectAll().where('day', '>', '2026-01-01').execute()
  const before = await everything()
  await Promise.all([everyRow(), everyRow()])
  t.same([...new Set(Object.values(before))].sort(), [200, 201])

  const client = new pg.Client(url)
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  for (const { name } of tables) await client.query(`alter table ${name} add column of_the_next_version text`)
  await client.end()
  t.same(await everything(), before, 'the version before goes on reading and writing')
  const errors = await Promise.all([everyRow(), everyRow()].map((rows) => rows.catch((error) => error)))
  t.ok(
    errors.every((error) => asProblem(error)?.code === 'database_unavailable'),
    'a plan that was stale',
  )
  t.ok(
    (await Promise.all([everyRow(), everyRow()])).every((rows) => rows.length > 0),
    'is stale no more',
  )
})
