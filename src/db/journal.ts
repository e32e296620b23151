import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Db } from './database.ts'
import type { Database } from './schema.ts'

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
  /** Private entries are for the audit only; public when not said. */
  readonly visibility?: 'private'
  /** A query of `id`, `type`, `state` (json: the row's own public facts, nothing computed) and `territories`. */
  readonly states: (ids: RawBuilder<unknown>) => RawBuilder<StateRow>
}

interface StateRow {
  id: string
  type: string
  revision: number
  state: Record<string, unknown>
  territories: string[]
}

interface Entry {
  type: string
  id: string
  revision: number
  change: 'created' | 'updated' | 'deleted'
  fields_changed: string[]
  before: unknown
  after: unknown
  visibility: 'public' | 'private'
  territories_before: string[]
  territories_after: string[]
  reason: string | null
  replaced_by: string | null
}

/** Sent, with the position and the public types of a transaction, when it commits. */
export const CHANNEL = 'journal'

/** In the place of a territory: any, or none. */
export const ANYWHERE = '00000000-0000-0000-0000-000000000000'

/** Any constant: all who number a transaction must agree on it. */
const NUMBERING_LOCK = 7_110_531

/**
 * The one door for writes: one transaction, whose changes are all in the journal under one position when it
 * commits, in the order of the commits. Nothing changed, nothing written.
 */
export async function transact<T>(
  db: Db,
  author: Authorship,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  // Read committed, whatever the database's default: the numbering must see what committed while it waited.
  const transaction = db.transaction().setIsolationLevel('read committed')
  return await transaction.execute(async (trx) => {
    const writing = new Writing(trx, author)
    const result = await work(writing)
    await writing.number()
    return result
  })
}

export class Writing {
  readonly trx: Transaction<Database>
  readonly author: Authorship
  #transactionId: number | undefined
  #entries = 0
  /** The territories of the public entries, by type. */
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
  ): Promise<{ created: number; updated: number; deleted: number; unchanged: number }> {
    const rows = [...new Set(ids)]
    const these = sql`any(${rows}::uuid[])`
    await sql`select 1 from ${sql.table(recorded.table)} where id = ${these} order by id for update`.execute(
      this.trx,
    )
    const before = await this.#states(recorded, these)
    await mutate()
    const after = await this.#states(recorded, these)
    const told = { reason, replacedBy, visibility: recorded.visibility ?? 'public' } as const
    const entries = rows.flatMap((id) => difference(before.get(id), after.get(id), told))
    const updated = entries.filter((entry) => entry.change === 'updated').map((entry) => entry.id)
    if (updated.length > 0)
      await sql`update ${sql.table(recorded.table)} set revision = revision + 1, updated_at = ${this.author.at}
        where id = any(${updated}::uuid[])`.execute(this.trx)
    await this.#record(entries)
    const count = (change: Entry['change']) => entries.filter((entry) => entry.change === change).length
    const kept = rows.filter((id) => before.has(id) || after.has(id)).length
    return {
      created: count('created'),
      updated: updated.length,
      deleted: count('deleted'),
      unchanged: kept - entries.length,
    }
  }

  async #states(recorded: Recorded, ids: RawBuilder<unknown>): Promise<Map<string, StateRow>> {
    const { rows } = await recorded.states(ids).execute(this.trx)
    return new Map(rows.map((row) => [row.id, row]))
  }

  async #record(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return
    if (this.#transactionId === undefined) {
      const { rows } = await sql<{ id: number }>`
        select nextval(pg_get_serial_sequence('journal_transaction', 'id')) as id`.execute(this.trx)
      this.#transactionId = rows[0]!.id
    }
    await sql`
      insert into journal_entry (transaction_id, ordinal, type, id, revision, change, fields_changed, before, after,
        visibility, territories_before, territories_after, reason, replaced_by)
      select ${this.#transactionId}::bigint, ${this.#entries}::int + (row_number() over ())::int,
        type, id, revision, change, fields_changed, before, after, visibility,
        territories_before, territories_after, reason, replaced_by
      from json_to_recordset(${JSON.stringify(entries)}::json) as entry (
        type text, id uuid, revision int, change text, fields_changed text[], before json, after json,
        visibility text, territories_before uuid[], territories_after uuid[], reason text,
        replaced_by uuid)`.execute(this.trx)
    this.#entries += entries.length
    for (const entry of entries) if (entry.visibility === 'public') this.#note(entry)
  }

  #note({ type, territories_before, territories_after }: Entry): void {
    const known = this.#scopes.get(type) ?? new Set([ANYWHERE])
    for (const territory of [...territories_before, ...territories_after]) known.add(territory)
    this.#scopes.set(type, known)
  }

  /** Gives the transaction its position: the last thing before the commit, so that the lock is held for no work. */
  async number(): Promise<void> {
    if (this.#transactionId === undefined) return
    const { actor, origin, requestId, at } = this.author
    const types = [...this.#scopes.keys()]
    const scopes = [...this.#scopes].flatMap(([type, known]) =>
      [...known].map((territory) => [territory, type]),
    )
    const [territoryOf, typeOf] = [scopes.map(([territory]) => territory), scopes.map(([, type]) => type)]
    await sql`select pg_advisory_xact_lock(${NUMBERING_LOCK})`.execute(this.trx)
    await sql`
      with numbered as (
        insert into journal_transaction (id, position, occurred_at, actor, origin, request_id)
        select ${this.#transactionId}::bigint, coalesce(max(position), 0) + 1, ${at}::timestamptz, ${actor}, ${origin}, ${requestId}
        from journal_transaction
        returning position
      ), scoped as (
        insert into journal_scope (territory, type, position)
        select territory, type, position
        from numbered, unnest(${territoryOf}::uuid[], ${typeOf}::text[]) as scope (territory, type)
      ), latest as (
        insert into type_position (type, position)
        select type, position from numbered, unnest(${types}::text[]) as type
        on conflict (type) do update set position = excluded.position
      )
      select pg_notify(${CHANNEL}, concat_ws(' ', position, ${types.join(',')}::text))
      from numbered where ${types.length > 0}`.execute(this.trx)
  }
}

function difference(
  before: StateRow | undefined,
  after: StateRow | undefined,
  told: { reason: string | null; replacedBy: string | null; visibility: Entry['visibility'] },
): Entry[] {
  const row = after ?? before
  if (row === undefined) return []
  const fields = [
    ...new Set([...Object.keys(before?.state ?? {}), ...Object.keys(after?.state ?? {})]),
  ].filter((field) => JSON.stringify(before?.state[field]) !== JSON.stringify(after?.state[field]))
  const [left, entered] = [before?.territories ?? [], after?.territories ?? []]
  const moved = left.length !== entered.length || left.some((territory) => !entered.includes(territory))
  if (before !== undefined && after !== undefined && fields.length === 0 && !moved) return []
  const change = before === undefined ? 'created' : after === undefined ? 'deleted' : 'updated'
  return [
    {
      type: row.type,
      id: row.id,
      revision: change === 'created' ? row.revision : row.revision + 1,
      change,
      fields_changed: fields,
      before: before?.state ?? null,
      after: after?.state ?? null,
      visibility: told.visibility,
      territories_before: left,
      territories_after: entered,
      reason: told.reason,
      replaced_by: change === 'deleted' ? told.replacedBy : null,
    },
  ]
}
