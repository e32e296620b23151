// Makes an API key and prints it, alone on standard output: `npm run -s api-key -- --name x --role admin`.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeApiKey } from '../src/api-keys/commands.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase, openPool } from '../src/db/database.ts'
import { runningEmbedded } from '../src/db/embedded.ts'
import { transact } from '../src/db/journal.ts'
import { ROLES, type Role, SCOPES, type Scope } from '../src/domain/actor.ts'
import { readReference } from '../src/domain/codes.ts'
import { DomainError } from '../src/domain/errors.ts'
import { faultText } from '../src/domain/messages.ts'
import { configuredKeySecret } from '../src/identity/configured.ts'

const list = { type: 'string', multiple: true, default: [] as string[] } as const
try {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      role: list,
      collectivity: list,
      scope: list,
      expires: { type: 'string' },
    },
  })
  const { name = '', role, collectivity, scope, expires } = values
  if (name.trim() === '') throw new Error('Say what the key is for: --name.')
  requireWords('--role', role, ROLES)
  if (role.length === 0) throw new Error(`Name a role: --role with one of ${ROLES.join(', ')}.`)
  requireWords('--scope', scope, SCOPES)
  const unreadable = collectivity.find((text) => readReference(text) === undefined)
  if (unreadable !== undefined) throw new Error(`"${unreadable}" is no id and no code of a collectivity.`)
  const config = readConfig(process.env)
  const url = config.DATABASE_URL ?? runningEmbedded(resolve(join(config.DATA_DIR, 'postgres')))
  if (url === undefined) throw new Error('No database: start the service (npm start), or set DATABASE_URL.')
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 10_000, onError: () => {} }))
  try {
    const author = { actor: 'system', origin: 'script', requestId: null, at: new Date() }
    const wanted = {
      name,
      roles: role as Role[],
      collectivities: collectivity,
      ...(scope.length > 0 && { scopes: scope as Scope[] }),
      ...(expires !== undefined && { expires_at: expires }),
    }
    const { secret } = await transact(db, author, async (writing) =>
      makeApiKey(writing, wanted, configuredKeySecret(config)),
    )
    console.log(secret)
  } finally {
    await db.destroy()
  }
} catch (error) {
  const faults = error instanceof DomainError ? error.faults : []
  const told = faults
    .map(({ at, code, values = {} }) => `${Object.values(at)}: ${faultText(code, values, 'en')}`)
    .join(' ')
  console.error(told || (error as Error).message)
  process.exitCode = 1
}

function requireWords(option: string, given: readonly string[], allowed: readonly string[]): void {
  const unknown = given.find((word) => !allowed.includes(word))
  if (unknown !== undefined) throw new Error(`"${unknown}" is no ${option.slice(2)}: ${allowed.join(', ')}.`)
}
