import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Db } from '../../src/db/database.ts'
import { type Authorship, type Recorded, transact, type Writing } from '../../src/db/journal.ts'
import { recordedMember } from '../../src/members/commands.ts'

export const author: Authorship = {
  actor: 'test|writer',
  origin: 'api',
  requestId: null,
  at: new Date('2026-02-01T09:00:00.000Z'),
}

/** A write as any other, through the one door. */
export const write = <T>(db: Db, work: (writing: Writing) => Promise<T>, by: Partial<Authorship> = {}) =>
  transact(db, { ...author, ...by }, work)

/** An episode that is over, so that a collectivity can have any number of them. */
export async function createMember(writing: Writing, collectivity: string, id = v7(), wave = 1) {
  await writing.change(recordedMember, [id], () =>
    sql`insert into member (id, collectivity_id, wave, left_on, left_precision, sources, created_at, updated_at)
      values (${id}, ${collectivity}, ${wave}, '2025-01-01', 'day', '[]', ${author.at}, ${author.at})`.execute(
      writing.trx,
    ),
  )
  return id
}

export const setWave = (writing: Writing, id: string, wave: number, reason: string | null = null) =>
  writing.change(
    recordedMember,
    [id],
    () => sql`update member set wave = ${wave} where id = ${id}`.execute(writing.trx),
    reason,
  )

export const removeMember = (
  writing: Writing,
  id: string,
  reason: string | null = null,
  replacedBy: string | null = null,
) =>
  writing.change(
    recordedMember,
    [id],
    () => sql`delete from member where id = ${id}`.execute(writing.trx),
    reason,
    replacedBy,
  )

/** Rows of a kind that is nobody's business. */
export const privateMember: Recorded = { ...recordedMember, visibility: 'private' }

export async function collectivityId(db: Db, code: string): Promise<string> {
  const { id } = await db
    .selectFrom('collectivity')
    .select('id')
    .where('hcp_code', '=', code)
    .executeTakeFirstOrThrow()
  return id
}
