// Gives the installation a new epoch and prints it: to be run after a restore from a backup. Positions that clients
// hold from before are then refused, instead of being taken for others.
import { join, resolve } from 'node:path'
import { readConfig } from '../src/config.ts'
import { openDatabase, openPool } from '../src/db/database.ts'
import { runningEmbedded } from '../src/db/embedded.ts'
import { renewEpoch } from '../src/db/epoch.ts'

try {
  const config = readConfig(process.env)
  const url =
    config.DATABASE_DIRECT_URL ??
    config.DATABASE_URL ??
    runningEmbedded(resolve(join(config.DATA_DIR, 'postgres')))
  if (url === undefined) throw new Error('No database: start the service (npm start), or set DATABASE_URL.')
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 10_000, onError: () => {} }))
  try {
    console.log(await renewEpoch(db))
  } finally {
    await db.destroy()
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
