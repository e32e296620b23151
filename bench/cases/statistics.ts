import pg from 'pg'
import { captureStatements } from '../capture.ts'
import type { Case, Result, Run } from '../case.ts'
import { answerOf } from '../rounds.ts'
import { median } from '../statistics.ts'
import { multiplyRegister } from '../synthetic.ts'
import { multiplyNetwork } from '../synthetic-network.ts'
import { startService } from '../targets.ts'

/** A hundred times those that are known by name. */
const MEMBERS = 3_200
const COMMITMENTS = 20

/** Each measure by two of its dimensions, one request at a time and none kept, beside its statements through raw pg. */
export const statistics: Case = {
  name: 'statistics',
  run: async (bench) => {
    const url = await bench.freshDatabase()
    await multiplyRegister(url, 3)
    await multiplyNetwork(url, MEMBERS, COMMITMENTS)
    const service = await startService(url, bench.cores, { KEPT_MEGABYTES: '0' })
    const client = new pg.Client(url)
    await client.connect()
    try {
      const ask = async (path: string) =>
        JSON.parse(Buffer.from((await answerOf(service.origin + path)).bytes).toString())
      const { data: measures } = await ask('/v1/statistics/measures')
      const results: Result[] = []
      for (const { id, dimensions } of measures) {
        const by = dimensions.slice(0, 2).map(({ name }: { name: string }) => name)
        const path = `/v1/statistics?measure=${id}&by=${by}`
        if (
          ['members', 'plan_days', 'days_since_last_word'].includes(id) &&
          (await ask(path)).data.length === 0
        )
          throw new Error(`nothing to count of ${id}`)
        const statements = await captureStatements(url, path)
        const raw = async () => {
          for (const { text, values } of statements) await client.query(text, [...values])
        }
        await raw()
        const runs: Run[] = []
        for (let round = 1; round <= bench.rounds; round += 1) {
          const [value, control] = [await timed(() => ask(path)), await timed(raw)]
          runs.push({ value, control, ratio: value / control, others: 0 })
        }
        const middle = (key: 'value' | 'ratio') => median(runs.map((run) => run[key]))
        const [value, ratio] = [middle('value'), middle('ratio')]
        bench.say(`  ${id} by ${by}: ${Math.round(value)} ms`)
        results.push({
          name: `statistics, ${id} by ${by}`,
          value,
          unit: 'ms',
          against: 'pg, same SQL',
          ratio,
          runs,
        })
      }
      return results
    } finally {
      await client.end()
      await service.stop()
    }
  },
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
