import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import t from 'tap'
import { renewEpoch } from '../../src/db/epoch.ts'
import { followHead } from '../../src/db/head.ts'
import { appOn, startApp } from '../support/app.ts'
import { collectivityId, createMember, privateMember, write } from '../support/journal.ts'

const writer = await startApp(t)
const { db, url } = writer
const commune = await collectivityId(db, '09.541.01.13')
const add = () => write(db, (writing) => createMember(writing, commune))

/** The service as the process runs it: it listens. */
const listening = (t: Parameters<typeof appOn>[0]) => appOn(t, url, { listenUrl: url })

const service = await listening(t)
const position = async (): Promise<string> => (await writer.json('/v1/changes?limit=1')).meta.position

/** How long something took, milliseconds, and what came of it. */
async function timed<T>(work: Promise<T>): Promise<[number, T]> {
  const started = performance.now()
  const result = await work
  return [performance.now() - started, result]
}

async function untilListening(): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = current_database() and application_name = 'infitah listen' and query ilike 'listen%'`.execute(
      db,
    )
    if (rows[0] !== undefined) return rows[0].pid
    await sleep(50)
  }
  throw new Error('nobody listens')
}

t.test('answers at once when there is something', async (t) => {
  const after = await position()
  await add()
  const [took, page] = await timed(service.json(`/v1/changes?after=${after}&wait=30`))
  t.equal(page.data.length, 1)
  t.ok(took < 1_000, `${took} ms`)
})

t.test('answers when something comes, to 200 who wait without a connection', async (t) => {
  await untilListening()
  const used = async () => {
    const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
      where datname = current_database() and application_name = 'infitah' and pid <> pg_backend_pid()
        and state <> 'idle'`.execute(db)
    return rows[0]!.count
  }
  // The best of three: other work on the same machine is none of the service's.
  const rounds: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const after = await position()
    const waiting = Array.from({ length: 200 }, (_, index) =>
      service.json(
        `/v1/changes?after=${after}&wait=30${index % 2 ? '&types=member' : ''}&limit=${1 + (index % 5)}`,
      ),
    )
    await sleep(700)
    // Asking 200 times takes a busy machine a while.
    for (let tries = 0; tries < 50 && (await used()) > 0; tries += 1) await sleep(200)
    t.equal(await used(), 0, 'no connection of the pool is at work')
    t.ok((await service.json('/v1/members?limit=1')).data, 'others are served')
    const id = await add()
    const [took, pages] = await timed(Promise.all(waiting))
    for (const page of pages) t.match(page.data, [{ id }])
    rounds.push(took)
  }
  t.comment(`all had it ${rounds.map((took) => took.toFixed(0)).join(', ')} ms after the commit`)
  t.ok(Math.min(...rounds) < 1_500, 'soon after the commit, and long before the poll of a waiter would end')
})

t.test('what is not asked for wakes nobody, and the end of the time does', async (t) => {
  const after = await position()
  const waiting = timed(service.json(`/v1/changes?after=${after}&wait=2&types=region`))
  await add()
  const [took, page] = await waiting
  t.same(page.data, [])
  t.ok(took > 1_500 && took < 4_000, `${took} ms`)
  t.equal(page.page.next_cursor, await position(), 'and it is past what it did not want')
})

t.test('a private change wakes nobody', async (t) => {
  const after = await position()
  const waiting = service.json(`/v1/changes?after=${after}&wait=1`)
  await write(db, (writing) =>
    writing.change(privateMember, [commune], async () => {
      await sql`insert into member (id, collectivity_id, left_on, left_precision, sources, created_at, updated_at)
        values (${commune}, ${commune}, '2024-01-01', 'day', '[]', now(), now())`.execute(writing.trx)
    }),
  )
  t.same((await waiting).page.next_cursor, after)
})

t.test('a page that is known is 304 when the time is over', async (t) => {
  const url = `/v1/changes?after=${await position()}&wait=1`
  const { etag } = (await service.request(url)).headers
  const again = await service.request({ url, headers: { 'if-none-match': String(etag) } })
  t.equal(again.statusCode, 304)
})

t.test('a connection that is cut comes back', async (t) => {
  const pid = await untilListening()
  const after = await position()
  const waiting = service.json(`/v1/changes?after=${after}&wait=30`)
  await sleep(200)
  await sql`select pg_terminate_backend(${pid})`.execute(db)
  await sleep(50)
  const id = await add()
  const [took, page] = await timed(waiting)
  t.match(page.data, [{ id }], 'what came while it was away is told')
  t.ok(took < 4_000, `${took} ms`)
  t.not(await untilListening(), pid)
  const [quick] = await timed(
    Promise.all([service.json(`/v1/changes?after=${await position()}&wait=30`), sleep(200).then(add)]),
  )
  t.ok(quick < 1_500, `${quick} ms once it is back`)
})

t.test('without listening, it asks', async (t) => {
  const service = await appOn(t, url)
  const waiting = service.json(`/v1/changes?after=${await position()}&wait=30`)
  await sleep(100)
  const id = await add()
  const [took, page] = await timed(waiting)
  t.match(page.data, [{ id }])
  t.ok(took < 4_000, `${took} ms`)
})

t.test('where listening cannot be had, it asks', async (t) => {
  const nowhere = 'postgres://nobody@127.0.0.1:9/none'
  const errors: Error[] = []
  const head = followHead({ db, url: nowhere, onError: (error) => errors.push(error) })
  t.teardown(() => head.close())
  head.start()
  await add()
  const number = Number((await position()).split('.')[1])
  for (let tries = 0; tries < 60 && head.position() !== number; tries += 1) await sleep(100)
  t.equal(head.position(), number, 'always, not only while somebody waits')
  t.ok(errors.length > 0, 'and says so')
  const service = await appOn(t, url, { listenUrl: nowhere })
  const waiting = service.json(`/v1/changes?after=${await position()}&wait=30`)
  await sleep(100)
  const id = await add()
  t.match((await waiting).data, [{ id }])
})

t.test('a restore from a backup ends the waiting', async (t) => {
  const after = await position()
  const waiting = service.request(`/v1/changes?after=${after}&wait=1`)
  await sleep(300)
  await renewEpoch(db)
  t.match((await waiting).json(), {
    status: 400,
    errors: [{ parameter: 'after', code: 'position_elsewhere' }],
  })
})

t.test('a restore from a backup sets the known position back', async (t) => {
  const head = followHead({ db })
  head.start()
  t.teardown(() => head.close())
  const signal = new AbortController()
  t.teardown(() => signal.abort())
  void head.next(1e9, signal.signal)
  const until = async (number: number) => {
    for (let tries = 0; tries < 60 && head.position() !== number; tries += 1) await sleep(100)
    t.equal(head.position(), number)
  }
  await until(Number((await position()).split('.')[1]))
  await sql`update type_position set position = 1`.execute(db)
  await sql`update installation set epoch = 'restored'`.execute(db)
  await until(1)
  await sql`update type_position set position = (select max(position) from journal_transaction)`.execute(db)
})

t.test('the end of the service is the end of waiting', async (t) => {
  const service = await listening(t)
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = service.app.server.address() as AddressInfo
  const answer = fetch(`http://127.0.0.1:${port}/v1/changes?after=${await position()}&wait=30`)
  await sleep(300)
  const [took] = await timed(service.app.close())
  t.ok(took < 2_000, `closed after ${took} ms`)
  t.match(((await (await answer).json()) as { data: unknown }).data, [], 'and who waited has an answer')
})

t.test('a client that leaves is no longer waited for', async (t) => {
  const service = await listening(t)
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = service.app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`GET /v1/changes?after=${await position()}&wait=30 HTTP/1.1\r\nHost: x\r\n\r\n`)
  await sleep(300)
  socket.destroy()
  await sleep(300)
  const connections = await new Promise((done) =>
    service.app.server.getConnections((_, count) => done(count)),
  )
  t.equal(connections, 0)
})

t.test('seconds to wait have bounds', async (t) => {
  for (const wait of ['31', '-1', '1.5', 'x'])
    t.equal((await service.request(`/v1/changes?wait=${wait}`)).statusCode, 400, wait)
  t.equal((await service.request(`/v1/changes?after=${await position()}&wait=0`)).statusCode, 200)
})

t.test('what is sent at a commit', async (t) => {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('listen journal')
  const heard = once(client, 'notification')
  await add()
  const [{ payload }] = await heard
  t.match(payload, /^\d+ member$/, 'a position and the kinds of record')
  await client.end()
})
