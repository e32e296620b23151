import { type RawBuilder, sql } from 'kysely'
import type { Recorded } from './journal.ts'
import { prepared } from './settled.ts'

interface Whose {
  ids: readonly string[]
  /** The only one, where there is only one: PostgreSQL then keeps the plan. */
  id: string | undefined
  /** A setting of the transaction: holds what they were, where there are many. */
  kept: string
}

export interface Seen {
  /** Of one row; of many they stay in the database. */
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

export interface Recording {
  came_between: boolean
  transaction_id: number
  looked_at: number
  created: number
  updated: number
  deleted: number
  public_types: string[]
}

type Value<Values> = (name: keyof Values & string) => RawBuilder<unknown>

interface Statements {
  readonly look: ReturnType<typeof prepared<Whose, Seen>>
  readonly record: ReturnType<typeof prepared<ToRecord, Recording>>
}

const statements = new WeakMap<Recorded, { one?: Statements; many?: Statements }>()

/** The statements of a kind of row, each compiled once. */
export function statementsOf(recorded: Recorded, isOne: boolean): Statements {
  const known = statements.get(recorded) ?? {}
  statements.set(recorded, known)
  const these = (value: Value<Whose>) =>
    isOne ? sql`${value('id')}::uuid` : sql`any(${value('ids')}::uuid[])`
  const made = () => ({
    look: prepared<Whose, Seen>((value) =>
      looking(recorded, these(value), isOne ? undefined : value('kept')),
    ),
    record: prepared<ToRecord, Recording>((value) =>
      recording(
        recorded,
        value,
        these(value),
        isOne ? value('before') : sql`current_setting(${value('kept')})`,
      ),
    ),
  })
  if (isOne) known.one ??= made()
  else known.many ??= made()
  return (isOne ? known.one : known.many)!
}

/**
 * Locks the rows that are there, and reads them all as they are.
 *
 * @param kept the setting that their states go into; undefined where they are told
 */
const looking = (
  { table, states }: Recorded,
  these: RawBuilder<unknown>,
  kept: RawBuilder<unknown> | undefined,
) => sql`
  with there as materialized (select id, revision from ${sql.table(table)} where id = ${these} order by id for update),
  kept as materialized (${states(these)})
  select ${kept === undefined ? ALL : sql`left(set_config(${kept}, coalesce(${ALL}, '[]'), true), 0)`} as states,
    (select coalesce(max(position), 0) from journal_transaction) as position,
    not exists (select from there full join kept using (id) where there.revision is distinct from kept.revision) as is_fresh`

const ALL = sql`(select json_agg(kept)::text from kept)`

/**
 * Compares the rows with what they were, and writes an entry for each that differs. States stay in the database; only
 * that of one row before passes through us. Rows that were not there could not be locked: whoever has made one of them
 * meanwhile, and committed, has a position after the one that was last.
 */
const recording = (
  { table, states, visibility }: Recorded,
  value: Value<ToRecord>,
  these: RawBuilder<unknown>,
  before: RawBuilder<unknown>,
) => {
  const hidden = HIDDEN_ROWS[visibility ?? 'public']
  return sql`
    with was as materialized (
      select * from json_to_recordset(${before}::json)
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
      (select coalesce(array_agg(distinct type), '{}') from differing where visibility = 'public') as public_types
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
