import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/** USER_HZ, which is 100 on every Linux that Node runs on; microseconds of one tick. */
const TICK_US = 1_000_000 / 100

interface Stat {
  parent: number
  /** Microseconds, user and system, all threads; `ended` that of children that are no more. */
  own: number
  ended: number
}

function statOf(pid: number | 'self'): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name may hold anything, spaces and parentheses too: fields are counted from the last parenthesis.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ticks = (...at: number[]) => at.reduce((total, index) => total + fields[index]!, 0) * TICK_US
    return { parent: fields[1]!, own: ticks(11, 12), ended: ticks(13, 14) }
  } catch {
    return undefined
  }
}

/** CPU time of one process so far, microseconds; 0 when it is no more. */
export const cpuOf = (pid: number) => statOf(pid)?.own ?? 0

/** CPU time so far of this process, and of those that it started and that ended. */
export function ownCpu(): number {
  const { own, ended } = statOf('self')!
  return own + ended
}

/** The postmaster and its children that live. */
export function processesOf(postmaster: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return [postmaster, ...pids.map(Number).filter((pid) => statOf(pid)?.parent === postmaster)]
}

/** CPU time of PostgreSQL so far, microseconds: postmaster, backends, workers, and those that ended. */
export function postgresCpu(postmaster: number): number {
  const living = processesOf(postmaster).reduce((total, pid) => total + cpuOf(pid), 0)
  return living + (statOf(postmaster)?.ended ?? 0)
}

/** Time that all cores of the machine were not idle so far, microseconds. */
export function machineCpu(): number {
  const [, user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)[0]!
    .split(/\s+/)
    .map(Number)
  return (user! + nice! + system! + irq! + softirq! + (steal ?? 0)) * TICK_US
}

/**
 * @param url of a server on this machine
 * @returns process number of its postmaster
 * @throws when it runs elsewhere, where its CPU time cannot be read
 */
export async function findPostmaster(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const postmaster = statOf(rows[0]!.pid)?.parent
    if (postmaster === undefined)
      throw new Error('PostgreSQL must run on this machine for its CPU to be measured')
    return postmaster
  } finally {
    await client.end()
  }
}
