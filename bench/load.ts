import { execFile, execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { quantile } from './statistics.ts'

export interface Aim {
  readonly url: string
  readonly connections: number
  /** Of the body that is right, bytes. */
  readonly length: number
}

export interface Load {
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Answers of another length or status, and requests without one. */
  readonly wrong: number
}

/** The faster of the two when it is here. */
export const generator = hasWrk() ? 'wrk' : 'autocannon'

/** Asks for the same thing over and over, each connection as soon as it has its answer. */
export async function load(aim: Aim, seconds: number): Promise<Load> {
  return generator === 'wrk' ? await loadWithWrk(aim, seconds) : await loadWithAutocannon(aim, seconds)
}

function hasWrk(): boolean {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' })
    return true
  } catch (error) {
    // It says its version, and then that it is used wrongly.
    return (error as { status?: number | null }).status === 1
  }
}

async function loadWithAutocannon({ url, connections, length }: Aim, seconds: number): Promise<Load> {
  const started = performance.now()
  const running = autocannon({ url, connections, duration: seconds, timeout: 30, sampleInt: 20 })
  // Its own percentiles are whole milliseconds.
  const times: number[] = []
  let wrong = 0
  running.on('response', (_client, status, bytes, milliseconds) => {
    times.push(milliseconds)
    // These bytes have the headers in them, and the marks of the chunks.
    if (status !== 200 || bytes < length || bytes > length * 1.05 + 4_000) wrong += 1
  })
  const { errors } = await running
  const elapsed = (performance.now() - started) / 1_000
  return {
    requests: times.length,
    perSecond: times.length / elapsed,
    p50: times.length === 0 ? Number.NaN : quantile(times, 0.5),
    p99: times.length === 0 ? Number.NaN : quantile(times, 0.99),
    wrong: wrong + errors,
  }
}

async function loadWithWrk({ url, connections, length }: Aim, seconds: number): Promise<Load> {
  const script = join(import.meta.dirname, 'wrk.lua')
  const { stdout } = await promisify(execFile)('wrk', [
    ...['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--timeout', '30s', '-s', script],
    ...[url, '--', String(length)],
  ])
  return JSON.parse(stdout.slice(stdout.indexOf('\n{"requests"'))) as Load
}
