import { Kysely, type LogConfig } from 'kysely'
import pg from 'pg'
import { KEEP_ALIVE, LentClient, PooledClient, works } from './client.ts'
import { RememberingDialect } from './compiler.ts'
import { overloaded } from './errors.ts'
import type { Database } from './schema.ts'

export type Db = Kysely<Database>

export interface DatabaseOptions {
  poolSize: number
  statementTimeoutMs: number
  /** How long a statement may wait for a lock; two seconds, or as long as the statement may take, when not said. */
  lockTimeoutMs?: number
  /** How many may wait for a connection of a full pool; as many as like when not said. */
  mostWaiting?: number
  /** How long they may, and how long a connection may take to be made, milliseconds. */
  waitMs?: number
  /** How long whoever asks for a connection may take until it is given back, milliseconds; without end when not said. */
  deadlineMs?: number | undefined
  /** Whether a pooler in transaction mode stands before the server: it takes none of the settings of a session. */
  isPooled?: boolean
  /** Told of a connection that broke while nobody was using it; the pool replaces it by itself. */
  onError: (error: Error) => void
}

const { builtins } = pg.types

/** Column values leave the driver in the form the contract promises, so no row needs mapping. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [builtins.DATE]: (text) => text,
  // What is left as bytes stays so.
  [builtins.TEXT]: (text) => text,
  [builtins.NUMERIC]: (text) => text,
  [builtins.INT8]: Number,
  [builtins.JSON]: JSON.parse,
}

type Connected = Parameters<pg.Pool['connect']>[0]

/** A pool that refuses at once whoever would wait behind too many others: late answers are of use to nobody. */
export class BoundedPool extends pg.Pool {
  /** How many were refused. */
  refused = 0
  readonly #mostWaiting: number
  readonly #deadlineMs: number | undefined

  constructor(config: pg.PoolConfig, mostWaiting: number, deadlineMs?: number) {
    super(config)
    this.#mostWaiting = mostWaiting
    this.#deadlineMs = deadlineMs
    this.on('release', (_, client) => (client as unknown as LentClient).giveBack())
  }

  /** Whether whoever asks now is refused. */
  get isFull(): boolean {
    // Connections that are idle are given out in the next tick.
    return this.waitingCount - this.idleCount >= this.#mostWaiting
  }

  override connect(): Promise<pg.PoolClient>
  override connect(done: Connected): void
  override connect(done?: Connected): Promise<pg.PoolClient> | undefined {
    if (this.isFull) {
      this.refused += 1
      if (done === undefined) return Promise.reject(overloaded())
      done(overloaded(), undefined, () => {})
      return undefined
    }
    const until = this.#until()
    if (done === undefined) return super.connect().then((client) => this.#lend(client, until))
    super.connect((error, client, release) => {
      if (client !== undefined) this.#lend(client, until)
      done(error, client, release)
    })
    return undefined
  }

  #until(): number {
    const until = performance.now() + (this.#deadlineMs ?? 0)
    const work = works.getStore()
    if (work === undefined || this.#deadlineMs === undefined) return until
    work.until ??= until
    return work.until
  }

  /** Waiting for it was part of the time. */
  #lend(client: pg.PoolClient, until: number): pg.PoolClient {
    const lent = client as unknown as LentClient
    if (this.#deadlineMs !== undefined) lent.lend(until - performance.now())
    const { release } = client
    client.release = (broken) => release(broken || lent.spoilt)
    return client
  }
}

const WAIT_MS = 5_000
const LOCK_MS = 2_000

export function openPool(url: string, options: DatabaseOptions): BoundedPool {
  const { mostWaiting = Number.POSITIVE_INFINITY, waitMs = WAIT_MS, deadlineMs, isPooled = false } = options
  const config: pg.PoolConfig = {
    Client: isPooled ? PooledClient : LentClient,
    connectionString: url,
    max: options.poolSize,
    connectionTimeoutMillis: waitMs,
    application_name: 'infitah',
    ...KEEP_ALIVE,
    ...(isPooled ? {} : settingsOf(options)),
    types: {
      getTypeParser: (oid: number, format?: string) =>
        parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
    } as never,
  }
  const pool = new BoundedPool(config, mostWaiting, deadlineMs)
  pool.on('error', options.onError)
  // A checked-out client that dies between two queries emits here; without a listener it ends the process.
  pool.on('connect', (client) => client.on('error', options.onError))
  return pool
}

const settingsOf = ({ statementTimeoutMs, lockTimeoutMs }: DatabaseOptions): pg.PoolConfig => ({
  statement_timeout: statementTimeoutMs,
  lock_timeout: lockTimeoutMs ?? Math.min(LOCK_MS, statementTimeoutMs),
  idle_in_transaction_session_timeout: 10_000,
  // Our statements are long and quick: PostgreSQL compiled one of an import for six seconds that then ran for ten
  // milliseconds.
  options: '-c jit=off',
})

/** Told of a statement that has come to its end. */
export type Told = (text: string, milliseconds: number, error?: unknown) => void

/**
 * @param pool owned by the result: `destroy()` ends it
 * @param told of each statement, within what asked for it; what streams is not told
 */
export function openDatabase(pool: pg.Pool, told?: Told): Db {
  const dialect = new RememberingDialect({ pool })
  if (told === undefined) return new Kysely<Database>({ dialect })
  const log: LogConfig = (event) =>
    told(event.query.sql, event.queryDurationMillis, event.level === 'error' ? event.error : undefined)
  return new Kysely<Database>({ dialect, log })
}
