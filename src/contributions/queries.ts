import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne, type SortKey } from '../db/listing.ts'
import { holdsWords } from '../db/name-search.ts'
import { flag, group, groupWhere, jsonOf, pick, plain, type ShapeOf } from '../db/shape.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { keptOf } from '../focal-points/queries.ts'
import type { Whose } from '../http/whose.ts'
import { editsPlanNow, seesUnpublished } from '../plans/drafts/queries.ts'
import { existing, ofCollectivities, texts } from '../plans/queries.ts'
import { searchable } from '../register/queries.ts'
import { HIDDEN } from './lifecycle.ts'
import type { Contribution } from './schema.ts'

export interface Filters extends Whose {
  consultation?: readonly string[] | undefined
  plan?: readonly string[] | undefined
  status?: readonly string[] | undefined
  commitment?: readonly string[] | undefined
  language?: readonly string[] | undefined
  modifiedSince?: string | undefined
  q?: string | undefined
}

export const SORTS = ['received_at', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const DEPENDS_ON = ['contribution', 'consultation', 'action_plan', 'draft'] as const

/** Whether a contribution, `n`, is nobody's business but of those who moderate. */
export const isHidden = sql`n.status in (${sql.join(HIDDEN.map((one) => sql.lit(one)))})`

const said = {
  status: plain(sql`n.status`),
  channel: plain(sql`n.channel`),
  language: plain(sql`n.language`),
  problem: plain(sql`n.problem`),
  proposed_solution: plain(sql`n.proposed_solution`),
  expected_impact: plain(sql`n.expected_impact`),
  axis: plain(sql`n.axis_key`),
  author_named: flag(sql`n.name_published`),
  received_at: plain(sql`wire_instant(n.received_at)`),
}
const answerOf = <T extends object>(more: T) =>
  groupWhere(sql`n.answer is not null`, {
    reason: plain(sql`n.answer`),
    answered_at: plain(sql`wire_instant(n.answered_at)`),
    ...more,
  })

/** For the journal: all that is public of it, once it is; never who said it. */
export const contributionFacts = {
  id: plain(sql`n.id`),
  consultation_id: plain(sql`n.consultation_id`),
  plan_id: plain(sql`k.plan_id`),
  ...said,
  answer: answerOf({
    commitment_id: plain(sql`n.commitment_id`),
    merged_into: plain(sql`n.merged_into`),
  }),
}

const shape = {
  id: plain(sql`n.id`),
  consultation: group({ id: plain(sql`k.id`), round: plain(sql`k.round`) }),
  plan_id: plain(sql`k.plan_id`),
  ...said,
  answer: answerOf({
    commitment: groupWhere(sql`n.commitment_id is not null`, {
      id: plain(sql`n.commitment_id`),
      key: plain(sql`c.key`),
      title: texts('c.title'),
    }),
    merged_into: plain(sql`n.merged_into`),
  }),
  withheld_reason: plain(sql`n.withheld_reason`),
  revision: plain(sql`n.revision`),
  created_at: plain(sql`wire_instant(n.created_at)`),
  updated_at: plain(sql`wire_instant(n.updated_at)`),
} satisfies ShapeOf<Contribution>

// Of a commitment only what stands in public: its id says nothing of a draft that is not.
const from = sql`contribution n join consultation k on k.id = n.consultation_id
  left join commitment c on c.id = n.commitment_id and c.is_current`

const visibleTo = (actor: Actor | null) => sql`(not ${isHidden} or ${seesUnpublished(actor, sql`k.plan_id`)})`

/** The contributions that are there for the caller. */
export function contributions(
  actor: Actor | null,
  filters: Filters,
  fields: readonly string[] | undefined,
  sort: readonly Sort[],
): Listing {
  const where: RawBuilder<unknown>[] = [visibleTo(actor), ...ofCollectivities(sql`k.plan_id`, filters)]
  const oneOf = (column: RawBuilder<unknown>, ids: readonly string[]) =>
    where.push(sql`${column} = any(${[...ids]}::uuid[])`)
  if (filters.consultation) oneOf(sql`n.consultation_id`, filters.consultation)
  if (filters.plan) oneOf(sql`k.plan_id`, filters.plan)
  if (filters.commitment) oneOf(sql`n.commitment_id`, filters.commitment)
  if (filters.status) where.push(sql`n.status in (${sql.join([...filters.status])})`)
  if (filters.language) where.push(sql`n.language in (${sql.join([...filters.language])})`)
  if (filters.modifiedSince) where.push(sql`n.updated_at >= ${filters.modifiedSince}::timestamptz`)
  if (filters.q !== undefined) where.push(holdsWords(sql`n.folded`, filters.q))
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(shape, fields),
    from,
    where,
    sort: sortKeys(sort),
    requires: [...existing(filters), ...(filters.q === undefined ? [] : [searchable(filters.q)])],
    id: sql`n.id`,
  }
}

/** As asked; else the one that came first first. Ends with the id. */
function sortKeys(sort: readonly Sort[]): SortKey[] {
  const keys = (sort.length === 0 ? (['received_at'] as const) : sort).map((name) => ({
    by: name.endsWith('received_at') ? sql`n.received_at` : sql`n.updated_at`,
    descending: name.startsWith('-'),
  }))
  return [...keys, { by: sql`n.id`, descending: keys.at(-1)!.descending }]
}

const recordShapeOn = (today: string) => {
  const name = keptOf('name', today, 'person')
  return {
    ...shape,
    author: groupWhere(sql`n.name_published and ${name} is not null`, { name: plain(name) }),
  }
}

/** One contribution, when it is there for the caller, with its author's name if they want. */
export async function findContribution(
  db: Db,
  actor: Actor | null,
  id: string,
  today: string,
  fields?: readonly string[],
) {
  return await readOne(
    db,
    {
      dependsOn: DEPENDS_ON,
      from: sql`${from} left join person on person.id = n.person_id`,
      where: [sql`n.id = ${id}`, visibleTo(actor)],
    },
    { representation: jsonOf(pick(recordShapeOn(today), fields)), revision: sql`n.revision` },
  )
}

export async function requireConsultation(db: Db, id: string): Promise<void> {
  const { rows } = await sql`select from consultation where id = ${id}`.execute(db)
  if (rows.length === 0) throw new DomainError('not_found')
}

/**
 * How to reach the author, for those who edit the plan.
 *
 * @throws {DomainError} `not_found`, `not_yours`
 */
export async function findContact(db: Db, actor: Actor, id: string, today: string): Promise<string> {
  const contact = jsonOf({
    id: plain(sql`person.id`),
    name: plain(keptOf('name', today, 'person')),
    email: plain(keptOf('email', today, 'person')),
    legal_basis: plain(sql`person.legal_basis`),
    consent_version: plain(sql`person.consent_version`),
    retention_until: plain(sql`person.retention_until`),
    erased_at: plain(sql`wire_instant(person.erased_at)`),
  })
  const { rows } = await sql<{ plan_id: string; hidden: boolean; contact: string | null }>`
    select k.plan_id, ${isHidden} as hidden, case when person.id is not null then ${contact}::text end as contact
    from ${from} left join person on person.id = n.person_id where n.id = ${id}`.execute(db)
  const [row] = rows
  if (row === undefined) throw new DomainError('not_found')
  if (!(await editsPlanNow(db, actor, row.plan_id)))
    throw new DomainError(row.hidden ? 'not_found' : 'not_yours')
  if (row.contact === null) throw new DomainError('not_found')
  return row.contact
}

/** Whether the public can know an axis of a plan by this key, or the draft that is consulted on has it. */
export async function hasAxis(db: Db, plan: string, draft: number | null, key: string): Promise<boolean> {
  const { rows } = await sql`
    select from axis x join draft d on d.plan_id = x.plan_id and d.number = x.draft_number
    where x.plan_id = ${plan} and x.key = ${key} and (d.published_on is not null or d.number = ${draft}::int)
    limit 1`.execute(db)
  return rows.length > 0
}
