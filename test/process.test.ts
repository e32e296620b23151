import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { becomes, end, isAlive, killAll, launch, start } from './support/process.ts'

// As in db/embedded.test.ts: for the server's user to read, whoever we are.
process.umask(0o022)
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'infitah-process-'))
chmodSync(base, 0o711)
t.teardown(() => rmSync(base, { recursive: true, force: true }))

t.teardown(killAll)

const get = async (address: string, path: string) => await fetch(`${address}${path}`)
// biome-ignore lint/suspicious/noExplicitAny: what a test looks for in an answer is what it tests
const json = async (address: string, path: string): Promise<any> => await (await get(address, path)).json()

t.test('from an empty directory to answers, and back', async (t) => {
  const directory = join(base, 'data')
  const serverPid = () =>
    Number.parseInt(readFileSync(join(directory, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10)

  const first = await start({ DATA_DIR: directory })
  const said = first.output()
  for (const step of [
    /^infitah: database made in .*postgres$/m,
    /^infitah: migrations run: 0001-journal, /m,
    /^infitah: register loaded: 1590 records created, 0 updated, 0 unchanged$/m,
    /^infitah: network loaded: 33 records created, 0 updated, 0 unchanged$/m,
    /^infitah: listening on http:\/\/127\.0\.0\.1:\d+ after [\d.]+ s$/m,
    /^infitah: documentation at http:\/\/127\.0\.0\.1:\d+\/docs, contract at http:\/\/127\.0\.0\.1:\d+\/openapi\.json$/m,
  ])
    t.match(said, step)
  const steps = [
    'database made',
    'migrations run',
    'register loaded',
    'network loaded',
    'listening',
    'documentation',
  ]
  const places = steps.map((step) => said.indexOf(step))
  t.same(
    places,
    places.toSorted((a, b) => a - b),
    'in this order',
  )
  const { address } = first
  t.equal((await get(address, '/readyz')).status, 200)
  t.equal((await json(address, '/v1/communes?count=exact&limit=1')).page.total, 1503)
  const position = (await json(address, '/v1/communes?limit=1')).meta.position
  t.equal((await get(address, '/docs/')).status, 200)
  const pid = serverPid()
  t.ok(isAlive(pid))

  const half = (await get(address, '/v1/communes?format=csv')).text()
  t.same(await end(first.child, 'SIGTERM'), [0, null], 'SIGTERM ends it with 0')
  t.equal((await half).trim().split('\r\n').length, 1504, 'after what was under way')
  t.ok(await becomes(() => !isAlive(pid), 2_000), 'no postgres is left')
  t.match(first.output(), /^infitah: stopped$/m)

  const second = await start({ DATA_DIR: directory })
  t.match(second.output(), /database started from/)
  t.notMatch(second.output(), /migrations run|loaded|database made/, 'nothing is left to do')
  t.ok(second.seconds < first.seconds, `${second.seconds} s after ${first.seconds} s`)
  t.equal(
    (await json(second.address, '/v1/communes?limit=1')).meta.position,
    position,
    'the data is the same',
  )
  const secondPid = serverPid()
  t.same(await end(second.child, 'SIGKILL'), [null, 'SIGKILL'])
  t.ok(await becomes(() => !isAlive(secondPid), 2_000), 'kill -9 leaves no postgres after two seconds')

  const third = await start({ DATA_DIR: directory })
  t.equal(
    (await json(third.address, '/v1/communes?count=exact&limit=1')).page.total,
    1503,
    'and the next start recovers',
  )
  const thirdPid = serverPid()
  process.kill(thirdPid, 'SIGKILL')
  await becomes(() => !isAlive(thirdPid), 2_000)
  t.equal((await get(third.address, '/healthz')).status, 200, 'it outlives its database')
  const lost = await get(third.address, '/v1/regions')
  t.equal(lost.status, 503)
  t.match(lost.headers.get('retry-after'), /^\d+$/)
  t.same(await end(third.child, 'SIGINT'), [0, null], 'Ctrl-C ends it too')
})

t.test('a database that cannot be reached', async (t) => {
  const { child, address, output } = await start({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    DATA_DIR: join(base, 'unused'),
  })
  t.match(output(), /the database cannot be reached/)
  t.equal((await get(address, '/healthz')).status, 200)
  const ready = await get(address, '/readyz')
  t.match(
    [ready.status, await ready.json()],
    [503, { checks: { database: 'unreachable', data: 'being prepared' } }],
  )
  t.equal((await get(address, '/v1/regions')).status, 503)
  t.equal(child.exitCode, null, 'it stays up')
  t.notOk(existsSync(join(base, 'unused', 'postgres')), 'and makes no database of its own')
  t.same(await end(child, 'SIGTERM'), [0, null])
})

t.test('an environment that makes no sense', async (t) => {
  const { child, output } = launch({
    PORT: 'ninety',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://u:hunter2@h/d',
  })
  const [code] = await once(child, 'exit')
  t.equal(code, 1)
  for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) t.match(output(), `${name} must be`)
  t.notMatch(output(), 'hunter2')
  t.notMatch(output(), /\n\s+at /, 'no stack')
})

t.test('a port that is taken', async (t) => {
  const environment = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }
  const first = await start(environment)
  const { child, output } = launch({ ...environment, PORT: new URL(first.address).port })
  const [code] = await once(child, 'exit')
  t.equal(code, 1)
  t.match(output(), /EADDRINUSE|already/)
  await end(first.child, 'SIGTERM')
})
