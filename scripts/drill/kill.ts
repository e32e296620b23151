import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runningEmbedded, startEmbedded } from '../../src/db/embedded.ts'
import type { Drill } from './support/drill.ts'
import { codesOfOthers, Importing } from './support/importing.ts'
import { Follower, reckon } from './support/ledger.ts'
import { makeKey, startOne } from './support/services.ts'
import { freePorts, Stage } from './support/stage.ts'
import { Traffic } from './support/traffic.ts'

const WRITERS = 3
/** Rows of an import that is done while its client waits. */
const FEW = 300
/** Latest that the service is killed after it is ready, milliseconds. */
const LATEST_MS = 2_500

interface Form {
  readonly name: string
  readonly kills: number
  readonly environment: Record<string, string>
  /** Of the database, while the service runs. */
  readonly databaseUrl: () => string
  /** Whether the database runs on when the service is killed. */
  readonly isApart: boolean
}

/** Kills the service again and again while it writes, and looks what is there: after each kill, and in the end. */
async function killed(
  stage: Stage,
  { name, kills, environment, databaseUrl, isApart }: Form,
): Promise<string[]> {
  const [port] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  let child = await startOne(stage, name, port!, environment)
  const key = makeKey(stage, environment)
  const codes = await codesOfOthers(databaseUrl())
  const traffic = new Traffic(url, key)
  const importers = [codes.slice(0, FEW), codes.slice(FEW)].map((some) => new Importing(url, key, some))
  const follower = new Follower(url)
  const half: string[] = []
  const restarts: number[] = []
  const look = async () => {
    for (const one of importers) half.push(...(await one.wrong(databaseUrl())))
  }
  traffic.start(WRITERS, 1)
  follower.start()
  for (const one of importers) one.start()
  const began = performance.now()
  for (let kill = 1; kill <= kills; kill += 1) {
    await sleep(Math.random() * LATEST_MS)
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
    if (isApart) await look()
    const down = performance.now()
    child = await startOne(stage, name, port!, environment)
    restarts.push(performance.now() - down)
    if (kill % 25 === 0)
      console.log(
        `${kill} kills; ${traffic.acknowledged.size} writes, ${sum(importers, 'finished')} imports so far`,
      )
  }
  const seconds = (performance.now() - began) / 1_000
  await traffic.stop()
  for (const one of importers) await one.stop()
  await look()
  const { rows, ...wrong } = await reckon(url, traffic, follower)
  const middle = restarts.sort((a, b) => a - b)[Math.floor(restarts.length / 2)]!
  const cut = (traffic.figures(began).statuses['write reset'] ?? 0) + sum(importers, 'cutOff')
  console.log(
    `B3 B4 ${name}: ${kills} kills in ${seconds.toFixed(0)} s; ${rows} writes and ${sum(importers, 'finished')} imports acknowledged; ` +
      `${cut} requests without an answer, ${traffic.replays} writes found done by their retry; lost ${wrong.lost}, twice ${wrong.duplicates}, half ${half.length}; ` +
      `ready again after ${(middle / 1_000).toFixed(1)} s (median)`,
  )
  const failed = [...half]
  for (const [what, number] of Object.entries(wrong)) if (number > 0) failed.push(`${what}: ${number}`)
  failed.push(...new Set([...traffic.faults, ...importers.flatMap((one) => one.faults)]))
  child.kill('SIGTERM')
  await once(child, 'exit')
  return failed
}

const sum = (importers: readonly Importing[], what: 'finished' | 'cutOff') =>
  importers.reduce((all, one) => all + one[what], 0)

export const drill: Drill = {
  about: 'the service is killed again and again under writes and imports: nothing lost, nothing half',
  async run(args) {
    const number = (value: string) => ({ type: 'string', default: value }) as const
    const { values } = parseArgs({ args, options: { kills: number('200'), embedded: number('5') } })
    const stage = new Stage()
    let database: Awaited<ReturnType<typeof startEmbedded>> | undefined
    try {
      database = await startEmbedded({ directory: join(stage.directory, 'postgres'), durable: false })
      const { url } = database
      const data = join(stage.directory, 'embedded', 'data')
      const failed = [
        ...(await killed(stage, {
          name: 'alone',
          kills: Number(values.kills),
          environment: { DATABASE_URL: url },
          databaseUrl: () => url,
          isApart: true,
        })),
        ...(await killed(stage, {
          name: 'embedded',
          kills: Number(values.embedded),
          environment: { DATA_DIR: data },
          databaseUrl: () => runningEmbedded(join(data, 'postgres'))!,
          isApart: false,
        })),
      ]
      if (failed.length > 0) throw new Error([...new Set(failed)].join('; '))
    } finally {
      await database?.stop()
      await stage.clear()
    }
  },
}
