import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries, give, serverUser } from '../../src/db/embedded-binaries.ts'

/** A server that streams from another. */
export interface Replica {
  url: string
  /** What happens on the primary does not show while it is paused. */
  pause(): Promise<void>
  resume(): Promise<void>
  /** Resolves when all that is on the primary is here. */
  catchUp(): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
}

/** Not what is of the running server, or is copied when it is known what is needed. */
const LEFT_OUT = ['postmaster.pid', 'postmaster.opts']

/**
 * Copies a running server and lets the copy follow it: what pg_basebackup does, which the embedded binaries have not.
 *
 * @param primary of an embedded server; @param directory empty, for the copy
 */
export async function startReplica(primary: string, directory: string): Promise<Replica> {
  const { searchParams } = new URL(primary)
  const sockets = searchParams.get('host')!
  const client = new pg.Client(primary)
  await client.connect()
  const { rows } = await client.query('show data_directory')
  await client.query("select pg_backup_start('replica', fast => true)")
  cpSync(rows[0].data_directory, directory, {
    recursive: true,
    filter: (source) => !LEFT_OUT.some((name) => source.endsWith(name)) && !source.includes('.s.PGSQL'),
  })
  const backup = await client.query('select labelfile from pg_backup_stop(wait_for_archive => false)')
  await client.end()
  writeFileSync(join(directory, 'backup_label'), backup.rows[0].labelfile)
  writeFileSync(join(directory, 'standby.signal'), '')
  rmSync(join(directory, 'pg_wal'), { recursive: true })
  cpSync(join(rows[0].data_directory, 'pg_wal'), join(directory, 'pg_wal'), { recursive: true })
  owned(directory)
  const url = new URL(primary)
  url.searchParams.set('host', directory)
  const settings = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: directory,
    shared_buffers: '16MB',
    max_connections: '100',
    hot_standby: 'on',
    primary_conninfo: `host=${sockets} port=5432 user=postgres`,
    fsync: 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const binary = join(
    findBinaries(() => {}),
    'bin',
    'postgres',
  )
  let child: ReturnType<typeof spawn> | undefined

  const query = async (server: string, text: string) => {
    const session = new pg.Client(server)
    await session.connect()
    try {
      return (await session.query(text)).rows[0]
    } finally {
      await session.end()
    }
  }
  const start = async () => {
    child = spawn(binary, ['-D', directory, ...flags], {
      cwd: '/',
      stdio: 'ignore',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      ...serverUser(),
    })
    for (let tries = 0; ; tries += 1) {
      const isUp = await query(url.href, 'select 1').then(
        () => true,
        () => false,
      )
      if (isUp) return
      if (tries > 1_000 || child.exitCode !== null) throw new Error('the replica does not come up')
      await sleep(10)
    }
  }
  await start()
  return {
    url: url.href,
    start,
    pause: async () => void (await query(url.href, 'select pg_wal_replay_pause()')),
    resume: async () => void (await query(url.href, 'select pg_wal_replay_resume()')),
    catchUp: async () => {
      const { lsn } = await query(primary, 'select pg_current_wal_lsn() as lsn')
      for (;;) {
        const { done } = await query(url.href, `select pg_last_wal_replay_lsn() >= '${lsn}' as done`)
        if (done) return
        await sleep(5)
      }
    },
    stop: async () => {
      if (child === undefined || child.exitCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGINT')
      await exit
      child = undefined
    },
  }
}

/** The server's user owns what it reads, whoever has copied it. */
function owned(directory: string): void {
  give(directory)
  for (const entry of readdirSync(directory, { recursive: true })) give(join(directory, String(entry)))
}
