import { type RawBuilder, sql } from 'kysely'
import { DomainError, type Fault } from '../domain/errors.ts'
import type { Keys } from './cursor.ts'
import type { Db } from './database.ts'
import { BYTES as NAME_OF_BYTES } from './row-bytes.ts'
import { settled } from './settled.ts'
import { group, json, jsonOf, plain, type Shape } from './shape.ts'

export interface SortKey {
  /** Never null, so that one row comparison pages through all; indexed together with the id. */
  readonly by: RawBuilder<unknown>
  readonly descending: boolean
}

/** How many rows, and after which. */
export type PageAsked = readonly [limit: number, after: Keys | undefined]

const BYTES = sql.id(NAME_OF_BYTES)

/** A set of rows and how they look: what every format of a list is made from. */
export interface Listing {
  /** The journal's types whose changes can change an answer. */
  readonly dependsOn: readonly string[]
  /** Where the list stands in the journal, when public changes alone do not say it. */
  readonly position?: RawBuilder<string>
  readonly shape: Shape
  readonly from: RawBuilder<unknown>
  /** The same for one page, where reading on from its start needs another plan than reading all. */
  readonly fromForPage?: (...page: PageAsked) => RawBuilder<unknown>
  readonly where: readonly RawBuilder<unknown>[]
  /** Whether one way to read a page is right whatever values are asked for: then it is planned once. */
  readonly plannedOnce?: boolean
  /** Ends with the id, so that the order is total. */
  readonly sort: readonly SortKey[]
  /** What must be true of the data for the request to make sense, and what is wrong with the request otherwise. */
  readonly requires?: readonly { readonly holds: RawBuilder<unknown>; readonly fault: Fault }[]
  /** True of rows that the search found only by likeness. */
  readonly approximate?: RawBuilder<unknown>
  /** Where a row is: GeoJSON geometry or null. */
  readonly geometry?: RawBuilder<unknown>
  /** The row's own id, for GeoJSON. */
  readonly id: RawBuilder<unknown>
}

export interface Page {
  /** Of the newest change that the answer can depend on, read in the same snapshot as the rows. */
  readonly position: string
  /** JSON of each row, as it goes out. */
  readonly rows: readonly Buffer[]
  /** The keys of the last row when there are more after it. */
  readonly next: Keys | null
  /** Rows of the whole list; null unless it was asked for. */
  readonly total: number | null
  /** Nothing matched the search as typed; these are the names most like it. */
  readonly approximate: boolean
}

/** `epoch.number`: the latest public position of these types in this installation; number 0 before any. */
export function positionOf(types: readonly string[]): RawBuilder<string> {
  const known = positions.get(types) ?? settled(positionQuery(types))
  positions.set(types, known)
  return known
}

const positions = new WeakMap<readonly string[], RawBuilder<string>>()

function positionQuery(types: readonly string[]): RawBuilder<string> {
  const latest = sql`select max(position) from type_position where type in (${sql.join(types.map(sql.lit))})`
  return sql<string>`(select epoch || '.' || coalesce((${latest}), 0) from installation)`
}

export function conditions(where: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return where.length === 0 ? sql`true` : sql.join([...where], sql` and `)
}

export function orderBy(sort: readonly SortKey[]): RawBuilder<unknown> {
  return sql.join(sort.map(({ by, descending }) => (descending ? sql`${by} desc` : sql`${by}`)))
}

/** Rows strictly after `keys`: one row comparison when all keys run the same way, else key by key. */
export function afterKeys(sort: readonly SortKey[], keys: Keys): RawBuilder<unknown> {
  const compare = (key: SortKey) => (key.descending ? sql`<` : sql`>`)
  if (sort.every((key) => key.descending === sort[0]!.descending))
    return sql`(${sql.join(sort.map((key) => key.by))}) ${compare(sort[0]!)} (${sql.join([...keys])})`
  return sort.reduceRight<RawBuilder<unknown>>((rest, key, index) => {
    const here = sql`${key.by} ${compare(key)} ${keys[index]}`
    return index === sort.length - 1 ? here : sql`(${here} or (${key.by} = ${keys[index]} and ${rest}))`
  }, sql`false`)
}

/** The position, and which of the list's requirements hold, in that order. */
export function headOf(list: Pick<Listing, 'dependsOn' | 'position' | 'requires'>): RawBuilder<unknown> {
  const holds = (list.requires ?? []).map((requirement) => requirement.holds)
  const array = holds.length === 0 ? sql`'{}'` : sql`array[${sql.join(holds)}]`
  return sql`${list.position ?? positionOf(list.dependsOn)} as position, ${array}::boolean[] as holds`
}

/** @throws {DomainError} `invalid_request` with every requirement that does not hold */
export function checkRequirements(list: Pick<Listing, 'requires'>, holds: readonly boolean[]): void {
  const faults = (list.requires ?? [])
    .filter((_, index) => !holds[index])
    .map((requirement) => requirement.fault)
  if (faults.length > 0) throw new DomainError('invalid_request', { faults })
}

/**
 * The first of some rows. PostgreSQL takes a limit that is a value for a tenth of what there is, finds a plan for that
 * dear, and plans anew each time, which takes longer than the page. A limit that stands in the text it can count with;
 * there are three of them, so that there are not as many statements as limits.
 */
function firstOf(rows: RawBuilder<unknown>, limit: number, plannedOnce: boolean): RawBuilder<unknown> {
  const most = plannedOnce ? [10, 51, 501].find((most) => limit <= most) : undefined
  return most === undefined
    ? sql`${rows} limit ${limit}`
    : sql`select * from (${rows} limit ${sql.lit(most)}) first limit ${limit}`
}

/** One page in one query. */
export async function readPage(
  db: Db,
  list: Listing,
  page: { limit: number; after?: Keys | undefined; count?: boolean },
): Promise<Page> {
  const where = page.after === undefined ? list.where : [...list.where, afterKeys(list.sort, page.after)]
  const total = page.count
    ? sql`(select count(*) from ${list.from} where ${conditions(list.where)})`
    : sql`null::bigint`
  const sorted = sql`select ${jsonOf(list.shape)}::text as ${BYTES},
        json_build_array(${sql.join(list.sort.map((key) => key.by))})::text as keys,
        ${list.approximate ?? sql`false`} as approximate
      from ${list.fromForPage?.(page.limit + 1, page.after) ?? list.from}
      where ${conditions(where)} order by ${orderBy(list.sort)}`
  const { rows } = await sql<PageRow>`
    select head.*, page.*
    from (select ${headOf(list)}, ${total} as total) head
    left join lateral (
      ${firstOf(sorted, page.limit + 1, list.plannedOnce ?? false)}
    ) page on true`.execute(db)
  checkRequirements(list, rows[0]!.holds)
  const found = rows.flatMap(({ json_bytes: bytes }) => (bytes === null ? [] : [bytes]))
  const more = found.length > page.limit
  return {
    position: rows[0]!.position,
    total: rows[0]!.total,
    rows: more ? found.slice(0, page.limit) : found,
    next: more ? (JSON.parse(rows[page.limit - 1]!.keys) as Keys) : null,
    approximate: rows[0]!.approximate ?? false,
  }
}

interface PageRow {
  position: string
  holds: boolean[]
  total: number | null
  json_bytes: Buffer | null
  keys: string
  approximate: boolean | null
}

/** What an answer is made of: as long as none of these types has a newer change, it would be made the same again. */
export interface Ground {
  /** Read in the same snapshot as the rows. */
  readonly position: string
  readonly dependsOn: readonly string[]
}

export interface One extends Ground {
  readonly revision: number
  readonly json: string
}

/** The one row that `list` selects, as `representation` has it, or undefined. */
export async function readOne<Extra = unknown>(
  db: Db,
  list: Pick<Listing, 'dependsOn' | 'from' | 'where'>,
  columns: {
    representation: RawBuilder<unknown>
    revision: RawBuilder<unknown>
    extra?: RawBuilder<unknown>
  },
): Promise<(One & Extra) | undefined> {
  const { rows } = await sql<Omit<One, 'dependsOn'> & Extra>`
    select ${positionOf(list.dependsOn)} as position, ${columns.revision} as revision,
      ${columns.representation}::text as json ${columns.extra === undefined ? sql`` : sql`, ${columns.extra}`}
    from ${list.from} where ${conditions(list.where)}`.execute(db)
  return rows[0] && { ...rows[0], dependsOn: list.dependsOn }
}

/** A GeoJSON feature (RFC 7946 §3.2) with the shape as its properties. */
export function featureOf(list: Pick<Listing, 'geometry' | 'id' | 'shape'>): RawBuilder<unknown> {
  const { geometry: _, ...properties } = list.shape
  return jsonOf({
    type: plain(sql`'Feature'`),
    id: plain(list.id),
    geometry: json(list.geometry ?? sql`null::json`),
    properties: group(properties),
  })
}
