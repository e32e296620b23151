import { type RawBuilder, sql, type Transaction } from 'kysely'
import { writePosition } from '../domain/position.ts'
import type { Db } from './database.ts'
import { asProblem, unknownOutcome } from './errors.ts'
import { type Recording, type Seen, statementsOf } from './journal-statements.ts'
import { gaveWay } from './retry.ts'
import type { Database } from './schema.ts'
import { prepared } from './settled.ts'
import type { Shape } from './shape.ts'
import { standstillOf } from './standstill.ts'

/** Who writes, from where, and when. */
export interface Authorship {
  /** Issuer and subject of a token, the name of a key, or `system`. */
  readonly actor: string
  /** What the change came through: `api`, `import`, `seed`. */
  readonly origin: string
  readonly requestId: string | null
  readonly at: Date
}

/** A kind of row whose every change is journalled. */
export interface Recorded {
  readonly table: keyof Database & string
  /**
   * Private entries are for the audit only; public when not said. `by_row`: `states` has a column `hidden` too. Of a
   * row that comes out of hiding the public is told that it was created, of one that goes into it, deleted.
   */
  readonly visibility?: 'private' | 'by_row'
  /** What `state` is made of; of each kind that the public is told of. */
  readonly facts?: Shape
  /** A query of `id`, `type`, `state` (json: the row's own public facts, nothing computed) and `territories`. */
  readonly states: (ids: RawBuilder<unknown>) => RawBuilder<unknown>
}

/** How many rows a change has created, updated, deleted and left as they were. */
export interface Counts {
  readonly created: number
  readonly updated: number
  readonly deleted: number
  readonly unchanged: number
}

/** Sent, with the position and the public types of a transaction, when it commits. */
export const CHANNEL = 'journal'

/** In the place of a territory: any, or none. */
export const ANYWHERE = '00000000-0000-0000-0000-000000000000'
/** In the place of a territory: of an entry that is private. */
export const HIDDEN = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** What a write meets that waits at its end: for another to commit, or for its own COMMIT. */
const NOTHING_COMMITS: readonly unknown[] = ['timeout', 'outcome_unknown']

/**
 * The one door for writes: one transaction, whose changes are all in the journal under one position when it
 * commits, in the order of the commits. Nothing changed, nothing written.
 *
 * @throws {DomainError} `outcome_unknown` when the connection was lost after COMMIT had been sent
 */
export async function transact<T>(
  db: Db,
  author: Authorship,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  // Read committed, whatever the database's default: the numbering must see what committed while it waited.
  const transaction = db.transaction().setIsolationLevel('read committed')
  const standstill = standstillOf(db)
  const leave = standstill.enter()
  let failure: unknown
  let isNumbering = false
  let isCommitting = false
  const done = transaction.execute(async (trx) => {
    const writing = new Writing(trx, author)
    try {
      const result = await work(writing)
      isNumbering = true
      await writing.number()
      isCommitting = true
      return [result, writing] as const
    } catch (error) {
      failure = error
      throw error
    }
  })
  const ended = done.catch((error) => {
    // Where the connection is lost, the rollback fails too, and its error would hide the first.
    const told = isCommitting ? unknownOutcome(error) : (failure ?? error)
    if (isNumbering && NOTHING_COMMITS.includes(asProblem(told)?.code)) standstill.begin()
    throw told
  })
  const [result, writing] = await ended.finally(leave)
  const { position, publicTypes } = writing
  if (position !== undefined) standstill.end()
  if (position !== undefined && publicTypes.size > 0)
    for (const heard of followers.get(db) ?? []) heard(position, [...publicTypes])
  return result
}

/** Told the position and the public types of what this process has committed. */
type CommitFollower = (position: number, types: readonly string[]) => void

const followers = new WeakMap<Db, Set<CommitFollower>>()

/** Tells of every commit through `db` that the public may see, before whoever made it goes on. @returns how to end that */
export function followCommits(db: Db, heard: CommitFollower): () => void {
  const those = followers.get(db) ?? new Set()
  followers.set(db, those.add(heard))
  return () => void those.delete(heard)
}

export class Writing {
  readonly trx: Transaction<Database>
  readonly author: Authorship
  #transactionId: number | undefined
  #entries = 0
  /** Changes that are under way, one within another. */
  #depth = 0
  #isNumbered = false
  #position: number | undefined
  #epoch = ''
  /** The row that was looked at last, while nothing has been changed since. */
  #seen: { recorded: Recorded; id: string; seen: Seen } | undefined
  readonly #publicTypes = new Set<string>()

  constructor(trx: Transaction<Database>, author: Authorship) {
    this.trx = trx
    this.author = author
  }

  /**
   * Locks these rows, lets `mutate` write them, and records what differs afterwards: revision and `updated_at`
   * of a changed row move here, those of an unchanged one do not. `mutate` sets neither, except on insert. A row that
   * came to be of another territory has changed, even if no fact of its own has.
   *
   * @param replacedBy of rows that `mutate` deletes: the record that stands for them from now on
   * @returns how many rows were created, updated, deleted and left as they were
   */
  async change(
    recorded: Recorded,
    ids: readonly string[],
    mutate: () => Promise<unknown>,
    reason: string | null = null,
    replacedBy: string | null = null,
  ): Promise<Counts> {
    if (this.#isNumbered) throw new Error('a transaction that has its position changes nothing more')
    const rows = [...new Set(ids)]
    const kept = this.#place()
    const { states, position } = await this.#look(recorded, rows, kept)
    this.#seen = undefined
    this.#depth += 1
    await mutate()
    this.#depth -= 1
    const [found] = await statementsOf(recorded, rows.length === 1).record(this.trx, {
      ...{ ids: rows, id: rows[0] },
      wanted: rows.length,
      before: states ?? '[]',
      ...{ kept, position },
      transactionId: this.#transactionId,
      entries: this.#entries,
      at: this.author.at,
      reason,
      replacedBy,
    })
    if (found!.came_between) throw gaveWay('rows that were not there are another transaction’s now')
    return this.#note(found!)
  }

  /**
   * Locks a row and reads it, for what comes next to be decided on: a change of it alone, if it comes before any other,
   * then need not look again.
   */
  async look<State>(recorded: Recorded, id: string): Promise<{ revision: number; state: State } | undefined> {
    const seen = await this.#look(recorded, [id], this.#place())
    return JSON.parse(seen.states ?? '[]')[0]
  }

  /** The name under which the database keeps what many rows were; a change within a change has another. */
  #place(): string {
    return `journal.before_${this.#depth}`
  }

  /** Locks the rows that are there, and reads them. */
  async #look(recorded: Recorded, ids: readonly string[], kept: string): Promise<Seen> {
    if (ids.length === 1 && this.#seen?.recorded === recorded && this.#seen.id === ids[0])
      return this.#seen.seen
    const { look } = statementsOf(recorded, ids.length === 1)
    const whose = { ids, id: ids[0], kept }
    let [seen] = await look(this.trx, whose)
    // What was read while the lock was waited for is older than the rows that are locked now.
    if (!seen!.is_fresh) [seen] = await look(this.trx, whose)
    if (ids.length === 1) this.#seen = { recorded, id: ids[0]!, seen: seen! }
    return seen!
  }

  #note({ transaction_id, looked_at, public_types, created, updated, deleted }: Recording): Counts {
    const entries = created + updated + deleted
    if (entries > 0) this.#transactionId = transaction_id
    this.#entries += entries
    for (const type of public_types) this.#publicTypes.add(type)
    return { created, updated, deleted, unchanged: looked_at - entries }
  }

  /** Of the journal; undefined while nothing has changed. */
  get transactionId(): number | undefined {
    return this.#transactionId
  }

  /** Of the transaction; undefined while it is not numbered. */
  get position(): number | undefined {
    return this.#position
  }

  /** The same as it is on the wire. */
  get wirePosition(): string | undefined {
    return this.#position === undefined
      ? undefined
      : writePosition({ epoch: this.#epoch, number: this.#position, ordinal: null })
  }

  /** The types whose changes the public is told. */
  get publicTypes(): ReadonlySet<string> {
    return this.#publicTypes
  }

  /** Does work and takes it all back, as if it had never been: it fails where the same in earnest would. */
  async rehearse(work: (writing: Writing) => Promise<unknown>): Promise<void> {
    await sql`savepoint rehearsal`.execute(this.trx)
    await work(new Writing(this.trx, this.author))
    await sql`rollback to savepoint rehearsal`.execute(this.trx)
  }

  /**
   * Gives the transaction its position: the last thing before the commit, so that the lock is held for no work. Whoever
   * has to tell the position calls it after the last change; else transact does.
   */
  async number(): Promise<void> {
    if (this.#transactionId === undefined || this.#isNumbered) return
    this.#isNumbered = true
    const { actor, origin, requestId, at } = this.author
    const [numbered] = await number(this.trx, {
      transactionId: this.#transactionId,
      ...{ at, actor, origin, requestId, types: [...this.#publicTypes] },
    })
    this.#position = numbered!.position
    this.#epoch = numbered!.epoch
  }
}

interface Numbering {
  transactionId: number
  at: Date
  actor: string
  origin: string
  requestId: string | null
  /** The public ones. */
  types: string[]
}

/**
 * In one call, so that the lock which it takes is held for no round trip but that of the commit. The territories are
 * gathered before it, and stay in the database: those of a large import are as many as its rows.
 */
const number = prepared<Numbering, { position: number; epoch: string }>(
  (value) => sql`
    select journal_number(${value('transactionId')}, ${value('at')}, ${value('actor')}, ${value('origin')},
      ${value('requestId')}, territories, types, ${value('types')}) as position,
      (select epoch from installation) as epoch
    from (
      select coalesce(array_agg(territory), '{}') as territories, coalesce(array_agg(type), '{}') as types
      from (
        select distinct territory, type
        from journal_entry, unnest(case visibility
          when 'public' then ${sql.lit(ANYWHERE)}::uuid || territories_before || territories_after
          else array[${sql.lit(HIDDEN)}::uuid] end) as territory
        where transaction_id = ${value('transactionId')}
      ) scope
    ) scopes`,
)
