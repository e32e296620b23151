import { makeApiKey } from '../../src/api-keys/commands.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { transact } from '../../src/db/journal.ts'
import { NOW } from './app.ts'
import { KEY_SECRET } from './identity.ts'

/** @returns a key of the association, for a service that has KEY_SECRET */
export async function associationKey(url: string): Promise<string> {
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 10_000, onError: () => {} }))
  const author = { actor: 'system', origin: 'script', requestId: null, at: NOW }
  const wanted = { name: 'test', roles: ['association' as const], collectivities: [] }
  const making = transact(db, author, async (writing) => await makeApiKey(writing, wanted, KEY_SECRET))
  const { secret } = await making.finally(() => db.destroy())
  return secret
}
