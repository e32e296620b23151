// Writes openapi/openapi.json from the routes and from real answers, and the example client's types from it.
import { writeFileSync } from 'node:fs'
import { startTestCluster } from '../test/support/cluster.ts'

const cluster = await startTestCluster()
Object.assign(process.env, cluster.environment)
const teardowns: (() => unknown)[] = []
try {
  const { exampleApp } = await import('../test/support/example-app.ts')
  const { contractDocument } = await import('../test/support/document.ts')
  const { clientTypes } = await import('../test/support/client-types.ts')
  const app = await exampleApp({ teardown: (work) => void teardowns.unshift(work) })
  const document = await contractDocument(app)
  writeFileSync(new URL('../openapi/openapi.json', import.meta.url), document)
  writeFileSync(new URL('../examples/client/contract.ts', import.meta.url), await clientTypes(document))
} finally {
  for (const teardown of teardowns) await teardown()
  await cluster.stop()
}
