import type { Bench, Case, Result } from '../case.ts'
import { findPostmaster } from '../proc.ts'
import { resultOf, runOf } from '../result.ts'
import { answerOf, type Contender, compare, type Figures, hashOf, measureRounds } from '../rounds.ts'
import { startService, type Target } from '../targets.ts'

const TIMES = 100
/** One after the other: what is compared is how long an answer takes, not how many there are. */
const CONNECTIONS = 1
/** Exact, a beginning, something inside, in Arabic and in French. */
const TERMS = ['تارودانت', 'تارود', 'رودان', 'Taroudannt', 'Tarou', 'oudan']
const MISTAKEN = 'Tarudant'
const MOST_MS = 20
const MOST_MISTAKEN_MS = 100
const DEEP = 10_000
const SMALL_PAGE = 10
const REAL_SIZE = 'the real size'

/**
 * Searches at a hundred times the register, beside the same at its real size, with as many names in the answer; and the
 * time of a whole page of them. Nothing is kept.
 */
export const search: Case = {
  name: 'P5',
  budget: [80, 180],
  run: (bench) =>
    atBothSizes(bench, async ({ big, real, large }) => {
      const results: Result[] = []
      for (const term of [...TERMS, MISTAKEN]) {
        const path = `/v1/communes?q=${encodeURIComponent(term)}`
        if (term !== MISTAKEN) {
          const { bytes } = await answerOf(real.origin + path)
          const found = JSON.parse(Buffer.from(bytes).toString()).data.length
          const same = `${path}&limit=${found}`
          results.push(
            p50(`P5 ${term}`, REAL_SIZE, 1.5, await beside(bench, large, [big, same], [real, same])),
          )
        }
        const most = term === MISTAKEN ? MOST_MISTAKEN_MS : MOST_MS
        results.push(atMost(`P5 ${term}, time`, most, await beside(bench, large, [big, path])))
      }
      return results
    }),
}

/** A page far down, beside the first. */
export const deepPage: Case = {
  name: 'P8',
  budget: [20, 60],
  run: (bench) =>
    atBothSizes(bench, async ({ big, large }) => {
      const first = `/v1/communes?limit=${SMALL_PAGE}&fields=id`
      const deep = await pageAfter(big.origin, first, DEEP)
      return [p50('P8', 'the first page', 1.1, await beside(bench, large, [big, deep], [big, first]))]
    }),
}

/** Reads by key and by keyset at a hundred times the register, beside the same at its real size. */
export const byKey: Case = {
  name: 'P9',
  budget: [35, 75],
  run: (bench) =>
    atBothSizes(bench, async ({ big, real, large }) => {
      const list = '/v1/communes?province=09.541&limit=50'
      const { bytes } = await answerOf(real.origin + list)
      const paths = {
        one: '/v1/communes/09.541.01.13',
        list,
        'next page': JSON.parse(Buffer.from(bytes).toString()).links.next as string,
      }
      const results: Result[] = []
      for (const [what, path] of Object.entries(paths)) {
        const rounds = await beside(bench, large, [big, path], [real, path])
        results.push(p50(`P9 ${what}`, REAL_SIZE, 1.5, rounds))
      }
      return results
    }),
}

interface Sizes {
  readonly big: Target
  readonly real: Target
  /** The database of the big one. */
  readonly large: string
}

async function atBothSizes(bench: Bench, measure: (sizes: Sizes) => Promise<Result[]>): Promise<Result[]> {
  const large = await bench.multiplied(TIMES)
  const started: Target[] = []
  const start = async (url: string) => {
    const service = await startService(url, bench.cores, { KEPT_MEGABYTES: '0' })
    started.push(service)
    return service
  }
  try {
    return await measure({ big: await start(large), real: await start(bench.url), large })
  } finally {
    for (const target of started) await target.stop()
  }
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
  ...asked: readonly (readonly [Target, string])[]
): Promise<Figures[][]> {
  const contenders: Contender[] = []
  for (const [target, path] of asked) {
    const { bytes } = await answerOf(target.origin + path)
    contenders.push({
      ...{ target, url: target.origin + path, connections: CONNECTIONS },
      ...{ length: bytes.byteLength, hash: hashOf(bytes) },
    })
  }
  return await measureRounds(bench, contenders, await findPostmaster(url))
}

const p50 = (name: string, against: string, most: number, rounds: readonly Figures[][]): Result =>
  compare({ name, figure: 'p50', unit: 'ms', against, goal: { most } }, rounds, 1)

function atMost(name: string, most: number, rounds: readonly Figures[][]): Result {
  const of = { name, unit: 'ms', against: 'what it may be', goal: { most: 1 } }
  return resultOf(
    of,
    rounds.map(([ours]) => runOf(ours!.p50, most, ours!.others)),
  )
}
