import fc from 'fast-check'
import { type Call, stories } from './calls.ts'
import { TARGETS } from './operations.ts'
import { judged, mirrorDifferences } from './oracles.ts'
import { curlOf, type Wire, wireOf } from './wire.ts'
import { makeWorld, type World } from './world.ts'

/** Stories of one world; then a new one begins, so that a seed alone repeats what was found. */
const STORIES = 1_500
/** How often a story is tried shorter before the shortest so far is told. */
const MOST_SHRINKS = 150

export interface Failure {
  /** Which operation, and which promise it broke. */
  name: string
  seen: string
  seed: number
  /** The shortest story that still fails, as one types it. */
  curl: string[]
}

export interface Report {
  failures: Failure[]
  worlds: number
  requests: number
  /** How many answers of each status. */
  statuses: Map<number, number>
  /** Operations that have answered 2xx or 3xx. */
  succeeded: Set<string>
}

interface Options {
  /** When to stop, milliseconds from now. */
  forMs: number
  seed: number
  only?: string | undefined
  /** Worlds at the most. */
  worlds?: number
  /** Of each world. */
  stories?: number
}

/** Tries stories on one world after another until the time is over. */
export async function fuzz({
  forMs,
  seed,
  only,
  worlds = Number.POSITIVE_INFINITY,
  stories: perWorld = STORIES,
}: Options): Promise<Report> {
  const until = Date.now() + forMs
  const report: Report = { failures: [], worlds: 0, requests: 0, statuses: new Map(), succeeded: new Set() }
  while (Date.now() < until && report.worlds < worlds) {
    const teardowns: (() => unknown)[] = []
    try {
      const world = await makeWorld({ teardown: (work) => void teardowns.unshift(work as () => unknown) })
      await tryWorld(world, { until, seed: seed + report.worlds, only, perWorld }, report)
    } finally {
      for (const teardown of teardowns) await teardown()
    }
    report.worlds += 1
  }
  return report
}

async function tryWorld(
  world: World,
  {
    until,
    seed,
    only,
    perWorld,
  }: { until: number; seed: number; only: string | undefined; perWorld: number },
  report: Report,
): Promise<void> {
  const made = stories((target) => world.mayCall(target), only)
  const note = (status: number, target: string) => {
    report.requests += 1
    report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1)
    if (status < 400) report.succeeded.add(target)
  }
  // What was found is shortened and put aside, and the world goes on.
  for (let left = perWorld, part = seed; left > 0 && Date.now() < until; part += 1_000_003) {
    const hunt = new Hunt(world, seed, report.failures, note)
    const { numRuns, failed, errorInstance } = await fc.check(
      fc.asyncProperty(made, (story) => hunt.tell(story)),
      { seed: part, numRuns: left, interruptAfterTimeLimit: Math.max(until - Date.now(), 1) },
    )
    left -= Math.max(numRuns, 1)
    // Of our own doing, here.
    if (failed && hunt.found === undefined) throw errorInstance
    if (hunt.found === undefined) break
    report.failures.push(hunt.found)
  }
  const differences = await mirrorDifferences(world)
  if (differences.length > 0)
    report.failures.push({
      name: 'the mirror differs from the lists',
      seen: `${differences.length}: ${differences.slice(0, 5).join('; ')}`,
      seed,
      curl: [],
    })
}

/** Stories are told until one fails in a way that is not known; then ever shorter ones that fail in the same way. */
class Hunt {
  found: Failure | undefined
  #shrinks = 0
  readonly #world: World
  readonly #seed: number
  readonly #known: readonly Failure[]
  readonly #note: (status: number, target: string) => void

  constructor(
    world: World,
    seed: number,
    known: readonly Failure[],
    note: (status: number, target: string) => void,
  ) {
    this.#world = world
    this.#seed = seed
    this.#known = known
    this.#note = note
  }

  async tell(story: Call[]): Promise<void> {
    if (this.found !== undefined) this.#shrinks += 1
    if (this.#shrinks > MOST_SHRINKS) return
    const sent: Wire[] = []
    for (const call of story) {
      const wire = wireOf(call, this.#world)
      sent.push(wire)
      const finding = await judged(call, wire, this.#world, this.#note)
      const name = `${wire.target}: ${finding?.kind}`
      if (finding === undefined || !this.#isNews(name)) continue
      this.found = { name, seen: finding.seen, seed: this.#seed, curl: sent.map(curlOf) }
      throw new Error(name)
    }
  }

  #isNews(name: string): boolean {
    return this.found === undefined
      ? !this.#known.some((failure) => failure.name === name)
      : this.found.name === name
  }
}

/** All that a run has to say. */
export function told({ failures, worlds, requests, statuses, succeeded }: Report): string {
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  const never = TARGETS.filter(({ id }) => !succeeded.has(id)).map(({ id }) => id)
  return [
    `${requests} requests in ${worlds} worlds (${counts.join(', ')})`,
    `${succeeded.size} of ${TARGETS.length} operations succeeded${never.length === 0 ? '' : `; never: ${never.join(', ')}`}`,
    ...failures.map(({ name, seen, seed, curl }) =>
      [
        `\nFAILED ${name}`,
        `  ${seen}`,
        `  again: npm run fuzz -- --seed ${seed}`,
        ...curl.map((line) => `  ${line.length > 3_000 ? `${line.slice(0, 3_000)}…` : line}`),
      ].join('\n'),
    ),
  ].join('\n')
}
