import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fp from 'fastify-plugin'

const root = new URL('../../', import.meta.url)
const CONTRACT = new URL('openapi/openapi.json', root)

/**
 * Changes with the code, the SQL and the contract: part of every entity tag, so that no tag outlives the form of
 * its answer.
 */
export function makeEdition(): string {
  const hash = createHash('sha256').update(readFileSync(CONTRACT))
  for (const file of globSync(['src/**/*.ts', 'migrations/*.ts'], { cwd: fileURLToPath(root) }).sort())
    hash.update(readFileSync(new URL(file, root)))
  return hash.digest('base64url').slice(0, 8)
}

/** The contract: the committed file, which a test holds equal to what contract.ts makes. */
export const openapiPlugin = fp(
  async (app) => {
    app.get('/openapi.json', { schema: { hide: true } }, async (_, reply) =>
      reply
        .header('cache-control', 'public, no-cache')
        .type('application/vnd.oai.openapi+json;version=3.1')
        .send(await readFile(CONTRACT)),
    )
  },
  { name: 'openapi' },
)
