import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '../../src/db/embedded.ts'
import type { Drill } from './support/drill.ts'
import { Follower, reckon } from './support/ledger.ts'
import { startServices } from './support/services.ts'
import { freePorts, requirePrograms, Stage, until } from './support/stage.ts'
import { Traffic } from './support/traffic.ts'

const WRITERS = 6
const READERS = 18
/** Far fewer than there are clients, so that each transaction gets another connection. */
const CONNECTIONS = 3

export const drill: Drill = {
  about:
    'the service behind PgBouncer in transaction mode, with three connections for many clients: nothing may fail',
  async run(args) {
    const { seconds } = parseArgs({ args, options: { seconds: { type: 'string', default: '8' } } }).values
    const { pgbouncer } = requirePrograms('pgbouncer')
    const stage = new Stage()
    let database: Awaited<ReturnType<typeof startEmbedded>> | undefined
    try {
      console.log('starting PostgreSQL, PgBouncer, two instances of the service, HAProxy')
      database = await startEmbedded({ directory: join(stage.directory, 'postgres'), durable: false })
      const pooled = await startPooler(stage, pgbouncer, database.url)
      const services = await startServices(stage, pooled, { DATABASE_DIRECT_URL: database.url })
      const traffic = new Traffic(services.url, services.key)
      const follower = new Follower(services.url)
      const began = performance.now()
      traffic.start(WRITERS, READERS)
      follower.start()
      await sleep(Number(seconds) * 1_000)
      const { statuses, acknowledged, reads } = traffic.figures(began)
      await traffic.stop()
      const exported = await fetch(`${services.url}/v1/communes?format=csv&fields=hcp_code`)
      const lines = (await exported.text()).trim().split('\r\n').length
      const { rows, ...wrong } = await reckon(services.url, traffic, follower)
      const left = await leftBehind(pooled)
      console.log(
        `A16 ${acknowledged} writes and ${reads} reads in ${seconds} s over ${CONNECTIONS} connections: ${JSON.stringify(statuses)}; ` +
          `${rows} rows, lost ${wrong.lost}, twice ${wrong.duplicates}; named statements ${left.statements}, locks of sessions ${left.locks}`,
      )
      const bad = Object.keys(statuses).filter((status) => !/ 2\d\d$/.test(status))
      const failed = [...bad, ...new Set(traffic.faults)]
      for (const [what, number] of Object.entries({ ...wrong, ...left }))
        if (number > 0) failed.push(`${what}: ${number}`)
      if (follower.failures > 0) failed.push(`the feed failed ${follower.failures} times`)
      if (lines !== 1_504) failed.push(`an export of ${lines} lines`)
      if (failed.length > 0) throw new Error(failed.join('; '))
    } finally {
      await database?.stop()
      await stage.clear()
    }
  },
}

/** From ops/pgbouncer/pgbouncer.ini. @returns where it is */
async function startPooler(stage: Stage, program: string, server: string): Promise<string> {
  const [port] = await freePorts(1)
  const directory = stage.make('pgbouncer')
  const sample = readFileSync(join(import.meta.dirname, '../../ops/pgbouncer/pgbouncer.ini'), 'utf8')
  const given: Record<string, string> = {
    SERVER: new URL(server).searchParams.get('host')!,
    LISTEN: '127.0.0.1',
    PORT: String(port),
    AUTH: 'any',
    SIZE: String(CONNECTIONS),
    'auth_file = USERS\n': 'unix_socket_dir =\n',
    'dbname=infitah': 'dbname=infitah user=postgres',
  }
  const settings = Object.entries(given).reduce((text, [name, value]) => text.replace(name, value), sample)
  const file = join(stage.directory, 'pgbouncer.ini')
  writeFileSync(file, settings, { mode: 0o644 })
  stage.start('pgbouncer', program, [file])
  const url = `postgres://postgres@127.0.0.1:${port}/infitah?sslmode=disable`
  await until(`the pooler in ${directory} is there`, () => answers(url), 10)
  return url
}

const answers = async (url: string): Promise<boolean> =>
  await ask(url, 'select 1').then(
    () => true,
    () => false,
  )

/** What of a session is left on connections that any client may be given next. */
async function leftBehind(pooled: string): Promise<{ statements: number; locks: number }> {
  const found = { statements: 0, locks: 0 }
  for (let turn = 0; turn < 3 * CONNECTIONS; turn += 1) {
    const row = await ask(
      pooled,
      `select (select count(*)::int from pg_prepared_statements) as statements,
        (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as locks`,
    )
    found.statements += row.statements
    found.locks += row.locks
  }
  return found
}

// biome-ignore lint/suspicious/noExplicitAny: a row of whatever is asked for
async function ask(url: string, text: string): Promise<any> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(text)).rows[0]
  } finally {
    await client.end()
  }
}
