import type { Bench, Case, Result } from '../case.ts'
import { findPostmaster } from '../proc.ts'
import { answerOf, type Contender, compare, hashOf, measureRounds } from '../rounds.ts'
import { multiplyRegister } from '../synthetic.ts'
import { startService, type Target } from '../targets.ts'

const TIMES = 100
const CONNECTIONS = 8
/** Exact, a beginning, something inside, and a typing mistake, in Arabic and in French. */
const TERMS = ['تارودانت', 'تارود', 'رودان', 'Taroudannt', 'Tarou', 'oudan', 'Tarudant']
const DEEP = 10_000
const SMALL_PAGE = 10

/** Reads at a hundred times the register, beside the same reads at its real size; nothing is kept. */
export const largeRegister: Case = {
  name: 'large',
  run: async (bench) => {
    const large = await bench.freshDatabase()
    bench.say(`  ${await multiplyRegister(large, TIMES)} collectivities added`)
    const started: Target[] = []
    try {
      const unkept = { KEPT_MEGABYTES: '0' }
      const [big, real] = [
        await startService(large, bench.cores, unkept),
        await startService(bench.url, bench.cores, unkept),
      ]
      started.push(big, real)
      const results: Result[] = []
      for (const term of TERMS) {
        const path = `/v1/communes?q=${encodeURIComponent(term)}`
        results.push(await beside(bench, large, `P5 ${term}`, [big, path], [real, path], 'the real size'))
      }
      const places = '/v1/communes?province=09.541&limit=50'
      const one = '/v1/communes/09.541.01.13'
      results.push(await beside(bench, large, 'P9 one', [big, one], [real, one], 'the real size'))
      results.push(await beside(bench, large, 'P9 list', [big, places], [real, places], 'the real size'))
      const first = `/v1/communes?limit=${SMALL_PAGE}&fields=id`
      const deep = await pageAfter(big.origin, first, DEEP)
      results.push(await beside(bench, large, 'P8', [big, deep], [big, first], 'the first page'))
      return results
    } finally {
      for (const target of started) await target.stop()
    }
  },
}

/** The address of a page far down, found by following large ones. */
async function pageAfter(origin: string, path: string, pages: number): Promise<string> {
  const large = path.replace(`limit=${SMALL_PAGE}`, 'limit=500')
  let next = large
  for (let rows = 0; rows < pages * SMALL_PAGE; rows += 500) {
    const { bytes } = await answerOf(origin + next)
    next = JSON.parse(Buffer.from(bytes).toString()).links.next
    if (next === null) throw new Error(`there are fewer than ${pages} pages`)
  }
  return next.replace('limit=500', `limit=${SMALL_PAGE}`)
}

async function beside(
  bench: Bench,
  url: string,
  name: string,
  ours: readonly [Target, string],
  theirs: readonly [Target, string],
  against: string,
): Promise<Result> {
  const contenders: Contender[] = []
  for (const [target, path] of [ours, theirs]) {
    const { bytes } = await answerOf(target.origin + path)
    contenders.push({
      ...{ target, url: target.origin + path, connections: CONNECTIONS },
      ...{ length: bytes.byteLength, hash: hashOf(bytes) },
    })
  }
  const rounds = await measureRounds(bench, contenders, await findPostmaster(url))
  return compare({ name, figure: 'p50', unit: 'ms', against }, rounds, 1)
}
