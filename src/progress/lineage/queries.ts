import { sql } from 'kysely'
import { HIDDEN } from '../../contributions/lifecycle.ts'
import type { Db } from '../../db/database.ts'
import { readOne } from '../../db/listing.ts'
import { flag, group, json, jsonListOf, jsonOf, plain, type ShapeOf } from '../../db/shape.ts'
import { adoptions, nextPlans, texts } from '../../plans/queries.ts'
import { partialDate } from '../../register/queries.ts'
import { inOrder } from '../queries.ts'
import type { Lineage } from './schema.ts'

const DEPENDS_ON = [
  'action_plan',
  'draft',
  'progress_report',
  'assessment',
  'approval_session',
  'contribution',
]

const contributions = jsonListOf(
  {
    id: plain(sql`n.id`),
    consultation_id: plain(sql`n.consultation_id`),
    received_at: plain(sql`wire_instant(n.received_at)`),
    merged_into: plain(sql`n.merged_into`),
  },
  sql`n.received_at, n.id`,
  sql`from (
    with recursive origin as (
      select * from contribution where commitment_id = c.id
      union all select merged.* from contribution merged join origin on merged.merged_into = origin.id
    ) select * from origin) n where n.status not in (${sql.join(HIDDEN.map((one) => sql.lit(one)))})`,
)

const drafts = jsonListOf(
  {
    number: plain(sql`d.number`),
    published_on: partialDate('d.published_on', 'd.published_precision'),
    content_hash: plain(sql`d.content_hash`),
    axis: plain(sql`there.axis_key`),
    title: json(sql`there.title`),
    in_force: flag(sql`there.is_current`),
  },
  sql`d.number`,
  sql`from commitment there join draft d on d.plan_id = there.plan_id and d.number = there.draft_number
    where there.id = c.id and d.published_on is not null`,
)

const milestones = sql`(
  select coalesce(json_agg(json_build_object('key', m -> 'key', 'title', m -> 'title', 'due_on', m -> 'due_on',
    'done', (
      select coalesce(json_agg(json_build_object('done_on', said -> 'done_on', 'report_id', r.id) order by ${inOrder}), '[]')
      from progress_report r, json_array_elements(r.milestones) said
      where r.commitment_id = c.id and r.withdrawn_at is null and said ->> 'key' = m ->> 'key'
    )) order by place), '[]')
  from json_array_elements(c.milestones) with ordinality as planned (m, place))`

const withdrawn = flag(sql`r.withdrawn_at is not null`)
const reports = jsonListOf(
  {
    id: plain(sql`r.id`),
    reported_on: partialDate('r.reported_on', 'r.reported_precision'),
    stage: plain(sql`r.stage`),
    withdrawn,
  },
  inOrder,
  sql`from progress_report r where r.commitment_id = c.id`,
)
const assessments = jsonListOf(
  {
    id: plain(sql`r.id`),
    assessed_on: partialDate('r.assessed_on', 'r.assessed_precision'),
    completion: plain(sql`r.completion`),
    withdrawn,
  },
  inOrder,
  sql`from assessment r where r.commitment_id = c.id`,
)

const shape = {
  commitment: group({ id: plain(sql`c.id`), key: plain(sql`c.key`), title: texts('c.title') }),
  plan: group({
    id: plain(sql`p.id`),
    title: texts('p.title'),
    status: plain(sql`p.status`),
    adopted_on: partialDate('adopted.effective_on', 'adopted.effective_precision'),
    adoptions: json(adoptions),
    previous_plan: plain(sql`p.previous_plan`),
    next_plans: json(nextPlans),
  }),
  contributions: json(contributions),
  drafts: json(drafts),
  milestones: json(milestones),
  reports: json(reports),
  assessments: json(assessments),
} satisfies ShapeOf<Lineage>

/** A commitment of the draft that stands for its plan, with all that led to it and that it led to. */
export async function findLineage(db: Db, id: string) {
  const list = {
    dependsOn: DEPENDS_ON,
    from: sql`commitment c join action_plan p on p.id = c.plan_id
      left join lateral (
        select t.effective_on, t.effective_precision from action_plan_transition t
        where t.plan_id = p.id and t.to_status = 'adopted' and t.from_status <> 'adopted'
          and p.adopted_since is not null
        order by t.ordinal desc limit 1
      ) adopted on true`,
    where: [sql`c.id = ${id}`, sql`c.is_current`],
  }
  return await readOne(db, list, {
    representation: jsonOf(shape),
    revision: sql`0`,
  })
}
