import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Case, Result, Run } from '../case.ts'
import { median } from '../statistics.ts'
import { startControl, startService } from '../targets.ts'

/** How long nothing is asked before memory is looked at, milliseconds. */
const IDLE_MS = 5_000

/** Warm start to the first answer, and the memory of a service that nobody asks, beside bare Fastify. */
export const warmStart: Case = {
  name: 'P12',
  run: async (bench) => {
    const service = () => startService(bench.url, bench.cores)
    const options = { route: '/', body: Buffer.from('{}'), type: 'application/json' }
    const control = () => startControl('bare Fastify', 'bytes.ts', options, bench.cores)
    await (await service()).stop()
    const [starts, memories]: [Run[], Run[]] = [[], []]
    for (let round = 1; round <= bench.rounds; round += 1) {
      const [ours, theirs] = [await timed(service), await timed(control)]
      starts.push(run(ours.ms, theirs.ms))
      memories.push(run(ours.megabytes, theirs.megabytes))
      bench.say(`  round ${round} of ${bench.rounds}`)
    }
    return [result('P12 start', 'ms', starts), result('P12 memory', 'MB', memories)]
  },
}

async function timed(start: () => ReturnType<typeof startService>) {
  const began = performance.now()
  const target = await start()
  const ms = performance.now() - began
  await sleep(IDLE_MS)
  const pages = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${target.pid}/status`, 'utf8'))![1])
  await target.stop()
  return { ms, megabytes: pages / 1_024 }
}

const run = (value: number, control: number): Run => ({ value, control, ratio: value / control, others: 0 })

function result(name: string, unit: string, runs: Run[]): Result {
  const middle = (key: 'value' | 'ratio') => median(runs.map((one) => one[key]))
  return { name, unit, against: 'bare Fastify', value: middle('value'), ratio: middle('ratio'), runs }
}
