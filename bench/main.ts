// Measures the service beside controls in the same run: bare Fastify with the same bytes, or with the same SQL.
import { parseArgs } from 'node:util'
import { startTestCluster, type TestCluster } from '../test/support/cluster.ts'
import type { Bench, Case, Result } from './case.ts'
import { besides, table } from './cases.ts'
import { divideCores, pin } from './cores.ts'
import { benchDatabase, dropDatabase } from './database.ts'
import { describe } from './machine.ts'
import { findPostmaster, processesOf } from './proc.ts'
import { documentOf, linesOf, noiseOf, tableOf } from './report.ts'
import { multiplyRegister } from './synthetic.ts'

const { json, only, quick, all } = options()
const chosen = choose()
if (process.platform !== 'linux') fail('The benchmark reads CPU times from /proc, which only Linux has')

const say = (line: string) => void process.stderr.write(`${line}\n`)
const cluster = await startTestCluster()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => cluster.stop().finally(() => process.exit(1)))
try {
  await runAll(cluster, chosen)
} finally {
  await cluster.stop()
}

async function runAll(cluster: TestCluster, chosen: readonly Case[]): Promise<void> {
  const cores = divideCores()
  const made: string[] = []
  const freshDatabase = async () => {
    const fresh = await benchDatabase(cluster)
    made.push(fresh)
    return fresh
  }
  const url = await freshDatabase()
  const pinned = cores.load !== cores.servers && pin(process.pid, cores.load)
  // A server that was given to us is somebody else's to pin.
  if (pinned && !process.env.TEST_DATABASE_URL)
    for (const pid of processesOf(await findPostmaster(url))) pin(pid, cores.servers)
  const machine = await describe(url, cores, pinned)
  say(machine)
  const bench: Bench = {
    url,
    freshDatabase,
    multiplied: multiplier(freshDatabase),
    cores,
    say,
    quick,
    rounds: quick ? 3 : 7,
    seconds: quick ? 1 : 2,
  }
  const results: Result[] = []
  for (const one of chosen) results.push(...(await runOne(one, bench)))
  const form = quick ? 'quick form' : 'whole form'
  if (json) console.log(documentOf(machine, results))
  else if (results.length > 0) console.log(`${machine}; ${form}; ${noiseOf(results)}\n\n${tableOf(results)}`)
  for (const database of made) await dropDatabase(cluster, database)
}

async function runOne(one: Case, bench: Bench): Promise<Result[]> {
  say(`${one.name}:`)
  const started = performance.now()
  try {
    const found = await one.run(bench)
    const seconds = Math.round((performance.now() - started) / 1_000)
    say(
      `\n${linesOf(one.name, found)}\n  took ${seconds} s${one.budget === undefined ? '' : ` of ${one.budget[quick ? 0 : 1]} s`}\n`,
    )
    return found
  } catch (error) {
    say(`${one.name} failed: ${(error as Error).stack}`)
    process.exitCode = 1
    return []
  }
}

/** Makes each size once. */
function multiplier(freshDatabase: () => Promise<string>): Bench['multiplied'] {
  const sizes = new Map<number, Promise<string>>()
  const make = async (times: number) => {
    const url = await freshDatabase()
    const started = performance.now()
    const rows = await multiplyRegister(url, times)
    say(`  ${rows} collectivities added in ${Math.round((performance.now() - started) / 1_000)} s`)
    return url
  }
  return (times) => {
    const made = sizes.get(times) ?? make(times)
    sizes.set(times, made)
    return made
  }
}

/** The rows of the table; what `only` names, exactly or by its start, with commas between; or everything. */
function choose(): readonly Case[] {
  const known = [...table, ...besides]
  if (only === undefined) return all ? known : table
  const found = only.split(',').flatMap((wanted) => {
    const exact = known.filter(({ name }) => name === wanted)
    const named = exact.length > 0 ? exact : known.filter(({ name }) => name.startsWith(wanted))
    if (named.length === 0)
      fail(`No benchmark's name starts with ${wanted}: ${known.map(({ name }) => name).join(', ')}`)
    return named
  })
  return [...new Set(found)]
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean' },
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    return fail((error as Error).message)
  }
}

function fail(message: string): never {
  console.error(`${message}\nUsage: npm run bench -- [--json] [--quick] [--only NAME,… | --all]`)
  process.exit(2)
}
