import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { query } from './postgres.ts'

const PATIENCE_MS = 30_000
const RETRY_MS = 200
/** Longest that one import may take, however often it is cut off, milliseconds. */
const MOST_MS = 120_000

interface Told {
  id: string
  status: string
}

/** Who imports the same members again and again, each time with another wave for all of them. */
export class Importing {
  /** Imports that were seen to be finished. */
  finished = 0
  /** Requests without an answer. */
  cutOff = 0
  readonly faults: string[] = []
  /** The wave of the last import that was acknowledged. */
  acknowledged = 0
  readonly #url: string
  readonly #key: string
  readonly #codes: readonly string[]
  #isOver = false
  #running: Promise<void> | undefined

  /** @param codes of collectivities; those of up to 500 rows are done while the client waits */
  constructor(url: string, key: string, codes: readonly string[]) {
    this.#url = url
    this.#key = key
    this.#codes = codes
  }

  start(): void {
    this.#running = (async () => {
      for (let wave = 1; !this.#isOver; wave += 1) await this.#import(wave)
    })()
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await this.#running
  }

  /** What is wrong with what is there now: an import that is half done, or one that was acknowledged and is gone. */
  async wrong(databaseUrl: string): Promise<string[]> {
    const list = this.#codes.map((code) => `'${code}'`).join(',')
    const waves = await query<{ wave: number; count: string }>(
      databaseUrl,
      `select wave, count(*) from member m join collectivity c on c.id = m.collectivity_id
        where hcp_code in (${list}) group by wave`,
    )
    if (waves.length > 1) return [`half an import: ${JSON.stringify(waves)}`]
    const [there] = waves
    if (there !== undefined && Number(there.count) !== this.#codes.length)
      return [`${there.count} of ${this.#codes.length} rows of an import`]
    if ((there?.wave ?? 0) < this.acknowledged)
      return [`wave ${this.acknowledged} was acknowledged, and there is ${there?.wave}`]
    return []
  }

  async #import(wave: number): Promise<void> {
    const rows = this.#codes.map((code) => `${code},${wave},2026-01,Drill`)
    const body = ['hcp_code,wave,joined_on,source.title', ...rows, ''].join('\r\n')
    const headers = { 'content-type': 'text/csv', 'idempotency-key': randomUUID() }
    const began = performance.now()
    let told: Told | undefined
    while (told?.status !== 'finished') {
      if (performance.now() - began > MOST_MS) return void this.faults.push(`wave ${wave} is never finished`)
      const before: string | undefined = told?.id
      const path = before === undefined ? '/v1/member-imports' : `/v1/member-imports/${before}`
      told = (await this.#ask(path, before === undefined ? { method: 'POST', headers, body } : {})) ?? told
      if (told?.status === 'failed') return void this.faults.push(`wave ${wave} failed`)
      if (told?.status !== 'finished') await sleep(RETRY_MS)
    }
    this.acknowledged = wave
    this.finished += 1
  }

  async #ask(path: string, init: RequestInit): Promise<Told | undefined> {
    try {
      const answer = await fetch(this.#url + path, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${this.#key}` },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const text = await answer.text()
      if (answer.ok) return JSON.parse(text) as Told
      if (answer.status !== 503 && answer.status !== 409)
        this.faults.push(`an import got ${answer.status}: ${text.slice(0, 200)}`)
    } catch (error) {
      this.cutOff += 1
      if ((error as Error).name === 'TimeoutError') this.faults.push('an import had no answer')
    }
    return undefined
  }
}

/** Codes of collectivities that are no members. */
export async function codesOfOthers(databaseUrl: string): Promise<string[]> {
  const rows = await query<{ hcp_code: string }>(
    databaseUrl,
    `select hcp_code from collectivity c
      where not exists (select from member where collectivity_id = c.id) order by hcp_code`,
  )
  return rows.map(({ hcp_code }) => hcp_code)
}
