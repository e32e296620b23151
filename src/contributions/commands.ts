import { sql } from 'kysely'
import { v7 } from 'uuid'
import { isWithin, type Timed } from '../consultations/lifecycle.ts'
import type { Recorded, Writing } from '../db/journal.ts'
import { jsonOf } from '../db/shape.ts'
import type { Actor } from '../domain/actor.ts'
import { civilDay } from '../domain/clock.ts'
import type { Channel } from '../domain/consultation-types.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { composed } from '../domain/text.ts'
import { erasePersons, recordedPerson } from '../focal-points/commands.ts'
import { editsPlanNow } from '../plans/drafts/queries.ts'
import { territoriesOf } from '../register/territory/queries.ts'
import { contactFaults } from './contact.ts'
import { contributionFacts, hasAxis, isHidden } from './queries.ts'
import type { NewContribution } from './schema.ts'

/** What the journal keeps of a contribution: hidden until it is published. Who said it is in person alone. */
export const recordedContribution: Recorded = {
  table: 'contribution',
  visibility: 'by_row',
  facts: contributionFacts,
  states: (ids) => sql`
    select n.id, 'contribution' as type, n.revision, ${jsonOf(contributionFacts)} as state,
      ${territoriesOf(sql`'action_plan'`, sql`k.plan_id`)} as territories, ${isHidden} as hidden
    from contribution n join consultation k on k.id = n.consultation_id where n.id = ${ids}`,
}

/** What the law calls the basis on which whoever writes to us is kept. */
const LEGAL_BASIS = 'Consentement de la personne (loi 09-08, art. 4)'
const RETENTION_YEARS = 1

interface Receiving extends Pick<Timed, 'status' | 'opens_at' | 'closes_at'> {
  readonly plan_id: string
  readonly draft_number: number | null
  readonly channels: readonly Channel[]
}

/**
 * Takes what somebody says in a consultation. Whether that is open, its window says and the clock, and not whether it
 * has been noticed; the lock keeps the window as it is until this is written.
 *
 * @returns the id of the contribution
 * @throws {DomainError} `not_found`, `consultation_not_open`, `unprocessable`
 */
export async function contribute(
  writing: Writing,
  actor: Actor | null,
  consultation: string,
  given: NewContribution,
): Promise<string> {
  const { trx, author } = writing
  const { rows } = await sql<Receiving>`
    select status, opens_at, closes_at, plan_id, draft_number, channels
    from consultation where id = ${consultation} for share`.execute(trx)
  const [receiving] = rows
  if (receiving === undefined) throw new DomainError('not_found')
  const isEditor = actor !== null && (await editsPlanNow(trx, actor, receiving.plan_id))
  const said = composed(given)
  const { channel = 'online_form', contact } = said
  const receivedAt = said.received_at === undefined || !isEditor ? author.at : new Date(said.received_at)
  if (receiving.status === 'cancelled' || !isWithin(receiving, receivedAt)) throw notOpen(receiving)
  const faults = await saidFaults(writing, receiving, said, isEditor)
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })

  const id = v7({ msecs: author.at.getTime() })
  const person = contact ? await keepPerson(writing, contact) : null
  await writing.change(recordedContribution, [id], () =>
    trx
      .insertInto('contribution')
      .values({
        id,
        consultation_id: consultation,
        channel,
        language: said.language,
        problem: said.problem,
        proposed_solution: said.proposed_solution ?? null,
        expected_impact: said.expected_impact ?? null,
        axis_key: said.axis ?? null,
        person_id: person,
        name_published: contact?.publish_name ?? false,
        received_at: receivedAt.toISOString(),
        withheld_reason: null,
        answer: null,
        answered_at: null,
        commitment_id: null,
        merged_into: null,
        created_at: author.at.toISOString(),
        updated_at: author.at.toISOString(),
      })
      .execute(),
  )
  return id
}

const notOpen = ({ opens_at, closes_at }: Receiving) =>
  new DomainError('consultation_not_open', {
    values: { opens: opens_at ?? '…', closes: closes_at ?? '…' },
  })

async function saidFaults(
  { trx, author }: Writing,
  { plan_id, draft_number, channels }: Receiving,
  { channel = 'online_form', received_at, axis, contact }: NewContribution,
  isEditor: boolean,
): Promise<Fault[]> {
  const faults: Fault[] = contactFaults(contact)
  if (!isEditor && channel !== 'online_form')
    faults.push({ at: { pointer: '/channel' }, code: 'editors_only' })
  else if (!channels.includes(channel))
    faults.push({
      at: { pointer: '/channel' },
      code: 'not_a_channel',
      values: { value: channel },
      allowed: channels,
    })
  const at = { pointer: '/received_at' }
  if (received_at !== undefined && !isEditor) faults.push({ at, code: 'editors_only' })
  else if (received_at !== undefined && Date.parse(received_at) > author.at.getTime())
    faults.push({ at, code: 'in_the_future' })
  if (axis && !(await hasAxis(trx, plan_id, draft_number, axis)))
    faults.push({ at: { pointer: '/axis' }, code: 'no_such_axis', values: { value: axis } })
  return faults
}

async function keepPerson(
  writing: Writing,
  { name, email, consent_version }: NonNullable<NewContribution['contact']>,
): Promise<string> {
  const { trx, author } = writing
  const id = v7()
  const until = new Date(author.at)
  until.setUTCFullYear(until.getUTCFullYear() + RETENTION_YEARS)
  await writing.change(recordedPerson, [id], () =>
    trx
      .insertInto('person')
      .values({
        id,
        name: name ?? null,
        email: email ?? null,
        legal_basis: LEGAL_BASIS,
        consent_version,
        retention_until: civilDay(until),
        created_at: author.at.toISOString(),
        updated_at: author.at.toISOString(),
        erased_at: null,
        erasure_reason: null,
      })
      .execute(),
  )
  return id
}

/** Erases whoever said it: name and address are gone, from what is shown too. */
export async function eraseAuthor(writing: Writing, person: string): Promise<void> {
  await erasePersons(writing, [person], 'request')
  await withdrawNames(writing)
}

/** What shows the name of somebody who has been erased shows it no more, and whoever keeps a copy is told. */
export async function withdrawNames(writing: Writing): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select n.id from contribution n join person on person.id = n.person_id
    where n.name_published and person.erased_at is not null order by n.id for update of n`.execute(
    writing.trx,
  )
  if (rows.length === 0) return
  const ids = rows.map((row) => row.id)
  await writing.change(
    recordedContribution,
    ids,
    () =>
      sql`update contribution set name_published = false where id = any(${ids}::uuid[])`.execute(writing.trx),
    'erasure',
  )
}
