import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** PostgreSQL names its socket after a port, though it listens on none; PGPORT must not choose it. */
export const port = 5432

/** The URL of the server that runs, and is ready, on the cluster of this directory. */
export function readyUrl(home: string): string | undefined {
  const lock = readLock(home)
  return lock?.status === 'ready' && holderOf(lock.pid) === 'server' ? lock.url : undefined
}

/** Waits for a server that is on its way out, which takes long only until init has buried a killed one. */
export async function waitForLock(home: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const lock = readLock(home)
    const holder = lock && holderOf(lock.pid)
    if (!lock || !holder) return
    if (holder === 'stranger') return disown(home)
    if (tries >= (holder === 'server' && lock.status === 'ready' ? 10 : 100)) {
      throw new Error(`Another server runs on ${home} already (process ${lock.pid})`)
    }
    await sleep(100)
  }
}

/**
 * After a crash the number in the lock can be that of a process, or thread, of ours (in a container it often
 * is), and PostgreSQL would refuse to start for ever. It passes over its grandparent's number, and still makes
 * sure by the next lines of the lock that nobody uses the shared memory.
 */
function disown(home: string): void {
  const path = join(home, 'cluster', 'postmaster.pid')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(process.pid)))
}

function readLock(home: string): { pid: number; status: string; url: string } | undefined {
  try {
    const lines = readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')
    const [pid, , , , sockets = '', , , status = ''] = lines
    return { pid: Number(pid), status: status.trim(), url: urlOf(sockets, 'infitah') }
  } catch {
    return undefined
  }
}

/** What has the process number: a zombie keeps it until its parent, or init, looks. */
export function holderOf(pid: number): 'server' | 'zombie' | 'stranger' | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'stranger' : undefined
  }
  if (!existsSync('/proc/self/stat')) return 'server'
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // A name may hold anything, brackets too.
    const end = stat.lastIndexOf(')')
    if (stat.slice(stat.indexOf('(') + 1, end) !== 'postgres') return 'stranger'
    return stat[end + 2] === 'Z' ? 'zombie' : 'server'
  } catch {
    return undefined
  }
}

/** A host that a URL parser accepts, and a socket that overrides it in pg and in libpq. */
function urlOf(sockets: string, database: string): string {
  return `postgres://postgres@localhost:${port}/${database}?host=${encodeURIComponent(sockets)}&sslmode=disable`
}
