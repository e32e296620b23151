import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { runningEmbedded, startEmbedded } from '../../src/db/embedded.ts'

// Not tap's own directory for fixtures: below a closed one, a root's server would move to /var/lib.
// What we make there is for the server's user to read, whatever our umask.
process.umask(0o022)
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'infitah-embedded-'))
chmodSync(base, 0o711)
t.teardown(() => rmSync(base, { recursive: true, force: true }))
// Most tests share a directory for speed: they hold whether or not an earlier one made the cluster.
const directory = join(base, 'shared')
const cluster = join(directory, 'cluster')

t.test('a cluster is made once, and kept', async (t) => {
  const first = await startEmbedded({ directory })
  t.equal(first.made, true)
  t.equal(runningEmbedded(directory), first.url)
  await ask(first.url, 'create table kept (word text)')
  const pid = serverPid()
  await first.stop()
  t.equal(isAlive(pid), false, 'stop() leaves no process')
  t.equal(runningEmbedded(directory), undefined)

  const second = await startEmbedded({ directory })
  t.equal(second.made, false)
  t.same(await ask(second.url, 'select * from kept'), [])
  const [settings] = await ask(
    second.url,
    `select current_setting('listen_addresses') as addresses, current_setting('TimeZone') as zone,
       current_setting('server_encoding') as encoding, upper('é') as upper`,
  )
  t.same(settings, { addresses: '', zone: 'UTC', encoding: 'UTF8', upper: 'É' })
  await second.stop()
  await second.stop()
})

t.test('the server dies with its process, and loses nothing', async (t) => {
  const { child, url } = await startInAnotherProcess()
  const pid = serverPid()
  await ask(url, 'create table killed (number int)')
  await ask(url, 'insert into killed values (1)')
  child.kill('SIGKILL')
  t.ok(await becomes(() => !isAlive(pid), 2000), 'gone within two seconds')
  const next = await startEmbedded({ directory })
  t.same(await ask(next.url, 'select * from killed'), [{ number: 1 }])
  await next.stop()
})

t.test('the server recovers from its own sudden death', async (t) => {
  const said: string[] = []
  const first = await startEmbedded({ directory, say: (line) => said.push(line) })
  await ask(first.url, 'create table crashed as select 1 as number')
  process.kill(serverPid(), 'SIGKILL')
  t.ok(await becomes(() => said.length > 0, 2000))
  t.match(said, [/ended by itself/])
  await first.stop()
  const next = await startEmbedded({ directory })
  t.same(await ask(next.url, 'select * from crashed'), [{ number: 1 }])
  await next.stop()
})

t.test('a lock whose number now belongs to something else does not stand in the way', async (t) => {
  await (await startEmbedded({ directory, durable: false })).stop()
  const stranger = spawn('sleep', ['60'])
  t.teardown(() => stranger.kill())
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1\n5432\n${cluster}\n\n\nready\n`,
  )
  t.equal(runningEmbedded(directory), undefined)
  const server = await startEmbedded({ directory, durable: false })
  t.same(await ask(server.url, 'select 1 as one'), [{ one: 1 }])
  await server.stop()
})

t.test('a second server on the same directory is refused', async (t) => {
  const { child, url } = await startInAnotherProcess()
  await t.rejects(startEmbedded({ directory }), { message: `Another server runs on ${directory} already` })
  t.same(await ask(url, 'select 1 as one'), [{ one: 1 }], 'and the first runs on')
  child.kill('SIGTERM')
  await once(child, 'exit')
})

t.test('of two that start at the same moment one is refused', async (t) => {
  const attempts = [startEmbedded({ directory }), startEmbedded({ directory })]
  const outcomes = await Promise.allSettled(attempts)
  t.same(outcomes.map((outcome) => outcome.status).sort(), ['fulfilled', 'rejected'])
  const winner = await Promise.any(attempts)
  t.same(await ask(winner.url, 'select 1 as one'), [{ one: 1 }])
  await winner.stop()
})

t.test('a cluster that is not whole is set aside or removed, and made anew', async (t) => {
  const directory = join(base, 'half')
  const abandoned = join(directory, 'making-999999999-abcdef')
  mkdirSync(abandoned, { recursive: true })
  mkdirSync(join(directory, 'cluster'))
  writeFileSync(join(directory, 'cluster', 'PG_VERSION'), '18\n')
  const said: string[] = []
  const server = await startEmbedded({ directory, durable: false, say: (line) => said.push(line) })
  t.equal(server.made, true)
  t.equal(existsSync(abandoned), false)
  t.match(said, [/not a whole PostgreSQL cluster: moved to .*broken-/])
  await server.stop()
})

t.test('a path too long or too odd for a socket gets one elsewhere', async (t) => {
  const directory = join(base, 'مجلد, طويل', 'x'.repeat(80))
  const server = await startEmbedded({ directory, durable: false })
  const sockets = new URL(server.url).searchParams.get('host') ?? ''
  t.match(sockets, /^\/tmp\/infitah-/)
  t.same(await ask(server.url, 'select 1 as one'), [{ one: 1 }])
  await server.stop()
  t.equal(existsSync(sockets), false)
})

t.test('a server that does not come up says why', async (t) => {
  const directory = join(base, 'spoilt')
  await (await startEmbedded({ directory, durable: false })).stop()
  writeFileSync(join(directory, 'cluster', 'postgresql.auto.conf'), 'no_such_setting = 1\n')
  await t.rejects(startEmbedded({ directory }), {
    message: /did not come up in .*spoilt, it ended:\n.*no_such_setting/s,
  })
})

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  // The server ends the connection when it stops.
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

/** A process that starts the server, prints its URL, and lives on until it is killed. */
async function startInAnotherProcess() {
  const launcher = new URL('../../src/db/embedded.ts', import.meta.url).href
  const script = `
    import { startEmbedded } from '${launcher}'
    const server = await startEmbedded({ directory: process.argv[1] })
    process.on('SIGTERM', async () => { await server.stop(); process.exit() })
    console.log(server.url)
    setInterval(() => {}, 1000)`
  const command = ['--input-type=module-typescript', '--eval', script, directory]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')])
  return { child, url: String(url) }
}

function serverPid(): number {
  return Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
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
