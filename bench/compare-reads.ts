import type { Bench, Case, Result } from './case.ts'
import { type Reads, startContenders } from './contenders.ts'
import { findPostmaster } from './proc.ts'
import { compare, type Figures, measureRounds } from './rounds.ts'
import type { Target } from './targets.ts'

const MEASURES: readonly { figure: keyof Figures; name: string; unit: string; split?: true }[] = [
  { figure: 'cpu', name: 'CPU a request', unit: 'µs' },
  { figure: 'server', name: 'of it the server', unit: 'µs', split: true },
  { figure: 'postgres', name: 'of it PostgreSQL', unit: 'µs', split: true },
  { figure: 'perSecond', name: 'requests a second', unit: '/s' },
  { figure: 'p50', name: 'p50', unit: 'ms' },
  { figure: 'p99', name: 'p99', unit: 'ms' },
]

/** A GET of the service beside bare Fastify with the same bytes, and beside bare Fastify with raw pg. */
export function compareReads(reads: Reads): Case {
  return { name: reads.name, run: async (bench) => await run(reads, bench) }
}

async function run(reads: Reads, bench: Bench): Promise<Result[]> {
  const started: Target[] = []
  try {
    const contenders = await startContenders(reads, bench, started)
    const rounds = await measureRounds(bench, contenders, await findPostmaster(bench.url))
    return contenders
      .slice(1)
      .flatMap(({ target, database }, index) =>
        MEASURES.filter(({ split }) => database || !split).map(({ figure, name, unit }) =>
          compare({ name: `${reads.name}, ${name}`, figure, unit, against: target.name }, rounds, index + 1),
        ),
      )
  } finally {
    for (const target of started) await target.stop()
  }
}
