import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { shared } from '../../changes/follow.ts'
import { readFeed } from '../../changes/queries.ts'
import type { Head } from '../../db/head.ts'
import { type Leased, takeDue } from '../lease/commands.ts'
import { type Sending, sendTurn } from '../sending/commands.ts'

/** Endpoints that one process sends to at a time. */
const MOST_AT_ONCE = 64
/** Retries, pings and what was not heard of wait that long at the most. */
const POLL_MS = 2_000

/** What commits, or comes to its end, within so long is looked for once. */
const GATHER_MS = 10
/** What is under way has so long when all ends. */
const GRACE_MS = 2_000

export interface Sender {
  /** Sends whatever is due, wakes for what comes, until it is stopped. */
  start(head: Head): void
  /** Sends all that is due now. @returns turns that were taken */
  sendDue(): Promise<number>
  /** Waits for the messages that are under way. */
  stop(): Promise<void>
}

/** @param onError told of what goes wrong on our side; nothing of it ends the sending */
export function makeSender(
  options: Omit<Sending, 'stopping' | 'readFeed'> & { onError: (error: Error) => void },
): Sender {
  const { db, clock, post, onError } = options
  const stopping = new AbortController()
  // Endpoints that stand at one place and want the same are told from one read.
  const readShared = shared((question) => readFeed(db, question))
  const sending: Sending = {
    ...options,
    readFeed: (question) => readShared(question, 0),
    stopping: stopping.signal,
  }
  const running = new Set<Promise<void>>()
  let ending: Promise<void> = Promise.resolve()

  async function takeTurns(): Promise<number> {
    const free = MOST_AT_ONCE - running.size
    if (free <= 0) return 0
    const taken = await takeDue(db, clock(), randomUUID(), free)
    for (const leased of taken) begin(leased)
    return taken.length
  }

  function begin(leased: Leased): void {
    const turn = sendTurn(sending, leased)
      .catch(onError)
      .finally(() => running.delete(turn))
    running.add(turn)
  }

  async function forever(head: Head): Promise<void> {
    while (!stopping.signal.aborted) {
      const seen = head.position()
      const taken = await takeTurns().catch((error: Error) => {
        onError(error)
        return 0
      })
      if (taken > 0 && running.size < MOST_AT_ONCE) continue
      const patience = AbortSignal.any([stopping.signal, AbortSignal.timeout(POLL_MS)])
      await Promise.race([...running, head.next(seen, patience)])
      await sleep(GATHER_MS, undefined, { ref: false })
    }
  }

  return {
    start(head) {
      ending = forever(head)
    },
    async sendDue() {
      for (let turns = 0; ; ) {
        const taken = await takeTurns()
        if (taken === 0 && running.size === 0) return turns
        turns += taken
        await Promise.race(running)
      }
    },
    async stop() {
      stopping.abort()
      await ending
      await Promise.race([Promise.all(running), sleep(GRACE_MS, undefined, { ref: false })])
      // Whoever has not answered by now is cut off, and is sent the same again.
      post.close()
      await Promise.all(running)
    },
  }
}
