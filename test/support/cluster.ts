import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { loadAll } from '../../src/seed/load.ts'

/** Fixed, so that what a test expects of the loaded rows does not depend on the day it runs. */
const loadedAt = new Date('2026-01-01T00:00:00Z')

export interface TestCluster {
  /** What `freshDatabase` in the test processes needs. */
  environment: { TEST_ADMIN_URL: string; TEST_TEMPLATE: string }
  /** For files of this run, gone with it. */
  directory: string
  stop(): Promise<void>
}

/**
 * A throw-away PostgreSQL with a migrated and loaded template database: a cluster of our own, or the server of
 * TEST_DATABASE_URL (15 or later, with the right to create databases), which keeps nothing of it.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const directory = makeDirectory()
  const given = process.env.TEST_DATABASE_URL
  const server = given ? undefined : await startEmbedded({ directory: join(directory, 'db'), durable: false })
  const admin = given ?? server?.url ?? ''
  const template = `infitah_template_${randomBytes(6).toString('hex')}`
  const stop = async () => {
    if (given) {
      await run(given, `alter database ${template} is_template false`)
      await run(given, `drop database ${template} with (force)`)
    }
    await server?.stop()
    rmSync(directory, { recursive: true, force: true })
  }
  await run(admin, `create database ${template} is_template true`)
  try {
    const url = new URL(admin)
    url.pathname = template
    await migrate(url.href)
    await loadAll(url.href, loadedAt)
    // A session in it would make every copy wait, and fail.
    await run(admin, `alter database ${template} allow_connections false`)
  } catch (error) {
    await stop()
    throw error
  }
  return { environment: { TEST_ADMIN_URL: admin, TEST_TEMPLATE: template }, directory, stop }
}

/** In memory where there is room (containers have 64 MB there), and without what killed runs left behind. */
export function makeDirectory(): string {
  const memory = existsSync('/dev/shm') ? statfsSync('/dev/shm') : { bavail: 0, bsize: 0 }
  const base = memory.bavail * memory.bsize > 2 ** 30 ? '/dev/shm' : tmpdir()
  for (const name of readdirSync(base)) {
    const runner = /^infitah-test-(\d+)-/.exec(name)?.[1]
    if (runner && !isAlive(Number(runner))) rmSync(join(base, name), { recursive: true, force: true })
  }
  const directory = mkdtempSync(join(base, `infitah-test-${process.pid}-`))
  // The server of a root's test run is another user's, and has to cross it.
  chmodSync(directory, 0o711)
  return directory
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another user's, and his to remove.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
