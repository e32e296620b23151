// Writes openapi/openapi.json from the routes and from real answers.
import { writeFileSync } from 'node:fs'
import { startTestCluster } from '../test/support/cluster.ts'

const cluster = await startTestCluster()
Object.assign(process.env, cluster.environment)
const teardowns: (() => unknown)[] = []
try {
  const { exampleApp } = await import('../test/support/example-app.ts')
  const { contractDocument } = await import('../test/support/document.ts')
  const app = await exampleApp({ teardown: (work) => void teardowns.unshift(work) })
  writeFileSync(new URL('../openapi/openapi.json', import.meta.url), await contractDocument(app))
} finally {
  for (const teardown of teardowns) await teardown()
  await cluster.stop()
}
