import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne } from '../db/listing.ts'
import { groupWhere, json, jsonOf, pick, plain, type Shape, type ShapeOf, settledShape } from '../db/shape.ts'
import { DomainError } from '../domain/errors.ts'
import type { PlanStatus } from '../domain/plan-types.ts'
import { DONE_BEFORE_START } from '../domain/progress-messages.ts'
import type { Whose } from '../http/whose.ts'
import { existing, ofCollectivities } from '../plans/queries.ts'
import { partialDate } from '../register/queries.ts'
import type { Assessment, ProgressReport } from './schema.ts'

/** What is told of a commitment: by its member, or by others. */
export type Kind = 'progress_report' | 'assessment'

const withdrawal = groupWhere(sql`r.withdrawn_at is not null`, {
  withdrawn_at: plain(sql`wire_instant(r.withdrawn_at)`),
  reason: plain(sql`r.withdrawal_reason`),
})

const reportFacts = {
  id: plain(sql`r.id`),
  commitment_id: plain(sql`r.commitment_id`),
  reported_on: partialDate('r.reported_on', 'r.reported_precision'),
  period: json(sql`r.period`),
  stage: plain(sql`r.stage`),
  percentage: plain(sql`r.percentage`),
  text: json(sql`r.text`),
  milestones: json(sql`r.milestones`),
  evidence: json(sql`to_json(r.evidence)`),
  sources: json(sql`r.sources`),
  withdrawal,
}

const assessmentFacts = {
  id: plain(sql`r.id`),
  commitment_id: plain(sql`r.commitment_id`),
  assessed_on: partialDate('r.assessed_on', 'r.assessed_precision'),
  completion: plain(sql`r.completion`),
  assessor: json(sql`r.assessor`),
  method: json(sql`r.method`),
  text: json(sql`r.text`),
  evidence: json(sql`to_json(r.evidence)`),
  sources: json(sql`r.sources`),
  withdrawal,
}

/** What each says of itself, `r`: for its representation and for the journal. */
export const factsOf: Readonly<Record<Kind, Shape>> = {
  progress_report: reportFacts,
  assessment: assessmentFacts,
}

const stamps = {
  revision: plain(sql`r.revision`),
  created_at: plain(sql`wire_instant(r.created_at)`),
  updated_at: plain(sql`wire_instant(r.updated_at)`),
}

const warnings = sql`(
  select coalesce(json_agg(json_build_object('code', ${sql.lit(DONE_BEFORE_START.code)},
    'pointer', '/milestones/' || place - 1 || '/done_on',
    'detail', ${sql.lit(JSON.stringify(DONE_BEFORE_START.detail))}::json) order by place), '[]')
  from commitment_identity i join action_plan p on p.id = i.plan_id,
    json_array_elements(r.milestones) with ordinality as m (milestone, place)
  where i.id = r.commitment_id and partial_date_last_day(milestone -> 'done_on' ->> 'value') < p.starts_on)`

const shapes: Readonly<Record<Kind, Shape>> = {
  progress_report: settledShape({
    ...reportFacts,
    warnings: json(warnings),
    ...stamps,
  } satisfies ShapeOf<ProgressReport>),
  assessment: settledShape({ ...assessmentFacts, ...stamps } satisfies ShapeOf<Assessment>),
}

/** The warnings of a report look at the cycle of its plan. */
const DEPENDS_ON = {
  progress_report: ['progress_report', 'action_plan'],
  assessment: ['assessment'],
} as const

/** Whose they are is the plan's to say, and where that is the register's. */
const LISTED_FROM = {
  progress_report: ['progress_report', 'action_plan', 'region', 'provincial_council', 'commune'],
  assessment: ['assessment', 'action_plan', 'region', 'provincial_council', 'commune'],
} as const

/** In the order in which they came to be known, those of one day in the order in which they came in. */
export const inOrder = sql`r.known_on, r.created_at, r.id`

export interface Filters extends Whose {
  commitment?: readonly string[] | undefined
  plan?: readonly string[] | undefined
  /** Stage, or completion. */
  far?: readonly string[] | undefined
  /** Civil days, both inclusive. */
  since?: string | undefined
  until?: string | undefined
  withdrawn?: boolean | undefined
  modifiedSince?: string | undefined
}

/** All that is told, of one commitment or of many; what was withdrawn too. */
export function told(
  kind: Kind,
  filters: Filters,
  sort: readonly string[],
  fields?: readonly string[],
): Listing {
  const where: RawBuilder<unknown>[] = ofCollectivities(sql`i.plan_id`, filters)
  const among = (column: RawBuilder<unknown>, type: 'uuid' | 'text', values?: readonly string[]) => {
    if (values) where.push(sql`${column} = any(${[...values]}::${sql.raw(type)}[])`)
  }
  among(sql`r.commitment_id`, 'uuid', filters.commitment)
  among(sql`i.plan_id`, 'uuid', filters.plan)
  among(kind === 'progress_report' ? sql`r.stage` : sql`r.completion`, 'text', filters.far)
  if (filters.since) where.push(sql`r.known_on >= ${filters.since}::date`)
  if (filters.until) where.push(sql`r.known_on <= ${filters.until}::date`)
  if (filters.withdrawn !== undefined) where.push(sql`(r.withdrawn_at is not null) = ${filters.withdrawn}`)
  if (filters.modifiedSince) where.push(sql`r.updated_at >= ${filters.modifiedSince}::timestamptz`)
  const keys = sort.map((name) => ({
    by: name.endsWith('updated_at') ? sql`r.updated_at` : sql`r.known_on`,
    descending: name.startsWith('-'),
  }))
  return {
    dependsOn: LISTED_FROM[kind],
    shape: pick(shapes[kind], fields),
    from: sql`${sql.table(kind)} r join commitment_identity i on i.id = r.commitment_id`,
    where,
    // Ids are in the order in which they came in.
    sort: [...keys, { by: sql`r.id`, descending: keys.at(-1)!.descending }],
    requires: existing(filters),
    id: sql`r.id`,
  }
}

export async function findTold(db: Db, kind: Kind, id: string, fields?: readonly string[]) {
  const list = {
    dependsOn: DEPENDS_ON[kind],
    from: sql`${sql.table(kind)} r`,
    where: [sql`r.id = ${id}`],
  }
  return await readOne(db, list, {
    representation: jsonOf(pick(shapes[kind], fields)),
    revision: sql`r.revision`,
  })
}

/** @throws {DomainError} `not_found` unless the commitment is of the draft that stands for its plan */
export async function requireCommitment(db: Db, id: string): Promise<void> {
  const { rows } = await sql`select from commitment where id = ${id} and is_current`.execute(db)
  if (rows.length === 0) throw new DomainError('not_found')
}

export interface Followed {
  readonly plan: string
  readonly status: PlanStatus
  /** The number of the draft that stands for the plan. */
  readonly draft: number
  readonly adopted_on: string | null
  /** Whether it is in a draft that anybody may see. */
  readonly public: boolean
  /** Null of a commitment that is not of the draft that stands for the plan. */
  readonly milestones: readonly { readonly key: string }[] | null
}

/** A commitment, as far as it decides what may be told of it. */
export async function findFollowed(db: Db, commitment: RawBuilder<unknown>): Promise<Followed | undefined> {
  const { rows } = await sql<Followed>`
    select p.id as plan, p.status, p.public_draft as draft, (
        select max(t.effective_on) from action_plan_transition t
        where t.plan_id = p.id and t.to_status = 'adopted' and t.from_status <> 'adopted'
      ) as adopted_on, exists (
        select from commitment c join draft d on d.plan_id = c.plan_id and d.number = c.draft_number
        where c.id = i.id and d.published_on is not null
      ) as public, (
        select c.milestones from commitment c where c.id = i.id and c.is_current
      ) as milestones
    from commitment_identity i join action_plan p on p.id = i.plan_id where i.id = ${commitment}`.execute(db)
  return rows[0]
}
