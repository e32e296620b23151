import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger, Runner, TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import { KEEP_ALIVE } from './client.ts'
import type { Db } from './database.ts'
import { keepAlive } from './workers.ts'

export interface CronJob {
  task: string
  /** Five fields of cron, in UTC. */
  match: string
  /** Jobs of one queue are done one after the other. */
  options?: { queueName: string }
}

/** Where the queue tells what it does. */
export interface JobLog {
  debug(details: object, message: string): void
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Jobs that one process works on at a time. */
const CONCURRENCY = 2
/** Until a queue that has ended begins again, milliseconds. */
const RESTART_MS = 1_000

/** The queue's library, which a start that has no tables to make does not wait for. */
const queue = () => import('graphile-worker')

/** Its version, exactly. */
const VERSION = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).dependencies[
  'graphile-worker'
] as string

/** The queue's own tables; noted at their schema, by which version they were made, so that it is asked for once only. */
export async function migrateJobs(db: Db, url: string): Promise<void> {
  const note = `graphile-worker ${VERSION}`
  const { rows } = await sql<{ note: string | null }>`
    select obj_description(to_regnamespace('graphile_worker'), 'pg_namespace') as note`.execute(db)
  if (rows[0]?.note === note) return
  const { runMigrations } = await queue()
  await runMigrations({ connectionString: url, logger: await loggerFor(undefined) })
  // Whoever may not note it, since another made the schema, asks again at each start.
  await sql`comment on schema graphile_worker is ${sql.lit(note)}`.execute(db).catch(() => undefined)
}

export interface Jobs {
  /** False while the queue has ended and could not begin again. */
  isWorking(): boolean
  stop(): Promise<void>
}

/**
 * Works on the queue until stopped. A job whose process is killed is taken up again by another, so every task must
 * be safe to run twice.
 *
 * @param url of the primary, directly: jobs are told of by LISTEN
 */
export async function startJobs(
  url: string,
  tasks: TaskList,
  crons: readonly CronJob[],
  log: JobLog,
): Promise<Jobs> {
  const pool = new pg.Pool({
    ...KEEP_ALIVE,
    connectionString: url,
    max: CONCURRENCY + 4,
    application_name: 'infitah-jobs',
  })
  pool.on('error', (err) => log.warn({ err: err.message }, 'a connection of the job queue broke'))
  pool.on('connect', (client) =>
    client.on('error', (err) => log.warn({ err: err.message }, 'a connection of the job queue broke')),
  )
  const events = new EventEmitter()
  const workers = new Set<string>()
  // Jobs are held in the name of the pool, not of the one of its workers that does them.
  events.on('pool:create', ({ workerPool }) => workers.add(workerPool.id))
  let isStopping = false
  let isWorking = true
  const { parseCronItems, run } = await queue()
  const logger = await loggerFor(log)
  const start = async (): Promise<Runner> => {
    const runner = await run({
      events,
      pgPool: pool,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      // Else nobody waits for a job to be noted as done or failed, and without a database that would end the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      taskList: tasks,
      parsedCronItems: parseCronItems(crons.map((cron) => ({ ...cron, identifier: cron.task }))),
      logger,
    })
    // It is fulfilled even when an error has ended the runner.
    const reason = runner.promise.then(
      () => undefined,
      (err: unknown) => err,
    )
    void reason.then((err) => again(runner, err))
    return runner
  }
  // A worker that cannot even say that a job failed, since the database has gone, ends all of them.
  const again = async (ended: Runner, err: unknown): Promise<void> => {
    if (isStopping) return
    isWorking = false
    log.warn({ err }, 'the job queue ended, and begins again')
    await ended.stop().catch(() => {})
    // Whatever it held and could not give back is free.
    workers.clear()
    while (!isStopping) {
      await sleep(RESTART_MS, undefined, { ref: false })
      const started = isStopping ? undefined : await start().catch(() => undefined)
      if (started === undefined) continue
      runner = started
      isWorking = true
      return
    }
  }
  let runner = await start().catch(async (error) => {
    await pool.end()
    throw error
  })
  const alive = keepAlive(pool, url, workers, (err) =>
    log.warn({ err }, 'the jobs of dead workers could not be looked for'),
  )
  return {
    isWorking: () => isWorking,
    stop: async () => {
      isStopping = true
      await runner.stop().catch(() => {})
      await alive.stop()
      await pool.end()
    },
  }
}

async function loggerFor(log: JobLog | undefined): Promise<Logger> {
  const { Logger } = await queue()
  return new Logger((scope) => (level, message, meta) => {
    const details = { ...scope, ...meta }
    if (level === 'error') log?.error(details, message)
    else if (level === 'warning') log?.warn(details, message)
    else log?.debug(details, message)
  })
}
