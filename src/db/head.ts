import { sql } from 'kysely'
import type { Db } from './database.ts'
import { type Listener, listen } from './listen.ts'

/** The newest public transaction of the journal, as far as this process has heard. */
export interface Head {
  /** Begins to listen and to ask. */
  start(): void
  /** Its number; 0 before any is known. */
  position(): number
  /**
   * Resolves when one after `after` is known, when `signal` aborts, or when the head is closed: with the newest
   * that is known then. Holds no connection of the pool.
   */
  next(after: number, signal: AbortSignal): Promise<number>
  /** Aborts when the service ends, so that nobody waits for more. */
  readonly closing: AbortSignal
  close(): Promise<void>
}

/** Longest that a change stays unknown while the database cannot tell of it by itself, milliseconds. */
const POLL_MS = 2_000

/**
 * @param options.url listens there; without it, the database is asked every two seconds while somebody waits
 * @param options.onError told of what goes wrong; nothing of it ends the process
 */
export function followHead(options: {
  db: Db
  url?: string | undefined
  onError?: (error: Error) => void
}): Head {
  const { db, url, onError = () => {} } = options
  const closing = new AbortController()
  const waiters = new Set<{ after: number; wake: () => void }>()
  let known = 0
  let epoch = ''
  let listener: Listener | undefined
  let poll: NodeJS.Timeout | undefined
  let asking = false

  function learn(position: number): void {
    known = Math.max(known, position)
    for (const waiter of waiters) if (waiter.after < known) waiter.wake()
  }

  async function ask(): Promise<void> {
    try {
      const { rows } = await sql<{ epoch: string; position: number }>`
        select epoch, (select coalesce(max(position), 0) from type_position) as position from installation`.execute(
        db,
      )
      // After a restore from a backup the numbers start again from an earlier one.
      if (epoch !== '' && rows[0] !== undefined && rows[0].epoch !== epoch) known = 0
      epoch = rows[0]?.epoch ?? epoch
      learn(rows[0]?.position ?? 0)
    } catch (error) {
      onError(error as Error)
    }
  }

  function pollOnce(): void {
    const isDeaf = listener !== undefined && !listener.isListening()
    if (asking || (waiters.size === 0 && !isDeaf)) return
    asking = true
    void ask().finally(() => {
      asking = false
    })
  }

  return {
    start() {
      if (poll !== undefined || closing.signal.aborted) return
      poll = setInterval(pollOnce, POLL_MS).unref()
      if (url !== undefined) listener = listen(url, learn, () => void ask(), onError)
    },
    closing: closing.signal,
    position: () => known,
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
      for (const waiter of waiters) waiter.wake()
      await listener?.close()
    },
  }
}
