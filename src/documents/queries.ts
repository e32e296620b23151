import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne } from '../db/listing.ts'
import { holdsEach } from '../db/name-search.ts'
import { flag, group, json, jsonOf, pick, plain, type ShapeOf, settledShape } from '../db/shape.ts'
import { type Actor, hasRole } from '../domain/actor.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import type { Territory } from '../register/asked.ts'
import { searchable } from '../register/queries.ts'
import { isOfCaller, isWithin, territoryRequires } from '../register/territory/queries.ts'
import type { OwnerType } from './kinds.ts'
import type { Document } from './schema.ts'

export interface Filters extends Territory {
  ownerType?: readonly string[] | undefined
  ownerId?: readonly string[] | undefined
  kind?: readonly string[] | undefined
  language?: readonly string[] | undefined
  modifiedSince?: string | undefined
  q?: string | undefined
}

export const SORTS = ['created_at', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

/** What a document, `d`, says of itself: for its representation and for the journal. */
export const documentFacts = {
  id: plain(sql`d.id`),
  owner: group({ type: plain(sql`d.owner_type`), id: plain(sql`d.owner_id`) }),
  kind: plain(sql`d.kind`),
  title: group({
    ar: plain(sql`d.title_ar`),
    fr: plain(sql`d.title_fr`),
    en: plain(sql`d.title_en`),
    zgh: plain(sql`d.title_zgh`),
  }),
  language: plain(sql`d.language`),
  published: flag(sql`d.published`),
  legal_basis: plain(sql`d.legal_basis`),
  file_name: plain(sql`d.file_name`),
  media_type: plain(sql`d.media_type`),
  size: plain(sql`d.size`),
  sha256: plain(sql`d.sha256`),
  sources: json(sql`d.sources`),
}

export const documentShape = settledShape({
  ...documentFacts,
  revision: plain(sql`d.revision`),
  created_at: plain(sql`wire_instant(d.created_at)`),
  updated_at: plain(sql`wire_instant(d.updated_at)`),
} satisfies ShapeOf<Document>)

const DEPENDS_ON = ['document'] as const

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]) =>
  sql`${column} in (${sql.join([...values])})`

/** What is not published is for those who keep the record; the names in an attendance sheet not for the ministry. */
function mayRead(actor: Actor): RawBuilder<unknown> {
  if (hasRole(actor, 'association')) return sql`true`
  const own = hasRole(actor, 'member_editor')
    ? isOfCaller(sql`d.owner_type`, sql`d.owner_id`, actor)
    : sql`false`
  return hasRole(actor, 'ministry') ? sql`(d.kind <> 'attendance_sheet' or ${own})` : own
}

/** @param restrictedTo whose documents that are not published are listed; without it, those that are */
export function documents(
  filters: Filters,
  fields: readonly string[] | undefined,
  sort: readonly Sort[],
  restrictedTo?: Actor,
): Listing {
  const where: RawBuilder<unknown>[] =
    restrictedTo === undefined ? [sql`d.published`] : [sql`not d.published`, mayRead(restrictedTo)]
  if (filters.ownerType) where.push(oneOf(sql`d.owner_type`, filters.ownerType))
  if (filters.ownerId) where.push(oneOf(sql`d.owner_id`, filters.ownerId))
  if (filters.kind) where.push(oneOf(sql`d.kind`, filters.kind))
  if (filters.language) where.push(oneOf(sql`d.language`, filters.language))
  if (filters.modifiedSince) where.push(sql`d.updated_at >= ${filters.modifiedSince}::timestamptz`)
  if (filters.q) where.push(holdsEach(sql`d.title_folded`, filters.q))
  where.push(...isWithin(sql`d.owner_type`, sql`d.owner_id`, filters))
  const keys = (sort.length === 0 ? (['-created_at'] as const) : sort).map((name) => ({
    by: name.endsWith('created_at') ? sql`d.created_at` : sql`d.updated_at`,
    descending: name.startsWith('-'),
  }))
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(documentShape, fields),
    from: sql`document d`,
    where,
    sort: [...keys, { by: sql`d.id`, descending: keys.at(-1)!.descending }],
    requires: [...territoryRequires(filters), ...(filters.q === undefined ? [] : [searchable(filters.q)])],
    id: sql`d.id`,
  }
}

interface Readable {
  readonly published: boolean
  readonly media_type: string
  readonly size: number
  readonly sha256: string
  readonly name: string
}

/** One document that the caller may read, or undefined. */
export async function findDocument(db: Db, id: string, actor: Actor | null, fields?: readonly string[]) {
  const may = actor === null ? sql`false` : mayRead(actor)
  return await readOne<Readable>(
    db,
    {
      dependsOn: DEPENDS_ON,
      from: sql`document d`,
      where: [sql`d.id = ${id}`, sql`(d.published or ${may})`],
    },
    {
      representation: jsonOf(pick(documentShape, fields)),
      revision: sql`d.revision`,
      extra: sql`d.published, d.media_type, d.size, d.sha256, coalesce(d.file_name, d.kind || '-' || d.id) as name`,
    },
  )
}

export interface Owner {
  readonly type: OwnerType
  readonly id: string
}

/**
 * That there is such a record, and that the caller may add to it.
 *
 * @throws {DomainError} `unprocessable`, `not_yours`
 */
export async function requireOwnerRecord(db: Db, actor: Actor, { type, id }: Owner): Promise<void> {
  const { rows } = await sql<{ own: boolean }>`
    select ${isOfCaller(sql`${type}`, sql`${id}::uuid`, actor)} as own
    from record_collectivity where type = ${type} and id = ${id} limit 1`.execute(db)
  if (rows[0] === undefined)
    throw new DomainError('unprocessable', {
      faults: [{ at: { parameter: 'owner_id' }, code: 'no_such_record', values: { type, value: id } }],
    })
  if (!hasRole(actor, 'association') && !rows[0].own) throw new DomainError('not_yours')
}

/** Where a list of ids names documents that are not there for everybody. */
export async function missingDocuments(db: Db, ids: readonly string[], pointer: string): Promise<Fault[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; place: number }>`
    select id, place::int - 1 as place from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, place)
    where not exists (select from document d where d.id = wanted.id and d.published) order by place`.execute(
    db,
  )
  return rows.map(({ id, place }) => ({
    at: { pointer: `${pointer}/${place}` },
    code: 'no_such_document',
    values: { value: id },
  }))
}
