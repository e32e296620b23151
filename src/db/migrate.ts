import { promises as fs } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { openDatabase, openPool } from './database.ts'
import { migrateJobs } from './jobs.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/**
 * Brings the schema up to date, under a lock: of several instances that start at once one migrates
 * and the others wait.
 *
 * @returns the names of the migrations that were run now
 * @throws the first migration's failure; all of them are one transaction, so nothing is half done
 */
export async function migrate(url: string, migrationFolder = MIGRATIONS): Promise<string[]> {
  const db = openDatabase(openPool(url, { poolSize: 2, statementTimeoutMs: 0, onError: () => {} }))
  try {
    const provider = new FileMigrationProvider({ fs, path, migrationFolder })
    const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
    if (error !== undefined) throw error
    await migrateJobs(url)
    return (results ?? []).map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}
