import pg from 'pg'
import { captureStatements, type Statement } from '../capture.ts'
import type { Bench, Case, Result, Run } from '../case.ts'
import { withoutIndexes } from '../indexes.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { hashOf } from '../rounds.ts'
import { median } from '../statistics.ts'
import { multiplyRegister } from '../synthetic.ts'
import { multiplyPlans } from '../synthetic-plans.ts'
import { startService, type Target } from '../targets.ts'

/** Times the real size; in the quick form less, since the words of a row take a millisecond or more to make. */
const TIMES = { whole: 100, quick: 10 }
/** Plans for each of these times, and commitments of each. */
const [PLANS, COMMITMENTS] = [10, 20]
/** Of one term in a round. */
const REQUESTS = 10
const AGAINST = 'the same SQL through pg'

const TERMS: Readonly<Record<string, string>> = {
  'exact ar': 'تارودانت',
  'exact fr': 'Taroudannt',
  'prefix ar': 'تارود',
  'prefix fr': 'Taroud',
  'infix ar': 'رودان',
  'infix fr': 'roudan',
  'mistyped ar': 'تارودنت',
  'mistyped fr': 'Tarudant',
  'of many names ar': 'سيدي',
  'of many names fr': 'Sidi',
  'of texts ar': 'النقل المدرسي',
}

/** One search over all that is public, of the real data and of many times as much; no answer is kept. */
export const searchAcross: Case = {
  name: 'search across',
  run: async (bench) => {
    const times = bench.rounds > 3 ? TIMES.whole : TIMES.quick
    const multiplied = await bench.freshDatabase()
    await multiplyRegister(multiplied, times)
    await multiplyPlans(multiplied, PLANS * times, COMMITMENTS, 1)
    bench.say(`  ${await noteAll(multiplied)}`)
    return [
      ...(await measure({ ...bench, url: bench.url }, 'search across')),
      ...(await measure({ ...bench, url: multiplied }, `search across × ${times}`)),
    ]
  },
}

/** What is written past the journal's door is not in the search until it is asked to note it. */
async function noteAll(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const started = performance.now()
    await client.query('begin')
    await withoutIndexes(client, ['search_entry', 'search_text'], () =>
      client.query(`select keep_search_of(of_type, array_agg(of_id))
        from (select distinct of_type, of_id from search_source) owner group by of_type`),
    )
    await client.query('commit')
    const seconds = (performance.now() - started) / 1_000
    await client.query('vacuum analyze')
    const { rows } = await client.query<{ entries: number }>(
      'select count(*)::int as entries from search_entry',
    )
    const { entries } = rows[0]!
    return `${entries} rows noted in ${seconds.toFixed(0)} s, ${((seconds / entries) * 1_000).toFixed(1)} ms a row`
  } finally {
    await client.end()
  }
}

async function measure(bench: Bench, name: string): Promise<Result[]> {
  const client = new pg.Client(bench.url)
  let service: Target | undefined
  await client.connect()
  try {
    service = await startService(bench.url, bench.cores, { KEPT_MEGABYTES: '0' })
    const { pid } = service
    const postmaster = await findPostmaster(bench.url)
    const strangers = () => machineCpu() - ownCpu() - cpuOf(pid) - postgresCpu(postmaster)
    const results: Result[] = []
    const slowest = { ours: 0, theirs: 0 }
    for (const [term, words] of Object.entries(TERMS)) {
      const path = `/v1/search?q=${encodeURIComponent(words)}`
      const address = service.origin + path
      const statements = await captureStatements(bench.url, path)
      await requireFound(address, words)
      const runs: Run[] = []
      for (let round = 0; round < bench.rounds; round += 1) {
        const before = { at: performance.now(), used: strangers() }
        const ours = await timed(() => answered(address))
        const theirs = await timed(() => queried(client, statements))
        const microseconds = (performance.now() - before.at) * 1_000
        const others = Math.max(0, (strangers() - before.used) / microseconds)
        const [value, control] = [median(ours), median(theirs)]
        runs.push({ value, control, ratio: value / control, others })
        slowest.ours = Math.max(slowest.ours, ...ours)
        slowest.theirs = Math.max(slowest.theirs, ...theirs)
      }
      results.push(resultOf(`${name}, ${term}, p50`, runs))
    }
    const { ours: value, theirs: control } = slowest
    results.push(resultOf(`${name}, slowest`, [{ value, control, ratio: value / control, others: 0 }]))
    return results
  } finally {
    await service?.stop()
    await client.end()
  }
}

function resultOf(name: string, runs: readonly Run[]): Result {
  const middle = (key: 'value' | 'ratio') => median(runs.map((run) => run[key]))
  return { name, value: middle('value'), unit: 'ms', against: AGAINST, ratio: middle('ratio'), runs }
}

/** Milliseconds of each, one after the other. */
async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < REQUESTS; turn += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times
}

async function answered(address: string): Promise<{ data: unknown[] }> {
  const answer = await fetch(address)
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return (await answer.json()) as { data: unknown[] }
}

/** Prepared, as the service has its own. */
async function queried(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements)
    await client.query({ name: hashOf(Buffer.from(text)).slice(0, 40), text, values: [...values] })
}

async function requireFound(address: string, words: string): Promise<void> {
  const { data } = await answered(address)
  if (data.length === 0) throw new Error(`nothing is found for ${words}: there is nothing to measure`)
}
