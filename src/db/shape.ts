import { type RawBuilder, sql } from 'kysely'
import { settled } from './settled.ts'

/** One value of a representation: the SQL that yields it, and how it shows in a table's cell. */
export interface Leaf {
  readonly value: RawBuilder<unknown>
  /** `flag`: a boolean, `true` or `false` in a cell. `json`: a list, one JSON cell. */
  readonly cell: 'plain' | 'flag' | 'json'
  /** Left out unless `include` names it. */
  readonly onRequest?: boolean
}

/** A nested object; its cells are named with a dot. Null as a whole where `present` is false. */
export interface Group {
  readonly fields: Shape
  readonly present?: RawBuilder<unknown>
  /** The whole of it as JSON, in the same form, where the database keeps it so: taken in the place of its fields. */
  readonly kept?: RawBuilder<unknown>
}

/** What a resource looks like on the wire. JSON, CSV, NDJSON, GeoJSON and the journal are all made from it. */
export interface Shape {
  readonly [field: string]: Leaf | Group
}

export const plain = (value: RawBuilder<unknown>): Leaf => ({ value, cell: 'plain' })
export const flag = (value: RawBuilder<unknown>): Leaf => ({ value, cell: 'flag' })
export const json = (value: RawBuilder<unknown>): Leaf => ({ value, cell: 'json' })
export const onRequest = (leaf: Leaf): Leaf => ({ ...leaf, onRequest: true })
export const group = <const S extends Shape>(fields: S) => ({ fields })
export const groupWhere = <const S extends Shape>(present: RawBuilder<unknown>, fields: S) => ({
  fields,
  present,
})

/** A text in each language, from json of the same form; null where there is none. */
export const texts = (value: RawBuilder<unknown>) =>
  groupWhere(sql`${value} is not null`, {
    ar: plain(sql`${value} ->> 'ar'`),
    fr: plain(sql`${value} ->> 'fr'`),
    en: plain(sql`${value} ->> 'en'`),
    zgh: plain(sql`${value} ->> 'zgh'`),
  })

/** Ties a shape to a type: a missing or a surplus field does not compile. */
export type ShapeOf<T> = {
  readonly [K in keyof T]-?: NonNullable<T[K]> extends readonly unknown[] | string | number | boolean
    ? Leaf
    : Leaf | { readonly fields: ShapeOf<NonNullable<T[K]>>; readonly present?: RawBuilder<unknown> }
}

/** Shapes that hold nothing of a request, with what was made of each. */
const settledShapes = new WeakMap<Shape, { json?: RawBuilder<unknown>; picks: Map<string, Shape> }>()

/** The same shape with its SQL compiled once; no value of it may come from a request. */
export function settledShape(shape: Shape): Shape {
  const done = Object.fromEntries(
    Object.entries(shape).map(([name, entry]) => [
      name,
      isGroup(entry)
        ? {
            fields: settledShape(entry.fields),
            ...(entry.present === undefined ? {} : { present: settled(entry.present) }),
            ...(entry.kept === undefined ? {} : { kept: settled(entry.kept) }),
          }
        : { ...entry, value: settled(entry.value) },
    ]),
  )
  settledShapes.set(done, { picks: new Map() })
  return done
}

const isGroup = (entry: Leaf | Group): entry is Group => 'fields' in entry

/** Keeps what `fields` names (a group by its own name or leaf by leaf); all of it when there are none. */
export function pick(
  shape: Shape,
  fields: readonly string[] | undefined,
  include: readonly string[] = [],
): Shape {
  const picks = fields === undefined ? settledShapes.get(shape)?.picks : undefined
  if (picks === undefined) return picked(shape, fields, include)
  const wanted = Object.keys(shape).filter((name) => include.includes(name))
  const key = wanted.join()
  const found = picks.get(key) ?? settledShape(picked(shape, fields, wanted))
  picks.set(key, found)
  return found
}

function picked(shape: Shape, fields: readonly string[] | undefined, include: readonly string[]): Shape {
  const kept: Record<string, Leaf | Group> = {}
  for (const [name, entry] of Object.entries(shape)) {
    const wanted = fields === undefined || fields.includes(name)
    if (!isGroup(entry)) {
      if (entry.onRequest ? include.includes(name) : wanted) kept[name] = entry
      continue
    }
    const inner = fields
      ?.filter((field) => field.startsWith(`${name}.`))
      .map((field) => field.slice(name.length + 1))
    if (wanted) kept[name] = entry
    else if (inner !== undefined && inner.length > 0) {
      const { kept: _, ...part } = entry
      kept[name] = { ...part, fields: picked(entry.fields, inner, []) }
    }
  }
  return kept
}

/** The whole shape as one JSON object: a scalar subquery. (json_build_object writes the same with more spaces.) */
export function jsonOf(shape: Shape): RawBuilder<unknown> {
  const kept = settledShapes.get(shape)
  if (kept === undefined) return builtJson(shape)
  kept.json ??= settled(builtJson(shape))
  return kept.json
}

function builtJson(shape: Shape): RawBuilder<unknown> {
  const columns = Object.entries(shape).map(([name, entry]) => sql`${memberOf(entry)} as ${sql.id(name)}`)
  return sql`(select row_to_json(fields) from (select ${sql.join(columns)}) fields)`
}

function memberOf(entry: Leaf | Group): RawBuilder<unknown> {
  if (!isGroup(entry)) return entry.value
  if (entry.kept !== undefined) return entry.kept
  const object = jsonOf(entry.fields)
  return entry.present === undefined ? object : sql`case when ${entry.present} then ${object} end`
}

/** A list of such objects, `[]` when `rows` (from a FROM clause to its end) has none. */
export function jsonListOf(
  shape: Shape,
  order: RawBuilder<unknown>,
  rows: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(${jsonOf(shape)} order by ${order}), '[]') ${rows})`
}

export interface Cell {
  readonly header: string
  readonly value: RawBuilder<unknown>
}

/** The shape as the columns of a table, in the same order; nested names are joined by a dot. */
export function cellsOf(shape: Shape, excelSafe: boolean, prefix = ''): Cell[] {
  return Object.entries(shape).flatMap(([name, entry]) => {
    const header = prefix + name
    if (isGroup(entry)) {
      const cells = cellsOf(entry.fields, excelSafe, `${header}.`)
      const { present } = entry
      if (present === undefined) return cells
      return cells.map((cell) => ({ ...cell, value: sql`case when ${present} then ${cell.value} end` }))
    }
    if (entry.cell === 'flag') return [{ header, value: sql`(${entry.value})::text` }]
    return [{ header, value: excelSafe ? neutralised(entry.value) : entry.value }]
  })
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function neutralised(value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case
    when (${value})::text ~ '^[=+@\t\r＝＋－＠-]' and (${value})::text !~ '^-?[0-9]+([.][0-9]+)?$'
    then '''' || (${value})::text else (${value})::text end`
}
