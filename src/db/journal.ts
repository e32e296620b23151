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
  /**
   * Private entries are for the audit only; public when not said. `by_row`: `states` has a column `hidden` too. Of a
   * row that comes out of hiding the public is told that it was created, of one that goes into it, deleted.
   */
  readonly visibility?: 'private' | 'by_row'
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

/** Any constant: all who number a transaction must agree on it. */
const NUMBERING_LOCK = 7_110_531

/** Locks take room in a table of the server that all share. */
const MOST_IDS_LOCKED = 100

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
  #isNumbered = false
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
    const these = sql`any(${rows}::uuid[])`
    await this.#lock(recorded, rows)
    const { rows: kept } = await sql<{ states: string | null }>`
      select json_agg(kept)::text as states from (${recorded.states(these)}) kept`.execute(this.trx)
    await mutate()
    return await this.#record(recorded, rows, kept[0]!.states ?? '[]', { reason, replacedBy })
  }

  /**
   * Locks these rows, and the ids of those that are not there: else a row that another transaction makes after the
   * look at what was, and before `mutate`, would be changed behind the journal's back. Of many ids only the rows: that
   * many are new, and nobody else knows them yet.
   */
  async #lock({ table }: Recorded, ids: readonly string[]): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      with there as materialized (select id from ${sql.table(table)} where id = any(${ids}::uuid[]) order by id for update)
      select id from unnest(${ids}::uuid[]) as wanted (id)
      where not exists (select from there where there.id = wanted.id)
      order by id limit ${MOST_IDS_LOCKED + 1}`.execute(this.trx)
    if (rows.length === 0 || rows.length > MOST_IDS_LOCKED) return
    const missing = rows.map(({ id }) => id)
    await sql`select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(${missing}::text[]) as id`.execute(
      this.trx,
    )
    await sql`select from ${sql.table(table)} where id = any(${missing}::uuid[]) order by id for update`.execute(
      this.trx,
    )
  }

  /**
   * Compares the rows with what they were, and writes an entry for each that differs. States stay in the database; only
   * those before pass through us, as one text.
   */
  async #record(
    { table, states, ...recorded }: Recorded,
    ids: readonly string[],
    before: string,
    told: { reason: string | null; replacedBy: string | null },
  ): Promise<Counts> {
    const hidden = HIDDEN_ROWS[recorded.visibility ?? 'public']
    const { rows } = await sql<Recording>`
      with was as materialized (
        select * from json_to_recordset(${before}::json)
          as was (id uuid, type text, revision int, state json, territories uuid[], hidden boolean)
      ), is_now as materialized (${states(sql`any(${ids}::uuid[])`)}),
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
        update ${sql.table(table)} as this set revision = c.revision, updated_at = ${this.author.at}
        from compared c where c.was is not null and c.is_now is not null and this.id = c.id
      ), numbered as materialized (
        select coalesce(${this.#transactionId ?? null}::bigint,
          nextval(pg_get_serial_sequence('journal_transaction', 'id'))) as id
        where exists (select from differing)
      ), written as (
        insert into journal_entry (transaction_id, ordinal, type, id, revision, change, fields_changed, before, after,
          visibility, territories_before, territories_after, reason, replaced_by)
        select numbered.id, ${this.#entries}::int + (row_number() over (order by place.at))::int, type, d.id, revision,
          change, ${fieldsChanged}, before, after, visibility, left_behind, entered, ${told.reason}::text,
          case change when 'deleted' then ${told.replacedBy}::uuid end
        from numbered, differing d
        join unnest(${ids}::uuid[]) with ordinality as place (id, at) on place.id = d.id
      )
      select (select id from numbered) as transaction_id,
        (select count(*) from was full join is_now using (id)) as looked_at,
        (select count(*) from differing where change = 'created') as created,
        (select count(*) from differing where change = 'updated') as updated,
        (select count(*) from differing where change = 'deleted') as deleted,
        (select coalesce(json_agg(scope), '[]') from (
          select type, visibility, array_agg(distinct territory) as territories
          from differing, unnest(${ANYWHERE}::uuid || left_behind || entered) as territory group by type, visibility
        ) scope) as scopes`.execute(this.trx)
    const { transaction_id, looked_at, scopes, created, updated, deleted } = rows[0]!
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
    const types = [...this.#publicTypes]
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

interface Recording {
  transaction_id: number
  looked_at: number
  created: number
  updated: number
  deleted: number
  scopes: { type: string; visibility: 'public' | 'private'; territories: string[] }[]
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
