import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import pino, { type Logger } from 'pino'
import { Counter, Gauge, Registry } from 'prom-client'
import type { Config } from './config.ts'
import { isOfLease, Lender } from './http/leases.ts'
import { logDestination } from './http/log-destination.ts'
import { answerMetrics } from './http/worker-metrics.ts'

/** What a worker is told when it is made. */
export interface Place {
  /** From 1 on; whoever comes in the place of one that ended has its number. */
  readonly number: number
  /** Of the database. */
  readonly url: string
  readonly port: number
}

/** What workers are told later. */
export type Order = { readonly order: 'begin' | 'stop' }

/** What a worker says once it answers. */
interface Word {
  /** The URL. */
  readonly listening: string
}

/** The variable of the environment by which a worker is told its place. */
const PLACE = 'INFITAH_WORKER'

/** Pauses before a worker that ended is made anew: they double, and begin again after one that has lived long. */
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 10_000
const LONG_LIFE_MS = 30_000

/** Where this worker stands. */
export const placeOfWorker = (): Place => JSON.parse(process.env[PLACE]!)

/** @param url where this worker answers */
export const sayListening = (url: string) => void process.send!({ listening: url } satisfies Word)

const isWord = (message: unknown): message is Word => typeof (message as Word | null)?.listening === 'string'

export const isOrder = (message: unknown): message is Order =>
  ['begin', 'stop'].includes((message as Order | null)?.order as string)

/** The processes that answer, all on one port. */
export interface Workers {
  readonly log: Logger
  /** Resolves with the URL where all of them listen; rejects when one of them ends before it listens. */
  start(): Promise<string>
  /** Says that schema and data are in place, to those that come later too. */
  begin(): void
  /** Resolves when all have ended. */
  stop(): Promise<void>
}

/** Makes them, and makes anew each that ends. What they share, counts of requests and figures, is kept here. */
export function makeWorkers(config: Config, url: string): Workers {
  const output = logDestination({
    sharesPipe: true,
    onLost: (lines) => log.warn({ lost: lines }, 'lines of this log are lost: nobody took them'),
  })
  const log = pino({ level: config.LOG_LEVEL }, output)
  const registry = new Registry()
  const ended = new Counter({
    name: 'workers_ended_total',
    help: 'Workers that ended though nobody told them to, and were made anew',
    registers: [registry],
  })
  const lender = new Lender(config.WORKERS)
  cluster.on('message', (worker, message) => {
    if (!isOfLease(message) || message.lease === 'answer') return
    const answer = lender.hear(message)
    if (answer !== undefined && worker.isConnected()) worker.send(answer)
  })
  const answering = new Set<Worker>()
  answerMetrics(registry, () => [...answering])
  new Gauge({
    name: 'workers',
    help: 'Processes that answer',
    registers: [registry],
    collect() {
      this.set(answering.size)
    },
  })
  let port = config.PORT
  let hasBegun = false
  let isStopping = false
  let hasStarted = false

  function make(number: number, pauseMs = FIRST_PAUSE_MS): Worker {
    const made = performance.now()
    const place: Place = { number, url, port }
    const worker = cluster.fork({ [PLACE]: JSON.stringify(place) })
    // A message to one that has just ended is lost, and nothing else.
    worker.on('error', (err) => log.debug({ err, worker: number }, 'a worker cannot be told'))
    if (hasBegun) tell(worker, 'begin')
    let hasListened = false
    worker.on('message', (message) => {
      if (!isWord(message)) return
      hasListened = true
      answering.add(worker)
    })
    worker.on('exit', (code, signal) => {
      answering.delete(worker)
      if (isStopping || !(hasStarted || hasListened)) return
      const lived = performance.now() - made
      const wait = lived > LONG_LIFE_MS ? FIRST_PAUSE_MS : pauseMs
      ended.inc()
      log.error({ worker: number, pid: worker.process.pid, code, signal, wait }, 'a worker ended')
      setTimeout(() => {
        if (!isStopping) make(number, Math.min(2 * wait, LONGEST_PAUSE_MS))
      }, wait)
    })
    return worker
  }

  /** Once all are told to stop, their ends are no news: the process is about to end itself. */
  async function listening(worker: Worker): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    worker.on('message', (message) => {
      if (isWord(message)) resolve(message.listening)
    })
    worker.once('exit', () => {
      if (!isStopping) reject(new Error('a worker ended before it could answer'))
    })
    return await promise
  }

  return {
    log,
    async start() {
      // Each worker that asked for any port would be given another, and none would be told that another service has it.
      port = await freePort(config.HOST, config.PORT)
      // The first alone: what keeps it from listening would keep the others from it too, and is said once.
      const address = await listening(make(1))
      await Promise.all(Array.from({ length: config.WORKERS - 1 }, (_, at) => listening(make(at + 2))))
      hasStarted = true
      return address
    },
    begin() {
      hasBegun = true
      for (const worker of living()) tell(worker, 'begin')
    },
    async stop() {
      isStopping = true
      const workers = living()
      for (const worker of workers) tell(worker, 'stop')
      await Promise.all(
        workers.filter((worker) => !worker.isDead()).map(async (worker) => await once(worker, 'exit')),
      )
      await output.end()
    },
  }
}

const living = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)

function tell(worker: Worker, order: Order['order']): void {
  if (worker.isConnected()) worker.send({ order } satisfies Order)
}

/**
 * @param port 0 for any
 * @throws {Error} `EADDRINUSE` when it is taken
 */
async function freePort(host: string, port: number): Promise<number> {
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  const { port: found } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return found
}
