import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { openReplicas } from '../src/db/replicas.ts'
import { appOn, type Service } from './support/app.ts'
import { startReplica } from './support/replica.ts'
import { as, roleIdentity } from './support/roles.ts'

process.umask(0o022)
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'infitah-replica-'))
chmodSync(base, 0o711)
t.teardown(() => rmSync(base, { recursive: true, force: true }))
const primary = await startEmbedded({ directory: join(base, 'primary'), durable: false })
t.teardown(() => primary.stop())
await migrate(primary.url)
const replica = await startReplica(primary.url, join(base, 'replica'))
t.teardown(() => replica.stop())

const onError = () => {}
const opened = () =>
  openReplicas([replica.url], { poolSize: 3, statementTimeoutMs: 4_000, waitMs: 1_000, onError })

/** A process that reads from the replica. */
async function reader(keptBytes = 0): Promise<Service> {
  const servers = opened()
  const service = await appOn(t, primary.url, {
    ...{ replicas: servers, listenUrl: primary.url, identity: roleIdentity, keptBytes },
  })
  t.teardown(async () => {
    for (const { db, asking } of servers) await Promise.all([db.destroy(), asking.destroy()])
  })
  await becomes(service, 'replica_used\\{replica="[^"]+"\\}', 1)
  return service
}

const service = await reader()
/** Another process, which the first hears of only as it hears of any. */
const other = await appOn(t, primary.url, { identity: roleIdentity })

async function figure({ app }: Service, name: string): Promise<number> {
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec((await app.inject('/metrics')).body)?.[1] ?? 0)
}

async function becomes(service: Service, name: string, value: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await figure(service, name)) === value) return
    await sleep(10)
  }
  throw new Error(`${name} does not become ${value}`)
}

/** How many reads were made on each. */
const onReplica = async () => await figure(service, 'public_reads_total\\{on="replica"\\}')
const onPrimary = async () => await figure(service, 'public_reads_total\\{on="primary"\\}')

let days = 0

/** Adds a holiday. @returns its id, and the position that its writer was told */
async function write({ request }: Service): Promise<{ id: string; position: string }> {
  days += 1
  const day = new Date(Date.UTC(2030, 0, days)).toISOString().slice(0, 10)
  const answer = await request({
    method: 'POST',
    url: '/v1/holidays',
    headers: as('association'),
    payload: {
      ...{ day, name: { ar: 'عيد', fr: `Fête ${days}` }, recurrence: 'once' },
      sources: [{ title: 'List' }],
    },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return { id: answer.json().id, position: String(answer.headers.position) }
}

const HOLIDAYS = '/v1/holidays?limit=500'

async function tells(id: string, headers: Record<string, string> = {}, from = service): Promise<boolean> {
  const { data } = (await from.request({ url: HOLIDAYS, headers })).json()
  return data.some((holiday: { id: string }) => holiday.id === id)
}

/** Waits until the replica has all, and the service knows it. */
async function caughtUp(position: string): Promise<void> {
  await replica.catchUp()
  await becomes(service, 'replica_position\\{replica="[^"]+"\\}', Number(position.split('.')[1]))
}

t.test('public reads are made on the replica, and a process reads its own writes', async (t) => {
  const before = await onReplica()
  t.equal((await service.request(HOLIDAYS)).statusCode, 200)
  t.equal(await onReplica(), before + 1)
  const { id, position } = await write(service)
  t.match(position, /^[a-z0-9]+\.\d+$/)
  t.ok(await tells(id), 'at once')
  await caughtUp(position)
  const reads = await onReplica()
  t.ok(await tells(id))
  t.equal(await service.request(`/v1/holidays/${id}`).then(({ statusCode }) => statusCode), 200)
  const csv = await service.request('/v1/holidays?format=csv')
  t.match(csv.headers.position, position)
  t.equal(await onReplica(), reads + 3, 'one record and a stream too')
  await service.request({ url: HOLIDAYS, headers: as('association') })
  t.equal(await onReplica(), reads + 3, 'whoever is known reads from the primary')
})

t.test('a replica that is behind is not read by whoever has seen more', async (t) => {
  await replica.pause()
  const { id, position } = await write(other)
  t.notOk(await tells(id), 'it is behind')
  const reads = await onPrimary()
  const headers = { 'min-position': position }
  t.ok(await tells(id, headers))
  const one = await service.request({ url: `/v1/holidays/${id}`, headers })
  t.match([one.statusCode, one.headers.position], [200, position])
  t.match(await service.request({ url: '/v1/holidays?format=ndjson', headers }), { body: id })
  t.equal(await onPrimary(), reads + 3)

  // The first page is of the primary, and so has to be the second.
  const first = (await service.request({ url: '/v1/holidays?limit=1', headers })).json()
  const second = await service.request(`/v1/holidays?limit=1&cursor=${first.page.next_cursor}`)
  t.equal(second.json().meta.position, first.meta.position)
  t.equal(await onPrimary(), reads + 5, 'a cursor tells what was seen')

  await sleep(2_100)
  t.ok(await tells(id), 'after two seconds nobody reads from it')
  t.equal(await figure(service, 'replica_used\\{replica="[^"]+"\\}'), 0)
  t.match(
    await service.app.inject('/readyz').then((ready) => [ready.statusCode, ready.json().checks.replicas]),
    [200, 'left out'],
  )
  await replica.resume()
  await becomes(service, 'replica_used\\{replica="[^"]+"\\}', 1)
  await caughtUp(position)
  const again = await onReplica()
  t.ok(await tells(id, headers))
  t.equal(await onReplica(), again + 1, 'it has caught up')
  t.equal((await service.app.inject('/readyz')).json().checks.replicas, 'ok')
})

t.test('what an older replica says is not kept', async (t) => {
  const keeping = await reader(1_000_000)
  const hits = async () => await figure(keeping, 'kept_answers_total\\{found="yes"\\}')
  for (let tries = 0; tries < 200 && (await hits()) === 0; tries += 1) await keeping.request(HOLIDAYS)
  await replica.pause()
  const heard = await figure(keeping, 'journal_position')
  const { id, position } = await write(other)
  await becomes(keeping, 'journal_position', Number(position.split('.')[1]))
  t.ok(Number(position.split('.')[1]) > heard)
  const before = await hits()
  for (let turn = 0; turn < 3; turn += 1) t.notOk(await tells(id, {}, keeping))
  t.equal(await hits(), before, 'each was made anew')
  await replica.resume()
  for (let tries = 0; tries < 500 && !(await tells(id, {}, keeping)); tries += 1) await sleep(10)
  const made = await hits()
  t.ok(await tells(id, {}, keeping))
  t.equal(await hits(), made + 1, 'and now it is kept')
})

t.test('a replica that is gone is missed by nobody, and used when it is back', async (t) => {
  await replica.stop()
  for (let turn = 0; turn < 5; turn += 1) t.equal((await service.request(HOLIDAYS)).statusCode, 200)
  t.equal(await figure(service, 'replica_used\\{replica="[^"]+"\\}'), 0)
  t.equal((await service.app.inject('/readyz')).json().checks.replicas, 'left out')
  await replica.start()
  await becomes(service, 'replica_used\\{replica="[^"]+"\\}', 1)
})

t.test('a position that makes no sense here is refused', async (t) => {
  const { position } = await write(other)
  const [epoch, number] = position.split('.')
  for (const from of [service, other])
    for (const [given, code] of [
      ['nonsense', 'wrong_format'],
      [`other.${number}`, 'position_elsewhere'],
      [`${epoch}.${Number(number) + 1}`, 'position_ahead'],
    ])
      for (const url of [HOLIDAYS, '/v1/legal-rules', '/v1/changes']) {
        const answer = await from.request({ url, headers: { 'min-position': given! } })
        t.equal(answer.statusCode, 400, `${url} ${given}`)
        t.match(answer.json().errors, [{ header: 'Min-Position', code }])
      }
  t.equal((await other.request({ url: HOLIDAYS, headers: { 'min-position': position } })).statusCode, 200)
})
