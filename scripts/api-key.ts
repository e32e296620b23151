// Makes an API key and prints it, alone on standard output: `npm run -s api-key -- --name x --role admin`.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Value } from 'typebox/value'
import { makeApiKey } from '../src/api-keys/commands.ts'
import { NewApiKey } from '../src/api-keys/schema.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase, openPool } from '../src/db/database.ts'
import { runningEmbedded } from '../src/db/embedded.ts'
import { transact } from '../src/db/journal.ts'
import { DomainError } from '../src/domain/errors.ts'
import { faultText } from '../src/domain/messages.ts'
import { configuredKeySecret } from '../src/identity/configured.ts'

const list = { type: 'string', multiple: true } as const
const one = { type: 'string' } as const
const options = { name: one, role: list, collectivity: list, scope: list, expires: one }
try {
  const {
    name = '',
    role = [],
    collectivity = [],
    scope,
    expires: expires_at,
  } = parseArgs({ options }).values
  const wanted = {
    ...{ name, roles: role, collectivities: collectivity },
    ...(scope && { scopes: scope }),
    ...(expires_at !== undefined && { expires_at }),
  }
  const faults = Value.Errors(NewApiKey, wanted).map((error) => `${error.instancePath}: ${error.message}`)
  if (!Value.Check(NewApiKey, wanted))
    throw new Error(`There is no such key. ${[...new Set(faults)].join('; ')}`)
  const config = readConfig(process.env)
  const url =
    config.DATABASE_DIRECT_URL ??
    config.DATABASE_URL ??
    runningEmbedded(resolve(join(config.DATA_DIR, 'postgres')))
  if (url === undefined) throw new Error('No database: start the service (npm start), or set DATABASE_URL.')
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 10_000, onError: () => {} }))
  const author = { actor: 'system', origin: 'script', requestId: null, at: new Date() }
  const making = transact(db, author, (writing) => makeApiKey(writing, wanted, configuredKeySecret(config)))
  const { secret } = await making.finally(() => db.destroy())
  console.log(secret)
} catch (error) {
  const faults = error instanceof DomainError ? error.faults : []
  const told = faults.map(
    (fault) => `${Object.values(fault.at)}: ${faultText(fault.code, fault.values ?? {}, 'en')}`,
  )
  console.error(told.join(' ') || (error as Error).message)
  process.exitCode = 1
}
