import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Bench, Goal, Result } from './case.ts'
import { type Aim, type Load, load } from './load.ts'
import { cpuOf, machineCpu, ownCpu, postgresCpu } from './proc.ts'
import { resultOf, runOf } from './result.ts'
import type { Target } from './targets.ts'

/** A target, where to aim at it, and the answer that it must give. */
export interface Contender extends Aim {
  readonly target: Target
  readonly hash: string
}

export interface Figures extends Load {
  /** CPU microseconds of a request. */
  readonly server: number
  readonly postgres: number
  readonly cpu: number
  readonly others: number
}

export const hashOf = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')

/** One row a round: what each contender did in it, in their order. Rounds with a wrong answer are left out, and said. */
export async function measureRounds(
  bench: Bench,
  contenders: readonly Contender[],
  postmaster: number,
): Promise<Figures[][]> {
  for (const contender of contenders) await load(contender, bench.seconds)
  const rounds: Figures[][] = []
  for (let round = 1; round <= bench.rounds; round += 1) {
    const figures = new Map<Contender, Figures>()
    const order = round % 2 === 1 ? contenders : contenders.toReversed()
    for (const one of order) figures.set(one, await measure(bench, one, contenders, postmaster))
    const wrong = contenders.filter((one) => figures.get(one)!.wrong > 0)
    if (wrong.length === 0) rounds.push(contenders.map((one) => figures.get(one)!))
    const of = wrong.map((one) => `${figures.get(one)!.wrong} wrong answers of ${one.target.name}`).join(', ')
    const others = Math.max(...[...figures.values()].map((one) => one.others))
    const mark =
      wrong.length > 0 ? `does not count: ${of}` : `others used ${Math.round(others * 100)} % of a core`
    bench.say(`  round ${round} of ${bench.rounds}: ${mark}`)
  }
  if (rounds.length === 0) throw new Error('no round had right answers only')
  return rounds
}

async function measure(
  { seconds }: Bench,
  contender: Contender,
  all: readonly Contender[],
  postmaster: number,
): Promise<Figures> {
  const read = () => {
    const at = performance.now() * 1_000
    const [server, postgres] = [cpuOf(contender.target.pid), postgresCpu(postmaster)]
    const servers = all.reduce((total, { target }) => total + cpuOf(target.pid), 0)
    return { at, server, postgres, others: machineCpu() - servers - postgres - ownCpu() }
  }
  const before = read()
  const done = await load(contender, seconds)
  const after = read()
  const body = await answerOf(contender.url, contender).catch(() => undefined)
  const server = (after.server - before.server) / done.requests
  const postgres = (after.postgres - before.postgres) / done.requests
  return {
    ...done,
    wrong: done.wrong + (body !== undefined && hashOf(body.bytes) === contender.hash ? 0 : 1),
    server,
    postgres,
    cpu: server + postgres,
    others: Math.max(0, (after.others - before.others) / (after.at - before.at)),
  }
}

/** As it comes over the wire, compressed or not: without headers, as the load generators ask. */
export async function answerOf(
  url: string,
  { headers = {}, status = 200 }: Pick<Aim, 'headers' | 'status'> = {},
): Promise<{ bytes: Uint8Array; type: string; headers: IncomingHttpHeaders }> {
  const asked = get(url, { headers: { ...headers }, signal: AbortSignal.timeout(30_000) })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const bytes = await buffer(answer)
  if (answer.statusCode !== status) throw new Error(`${url} answered ${answer.statusCode}: ${bytes}`)
  return { bytes, type: answer.headers['content-type'] ?? '', headers: answer.headers }
}

/** A figure of the first contender beside that of another. */
export function compare(
  of: { name: string; figure: keyof Figures; unit: string; against: string; goal?: Goal | undefined },
  rounds: readonly Figures[][],
  other: number,
): Result {
  const runs = rounds.map((round) => {
    const [ours, theirs] = [round[0]!, round[other]!]
    return runOf(ours[of.figure], theirs[of.figure], Math.max(ours.others, theirs.others))
  })
  return resultOf(of, runs)
}
