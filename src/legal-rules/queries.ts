import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne } from '../db/listing.ts'
import { json, jsonOf, pick, plain, type ShapeOf, settledShape } from '../db/shape.ts'
import type { RuleName } from '../domain/law.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import type { LegalRule } from './schema.ts'

export const SORTS = ['law', 'effective_from', 'updated_at'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

/** The whole record, which is also what the journal keeps of it. */
export const ruleFacts = {
  id: plain(sql`r.id`),
  council_type: plain(sql`r.council_type`),
  rule: plain(sql`r.rule`),
  value: json(sql`to_json(r.value)`),
  unit: plain(sql`r.unit`),
  law: plain(sql`r.law`),
  article: plain(sql`r.article`),
  effective_from: plain(sql`r.effective_from`),
  effective_until: plain(sql`r.effective_until`),
  sources: json(sql`r.sources`),
}

const SHAPE = settledShape({
  ...ruleFacts,
  revision: plain(sql`r.revision`),
  created_at: plain(sql`wire_instant(r.created_at)`),
  updated_at: plain(sql`wire_instant(r.updated_at)`),
} satisfies ShapeOf<LegalRule>)

const SORT_KEYS = { law: sql`r.law`, effective_from: sql`r.effective_from`, updated_at: sql`r.updated_at` }

export interface Filters {
  councilType?: readonly CollectivityType[]
  rule?: readonly RuleName[]
  /** Only versions that are in force on this civil day. */
  asOf?: string
  modifiedSince?: string
}

/** Versions of rules; by law, rule and time when no sort is asked for. */
export function legalRules(filters: Filters, sort: readonly Sort[], fields?: readonly string[]): Listing {
  const where = [
    ...(filters.councilType ? [sql`r.council_type in (${sql.join([...filters.councilType])})`] : []),
    ...(filters.rule ? [sql`r.rule in (${sql.join([...filters.rule])})`] : []),
    ...(filters.asOf
      ? [sql`${filters.asOf}::date between r.effective_from and coalesce(r.effective_until, 'infinity')`]
      : []),
    ...(filters.modifiedSince ? [sql`r.updated_at >= ${filters.modifiedSince}::timestamptz`] : []),
  ]
  const keys =
    sort.length === 0
      ? [sql`r.law`, sql`r.rule`, sql`r.effective_from`].map((by) => ({ by, descending: false }))
      : sort.map((name) => ({
          by: SORT_KEYS[name.replace(/^-/, '') as (typeof SORTS)[number]],
          descending: name.startsWith('-'),
        }))
  return {
    dependsOn: ['legal_rule'],
    shape: pick(SHAPE, fields),
    from: sql`legal_rule r`,
    where,
    sort: [...keys, { by: sql`r.id`, descending: keys.at(-1)!.descending }],
    id: sql`r.id`,
  }
}

export async function findLegalRule(db: Db, id: string) {
  const list = { ...legalRules({}, []), where: [sql`r.id = ${id}`] }
  return await readOne(db, list, { representation: jsonOf(list.shape), revision: sql`r.revision` })
}
