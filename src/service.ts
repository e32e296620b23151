import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { type Config, trustedProxies } from './config.ts'
import { openDatabase, openPool } from './db/database.ts'
import { type Jobs, startJobs } from './db/jobs.ts'
import { openReplicas } from './db/replicas.ts'
import type { Clock } from './domain/clock.ts'
import { type FileStore, openFileStore } from './files/store.ts'
import { logDestination } from './http/log-destination.ts'
import type { Health } from './http/operations.ts'
import { configuredKeySecret, configuredTokens } from './identity/configured.ts'
import { CRONS, tasks } from './jobs.ts'
import { nameServers } from './outbound/address.ts'
import { askForSnapshot, VINTAGE_TASK } from './snapshots/commands.ts'
import type { Tracing } from './tracing.ts'

const STATEMENT_TIMEOUT_MS = 4_000
const RETRY_MS = 1_000
/** Nobody waits for a job as one waits for the first answer: the queue is loaded after it. */
const JOBS_AFTER_MS = 250
/** Longest that a request waits for a connection; must be less than a statement may take. */
const WAIT_MS = 1_000
/** Longest that the database work of a request takes, the wait included; what says that it takes longer has longer. */
const DEADLINE_MS = 5_000
/** Connections for what has no caller, so that it takes none from requests: webhooks and questions to itself. */
const OWN_POOL = 4
/** The same where no webhooks are sent. */
const LEAST_OWN_POOL = 2
/** And for jobs, which take as long as they take. */
const JOBS_POOL = 4

export interface Surroundings {
  readonly url: string
  readonly clock: Clock
  readonly health: Health
  /** Its number when it is one of several on one port: the first does jobs and sends webhooks. */
  readonly worker?: number
}

/** What answers requests, in one process. */
export interface Service {
  readonly app: FastifyInstance
  /** Once schema and data are in place. */
  begin(): void
  /** Answers what was asked, and for some time more when told to `drain`; then ends. */
  close(drain: boolean): Promise<void>
}

export async function openService(config: Config, around: Surroundings): Promise<Service> {
  const { url, clock, health, worker } = around
  const hasJobs = worker === undefined || worker === 1
  const tracing = await tracingOf(config, clock, (error) =>
    app.log.warn({ reason: error.message }, 'traces cannot be sent'),
  )
  const { DATABASE_DIRECT_URL: direct = url } = config
  const isPooled = direct !== url
  const forRequests = {
    poolSize: config.DATABASE_POOL,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    mostWaiting: config.DATABASE_QUEUE ?? 9 * config.DATABASE_POOL,
    waitMs: WAIT_MS,
    deadlineMs: DEADLINE_MS,
    // The error holds the whole connection, which is nothing for a log.
    onError: ({ message }: Error) => app.log.warn({ reason: message }, 'a database connection broke'),
  }
  const pool = openPool(url, { ...forRequests, isPooled })
  const db = openDatabase(pool, tracing?.statement)
  const replicas =
    config.DATABASE_REPLICA_URL &&
    openReplicas(config.DATABASE_REPLICA_URL.split(','), forRequests, tracing?.statement)
  const own = {
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    onError: ({ message }: Error) =>
      app.log.warn({ reason: message }, 'a connection of the service’s own broke'),
  }
  const ownPool = openPool(url, {
    ...{ ...own, isPooled },
    poolSize: hasJobs ? OWN_POOL : LEAST_OWN_POOL,
    deadlineMs: DEADLINE_MS,
  })
  const ownDb = openDatabase(ownPool, tracing?.statement)
  // Connects when it is first asked for something.
  const jobsPool = openPool(direct, { ...own, poolSize: JOBS_POOL })
  const jobsDb = openDatabase(jobsPool, tracing?.statement)
  const files = await openFiles(config, clock)
  const log = logDestination({
    sharesPipe: worker !== undefined,
    onLost: (lines) => app.log.warn({ lost: lines }, 'lines of this log are lost: nobody took them'),
  })
  const app = await buildApp({
    db,
    pool,
    ...(replicas ? { replicas } : {}),
    clock,
    files,
    mostDocumentBytes: config.DOCUMENTS_MAX_BYTES,
    tokens: configuredTokens(config, clock, (error) =>
      app.log.warn({ err: error }, 'the issuer of tokens cannot be asked for its keys'),
    ),
    keySecret: configuredKeySecret(config),
    listenUrl: direct,
    keptBytes: config.KEPT_MEGABYTES * 1_048_576,
    tracing,
    sharedCacheSeconds: config.SHARED_CACHE_SECONDS,
    feedHorizonDays: config.FEED_HORIZON_DAYS,
    door: { allowLoopback: config.WEBHOOKS_ALLOW_LOOPBACK === 'true', resolve: nameServers() },
    ownDb,
    ...(hasJobs ? { sendingDb: ownDb } : {}),
    mostPlaces: config.DATABASE_STREAMS ?? Math.ceil(config.DATABASE_POOL / 3),
    mostLagMs: config.LAG_LIMIT_MS === 0 ? Number.POSITIVE_INFINITY : config.LAG_LIMIT_MS,
    snapshotFreshSeconds: config.SNAPSHOT_FRESH_SECONDS,
    health,
    worker,
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
      stream: log,
    },
  })

  app.server.maxConnections = config.CONNECTIONS_LIMIT

  let jobs: Promise<Jobs | undefined> | undefined
  let begun: Jobs | undefined
  const work = async () => {
    await pause(JOBS_AFTER_MS)
    const own = tasks({ db: jobsDb, pool: jobsPool, clock, files, snapshots: retentionOf(config) })
    const all = tracing?.traced(own) ?? own
    while (!health.closing) {
      try {
        // So that whoever comes first finds a snapshot, and an export.
        await askForSnapshot(db, VINTAGE_TASK)
        begun = await startJobs(direct, all, CRONS, app.log)
        return begun
      } catch (err) {
        app.log.warn({ err }, 'the job queue cannot begin; trying again')
        await pause(RETRY_MS)
      }
    }
    return undefined
  }

  return {
    app,
    begin() {
      health.prepared = true
      if (!hasJobs || health.closing) return
      health.hasJobs = () => begun?.isWorking() ?? false
      jobs ??= work()
    },
    async close(drain) {
      health.closing = true
      if (drain) await pause(config.DRAIN_SECONDS * 1_000)
      await app.close()
      await (await jobs)?.stop()
      await db.destroy()
      await ownDb.destroy()
      await jobsDb.destroy()
      for (const replica of replicas || []) {
        await replica.db.destroy()
        await replica.asking.destroy()
      }
      await tracing?.close()
      await log.end()
    },
  }
}

/** The libraries are loaded only where there is a collector. */
async function tracingOf(
  config: Config,
  clock: Clock,
  onError: (error: Error) => void,
): Promise<Tracing | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = config
  if (endpoint === undefined) return undefined
  const { openTracing } = await import('./tracing.ts')
  return openTracing({ endpoint, serviceName, ratio: config.OTEL_TRACES_SAMPLER_ARG, clock, onError })
}

const retentionOf = (config: Config) => ({
  freshSeconds: config.SNAPSHOT_FRESH_SECONDS,
  snapshotHours: config.SNAPSHOT_KEEP_HOURS,
  vintageDays: config.EXPORT_KEEP_DAYS,
})

/** Documents are in a directory beside the database's, or in a bucket. */
async function openFiles(config: Config, clock: Clock): Promise<FileStore> {
  const { DOCUMENTS_S3_BUCKET: name, DOCUMENTS_S3_REGION: region, DOCUMENTS_S3_ENDPOINT: endpoint } = config
  const bucket = name === undefined ? undefined : { name, region, endpoint }
  return await openFileStore(resolve(config.DATA_DIR), bucket, clock().getTime())
}
