import { type BoundedPool, type Db, openDatabase, openPool, type Told } from './database.ts'
import { standing } from './epoch.ts'
import type { Head } from './head.ts'
import { followCommits } from './journal.ts'

/** A server that follows the primary, and is read from. */
export interface ReplicaServer {
  /** Host and port. */
  readonly name: string
  readonly db: Db
  readonly pool: BoundedPool
  /** A connection of its own, for the question how far it has come. */
  readonly asking: Db
}

export type ReplicaState = 'used' | 'behind' | 'unreachable'

/** The servers that may be read from, as far as it is known how far each has come. */
export interface Replicas {
  /** How many reads could be made on one, by where they were made. */
  readonly reads: { primary: number; replica: number }
  start(): void
  /** One that has at least this transaction, and is not too far behind; the one with least to do. */
  having(position: number): ReplicaServer | undefined
  /** It did not answer: it is left out until it does. */
  leaveOut(server: ReplicaServer): void
  states(): readonly { readonly name: string; readonly state: ReplicaState; readonly position: number }[]
  close(): Promise<void>
}

/** Milliseconds. */
const ASK_EVERY_MS = 250
/** While one has not come as far as this process knows. */
const ASK_SOON_MS = 25
/** What was known that long ago a replica must have; with the time between two questions, the bound of its answers. */
const MOST_BEHIND_MS = 2_000
/** An answer about itself holds that long. */
const HOLDS_MS = 1_500
const QUESTION_MS = 1_000

interface Known {
  readonly server: ReplicaServer
  position: number
  epoch: string
  /** When it was last asked and answered. */
  answered: number
  isAsked: boolean
}

/** @param options.pool what each is read with; @param options.urls each of one server, not of a balancer */
export function openReplicas(
  urls: readonly string[],
  options: Parameters<typeof openPool>[1],
  told?: Told,
): ReplicaServer[] {
  return urls.map((url) => {
    const pool = openPool(url, options)
    const asking = openPool(url, {
      ...{ poolSize: 1, statementTimeoutMs: QUESTION_MS, waitMs: QUESTION_MS, deadlineMs: QUESTION_MS },
      onError: () => {},
    })
    return { name: nameOf(url), pool, db: openDatabase(pool, told), asking: openDatabase(asking) }
  })
}

function nameOf(url: string): string {
  const { host, searchParams } = new URL(url)
  return searchParams.get('host') ?? host
}

/**
 * @param options.db of the primary: what is committed through it, a replica must have before it is read from
 * @param options.onChange told when one is used or left out
 */
export function followReplicas(options: {
  servers: readonly ReplicaServer[]
  db: Db
  head: Head
  onChange: (name: string, state: ReplicaState) => void
}): Replicas {
  const { servers, db, head, onChange } = options
  const all = servers.map((server): Known => {
    return { server, position: 0, epoch: '', answered: Number.NEGATIVE_INFINITY, isAsked: false }
  })
  const told = new Map<ReplicaServer, ReplicaState>()
  // What was the newest, and since when it was known.
  const heard: { at: number; position: number }[] = []
  let committed = 0
  let timer: NodeJS.Timeout | undefined
  let unfollow: (() => void) | undefined
  let isClosed = false

  async function ask(known: Known): Promise<void> {
    if (known.isAsked) return
    known.isAsked = true
    try {
      const began = performance.now()
      const { epoch, number } = (await standing(known.server.asking)) ?? { epoch: '', number: 0 }
      known.position = number
      known.epoch = epoch
      known.answered = began
    } catch {
      known.answered = Number.NEGATIVE_INFINITY
    } finally {
      known.isAsked = false
    }
  }

  /** The newest that was known so long ago that whoever does not have it is too far behind. */
  function owed(): number {
    const now = performance.now()
    const newest = heard.at(-1)
    if (newest === undefined || head.position() !== newest.position)
      heard.push({ at: now, position: head.position() })
    while (heard.length > 1 && heard[1]!.at <= now - MOST_BEHIND_MS) heard.shift()
    return heard[0]!.at <= now - MOST_BEHIND_MS ? heard[0]!.position : 0
  }

  function stateOf({ position, epoch, answered }: Known): ReplicaState {
    if (performance.now() - answered > HOLDS_MS) return 'unreachable'
    // While it is not known what is new, it is not known either who is behind.
    return head.isCurrent() && epoch === head.epoch() && position >= owed() ? 'used' : 'behind'
  }

  function tell(): void {
    for (const known of all) {
      const state = stateOf(known)
      if (told.get(known.server) === state) continue
      told.set(known.server, state)
      onChange(known.server.name, state)
    }
  }

  function look(): void {
    const newest = Math.max(head.position(), committed)
    const asked = all.map(async (known) => await ask(known))
    void Promise.race([
      Promise.all(asked),
      new Promise((done) => setTimeout(done, ASK_EVERY_MS).unref()),
    ]).then(() => {
      if (isClosed) return
      tell()
      const isBehind = all.some((known) => known.position < newest && stateOf(known) !== 'unreachable')
      timer = setTimeout(look, isBehind ? ASK_SOON_MS : ASK_EVERY_MS).unref()
    })
  }

  return {
    reads: { primary: 0, replica: 0 },
    start() {
      if (timer !== undefined || isClosed) return
      unfollow = followCommits(db, (position) => {
        committed = Math.max(committed, position)
      })
      look()
    },
    having(position) {
      const least = Math.max(position, committed)
      const [best] = all
        .filter((known) => known.position >= least && stateOf(known) === 'used')
        .map(({ server }) => server)
        .sort((a, b) => busy(a) - busy(b))
      return best
    },
    leaveOut(server) {
      for (const known of all) if (known.server === server) known.answered = Number.NEGATIVE_INFINITY
    },
    states: () =>
      all.map((known) => ({ name: known.server.name, state: stateOf(known), position: known.position })),
    async close() {
      isClosed = true
      clearTimeout(timer)
      unfollow?.()
    },
  }
}

const busy = ({ pool }: ReplicaServer) => pool.totalCount - pool.idleCount + pool.waitingCount
