import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Offered {
  /** Answers that were right, a second. */
  readonly good: number
  /** Refused with 503, a second. */
  readonly refused: number
  /** Anything else: other answers, and none. */
  readonly wrong: number
  /** Milliseconds of each right answer. */
  readonly times: readonly number[]
}

const TICK_MS = 5
/** Open at once, and from before: more than may wait in the service, so that it is the service who refuses. */
const CONNECTIONS = 400
/** Longest that anybody waits for an answer. */
const PATIENCE_MS = 10_000

/** Asks so many times a second, however long the answers before take. */
export async function offer(
  aim: { readonly url: string; readonly length: number },
  perSecond: number,
  seconds: number,
): Promise<Offered> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, maxFreeSockets: CONNECTIONS })
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () => answer(new URL('/healthz', aim.url).href, agent)),
  )
  const times: number[] = []
  let [refused, wrong] = [0, 0]
  const ask = async () => {
    const asked = performance.now()
    const { status, length } = await answer(aim.url, agent)
    if (status === 200 && length === aim.length) times.push(performance.now() - asked)
    else if (status === 503) refused += 1
    else wrong += 1
  }
  const asking: Promise<void>[] = []
  const began = performance.now()
  for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - began) / 1_000) {
    while (asking.length < elapsed * perSecond) asking.push(ask())
    await sleep(TICK_MS)
  }
  await Promise.all(asking)
  agent.destroy()
  // The last answers came later, and are of the work of this time all the same.
  const lasted = (performance.now() - began) / 1_000
  return { good: times.length / lasted, refused: refused / lasted, wrong, times }
}

function answer(url: string, agent: Agent): Promise<{ status: number; length: number }> {
  return new Promise((done) => {
    const lost = () => done({ status: 0, length: 0 })
    const request = get(url, { agent, signal: AbortSignal.timeout(PATIENCE_MS) }, (response) => {
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
      })
      response.once('end', () => done({ status: response.statusCode!, length }))
      response.once('error', lost)
    })
    request.once('error', lost)
  })
}
