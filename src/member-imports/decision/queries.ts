import { type RawBuilder, sql } from 'kysely'
import { faultsOf } from '../faults/queries.ts'
import { changes, differs, numbersOf, wantedColumns } from '../wanted/queries.ts'
import type { Options } from '../words.ts'

/** What is decided upon: an upload, and what is wanted of it. */
export interface ToDecide extends Pick<Options, 'mode' | 'match_on'> {
  readonly id: string
  /** The names of the upload's columns. */
  readonly columns: readonly string[]
  /** The day as of which the status of a member is told. */
  readonly asOf: string
  /** When it is done: the age of the ids of new members. */
  readonly at: Date
}

/** Of a number, what is the same however it is written. */
const folded = (value: RawBuilder<unknown>) => sql`translate(lower(${value}), ' -_./', '')`

/** What becomes of each row: the columns of import_result. It only looks. */
export function decisions(import_: ToDecide): RawBuilder<unknown> {
  const { id, mode, match_on, at } = import_
  const faults = faultsOf(import_)
  const matched = {
    id: sql`null::uuid`,
    hcp_code: mode === 'create' ? sql`present.id` : sql`coalesce(present.id, past.id)`,
    identifier: sql`x.holders[1]`,
  }[match_on]
  return sql`
    with sent as materialized (select * from import_row where import_id = ${id}),
    codes as materialized (
      select distinct on (scheme, value) scheme, value, collectivity_id from collectivity_identifier
      order by scheme, value, valid_until is not null
    ), numbers as materialized (
      select sent.number, split_part(text, ':', 1) as scheme, substr(text, strpos(text, ':') + 1) as value,
        min(sent.number) over (partition by text) as first_row
      from sent, unnest(sent.identifiers) as text
    ), holders as materialized (
      select numbers.number, array_agg(distinct i.member_id) filter (where i.member_id is not null) as holders,
        min(first_row) as first_row
      from numbers left join member_identifier i on i.scheme = numbers.scheme and i.value = numbers.value
      group by numbers.number
    ), alike as materialized (
      select numbers.number, array_agg(distinct i.member_id) as ids
      from numbers join member_identifier i
        on i.scheme = numbers.scheme and ${folded(sql`i.value`)} = ${folded(sql`numbers.value`)}
      group by numbers.number
    ), n as materialized (${numbersOf(sql`true`)}),
    past as materialized (
      select distinct on (collectivity_id) id, collectivity_id from member where left_on is not null
      order by collectivity_id, begun_on desc, id
    ), named as materialized (
      select sent.*, coalesce(register.id, code.collectivity_id, other_code.collectivity_id) as found,
        by_id.id as by_id, holders.holders, holders.first_row as first_with_number
      from sent
      left join collectivity register on register.id = sent.collectivity_id
      left join codes code on code.scheme = sent.code_scheme and code.value = sent.code
      left join codes other_code on other_code.scheme = sent.code_scheme and other_code.value = sent.other_code
      left join member by_id on by_id.id = sent.member_id
      left join holders on holders.number = sent.number
    ), aimed as materialized (
      select x.*, present.id as present, past.id as past, coalesce(x.by_id, ${matched}) as target,
        min(x.number) over (partition by coalesce(x.by_id, ${matched}, x.found)) as first_of_member
      from named x
      left join member present on present.collectivity_id = x.found and present.left_on is null
      left join past on past.collectivity_id = x.found
    ), judged as (
      select x.number, x.target, x.found, m.collectivity_id as of_collectivity, m.revision,
        d.differs, case when d.differs then ${changes} end as changes,
        concat_ws(',', nullif(substr(x.errors::text, 2, length(x.errors::text) - 2), ''), ${faults.invalid}) as invalid,
        concat_ws(',', ${faults.conflict}) as conflict,
        concat_ws(',', ${faults.wouldRestore}) as would_restore,
        coalesce(x.target, x.present) as concerned,
        case when x.target is null and (alike.ids is not null or x.past is not null)
          then array(select unnest(alike.ids) union select x.past where x.past is not null)
          end as probable_duplicates
      from aimed x
      left join alike on alike.number = x.number
      left join member m on m.id = x.target
      left join collectivity c on c.id = coalesce(m.collectivity_id, x.found)
      left join n on n.member_id = m.id
      ${faults.from}
      cross join lateral (select ${wantedColumns} offset 0) w
      cross join lateral (select x.target is not null and ${differs} as differs offset 0) d
    ), decided as (
      select *, case
        when invalid <> '' then 'invalid'
        when conflict <> '' then 'conflict'
        when would_restore <> '' then 'would_restore'
        when target is null then 'created'
        when differs then 'updated'
        else 'unchanged' end as outcome
      from judged
    )
    select ${id}::uuid, number, outcome,
      case outcome when 'created' then uuid_v7(${at}::timestamptz, number) else concerned end,
      coalesce(of_collectivity, found), revision,
      case outcome when 'updated' then '[' || changes || ']' end::json,
      nullif('[' || concat_ws(',', nullif(invalid, ''), nullif(conflict, ''), nullif(would_restore, '')) || ']', '[]')::json,
      case outcome when 'created' then probable_duplicates end
    from decided`
}
