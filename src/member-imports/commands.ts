import { sql } from 'kysely'
import type { Writing } from '../db/journal.ts'
import type { Clock } from '../domain/clock.ts'
import { DomainError } from '../domain/errors.ts'
import { writeWanted } from '../members/commands.ts'
import { decisions } from './decision/queries.ts'
import { numbersOf, wantedColumns } from './wanted/queries.ts'
import { type Options, OUTCOMES, type Outcome, REFUSED } from './words.ts'

/** Members written at a time: for each slice the database goes through a table or two as a whole. */
const SLICE = 10_000

/** What may be held of the rows at each step while they are decided upon and written; what does not fit goes to disk and back. */
const MEMORY = '64MB'

/** An import to be done. */
export interface Import extends Options {
  readonly id: string
  readonly columns: readonly string[]
  /** The day as of which the status of a member is told. */
  readonly asOf: string
  readonly clock: Clock
}

export type Tally = Readonly<Record<Outcome, number>>

/**
 * Does an import, in the transaction of the caller: what becomes of each row is decided, kept, and then done. A dry
 * run does it too, and takes it back but for the report.
 *
 * @param done told now and then up to which row everything is written
 * @throws {DomainError} `conflict` when another transaction got in between: to be done again from the start
 */
export async function runImport(
  writing: Writing,
  import_: Import,
  done: (number: number) => Promise<unknown>,
): Promise<Tally> {
  const { trx, author } = writing
  const { id, dry_run, on_error } = import_
  // A plan that was kept from when the tables were small would go through them for each of the rows. Writing the rows has
  // a way of its own: writeWanted.
  await sql`set local plan_cache_mode = force_custom_plan`.execute(trx)
  // Nothing is known yet of rows that have just come, and one that looks through all of another table for each is never right.
  await sql`set local enable_nestloop = off`.execute(trx)
  await sql`set local work_mem = ${sql.lit(MEMORY)}`.execute(trx)
  await sql`
    insert into import_result (import_id, number, outcome, member_id, collectivity_id, revision, changes, errors,
      probable_duplicates) ${decisions({ ...import_, at: author.at })}`.execute(trx)
  await sql`set local enable_nestloop to default`.execute(trx)
  const tally = await tallied(writing, id)
  const refused = REFUSED.some((outcome) => tally[outcome] > 0)
  if (!refused || on_error === 'continue') {
    const apply = (inside: Writing) => applyRows(inside, import_, done)
    await (dry_run ? writing.rehearse(apply) : apply(writing))
  }
  await sql`set local work_mem to default`.execute(trx)
  await trx
    .updateTable('member_import')
    .set({
      ...tally,
      status: refused && on_error === 'abort' ? 'failed' : 'finished',
      rows_done: OUTCOMES.reduce((sum, outcome) => sum + tally[outcome], 0),
      transaction_id: writing.transactionId ?? null,
      finished_at: import_.clock().toISOString(),
    })
    .where('id', '=', id)
    .execute()
  return tally
}

async function tallied({ trx }: Writing, id: string): Promise<Tally> {
  const { rows } = await sql<{ outcome: Outcome; count: number }>`
    select outcome, count(*) as count from import_result where import_id = ${id} group by outcome`.execute(
    trx,
  )
  const counts = new Map(rows.map(({ outcome, count }) => [outcome, count]))
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, counts.get(outcome) ?? 0])) as Tally
}

async function applyRows(
  writing: Writing,
  { id, reason }: Import,
  done: (number: number) => Promise<unknown>,
): Promise<void> {
  let last = 0
  for (;;) {
    const { rows } = await sql<{ ids: string[] | null; last: number }>`
      select array_agg(member_id) as ids, max(number) as last from (
        select member_id, number from import_result
        where import_id = ${id} and number > ${last} and outcome in ('created', 'updated')
        order by number limit ${SLICE}) slice`.execute(writing.trx)
    const { ids, last: until } = rows[0]!
    if (ids === null) return
    await requireSame(writing, id, last, until)
    const wanted = sql`
      select r.member_id as id, r.collectivity_id, w.*
      from import_result r
      join import_row x on x.import_id = r.import_id and x.number = r.number
      left join member m on m.id = r.member_id
      left join lateral (${numbersOf(sql`i.member_id = r.member_id`)}) n on true
      cross join lateral (select ${wantedColumns}) w
      where r.import_id = ${id} and r.number > ${last} and r.number <= ${until}
        and r.outcome in ('created', 'updated')`
    await writeWanted(writing, ids, wanted, reason)
    last = until
    await done(last)
  }
}

/** That nobody has touched the members of these rows since it was decided what becomes of them; locks them. */
async function requireSame({ trx }: Writing, id: string, after: number, until: number): Promise<void> {
  const slice = sql`r.import_id = ${id} and r.number > ${after} and r.number <= ${until} and r.outcome = 'updated'`
  const { rows } = await sql<{ same: boolean }>`
    select coalesce(bool_and(same), true) and count(*) = (select count(*) from import_result r where ${slice}) as same
    from (
      select m.revision = r.revision as same from import_result r join member m on m.id = r.member_id where ${slice}
      order by m.id for update of m
    ) locked`.execute(trx)
  if (!rows[0]!.same) throw new DomainError('conflict')
}
