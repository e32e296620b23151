import { join, resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import pino from 'pino'
import { buildApp } from './app.ts'
import { type Config, readConfig, trustedProxies } from './config.ts'
import { openDatabase, openPool } from './db/database.ts'
import { type Embedded, startEmbedded } from './db/embedded.ts'
import { asProblem } from './db/errors.ts'
import { startJobs } from './db/jobs.ts'
import { migrate } from './db/migrate.ts'
import { PROBLEMS } from './domain/errors.ts'
import { type FileStore, openFileStore } from './files/store.ts'
import type { Health } from './http/operations.ts'
import { configuredKeySecret, configuredTokens, notesOn } from './identity/configured.ts'
import { CRONS, tasks } from './jobs.ts'
import { nameServers } from './outbound/address.ts'
import { loadAll } from './seed/load.ts'
import { askForSnapshot, VINTAGE_TASK } from './snapshots/commands.ts'

const RETRY_MS = 250
/** Longest that a shutdown may take before it is cut off, milliseconds. */
const SHUTDOWN_MS = 10_000
const STATEMENT_TIMEOUT_MS = 4_000
/** Longest that a request waits for a connection; must be less than a statement may take. */
const WAIT_MS = 1_000
/** Longest that the database work of a request takes, the wait included; what says that it takes longer has longer. */
const DEADLINE_MS = 5_000
/** Connections for what has no caller, so that it takes none from requests: webhooks and questions to itself. */
const OWN_POOL = 4
/** And for jobs, which take as long as they take. */
const JOBS_POOL = 4
/** A log line waits for that many bytes of others, or that long. */
const LOG_BYTES = 16_000
const LOG_FLUSH_MS = 200
const PARENT_CHECK_MS = 500

/** The process: config, database, service, listen; and the way back on a signal. */
export async function run(): Promise<void> {
  const started = performance.now()
  const config = configOrExit()
  const say = (line: string) => void process.stdout.write(`infitah: ${line}\n`)
  const embedded = await databaseOrExit(config, say)
  const url = embedded?.url ?? config.DATABASE_URL!

  const clock = () => new Date()
  for (const note of notesOn(config)) say(note)
  const health: Health = { prepared: false, closing: false }
  const pool = openPool(url, {
    poolSize: config.DATABASE_POOL,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    mostWaiting: config.DATABASE_QUEUE ?? 9 * config.DATABASE_POOL,
    waitMs: WAIT_MS,
    deadlineMs: DEADLINE_MS,
    // The error holds the whole connection, which is nothing for a log.
    onError: ({ message }) => app.log.warn({ reason: message }, 'a database connection broke'),
  })
  const db = openDatabase(pool)
  const own = {
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    onError: ({ message }: Error) =>
      app.log.warn({ reason: message }, 'a connection of the service’s own broke'),
  }
  const ownDb = openDatabase(openPool(url, { ...own, poolSize: OWN_POOL, deadlineMs: DEADLINE_MS }))
  const jobsPool = openPool(url, { ...own, poolSize: JOBS_POOL })
  const jobsDb = openDatabase(jobsPool)
  const files = await orExit(openFiles(config))
  const app = await buildApp({
    db,
    pool,
    clock,
    files,
    mostDocumentBytes: config.DOCUMENTS_MAX_BYTES,
    tokens: configuredTokens(config, clock, (error) =>
      app.log.warn({ err: error }, 'the issuer of tokens cannot be asked for its keys'),
    ),
    keySecret: configuredKeySecret(config),
    listenUrl: url,
    keptBytes: config.KEPT_MEGABYTES * 1_048_576,
    feedHorizonDays: config.FEED_HORIZON_DAYS,
    door: { allowLoopback: config.WEBHOOKS_ALLOW_LOOPBACK === 'true', resolve: nameServers() },
    ownDb,
    sendingDb: ownDb,
    mostPlaces: config.DATABASE_STREAMS ?? Math.ceil(config.DATABASE_POOL / 3),
    mostLagMs: config.LAG_LIMIT_MS === 0 ? Number.POSITIVE_INFINITY : config.LAG_LIMIT_MS,
    snapshotFreshSeconds: config.SNAPSHOT_FRESH_SECONDS,
    health,
    publicUrl: config.PUBLIC_URL,
    rateLimit: config.RATE_LIMIT,
    contributionLimit: config.CONTRIBUTION_LIMIT,
    metricsToken: config.METRICS_TOKEN,
    securityContact: config.SECURITY_CONTACT,
    dataContact: config.DATA_CONTACT,
    production: config.NODE_ENV === 'production',
    trustProxy: trustedProxies(config),
    logger: {
      level: config.LOG_LEVEL,
      redact: ['req.headers.authorization'],
      // Written in pieces rather than line by line, which takes a third of the time of a small answer.
      stream: pino.destination({ dest: 1, sync: false, minLength: LOG_BYTES, periodicFlush: LOG_FLUSH_MS }),
    },
  })

  app.server.maxConnections = config.CONNECTIONS_LIMIT

  const snapshots = {
    freshSeconds: config.SNAPSHOT_FRESH_SECONDS,
    snapshotHours: config.SNAPSHOT_KEEP_HOURS,
    vintageDays: config.EXPORT_KEEP_DAYS,
  }
  let jobs: Promise<{ stop(): Promise<void> } | undefined> | undefined
  followParent()
  closeWithGrace({ delay: SHUTDOWN_MS, logger: app.log }, async ({ err, signal }) => {
    if (err) app.log.fatal({ err }, 'ending after an error that nobody caught')
    health.closing = true
    if (signal && config.DRAIN_SECONDS > 0) await pause(config.DRAIN_SECONDS * 1_000)
    await app.close()
    await (await jobs)?.stop()
    await db.destroy()
    await ownDb.destroy()
    await jobsDb.destroy()
    await embedded?.stop()
    say('stopped')
  })

  if (!(await orExit(prepared(url, health, say))))
    say('the database cannot be reached; trying again until it can')
  jobs = (async () => {
    while (!health.prepared && !health.closing) {
      await pause(RETRY_MS)
      await prepared(url, health, say)
    }
    if (health.closing) return undefined
    const started = await startJobs(
      url,
      tasks({ db: jobsDb, pool: jobsPool, clock, files, snapshots }),
      CRONS,
      app.log,
    )
    // So that whoever comes first finds a snapshot, and an export.
    await askForSnapshot(db, VINTAGE_TASK)
    return started
  })()
  const address = await orExit(app.listen({ host: config.HOST, port: config.PORT }))
  const seconds = ((performance.now() - started) / 1_000).toFixed(2)
  // One write: whoever waits for the first line has the second too.
  say(
    `listening on ${address} after ${seconds} s\ninfitah: documentation at ${address}/docs, contract at ${address}/openapi.json`,
  )
}

/** What the person who starts the service can mend is told in one sentence; the database is stopped by its guard. */
async function orExit<T>(attempt: Promise<T>): Promise<T> {
  try {
    return await attempt
  } catch (error) {
    process.stderr.write(`infitah: ${(error as Error).message}\n`)
    process.exit(1)
  }
}

/** npm can be killed without a word to us: whoever it started then has nobody left to stop it. */
function followParent(): void {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  const check = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(check)
    process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS).unref()
}

function configOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}

/** Documents are in a directory beside the database's, or in a bucket. */
async function openFiles(config: Config): Promise<FileStore> {
  const { DOCUMENTS_S3_BUCKET: name, DOCUMENTS_S3_REGION: region, DOCUMENTS_S3_ENDPOINT: endpoint } = config
  const bucket = name === undefined ? undefined : { name, region, endpoint }
  return await openFileStore(resolve(config.DATA_DIR), bucket, Date.now())
}

async function databaseOrExit(config: Config, say: (line: string) => void): Promise<Embedded | undefined> {
  if (config.DATABASE_URL !== undefined) return undefined
  const directory = resolve(join(config.DATA_DIR, 'postgres'))
  try {
    const embedded = await startEmbedded({ directory, say })
    say(embedded.made ? `database made in ${directory}` : `database started from ${directory}`)
    return embedded
  } catch (error) {
    process.stderr.write(`infitah: ${(error as Error).message}\n`)
    process.exit(1)
  }
}

/** Brings schema and data up to date. @returns false when the server cannot be reached: /readyz says 503 till then */
async function prepared(url: string, health: Health, say: (line: string) => void): Promise<boolean> {
  try {
    const migrations = await migrate(url)
    if (migrations.length > 0) say(`migrations run: ${migrations.join(', ')}`)
    for (const { dataset, created, updated, unchanged } of await loadAll(url, new Date()))
      say(`${dataset} loaded: ${created} records created, ${updated} updated, ${unchanged} unchanged`)
    health.prepared = true
  } catch (error) {
    // A lock that traffic of another version holds, too: what waits for it is begun anew.
    if (PROBLEMS[asProblem(error)?.code ?? 'internal'] !== 503) throw error
  }
  return health.prepared
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
