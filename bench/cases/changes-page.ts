import pg from 'pg'
import { captureStatements } from '../capture.ts'
import type { Bench, Case, Result } from '../case.ts'
import { findPostmaster } from '../proc.ts'
import { answerOf, type Contender, compare, type Figures, hashOf, measureRounds } from '../rounds.ts'
import { requireSameData } from '../same-data.ts'
import { lengthenJournal } from '../synthetic-journal.ts'
import { POOL_SIZE, startControl, startService, type Target } from '../targets.ts'

const SHORT = 10_000
const LONG = 5_000_000
/** In the short form, of which the figures say so. */
const LONG_IN_SHORT = 1_000_000
const CONNECTIONS = 32
/** Records of a page when no limit is asked for. */
const PAGE = 200
const PLAIN = 'bare Fastify, pg, same SQL'

/** A page of the feed at its head, from its middle, and of one type from there, in a short journal and in a long one. */
export const changesPage: Case = {
  name: 'P10',
  budget: [70, 300],
  run: async (bench) => {
    const url = await bench.freshDatabase()
    const found: Result[] = []
    for (const length of [SHORT, bench.quick ? LONG_IN_SHORT : LONG]) {
      const started = performance.now()
      await lengthenJournal(url, length)
      bench.say(`  ${length} entries made in ${Math.round((performance.now() - started) / 1_000)} s`)
      found.push(...(await measure(bench, url, length)))
    }
    return found
  },
}

async function measure(bench: Bench, url: string, length: number): Promise<Result[]> {
  const { head, middle } = await paths(url)
  const started: Target[] = []
  try {
    const service = await startService(url, bench.cores, { KEPT_MEGABYTES: '0' })
    started.push(service)
    const ours: Contender[] = []
    const theirs: Contender[] = []
    for (const path of [middle, `${middle}&types=member`, head]) {
      const right = await answerOf(service.origin + path)
      ours.push(aimed(service, path, right.bytes))
      const options = { route: '/v1/changes', url, poolSize: POOL_SIZE, answer: 'list', records: PAGE }
      const statements = await captureStatements(url, path)
      const control = await startControl(PLAIN, 'sql.ts', { ...options, statements }, bench.cores)
      started.push(control)
      const { bytes } = await answerOf(control.origin + path)
      requireSameData('list', right.bytes, bytes, PAGE, PLAIN)
      theirs.push(aimed(control, path, bytes))
    }
    const rounds = await measureRounds(bench, [...ours, ...theirs], await findPostmaster(url))
    return results(length, rounds)
  } finally {
    for (const target of started) await target.stop()
  }
}

const aimed = (target: Target, path: string, bytes: Uint8Array): Contender => ({
  target,
  url: target.origin + path,
  connections: CONNECTIONS,
  length: bytes.byteLength,
  hash: hashOf(bytes),
})

/** Pages of the newest changes that fill one, and from the middle of the journal. */
async function paths(url: string): Promise<{ head: string; middle: string }> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ epoch: string; last: string }>(
      'select epoch, (select max(position) from journal_transaction) as last from installation',
    )
    const { epoch, last } = rows[0]!
    const after = (position: number) => `/v1/changes?after=${epoch}.${position}`
    return { head: after(Number(last) - PAGE), middle: after(Math.floor(Number(last) / 2)) }
  } finally {
    await client.end()
  }
}

const PLACES = ['from the middle', 'members', 'at the head']

function results(length: number, rounds: readonly Figures[][]): Result[] {
  const of = (what: string) => `changes page, ${length.toLocaleString('en')} ${what}`
  const beside = PLACES.flatMap((place, index) => {
    const pair = rounds.map((round) => [round[index]!, round[index + PLACES.length]!])
    return [
      compare({ name: of(`${place}, CPU`), figure: 'cpu', unit: 'µs', against: PLAIN }, pair, 1),
      compare({ name: of(`${place}, p50`), figure: 'p50', unit: 'ms', against: PLAIN }, pair, 1),
    ]
  })
  const [middle, head] = [0, 2]
  const places = rounds.map((round) => [round[middle]!, round[head]!])
  const against = 'the page at the head'
  const judged = { name: `P10 of ${length.toLocaleString('en')}`, goal: { most: 2 } }
  return [compare({ ...judged, figure: 'p50', unit: 'ms', against }, places, 1), ...beside]
}
