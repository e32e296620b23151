import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../../src/db/embedded.ts'
import type { Drill } from './support/drill.ts'
import { Follower, reckon } from './support/ledger.ts'
import { startServices } from './support/services.ts'
import { Stage } from './support/stage.ts'
import { Traffic } from './support/traffic.ts'

const WRITERS = 4
const READERS = 8
const CALM_MS = 1_000
/** Longest from SIGTERM to the end, seconds: those of draining, and ten. */
const MOST_SECONDS = 12

export const drill: Drill = {
  about: 'two instances behind HAProxy are restarted in turn under load: no request may fail',
  async run(args) {
    const { restarts } = parseArgs({ args, options: { restarts: { type: 'string', default: '6' } } }).values
    const stage = new Stage()
    let database: Awaited<ReturnType<typeof startEmbedded>> | undefined
    try {
      console.log('starting PostgreSQL, two instances of the service, HAProxy')
      database = await startEmbedded({ directory: join(stage.directory, 'postgres'), durable: false })
      const services = await startServices(stage, database.url)
      const traffic = new Traffic(services.url, services.key)
      const follower = new Follower(services.url)
      const began = performance.now()
      traffic.start(WRITERS, READERS)
      follower.start()
      const failed: string[] = []
      for (let restart = 0; restart < Number(restarts); restart += 1) {
        await sleep(CALM_MS)
        const name = services.names[restart % services.names.length]!
        const { code, seconds } = await services.restart(name)
        console.log(`${name} told to stop, ended with ${code} after ${seconds.toFixed(1)} s, and is back`)
        if (code !== 0 || seconds > MOST_SECONDS) failed.push(`${name}: ${code} after ${seconds} s`)
      }
      await sleep(CALM_MS)
      const { statuses, gap, longest } = traffic.figures(began)
      await traffic.stop()
      const { rows, ...wrong } = await reckon(services.url, traffic, follower)
      const all = Object.entries(statuses)
      const bad = all.filter(([status]) => !/ 2\d\d$/.test(status))
      const count = (some: typeof all) => some.reduce((sum, [, number]) => sum + number, 0)
      console.log(
        `B1 ${restarts} restarts: ${count(all)} requests, ${count(bad)} failed; longest answer ${longest.toFixed(1)} s, ` +
          `${gap.toFixed(1)} s without a write; ${rows} rows, lost ${wrong.lost}, twice ${wrong.duplicates}`,
      )
      failed.push(...bad.map(([status, number]) => `${status} ×${number}`))
      for (const [what, number] of Object.entries(wrong)) if (number > 0) failed.push(`${what}: ${number}`)
      if (follower.failures > 0) failed.push(`the feed failed ${follower.failures} times`)
      failed.push(...new Set(traffic.faults))
      if (failed.length > 0) throw new Error(failed.join('; '))
    } finally {
      await database?.stop()
      await stage.clear()
    }
  },
}
