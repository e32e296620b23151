import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { type Listing, readOne, type SortKey } from '../../db/listing.ts'
import { holdsWords } from '../../db/name-search.ts'
import {
  flag,
  group,
  groupWhere,
  json,
  jsonListOf,
  jsonOf,
  pick,
  plain,
  type ShapeOf,
} from '../../db/shape.ts'
import { AT_RISK } from '../../domain/progress-types.ts'
import type { Whose } from '../../http/whose.ts'
import { asked, partialDate, reference, searchable } from '../../register/queries.ts'
import { commitmentFacts } from '../drafts/queries.ts'
import { cycle, existing, ofCollectivities, texts, type View } from '../queries.ts'
import type { Commitment } from './schema.ts'

export interface Filters extends Whose {
  plan?: readonly string[]
  planStatus?: readonly string[]
  principle?: readonly string[]
  leadInstitution?: string
  completion?: readonly string[]
  assessedCompletion?: readonly string[]
  overdue?: boolean
  atRisk?: boolean
  silentForDays?: number
  modifiedSince?: string
  q?: string
}

export const SORTS = ['title.ar', 'title.fr'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const DEPENDS_ON = [
  'action_plan',
  'draft',
  'progress_report',
  'assessment',
  'region',
  'provincial_council',
  'commune',
] as const

// As of the day `asked`: `r` is the report that stands then, `a` the assessment.

/** By when the next thing is to be done of a promise that was adopted and is not completed: a milestone, or all of it. */
const nextDueOn = sql`case when p.adopted_since <= asked.day and r.stage is distinct from 'completed' then
  least(case when r.id is null then c.first_due else r.next_due end, period_last_day(p.ends_on, p.ends_precision)) end`
export const overdue = sql`coalesce(${nextDueOn} < asked.day, false)`
const silentDays = sql`(asked.day
  - coalesce(r.known_on, case when p.implementing_since <= asked.day then p.implementing_since end))`
const atRisk = sql`coalesce(${nextDueOn} between asked.day and asked.day + ${sql.lit(AT_RISK.dueWithinDays)}
  and ${silentDays} >= ${sql.lit(AT_RISK.silentForDays)}, false)`

/** As they were planned, each with the day on which it was done by the reports that are known. */
const milestones = sql`(
  select coalesce(json_agg(json_build_object('key', m -> 'key', 'title', m -> 'title', 'due_on', m -> 'due_on',
    'done_on', r.done -> (m ->> 'key')) order by place), '[]')
  from json_array_elements(c.milestones) with ordinality as planned (m, place))`

const shape = {
  id: plain(sql`c.id`),
  key: plain(sql`c.key`),
  ...commitmentFacts,
  title: texts('c.title'),
  problem: texts('c.problem'),
  solution: texts('c.solution'),
  expected_impact: texts('c.expected_impact'),
  milestones: json(milestones),
  axis: group({ key: plain(sql`x.key`), title: texts('x.title') }),
  plan: group({
    id: plain(sql`p.id`),
    title: texts('p.title'),
    status: plain(sql`p.status`),
    draft: plain(sql`c.draft_number`),
    cycle,
    collectivities: json(
      jsonListOf(
        reference('l'),
        sql`whose.ordinal`,
        sql`from action_plan_collectivity whose join collectivity l on l.id = whose.collectivity_id
          where whose.plan_id = p.id`,
      ),
    ),
  }),
  completion: groupWhere(sql`r.id is not null`, {
    stage: plain(sql`r.stage`),
    percentage: plain(sql`r.percentage`),
    reported_on: partialDate('r.reported_on', 'r.reported_precision'),
    report_id: plain(sql`r.id`),
  }),
  assessment: groupWhere(sql`a.id is not null`, {
    completion: plain(sql`a.completion`),
    assessed_on: partialDate('a.assessed_on', 'a.assessed_precision'),
    assessment_id: plain(sql`a.id`),
  }),
  next_due_on: plain(sql`partial_date_text(${nextDueOn}, 'day')`),
  overdue: flag(overdue),
  at_risk: flag(atRisk),
  silent_days: plain(silentDays),
  sources: json(sql`d.sources`),
  revision: plain(sql`d.revision`),
  updated_at: plain(sql`wire_instant(d.updated_at)`),
} satisfies ShapeOf<Commitment>

type ToldTable = 'progress_report' | 'assessment'

/** What stands on the day, one at the most. */
const stands = (
  told: RawBuilder<unknown>,
) => sql`${told}.commitment_id = c.id and ${told}.withdrawn_at is null
  and ${told}.known_on <= asked.day and asked.day < ${told}.superseded_on`

/** Looked up for each commitment of the page: joined as tables, all reports were read for fifty of them. */
const lookedUp = (table: ToldTable, as: RawBuilder<unknown>) =>
  sql`left join lateral (select * from ${sql.table(table)} told where ${stands(sql`told`)} limit 1) ${as} on true`

/** To count or to send them all: read once, and not looked up again and again. */
export const joined = (table: ToldTable, as: RawBuilder<unknown>) =>
  sql`left join ${sql.table(table)} ${as} on ${stands(as)}`

const from = (asOf: string, standing: typeof lookedUp) => sql`${asked(asOf)} cross join commitment c
  join action_plan p on p.id = c.plan_id
  join draft d on d.plan_id = c.plan_id and d.number = c.draft_number
  join axis x on x.plan_id = c.plan_id and x.draft_number = c.draft_number and x.key = c.axis_key
  ${standing('progress_report', sql`r`)} ${standing('assessment', sql`a`)}`

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]) =>
  sql`${column} in (${sql.join([...values])})`

/** When the next milestone of a commitment `c` is due that a report `r` and those before it have not called done. */
export const nextDue = (done: RawBuilder<unknown>) =>
  sql`case when r.stage <> 'completed' then next_milestone_due(c.milestones, ${done}) end`

/** The commitments of the drafts that stand for their plans. */
export function commitments(
  filters: Filters,
  view: View & { readonly asOf: string },
  sort: readonly Sort[],
): Listing {
  const where: RawBuilder<unknown>[] = [sql`c.is_current`, ...ofCollectivities(sql`c.plan_id`, filters)]
  if (filters.plan) where.push(sql`c.plan_id = any(${[...filters.plan]}::uuid[])`)
  if (filters.planStatus) where.push(sql`p.status in (${sql.join([...filters.planStatus])})`)
  if (filters.principle) where.push(sql`c.principles && ${[...filters.principle]}::text[]`)
  if (filters.leadInstitution !== undefined)
    where.push(holdsWords(sql`c.lead_folded`, filters.leadInstitution))
  if (filters.completion) where.push(oneOf(sql`coalesce(r.stage, 'unreported')`, filters.completion))
  if (filters.assessedCompletion)
    where.push(oneOf(sql`coalesce(a.completion, 'unassessed')`, filters.assessedCompletion))
  if (filters.overdue !== undefined) where.push(sql`${overdue} = ${filters.overdue}`)
  if (filters.atRisk !== undefined) where.push(sql`${atRisk} = ${filters.atRisk}`)
  if (filters.silentForDays !== undefined) where.push(sql`${silentDays} >= ${filters.silentForDays}::int`)
  if (filters.modifiedSince)
    where.push(sql`greatest(d.updated_at, p.updated_at) >= ${filters.modifiedSince}::timestamptz`)
  if (filters.q !== undefined) where.push(holdsWords(sql`c.folded`, filters.q))
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(shape, view.fields),
    from: from(view.asOf, joined),
    fromForPage: () => from(view.asOf, lookedUp),
    where,
    sort: sortKeys(sort),
    requires: [
      ...existing(filters),
      ...[filters.q, filters.leadInstitution].flatMap((text) =>
        text === undefined ? [] : [searchable(text)],
      ),
    ],
    id: sql`c.id`,
  }
}

const SORT_KEYS: Record<(typeof SORTS)[number], RawBuilder<unknown>> = {
  'title.ar': sql`c.title_ar_folded`,
  'title.fr': sql`c.title_fr_folded`,
}

/** As asked; else plan by plan, each in its own order. Ends with the id. */
function sortKeys(sort: readonly Sort[]): SortKey[] {
  if (sort.length === 0)
    return [sql`c.plan_id`, sql`c.ordinal`, sql`c.id`].map((by) => ({ by, descending: false }))
  const keys = sort.map((name) => ({
    by: SORT_KEYS[name.replace(/^-/, '') as (typeof SORTS)[number]],
    descending: name.startsWith('-'),
  }))
  return [...keys, { by: sql`c.id`, descending: keys.at(-1)!.descending }]
}

export async function findCommitment(db: Db, id: string, asOf: string, fields?: readonly string[]) {
  const list = {
    dependsOn: DEPENDS_ON,
    from: from(asOf, lookedUp),
    where: [sql`c.id = ${id}`, sql`c.is_current`],
  }
  return await readOne(db, list, { representation: jsonOf(pick(shape, fields)), revision: sql`d.revision` })
}
