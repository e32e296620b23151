import { setTimeout as sleep } from 'node:timers/promises'
import { divideCores } from '../../bench/cores.ts'
import { benchDatabase } from '../../bench/database.ts'
import {
  forgetPeak,
  type Imports,
  memoryNow,
  memoryPeak,
  type Outcomes,
  startImports,
} from '../../bench/imports.ts'
import { startTestCluster } from '../../test/support/cluster.ts'
import type { Drill } from './support/drill.ts'

const SIZES = [1_503, 10_000, 100_000]
/** How much more than with the fewest rows a step may add with the most, megabytes: a quarter of what the service holds. */
const FLAT_MB = 50

/** What is done with each size, in this order; each is told the import that was last. @returns the id of an import */
const STEPS: Readonly<Record<string, (imports: Imports, rows: number, last: string) => Promise<string>>> = {
  new: async (imports, rows) => await run(imports, 1, { created: rows }),
  unchanged: async (imports, rows) => await run(imports, 1, { unchanged: rows }),
  'dry run': async (imports, rows) => await run(imports, 2, { updated: rows }, '?dry_run=true'),
  'all wrong': async (imports, rows) => await run(imports, -1, { invalid: rows }),
  'errors.csv': async (imports, _, last) => await drained(imports, last, '/errors.csv'),
  'all changed': async (imports, rows) => await run(imports, 3, { updated: rows }),
  rows: async (imports, _, last) => await drained(imports, last, '/rows?format=ndjson'),
  'way back': async (imports, _, last) => {
    await imports.ask(`/v1/member-imports/${last}/revert`, { method: 'POST' })
    return last
  },
}

const run = async (imports: Imports, wave: number, expected: Outcomes, options?: string) =>
  (
    await imports.run(
      imports.file(() => wave),
      expected,
      options,
    )
  ).id

async function drained(imports: Imports, id: string, what: string): Promise<string> {
  await imports.drain(`/v1/member-imports/${id}${what}`)
  return id
}

/** @returns what each step adds to the memory of the service at the most, megabytes */
async function measure(bench: Parameters<typeof startImports>[0], rows: number): Promise<number[]> {
  const imports = await startImports(bench, rows)
  try {
    await untilSnapshot(imports)
    const { pid } = imports.service
    console.log(`${rows} rows: ${Math.round(memoryNow(pid))} MB before`)
    const added: number[] = []
    let last = ''
    for (const [name, step] of Object.entries(STEPS)) {
      const before = memoryNow(pid)
      forgetPeak(pid)
      const started = performance.now()
      last = await step(imports, rows, last)
      const peak = memoryPeak(pid)
      added.push(peak - before)
      const seconds = ((performance.now() - started) / 1_000).toFixed(1)
      console.log(
        `  ${name.padEnd(12)} ${Math.round(peak)} MB at the most, ${Math.round(peak - before)} added, ${seconds} s`,
      )
    }
    return added
  } finally {
    await imports.stop()
  }
}

/** The service makes a snapshot of the register when it starts, whose memory is not that of an import. */
async function untilSnapshot({ postgres }: Imports): Promise<void> {
  for (;;) {
    const { rowCount } = await postgres.query('select from snapshot where made_at is not null')
    if (rowCount !== 0) return
    await sleep(200)
  }
}

export const drill: Drill = {
  about: 'imports of up to 100,000 rows, their rows, errors and way back: memory does not grow with the rows',
  async run(args) {
    const sizes = args.length > 0 ? args.map(Number) : SIZES
    const cluster = await startTestCluster()
    try {
      const bench = { freshDatabase: async () => await benchDatabase(cluster), cores: divideCores() }
      const all: number[][] = []
      for (const rows of sizes) all.push(await measure(bench, rows))
      const grown = Object.keys(STEPS).filter((_, step) => all.at(-1)![step]! > all[0]![step]! + FLAT_MB)
      if (grown.length > 0) throw new Error(`memory grows with the rows: ${grown.join(', ')}`)
    } finally {
      await cluster.stop()
    }
  },
}
