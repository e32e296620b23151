import type { Bench, Case, Goal, Result } from '../case.ts'
import { copyAll, forgetPeak, type Imports, memoryNow, memoryPeak, startImports } from '../imports.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { resultOf, runOf } from '../result.ts'
import { sum } from '../statistics.ts'

const REAL = 1_503
const MANY = 100_000
/** Of the many there are so many times fewer rounds: each takes a minute. */
const FEWER_ROUNDS = 3
/** Members that are added one by one. */
const ONE_BY_ONE = 500

const COPY = 'COPY of the same rows into the same tables'
const COPY_ONE = 'COPY into the table of members alone'
const POSTS = 'POST of one row after the other'
const KINDS = ['new', 'unchanged', '1 % changed'] as const
const GOALS: Partial<Record<(typeof KINDS)[number], Goal>> = { new: { most: 4 }, unchanged: { most: 2 } }

/** A table of members is imported: new, again, and with one row in a hundred changed. */
export const imports: Case = {
  name: 'P7',
  budget: [90, 360],
  run: async (bench) => await measure(bench, MANY),
}

/** The same with as many rows as there are communes. */
export const smallImports: Case = { name: 'import', run: async (bench) => await measure(bench, REAL) }

interface Round {
  readonly times: readonly number[]
  readonly copies: readonly number[]
  readonly posts: number
  readonly idle: number
  readonly peaks: readonly number[]
  readonly others: number
}

async function measure(bench: Bench, rows: number): Promise<Result[]> {
  const imports = await startImports(bench, rows)
  try {
    const written = await prepare(imports, rows)
    const postmaster = await findPostmaster(bench.url)
    const wanted = rows === MANY ? Math.ceil(bench.rounds / FEWER_ROUNDS) : bench.rounds
    const rounds: Round[] = []
    for (let round = 1; round <= wanted; round += 1) {
      rounds.push(await roundOf(imports, rows, written, postmaster, round % 2 === 1))
      const { others } = rounds.at(-1)!
      bench.say(
        `  ${rows} rows, round ${round} of ${wanted}: others used ${Math.round(others * 100)} % of a core`,
      )
    }
    return results(rows, rounds)
  } finally {
    await imports.stop()
  }
}

/** Once for nothing, and to have the rows that COPY is to write. */
async function prepare(imports: Imports, rows: number): Promise<Map<string, Buffer>> {
  await imports.run(
    imports.file(() => 1),
    { created: rows },
  )
  return await imports.written()
}

async function roundOf(
  imports: Imports,
  rows: number,
  written: ReadonlyMap<string, Buffer>,
  postmaster: number,
  copyFirst: boolean,
): Promise<Round> {
  const { pid } = imports.service
  const used = () => machineCpu() - cpuOf(pid) - postgresCpu(postmaster) - ownCpu()
  const before = { used: used(), at: performance.now() * 1_000 }
  const copy = async () => {
    await imports.clear()
    return await copyAll(imports.postgres, written)
  }
  const copied = copyFirst ? await copy() : undefined
  await imports.clear()
  const posts = (await imports.postEach(ONE_BY_ONE)) / ONE_BY_ONE
  await imports.clear()
  const idle = memoryNow(pid)
  const changed = Math.ceil(rows / 100)
  const files = [
    [imports.file(() => 1), { created: rows }],
    [imports.file(() => 1), { unchanged: rows }],
    [imports.file((row) => (row % 100 === 0 ? 2 : 1)), { updated: changed, unchanged: rows - changed }],
  ] as const
  const [times, peaks]: [number[], number[]] = [[], []]
  for (const [file, expected] of files) {
    forgetPeak(pid)
    times.push((await imports.run(file, expected)).seconds)
    peaks.push(memoryPeak(pid))
  }
  const copies = copied ?? (await copy())
  const others = (used() - before.used) / (performance.now() * 1_000 - before.at)
  return { times, copies, posts, idle, peaks, others: Math.max(0, others) }
}

function results(rows: number, rounds: readonly Round[]): Result[] {
  const of = (what: string) => `import, ${rows.toLocaleString('en')} ${what}`
  const compare = (
    name: string,
    unit: string,
    against: string,
    figures: (round: Round) => { value: number; control: number },
    goal?: Goal,
  ): Result => {
    const runs = rounds.map((round) => {
      const { value, control } = figures(round)
      return runOf(value, control, round.others)
    })
    return resultOf({ name, unit, against, goal }, runs)
  }
  const judged = KINDS.flatMap((kind, at) => {
    const goal = GOALS[kind]
    if (rows !== MANY || goal === undefined) return []
    const times = (round: Round) => ({ value: round.times[at]!, control: sum(round.copies) })
    return [compare(`P7 ${kind}`, 's', COPY, times, goal)]
  })
  const times = (against: string, control: (round: Round) => number) =>
    KINDS.map((kind, at) =>
      compare(of(kind), 's', against, (round) => ({ value: round.times[at]!, control: control(round) })),
    )
  return [
    ...judged,
    ...times(COPY, ({ copies }) => sum(copies)),
    ...times(COPY_ONE, ({ copies }) => copies[0]!),
    ...KINDS.map((kind, at) =>
      compare(of(kind), 'rows/s', POSTS, ({ times: all, posts }) => ({
        value: rows / all[at]!,
        control: 1 / posts,
      })),
    ),
    ...KINDS.map((kind, at) =>
      compare(of(`${kind}, peak`), 'MB', 'memory before', ({ peaks, idle }) => ({
        value: peaks[at]!,
        control: idle,
      })),
    ),
  ]
}
