import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { transact, type Writing } from '../../db/journal.ts'
import { retried } from '../../db/retry.ts'
import { type Clock, civilDay } from '../../domain/clock.ts'
import { runImport, type Tally } from '../commands.ts'
import type { Options } from '../words.ts'

/** The task that does an import of many rows. */
export const IMPORT_TASK = 'import-members'

/** Longest that one statement of an import of many rows may take, and may wait for a row, milliseconds. */
const STATEMENT_MS = 600_000
const LOCK_MS = 30_000
/** Any constant: with it, the id of an import is a lock of its own. */
const IMPORT_LOCK = 7_110_534
/** How often an import that fails for no reason of its own is tried. */
const ATTEMPTS = 12

export interface NewImport extends Options {
  readonly id: string
}

/** Notes what is wanted of an upload: done by the queue, or now by `runNow`. */
async function note(
  { trx, author }: Writing,
  import_: NewImport,
  status: 'queued' | 'running',
): Promise<void> {
  const { actor, requestId, at } = author
  await trx
    .insertInto('member_import')
    .values({
      ...import_,
      status,
      actor,
      request_id: requestId,
      created_at: at.toISOString(),
      started_at: status === 'running' ? at.toISOString() : null,
    })
    .execute()
}

/** An import of few rows, as part of the caller's transaction. */
export async function importNow(
  writing: Writing,
  import_: NewImport,
  columns: readonly string[],
): Promise<Tally> {
  await note(writing, import_, 'running')
  const { at } = writing.author
  const facts = { columns, asOf: civilDay(at), clock: () => at }
  return await runImport(writing, { ...import_, ...facts }, async () => {})
}

/** An import of many rows: the note and the job are one transaction, the caller's. */
export async function importLater(writing: Writing, import_: NewImport): Promise<void> {
  await note(writing, import_, 'queued')
  await sql`select graphile_worker.add_job(${IMPORT_TASK}, json_build_object('id', ${import_.id}::text),
    max_attempts => ${ATTEMPTS}::int)`.execute(writing.trx)
}

interface Queued extends NewImport {
  columns: string[]
  actor: string
  request_id: string | null
}

const queued = (db: Db, id: string) =>
  db
    .selectFrom('member_import as i')
    .innerJoin('import_upload as u', 'u.id', 'i.id')
    .selectAll('i')
    .select('u.columns')
    .where('i.id', '=', id)
    .where('i.status', 'in', ['queued', 'running'])
    .executeTakeFirst() as Promise<Queued | undefined>

/**
 * Does an import that is queued: all of it in one transaction, so that whatever ends the process leaves nothing half.
 * Done twice it is done once.
 *
 * @param attempt whether it is the last, after which a failure is final, and what ends it before its time
 */
export async function runQueued(
  { db, clock }: { db: Db; clock: Clock },
  id: string,
  attempt: { isLast: boolean; stopping?: AbortSignal | undefined },
): Promise<void> {
  const found = await queued(db, id)
  if (found === undefined) return
  // Anew: one that was cut off is begun from the start.
  await tell(db, id, { status: 'running', started_at: clock().toISOString(), rows_done: 0 })
  const author = { actor: found.actor, origin: 'import', requestId: found.request_id, at: clock() }
  const work = async (writing: Writing) => {
    for (const limit of ['statement_timeout', 'idle_in_transaction_session_timeout'])
      await sql`set local ${sql.raw(limit)} = ${sql.lit(STATEMENT_MS)}`.execute(writing.trx)
    await sql`set local lock_timeout = ${sql.lit(LOCK_MS)}`.execute(writing.trx)
    // Should two processes have the job, one does it and the other then finds it done.
    await sql`select pg_advisory_xact_lock(${IMPORT_LOCK}, hashtext(${id}))`.execute(writing.trx)
    const import_ = await queued(writing.trx, id)
    if (import_ === undefined) return
    await runImport(writing, { ...import_, asOf: civilDay(author.at), clock }, async (number) => {
      attempt.stopping?.throwIfAborted()
      await tell(db, id, { rows_done: number - 1 })
    })
  }
  try {
    await retried(() => transact(db, author, work))
  } catch (error) {
    if (attempt.isLast) await giveUp({ db, clock }, id)
    throw error
  }
}

/** Notes how far it is for those who look, outside of the transaction. */
async function tell(
  db: Db,
  id: string,
  how: { status?: 'running'; started_at?: string; rows_done: number },
): Promise<void> {
  await db.updateTable('member_import').set(how).where('id', '=', id).execute()
}

/** Ends an import whose job has failed for the last time. */
async function giveUp({ db, clock }: { db: Db; clock: Clock }, id: string): Promise<void> {
  await db
    .updateTable('member_import')
    .set({ status: 'failed', finished_at: clock().toISOString() })
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'running'])
    .execute()
}
