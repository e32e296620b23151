import { sql } from 'kysely'
import type { Writing } from '../../db/journal.ts'
import { DomainError } from '../../domain/errors.ts'
import { deleteMembers, writeMembers } from '../../members/commands.ts'
import type { MemberDocument } from '../../members/schema.ts'

/** Members undone at a time. */
const SLICE = 500
/** Longest that one statement, and all of it, may take, milliseconds. */
const STATEMENT_MS = 600_000

interface Undoable {
  ordinal: number
  id: string
  change: 'created' | 'updated'
  collectivity_id: string
  before: MemberDocument | null
}

/**
 * Undoes what an import has changed, from the journal: what it created is deleted, what it changed is as it was. What
 * anything newer has touched is left, and told as a conflict.
 *
 * @throws {DomainError} `not_found`; `wrong_state` unless the import is finished and was no dry run
 */
export async function revertImport(writing: Writing, id: string): Promise<void> {
  const { trx, author } = writing
  await sql`set local statement_timeout = ${sql.lit(STATEMENT_MS)}`.execute(trx)
  await sql`set local idle_in_transaction_session_timeout = ${sql.lit(STATEMENT_MS)}`.execute(trx)
  // As in an import: a plan that was kept from when the tables were small would take hours.
  await sql`set local plan_cache_mode = force_custom_plan`.execute(trx)
  const import_ = await trx
    .selectFrom('member_import')
    .select(['status', 'dry_run', 'transaction_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (import_ === undefined) throw new DomainError('not_found')
  const { status, dry_run, transaction_id } = import_
  if (status !== 'finished' || dry_run)
    throw new DomainError('wrong_state', {
      values: { action: 'revert', state: dry_run ? 'dry_run' : status, allowed: 'finished' },
    })
  if (transaction_id !== null) await undo(writing, id, transaction_id)
  await trx
    .updateTable('member_import')
    .set({
      status: 'reverted',
      reverted_at: author.at.toISOString(),
      revert_transaction_id: writing.transactionId ?? null,
    })
    .where('id', '=', id)
    .execute()
}

async function undo(writing: Writing, id: string, transactionId: number): Promise<void> {
  const { trx } = writing
  const reason = `revert of import ${id}`
  for (let last = 0; ; ) {
    // Still at the revision that the import left: nothing newer has touched it, nor taken the numbers it had.
    const { rows } = await sql<Undoable>`
      select e.ordinal, e.id, e.change, e.before, m.collectivity_id
      from journal_entry e join member m on m.id = e.id and m.revision = e.revision
      where e.transaction_id = ${transactionId} and e.ordinal > ${last}
        and not exists (
          select from json_to_recordset(e.before -> 'identifiers') as n (scheme text, value text)
          -- One at a time: else all numbers that there are would be gone through for each of these rows.
          cross join lateral (
            select from member_identifier i
            where i.scheme = n.scheme and i.value = n.value and i.member_id <> e.id limit 1) taken)
      order by e.ordinal limit ${SLICE} for update of m`.execute(trx)
    if (rows.length === 0) break
    const created = rows.filter((row) => row.change === 'created').map((row) => row.id)
    if (created.length > 0) await deleteMembers(writing, created, reason)
    const updated = rows.filter((row) => row.change === 'updated')
    const before = updated.map((row) => ({
      id: row.id,
      collectivity_id: row.collectivity_id,
      document: row.before!,
    }))
    if (before.length > 0) await writeMembers(writing, before, reason)
    await sql`
      update import_result set revert = 'undone'
      where import_id = ${id} and member_id = any(${rows.map((row) => row.id)}::uuid[])
        and outcome in ('created', 'updated')`.execute(trx)
    last = rows.at(-1)!.ordinal
  }
  await sql`
    update import_result set revert = 'conflict'
    where import_id = ${id} and outcome in ('created', 'updated') and revert is null`.execute(trx)
}
