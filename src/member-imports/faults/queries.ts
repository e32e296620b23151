import { type RawBuilder, sql } from 'kysely'
import { faultTemplates, type Language, type MessageKey, type MessageValues } from '../../domain/messages.ts'
import { memberCells } from '../../members/queries.ts'
import { type Column, columnOf } from '../columns.ts'
import type { Options } from '../words.ts'

type Sql = RawBuilder<unknown>

/** What is wrong with a row only in the light of what is there; each an SQL list of JSON objects or nulls. */
export interface Faults {
  readonly invalid: Sql
  readonly conflict: Sql
  readonly wouldRestore: Sql
  /** Joins that these need besides those of the decision. */
  readonly from: Sql
}

/** A fault as it is kept with its row: without a text, which is made in the language of whoever reads it. */
export interface KeptFault {
  readonly column?: string | null
  readonly pointer?: string
  readonly code: MessageKey
  readonly values?: MessageValues | null
  readonly allowed?: readonly string[]
}

/** Columns whose JSON is compared without regard to blanks. */
const JSON_CHECKS = ['transitions', 'focal_points']

/**
 * Over the sent row `x` (with `found`, its collectivity, and `target`, its member), that member `m`, its collectivity
 * `c` and what is wanted of it, `w`.
 */
export function faultsOf(import_: {
  readonly columns: readonly string[]
  readonly mode: Options['mode']
  readonly match_on: Options['match_on']
  readonly asOf: string
}): Faults {
  const { columns, mode, match_on, asOf } = import_
  const told = columns.map((name) => columnOf(name)!)
  const first = (...names: string[]) => told.find(({ name }) => names.includes(name.split('.')[0]!)) ?? null
  const cell = ({ name }: Column) => sql`nullif(trim(x.cells[${sql.lit(columns.indexOf(name) + 1)}]), '')`
  const cellOf = (name: string) => (columns.includes(name) ? cell(columnOf(name)!) : sql`null::text`)
  const isCleared = (name: string) =>
    columns.includes(name) ? sql`trim(x.cells[${sql.lit(columns.indexOf(name) + 1)}]) = ''` : sql`false`
  const fault = (when: Sql, code: MessageKey, column: Column | null, pointer: string, values: Values = {}) =>
    sql`case when ${when} then ${faultJson(code, column?.name ?? null, pointer, values)} end`

  const key = keyOf(columns)
  const collectivity = key === undefined ? null : columnOf(key)!
  const number = first('identifiers', 'identifier')
  const known = memberCells()
  const isNew = sql`x.target is null`
  const cameBack = sql`m.left_on is not null and case
    when x.by_id is not null then ${isCleared('left_on.value')} or coalesce(${cellOf('status')}, 'withdrawn') <> 'withdrawn'
    else ${cellOf('status')} is distinct from 'withdrawn'
      and ${cellOf('left_on.value')} is distinct from ${known.get('left_on.value')!} end`
  const standing = sql`case when ${isNew} then case when w.joined_on is null then 'candidate' else 'active' end
    else ${known.get('status')!} end`
  const statusMoved = fault(
    sql`m.left_on is null and ${cellOf('status')} <> ${standing}`,
    'by_transition_only',
    columnOf('status')!,
    '/status',
  )

  const checks = told
    .filter(({ role, name }) => role === 'check' && !['status', 'left_on', 'left_on.value'].includes(name))
    .map((column) => {
      const value = sql`(${known.get(column.name === 'type' ? 'collectivity.type' : column.name)!})::text`
      const plain = (text: Sql) =>
        JSON_CHECKS.includes(column.name) ? sql`regexp_replace(${text}, '\\s', '', 'g')` : text
      return fault(
        sql`${plain(cell(column))} <> coalesce(${plain(value)}, '')`,
        'not_editable',
        column,
        column.pointer,
        { value: sql`coalesce(${value}, '')` },
      )
    })
  const otherKeys = ['collectivity.hcp_code', 'collectivity.id'].filter(
    (name) => columns.includes(name) && name !== key,
  )

  return {
    from: columns.includes('status')
      ? sql`left join lateral member_standing(m.id, ${asOf}::date) standing on true`
      : sql``,
    invalid: sql.join([
      fault(
        sql`x.found is null and (x.code is not null or x.collectivity_id is not null)`,
        'no_such_collectivity',
        collectivity,
        '/collectivity',
        { value: sql`coalesce(x.code, x.collectivity_id::text)` },
      ),
      fault(
        sql`x.found is null and x.code is null and x.collectivity_id is null and x.errors is null and ${isNew}
          and x.member_id is null`,
        'required',
        collectivity,
        '/collectivity',
      ),
      fault(
        sql`x.member_id is not null and x.by_id is null or ${mode === 'update' ? sql`x.target is null and x.found is not null` : sql`false`}`,
        'no_such_member',
        first('id') ?? collectivity,
        '/id',
      ),
      fault(
        sql`${match_on === 'identifier' ? sql`true` : sql`false`} and cardinality(x.holders) > 1`,
        'several_members',
        number,
        '/identifiers',
      ),
      fault(sql`m.collectivity_id <> x.found`, 'not_editable', collectivity, '/collectivity', {
        value: sql`c.hcp_code`,
      }),
      ...otherKeys.map((name) =>
        fault(
          sql`${cellOf(name)} <> (${known.get(name)!})::text`,
          'not_editable',
          columnOf(name)!,
          '/collectivity',
          {
            value: sql`(${known.get(name)!})::text`,
          },
        ),
      ),
      ...checks,
      fault(
        sql`m.left_on is null and ${cellOf('left_on.value')} is not null
          or m.left_on is not null and ${cellOf('left_on.value')} <> ${known.get('left_on.value')!}`,
        'by_transition_only',
        columnOf('left_on.value')!,
        '/left_on',
      ),
      ...(columns.includes('status') ? [statusMoved] : []),
      fault(
        sql`not ${isNew} and (m.joined_on is null) <> (w.joined_on is null)`,
        'by_transition_only',
        first('joined_on'),
        '/joined_on',
      ),
      fault(
        sql`w.evidence is not null and w.evidence ->> 'kind' is null`,
        'required',
        columnOf('evidence.kind')!,
        '/evidence/kind',
      ),
      fault(
        sql`${isNew} and not 'sources' = any(x.given) and x.errors is null`,
        'required',
        first('sources', 'source'),
        '/sources',
      ),
    ]),
    conflict: sql.join([
      fault(
        sql`x.first_of_member < x.number and coalesce(x.target, x.found) is not null`,
        'row_repeated',
        collectivity,
        '',
        {
          row: sql`x.first_of_member::text`,
        },
      ),
      fault(
        sql`x.holders is not null and not coalesce(x.holders <@ array[x.target], false)
          or x.first_with_number < x.number and x.first_of_member = x.number`,
        'taken',
        number,
        '/identifiers',
      ),
      fault(
        mode === 'create'
          ? sql`coalesce(x.target, x.present) is not null`
          : sql`${isNew} and x.present is not null`,
        'already_member',
        collectivity,
        '/collectivity',
      ),
      fault(
        sql`x.expected_revision <> m.revision and d.differs`,
        'changed_since',
        columnOf('revision')!,
        '/revision',
        { revision: sql`m.revision::text` },
      ),
    ]),
    wouldRestore: sql.join([fault(cameBack, 'no_longer_member', collectivity, '/status')]),
  }
}

type Values = Readonly<Record<string, Sql>>

/** The first of the columns by which a collectivity is found. */
const keyOf = (columns: readonly string[]) =>
  ['collectivity', 'hcp_code', 'collectivity.hcp_code', 'collectivity.id'].find((name) =>
    columns.includes(name),
  )

function faultJson(code: MessageKey, column: string | null, pointer: string, values: Values): Sql {
  const given = Object.entries(values).map(([name, value]) => sql`${value} as ${sql.id(name)}`)
  const kept =
    given.length === 0 ? sql`null::json` : sql`(select row_to_json(v) from (select ${sql.join(given)}) v)`
  return sql`(select row_to_json(f) from (select ${column}::text as column, ${pointer}::text as pointer,
    ${code}::text as code, ${kept} as ${sql.id('values')}) f)::text`
}

/** To be joined once by whoever tells faults with `toldIn`. */
export const templatesIn = (language: Language): Sql => {
  const { texts, nearest } = faultTemplates(language)
  return sql`(select ${JSON.stringify(texts)}::jsonb as texts, ${nearest}::text as nearest) templates`
}

/** Faults as they are kept, with codes and values, as they are told: with a text of `templatesIn`. */
export const told = (faults: Sql): Sql => sql`(
  select coalesce(json_agg(json_strip_nulls(row_to_json(told)) order by at), '[]')
  from json_array_elements(${faults}) with ordinality as kept (fault, at)
  cross join lateral (
    select fault ->> 'column' as column, fault ->> 'pointer' as pointer, fault ->> 'code' as code, (
        select string_agg(case when n % 2 = 1 then part
          else coalesce(fault -> 'values' ->> part, '{' || part || '}') end, '' order by n)
        from regexp_split_to_table((templates.texts ->> (fault ->> 'code'))
          || case when fault -> 'values' ->> 'nearest' is null then '' else templates.nearest end,
          '[{}]') with ordinality as parts (part, n)
      ) as detail, fault -> 'allowed' as allowed, fault -> 'values' ->> 'nearest' as nearest
  ) told)`
