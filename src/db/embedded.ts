import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import type { Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import {
  findBinaries,
  give,
  isReachable,
  makeParents,
  serverUser,
  systemDirectory,
} from './embedded-binaries.ts'
import { holderOf, port, readyUrl, waitForLock } from './embedded-lock.ts'

/** A PostgreSQL of our own, alive as long as this process is. */
export interface Embedded {
  url: string
  /** Whether this start made the cluster, so that it holds nothing yet. */
  made: boolean
  /** Ends the connections and the server; what was acknowledged is on disk when it resolves. */
  stop(): Promise<void>
}

/**
 * Lives in a session of its own, so that Ctrl-C reaches the service alone, which drains first. When our end
 * of the pipe closes, even by `kill -9`, the read returns and the server gets the signal of a fast shutdown.
 */
const guard = `
trap '' INT TERM HUP
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
{ read -r _; kill -INT "$server"; } <&3 &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill -KILL "$watcher" 2>/dev/null
[ -z "$SOCKETS" ] || rmdir "$SOCKETS"
exit "$status"`

/**
 * Starts PostgreSQL on the directory, which is made when missing, and makes the database `infitah` in it.
 * Reached through a socket that only this operating system user (and root) can open: no port, no password.
 * As root, the server runs as nobody and a directory that nobody cannot reach moves below /var/lib/infitah.
 *
 * @param options.durable false trades every promise about crashes for speed: for tests only
 * @throws when another server runs on the directory, or with the server's last words when it does not come up
 */
export async function startEmbedded(options: {
  directory: string
  durable?: boolean
  say?: (line: string) => void
}): Promise<Embedded> {
  const { directory, durable = true, say = () => {} } = options
  const home = homeOf(directory)
  const native = findBinaries(say)
  if (home !== resolve(directory)) say(`The user nobody cannot reach ${directory}: the data is in ${home}`)
  makeParents(home)
  const made = await makeCluster(native, home, durable, say)
  await waitForLock(home)
  const name = randomUUID()
  const server = launch(native, home, durable, name)
  let stopping: Promise<unknown> | undefined
  const stop = async () => {
    server.ref()
    stopping ??= hasEnded(server) ? Promise.resolve() : once(server, 'exit')
    server.stdin?.end()
    await stopping
  }
  let url: string
  try {
    url = await untilReady(home, server)
    await makeDatabase(url, name)
  } catch (error) {
    await stop()
    const log = readFileSync(join(home, 'server.log'), 'utf8').trim().split('\n').slice(-12).join('\n')
    const { message } = error as Error
    throw new Error(`The embedded PostgreSQL did not come up in ${home}, ${message}:\n${log}`, {
      cause: error,
    })
  }
  server.once('exit', (code) => {
    if (!stopping) say(`The embedded PostgreSQL ended by itself (${code}): see ${join(home, 'server.log')}`)
  })
  return { url, made, stop }
}

/** The URL of the server that runs on the directory, for a script that joins a running service. */
export function runningEmbedded(directory: string): string | undefined {
  return readyUrl(homeOf(directory))
}

/** Where the directory really is: `cluster` (the data), `server.log`, and half-made clusters live in it. */
function homeOf(directory: string): string {
  const wanted = resolve(directory)
  if (isReachable(wanted)) return wanted
  return join(systemDirectory, createHash('sha256').update(wanted).digest('hex').slice(0, 16))
}

/** Only a rename gives a cluster its name, so one that a kill left half-made is never taken for a whole one. */
async function makeCluster(native: string, home: string, durable: boolean, say: (line: string) => void) {
  for (const name of readdirSync(home)) {
    const maker = Number(/^making-(\d+)-/.exec(name)?.[1])
    const abandoned = maker === process.pid || holderOf(maker) === undefined
    if (maker && abandoned) rmSync(join(home, name), { recursive: true, force: true })
  }
  const cluster = join(home, 'cluster')
  const found = lstatSync(cluster, { throwIfNoEntry: false })
  // Another user's files look to us as if they were missing.
  if (found && ![process.getuid?.(), serverUser()?.uid].includes(found.uid)) {
    throw new Error(`${cluster} belongs to another user (number ${found.uid}): choose another directory`)
  }
  if (existsSync(join(cluster, 'global', 'pg_control'))) return false
  if (found) {
    const aside = mkdtempSync(join(home, 'broken-'))
    renameSync(cluster, aside)
    say(`${cluster} is not a whole PostgreSQL cluster: moved to ${aside}, and made anew`)
  }
  const half = give(mkdtempSync(join(home, `making-${process.pid}-`)))
  // C.UTF-8 knows the letters of every script (under C, trigrams of Arabic are empty) and sorts alike on
  // every machine. macOS has no locale of that name: the provider is PostgreSQL's own, but pg_trgm asks libc.
  const locale =
    process.platform === 'darwin'
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=en_US.UTF-8']
      : ['--locale=C.UTF-8']
  const common = ['-D', half, '-E', 'UTF8', '--auth=trust', '-U', 'postgres', '--no-instructions']
  const initdb = join(native, 'bin', 'initdb')
  try {
    await promisify(execFile)(
      initdb,
      [...common, ...locale, ...(durable ? [] : ['--no-sync'])],
      spawnOptions(),
    )
    renameSync(half, cluster)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another process that started at the same time was first: it holds the lock, and says so better.
    if (existsSync(cluster)) return false
    const { message, stderr } = error as { message: string; stderr?: string }
    throw new Error(`initdb failed in ${home}: ${stderr || message}\nOr set DATABASE_URL`, { cause: error })
  }
  return true
}

function launch(native: string, home: string, durable: boolean, name: string): ChildProcess {
  const cluster = join(home, 'cluster')
  // A socket's path has room for 107 bytes (103 on macOS), and the setting is a list with quoting of its own.
  const isPlain = /^[\w./+-]{1,88}$/.test(cluster)
  const sockets = isPlain ? cluster : give(mkdtempSync('/tmp/infitah-'))
  const settings = {
    cluster_name: name,
    listen_addresses: '',
    port,
    unix_socket_directories: sockets,
    shared_buffers: '64MB',
    max_connections: 100,
    client_connection_check_interval: '1s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = [join(native, 'bin', 'postgres'), '-D', cluster, ...flags]
  const log = openSync(join(home, 'server.log'), 'w', 0o600)
  const server = spawn('/bin/sh', ['-c', guard, 'guard', ...command], {
    ...spawnOptions({ SOCKETS: isPlain ? '' : sockets }),
    detached: true,
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  // A caller that ends without stop() takes the server with it instead of hanging on it.
  server.unref()
  const pipe = server.stdin as Socket
  pipe.unref()
  return server
}

/** Nothing of our environment but the PATH: PGDATA, PGPORT, PGOPTIONS or a locale would change the server. */
function spawnOptions(more: Record<string, string> = {}) {
  const environment = { PATH: process.env.PATH, LC_ALL: 'C', PG_GRANDPARENT_PID: String(process.pid) }
  return { cwd: '/', env: { ...environment, ...more }, ...serverUser() }
}

async function untilReady(home: string, server: ChildProcess): Promise<string> {
  const late = AbortSignal.timeout(30_000)
  for (;;) {
    const url = readyUrl(home)
    if (url) return url
    if (late.aborted || hasEnded(server))
      throw new Error(late.aborted ? 'it is not ready after 30 seconds' : 'it ended')
    await sleep(10)
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function makeDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client(url.replace('/infitah?', '/postgres?'))
  // The failed query below says the same; without a listener the event would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    // Of two processes that start at the same moment, the one whose server was refused reaches the other's.
    const { rows } = await client.query('show cluster_name')
    if (rows[0].cluster_name !== name) throw new Error('another process was first')
    const { rowCount } = await client.query("select from pg_database where datname = 'infitah'")
    if (!rowCount) await client.query('create database infitah')
  } finally {
    await client.end()
  }
}
