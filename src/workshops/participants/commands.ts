import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Recorded, Writing } from '../../db/journal.ts'
import { type Expected, requireRevision } from '../../db/revision.ts'
import { jsonOf, plain } from '../../db/shape.ts'
import type { Actor } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { erasePersons, recordedPerson, requireRetention } from '../../focal-points/commands.ts'
import { lockWorkshop } from '../commands.ts'
import type { NewParticipant } from './schema.ts'

/** That somebody took part: for the audit alone, and who, by id. */
const recordedParticipant: Recorded = {
  table: 'workshop_participant',
  visibility: 'private',
  states: (ids) => sql`
    select t.id, 'workshop_participant' as type, t.revision, ${jsonOf({
      id: plain(sql`t.id`),
      workshop_id: plain(sql`t.workshop_id`),
      person_id: plain(sql`t.person_id`),
      category: plain(sql`t.category`),
      role: plain(sql`t.role`),
    })} as state, '{}'::uuid[] as territories from workshop_participant t where t.id = ${ids}`,
}

/** Adds a participant to a workshop. @returns its id */
export async function addParticipant(
  writing: Writing,
  actor: Actor,
  workshop: string,
  added: NewParticipant,
): Promise<string> {
  const { trx, author } = writing
  await lockWorkshop(writing, actor, workshop)
  requireRetention(added.retention_until, author.at)
  const [id, person] = [v7(), v7()]
  const at = { created_at: author.at.toISOString(), updated_at: author.at.toISOString() }
  await writing.change(recordedPerson, [person], () =>
    trx
      .insertInto('person')
      .values({
        id: person,
        name: added.name,
        email: added.email ?? null,
        legal_basis: added.legal_basis,
        consent_version: added.consent_version ?? null,
        retention_until: added.retention_until,
        ...at,
        erased_at: null,
        erasure_reason: null,
      })
      .execute(),
  )
  await writing.change(recordedParticipant, [id], () =>
    trx
      .insertInto('workshop_participant')
      .values({
        id,
        workshop_id: workshop,
        person_id: person,
        category: added.category,
        role: added.role ?? 'participant',
        ...at,
      })
      .execute(),
  )
  return id
}

/** Takes a participant away and erases the person: what law 09-08 art. 8 gives whoever asks. */
export async function removeParticipant(
  writing: Writing,
  actor: Actor,
  workshop: string,
  id: string,
  expected: Expected,
): Promise<void> {
  await lockWorkshop(writing, actor, workshop)
  const participant = await writing.trx
    .selectFrom('workshop_participant')
    .select(['id', 'person_id', 'revision'])
    .where('id', '=', id)
    .where('workshop_id', '=', workshop)
    .executeTakeFirst()
  if (participant === undefined) throw new DomainError('not_found')
  await requireRevision(writing, { ...participant, type: 'workshop_participant' }, expected)
  await writing.change(recordedParticipant, [id], () =>
    writing.trx.deleteFrom('workshop_participant').where('id', '=', id).execute(),
  )
  await erasePersons(writing, [participant.person_id], 'request')
}
