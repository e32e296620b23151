import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne, type SortKey } from '../db/listing.ts'
import { APPROXIMATE_DISTANCE, holdsWords, nameHits } from '../db/name-search.ts'
import {
  group,
  groupWhere,
  json,
  jsonListOf,
  jsonOf,
  onRequest,
  pick,
  plain,
  type Shape,
  type ShapeOf,
  texts as textsIn,
} from '../db/shape.ts'
import type { PlanStatus } from '../domain/plan-types.ts'
import type { Whose } from '../http/whose.ts'
import { committeeOf } from '../members/queries.ts'
import { among, mustExist, partialDate, reference, searchable } from '../register/queries.ts'
import { axesOf, commitmentFacts } from './drafts/queries.ts'
import type { DraftFacts } from './lifecycle.ts'
import type { ActionPlan, PlanTransition } from './schema.ts'

/** What another feature adds to a plan on request: a name for `include`, and the JSON of it for a plan's id. */
export interface PlanPart {
  readonly name: string
  readonly json: (plan: RawBuilder<unknown>) => RawBuilder<unknown>
  /** The journal's types that it is made of. */
  readonly dependsOn: readonly string[]
}

export interface Filters extends Whose {
  status?: readonly string[]
  cycleYear?: number
  /** Only those that there were at the end of this civil day, by the status that they had. */
  asOf?: string
  modifiedSince?: string
  q?: string
}

export interface View {
  fields?: readonly string[] | undefined
  include?: readonly string[] | undefined
}

export const SORTS = ['cycle.starts_on', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const DEPENDS_ON = ['action_plan', 'draft', 'region', 'provincial_council', 'commune'] as const

/** A text in a column of json, in each language. */
export const texts = (column: string) => ({ ...textsIn(sql.ref(column)), kept: sql.ref(column) })

const isPublicDraft = (number: RawBuilder<unknown>) => sql`exists (select from draft
  where draft.plan_id = p.id and draft.number = ${number} and draft.published_on is not null)`
/** The number of a draft, where the public may know of it. */
const publicNumber = (number: RawBuilder<unknown>) =>
  plain(sql`case when ${isPublicDraft(number)} then ${number} end`)

export const cycle = group({
  starts_on: partialDate('p.starts_on', 'p.starts_precision'),
  ends_on: partialDate('p.ends_on', 'p.ends_precision'),
})

const transitionFacts = {
  ordinal: plain(sql`t.ordinal`),
  action: plain(sql`t.action`),
  from_status: plain(sql`t.from_status`),
  to_status: plain(sql`t.to_status`),
  effective_on: partialDate('t.effective_on', 't.effective_precision'),
  draft: publicNumber(sql`t.draft_number`),
  reason: plain(sql`t.reason`),
  sources: json(sql`t.sources`),
  documents: json(sql`to_json(t.documents)`),
} satisfies ShapeOf<PlanTransition>

/** The last decision of each council: what counts is the latest, also where an opposition made it decide anew. */
export const adoptions = jsonListOf(
  {
    collectivity: group(reference('c')),
    session_id: plain(sql`s.id`),
    outcome: plain(sql`s.outcome`),
    decided_on: plain(sql`s.decided_on`),
    content_hash: plain(sql`s.content_hash`),
  },
  sql`c.hcp_code`,
  sql`from (
    select distinct on (collectivity_id) id, collectivity_id, outcome, decided_on, coalesce((
        select v.amended_hash from approval_vote v where v.session_id = closed.id and v.outcome = 'adopted'
      ), content_hash) as content_hash
    from approval_session closed where closed.plan_id = p.id and closed.status = 'closed'
    order by collectivity_id, decided_on desc, id desc) s join collectivity c on c.id = s.collectivity_id`,
)

/** What a plan says of itself alone, and what is public of it: for its representation and for the journal. */
export const planFacts = {
  title: texts('p.title'),
  status: plain(sql`p.status`),
  cycle,
  programme: {
    ...groupWhere(sql`p.programme is not null`, {
      acronym: plain(sql`p.programme ->> 'acronym'`),
      name: textsIn(sql`nullif((p.programme -> 'name')::text, 'null')::json`),
    }),
    kept: sql`p.programme`,
  },
  follow_up_committee: committeeOf(sql`p.follow_up_committee`),
  phases: json(sql`p.phases`),
  current_draft: plain(sql`p.public_draft`),
  validated_draft: publicNumber(sql`p.validated_draft`),
  adopted_draft: publicNumber(sql`p.adopted_draft`),
  adoptions: json(adoptions),
  previous_plan: plain(sql`p.previous_plan`),
}

/** The steps of its life: on request, and for the journal, where they belong to a plan. */
export const transitionsOfPlan = jsonListOf(
  transitionFacts,
  sql`t.ordinal`,
  sql`from action_plan_transition t where t.plan_id = p.id`,
)

/** The collectivities of a plan, in order. */
export const collectivitiesOf = (more: Shape) =>
  jsonListOf(
    { ...reference('c'), ...more },
    sql`l.ordinal`,
    sql`from action_plan_collectivity l join collectivity c on c.id = l.collectivity_id where l.plan_id = p.id`,
  )

const currentCommitments = jsonListOf(
  {
    id: plain(sql`c.id`),
    key: plain(sql`c.key`),
    axis: plain(sql`c.axis_key`),
    ...commitmentFacts,
  },
  sql`c.ordinal`,
  sql`from commitment c where c.plan_id = p.id and c.is_current`,
)

const publicDrafts = jsonListOf(
  {
    number: plain(sql`d.number`),
    status: plain(sql`case when d.frozen_at is null then 'open' else 'frozen' end`),
    published_on: partialDate('d.published_on', 'd.published_precision'),
    content_hash: plain(sql`d.content_hash`),
  },
  sql`d.number`,
  sql`from draft d where d.plan_id = p.id and d.published_on is not null`,
)

/** The plans of the cycle after. */
export const nextPlans = sql`array_to_json(array(
  select later.id from action_plan later where later.previous_plan = p.id order by later.begins_on, later.id))`

function shapeOf(
  { fields, include = [] }: View,
  parts: readonly PlanPart[],
  status: RawBuilder<unknown> = sql`p.status`,
): Shape {
  const deep = include.includes('axes.commitments')
  const shape = {
    id: plain(sql`p.id`),
    ...planFacts,
    status: plain(status),
    collectivities: json(collectivitiesOf({ may_edit: plain(sql`l.may_edit`) })),
    next_plans: json(nextPlans),
    sources: json(sql`p.sources`),
    revision: plain(sql`p.revision`),
    created_at: plain(sql`wire_instant(p.created_at)`),
    updated_at: plain(sql`wire_instant(p.updated_at)`),
    axes: onRequest(json(axesOf(sql`p.id`, sql`p.public_draft`, deep))),
    commitments: onRequest(json(currentCommitments)),
    drafts: onRequest(json(publicDrafts)),
    transitions: onRequest(json(transitionsOfPlan)),
  } satisfies ShapeOf<ActionPlan>
  const others = parts.map((part) => [part.name, onRequest(json(part.json(sql`p.id`)))] as const)
  return pick({ ...shape, ...Object.fromEntries(others) }, fields, deep ? [...include, 'axes'] : include)
}

/** What the answer is made of, and nothing that was not asked for. */
const dependsOn = ({ include = [] }: View, parts: readonly PlanPart[]) => [
  ...DEPENDS_ON,
  ...parts.filter(({ name }) => include.includes(name)).flatMap((part) => part.dependsOn),
]

/** What makes a collectivity, `c`, one of those asked for. */
export function isOneOf({ type, region, province, collectivity }: Whose): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = []
  if (type) where.push(sql`c.type in (${sql.join([...type])})`)
  if (region) where.push(among(sql`coalesce(c.region_id, c.id)`, region, 'region'))
  if (province)
    where.push(sql`(${among(sql`c.id`, province, 'provincial_council')}
      or ${among(sql`c.province_id`, province, 'provincial_council')})`)
  if (collectivity) where.push(among(sql`c.id`, collectivity))
  return where
}

/** Whether a collectivity of the plan is one of those asked for. */
export function ofCollectivities(plan: RawBuilder<unknown>, filters: Whose): RawBuilder<unknown>[] {
  const where = isOneOf(filters)
  if (where.length === 0) return []
  // As an array they are looked for first; as a join the planner has read all there is before it looks at them.
  return [
    sql`${plan} = any(array(select l.plan_id from action_plan_collectivity l
      join collectivity c on c.id = l.collectivity_id where ${sql.join(where, sql` and `)}))`,
  ]
}

export const existing = ({ region = [], province = [], collectivity = [] }: Whose) => [
  ...region.map((asked) => mustExist(asked, 'region')),
  ...province.map((asked) => mustExist(asked, 'provincial_council')),
  ...collectivity.map((asked) => mustExist(asked)),
]

/** By the names of its collectivities, best first, or by words of its title. */
const planHits = (q: string) => sql`(
  select plan_id, min(distance) as distance from (
    select l.plan_id, named.distance
    from ${nameHits(q)} named join action_plan_collectivity l on l.collectivity_id = named.collectivity_id
    union all
    select id, 500 from action_plan where ${holdsWords(sql`title_folded`, q)}
  ) found group by plan_id)`

/** With a plan, `p`: the `stay` in a status in which it was at the end of a day; none before there was a plan. */
export const stayOn = (day: RawBuilder<unknown>) => sql`join lateral (
    select stay.status from action_plan_stay stay where stay.plan_id = p.id
      and stay.since <= ${day} and (stay.until is null or stay.until > ${day})
  ) stay on true`

export function actionPlans(
  filters: Filters,
  view: View,
  sort: readonly Sort[],
  parts: readonly PlanPart[],
): Listing {
  const where: RawBuilder<unknown>[] = [...ofCollectivities(sql`p.id`, filters)]
  const status = filters.asOf === undefined ? sql`p.status` : sql`stay.status`
  if (filters.status) where.push(sql`${status} in (${sql.join([...filters.status])})`)
  if (filters.cycleYear !== undefined)
    where.push(sql`p.starts_on <= make_date(${filters.cycleYear}, 12, 31)
      and coalesce(period_last_day(p.ends_on, p.ends_precision), period_last_day(p.starts_on, p.starts_precision))
        >= make_date(${filters.cycleYear}, 1, 1)`)
  if (filters.modifiedSince) where.push(sql`p.updated_at >= ${filters.modifiedSince}::timestamptz`)
  return {
    dependsOn: dependsOn(view, parts),
    shape: shapeOf(view, parts, status),
    from: sql`${
      filters.q === undefined
        ? sql`action_plan p`
        : sql`${planHits(filters.q)} hit join action_plan p on p.id = hit.plan_id`
    } ${filters.asOf === undefined ? sql`` : stayOn(sql`${filters.asOf}::date`)}`,
    where,
    sort: sortKeys(sort, filters.q !== undefined),
    requires: [...existing(filters), ...(filters.q === undefined ? [] : [searchable(filters.q)])],
    ...(filters.q === undefined
      ? {}
      : { approximate: sql`hit.distance >= ${sql.lit(APPROXIMATE_DISTANCE)}` }),
    id: sql`p.id`,
  }
}

const SORT_KEYS: Record<(typeof SORTS)[number], RawBuilder<unknown>> = {
  'cycle.starts_on': sql`p.begins_on`,
  updated_at: sql`p.updated_at`,
}

/** As asked; else the best match first; else the oldest cycle. Ends with the id. */
function sortKeys(sort: readonly Sort[], searched: boolean): SortKey[] {
  const keys: SortKey[] = sort.map((name) => ({
    by: SORT_KEYS[name.replace(/^-/, '') as (typeof SORTS)[number]],
    descending: name.startsWith('-'),
  }))
  if (keys.length === 0) keys.push({ by: searched ? sql`hit.distance` : sql`p.begins_on`, descending: false })
  return [...keys, { by: sql`p.id`, descending: keys.at(-1)!.descending }]
}

export async function findActionPlan(db: Db, id: string, view: View = {}, parts: readonly PlanPart[] = []) {
  const list = {
    dependsOn: dependsOn(view, parts),
    from: sql`action_plan p`,
    where: [sql`p.id = ${id}`],
  }
  return await readOne(db, list, {
    representation: jsonOf(shapeOf(view, parts)),
    revision: sql`p.revision`,
  })
}

/** The steps of a plan's life, in order. */
export function transitionsOf(plan: string): Listing {
  return {
    dependsOn: DEPENDS_ON,
    shape: transitionFacts,
    from: sql`action_plan_transition t join action_plan p on p.id = t.plan_id`,
    where: [sql`t.plan_id = ${plan}`],
    sort: [{ by: sql`t.ordinal`, descending: false }],
    id: sql`t.plan_id`,
  }
}

export interface Standing {
  readonly status: PlanStatus
  readonly revision: number
  readonly public_draft: number | null
  readonly validated_draft: number | null
  /** Of the last step that moved it. */
  readonly last_on: string | null
  /** Whether a council is to deliberate anew on what it has adopted. */
  readonly redeliberated: boolean
  /** Consultations of it, whatever became of them, and those that have yet to open. */
  readonly consultations: number
  readonly announced: number
  /** The last one first. */
  readonly drafts: readonly (DraftFacts & {
    readonly id: string
    readonly revision: number
    /** A consultation is announced that will open on it. */
    readonly awaited: boolean
  })[]
}

/** Where a plan stands, and its drafts: all that decides what may be done. */
export async function findStanding(db: Db, id: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select p.status, p.revision, p.public_draft, p.validated_draft, (
        select max(effective_on) from action_plan_transition t
        where t.plan_id = p.id and t.from_status <> t.to_status
      ) as last_on,
      p.status = 'adopted' and exists (
        select from approval_session s where s.plan_id = p.id and s.redeliberates is not null
          and s.status in ('announced', 'convened', 'quorum_failed')
      ) as redeliberated,
      (select count(*) from consultation k where k.plan_id = p.id) as consultations,
      (select count(*) from consultation k where k.plan_id = p.id and k.status = 'announced') as announced, (
        select coalesce(json_agg(json_build_object('id', d.id, 'number', d.number, 'revision', d.revision,
          'frozen', d.frozen_at is not null, 'published', d.published_on is not null, 'axes', (
            select count(*) from axis x where x.plan_id = d.plan_id and x.draft_number = d.number),
          'awaited', exists (select from consultation k
            where k.plan_id = d.plan_id and k.draft_number = d.number and k.status = 'announced')
        ) order by d.number desc), '[]') from draft d where d.plan_id = p.id
      ) as drafts
    from action_plan p where p.id = ${id}`.execute(db)
  return rows[0]
}
