import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { isOfConnection, tookTooLong } from './errors.ts'
import { readBytes } from './row-bytes.ts'

/** A machine that has gone without a word is noticed within half a minute. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

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

/** What a transaction says that takes longer than others: an export, an upload, the way back from an import. */
const LONGER = /^set local statement_timeout = '?(\d+)/

/** Until when work may take that borrows several connections, one after the other; known when it has the first. */
export const works = new AsyncLocalStorage<{ until?: number }>()

/** What is done again, or elsewhere, has no more time for it than what is done once. */
export const inOneTime = <T>(work: () => Promise<T>): Promise<T> => works.run({}, work)

/**
 * A connection that names its statements, and that is lent for a time: when it is over, the connection is cut, so that
 * whoever waits for a server that does not answer waits once, and not once more for its ROLLBACK.
 */
export class LentClient extends pg.Client {
  /** Why nobody may have it again, if there is a reason. */
  spoilt: Error | undefined
  protected readonly namesStatements: boolean = true
  #deadline: NodeJS.Timeout | undefined

  constructor(config?: string | pg.ClientConfig) {
    super(config)
    readBytes(this.#connection)
    this.#connection.on('errorMessage', (error: pg.DatabaseError) => {
      if (isOfConnection(error)) this.spoilt = error
    })
  }

  get #connection(): pg.Connection {
    return (this as unknown as { connection: pg.Connection }).connection
  }

  /** @param milliseconds until it is cut, unless it is given back before */
  lend(milliseconds: number): void {
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(() => this.#cut(), milliseconds)
  }

  giveBack(): void {
    clearTimeout(this.#deadline)
    this.#deadline = undefined
  }

  #cut(): void {
    this.#connection.stream.destroy(tookTooLong())
  }

  // Kysely calls query(text, values) or query(cursor); the first is given a name, anything else goes through.
  override query(...args: unknown[]): never {
    const [text, values] = args
    if (typeof text === 'string' && this.#deadline !== undefined) {
      const longer = LONGER.exec(text)?.[1]
      if (longer !== undefined) {
        this.lend(Number(longer))
        const work = works.getStore()
        if (work !== undefined) work.until = performance.now() + Number(longer)
      }
    }
    if (args.length === 2 && typeof text === 'string' && Array.isArray(values) && values.length > 0) {
      const name = this.namesStatements ? statementName(text) : undefined
      if (name !== undefined) return super.query({ name, text, values } as never) as never
    }
    return (super.query as (...all: unknown[]) => never).apply(this, args)
  }
}

/** One that a pooler lends to another client after each transaction: no statement is there when it is asked for again. */
export class PooledClient extends LentClient {
  protected override readonly namesStatements = false
}
