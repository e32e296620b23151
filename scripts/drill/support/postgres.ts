import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { freePorts, requirePrograms, type Stage, until } from './stage.ts'

/** How WAL is put away, as ops/patroni/patroni.yml has it. */
function archiveCommand(stage: Stage): string {
  const sample = `${stage.ops}/patroni/patroni.yml`
  const found = /archive_command: '(.*)'$/m.exec(readFileSync(sample, 'utf8'))?.[1]
  if (found === undefined) throw new Error(`${sample} has no archive_command`)
  return found
}

/** Makes the data directory of a server that puts its WAL away. */
export function makeServer(stage: Stage, name: string): void {
  const { initdb } = requirePrograms('initdb')
  const data = join(stage.make(name), 'data')
  stage.run(initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-k'])
  const settings = [
    'archive_mode = on',
    `archive_command = '${archiveCommand(stage)}'`,
    'wal_level = replica',
  ]
  appendFileSync(join(data, 'postgresql.conf'), `${settings.join('\n')}\n`)
}

/** Starts a server on its data directory. @returns the URL of its database `postgres` once that can be written to */
export async function startServer(stage: Stage, name: string, archive: string): Promise<string> {
  const { postgres } = requirePrograms('postgres')
  const [port] = await freePorts(1)
  const options = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-p', String(port)]
  stage.start(name, postgres, ['-D', join(stage.directory, name, 'data'), ...options], {
    WAL_ARCHIVE: archive,
    PATH: `${stage.ops}/patroni:${process.env.PATH}`,
  })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const isReady = async () =>
    await query<{ is_ready: boolean }>(url, 'select not pg_is_in_recovery() as is_ready').then(
      ([row]) => row!.is_ready,
      () => false,
    )
  await until(`${name} can be written to`, isReady, 60)
  return url
}

export async function query<Row>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    let rows: Row[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows as Row[]
    return rows
  } finally {
    await client.end().catch(() => {})
  }
}
