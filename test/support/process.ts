import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url))
const ADDRESS = /listening on (http:\/\/\S+) after ([\d.]+) s/

export interface Started {
  child: ChildProcess
  /** All that it has printed. */
  output: () => string
  address: string
  /** As it says itself. */
  seconds: number
}

const children: ChildProcess[] = []

/** Whatever a test leaves. */
export function killAll(): void {
  for (const child of children) child.kill('SIGKILL')
}

/** The service as a process of its own. */
export function launch(environment: Record<string, string>): { child: ChildProcess; output: () => string } {
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

export async function start(environment: Record<string, string>): Promise<Started> {
  const { child, output } = launch(environment)
  if (!(await becomes(() => ADDRESS.test(output()) || child.exitCode !== null, 60_000)))
    throw new Error(`not listening after a minute: ${output()}`)
  const [, address, seconds] = ADDRESS.exec(output()) ?? []
  if (address === undefined) throw new Error(`it ended: ${output()}`)
  return { child, output, address, seconds: Number(seconds) }
}

export async function end(
  child: ChildProcess,
  signal: NodeJS.Signals,
): Promise<[number | null, string | null]> {
  const exit = once(child, 'exit')
  child.kill(signal)
  return (await exit) as [number | null, string | null]
}

export async function becomes(condition: () => boolean, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds && !condition(); waited += 20) await sleep(20)
  return condition()
}

/** A zombie, whose parent has not looked yet, runs no more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !existsSync('/proc/self/stat') || !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
