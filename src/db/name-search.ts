import { type RawBuilder, sql } from 'kysely'
import type { CollectivityType } from '../domain/register-types.ts'
import { afterKeys, orderBy, type PageAsked, type SortKey } from './listing.ts'

/** From here on a hit was found by likeness only. */
export const APPROXIMATE_DISTANCE = 5000

/**
 * Whether every word that somebody typed is in a folded text, one of a letter or two at the start of a word. The
 * longest is compared by itself, since an index of trigrams finds only what is compared with one pattern.
 *
 * @param column folded, with a space before its first word
 */
export function holdsWords(column: RawBuilder<unknown>, q: string): RawBuilder<unknown> {
  const patterns = sql`select case when length(word) < 3 then '% ' || word || '%' else '%' || word || '%' end as pattern
    from unnest(string_to_array(fold_text(${q}), ' ')) word`
  return sql`(${column} like (${patterns} order by length(word) desc limit 1) and ${column} like all (${patterns}))`
}

/** Whether folded text holds each word of what somebody typed, wherever in it. */
export const holdsEach = (column: RawBuilder<unknown>, q: string) =>
  sql`${column} like all (
    select '%' || word || '%' from unnest(string_to_array(fold_text(${q}), ' ')) word)`

/** The best first: all of the hits, so that with a limit only those of the page are looked up. */
export const BEST_FIRST: readonly SortKey[] = ['distance', 'hcp_code', 'collectivity_id'].map((column) => ({
  by: sql.ref(`hit.${column}`),
  descending: false,
}))

const text = sql`(select text from asked)`

/** How far a name that holds what was typed is from it, among those that hold it in the same place: below 1000. */
const farther = sql`case when s.official then 0 else 50 end + least(length(s.folded) - length(${text}), 900)`

/**
 * The collectivities whose names match what somebody typed, as a subquery of `collectivity_id` and `distance`
 * (0 is the very name; smaller is better). Every word must occur in one name, a word of one or two letters at the
 * start of a word; only when no name has them all, names that are like it.
 *
 * @param page takes only the best, or the best after those: names that begin with it are often enough for a page, and
 *   then no others are looked for
 */
export function nameHits(q: string, type?: CollectivityType, page?: PageAsked): RawBuilder<unknown> {
  const ofType = type === undefined ? sql`true` : sql`s.type = ${sql.lit(type)}`
  const [limit, after] = page ?? []
  const best = sql`where ${after === undefined ? sql`true` : afterKeys(BEST_FIRST, after)}
    order by ${orderBy(BEST_FIRST)} ${limit === undefined ? sql`` : sql`limit ${limit}`}`
  const begun =
    page &&
    sql`, begun as materialized (
      select * from (
        select s.collectivity_id, s.hcp_code, min(case when s.folded = ${text} then 0 else 1000 end + ${farther}) as distance
        from collectivity_search s
        -- U+10FFFF comes after whatever a name may go on with.
        where ${ofType} and s.folded >= ${text} and s.folded < ${text} || chr(1114111)
        group by s.collectivity_id, s.hcp_code
      ) hit ${best}
    )`
  const enough = page ? sql`(select count(*) = ${limit} from begun)` : sql`false`
  return sql`(
    with asked as materialized (
      select text, words, patterns,
        (select word from unnest(words) word order by length(word) desc limit 1) as longest,
        (select word from unnest(words) word where length(word) > 2 order by length(word) desc offset 1 limit 1) as second
      from (
        select text, words, array(
          select case when length(word) < 3 then '% ' || word || '%' else '%' || word || '%' end from unnest(words) word
        ) as patterns
        from (select text, string_to_array(text, ' ') as words from (select fold_text(${q}) as text) folded) split
      ) typed
    )${begun ?? sql``}, exact as materialized (
      select s.collectivity_id, s.hcp_code, min(
        case
          when s.folded = ${text} then 0
          when starts_with(s.folded, ${text}) then 1000
          when ' ' || s.folded like '% ' || ${text} || '%' then 2000
          else 3000
        end + ${farther}
      ) as distance
      from collectivity_search s
      where not ${enough}
        and ${ofType}
        and (
          s.folded like (select case when length(longest) < 3 then longest || '%' else '%' || longest || '%' end from asked)
          or s.folded like (select case when length(longest) < 3 then '% ' || longest || '%' end from asked)
        )
        and s.folded like (select '%' || coalesce(second, longest) || '%' from asked)
        and ((select cardinality(words) = 1 from asked) or ' ' || s.folded like all (select unnest(patterns) from asked))
      group by s.collectivity_id, s.hcp_code
    ), alike as (
      select s.collectivity_id, s.hcp_code, min(
        ${sql.lit(APPROXIMATE_DISTANCE)} + round((2 - word_similarity(${text}, s.folded) - similarity(s.folded, ${text})) * 1000)::int
      ) as distance
      from collectivity_search s
      where not ${enough}
        and not exists (select from exact)
        and ${ofType}
        and (s.folded % ${text} or ${text} <% s.folded)
      group by s.collectivity_id, s.hcp_code
    )
    select * from (
      ${begun ? sql`select * from begun where ${enough} union all` : sql``}
      select * from exact union all select * from alike
    ) hit ${best}
  )`
}
