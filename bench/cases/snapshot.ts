import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { transact } from '../../src/db/journal.ts'
import { RECORDED } from '../../src/snapshots/tables/commands.ts'
import { setWave } from '../../test/support/journal.ts'
import type { Bench, Case, Result } from '../case.ts'
import { forgetPeak, memoryNow, memoryPeak } from '../imports.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { resultOf, runOf } from '../result.ts'
import { multiplyRegister } from '../synthetic.ts'
import { startService, type Target } from '../targets.ts'

const MANY = 100
/** Instead of MANY, where it has to be quick. */
const QUICK = 20
const COPY = 'COPY of the same tables as CSV into files'
/** A snapshot is fresh for a second, and is asked for no more often than each second one. */
const BETWEEN_MS = 2_100
const POLL_MS = 5
const TABLES = [...new Set(Object.values(RECORDED).map(({ table }) => table))]

/** All that is public is made into files, NDJSON and CSV with their checksums, after one change. */
export const snapshot: Case = {
  name: 'snapshot',
  run: async (bench) => [...(await measure(bench, 1)), ...(await measure(bench, bench.quick ? QUICK : MANY))],
}

interface Round {
  readonly seconds: number
  readonly copied: number
  readonly idle: number
  readonly peak: number
  readonly others: number
}

async function measure(bench: Bench, times: number): Promise<Result[]> {
  const url = await bench.freshDatabase()
  if (times > 1) await multiplyRegister(url, times)
  const directory = await mkdtemp(join(tmpdir(), 'bench-snapshot-'))
  const postgres = new pg.Client(url)
  await postgres.connect()
  const environment = { DATA_DIR: directory, SNAPSHOT_FRESH_SECONDS: '1' }
  let service: Target | undefined
  try {
    service = await startService(url, bench.cores, environment)
    await made(postgres)
    const postmaster = await findPostmaster(url)
    const rounds: Round[] = []
    for (let round = 1; round <= bench.rounds; round += 1) {
      rounds.push(await roundOf(service, url, postgres, postmaster, directory))
      const { others } = rounds.at(-1)!
      bench.say(`  × ${times}, round ${round} of ${bench.rounds}: others used ${Math.round(others * 100)} %`)
    }
    await requireRight(service, postgres)
    return results(times, rounds)
  } finally {
    await service?.stop()
    await postgres.end()
    await rm(directory, { recursive: true })
  }
}

async function roundOf(
  service: Target,
  url: string,
  postgres: pg.Client,
  postmaster: number,
  directory: string,
): Promise<Round> {
  const used = () => machineCpu() - cpuOf(service.pid) - postgresCpu(postmaster) - ownCpu()
  await change(url)
  await sleep(BETWEEN_MS)
  const before = { used: used(), at: performance.now() }
  const copied = await copyTables(postgres, directory)
  const idle = memoryNow(service.pid)
  forgetPeak(service.pid)
  const started = performance.now()
  await (await fetch(`${service.origin}/v1/snapshots/latest`)).arrayBuffer()
  await made(postgres)
  const ended = performance.now()
  const others = (used() - before.used) / ((ended - before.at) * 1_000)
  const peak = memoryPeak(service.pid)
  return { seconds: (ended - started) / 1_000, copied, idle, peak, others: Math.max(0, others) }
}

let wave = 0

async function change(url: string): Promise<void> {
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 0, onError: () => {} }))
  const { id } = await db.selectFrom('member').select('id').orderBy('id').executeTakeFirstOrThrow()
  const author = { actor: 'bench', origin: 'script', requestId: null, at: new Date() }
  wave = (wave % 999) + 1
  await transact(db, author, (writing) => setWave(writing, id, wave))
  await db.destroy()
}

/** Until there is a snapshot of all that is public now. */
async function made(postgres: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await postgres.query(`select from snapshot
      where made_at is not null and position = (select max(position) from type_position)`)
    if (rowCount === 1) return
    await sleep(POLL_MS)
  }
}

/** @returns seconds */
async function copyTables(postgres: pg.Client, directory: string): Promise<number> {
  const started = performance.now()
  for (const table of TABLES) {
    const rows = postgres.query(copyTo(`copy ${table} to stdout (format csv, header)`))
    await pipeline(rows, createWriteStream(join(directory, `${table}.csv`)))
  }
  return (performance.now() - started) / 1_000
}

/** @throws when a file is not as it is told, or does not hold all communes */
async function requireRight({ origin }: Target, postgres: pg.Client): Promise<void> {
  const told = (await (await fetch(`${origin}/v1/snapshots/latest`)).json()) as {
    files: { type: string; rows: number; bytes: number; sha256: string; url: string }[]
  }
  const { rows } = await postgres.query(
    "select count(*)::int as all from collectivity where type = 'commune'",
  )
  for (const file of told.files.filter(({ type }) => type === 'commune')) {
    const bytes = Buffer.from(await (await fetch(origin + file.url)).arrayBuffer())
    const right = createHash('sha256').update(bytes).digest('hex') === file.sha256
    if (!right || bytes.length !== file.bytes || file.rows !== rows[0].all)
      throw new Error(`not as it is told: ${JSON.stringify(file)}`)
  }
}

function results(times: number, rounds: readonly Round[]): Result[] {
  const one = (name: string, unit: string, against: string, pair: (round: Round) => [number, number]) => {
    const runs = rounds.map((round) => runOf(...pair(round), round.others))
    return resultOf({ name, unit, against }, runs)
  }
  const name = times === 1 ? 'snapshot, real size' : `snapshot, ${times} times the register`
  return [
    one(name, 's', COPY, ({ seconds, copied }) => [seconds, copied]),
    one(`${name}, peak`, 'MB', 'memory before', ({ peak, idle }) => [peak, idle]),
  ]
}
