import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { KEEP_ALIVE } from './client.ts'
import { CHANNEL } from './journal.ts'

/** One connection that is told of every transaction in the journal as it commits. */
export interface Listener {
  /** Whether the connection stands, so that what commits now will be heard. */
  isListening(): boolean
  close(): Promise<void>
}

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
/** Longest wait for a connection that is being made when all ends. */
const CLOSE_MS = 500

/**
 * Listens until it is closed. A connection that breaks, or that cannot be had, is tried again after a pause that
 * grows; whatever goes wrong is told to `onError` and ends nothing.
 *
 * @param url of the server itself: behind a transaction pooler nothing would be heard
 * @param heard told the position of each transaction with public entries, in order, and the types of those
 * @param onListening called whenever listening begins (again): what committed before was not heard
 */
export function listen(
  url: string,
  heard: (position: number, types: readonly string[]) => void,
  onListening: () => void,
  onError: (error: Error) => void,
): Listener {
  const closing = new AbortController()
  let listening = false

  async function session(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'infitah listen',
      connectionTimeoutMillis: 5_000,
      ...KEEP_ALIVE,
    })
    const ended = new Promise<void>((done) => client.once('end', done))
    const end = () => void client.end().catch(onError)
    client.on('error', onError)
    client.on('notification', ({ payload = '' }) => {
      const [position, types = ''] = payload.split(' ')
      heard(Number(position), types.split(','))
    })
    closing.signal.addEventListener('abort', end, { once: true })
    try {
      await client.connect()
      await client.query(`listen ${pg.escapeIdentifier(CHANNEL)}`)
      listening = true
      onListening()
      await ended
    } finally {
      listening = false
      closing.signal.removeEventListener('abort', end)
      end()
    }
  }

  async function forever(): Promise<void> {
    let pause = FIRST_PAUSE_MS
    while (!closing.signal.aborted) {
      await session().then(
        () => {
          pause = FIRST_PAUSE_MS
        },
        (error) => {
          pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
          onError(error)
        },
      )
      await sleep(pause, undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
  }

  const ending = forever()
  return {
    isListening: () => listening,
    async close() {
      closing.abort()
      await Promise.race([ending, sleep(CLOSE_MS, undefined, { ref: false })])
    },
  }
}
