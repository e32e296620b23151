import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Recorded, Writing } from '../db/journal.ts'
import type { Expected } from '../db/revision.ts'
import { jsonOf, plain } from '../db/shape.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { dateColumns } from '../domain/partial-date.ts'
import { lockMember, recordedMember } from '../members/commands.ts'
import type { NewFocalPoint } from '../members/schema.ts'
import { retentionFaults } from './retention.ts'

/** What the journal keeps of a person: that there is one, on what basis and until when. Never who. */
export const recordedPerson: Recorded = {
  table: 'person',
  visibility: 'private',
  states: (ids) => sql`
    select p.id, 'person' as type, p.revision, ${jsonOf({
      id: plain(sql`p.id`),
      legal_basis: plain(sql`p.legal_basis`),
      consent_version: plain(sql`p.consent_version`),
      retention_until: plain(sql`p.retention_until`),
      erased_at: plain(sql`wire_instant(p.erased_at)`),
      erasure_reason: plain(sql`p.erasure_reason`),
    })} as state, '{}'::uuid[] as territories from person p where p.id = ${ids}`,
}

/** @throws {DomainError} `unprocessable`: nobody is kept until a day that is past */
export function requireRetention(until: string, at: Date): void {
  const faults = retentionFaults(until, at)
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
}

/** Adds a focal point to a member. @returns its id */
export async function addFocalPoint(
  writing: Writing,
  actor: Actor,
  member: string,
  added: NewFocalPoint,
): Promise<string> {
  const { trx, author } = writing
  await lockMember(writing, actor, member, 'any')
  requireRetention(added.retention_until, author.at)
  const [id, person] = [v7(), v7()]
  const since = dateColumns(added.since)
  const until = dateColumns(added.until)
  await writing.change(recordedPerson, [person], () =>
    trx
      .insertInto('person')
      .values({
        id: person,
        name: added.name,
        email: added.email ?? null,
        legal_basis: added.legal_basis,
        retention_until: added.retention_until,
        created_at: author.at.toISOString(),
        updated_at: author.at.toISOString(),
        erased_at: null,
        erasure_reason: null,
      })
      .execute(),
  )
  await writing.change(recordedMember, [member], () =>
    trx
      .insertInto('focal_point')
      .values({
        id,
        member_id: member,
        person_id: person,
        function: added.function,
        since_on: since.day,
        since_precision: since.precision,
        until_on: until.day,
        until_precision: until.precision,
      })
      .execute(),
  )
  return id
}

/** Takes a focal point away and erases the person: what law 09-08 art. 8 gives whoever asks. */
export async function removeFocalPoint(
  writing: Writing,
  actor: Actor,
  member: string,
  id: string,
  expected: Expected,
): Promise<void> {
  const { trx } = writing
  await lockMember(writing, actor, member, expected)
  let person: string | undefined
  await writing.change(recordedMember, [member], async () => {
    const removed = await trx
      .deleteFrom('focal_point')
      .where('id', '=', id)
      .where('member_id', '=', member)
      .returning('person_id')
      .executeTakeFirst()
    person = removed?.person_id
  })
  if (person === undefined) throw new DomainError('not_found')
  await erasePersons(writing, [person], 'request')
}

/** Erases names and addresses; everything else holds ids only, so that nothing is left. */
export async function erasePersons(
  writing: Writing,
  ids: readonly string[],
  reason: 'request' | 'retention',
) {
  const { trx, author } = writing
  return await writing.change(
    recordedPerson,
    ids,
    () =>
      sql`
      update person set name = null, email = null, erased_at = ${author.at}, erasure_reason = ${reason}
      where id = any(${[...ids]}::uuid[]) and erased_at is null`.execute(trx),
    reason,
  )
}

/** Persons erased at a time. */
const BATCH = 500

/** Erases everybody whose retention is past at the end of the day before `today`. @returns how many */
export async function eraseExpired(writing: Writing, today: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from person where erased_at is null and retention_until < ${today}::date
    order by retention_until limit ${BATCH} for update skip locked`.execute(writing.trx)
  if (rows.length > 0)
    await erasePersons(
      writing,
      rows.map((row) => row.id),
      'retention',
    )
  return rows.length
}
