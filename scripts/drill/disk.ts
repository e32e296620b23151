import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Drill, Skipped } from './support/drill.ts'
import { codesOfOthers, Importing } from './support/importing.ts'
import { Follower, reckon } from './support/ledger.ts'
import { makeServer, query, startServer } from './support/postgres.ts'
import { makeKey, startOne } from './support/services.ts'
import { freePorts, requirePrograms, Stage } from './support/stage.ts'
import { Traffic } from './support/traffic.ts'

const SIZE = '400m'
const CALM_MS = 2_000
const FULL_MS = 8_000

/** A small disk, in memory. @returns how to take it away */
function mountAt(directory: string): () => void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'infitah-drill', directory], {
      stdio: 'pipe',
    })
  } catch (error) {
    throw new Skipped(`no disk of its own can be mounted: ${(error as Error).message.split('\n')[1] ?? ''}`)
  }
  return () => execFileSync('umount', ['-l', directory])
}

export const drill: Drill = {
  about:
    'the disk of the database is full: writes get 503, reads go on, nothing is half, and all is well with room',
  async run() {
    requirePrograms('initdb', 'postgres', 'mount')
    const stage = new Stage()
    let unmount = () => {}
    try {
      const directory = stage.make('source')
      unmount = mountAt(directory)
      makeServer(stage, 'source')
      // The log of the database has a disk of its own: without that PostgreSQL itself stops where it is full.
      const wal = join(directory, 'data', 'pg_wal')
      const apart = join(stage.make('wal'), 'pg_wal')
      cpSync(wal, apart, { recursive: true })
      rmSync(wal, { recursive: true })
      symlinkSync(apart, wal)
      appendFileSync(join(directory, 'data', 'postgresql.conf'), 'archive_mode = off\n')
      execFileSync('chown', ['-R', '--reference', directory, stage.make('wal')])
      const admin = await startServer(stage, 'source', stage.make('archive'))
      await query(admin, 'create database infitah')
      const database = admin.replace(/postgres$/, 'infitah')
      const environment = { DATABASE_URL: database }
      const [port] = await freePorts(1)
      const url = `http://127.0.0.1:${port}`
      await startOne(stage, 'app', port!, environment)
      const key = makeKey(stage, environment)
      const codes = await codesOfOthers(database)
      const traffic = new Traffic(url, key)
      const follower = new Follower(url)
      const importing = new Importing(url, key, codes)
      traffic.start(2, 2)
      follower.start()
      importing.start()
      await sleep(CALM_MS)

      const { bavail, bsize } = statfsSync(directory)
      const ballast = join(directory, 'ballast')
      const full = performance.now()
      fill(ballast, bavail * bsize)
      console.log(`the disk is full: ${Math.round((bavail * bsize) / 1_048_576)} MB of nothing on it`)
      await sleep(FULL_MS)
      const { statuses, readsFailed, reads, acknowledged } = traffic.figures(full)
      const half = await importing.wrong(database)
      rmSync(ballast)
      const back = await traffic.nextAcknowledged(60)
      await importing.stop()
      await traffic.stop()
      half.push(...(await importing.wrong(database)))
      const { rows, ...wrong } = await reckon(url, traffic, follower)
      const refused = Object.entries(statuses).filter(([status]) => /^write 503/.test(status))
      console.log(
        `A10 ${FULL_MS / 1_000} s full: writes ${JSON.stringify(Object.fromEntries(refused))}, ${acknowledged} found room; ` +
          `${reads} reads, ${readsFailed} failed; written to again ${back.toFixed(1)} s after there was room; ` +
          `${rows} writes and ${importing.finished} imports acknowledged, lost ${wrong.lost}, twice ${wrong.duplicates}, half ${half.length}`,
      )
      const failed = [...half, ...new Set([...traffic.faults, ...importing.faults])]
      if (refused.length === 0) failed.push('nothing was refused: the disk was not full')
      if (readsFailed > 0) failed.push(`${readsFailed} reads failed`)
      for (const [what, number] of Object.entries(wrong)) if (number > 0) failed.push(`${what}: ${number}`)
      if (failed.length > 0) throw new Error(failed.join('; '))
    } finally {
      await stage.kill('.')
      unmount()
      await stage.clear()
    }
  },
}

/** Writes until there is no room. */
function fill(path: string, bytes: number): void {
  const block = Buffer.alloc(1_048_576)
  writeFileSync(path, '')
  try {
    for (let written = 0; written <= bytes; written += block.length) appendFileSync(path, block)
  } catch {
    // What was left is written as far as it went.
  }
}
