import { type RawBuilder, sql } from 'kysely'
import type { Keys } from '../db/cursor.ts'
import { afterKeys, conditions, type Listing, orderBy } from '../db/listing.ts'
import { APPROXIMATE_DISTANCE, nameHits } from '../db/name-search.ts'
import { group, json, jsonListOf, pick, plain, type ShapeOf, texts } from '../db/shape.ts'
import type { Territory } from '../register/asked.ts'
import { type Asked, reference, resolved, searchable } from '../register/queries.ts'
import { territoryRequires } from '../register/territory/queries.ts'
import type { SearchHit } from './schema.ts'
import { MATCHES, PATHS } from './types.ts'

export interface Filters extends Territory {
  q: string
  type?: readonly string[] | undefined
}

/** The journal's types that are searched: commitments are in drafts, outputs in workshops. */
const DEPENDS_ON = [
  'region',
  'provincial_council',
  'commune',
  'action_plan',
  'draft',
  'approval_session',
  'consultation',
  'workshop',
  'document',
] as const

/** From here on a hit was found by likeness only. */
const APPROXIMATE_RANK = MATCHES.indexOf('approximate') * 1000

const words = (values: readonly string[]) => sql`(array[${sql.join(values.map(sql.lit))}]::text[])`
const path = sql`case hit.type ${sql.join(
  Object.entries(PATHS).map(([type, path]) => sql`when ${sql.lit(type)} then ${sql.lit(path)}`),
  sql` `,
)} end`

const marked = (language: string, pattern: RawBuilder<unknown>) =>
  sql`search_mark(s.title ->> ${sql.lit(language)}, ${pattern})`

const shapeFor = (pattern: RawBuilder<unknown>) =>
  ({
    type: plain(sql`hit.type`),
    id: plain(sql`hit.id`),
    part: plain(sql`nullif(hit.part, '')`),
    href: plain(sql`${path} || hit.id`),
    title: texts(sql`s.title`),
    highlight: group({
      title: plain(
        sql`coalesce(${sql.join(['ar', 'fr', 'en', 'zgh'].map((language) => marked(language, pattern)))})`,
      ),
      text: plain(sql`search_excerpt(s.body, ${pattern})`),
    }),
    match: plain(sql`${words(MATCHES)}[1 + hit.rank / 1000]`),
    collectivities: json(
      jsonListOf(
        reference('c'),
        sql`c.hcp_code`,
        sql`from collectivity c where c.id = any(hit.collectivities)`,
      ),
    ),
  }) satisfies ShapeOf<SearchHit>

const overlaps = (column: string, asked: readonly Asked[], type?: 'region' | 'provincial_council') =>
  sql`${sql.ref(column)} && array[${sql.join(asked.map((one) => resolved(one.reference, type)))}]`

/** What matches, with its rank: by words, by the beginning of the last one, or else by likeness of the title. */
function hits({ q, type, region, province, collectivity }: Filters): RawBuilder<unknown> {
  const where: RawBuilder<unknown>[] = [
    ...(type ? [sql`e.type in (${sql.join([...type])})`] : []),
    ...(region ? [overlaps('e.within', region, 'region')] : []),
    ...(province ? [overlaps('e.within', province, 'provincial_council')] : []),
    ...(collectivity ? [overlaps('e.collectivities', collectivity)] : []),
  ]
  const asked = (column: string) => sql`(select ${sql.ref(column)} from asked)`
  const found = conditions([sql`e.words @@ ${asked('words')}`, ...where])
  const alike = conditions([sql`(${asked('name')} <% e.names or e.names % ${asked('name')})`, ...where])
  const columns = sql`e.type, e.id, e.part, e.standing, e.days_back, e.collectivities`
  return sql`(
    -- Read once, and not for each row.
    with asked as materialized (
      select fold_text(${q}) as name, search_asked(${q}, '', true) as words, search_asked(${q}, '', false) as whole_words,
        search_asked(${q}, 'A', false) as title_words
    )
    select ${columns}, case
        when strpos(e.names, '|' || ${asked('name')} || '|') > 0 then 0
        when strpos(e.names, '|' || ${asked('name')}) > 0 then 1
        when e.words @@ ${asked('title_words')} then 2
        when e.words @@ ${asked('whole_words')} then 3
        else 4 end * 1000 as rank
    from search_entry e where ${found}
    union all
    select ${columns}, ${sql.lit(APPROXIMATE_RANK)}
        + round((1 - word_similarity(${asked('name')}, e.names)) * 900)::int as rank
    from search_entry e
    where e.standing > 3 and ${alike} and not exists (select from search_entry e where ${found})
    union all
    select ${columns}, ${sql.lit(APPROXIMATE_RANK)} + least(greatest(n.distance - ${sql.lit(APPROXIMATE_DISTANCE)}, 0) / 2, 999)
    from ${nameHits(q)} n join search_entry e on e.id = n.collectivity_id
    where e.standing <= 3 and ${conditions(where)} and not exists (select from search_entry e where ${found}))`
}

const SORT = ['rank', 'standing', 'days_back', 'id', 'part'].map((column) => ({
  by: sql.ref(`hit.${column}`),
  descending: false,
}))

/** What is public and holds what was asked for, the best first. */
export function search(filters: Filters, fields: readonly string[] | undefined): Listing {
  const found = hits(filters)
  const source = sql`join search_text s on s.type = hit.type and s.id = hit.id and s.part = hit.part
    cross join (select search_pattern(${filters.q}) as pattern offset 0) asked`
  return {
    dependsOn: DEPENDS_ON,
    shape: pick(shapeFor(sql`asked.pattern`), fields),
    from: sql`${found} hit ${source}`,
    // Only what is of the page is looked up.
    fromForPage: (limit: number, after: Keys | undefined) => sql`(
      select * from ${found} hit where ${after === undefined ? sql`true` : afterKeys(SORT, after)}
      order by ${orderBy(SORT)} limit ${limit}) hit ${source}`,
    where: [],
    sort: SORT,
    requires: [...territoryRequires(filters), searchable(filters.q)],
    approximate: sql`hit.rank >= ${sql.lit(APPROXIMATE_RANK)}`,
    id: sql`hit.id`,
  }
}
