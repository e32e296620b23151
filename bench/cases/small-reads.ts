import type { Case, Run } from '../case.ts'
import { type Imports, startImports } from '../imports.ts'
import { load } from '../load.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { resultOf, runOf } from '../result.ts'
import { answerOf } from '../rounds.ts'

const ROWS = 20_000
const READERS = 4
const SMALL = '/v1/communes/09.541.01.13'
const EXPORT = '/v1/communes?format=csv'

/** Small reads that ask the database while an export and an import run, beside the same reads alone. */
export const smallReads: Case = {
  name: 'P13',
  budget: [40, 150],
  run: async (bench) => {
    const imports = await startImports(bench, ROWS, { KEPT_MEGABYTES: '0' })
    try {
      const { origin, pid } = imports.service
      const { bytes } = await answerOf(origin + SMALL)
      const aim = { url: origin + SMALL, connections: READERS, length: bytes.byteLength }
      const postmaster = await findPostmaster(imports.url)
      const used = () => machineCpu() - cpuOf(pid) - postgresCpu(postmaster) - ownCpu()
      const seconds = 3 * bench.seconds
      await load(aim, bench.seconds)
      const runs: Run[] = []
      for (let round = 1; round <= bench.rounds; round += 1) {
        const before = { used: used(), at: performance.now() }
        const alone = await load(aim, seconds)
        const work = keepBusy(imports)
        const meanwhile = await load(aim, seconds)
        const done = await work.stop()
        if (alone.wrong + meanwhile.wrong > 0) throw new Error('some reads were not answered as they should')
        const others = (used() - before.used) / ((performance.now() - before.at) * 1_000)
        runs.push(runOf(meanwhile.p99, alone.p99, others))
        bench.say(`  round ${round} of ${bench.rounds}: beside ${done}`)
      }
      const of = { name: 'P13 p99 beside an export and an import', unit: 'ms', against: 'alone' }
      return [resultOf({ ...of, goal: { most: 3 } }, runs)]
    } finally {
      await imports.stop()
    }
  },
}

/** One export after the other, and one import, each of what the last one has changed. */
function keepBusy(imports: Imports): { stop(): Promise<string> } {
  let busy = true
  const repeat = async (work: (turn: number) => Promise<unknown>) => {
    let turn = 0
    for (; busy; turn += 1) await work(turn)
    return turn
  }
  const exporting = repeat(async () => {
    const answer = await fetch(imports.service.origin + EXPORT)
    if (!answer.ok) throw new Error(`an export was answered ${answer.status}`)
    for await (const _ of answer.body!);
  })
  const importing = repeat((turn) =>
    imports.run(
      imports.file(() => 1 + (turn % 2)),
      {},
    ),
  )
  return {
    stop: async () => {
      busy = false
      return `${await exporting} exports and ${await importing} imports of ${ROWS} rows`
    },
  }
}
