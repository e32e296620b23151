import { globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/config.ts'
import { developmentToken } from '../../src/identity/development.ts'
import { type Drill, Skipped } from './support/drill.ts'
import { Follower, reckon } from './support/ledger.ts'
import { forDrills, makeKey, startOne } from './support/services.ts'
import { freePorts, Stage } from './support/stage.ts'
import { Traffic } from './support/traffic.ts'

/** Seconds by which the clock of the machine is wrong, and whether a token made at the right time is believed. */
const JUMPS = [
  [25, 200],
  [-25, 200],
  [120, 401],
  [-120, 401],
  [0, 200],
] as const
const EACH_MS = 3_000
/** How long tokens are good for, seconds. */
const TOKEN_SECONDS = 60

/** Ids of a list, page by page. */
async function walked(url: string): Promise<string[]> {
  const ids: string[] = []
  for (let next: string | null = `${url}/v1/workshops?limit=20`; next !== null; ) {
    const page = (await (await fetch(next)).json()) as {
      data: { id: string }[]
      page: { next_cursor: string | null }
    }
    ids.push(...page.data.map(({ id }) => id))
    next = page.page.next_cursor && `${url}/v1/workshops?limit=20&cursor=${page.page.next_cursor}`
  }
  return ids
}

export const drill: Drill = {
  about:
    'the clock of the machine jumps under writes: tokens hold within their skew, and nothing else depends on it',
  async run() {
    const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')
    if (library === undefined) throw new Skipped('not installed: libfaketime')
    const stage = new Stage()
    try {
      const offset = join(stage.directory, 'offset')
      const set = (seconds: number) =>
        writeFileSync(offset, `${seconds < 0 ? '' : '+'}${seconds}`, { mode: 0o644 })
      set(0)
      const environment = { ...forDrills, DATA_DIR: join(stage.directory, 'app', 'data') }
      const [port] = await freePorts(1)
      const url = `http://127.0.0.1:${port}`
      await startOne(stage, 'app', port!, {
        ...environment,
        LD_PRELOAD: library,
        FAKETIME_TIMESTAMP_FILE: offset,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
        DONT_FAKE_MONOTONIC: '1',
      })
      const traffic = new Traffic(url, makeKey(stage, environment))
      const follower = new Follower(url)
      traffic.start(3, 2)
      follower.start()
      const failed: string[] = []
      for (const [seconds, expected] of JUMPS) {
        set(seconds)
        const began = performance.now()
        await sleep(EACH_MS)
        const claims = { subject: 'drill', roles: ['association' as const], collectivities: [] }
        const token = await developmentToken(
          readConfig(environment),
          claims,
          new Date(),
          TOKEN_SECONDS / 3_600,
        )
        const { status, headers } = await fetch(`${url}/v1/me`, {
          headers: { authorization: `Bearer ${token}` },
        })
        const shown = Math.round((Date.parse(headers.get('date')!) - Date.now()) / 1_000)
        const { acknowledged, readsFailed } = traffic.figures(began)
        console.log(
          `B10 clock ${seconds} s off (its answers are dated ${shown} s off): a token ${status}, ` +
            `${acknowledged} writes acknowledged, ${readsFailed} reads failed`,
        )
        if (Math.abs(shown - seconds) > 2) failed.push(`the clock did not jump by ${seconds} s`)
        if (status !== expected) failed.push(`${seconds} s off: a token ${status}`)
        if (acknowledged === 0 || readsFailed > 0) failed.push(`${seconds} s off: not served`)
      }
      await traffic.stop()
      const { rows, ...wrong } = await reckon(url, traffic, follower)
      const ids = await walked(url)
      const repeated = ids.length - new Set(ids).size
      const missed = [...traffic.acknowledged.values()].filter((id) => !ids.includes(id)).length
      console.log(
        `${rows} writes, lost ${wrong.lost}, twice ${wrong.duplicates}, missing in the feed ${wrong.untold}, told twice ` +
          `${wrong.toldTwice}; page by page ${ids.length} rows, ${repeated} repeated, ${missed} missed`,
      )
      for (const [what, number] of Object.entries({ ...wrong, repeated, missed }))
        if (number > 0) failed.push(`${what}: ${number}`)
      failed.push(...new Set(traffic.faults))
      if (failed.length > 0) throw new Error(failed.join('; '))
    } finally {
      await stage.clear()
    }
  },
}
