import { existsSync } from 'node:fs'
import { CHROMIUM, launch } from '../../test/support/chromium.ts'
import type { Case, Result } from '../case.ts'
import { resultOf, runOf } from '../result.ts'
import { answerOf } from '../rounds.ts'
import { startControl, startService, type Target } from '../targets.ts'

/** What a telephone shows. */
const VIEWPORT = { width: 360, height: 740 }

const ENCODINGS = ['gzip', 'br'] as const

/** What the first page weighs, and how long it takes until something of it is seen, in Chromium where there is one. */
export const firstPage: Case = {
  name: 'page',
  run: async (bench) => {
    const started: Target[] = []
    try {
      const service = await startService(bench.url, bench.cores)
      started.push(service)
      const plain = await answerOf(`${service.origin}/`)
      const results: Result[] = []
      for (const encoding of ENCODINGS) {
        const { bytes } = await answerOf(`${service.origin}/`, { headers: { 'accept-encoding': encoding } })
        const [value, control] = [bytes.byteLength / 1_000, plain.bytes.byteLength / 1_000]
        results.push(
          resultOf({ name: `page, weight ${encoding}`, unit: 'kB', against: 'plain' }, [
            runOf(value, control),
          ]),
        )
      }
      if (!existsSync(CHROMIUM)) {
        bench.say(`  no first view: there is no ${CHROMIUM}`)
        return results
      }
      const control = 'bare Fastify, same bytes'
      const options = { route: '/', body: plain.bytes, type: plain.type }
      started.push(await startControl(control, 'bytes.ts', options, bench.cores))
      const runs = []
      for (let round = 1; round <= bench.rounds; round += 1) {
        const [value, bare] = [await firstView(started[0]!.origin), await firstView(started[1]!.origin)]
        runs.push(runOf(value, bare))
        bench.say(`  round ${round} of ${bench.rounds}`)
      }
      return [...results, resultOf({ name: 'page, first view', unit: 'ms', against: control }, runs)]
    } finally {
      for (const target of started) await target.stop()
    }
  },
}

/** Milliseconds from the request to the first contentful paint, in a browser that has nothing of it. */
async function firstView(origin: string): Promise<number> {
  const browser = await launch()
  try {
    const page = await (await browser.newContext({ viewport: VIEWPORT })).newPage()
    await page.goto(`${origin}/`, { waitUntil: 'load' })
    return await page.evaluate(
      async () =>
        await new Promise<number>((done) => {
          const tell = () => {
            const [paint] = performance.getEntriesByName('first-contentful-paint')
            if (paint === undefined) setTimeout(tell, 10)
            else done(paint.startTime)
          }
          tell()
        }),
    )
  } finally {
    await browser.close()
  }
}
