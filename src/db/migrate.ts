import { promises as fs } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { FileMigrationProvider, type Migration, Migrator } from 'kysely/migration'
import { openDatabase, openPool } from './database.ts'
import { migrateJobs } from './jobs.ts'

/** Any constant: of several instances that start at once one migrates. */
const MIGRATING_LOCK = 7_110_539
/** Whoever waits for a lock on a table makes all who come after wait too: after that a migration gives up. */
const LOCK_MS = 2_000

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** On most starts there is nothing to run, and so nothing to load. */
const onlyWhenRun = async (file: string): Promise<Migration> => ({
  up: async (db) => await ((await import(file)) as Migration).up(db),
})

/**
 * Brings the schema up to date, under a lock: of several instances that start at once one migrates
 * and the others wait.
 *
 * @returns the names of the migrations that were run now
 * @throws the first migration's failure; all of them are one transaction, so nothing is half done
 */
export async function migrate(url: string, migrationFolder = MIGRATIONS): Promise<string[]> {
  const options = { statementTimeoutMs: 0, onError: () => {} }
  const db = openDatabase(openPool(url, { ...options, poolSize: 2, lockTimeoutMs: LOCK_MS }))
  const turns = openDatabase(openPool(url, { ...options, poolSize: 1 }))
  try {
    // The migrator has a lock of its own, for which it would give up as for any other.
    return await turns.transaction().execute(async (turn) => {
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(turn)
      await sql`select pg_advisory_xact_lock(${MIGRATING_LOCK})`.execute(turn)
      const provider = new FileMigrationProvider({ fs, path, migrationFolder, import: onlyWhenRun })
      const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
      if (error !== undefined) throw error
      await migrateJobs(db, url)
      return (results ?? []).map((result) => result.migrationName)
    })
  } finally {
    await db.destroy()
    await turns.destroy()
  }
}
