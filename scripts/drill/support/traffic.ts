import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** One request, as its client saw it. */
interface Seen {
  readonly at: number
  readonly ms: number
  readonly kind: 'read' | 'write'
  /** A status with the code of the problem, `reset`, or `no answer`. */
  readonly status: string
  readonly isAcknowledged: boolean
}

/** What clients saw of some time. */
export interface Figures {
  readonly acknowledged: number
  /** Longest time without a write that was acknowledged, seconds. */
  readonly gap: number
  readonly reads: number
  readonly readsFailed: number
  /** Longest that anybody waited for an answer, seconds. */
  readonly longest: number
  readonly statuses: Readonly<Record<string, number>>
}

/** Longest that a client waits for an answer, milliseconds. */
const PATIENCE_MS = 30_000
const RETRY_MS = 200
const REST_MS = 20
/** How long what was begun may take to end, milliseconds. */
const LAST_MS = 60_000

/**
 * Clients that write and read through HTTP for as long as it takes. A write is a workshop with a title of its own, sent
 * again under its Idempotency-Key until it is acknowledged.
 */
export class Traffic {
  /** What was acknowledged: the id by the title. */
  readonly acknowledged = new Map<string, string>()
  /** Statuses that nobody may ever see, and answers without what every such answer must have. */
  readonly faults: string[] = []
  replays = 0
  readonly #url: string
  readonly #key: string
  readonly #who: string
  readonly #seen: Seen[] = []
  readonly #clients: Promise<void>[] = []
  #isOver = false
  #overAt = 0

  /** @param who in the titles of what it writes, where others write too */
  constructor(url: string, key: string, who = '') {
    this.#url = url
    this.#key = key
    this.#who = who
  }

  start(writers: number, readers: number): void {
    for (let number = 0; number < writers; number += 1) this.#clients.push(this.#write(number))
    for (let number = 0; number < readers; number += 1) this.#clients.push(this.#read(number))
  }

  /** Lets every write that was begun come to its end. */
  async stop(): Promise<void> {
    this.#isOver = true
    this.#overAt = performance.now()
    await Promise.all(this.#clients)
  }

  /** Resolves when a write that began after now is acknowledged. @returns seconds */
  async nextAcknowledged(seconds = 90): Promise<number> {
    const began = performance.now()
    const isLater = ({ at, ms, isAcknowledged }: Seen) => isAcknowledged && at - ms > began
    while (!this.#seen.some(isLater)) {
      if (performance.now() - began > seconds * 1_000)
        throw new Error(`no write went through in ${seconds} s`)
      await sleep(50)
    }
    return (performance.now() - began) / 1_000
  }

  /** @param from, to of `performance.now()` */
  figures(from: number, to = performance.now()): Figures {
    const seen = this.#seen.filter(({ at }) => at >= from && at <= to)
    const writes = seen.filter(({ isAcknowledged }) => isAcknowledged).map(({ at }) => at)
    const moments = [from, ...writes, to]
    const reads = seen.filter(({ kind }) => kind === 'read')
    const statuses: Record<string, number> = {}
    for (const { kind, status } of seen)
      statuses[`${kind} ${status}`] = (statuses[`${kind} ${status}`] ?? 0) + 1
    return {
      acknowledged: writes.length,
      gap: Math.max(...moments.slice(1).map((at, index) => at - moments[index]!)) / 1_000,
      reads: reads.length,
      readsFailed: reads.filter(({ status }) => !/^[23]/.test(status)).length,
      longest: Math.max(0, ...seen.map(({ ms }) => ms)) / 1_000,
      statuses,
    }
  }

  async #write(writer: number): Promise<void> {
    for (let number = 0; !this.#isOver; number += 1) {
      const title = `drill ${this.#who}${writer}-${number}`
      const headers = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' }
      const body = JSON.stringify({
        kind: 'training',
        collectivities: [],
        title: { en: title },
        sources: [{ title: 'Drill', publisher: 'Drill' }],
      })
      // Until it is acknowledged, even when all is over: nobody may end without knowing.
      for (let id: string | undefined; id === undefined; ) {
        if (this.#isOver && performance.now() - this.#overAt > LAST_MS) {
          this.faults.push('a write was never acknowledged')
          return
        }
        const answer = await this.#ask('write', '/v1/workshops', { method: 'POST', headers, body })
        if (answer?.ok) {
          id = (JSON.parse(answer.text) as { id: string }).id
          this.acknowledged.set(title, id)
        } else await sleep(RETRY_MS)
      }
      await sleep(REST_MS)
    }
  }

  async #read(reader: number): Promise<void> {
    for (let number = 0; !this.#isOver; number += 1) {
      // One that is kept in memory, one that must be asked of the database.
      const path =
        number % 2
          ? '/v1/network'
          : `/v1/communes?limit=5&q=${reader}${String.fromCharCode(97 + (number % 26))}`
      await this.#ask('read', path, {})
      await sleep(REST_MS)
    }
  }

  async #ask(kind: Seen['kind'], path: string, init: RequestInit) {
    const began = performance.now()
    try {
      const answer = await fetch(this.#url + path, {
        ...init,
        headers: { ...init.headers, ...(kind === 'write' ? { authorization: `Bearer ${this.#key}` } : {}) },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const text = await answer.text()
      this.#look(kind, answer, text)
      if (answer.headers.has('idempotency-replayed')) this.replays += 1
      const status = answer.ok ? `${answer.status}` : `${answer.status} ${codeOf(text)}`
      this.#note(began, kind, status, kind === 'write' && answer.ok)
      return { ok: answer.ok, text }
    } catch (error) {
      const isLate = (error as Error).name === 'TimeoutError'
      if (isLate) this.faults.push(`a ${kind} had no answer in ${PATIENCE_MS / 1_000} s`)
      this.#note(began, kind, isLate ? 'no answer' : 'reset', false)
      return undefined
    }
  }

  /** What must hold of any answer, whatever happens behind it. */
  #look(kind: string, answer: Response, text: string): void {
    const { status } = answer
    const isFine =
      answer.ok || status === 503 || (status === 409 && codeOf(text) === 'idempotency_in_progress')
    if (!isFine) this.faults.push(`a ${kind} got ${status}: ${text.slice(0, 200)}`)
    if (status === 503 && !answer.headers.has('retry-after'))
      this.faults.push(`a ${kind} got 503 without Retry-After`)
    if (!answer.ok && !answer.headers.get('content-type')?.startsWith('application/problem+json'))
      this.faults.push(`a ${kind} got ${status} that is no problem+json`)
  }

  #note(began: number, kind: Seen['kind'], status: string, isAcknowledged: boolean): void {
    const at = performance.now()
    this.#seen.push({ at, ms: at - began, kind, status, isAcknowledged })
  }
}

const codeOf = (text: string): string => /"code":"(\w+)"/.exec(text)?.[1] ?? ''
