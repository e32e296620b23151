import type { Case, Run } from '../case.ts'
import { load } from '../load.ts'
import { type Offered, offer } from '../open-load.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { resultOf, runOf } from '../result.ts'
import { answerOf } from '../rounds.ts'
import { quantile } from '../statistics.ts'
import { startService, type Target } from '../targets.ts'

/** What asks the database, since what is kept is hard to overload from one core. */
const PATH = '/v1/communes/09.541.01.13'
const CONNECTIONS = 32
const TIMES = 4
const HEALTH_PER_SECOND = 20
/** What those who watch over services wait for a health check when nothing else is said. */
const PROBE_MS = 1_000

/** Four times as many requests arrive as can be answered: how many are answered all the same, and is the health told. */
export const overload: Case = {
  name: 'overload',
  budget: [30, 100],
  run: async (bench) => {
    const service = await startService(bench.url, bench.cores, { KEPT_MEGABYTES: '0' })
    try {
      const { bytes } = await answerOf(service.origin + PATH)
      const aim = { url: service.origin + PATH, length: bytes.byteLength }
      const health = {
        url: `${service.origin}/healthz`,
        length: (await answerOf(`${service.origin}/healthz`)).bytes.byteLength,
      }
      await load({ ...aim, connections: CONNECTIONS }, bench.seconds)
      const postmaster = await findPostmaster(bench.url)
      const [goodputs, checks]: [Run[], Run[]] = [[], []]
      for (let round = 1; round <= bench.rounds; round += 1) {
        const used = strangers(service, postmaster)
        const { perSecond: peak } = await load({ ...aim, connections: CONNECTIONS }, 2 * bench.seconds)
        const [loadUsed, since] = [ownCpu(), performance.now()]
        const [offered, checked] = await Promise.all([
          offer(aim, TIMES * peak, 2 * bench.seconds),
          offer(health, HEALTH_PER_SECOND, 2 * bench.seconds),
        ])
        const loadPart = (ownCpu() - loadUsed) / ((performance.now() - since) * 1_000)
        const others = used()
        const wrong = offered.wrong + checked.wrong + checked.refused
        bench.say(
          `  round ${round} of ${bench.rounds}: ${told(peak, offered)}, by ${Math.round(loadPart * 100)} % of a core`,
        )
        if (wrong > 0) {
          bench.say(`  does not count: ${wrong} other answers than these, or none`)
          continue
        }
        goodputs.push(runOf(offered.good, peak, others))
        checks.push(runOf(quantile(checked.times, 0.99), PROBE_MS, others))
      }
      if (goodputs.length === 0) throw new Error('no round had right answers and refusals only')
      const p99 = { name: 'overload, health p99', unit: 'ms', against: 'what a probe waits' }
      return [
        resultOf({ name: 'overload', unit: '/s', against: 'the peak', goal: { least: 0.8 } }, goodputs),
        resultOf({ ...p99, goal: { most: 1 } }, checks),
      ]
    } finally {
      await service.stop()
    }
  },
}

function strangers({ pid }: Target, postmaster: number): () => number {
  const used = () => machineCpu() - cpuOf(pid) - postgresCpu(postmaster) - ownCpu()
  const before = { used: used(), at: performance.now() }
  return () => (used() - before.used) / ((performance.now() - before.at) * 1_000)
}

const told = (peak: number, { good, refused }: Offered) =>
  `${Math.round(good)} answered and ${Math.round(refused)} refused a second, of ${Math.round(TIMES * peak)} to come`
