import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Recorded, Writing } from '../db/journal.ts'
import { type Expected, requireRevision } from '../db/revision.ts'
import { jsonOf } from '../db/shape.ts'
import { type Actor, hasRole } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import type { FileStore } from '../files/store.ts'
import { sourcesColumn } from '../members/document-columns.ts'
import { isOfCaller, territoriesOf } from '../register/territory/queries.ts'
import { documentFaults } from './publication.ts'
import { documentFacts } from './queries.ts'
import type { DocumentFacts } from './schema.ts'

/** What the journal keeps of a document: hidden while it is not published. */
export const recordedDocument: Recorded = {
  table: 'document',
  visibility: 'by_row',
  facts: documentFacts,
  states: (ids) => sql`
    select d.id, 'document' as type, d.revision, ${jsonOf(documentFacts)} as state,
      ${territoriesOf(sql`d.owner_type`, sql`d.owner_id`)} as territories, not d.published as hidden
    from document d where d.id = ${ids}`,
}

export interface NewDocument extends DocumentFacts {
  readonly id: string
  readonly owner_type: string
  readonly owner_id: string
  readonly file_name: string | null
  readonly media_type: string
  readonly size: number
  readonly sha256: string
}

const columnsOf = ({ title, ...facts }: DocumentFacts) => ({
  kind: facts.kind,
  title_ar: title.ar ?? null,
  title_fr: title.fr ?? null,
  title_en: title.en ?? null,
  title_zgh: title.zgh ?? null,
  language: facts.language ?? null,
  published: facts.published,
  legal_basis: facts.legal_basis ?? null,
  sources: JSON.stringify(sourcesColumn(facts.sources ?? [])),
})

/** Adds the record of a file that is in the store. */
export async function addDocument(writing: Writing, document: NewDocument): Promise<void> {
  const { id, owner_type, owner_id, file_name, media_type, size, sha256 } = document
  const at = writing.author.at.toISOString()
  await writing.change(recordedDocument, [id], () =>
    writing.trx
      .insertInto('document')
      .values({
        id,
        owner_type: owner_type as never,
        owner_id,
        file_name,
        media_type,
        size,
        sha256,
        ...columnsOf(document),
        created_at: at,
        updated_at: at,
      })
      .execute(),
  )
}

async function lockDocument(writing: Writing, actor: Actor, id: string, expected: Expected) {
  const { rows } = await sql<{
    id: string
    revision: number
    published: boolean
    own: boolean
    facts: object
  }>`
    select d.id, d.revision, d.published, ${isOfCaller(sql`d.owner_type`, sql`d.owner_id`, actor)} as own,
      ${jsonOf({
        kind: documentFacts.kind,
        title: documentFacts.title,
        language: documentFacts.language,
        published: documentFacts.published,
        legal_basis: documentFacts.legal_basis,
        sources: documentFacts.sources,
      })} as facts
    from document d where d.id = ${id} for update`.execute(writing.trx)
  const document = rows[0]
  const may = document !== undefined && (hasRole(actor, 'association') || document.own)
  // Whoever may not see it is not told that it is there.
  if (document === undefined || (!may && !document.published)) throw new DomainError('not_found')
  if (!may) throw new DomainError('not_yours')
  await requireRevision(writing, { ...document, type: 'document' }, expected)
  return document
}

/**
 * Does work that may bring records to other territories, and tells of their documents what follows from it.
 *
 * @param owners the records, of whatever type
 */
export async function withDocuments(
  writing: Writing,
  owners: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from document where owner_id = any(${[...owners]}::uuid[]) order by id`.execute(writing.trx)
  await writing.change(
    recordedDocument,
    rows.map(({ id }) => id),
    work,
  )
}

/** @param edit makes the new facts from the present ones, or throws what is wrong with them */
export async function editDocument(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  edit: (present: object) => DocumentFacts,
): Promise<void> {
  const { facts: present } = await lockDocument(writing, actor, id, expected)
  const facts = edit(present)
  const faults = documentFaults(facts, (field) => ({ pointer: `/${field}` }))
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  await writing.change(recordedDocument, [id], () =>
    writing.trx.updateTable('document').set(columnsOf(facts)).where('id', '=', id).execute(),
  )
}

/** Removes a document; the journal keeps what it was. Its file is to be removed once this has committed. */
export async function deleteDocument(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  reason: string | null,
): Promise<void> {
  await lockDocument(writing, actor, id, expected)
  await writing.change(
    recordedDocument,
    [id],
    () => writing.trx.deleteFrom('document').where('id', '=', id).execute(),
    reason,
  )
}

/** Removes a file that no document has, and then the note of it. Another process may be just as far: both may. */
export async function dropUnused(db: Db, files: FileStore, key: string): Promise<void> {
  const used = await db.selectFrom('document').select('id').where('id', '=', key).executeTakeFirst()
  if (used !== undefined) return
  await files.remove(key)
  await db.deleteFrom('stored_file').where('key', '=', key).execute()
}

/** Older than this, a file that no document has was left by a process that was killed, hours. */
const LEFT_OVER_HOURS = 24

/** Removes what uploads and deletions left behind whose process was killed, or whose store could not be reached. */
export async function dropLeftOvers(db: Db, files: FileStore, at: Date): Promise<void> {
  const { rows } = await sql<{ key: string }>`
    select key from stored_file f
    where noted_at < ${at}::timestamptz - make_interval(hours => ${LEFT_OVER_HOURS}::int)
      and not exists (select from document d where d.id = f.key)`.execute(db)
  for (const { key } of rows) await dropUnused(db, files, key)
}
