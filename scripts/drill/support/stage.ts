import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { give, serverUser } from '../../../src/db/embedded-binaries.ts'
import { makeDirectory } from '../../../test/support/cluster.ts'
import { Skipped } from './drill.ts'

/** Where Debian puts what is not for everybody's path. */
const ELSEWHERE = ['/usr/sbin', '/usr/lib/postgresql/15/bin']
const GONE_MS = 10_000
/** How long programs have to end by themselves. */
const END_SECONDS = 8

/** @throws {Skipped} naming what is missing */
export function requirePrograms<const Name extends string>(...names: Name[]): Record<Name, string> {
  if (!existsSync('/proc/self/cwd')) throw new Skipped('it knows its processes by /proc, which is not here')
  const places = [...(process.env.PATH ?? '').split(delimiter), ...ELSEWHERE]
  const found = names.map((name) => {
    const place = places.find((directory) => existsSync(join(directory, name)))
    return [name, place && join(place, name)] as const
  })
  const missing = found.filter(([, path]) => path === undefined).map(([name]) => name)
  if (missing.length > 0) throw new Skipped(`not installed: ${missing.join(', ')}`)
  return Object.fromEntries(found) as Record<Name, string>
}

/** Where a drill happens: a directory of its own, and every process whose working directory is in it. */
export class Stage {
  readonly directory = makeDirectory()
  /** The files of ops/, where every user can read them, and run them: not in memory, which may be mounted without that. */
  readonly ops = mkdtempSync(join(tmpdir(), 'infitah-ops-'))

  constructor() {
    chmodSync(this.ops, 0o755)
    cpSync(fileURLToPath(new URL('../../../ops', import.meta.url)), this.ops, { recursive: true })
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void this.clear().then(() => process.exit(1)))
  }

  /** A directory for one part, open to nobody but the user that programs run as. */
  make(name: string): string {
    const directory = join(this.directory, name)
    mkdirSync(directory, { recursive: true })
    chmodSync(directory, 0o700)
    return give(directory)
  }

  /**
   * Starts a program in the directory `name`, with a log beside it. Not as root, unless it is our own service.
   *
   * @param options.ours whether it is the service, which runs as we do
   */
  start(
    name: string,
    program: string,
    args: readonly string[],
    environment: Record<string, string> = {},
    { ours = false } = {},
  ): ChildProcess {
    const cwd = this.make(name)
    const log = openSync(join(this.directory, `${name}.log`), 'a')
    return spawn(program, args, {
      cwd,
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...environment },
      stdio: ['ignore', log, log],
      // So that an interrupt from the keyboard is ours to handle.
      detached: true,
      ...(ours ? {} : serverUser()),
    })
  }

  /** Runs a program to its end. @returns what it prints */
  run(
    program: string,
    args: readonly string[],
    environment: Record<string, string> = {},
    { ours = false } = {},
  ): string {
    return execFileSync(program, args, {
      cwd: this.directory,
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...environment },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(ours ? {} : serverUser()),
    })
  }

  /** All that run in a part's directory, or below it, whoever started them. */
  pidsOf(name: string): number[] {
    const directory = join(this.directory, name)
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .filter((pid) => {
        const at = workingDirectory(pid)
        return at === directory || at?.startsWith(`${directory}/`)
      })
      .map(Number)
  }

  /** Sends a signal to all of a part at once. */
  signal(name: string, signal: NodeJS.Signals): void {
    for (const pid of this.pidsOf(name)) sendSignal(pid, signal)
  }

  /** Ends all of a part as a power cut does, and waits until it is gone. */
  async kill(name: string): Promise<void> {
    for (let waited = 0; this.pidsOf(name).length > 0; waited += 50) {
      if (waited > GONE_MS) throw new Error(`${name} cannot be killed`)
      this.signal(name, 'SIGKILL')
      await sleep(50)
    }
  }

  /** Ends everything that was started here, and removes the directory unless its logs are to be read. */
  async clear({ keep = false } = {}): Promise<void> {
    // Killed, PostgreSQL would leave shared memory behind.
    this.signal('.', 'SIGCONT')
    this.signal('.', 'SIGINT')
    await until('all ends', () => this.pidsOf('.').length === 0, END_SECONDS).catch(() => {})
    await this.kill('.')
    rmSync(this.ops, { recursive: true, force: true })
    // Under another name, since test runs remove what dead ones have left.
    const kept = this.directory.replace('infitah-test', 'infitah-drill')
    if (keep) renameSync(this.directory, kept)
    if (keep) console.log(`logs are in ${kept}`)
    else rmSync(this.directory, { recursive: true, force: true })
  }
}

function workingDirectory(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    // It has ended, or is not ours.
    return undefined
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}

/** So many ports of the loopback that nobody listens on, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((done) =>
          server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)),
        ),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports
}

/** @throws when it has not become true in time */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  seconds: number,
  everyMs = 200,
): Promise<void> {
  const end = performance.now() + seconds * 1_000
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`${what}: not after ${seconds} s`)
    await sleep(everyMs)
  }
}
