import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { multiplyRegister } from '../../bench/synthetic.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { type Drill, Skipped } from './support/drill.ts'
import { codesOfOthers } from './support/importing.ts'
import { makeKey, startOne } from './support/services.ts'
import { freePorts, Stage } from './support/stage.ts'

/** As many communes as a hundred thousand rows need. */
const TIMES = 67
const ROWS = 100_000
const MOST_MB = 512
const LOOK_MS = 50
/** Bytes of the largest body that is read whole, and of one that is too large for anything. */
const LARGE_JSON = 8_000_000
const TOO_LARGE = 66 * 1_048_576

/** The most memory that a process has held since `forget`. */
class Resident {
  readonly #pid: number

  constructor(pid: number) {
    this.#pid = pid
  }

  forget(): void {
    writeFileSync(`/proc/${this.#pid}/clear_refs`, '5')
  }

  /** MB. */
  most(): number {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))![1]
    return Math.round(Number(found) / 1_024)
  }
}

/** Asks something small again and again while something large is done. */
async function beside<T>(
  url: string,
  work: Promise<T>,
): Promise<{ result: T; longest: number; shed: number }> {
  let [isOver, longest, shed] = [false, 0, 0]
  const small = (async () => {
    for (let number = 0; !isOver; number += 1) {
      const began = performance.now()
      const answer = await fetch(`${url}/v1/communes?limit=1&q=${number}`)
      await answer.text()
      if (answer.status === 503) shed += 1
      longest = Math.max(longest, performance.now() - began)
      await sleep(LOOK_MS)
    }
  })()
  const result = await work.finally(() => {
    isOver = true
  })
  await small
  return { result, longest, shed }
}

async function drained(answer: Response): Promise<string> {
  let bytes = 0
  for await (const chunk of answer.body!) bytes += chunk.length
  return `${answer.status}, ${(bytes / 1_048_576).toFixed(0)} MB`
}

export const drill: Drill = {
  about:
    'what one request can make the service hold: imports and exports of a hundred thousand rows, bodies too large',
  async run() {
    if (process.platform !== 'linux') throw new Skipped('memory is read from /proc, which is not here')
    const stage = new Stage()
    let database: Awaited<ReturnType<typeof startEmbedded>> | undefined
    try {
      database = await startEmbedded({ directory: join(stage.directory, 'postgres'), durable: false })
      const environment = { DATABASE_URL: database.url }
      const [port] = await freePorts(1)
      const url = `http://127.0.0.1:${port}`
      await startOne(stage, 'first', port!, environment)
      await stage.kill('first')
      console.log(`${await multiplyRegister(database.url, TIMES)} communes`)
      const codes = (await codesOfOthers(database.url)).slice(0, ROWS)
      const key = makeKey(stage, environment)
      const child = await startOne(stage, 'app', port!, environment)
      const resident = new Resident(child.pid!)
      const rested = resident.most()
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/csv' }
      const rows = codes.map((code, at) => `${code},1,2026-01,N-${at},Drill`)
      const table = ['hcp_code,wave,joined_on,identifier.association,source.title', ...rows, ''].join('\r\n')
      const imported = async () => {
        const posted = await fetch(`${url}/v1/member-imports`, { method: 'POST', headers, body: table })
        let told = (await posted.json()) as { id: string; status: string }
        while (['queued', 'running'].includes(told.status)) {
          await sleep(200)
          const asked = await fetch(`${url}/v1/member-imports/${told.id}`, { headers })
          if (asked.ok) told = (await asked.json()) as typeof told
        }
        if (told.status !== 'finished') throw new Error(`the import: ${JSON.stringify(told).slice(0, 300)}`)
        return `${posted.status}, ${codes.length} rows`
      }
      const get = (path: string) => async () => await drained(await fetch(url + path))
      const post = (path: string, type: string, body: string) => async () =>
        await drained(
          await fetch(url + path, { method: 'POST', headers: { ...headers, 'content-type': type }, body }),
        )
      const json = JSON.stringify({
        rows: rows
          .slice(0, Math.floor(LARGE_JSON / 120))
          .map((row) => ({ hcp_code: row.split(',')[0], wave: 2 })),
      })
      const requests: Record<string, () => Promise<string>> = {
        [`import of ${codes.length} rows`]: imported,
        'export as CSV': get('/v1/communes?format=csv'),
        'export as NDJSON': get('/v1/members?format=ndjson'),
        'export as GeoJSON': get('/v1/communes?format=geojson'),
        'feed, a page': get('/v1/changes?limit=1000'),
        'rows as JSON, read whole': post('/v1/member-imports?dry_run=true', 'application/json', json),
        'a table too large': post('/v1/member-imports', 'text/csv', 'x'.repeat(TOO_LARGE)),
      }
      const failed: string[] = []
      for (const [name, request] of Object.entries(requests)) {
        resident.forget()
        const began = performance.now()
        const { result, longest, shed } = await beside(url, request())
        const seconds = ((performance.now() - began) / 1_000).toFixed(1)
        console.log(
          `B6 B7 ${name}: ${result}; ${seconds} s, ${resident.most()} MB at the most (${rested} at rest); beside it ` +
            `the longest small read ${longest.toFixed(0)} ms, ${shed} shed`,
        )
        if (resident.most() > MOST_MB) failed.push(`${name}: ${resident.most()} MB`)
      }
      if (failed.length > 0) throw new Error(failed.join('; '))
    } finally {
      await database?.stop()
      await stage.clear()
    }
  },
}
