// Measures the service beside controls in the same run: bare Fastify with the same bytes, or with the same SQL.
import { parseArgs } from 'node:util'
import { startTestCluster, type TestCluster } from '../test/support/cluster.ts'
import type { Bench, Case, Result } from './case.ts'
import { cases } from './cases.ts'
import { divideCores, pin } from './cores.ts'
import { benchDatabase, dropDatabase } from './database.ts'
import { describe } from './machine.ts'
import { findPostmaster, processesOf } from './proc.ts'
import { documentOf, tableOf } from './report.ts'

const { json, only, quick } = options()
const chosen = cases.filter(({ name }) => name.startsWith(only))
if (chosen.length === 0)
  fail(`No benchmark's name starts with ${only}: ${cases.map((one) => one.name).join(', ')}`)
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
  const url = await benchDatabase(cluster)
  const made = [url]
  const pinned = cores.load !== cores.servers && pin(process.pid, cores.load)
  // A server that was given to us is somebody else's to pin.
  if (pinned && !process.env.TEST_DATABASE_URL)
    for (const pid of processesOf(await findPostmaster(url))) pin(pid, cores.servers)
  const freshDatabase = async () => {
    const fresh = await benchDatabase(cluster)
    made.push(fresh)
    return fresh
  }
  const print = json ? say : (text: string) => console.log(text)
  print(await describe(url, cores, pinned))
  const bench: Bench = {
    url,
    freshDatabase,
    cores,
    say,
    quick,
    rounds: quick ? 3 : 7,
    seconds: quick ? 1 : 2,
  }
  const results: Result[] = []
  for (const one of chosen) {
    say(`${one.name}:`)
    try {
      const found = await one.run(bench)
      results.push(...found)
      print(`\n${tableOf(one.name, found)}`)
    } catch (error) {
      say(`${one.name} failed: ${(error as Error).stack}`)
      process.exitCode = 1
    }
  }
  if (json) console.log(documentOf(results))
  for (const database of made) await dropDatabase(cluster, database)
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean' },
        only: { type: 'string', default: '' },
        quick: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    return fail((error as Error).message)
  }
}

function fail(message: string): never {
  console.error(`${message}\nUsage: npm run bench -- [--json] [--only NAME] [--quick]`)
  process.exit(2)
}
