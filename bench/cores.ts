import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Who runs where: the load has the last core that we may use, all that is measured has the others. */
export interface Cores {
  readonly load: number[]
  readonly servers: number[]
}

/** Both lists are the same, and nothing is pinned, where there is one core only. */
export function divideCores(): Cores {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
  const all = list.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number)
    return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index)
  })
  return all.length < 2 ? { load: all, servers: all } : { load: all.slice(-1), servers: all.slice(0, -1) }
}

/** Keeps a process, all its threads, and whatever it starts from now on, on these cores. False without taskset. */
export function pin(pid: number, cores: readonly number[]): boolean {
  try {
    execFileSync('taskset', ['-a', '-p', '-c', cores.join(','), String(pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
