import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Db } from './database.ts'
import { unknownOutcome } from './errors.ts'
import { gaveWay } from './retry.ts'
import type { Database } from './schema.ts'
import { prepared } from './settled.ts'
import type { Shape } from './shape.ts'

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
  let failure: unknown
  let isCommitting = false
  const done = transaction.execute(async (trx) => {
    const writing = new Writing(trx, author)
    try {
      const result = await work(writing)
      await writing.number()
      isCommitting = true
      return [result, writing] as const
    } catch (error) {
      failure = error
      throw error
    }
  })
  const [result, writing] = await done.catch((error) => {
    // Where the connection is lost, the rollback fails too, and its error would hide the first.
    throw isCommitting ? unknownOutcome(error) : (failure ?? error)
  })
  const { position, publicTypes } = writing
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
  #isNumbered = false
  #position: number | undefined
  /** The row that was looked at last, while nothing has been changed since. */
  #seen: { recorded: Recorded; id: string; seen: Seen } | undefined
  readonly #publicTypes = new Set<string>()
  /** The territories of the entries, by type. */
  readonly #scopes = new Map<string, Set<string>>()

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
    const { states, position } = await this.#look(recorded, rows)
    this.#seen = undefined
    await mutate()
    const [found] = await statementsOf(recorded, rows.length === 1).record(this.trx, {
      ...{ ids: rows, id: rows[0] },
      wanted: rows.length,
      before: states ?? '[]',
      position,
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
    const seen = await this.#look(recorded, [id])
    return JSON.parse(seen.states ?? '[]')[0]
  }

  /** Locks the rows that are there, and reads them. */
  async #look(recorded: Recorded, ids: readonly string[]): Promise<Seen> {
    if (ids.length === 1 && this.#seen?.recorded === recorded && this.#seen.id === ids[0])
      return this.#seen.seen
    const { look } = statementsOf(recorded, ids.length === 1)
    const whose = { ids, id: ids[0] }
    let [seen] = await look(this.trx, whose)
    // What was read while the lock was waited for is older than the rows that are locked now.
    if (!seen!.is_fresh) [seen] = await look(this.trx, whose)
    if (ids.length === 1) this.#seen = { recorded, id: ids[0]!, seen: seen! }
    return seen!
  }

  #note({ transaction_id, looked_at, scopes, created, updated, deleted }: Recording): Counts {
    const entries = created + updated + deleted
    if (entries > 0) this.#transactionId = transaction_id
    this.#entries += entries
    for (const { type, visibility, territories } of scopes) {
      const known = this.#scopes.get(type) ?? new Set()
      this.#scopes.set(type, known)
      for (const territory of visibility === 'public' ? territories : [HIDDEN]) known.add(territory)
      if (visibility === 'public') this.#publicTypes.add(type)
    }
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
    const scopes = [...this.#scopes].flatMap(([type, known]) =>
      [...known].map((territory) => ({ territory, type })),
    )
    const [numbered] = await number(this.trx, {
      transactionId: this.#transactionId,
      ...{ at, actor, origin, requestId, types: [...this.#publicTypes] },
      territoryOf: scopes.map(({ territory }) => territory),
      typeOf: scopes.map(({ type }) => type),
    })
    this.#position = numbered!.position
  }
}

interface Numbering {
  transactionId: number
  at: Date
  actor: string
  origin: string
  requestId: string | null
  /** The territories of the entries, each with a type. */
  territoryOf: string[]
  typeOf: string[]
  /** The public ones. */
  types: string[]
}

/** In one call, so that the lock which it takes is held for no round trip but that of the commit. */
const number = prepared<Numbering, { position: number }>(
  (value) => sql`
    select journal_number(${value('transactionId')}, ${value('at')}, ${value('actor')}, ${value('origin')},
      ${value('requestId')}, ${value('territoryOf')}, ${value('typeOf')}, ${value('types')}) as position`,
)

interface Whose {
  ids: readonly string[]
  /** The only one, where there is only one: PostgreSQL then keeps the plan. */
  id: string | undefined
}

interface Seen {
  states: string | null
  /** The last of the journal. */
  position: number
  is_fresh: boolean
}

interface ToRecord extends Whose {
  /** How many ids. */
  wanted: number
  before: string
  position: number
  transactionId: number | undefined
  entries: number
  at: Date
  reason: string | null
  replacedBy: string | null
}

interface Recording {
  came_between: boolean
  transaction_id: number
  looked_at: number
  created: number
  updated: number
  deleted: number
  scopes: { type: string; visibility: 'public' | 'private'; territories: string[] }[]
}

type Value<Values> = (name: keyof Values & string) => RawBuilder<unknown>

interface Statements {
  readonly look: ReturnType<typeof prepared<Whose, Seen>>
  readonly record: ReturnType<typeof prepared<ToRecord, Recording>>
}

const statements = new WeakMap<Recorded, { one?: Statements; many?: Statements }>()

/** The statements of a kind of row, each compiled once. */
function statementsOf(recorded: Recorded, isOne: boolean): Statements {
  const known = statements.get(recorded) ?? {}
  statements.set(recorded, known)
  const these = (value: Value<Whose>) =>
    isOne ? sql`${value('id')}::uuid` : sql`any(${value('ids')}::uuid[])`
  const made = () => ({
    look: prepared<Whose, Seen>((value) => looking(recorded, these(value))),
    record: prepared<ToRecord, Recording>((value) => recording(recorded, value, these(value))),
  })
  if (isOne) known.one ??= made()
  else known.many ??= made()
  return (isOne ? known.one : known.many)!
}

/** Locks the rows that are there, and reads them all as they are. */
const looking = ({ table, states }: Recorded, these: RawBuilder<unknown>) => sql`
  with there as materialized (select id, revision from ${sql.table(table)} where id = ${these} order by id for update),
  kept as materialized (${states(these)})
  select (select json_agg(kept)::text from kept) as states,
    (select coalesce(max(position), 0) from journal_transaction) as position,
    not exists (select from there full join kept using (id) where there.revision is distinct from kept.revision) as is_fresh`

/**
 * Compares the rows with what they were, and writes an entry for each that differs. States stay in the database; only
 * those before pass through us, as one text. Rows that were not there could not be locked: whoever has made one of them
 * meanwhile, and committed, has a position after the one that was last.
 */
const recording = (
  { table, states, visibility }: Recorded,
  value: Value<ToRecord>,
  these: RawBuilder<unknown>,
) => {
  const hidden = HIDDEN_ROWS[visibility ?? 'public']
  return sql`
    with was as materialized (
      select * from json_to_recordset(${value('before')}::json)
        as was (id uuid, type text, revision int, state json, territories uuid[], hidden boolean)
    ), is_now as materialized (${states(these)}),
    compared as materialized (
      select id, coalesce(i.type, w.type) as type, coalesce(w.revision + 1, i.revision) as revision,
        w.state as was, i.state as is_now,
        w.state is null or ${hidden(sql`w.hidden`)} as hid, i.state is null or ${hidden(sql`i.hidden`)} as hides,
        coalesce(w.territories, '{}') as left_behind, coalesce(i.territories, '{}') as entered
      from was w full join is_now i using (id)
      where w.state::text is distinct from i.state::text
        or not (w.territories @> i.territories and w.territories <@ i.territories)
    ), differing as materialized (
      select id, type, revision, left_behind, entered,
        case when was is null or hid and not hides then 'created'
          when is_now is null or hides and not hid then 'deleted' else 'updated' end as change,
        case when hides or not hid then was end as before, case when hid or not hides then is_now end as after,
        case when hid and hides then 'private' else 'public' end as visibility
      from compared
    ), moved as (
      update ${sql.table(table)} as this set revision = c.revision, updated_at = ${value('at')}
      from compared c where c.was is not null and c.is_now is not null and this.id = c.id and this.id = ${these}
    ), numbered as materialized (
      select coalesce(${value('transactionId')}::bigint,
        nextval(pg_get_serial_sequence('journal_transaction', 'id'))) as id
      where exists (select from differing)
    ), written as (
      insert into journal_entry (transaction_id, ordinal, type, id, revision, change, fields_changed, before, after,
        visibility, territories_before, territories_after, reason, replaced_by)
      select numbered.id, ${value('entries')}::int + (row_number() over (order by place.at))::int, type, d.id, revision,
        change, ${fieldsChanged}, before, after, visibility, left_behind, entered, ${value('reason')}::text,
        case change when 'deleted' then ${value('replacedBy')}::uuid end
      from numbered, differing d
      join unnest(${value('ids')}::uuid[]) with ordinality as place (id, at) on place.id = d.id
    )
    select (select id from numbered) as transaction_id,
      case when (select count(*) from was) < ${value('wanted')}::int then exists (
        select from journal_entry e where e.id = any(${value('ids')}::uuid[])
          and e.transaction_id in (select id from journal_transaction where position > ${value('position')}::bigint)
          and not exists (select from was where was.id = e.id)
      ) else false end as came_between,
      (select count(*) from was full join is_now using (id)) as looked_at, counts.*,
      (select coalesce(json_agg(scope), '[]') from (
        select type, visibility, array_agg(distinct territory) as territories
        from differing, unnest(${sql.lit(ANYWHERE)}::uuid || left_behind || entered) as territory group by type, visibility
      ) scope) as scopes
    from (
      select count(*) filter (where change = 'created') as created, count(*) filter (where change = 'updated') as updated,
        count(*) filter (where change = 'deleted') as deleted
      from differing
    ) counts`
}

/** Whether a row is hidden, by the visibility of its kind. */
const HIDDEN_ROWS = {
  public: () => sql`false`,
  private: () => sql`true`,
  by_row: (column: RawBuilder<unknown>) => column,
}

/** The fields of a row that came or went are all that there are, the same for each row of its kind. */
const fieldsChanged = sql`case when change = 'updated' then array(
    select name from json_each(after) with ordinality as now_ (name, value, at)
    full join json_each(before) as then_ (name, value) using (name)
    where now_.value::text is distinct from then_.value::text order by at
  ) else array(
    select json_object_keys(coalesce(one.after, one.before))
    from (select * from differing where change <> 'updated' limit 1) one
  ) end`
