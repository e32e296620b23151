import { readFileSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Bench } from './case.ts'
import { multiplyRegister } from './synthetic.ts'
import { startWritable, type Writable } from './writable.ts'

/** Communes of the real register. */
const REAL = 1_503
/** How soon is asked again whether an import is done: in the least, milliseconds, and as a part of what it has taken. */
const POLL_MS = 10
const POLL_PART = 0.03

export type Outcomes = Partial<Record<string, number>>

/** A register with that many communes, none of them a member, and a service that may import them. */
export interface Imports extends Writable {
  /** A table with a row a commune, in the wave that `wave` gives it. */
  file(wave: (row: number) => number): string
  /** Imports a table. @returns seconds until all of it is done, and the id of the import */
  run(file: string, expected: Outcomes, options?: string): Promise<{ seconds: number; id: string }>
  /** Adds one member after the other. @returns seconds */
  postEach(count: number): Promise<number>
  /** What the import has written, as COPY reads it: table by table. */
  written(): Promise<Map<string, Buffer>>
  /** As it was before any import. */
  clear(): Promise<void>
}

/** A member and what belongs to it, in an order in which they can be written. */
const TABLES = [
  `member (id, collectivity_id, wave, applied_on, applied_precision, joined_on, joined_precision, left_on, left_precision,
    evidence, consultative_bodies, follow_up_committee, sources, revision, created_at, updated_at)`,
  'member_identifier (member_id, scheme, value)',
  `member_transition (member_id, ordinal, action, from_status, to_status, effective_on, effective_precision, evidence,
    sources, reason)`,
]

export async function startImports(
  bench: Pick<Bench, 'freshDatabase' | 'cores'>,
  count: number,
  environment: Record<string, string> = {},
): Promise<Imports> {
  const writable = await startWritable(
    bench,
    async (url) => {
      if (count > REAL) await multiplyRegister(url, Math.ceil(count / REAL))
    },
    environment,
  )
  const { postgres, ask } = writable
  const { rows } = await postgres.query<{ hcp_code: string }>(
    "select hcp_code from collectivity where type = 'commune' order by hcp_code limit $1",
    [count],
  )
  const codes = rows.map((row) => row.hcp_code)
  const clear = async () => {
    await postgres.query('truncate member cascade')
    await postgres.query('truncate import_upload, import_row, import_result, member_import')
    await postgres.query('vacuum analyze member, member_identifier, member_transition')
  }
  await clear()
  return {
    ...writable,
    clear,
    file: (wave) => HEADER + codes.map((code, row) => lineOf(code, row, wave(row))).join(''),
    run: async (file, expected, options = '') => {
      const started = performance.now()
      const init = { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } }
      let { body: found } = await ask(`/v1/member-imports${options}`, init)
      while (['queued', 'running'].includes(found.status)) {
        await sleep(Math.max(POLL_MS, (performance.now() - started) * POLL_PART))
        found = (await ask(`/v1/member-imports/${found.id}`)).body
      }
      const seconds = (performance.now() - started) / 1_000
      for (const [outcome, rows] of Object.entries(expected))
        if (found.outcomes[outcome] !== rows) throw new Error(`not as expected: ${JSON.stringify(found)}`)
      return { seconds, id: found.id }
    },
    postEach: async (count) => {
      const started = performance.now()
      for (const [row, code] of codes.slice(0, count).entries())
        await ask('/v1/members', {
          method: 'POST',
          body: JSON.stringify(bodyOf(code, row)),
          headers: { 'content-type': 'application/json' },
        })
      return (performance.now() - started) / 1_000
    },
    written: async () => {
      const found = new Map<string, Buffer>()
      for (const table of TABLES) {
        const chunks: Buffer[] = []
        const out = postgres.query(copyTo(`copy ${table} to stdout`))
        for await (const chunk of out) chunks.push(chunk as Buffer)
        found.set(table, Buffer.concat(chunks))
      }
      return found
    },
  }
}

/** Copies the same rows into the same tables, with their indexes and keys. @returns seconds of each table */
export async function copyAll(postgres: pg.Client, written: ReadonlyMap<string, Buffer>): Promise<number[]> {
  const seconds: number[] = []
  await postgres.query('begin')
  for (const [table, bytes] of written) {
    const started = performance.now()
    const pieces = function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
    }
    await pipeline(Readable.from(pieces()), postgres.query(copyFrom(`copy ${table} from stdin`)))
    seconds.push((performance.now() - started) / 1_000)
  }
  await postgres.query('commit')
  return seconds
}

const HEADER =
  'hcp_code,wave,joined_on,evidence.kind,identifier.association,source.title,source.publisher,source.published_on\n'
const lineOf = (code: string, row: number, wave: number) =>
  `${code},${wave},2024-12,named,A-${row},Liste officielle des collectivités,Association,2024-12-31\n`
const bodyOf = (collectivity: string, row: number) => ({
  collectivity,
  wave: 1,
  joined_on: { value: '2024-12' },
  evidence: { kind: 'named' },
  identifiers: [{ scheme: 'association', value: `A-${row}` }],
  sources: [
    { title: 'Liste officielle des collectivités', publisher: 'Association', published_on: '2024-12-31' },
  ],
})

const memoryOf = (pid: number, name: string) =>
  Number(new RegExp(`${name}:\\s*(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024

/** Megabytes that the process holds now. */
export const memoryNow = (pid: number) => memoryOf(pid, 'VmRSS')

/** The most that it held since forgetPeak, megabytes. */
export const memoryPeak = (pid: number) => memoryOf(pid, 'VmHWM')

export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}
