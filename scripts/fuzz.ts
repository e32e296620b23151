// Sends made-up requests to every operation: `npm run fuzz -- [--seconds 60] [--seed 1] [--only operationId]`.
import { parseArgs } from 'node:util'
import { startTestCluster } from '../test/support/cluster.ts'

const options = {
  seconds: { type: 'string', default: '60' },
  seed: { type: 'string' },
  only: { type: 'string' },
} as const
const { seconds, seed, only } = parseArgs({ options }).values
const cluster = await startTestCluster()
Object.assign(process.env, cluster.environment)
try {
  const { fuzz, told } = await import('../test/fuzz/fuzz.ts')
  const forMs = Number(seconds) * 1_000
  const report = await fuzz({ forMs, seed: Number(seed ?? Date.now() % 1_000_000), only })
  console.log(told(report))
  process.exitCode = report.failures.length === 0 ? 0 : 1
} finally {
  await cluster.stop()
}
