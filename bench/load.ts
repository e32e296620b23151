import autocannon, { type Client } from 'autocannon'
import { quantile } from './statistics.ts'

export interface Aim {
  readonly url: string
  readonly connections: number
  /** Of every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** That is right; 200 when not said. */
  readonly status?: number
  /** Of the body that is right, bytes. */
  readonly length: number
}

export interface Load {
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Answers of another length or status, and requests without one. */
  readonly wrong: number
}

/** Longest that one answer may take, seconds. */
const PATIENCE = 30

/**
 * Asks for the same thing over and over, each connection as soon as it has its answer, for so many seconds; then
 * waits for the last answers, so that no work is done for a request that is not counted.
 */
export async function load(aim: Aim, seconds: number): Promise<Load> {
  const { url, connections, headers = {}, status: right = 200, length } = aim
  const clients: Client[] = []
  // Its own percentiles are whole milliseconds.
  const times: number[] = []
  let wrong = 0
  const started = performance.now()
  let last = started
  const running = autocannon({
    url,
    connections,
    headers: { ...headers },
    duration: seconds + PATIENCE,
    timeout: PATIENCE,
    sampleInt: 20,
    setupClient: (client) => void clients.push(client),
  })
  const end = setTimeout(() => {
    for (const client of clients) client.responseMax = client.reqsMade
  }, seconds * 1_000)
  running.on('response', (_, status, bytes, milliseconds) => {
    times.push(milliseconds)
    last = performance.now()
    // These bytes have the headers in them, and the marks of the chunks.
    if (status !== right || bytes < length || bytes > length * 1.05 + 4_000) wrong += 1
  })
  const { errors } = await running
  clearTimeout(end)
  if (times.length === 0) throw new Error(`${url} answered nothing`)
  return {
    requests: times.length,
    perSecond: (times.length / (last - started)) * 1_000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    wrong: wrong + errors,
  }
}
