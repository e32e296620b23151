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

/** What the CPU of a read, server and PostgreSQL added, is to come to beside one of the controls. */
interface Row extends Pick<Case, 'budget'> {
  readonly name: string
  readonly against: string
  readonly most: number
}

/**
 * A GET of the service beside bare Fastify with the same bytes, and beside bare Fastify with raw pg.
 *
 * @param row of the table, when it has one
 */
export function compareReads(reads: Reads, row?: Row): Case {
  const run = async (bench: Bench) => await compared(reads, row, bench)
  return row === undefined ? { name: reads.name, run } : { name: row.name, budget: row.budget!, run }
}

async function compared(reads: Reads, row: Row | undefined, bench: Bench): Promise<Result[]> {
  const started: Target[] = []
  try {
    const contenders = await startContenders(reads, bench, started)
    const rounds = await measureRounds(bench, contenders, await findPostmaster(bench.url))
    return contenders.slice(1).flatMap(({ target, database }, index) => {
      const against = target.name
      const of = { figure: 'cpu', unit: 'µs', against } as const
      const judged =
        row?.against === against
          ? [compare({ ...of, name: row.name, goal: { most: row.most } }, rounds, index + 1)]
          : []
      const told = MEASURES.filter(({ split }) => database || !split).map(({ figure, name, unit }) =>
        compare({ name: `${reads.name}, ${name}`, figure, unit, against }, rounds, index + 1),
      )
      return [...judged, ...told]
    })
  } finally {
    for (const target of started) await target.stop()
  }
}
