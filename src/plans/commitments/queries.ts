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

// As of the day `asked`: `s` is how a commitment stands then, `r` the report that says so, `a` the assessment.

/** A commitment `c` as it stands on the day. */
export const standing = sql`join commitment_standing s
  on s.commitment_id = c.id and c.is_current and s.during @> asked.day`
export const overdue = sql`coalesce(s.overdue @> asked.day, false)`

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
  completion: groupWhere(sql`s.report_id is not null`, {
    stage: plain(sql`s.stage`),
    percentage: plain(sql`r.percentage`),
    reported_on: partialDate('r.reported_on', 'r.reported_precision'),
    report_id: plain(sql`s.report_id`),
  }),
  assessment: groupWhere(sql`a.id is not null`, {
    completion: plain(sql`a.completion`),
    assessed_on: partialDate('a.assessed_on', 'a.assessed_precision'),
    assessment_id: plain(sql`a.id`),
  }),
  next_due_on: plain(
    sql`case when p.adopted_since <= asked.day then partial_date_text(s.next_due, 'day') end`,
  ),
  overdue: flag(overdue),
  at_risk: flag(sql`coalesce(s.at_risk @> asked.day, false)`),
  silent_days: plain(sql`case when s.silence @> asked.day then asked.day - lower(s.silence) end`),
  sources: json(sql`d.sources`),
  revision: plain(sql`d.revision`),
  updated_at: plain(sql`wire_instant(d.updated_at)`),
} satisfies ShapeOf<Commitment>

const assessed = (asOf: string) => sql`told.withdrawn_at is null
  and told.known_on <= ${asOf}::date and ${asOf}::date < told.superseded_on`

/** The assessment that stands on the day, one at the most: looked up for each commitment of a page. */
const lookedUp = (asOf: string) => sql`left join lateral (
  select * from assessment told where told.commitment_id = s.commitment_id and ${assessed(asOf)} limit 1) a on true`

/** All of them, read once; \`distinct\` tells the planner that there is one at the most. */
const readOnce = (asOf: string) => sql`left join (
  select distinct on (told.commitment_id) told.* from assessment told where ${assessed(asOf)}
) a on a.commitment_id = s.commitment_id`

const PARTS = sql`left join action_plan p on p.id = s.plan_id
  left join draft d on d.plan_id = c.plan_id and d.number = c.draft_number
  left join axis x on x.plan_id = c.plan_id and x.draft_number = c.draft_number and x.key = c.axis_key
  left join progress_report r on r.id = s.report_id`

/** The same, looked up for each row: the planner would read whole tables for the rows that a page leaves out. */
const PARTS_OF_PAGE = sql`left join action_plan p on p.id = s.plan_id
  left join draft d on d.plan_id = c.plan_id and d.number = c.draft_number
  left join lateral (select * from axis x
    where x.plan_id = c.plan_id and x.draft_number = c.draft_number and x.key = c.axis_key limit 1) x on true
  left join lateral (select * from progress_report r where r.id = s.report_id limit 1) r on true`

const fromForPage = (asOf: string, assessment = lookedUp) => sql`${asked(asOf)} cross join commitment c
  ${standing} ${PARTS_OF_PAGE} ${assessment(asOf)}`

/** All are there. Joined so, those that nothing is asked of are not read to count. */
const from = (asOf: string) => sql`${asked(asOf)} cross join commitment_standing s
  left join commitment c on c.id = s.commitment_id and c.is_current ${PARTS} ${readOnce(asOf)}`

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]) =>
  sql`${column} in (${sql.join([...values])})`

/** Whether the day is among these, in words that an index of the days is used for. */
const isSo = (days: RawBuilder<unknown>, so: boolean) =>
  so ? sql`${days} @> asked.day` : sql`(${days} @> asked.day) is not true`

/** When the next milestone of a commitment `c` is due that a report `r` and those before it have not called done. */
export const nextDue = (done: RawBuilder<unknown>) =>
  sql`case when r.stage <> 'completed' then next_milestone_due(c.milestones, ${done}) end`

/** The commitments of the drafts that stand for their plans. */
export function commitments(
  filters: Filters,
  view: View & { readonly asOf: string },
  sort: readonly Sort[],
): Listing {
  const where: RawBuilder<unknown>[] = [
    sql`s.during @> asked.day`,
    ...ofCollectivities(sql`s.plan_id`, filters),
  ]
  if (filters.plan) where.push(sql`s.plan_id = any(${[...filters.plan]}::uuid[])`)
  if (filters.planStatus) where.push(sql`p.status in (${sql.join([...filters.planStatus])})`)
  if (filters.principle) where.push(sql`c.principles && ${[...filters.principle]}::text[]`)
  if (filters.leadInstitution !== undefined)
    where.push(holdsWords(sql`c.lead_folded`, filters.leadInstitution))
  if (filters.completion) where.push(oneOf(sql`s.stage`, filters.completion))
  const isAssessed = filters.assessedCompletion?.includes('unassessed') === false
  if (filters.assessedCompletion) {
    const completion = isAssessed ? sql`a.completion` : sql`coalesce(a.completion, 'unassessed')`
    where.push(oneOf(completion, filters.assessedCompletion))
  }
  if (filters.overdue !== undefined) where.push(isSo(sql`s.overdue`, filters.overdue))
  if (filters.atRisk !== undefined) where.push(isSo(sql`s.at_risk`, filters.atRisk))
  if (filters.silentForDays !== undefined)
    where.push(sql`s.silence @> daterange(asked.day - ${filters.silentForDays}::int, asked.day, '[]')`)
  if (filters.modifiedSince)
    where.push(sql`greatest(d.updated_at, p.updated_at) >= ${filters.modifiedSince}::timestamptz`)
  if (filters.q !== undefined) where.push(holdsWords(sql`c.folded`, filters.q))
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(shape, view.fields),
    from: from(view.asOf),
    fromForPage: () => fromForPage(view.asOf, isAssessed ? readOnce : lookedUp),
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
    return [sql`s.plan_id`, sql`s.ordinal`, sql`s.commitment_id`].map((by) => ({ by, descending: false }))
  const keys = sort.map((name) => ({
    by: SORT_KEYS[name.replace(/^-/, '') as (typeof SORTS)[number]],
    descending: name.startsWith('-'),
  }))
  return [...keys, { by: sql`c.id`, descending: keys.at(-1)!.descending }]
}

export async function findCommitment(db: Db, id: string, asOf: string, fields?: readonly string[]) {
  const list = {
    dependsOn: DEPENDS_ON,
    from: fromForPage(asOf),
    where: [sql`c.id = ${id}`, sql`c.is_current`],
  }
  return await readOne(db, list, { representation: jsonOf(pick(shape, fields)), revision: sql`d.revision` })
}
