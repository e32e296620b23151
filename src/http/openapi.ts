import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fp from 'fastify-plugin'

const root = new URL('../../', import.meta.url)
const CONTRACT = new URL('openapi/openapi.json', root)

/**
 * Changes with the code, the SQL and the contract: part of every entity tag, so that no tag outlives the form of
 * its answer.
 */
export function makeEdition(): string {
  edition ??= editionOf(['src', 'migrations'])
  return edition
}

let edition: string | undefined

function editionOf(folders: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(CONTRACT))
  for (const folder of folders) {
    const files = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((name) => name.endsWith('.ts')).sort())
      hash.update(readFileSync(new URL(`${folder}/${file}`, root)))
  }
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
