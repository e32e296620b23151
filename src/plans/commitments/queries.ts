import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { type Listing, readOne, type SortKey } from '../../db/listing.ts'
import { holdsWords } from '../../db/name-search.ts'
import { group, json, jsonListOf, jsonOf, pick, plain, type ShapeOf } from '../../db/shape.ts'
import type { Whose } from '../../http/whose.ts'
import { reference, searchable } from '../../register/queries.ts'
import { commitmentFacts } from '../drafts/queries.ts'
import { cycle, existing, ofCollectivities, texts, type View } from '../queries.ts'
import type { Commitment } from './schema.ts'

export interface Filters extends Whose {
  plan?: readonly string[]
  planStatus?: readonly string[]
  principle?: readonly string[]
  modifiedSince?: string
  q?: string
}

export const SORTS = ['title.ar', 'title.fr'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const DEPENDS_ON = ['action_plan', 'draft', 'region', 'provincial_council', 'commune'] as const

const shape = {
  id: plain(sql`c.id`),
  key: plain(sql`c.key`),
  ...commitmentFacts,
  title: texts('c.title'),
  problem: texts('c.problem'),
  solution: texts('c.solution'),
  expected_impact: texts('c.expected_impact'),
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
  sources: json(sql`d.sources`),
  revision: plain(sql`d.revision`),
  updated_at: plain(sql`wire_instant(d.updated_at)`),
} satisfies ShapeOf<Commitment>

const from = sql`commitment c
  join action_plan p on p.id = c.plan_id
  join draft d on d.plan_id = c.plan_id and d.number = c.draft_number
  join axis x on x.plan_id = c.plan_id and x.draft_number = c.draft_number and x.key = c.axis_key`

/** The commitments of the drafts that stand for their plans. */
export function commitments(filters: Filters, view: View, sort: readonly Sort[]): Listing {
  const where: RawBuilder<unknown>[] = [sql`c.is_current`, ...ofCollectivities(sql`c.plan_id`, filters)]
  if (filters.plan) where.push(sql`c.plan_id = any(${[...filters.plan]}::uuid[])`)
  if (filters.planStatus) where.push(sql`p.status in (${sql.join([...filters.planStatus])})`)
  if (filters.principle) where.push(sql`c.principles && ${[...filters.principle]}::text[]`)
  if (filters.modifiedSince)
    where.push(sql`greatest(d.updated_at, p.updated_at) >= ${filters.modifiedSince}::timestamptz`)
  if (filters.q !== undefined) where.push(holdsWords(sql`c.folded`, filters.q))
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(shape, view.fields),
    from,
    where,
    sort: sortKeys(sort),
    requires: [...existing(filters), ...(filters.q === undefined ? [] : [searchable(filters.q)])],
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

export async function findCommitment(db: Db, id: string, fields?: readonly string[]) {
  const list = { dependsOn: DEPENDS_ON, from, where: [sql`c.id = ${id}`, sql`c.is_current`] }
  return await readOne(db, list, { representation: jsonOf(pick(shape, fields)), revision: sql`d.revision` })
}
