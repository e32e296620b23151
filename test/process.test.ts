import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'

// As in db/embedded.test.ts: for the server's user to read, whoever we are.
process.umask(0o022)
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'infitah-process-'))
chmodSync(base, 0o711)
t.teardown(() => rmSync(base, { recursive: true, force: true }))

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const ADDRESS = /listening on (http:\/\/\S+) after ([\d.]+) s/

interface Started {
  child: ChildProcess
  /** All that it has printed. */
  output: () => string
  address: string
  /** As it says itself. */
  seconds: number
}

const children: ChildProcess[] = []
t.teardown(() => {
  for (const child of children) child.kill('SIGKILL')
})

function launch(environment: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      output += text
    })
  }
  return { child, output: () => output }
}

async function start(environment: Record<string, string>): Promise<Started> {
  const { child, output } = launch(environment)
  if (!(await becomes(() => ADDRESS.test(output()) || child.exitCode !== null, 60_000)))
    throw new Error(`not listening after a minute: ${output()}`)
  const [, address, seconds] = ADDRESS.exec(output()) ?? []
  if (address === undefined) throw new Error(`it ended: ${output()}`)
  return { child, output, address, seconds: Number(seconds) }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<[number | null, string | null]> {
  const exit = once(child, 'exit')
  child.kill(signal)
  return (await exit) as [number | null, string | null]
}

async function becomes(condition: () => boolean, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds && !condition(); waited += 20) await sleep(20)
  return condition()
}

/** A zombie, whose parent has not looked yet, runs no more. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !existsSync('/proc/self/stat') || !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

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
