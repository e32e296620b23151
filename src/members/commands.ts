import { type RawBuilder, sql } from 'kysely'
import { v7 } from 'uuid'
import type { Recorded, Writing } from '../db/journal.ts'
import { literally } from '../db/literal.ts'
import { type Expected, requireRevision } from '../db/revision.ts'
import { prepared } from '../db/settled.ts'
import { json, jsonOf, plain } from '../db/shape.ts'
import type { Actor } from '../domain/actor.ts'
import { readReference } from '../domain/codes.ts'
import { DomainError } from '../domain/errors.ts'
import { dateColumns, lastDay, readPartialDate } from '../domain/partial-date.ts'
import { requireOwner, resolved } from '../register/queries.ts'
import { documentColumns, evidenceColumn, type MemberToWrite, sourcesColumn } from './document-columns.ts'
import { type MemberStatus, nextStatus } from './lifecycle.ts'
import { memberFacts } from './queries.ts'
import type { MemberDocument, NewMember, NewTransition } from './schema.ts'

const facts = {
  ...memberFacts,
  collectivity_id: plain(sql`m.collectivity_id`),
  sources: json(sql`m.sources`),
}

/** What the journal keeps of an episode of membership: its own facts, nothing computed as of a day. */
export const recordedMember: Recorded = {
  table: 'member',
  facts,
  states: (ids) => sql`
    select m.id, 'member' as type, m.revision, ${jsonOf(facts)} as state,
      array_remove(array[c.id, c.province_id, c.region_id], null) as territories
    from member m join collectivity c on c.id = m.collectivity_id where m.id = ${ids}`,
}

/**
 * Creates the episodes that are not there and brings the others to their documents.
 *
 * @throws as writeWanted
 */
export async function writeMembers(
  writing: Writing,
  members: readonly MemberToWrite[],
  reason: string | null = null,
) {
  const rows = JSON.stringify(
    members.map(({ document, ...whose }) => ({ ...whose, ...documentColumns(document) })),
  )
  return await writing.change(
    recordedMember,
    members.map((member) => member.id),
    () => writeDocuments(writing.trx, { rows, at: writing.author.at }),
    reason,
  )
}

const writeDocuments = prepared<{ rows: string; at: Date }, unknown>((value) =>
  bringing(
    sql`select * from json_to_recordset(${value('rows')}::json) as wanted (
      id uuid, collectivity_id uuid, wave integer, applied_on date, applied_precision text, joined_on date,
      joined_precision text, evidence json, identifiers text[], consultative_bodies json, follow_up_committee json,
      sources json)`,
    value('at'),
  ),
)

/**
 * Creates the episodes that are not there and brings the others to what `wanted` says, set-wise: the one way in
 * which the API, an import and the seed write members. A new one with `joined_on` is admitted; of one that was
 * admitted before, the date is corrected.
 *
 * @param ids of the rows of `wanted`
 * @param wanted a query of every column of MemberToWrite's document, `identifiers` as `scheme:value`
 * @throws the violation of `member_one_open` or `member_identifier_pkey`, answered as 409 `duplicate`
 */
export async function writeWanted(
  writing: Writing,
  ids: readonly string[],
  wanted: RawBuilder<unknown>,
  reason: string | null,
) {
  const { trx, author } = writing
  return await writing.change(
    recordedMember,
    ids,
    async () => {
      // The keys of each row are checked by plans that are kept: made anew for tables of today's size, but once and not
      // for each row, as whoever forces custom plans would have it.
      await sql`discard plans`.execute(trx)
      await sql`set local plan_cache_mode to auto`.execute(trx)
      await sql.raw(literally(bringing(wanted, sql`${author.at.toISOString()}::timestamptz`))).execute(trx)
      await sql`set local plan_cache_mode to force_custom_plan`.execute(trx)
    },
    reason,
  )
}

/** A number that one member gives up may be another's from now on: those that go, go first. */
const bringing = (wanted: RawBuilder<unknown>, at: RawBuilder<unknown>) => sql`
  with wanted as materialized (${wanted}),
  written as (
    insert into member (id, collectivity_id, wave, applied_on, applied_precision, joined_on, joined_precision,
      evidence, consultative_bodies, follow_up_committee, sources, created_at, updated_at)
    select id, collectivity_id, wave, applied_on, applied_precision, joined_on, joined_precision,
      evidence, consultative_bodies, follow_up_committee, sources, ${at}, ${at}
    from wanted
    on conflict (id) do update set
      (wave, applied_on, applied_precision, joined_on, joined_precision, evidence, consultative_bodies,
        follow_up_committee, sources)
      = (excluded.wave, excluded.applied_on, excluded.applied_precision, excluded.joined_on,
        excluded.joined_precision, excluded.evidence, excluded.consultative_bodies,
        excluded.follow_up_committee, excluded.sources)
  ), gone as (
    delete from member_identifier i using wanted
    where i.member_id = wanted.id and i.scheme || ':' || i.value <> all(wanted.identifiers)
    returning 1
  ), numbered as (
    insert into member_identifier
    select wanted.id, split_part(text, ':', 1), substr(text, strpos(text, ':') + 1)
    from (select count(*) from gone) first, wanted, unnest(wanted.identifiers) as text
    where not exists (
      select from member_identifier i
      where i.member_id = wanted.id and i.scheme || ':' || i.value = text collate "C")
  )
  insert into member_transition as t (member_id, ordinal, action, from_status, to_status, effective_on,
    effective_precision, evidence, sources)
  select id, 1, 'admit', 'candidate', 'active', joined_on, joined_precision, evidence, sources
  from wanted
  where joined_on is not null
  on conflict (member_id, ordinal) do update
    set effective_on = excluded.effective_on, effective_precision = excluded.effective_precision
    where t.action = 'admit' and (t.effective_on, t.effective_precision)
      is distinct from (excluded.effective_on, excluded.effective_precision)`

/** A new episode, a candidate or already admitted. @returns its id */
export async function createMember(writing: Writing, member: NewMember): Promise<string> {
  const { collectivity, ...document } = member
  const id = v7({ msecs: writing.author.at.getTime() })
  const collectivityId = await one<string>(writing, resolved(readReference(collectivity)!))
  if (collectivityId === undefined)
    throw new DomainError('unprocessable', {
      faults: [
        { at: { pointer: '/collectivity' }, code: 'no_such_collectivity', values: { value: collectivity } },
      ],
    })
  requireOwnSchemes(document)
  await writeMembers(writing, [{ id, collectivity_id: collectivityId, document }])
  return id
}

/** Codes of the register are not a member's own numbers. */
function requireOwnSchemes({ identifiers = [] }: MemberDocument): void {
  const faults = identifiers.flatMap(({ scheme }, index) =>
    scheme === 'hcp' || scheme === 'iso-3166-2'
      ? [
          {
            at: { pointer: `/identifiers/${index}/scheme` },
            code: 'not_allowed',
            values: { value: scheme },
          } as const,
        ]
      : [],
  )
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
}

/** What the journal keeps of an episode, as far as it is decided on. */
interface State extends MemberDocument {
  readonly collectivity_id: string
  readonly transitions: readonly { readonly to_status: MemberStatus; readonly effective_on: PartialDate }[]
}

type PartialDate = { readonly value: string }

/**
 * Locks an episode's row, for what comes next to be decided on.
 *
 * @throws {DomainError} `not_found`, `not_yours`, and those of requireRevision
 */
export async function lockMember(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
): Promise<State> {
  const seen = await writing.look<State>(recordedMember, id)
  if (seen === undefined) throw new DomainError('not_found')
  await requireOwner(writing.trx, actor, seen.state.collectivity_id)
  await requireRevision(writing, { type: 'member', id, revision: seen.revision }, expected)
  return seen.state
}

/** What a member's editor may change; all else is the association's. */
const EDITORS_FIELDS = new Set(['consultative_bodies', 'follow_up_committee'])

/**
 * Edits an episode.
 *
 * @param edit makes the new document from the present one, or throws what is wrong with it
 * @param touched the fields that the caller wants to change
 */
export async function editMember(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  touched: readonly string[],
  edit: (present: object) => MemberDocument,
): Promise<void> {
  const present = await lockMember(writing, actor, id, expected)
  if (!actor.roles.includes('association')) {
    const faults = touched
      .filter((field) => !EDITORS_FIELDS.has(field))
      .map((field) => ({ at: { pointer: `/${field}` }, code: 'not_yours_to_edit' }) as const)
    if (faults.length > 0) throw new DomainError('forbidden', { values: { roles: 'association' }, faults })
  }
  const { collectivity_id, wave, applied_on, joined_on, evidence, identifiers, sources } = present
  const { consultative_bodies, follow_up_committee } = present
  const document = edit({
    ...{ wave, applied_on, joined_on, evidence, identifiers },
    ...{ consultative_bodies, follow_up_committee, sources },
  })
  requireOwnSchemes(document)
  if (!joined_on !== !document.joined_on)
    throw new DomainError('unprocessable', {
      faults: [{ at: { pointer: '/joined_on' }, code: 'by_transition_only' }],
    })
  await writeMembers(writing, [{ id, collectivity_id, document }])
}

/** Takes one dated step in the life of an episode. */
export async function stepMember(
  writing: Writing,
  actor: Actor,
  id: string,
  expected: Expected,
  step: NewTransition,
): Promise<void> {
  const { trx } = writing
  const { transitions, applied_on } = await lockMember(writing, actor, id, expected)
  const latest = transitions.at(-1)
  const status = latest?.to_status ?? 'candidate'
  const to = nextStatus(status, step.action)
  const effective = readPartialDate(step.effective_on.value)
  const [last, applied] = [dateColumns(latest?.effective_on).day, dateColumns(applied_on).day]
  const notBefore =
    last !== null && effective.day < last
      ? last
      : applied !== null && lastDay(effective) < applied
        ? applied
        : null
  if (notBefore !== null)
    throw new DomainError('unprocessable', {
      faults: [{ at: { pointer: '/effective_on' }, code: 'too_early', values: { limit: notBefore } }],
    })
  await writing.change(
    recordedMember,
    [id],
    async () => {
      await sql`
        insert into member_transition
        select ${id}, count(*) + 1, ${step.action}, ${status}, ${to}, ${effective.day}::date, ${effective.precision},
          ${asJson(evidenceColumn(step.evidence))}, ${asJson(sourcesColumn(step.sources))}, ${step.reason ?? null}
        from member_transition where member_id = ${id}`.execute(trx)
      const { day, precision } = effective
      // What it was admitted on is the member's from now on; what was known before stays when the step tells none.
      if (step.action === 'admit')
        await sql`
          update member set joined_on = ${day}, joined_precision = ${precision},
            evidence = coalesce(${asJson(evidenceColumn(step.evidence))}, evidence)
          where id = ${id}`.execute(trx)
      if (step.action === 'withdraw')
        await sql`update member set left_on = ${day}, left_precision = ${precision} where id = ${id}`.execute(
          trx,
        )
    },
    step.reason ?? null,
  )
}

/** Removes episodes that should not have been made; the journal keeps what they were. */
export async function deleteMembers(writing: Writing, ids: readonly string[], reason: string): Promise<void> {
  await writing.change(
    recordedMember,
    ids,
    () => sql`delete from member where id = any(${[...ids]}::uuid[])`.execute(writing.trx),
    reason,
  )
}

const asJson = (value: object | null) => sql`${value === null ? null : JSON.stringify(value)}::json`

async function one<T>({ trx }: Writing, scalar: RawBuilder<unknown>): Promise<T | undefined> {
  const { rows } = await sql<{ value: T | null }>`select ${scalar} as value`.execute(trx)
  return rows[0]?.value ?? undefined
}
