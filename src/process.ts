import cluster from 'node:cluster'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import { type Config, partOf, readConfig } from './config.ts'
import { type Embedded, startEmbedded } from './db/embedded.ts'
import { asProblem } from './db/errors.ts'
import { migrate } from './db/migrate.ts'
import { PROBLEMS } from './domain/errors.ts'
import type { Health } from './http/operations.ts'
import { notesOn } from './identity/configured.ts'
import { isOrder, makeWorkers, placeOfWorker, sayListening } from './primary.ts'
import { loadAll } from './seed/load.ts'
import { openService } from './service.ts'

const RETRY_MS = 250
/** Longest that a shutdown may take, once nobody is answered any more, before it is cut off, milliseconds. */
const SHUTDOWN_MS = 10_000
/** The primary has that much longer, so that it is not cut off before its workers are. */
const LAST_MS = 1_000
const PARENT_CHECK_MS = 500

const clock = () => new Date()
const say = (line: string) => void process.stdout.write(`infitah: ${line}\n`)

/** The process: alone, or one of several that answer as one. */
export async function run(): Promise<void> {
  const config = configOrExit()
  if (cluster.isWorker) return await runWorker(partOf(config))
  const started = performance.now()
  for (const note of notesOn(config)) say(note)
  const embedded = await databaseOrExit(config)
  const url = embedded?.url ?? config.DATABASE_URL!
  followParent()
  const address = await (config.WORKERS > 1 ? lead : serve)(config, url, embedded)
  const seconds = ((performance.now() - started) / 1_000).toFixed(2)
  // One write: whoever waits for the first line has the second too.
  say(
    `listening on ${address} after ${seconds} s\ninfitah: documentation at ${address}/docs, contract at ${address}/openapi.json`,
  )
}

/** Answers in this process. @returns where */
async function serve(config: Config, url: string, embedded: Embedded | undefined): Promise<string> {
  const health: Health = { prepared: false, closing: false }
  const direct = config.DATABASE_DIRECT_URL ?? url
  // Waits for the database while the service is built, which does not ask it.
  const first = orExit(prepared(direct))
  const service = await orExit(openService(config, { url, clock, health }))
  closeWithGrace({ delay: endsWithin(config), logger: service.app.log }, async ({ err, signal }) => {
    if (err) service.app.log.fatal({ err }, 'ending after an error that nobody caught')
    await service.close(signal !== undefined)
    await embedded?.stop()
    say('stopped')
  })
  await prepare(
    direct,
    () => service.begin(),
    () => health.closing,
    first,
  )
  return await orExit(service.app.listen({ host: config.HOST, port: config.PORT }))
}

/** Lets workers answer. @returns where */
async function lead(config: Config, url: string, embedded: Embedded | undefined): Promise<string> {
  const workers = makeWorkers(config, url)
  let isClosing = false
  closeWithGrace({ delay: endsWithin(config) + LAST_MS, logger: workers.log }, async ({ err }) => {
    if (err) workers.log.fatal({ err }, 'ending after an error that nobody caught')
    isClosing = true
    await workers.stop()
    await embedded?.stop()
    say('stopped')
  })
  await prepare(
    config.DATABASE_DIRECT_URL ?? url,
    () => workers.begin(),
    () => isClosing,
  )
  return await orExit(workers.start())
}

/** Answers as one of several, until the primary says that it is over. */
async function runWorker(config: Config): Promise<void> {
  const { number, url, port } = placeOfWorker()
  const health: Health = { prepared: false, closing: false }
  // Listens before it is anything: what it is told meanwhile is told once.
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  let end = (): void => process.exit(0)
  process.on('message', (message) => {
    if (!isOrder(message)) return
    if (message.order === 'begin') begin()
    else end()
  })
  const service = await orExit(openService(config, { url, clock, health, worker: number }))
  void begun.then(() => service.begin())
  const { close } = closeWithGrace(
    { delay: endsWithin(config), logger: service.app.log },
    async ({ err }) => {
      if (err) service.app.log.fatal({ err }, 'ending after an error that nobody caught')
      await service.close(err === undefined)
    },
  )
  end = () => {
    if (!health.closing) void close()
  }
  // By the kernel's share, where it can: what the primary hands to a worker that is just killed would be answered by
  // nobody, and closed by nobody.
  const listening = { host: config.HOST, port, reusePort: process.platform === 'linux' }
  sayListening(await orExit(service.app.listen(listening)))
}

/** Brings schema and data up to date, now or as soon as the database can be reached. */
async function prepare(
  url: string,
  begin: () => void,
  isClosing: () => boolean,
  first = orExit(prepared(url)),
): Promise<void> {
  if (await first) return begin()
  say('the database cannot be reached; trying again until it can')
  void (async () => {
    while (!isClosing()) {
      await pause(RETRY_MS)
      if (!isClosing() && (await prepared(url))) return begin()
    }
  })()
}

const endsWithin = ({ DRAIN_SECONDS }: Config) => DRAIN_SECONDS * 1_000 + SHUTDOWN_MS

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

async function databaseOrExit(config: Config): Promise<Embedded | undefined> {
  if (config.DATABASE_URL !== undefined) return undefined
  const directory = resolve(join(config.DATA_DIR, 'postgres'))
  const embedded = await orExit(startEmbedded({ directory, say }))
  say(embedded.made ? `database made in ${directory}` : `database started from ${directory}`)
  return embedded
}

/** @returns false when the server cannot be reached: /readyz says 503 till then */
async function prepared(url: string): Promise<boolean> {
  try {
    const migrations = await migrate(url)
    if (migrations.length > 0) say(`migrations run: ${migrations.join(', ')}`)
    for (const { dataset, created, updated, unchanged } of await loadAll(url, clock()))
      say(`${dataset} loaded: ${created} records created, ${updated} updated, ${unchanged} unchanged`)
    return true
  } catch (error) {
    // A lock that traffic of another version holds, too: what waits for it is begun anew.
    if (PROBLEMS[asProblem(error)?.code ?? 'internal'] !== 503) throw error
    return false
  }
}
