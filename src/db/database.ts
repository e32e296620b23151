import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { overloaded } from './errors.ts'
import type { Database } from './schema.ts'

export type Db = Kysely<Database>

export interface DatabaseOptions {
  poolSize: number
  statementTimeoutMs: number
  /** How many may wait for a connection of a full pool; as many as like when not said. */
  mostWaiting?: number
  /** How long they may, and how long a connection may take to be made, milliseconds. */
  waitMs?: number
  /** Told of a connection that broke while nobody was using it; the pool replaces it by itself. */
  onError: (error: Error) => void
}

const { builtins } = pg.types

/** Column values leave the driver in the form the contract promises, so no row needs mapping. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [builtins.DATE]: (text) => text,
  [builtins.NUMERIC]: (text) => text,
  [builtins.INT8]: Number,
  [builtins.JSON]: JSON.parse,
}

const MAX_NAMED_STATEMENTS = 200
const names = new Map<string, string>()

/** A name under which PostgreSQL keeps the plan of a statement; the first of them only, so that none piles up. */
function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MAX_NAMED_STATEMENTS) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

class NamingClient extends pg.Client {
  // Kysely calls query(text, values) or query(cursor); the first is given a name, anything else goes through.
  override query(...args: unknown[]): never {
    const [text, values] = args
    if (args.length === 2 && typeof text === 'string' && Array.isArray(values) && values.length > 0) {
      const name = statementName(text)
      if (name !== undefined) return super.query({ name, text, values } as never) as never
    }
    return (super.query as (...all: unknown[]) => never).apply(this, args)
  }
}

type Connected = Parameters<pg.Pool['connect']>[0]

/** A pool that refuses at once whoever would wait behind too many others: late answers are of use to nobody. */
export class BoundedPool extends pg.Pool {
  /** How many were refused. */
  refused = 0
  readonly #mostWaiting: number

  constructor(config: pg.PoolConfig, mostWaiting: number) {
    super(config)
    this.#mostWaiting = mostWaiting
  }

  override connect(): Promise<pg.PoolClient>
  override connect(done: Connected): void
  override connect(done?: Connected): Promise<pg.PoolClient> | undefined {
    // Connections that are idle are given out in the next tick.
    if (this.waitingCount - this.idleCount >= this.#mostWaiting) {
      this.refused += 1
      if (done === undefined) return Promise.reject(overloaded())
      done(overloaded(), undefined, () => {})
      return undefined
    }
    if (done === undefined) return super.connect()
    super.connect(done)
    return undefined
  }
}

const WAIT_MS = 5_000

export function openPool(url: string, options: DatabaseOptions): BoundedPool {
  const { mostWaiting = Number.POSITIVE_INFINITY, waitMs = WAIT_MS } = options
  const config: pg.PoolConfig = {
    Client: NamingClient,
    connectionString: url,
    max: options.poolSize,
    connectionTimeoutMillis: waitMs,
    statement_timeout: options.statementTimeoutMs,
    lock_timeout: Math.min(2_000, options.statementTimeoutMs),
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'infitah',
    // Our statements are long and quick: PostgreSQL compiled one of an import for six seconds that then ran for ten
    // milliseconds.
    options: '-c jit=off',
    types: {
      getTypeParser: (oid: number, format?: string) =>
        parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
    } as never,
  }
  const pool = new BoundedPool(config, mostWaiting)
  pool.on('error', options.onError)
  // A checked-out client that dies between two queries emits here; without a listener it ends the process.
  pool.on('connect', (client) => client.on('error', options.onError))
  return pool
}

/** @param pool owned by the result: `destroy()` ends it */
export function openDatabase(pool: pg.Pool): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
