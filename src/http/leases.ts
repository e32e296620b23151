import { Allowances, type Counts, countAlone, type Left } from './allowance.ts'

/** Longest that a worker waits for its primary before it counts by itself, milliseconds. */
const ANSWER_MS = 1_000
/** What a worker has borrowed and not spent goes back that often. */
const SETTLE_MS = 1_000
/** A worker gets at most its part of what is left, divided by this: the less is left, the nearer to one by one. */
const SHARE = 8

interface Of {
  readonly policy: string
  readonly client: string
}

interface ToPrimary extends Of {
  /** That a client has in a window. */
  readonly most: number
}

/** A worker needs so much for those who wait, and would have more for those who come next. */
export interface Ask extends ToPrimary {
  readonly lease: 'ask'
  readonly needed: number
  readonly wanted: number
}

export interface Answer extends Of {
  readonly lease: 'answer'
  readonly points: number
  /** To all others, when this has been lent. */
  readonly left: number
  readonly milliseconds: number
  /** Which window of the client it is of. */
  readonly window: number
}

export interface Return extends ToPrimary {
  readonly lease: 'return'
  readonly points: number
  /** Where it is not known any more, the one that the client is in. */
  readonly window: number | undefined
}

export const isOfLease = (message: unknown): message is Ask | Answer | Return =>
  typeof (message as Ask | null)?.lease === 'string'

/** Lends of the allowances of clients, as the primary of several workers does. */
export class Lender {
  readonly #workers: number
  readonly #policies = new Map<string, Allowances>()

  constructor(workers: number) {
    this.#workers = workers
  }

  hear(message: Ask | Return): Answer | undefined {
    const { policy, client } = message
    let allowances = this.#policies.get(policy)
    if (allowances === undefined) {
      allowances = new Allowances(message.most)
      this.#policies.set(policy, allowances)
    }
    if (message.lease === 'return') {
      allowances.giveBack(client, message.points, message.window)
      return undefined
    }
    const window = allowances.of(client)
    const ahead = Math.min(message.wanted, Math.floor(window.left / (SHARE * this.#workers)))
    const points = Math.min(window.left, Math.max(message.needed, ahead))
    window.left -= points
    const milliseconds = window.endsAt - performance.now()
    return { lease: 'answer', policy, client, points, left: window.left, milliseconds, window: window.endsAt }
  }
}

/** What a worker has of one client's allowance. */
interface Lease {
  points: number
  left: number
  endsAt: number
  window: number
  /** How much it was lent the last time: whoever comes again within a second is lent twice as much. */
  size: number
}

interface Waiting {
  readonly takers: ((left: Left) => void)[]
  /** Of those who only ask what is left. */
  readonly lookers: ((left: Left) => void)[]
  late: NodeJS.Timeout
}

/**
 * Counts together with other workers: borrows of a client's allowance from the primary, by one at first, and answers from
 * that. Never more is given than there is; less by what other workers hold unspent, for a second at most.
 */
export class Leases implements Counts {
  readonly #policy: string
  readonly #most: number
  readonly #send: (message: Ask | Return) => void
  /** While the primary does not answer. */
  readonly #own: Counts
  readonly #leases = new Map<string, Lease>()
  readonly #waiting = new Map<string, Waiting>()

  constructor(policy: string, most: number, send: (message: Ask | Return) => void) {
    this.#policy = policy
    this.#most = most
    this.#send = send
    this.#own = countAlone(most)
    setInterval(() => this.settle(), SETTLE_MS).unref()
  }

  take(client: string): Left | Promise<Left> {
    const lease = this.#lease(client)
    if (lease !== undefined && lease.points > 0) return spend(lease)
    return new Promise((taker) => this.#wait(client).takers.push(taker))
  }

  current(client: string): Left | Promise<Left> {
    const lease = this.#lease(client)
    if (lease !== undefined && lease.points > 0) return leftOf(lease)
    return new Promise((looker) => this.#wait(client).lookers.push(looker))
  }

  giveBack(client: string): Left | undefined {
    const lease = this.#lease(client)
    this.#giveBack(client, 1, lease?.window)
    if (lease === undefined) return undefined
    lease.left += 1
    return leftOf(lease)
  }

  /** Gives back what is not spent. */
  settle(): void {
    for (const [client, { points, window }] of this.#leases) this.#giveBack(client, points, window)
    this.#leases.clear()
  }

  /** Takes what the primary lends. */
  hear({ client, points, left, milliseconds, window }: Answer): void {
    const waiting = this.#waiting.get(client)
    if (waiting === undefined) {
      this.#giveBack(client, points, window)
      return
    }
    this.#waiting.delete(client)
    clearTimeout(waiting.late)
    const lease = { points, left, window, endsAt: performance.now() + milliseconds, size: points }
    this.#leases.set(client, lease)
    for (const looker of waiting.lookers) looker(leftOf(lease))
    for (const taker of waiting.takers.splice(0, points)) taker(spend(lease))
    if (waiting.takers.length === 0) return
    if (points === 0 && left === 0)
      for (const taker of waiting.takers) taker({ left: -1, endsAt: lease.endsAt })
    else this.#wait(client).takers.push(...waiting.takers)
  }

  #lease(client: string): Lease | undefined {
    const lease = this.#leases.get(client)
    return lease !== undefined && lease.endsAt > performance.now() ? lease : undefined
  }

  #wait(client: string): Waiting {
    const known = this.#waiting.get(client)
    if (known !== undefined) return known
    const late = setTimeout(() => this.#countAlone(client), ANSWER_MS)
    const waiting: Waiting = { takers: [], lookers: [], late }
    this.#waiting.set(client, waiting)
    // Whoever else comes in this turn is asked for with it.
    setImmediate(() => {
      const needed = waiting.takers.length
      const wanted = needed === 0 ? 0 : 2 * (this.#lease(client)?.size ?? 0)
      this.#send({ lease: 'ask', policy: this.#policy, most: this.#most, client, needed, wanted })
    })
    return waiting
  }

  #countAlone(client: string): void {
    const waiting = this.#waiting.get(client)
    this.#waiting.delete(client)
    const none = { left: this.#most, endsAt: performance.now() }
    for (const looker of waiting?.lookers ?? [])
      looker((this.#own.current(client) as Left | undefined) ?? none)
    for (const taker of waiting?.takers ?? []) taker(this.#own.take(client) as Left)
  }

  #giveBack(client: string, points: number, window: number | undefined): void {
    if (points === 0) return
    this.#send({ lease: 'return', policy: this.#policy, most: this.#most, client, points, window })
  }
}

const leftOf = ({ points, left, endsAt }: Lease): Left => ({ left: points + left, endsAt })

function spend(lease: Lease): Left {
  lease.points -= 1
  return leftOf(lease)
}
