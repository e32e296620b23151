import type { Case, Result, Run } from '../case.ts'
import { type Load, load } from '../load.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { median, quantile } from '../statistics.ts'
import { startWritable, type Writable } from '../writable.ts'

const A_MINUTE = 1_000
/** Contributions that have been published when the reading begins. */
const PUBLISHED = 1_000
const READERS = 4
const ALONE = 'the same reads while nothing arrives'

const SAID = JSON.stringify({
  language: 'ar',
  problem: 'لا تعرف الأسر أوقات النقل المدرسي ولا خطوطه، ويتغيب التلاميذ. '.repeat(4),
  proposed_solution: 'نشر الأوقات والخطوط في كل مدرسة وعلى الموقع. '.repeat(4),
  expected_impact: 'أن يقل الهدر المدرسي في الدواوير البعيدة.',
  contact: { email: 'exemple@example.org', consent_version: '1' },
})

/** People send contributions, a thousand a minute, while others read what has been published. */
export const contributions: Case = {
  name: 'contributions',
  run: async (bench) => {
    const writable = await startWritable(bench)
    try {
      const consultation = await prepare(writable)
      const { pid, origin } = writable.service
      const postmaster = await findPostmaster(bench.url)
      const url = `${origin}/v1/consultations/${consultation}/contributions`
      const aim = { url, connections: READERS, length: (await (await fetch(url)).arrayBuffer()).byteLength }
      await load(aim, bench.seconds)
      const rounds: { alone: Load; meanwhile: Load; arrivals: number[]; others: number }[] = []
      for (let round = 1; round <= bench.rounds; round += 1) {
        const used = () => machineCpu() - cpuOf(pid) - postgresCpu(postmaster) - ownCpu()
        const before = { used: used(), at: performance.now() * 1_000 }
        const alone = await load(aim, bench.seconds)
        const arriving = arrive(url)
        const meanwhile = await load(aim, bench.seconds)
        const arrivals = await arriving.stop()
        if (alone.wrong + meanwhile.wrong > 0) throw new Error('some reads were not answered as they should')
        const others = Math.max(0, (used() - before.used) / (performance.now() * 1_000 - before.at))
        rounds.push({ alone, meanwhile, arrivals, others })
        bench.say(`  round ${round} of ${bench.rounds}: others used ${Math.round(others * 100)} % of a core`)
      }
      const compare = (name: string, unit: string, figure: (of: Load) => number): Result => {
        const runs: Run[] = rounds.map(({ alone, meanwhile, others }) => ({
          value: figure(meanwhile),
          control: figure(alone),
          ratio: figure(meanwhile) / figure(alone),
          others,
        }))
        const middle = (key: 'value' | 'ratio') => median(runs.map((run) => run[key]))
        return { name, value: middle('value'), unit, against: ALONE, ratio: middle('ratio'), runs }
      }
      const reading = 'contributions, reads while 1,000 a minute arrive'
      return [
        compare(reading, '/s', ({ perSecond }) => perSecond),
        compare(`${reading}, p99`, 'ms', ({ p99 }) => p99),
        arrivalTimes(rounds),
      ]
    } finally {
      await writable.stop()
    }
  },
}

/** How long one takes to be received while others read, beside how long one such read takes. */
function arrivalTimes(
  rounds: readonly { meanwhile: Load; arrivals: readonly number[]; others: number }[],
): Result {
  const runs: Run[] = rounds.map(({ meanwhile, arrivals, others }) => {
    const value = quantile([...arrivals], 0.5)
    return { value, control: meanwhile.p50, ratio: value / meanwhile.p50, others }
  })
  const middle = (key: 'value' | 'ratio') => median(runs.map((run) => run[key]))
  return {
    name: 'contributions, one is received',
    value: middle('value'),
    unit: 'ms',
    against: 'one of the reads at the same time',
    ratio: middle('ratio'),
    runs,
  }
}

/** Sends one after the other, each at its time, however long the one before takes. */
function arrive(url: string): { stop(): Promise<number[]> } {
  const sending: Promise<number>[] = []
  const send = async () => {
    const started = performance.now()
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: SAID,
    })
    if (answer.status !== 201) throw new Error(`a contribution was answered ${answer.status}`)
    await answer.arrayBuffer()
    return performance.now() - started
  }
  const timer = setInterval(() => {
    const sent = send()
    // Looked at when all are there.
    sent.catch(() => {})
    sending.push(sent)
  }, 60_000 / A_MINUTE)
  return {
    stop: async () => {
      clearInterval(timer)
      return await Promise.all(sending)
    },
  }
}

/** A consultation that is open, with what has been said in it. @returns its id */
async function prepare({ ask, postgres }: Writable): Promise<string> {
  const post = async (path: string, body: object) =>
    (
      await ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).body.id as string
  const sources = [{ title: 'Banc d’essai' }]
  const plan = await post('/v1/action-plans', { collectivities: [{ collectivity: '09.541' }], sources })
  const consultation = await post('/v1/consultations', {
    plan_id: plan,
    round: 1,
    channels: ['online_form'],
    opens_at: { value: '2020-01-01' },
    sources,
  })
  const { problem, proposed_solution } = JSON.parse(SAID)
  await postgres.query(
    `insert into contribution (id, consultation_id, status, channel, language, problem, proposed_solution, received_at,
      created_at, updated_at)
    select gen_random_uuid(), $1, 'published', 'online_form', 'ar', $2, $3, now(), now(), now()
    from generate_series(1, $4::int)`,
    [consultation, problem, proposed_solution, PUBLISHED],
  )
  await postgres.query('vacuum analyze contribution')
  return consultation
}
