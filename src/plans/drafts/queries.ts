import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Listing } from '../../db/listing.ts'
import { positionOf } from '../../db/listing.ts'
import {
  flag,
  groupWhere,
  json,
  jsonListOf,
  jsonOf,
  onRequest,
  pick,
  plain,
  type Shape,
  type ShapeOf,
} from '../../db/shape.ts'
import { type Actor, hasRole } from '../../domain/actor.ts'
import { readReference } from '../../domain/codes.ts'
import { DomainError } from '../../domain/errors.ts'
import { UNUSUAL_AXES } from '../../domain/plan-messages.ts'
import { partialDate, resolved } from '../../register/queries.ts'
import type { Content } from './content.ts'
import type { Draft } from './schema.ts'

/** What a commitment `c` says, in the order of its canonical form. */
export const commitmentFacts = {
  title: json(sql`c.title`),
  problem: json(sql`c.problem`),
  solution: json(sql`c.solution`),
  expected_impact: json(sql`c.expected_impact`),
  lead_institution: json(sql`c.lead_institution`),
  supporting_institutions: json(sql`c.supporting_institutions`),
  principles: json(sql`to_json(c.principles)`),
  budget: groupWhere(sql`c.budget_amount is not null`, {
    amount: plain(sql`c.budget_amount::text`),
    currency: plain(sql`c.budget_currency`),
  }),
  financial_effect: flag(sql`c.financial_effect`),
  indicators: json(sql`c.indicators`),
  milestones: json(sql`c.milestones`),
}

const axisFacts = {
  key: plain(sql`x.key`),
  title: json(sql`x.title`),
  rationale: json(sql`x.rationale`),
  principles: json(sql`to_json(x.principles)`),
}

const commitmentsOfAxis = jsonListOf(
  { key: plain(sql`c.key`), ...commitmentFacts },
  sql`c.ordinal`,
  sql`from commitment c
    where c.plan_id = x.plan_id and c.draft_number = x.draft_number and c.axis_key = x.key`,
)

/** The axes of a draft in order, as one JSON list. */
export function axesOf(
  plan: RawBuilder<unknown>,
  draft: RawBuilder<unknown>,
  withCommitments: boolean,
): RawBuilder<unknown> {
  return jsonListOf(
    { ...axisFacts, ...(withCommitments ? { commitments: json(commitmentsOfAxis) } : {}) },
    sql`x.ordinal`,
    sql`from axis x where x.plan_id = ${plan} and x.draft_number = ${draft}`,
  )
}

const warnings = sql`case
  when (select count(*) from axis x where x.plan_id = d.plan_id and x.draft_number = d.number) = 4 then '[]'::json
  else ${JSON.stringify([UNUSUAL_AXES])}::json end`

/** What a draft says of itself: for its representation and for the journal. */
export const draftFacts = {
  id: plain(sql`d.id`),
  plan_id: plain(sql`d.plan_id`),
  number: plain(sql`d.number`),
  status: plain(sql`case when d.frozen_at is null then 'open' else 'frozen' end`),
  based_on: plain(sql`d.based_on`),
  axes: json(axesOf(sql`d.plan_id`, sql`d.number`, true)),
  content_hash: plain(sql`d.content_hash`),
  frozen_at: plain(sql`wire_instant(d.frozen_at)`),
  frozen_by: plain(sql`d.frozen_by`),
  publication: groupWhere(sql`d.published_on is not null`, {
    published_on: partialDate('d.published_on', 'd.published_precision'),
    published_by: plain(sql`d.published_by`),
    sources: json(sql`d.publication_sources`),
  }),
  sources: json(sql`d.sources`),
}

const shape = {
  ...draftFacts,
  warnings: json(warnings),
  revision: plain(sql`d.revision`),
  created_at: plain(sql`wire_instant(d.created_at)`),
  updated_at: plain(sql`wire_instant(d.updated_at)`),
} satisfies ShapeOf<Draft>

export const DEPENDS_ON = ['action_plan', 'draft'] as const

/** Whether the actor's credentials name a collectivity whose editors edit this plan; the association edits all. */
export function editsPlan(actor: Actor | null, plan: RawBuilder<unknown>): RawBuilder<unknown> {
  if (hasRole(actor, 'association')) return sql`true`
  const references = (actor?.collectivities ?? []).flatMap((text) => readReference(text) ?? [])
  if (!hasRole(actor, 'member_editor') || references.length === 0) return sql`false`
  return sql`exists (select from action_plan_collectivity theirs
    where theirs.plan_id = ${plan} and theirs.may_edit
      and theirs.collectivity_id = any(array[${sql.join(references.map((one) => resolved(one)))}]))`
}

/** Whether what is not public of a plan, its drafts and what waits to be moderated, is there for the actor. */
export function seesUnpublished(actor: Actor | null, plan: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!actor?.scopes.includes('read')) return sql`false`
  return hasRole(actor, 'ministry') ? sql`true` : editsPlan(actor, plan)
}

/**
 * The actor, where drafts that are not public may be there for it; whatever it is answered is its own then. Whose
 * plan it is, is seen row by row.
 */
export const isInsider = (actor: Actor | null) => hasRole(actor, 'association', 'ministry', 'member_editor')

const visibleTo = (actor: Actor | null) =>
  sql`(d.published_on is not null or ${seesUnpublished(actor, sql`d.plan_id`)})`

/** The drafts of a plan that are there for the caller. */
export function drafts(
  actor: Actor | null,
  plan: string,
  view: { fields?: readonly string[] | undefined; include?: readonly string[] | undefined },
): Listing {
  const { axes, ...rest } = shape
  const { id, plan_id, number, status, based_on, ...after } = rest
  const listed: Shape = { id, plan_id, number, status, based_on, axes: onRequest(axes), ...after }
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(listed, view.fields, view.include),
    from: sql`draft d`,
    where: [sql`d.plan_id = ${plan}`, visibleTo(actor)],
    sort: [
      { by: sql`d.number`, descending: false },
      { by: sql`d.id`, descending: false },
    ],
    id: sql`d.id`,
  }
}

export interface FoundDraft {
  readonly id: string
  readonly json: string
  readonly revision: number
  readonly position: string
  readonly dependsOn: readonly string[]
  readonly isPublic: boolean
}

/** One draft, when it is there for the caller. */
export async function findDraft(
  db: Db,
  actor: Actor | null,
  plan: string,
  number: number,
  fields?: readonly string[],
): Promise<FoundDraft | undefined> {
  const { rows } = await sql<Omit<FoundDraft, 'dependsOn'>>`
    select d.id, ${jsonOf(pick(shape, fields))}::text as json, d.revision, ${positionOf(DEPENDS_ON)} as position,
      d.published_on is not null as "isPublic"
    from draft d where d.plan_id = ${plan} and d.number = ${number} and ${visibleTo(actor)}`.execute(db)
  return rows[0] && { ...rows[0], dependsOn: DEPENDS_ON }
}

export interface DraftContent extends Content {
  readonly number: number
  readonly revision: number
  readonly content_hash: string | null
  readonly position: string
  readonly isPublic: boolean
}

/** What two drafts of a plan say, when both are there for the caller. */
export async function findContents(
  db: Db,
  actor: Actor | null,
  plan: string,
  numbers: readonly [number, number],
): Promise<[DraftContent, DraftContent] | undefined> {
  const { rows } = await sql<DraftContent>`
    select d.number, d.revision, d.content_hash, ${positionOf(DEPENDS_ON)} as position,
      d.published_on is not null as "isPublic",
      ${axesOf(sql`d.plan_id`, sql`d.number`, true)} as axes
    from draft d where d.plan_id = ${plan} and d.number in (${sql.join([...numbers])}) and ${visibleTo(actor)}`.execute(
    db,
  )
  const [a, b] = numbers.map((number) => rows.find((row) => row.number === number))
  return a === undefined || b === undefined ? undefined : [a, b]
}

/** Whether there is such a plan: what hangs on one that is not there is not there either. */
export async function requirePlan(db: Db, plan: string): Promise<void> {
  const { rows } = await sql`select from action_plan where id = ${plan}`.execute(db)
  if (rows.length === 0) throw new DomainError('not_found')
}

/** The id of a draft that is public. */
export async function findPublicDraft(
  db: Db,
  plan: string,
  number: number,
): Promise<{ id: string } | undefined> {
  return await db
    .selectFrom('draft')
    .select('id')
    .where('plan_id', '=', plan)
    .where('number', '=', number)
    .where('published_on', 'is not', null)
    .executeTakeFirst()
}

/** Whether the actor edits a plan. */
export async function editsPlanNow(db: Db, actor: Actor, plan: string): Promise<boolean> {
  const { rows } = await sql<{
    edits: boolean
  }>`select ${editsPlan(actor, sql`${plan}::uuid`)} as edits`.execute(db)
  return rows[0]!.edits
}
