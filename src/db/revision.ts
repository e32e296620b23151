import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Writing } from './journal.ts'

/** What If-Match asks for: one of these revisions, which may be none that can be, any (`*`), or nothing at all. */
export type Expected = readonly number[] | 'any' | undefined

/**
 * Under the row's lock: whether the caller has seen the row as it is.
 *
 * @throws {DomainError} `precondition_required` without If-Match; `precondition_failed` with the entity tag to use
 *   and the fields that moved since
 */
export async function requireRevision(
  { trx }: Writing,
  row: { type: string; id: string; revision: number },
  expected: Expected,
): Promise<void> {
  if (expected === undefined) throw new DomainError('precondition_required')
  if (expected === 'any' || expected.includes(row.revision)) return
  const seen = expected.length === 0 ? row.revision : Math.max(...expected)
  const { rows } = await sql<{ field: string }>`
    select distinct field from journal_entry, unnest(fields_changed) as field
    where type = ${row.type} and id = ${row.id} and revision > ${seen} order by field`.execute(trx)
  throw new DomainError('precondition_failed', {
    headers: { etag: `"${row.revision}"` },
    members: { current_revision: row.revision, fields_changed: rows.map(({ field }) => field) },
  })
}
