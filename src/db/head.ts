import { sql } from 'kysely'
import type { Db } from './database.ts'
import { followCommits } from './journal.ts'
import { type Listener, listen } from './listen.ts'

/** The newest public transactions of the journal, as far as this process has heard. */
export interface Head {
  /** Begins to listen and to ask. */
  start(): void
  /** Number of the newest; 0 before any is known. */
  position(): number
  /** Number of the newest before which none is unknown; what this process has committed itself may be newer. */
  wholeTo(): number
  /**
   * Resolves when one after `after` is known, when `signal` aborts, or when the head is closed: with the newest
   * that is known then. Holds no connection of the pool.
   */
  next(after: number, signal: AbortSignal): Promise<number>
  /** Number of the newest of a type; 0 before any is known. */
  latestOf(type: string): number
  /** Moves whenever any of this does: what was true of the same number is still true. */
  generation(): number
  /** Of the installation; empty before it is known. */
  epoch(): string
  /** Whether nothing that committed long ago is unknown: five seconds, or as the options say. */
  isCurrent(): boolean
  /** Seconds since the database last said what is newest. */
  age(): number
  /** Whether what commits is told at once; else it is found out by asking. */
  isListening(): boolean
  /** Aborts when the service ends, so that nobody waits for more. */
  readonly closing: AbortSignal
  close(): Promise<void>
}

/** Milliseconds. */
export interface Freshness {
  /** Between two times that the database is asked: a connection can be dead and not say so. */
  readonly askEvery: number
  /** Longest that anything is told after it ceased to be true. */
  readonly staleAfter: number
}

const FRESHNESS: Freshness = { askEvery: 2_000, staleAfter: 5_000 }

/**
 * @param options.db whose commits are heard of as they are made
 * @param options.asking what is asked, when it is another
 * @param options.url listens there; without it, the database is only asked
 * @param options.always asks all the time; else only while somebody waits or nothing is heard
 * @param options.onError told of what goes wrong; nothing of it ends the process
 */
export function followHead(options: {
  db: Db
  asking?: Db
  url?: string | undefined
  always?: boolean
  freshness?: Freshness | undefined
  onError?: (error: Error) => void
}): Head {
  const { db, asking: own = db, url, always = false, freshness = FRESHNESS, onError = () => {} } = options
  const closing = new AbortController()
  const waiters = new Set<{ after: number; wake: () => void }>()
  const latest = new Map<string, number>()
  let known = 0
  let whole = 0
  /** Times that listening began; and the last of them since when nothing was missed, because it was asked for. */
  let [sessions, gapless] = [0, 0]
  let epoch = ''
  let generation = 0
  let askedAt = Number.NEGATIVE_INFINITY
  let listener: Listener | undefined
  let poll: NodeJS.Timeout | undefined
  let asking = false
  let unfollow: (() => void) | undefined

  function learn(position: number, types: readonly string[]): void {
    for (const type of types)
      if (position > (latest.get(type) ?? 0)) {
        latest.set(type, position)
        generation += 1
      }
    known = Math.max(known, position)
    for (const waiter of waiters) if (waiter.after < known) waiter.wake()
  }

  function hear(position: number, types: readonly string[]): void {
    learn(position, types)
    if (gapless === sessions && listener?.isListening()) whole = Math.max(whole, position)
  }

  function beginToHear(): void {
    sessions += 1
    void ask()
  }

  async function ask(): Promise<void> {
    try {
      const began = performance.now()
      const session = sessions
      const { rows } = await sql<{ epoch: string; types: string[]; positions: number[] }>`
        select epoch, coalesce(array_agg(type), '{}') as types, coalesce(array_agg(position), '{}') as positions
        from installation left join type_position on true group by epoch`.execute(own)
      const found = rows[0]
      if (found === undefined) return
      if (epoch !== found.epoch) {
        // After a restore from a backup the numbers start again from an earlier one.
        if (epoch !== '') known = 0
        whole = 0
        latest.clear()
        generation += 1
        epoch = found.epoch
      }
      for (const [index, type] of found.types.entries())
        if (type !== null) learn(Number(found.positions[index]), [type])
      whole = Math.max(whole, ...found.positions.map(Number))
      gapless = session
      askedAt = began
    } catch (error) {
      onError(error as Error)
    }
  }

  function pollOnce(): void {
    const isDeaf = listener !== undefined && !listener.isListening()
    if (asking || (!always && waiters.size === 0 && !isDeaf)) return
    asking = true
    void ask().finally(() => {
      asking = false
    })
  }

  return {
    start() {
      if (poll !== undefined || closing.signal.aborted) return
      poll = setInterval(pollOnce, freshness.askEvery).unref()
      pollOnce()
      // What this process has committed it knows before anybody tells it.
      unfollow = followCommits(db, learn)
      if (url !== undefined) listener = listen(url, hear, beginToHear, onError)
    },
    closing: closing.signal,
    position: () => known,
    wholeTo: () => whole,
    latestOf: (type) => latest.get(type) ?? 0,
    generation: () => generation,
    epoch: () => epoch,
    isCurrent: () => performance.now() - askedAt < freshness.staleAfter,
    age: () => (performance.now() - askedAt) / 1_000,
    isListening: () => listener?.isListening() ?? false,
    async next(after, signal) {
      if (known > after || signal.aborted || closing.signal.aborted) return known
      const { promise, resolve } = Promise.withResolvers<void>()
      const waiter = { after, wake: resolve }
      waiters.add(waiter)
      signal.addEventListener('abort', resolve as () => void, { once: true })
      await promise
      waiters.delete(waiter)
      signal.removeEventListener('abort', resolve as () => void)
      return known
    },
    async close() {
      closing.abort()
      clearInterval(poll)
      unfollow?.()
      for (const waiter of waiters) waiter.wake()
      await listener?.close()
    },
  }
}
