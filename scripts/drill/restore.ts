import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { Drill } from './support/drill.ts'
import { makeServer, query, startServer } from './support/postgres.ts'
import { type Services, startServices } from './support/services.ts'
import { requirePrograms, Stage, until } from './support/stage.ts'
import { Traffic } from './support/traffic.ts'

const newEpoch = fileURLToPath(new URL('../new-epoch.ts', import.meta.url))
const SERVICE = ['haproxy-service', 'app1', 'app2']
const WRITERS = 4
const SOME_MS = 3_000

/** What a restored database must have of its source. */
interface State {
  readonly rows: Readonly<Record<string, number>>
  /** Position of the newest change in the feed. */
  readonly head: string
}

const stateOf = async (url: string): Promise<State> => {
  const tables = await query<{ name: string }>(
    url,
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*) as count from ${name}`)
  const rows = await query<{ name: string; count: string }>(url, counts.join(' union all '))
  const [head] = await query<{ head: string }>(
    url,
    `select epoch || '.' || (select max(position) from journal_transaction) as head from installation`,
  )
  return {
    rows: Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)])),
    head: head!.head,
  }
}

/** Writes for a while, and waits until all of it is acknowledged. */
async function write(services: Services): Promise<number> {
  const traffic = new Traffic(services.url, services.key)
  traffic.start(WRITERS, 0)
  await sleep(SOME_MS)
  await traffic.stop()
  return traffic.acknowledged.size
}

export const drill: Drill = {
  about: 'a base backup and archived WAL are restored to a moment: the same rows, the same head of the feed',
  async run() {
    const { pg_basebackup: backup } = requirePrograms('initdb', 'postgres', 'pg_basebackup', 'haproxy')
    const stage = new Stage()
    try {
      const archive = stage.make('archive')
      makeServer(stage, 'source')
      const admin = await startServer(stage, 'source', archive)
      await query(admin, 'create database infitah')
      const url = admin.replace(/postgres$/, 'infitah')
      const services = await startServices(stage, url)

      console.log('backing up while it is written to')
      const writing = write(services)
      const restored = join(stage.make('restored'), 'data')
      stage.run(backup, ['-d', admin, '-D', restored, '-c', 'fast', '-X', 'none'])
      const before = (await writing) + (await write(services))
      const source = await stateOf(url)
      await query(url, `select pg_create_restore_point('drill')`)
      if (!isDeepStrictEqual(await stateOf(url), source)) throw new Error('something else writes')
      // Of this nothing may be in what is restored.
      const after = await write(services)
      const [segment] = await query<{ name: string }>(url, 'select pg_walfile_name(pg_switch_wal()) as name')
      await until('the WAL is put away', () => existsSync(join(archive, segment!.name)), 60)
      for (const name of [...SERVICE, 'source']) await stage.kill(name)

      console.log(
        `${before} writes acknowledged before the moment to return to, ${after} after it; the server is gone`,
      )
      const began = performance.now()
      const settings = [
        `restore_command = 'cp "${archive}/%f" "%p"'`,
        `recovery_target_name = 'drill'`,
        `recovery_target_action = 'promote'`,
      ]
      appendFileSync(join(restored, 'postgresql.conf'), `${settings.join('\n')}\n`)
      writeFileSync(join(restored, 'recovery.signal'), '')
      const found = (await startServer(stage, 'restored', archive)).replace(/postgres$/, 'infitah')
      const seconds = (performance.now() - began) / 1_000
      const state = await stateOf(found)
      const differing = Object.keys({ ...source.rows, ...state.rows }).filter(
        (name) => source.rows[name] !== state.rows[name],
      )
      console.log(
        `A18 restored in ${seconds.toFixed(1)} s: ${Object.keys(state.rows).length} tables, ` +
          `${differing.length} with other counts; head of the feed ${state.head}, was ${source.head}`,
      )
      if (differing.length > 0) throw new Error(`other counts: ${differing.join(', ')}`)
      if (state.head !== source.head) throw new Error('another head of the feed')

      stage.run(process.execPath, [newEpoch], { DATABASE_URL: found }, { ours: true })
      const again = await startServices(stage, found)
      const stale = await fetch(`${again.url}/v1/changes?after=${source.head}`)
      console.log(`a position from before: ${stale.status}; ${await write(again)} writes acknowledged since`)
      if (stale.status !== 410 && stale.status !== 400)
        throw new Error('a position of the old epoch is taken')
    } finally {
      await stage.clear()
    }
  },
}
