import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Case, Run } from '../case.ts'
import { resultOf, runOf } from '../result.ts'
import { startControl, startService } from '../targets.ts'

/** How long nothing is asked before memory is looked at, milliseconds. */
const IDLE_MS = 5_000

const MOST_MS = 1_000
const MOST_MEGABYTES = 150

/** Warm start to the first answer, and the memory of a service that nobody asks. */
export const warmStart: Case = {
  name: 'P12',
  budget: [45, 120],
  run: async (bench) => {
    const service = () => startService(bench.url, bench.cores)
    const options = { route: '/', body: Buffer.from('{}'), type: 'application/json' }
    const control = () => startControl('bare Fastify', 'bytes.ts', options, bench.cores)
    await (await service()).stop()
    const [starts, memories, bareStarts, bareMemories]: Run[][] = [[], [], [], []] as const
    for (let round = 1; round <= bench.rounds; round += 1) {
      const [ours, theirs] = [await timed(service), await timed(control)]
      starts.push(runOf(ours.ms, MOST_MS))
      memories.push(runOf(ours.megabytes, MOST_MEGABYTES))
      bareStarts.push(runOf(ours.ms, theirs.ms))
      bareMemories.push(runOf(ours.megabytes, theirs.megabytes))
      bench.say(`  round ${round} of ${bench.rounds}`)
    }
    const most = { against: 'what it may be', goal: { most: 1 } }
    const bare = { against: 'bare Fastify' }
    return [
      resultOf({ name: 'P12 start', unit: 'ms', ...most }, starts),
      resultOf({ name: 'P12 idle memory', unit: 'MB', ...most }, memories),
      resultOf({ name: 'start', unit: 'ms', ...bare }, bareStarts),
      resultOf({ name: 'idle memory', unit: 'MB', ...bare }, bareMemories),
    ]
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
