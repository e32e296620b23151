import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { captureStatements } from '../capture.ts'
import type { Bench, Case, Result, Run } from '../case.ts'
import { forgetPeak, memoryNow, memoryPeak } from '../imports.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { resultOf, runOf } from '../result.ts'
import { startService } from '../targets.ts'

/** Times the register for a million communes; in the quick form what the searches have anyway. */
const MILLION = 666
const QUICK = 100
const ROUNDS = 2
const COPY = 'COPY of the same rows to standard output'
const MOST_MEGABYTES = 64
const IDLE_MS = 2_000

/** All communes as CSV and as NDJSON, each drained, beside what the database copies in the same form. */
export const fullExport: Case = {
  name: 'P6',
  budget: [60, 1_200],
  run: async (bench) => {
    const url = await bench.multiplied(bench.quick ? QUICK : MILLION)
    const results: Result[] = []
    for (const format of ['csv', 'ndjson']) results.push(...(await measure(bench, url, format)))
    return results
  },
}

async function measure(bench: Bench, url: string, format: string): Promise<Result[]> {
  const path = `/v1/communes?format=${format}`
  const { text } = (await captureStatements(url, `${path}&limit=1`)).at(-1)!
  const unlimited = text.replace(/ limit 1\) to stdout/i, ') to stdout')
  if (unlimited === text) throw new Error(`no limit to take away: ${text.slice(-200)}`)
  const postgres = new pg.Client(url)
  await postgres.connect()
  await postgres.query('set jit = off')
  const service = await startService(url, bench.cores)
  try {
    const postmaster = await findPostmaster(url)
    const used = () => machineCpu() - cpuOf(service.pid) - postgresCpu(postmaster) - ownCpu()
    const [times, peaks]: [Run[], Run[]] = [[], []]
    let rows = 0
    for (let round = 1; round <= (bench.quick ? 1 : ROUNDS); round += 1) {
      await new Promise((done) => setTimeout(done, IDLE_MS))
      const before = { used: used(), at: performance.now() }
      const theirs = round % 2 === 0 ? await drained(() => postgres.query(copyTo(unlimited))) : undefined
      const idle = memoryNow(service.pid)
      forgetPeak(service.pid)
      const ours = await drained(async () => {
        // As it is: without this, fetch asks for gzip.
        const answer = await fetch(service.origin + path, { headers: { 'accept-encoding': 'identity' } })
        if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`)
        return answer.body!
      })
      const peak = memoryPeak(service.pid)
      const copied = theirs ?? (await drained(() => postgres.query(copyTo(unlimited))))
      rows = ours.lines - (format === 'csv' ? 1 : 0)
      if (copied.lines !== ours.lines) throw new Error(`${ours.lines} lines of ${copied.lines} were exported`)
      const others = (used() - before.used) / ((performance.now() - before.at) * 1_000)
      times.push(runOf(ours.seconds, copied.seconds, others))
      peaks.push(runOf(Math.max(0, peak - idle), MOST_MEGABYTES, others))
    }
    const name = `P6 ${format} of ${rows.toLocaleString('en')}`
    const most = { unit: 'MB', against: 'what it may take above idle', goal: { most: 1 } }
    return [
      resultOf({ name, unit: 's', against: COPY, goal: { most: 1.25 } }, times),
      resultOf({ name: `${name}, memory`, ...most }, peaks),
    ]
  } finally {
    await service.stop()
    await postgres.end()
  }
}

const LINE_FEED = 10

/** Reads all of it, and counts its lines. */
async function drained(open: () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>) {
  const started = performance.now()
  let lines = 0
  for await (const chunk of await open())
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1
  return { lines, seconds: (performance.now() - started) / 1_000 }
}
