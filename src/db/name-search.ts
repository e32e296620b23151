import { type RawBuilder, sql } from 'kysely'
import type { CollectivityType } from '../domain/register-types.ts'

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

/**
 * The collectivities whose names match what somebody typed, as a subquery of `collectivity_id` and `distance`
 * (0 is the very name; smaller is better). Every word must occur in one name, a word of one or two letters at the
 * start of a word; only when no name has them all, names that are like it.
 */
export function nameHits(q: string, type?: CollectivityType): RawBuilder<unknown> {
  const ofType = type === undefined ? sql`true` : sql`s.type = ${sql.lit(type)}`
  const text = sql`(select text from asked)`
  return sql`(
    with asked as materialized (
      select text, words, patterns,
        (select word from unnest(words) word order by length(word) desc limit 1) as longest
      from (
        select text, words, array(
          select case when length(word) < 3 then '% ' || word || '%' else '%' || word || '%' end from unnest(words) word
        ) as patterns
        from (select text, string_to_array(text, ' ') as words from (select fold_text(${q}) as text) folded) split
      ) typed
    ), exact as materialized (
      select s.collectivity_id, s.hcp_code, min(
        case
          when s.folded = ${text} then 0
          when starts_with(s.folded, ${text}) then 1000
          when ' ' || s.folded like '% ' || ${text} || '%' then 2000
          else 3000
        end
        + case when s.official then 0 else 50 end
        + least(length(s.folded) - length(${text}), 900)
      ) as distance
      from collectivity_search s
      where ${ofType}
        and (
          s.folded like (select case when length(longest) < 3 then longest || '%' else '%' || longest || '%' end from asked)
          or s.folded like (select case when length(longest) < 3 then '% ' || longest || '%' end from asked)
        )
        and ((select cardinality(words) = 1 from asked) or ' ' || s.folded like all (select unnest(patterns) from asked))
      group by s.collectivity_id, s.hcp_code
    ), alike as (
      select s.collectivity_id, s.hcp_code, min(
        ${sql.lit(APPROXIMATE_DISTANCE)} + round((2 - word_similarity(${text}, s.folded) - similarity(s.folded, ${text})) * 1000)::int
      ) as distance
      from collectivity_search s
      where not exists (select from exact)
        and ${ofType}
        and (s.folded % ${text} or ${text} <% s.folded)
      group by s.collectivity_id, s.hcp_code
    )
    -- In order, so that with a limit only the best are looked up.
    select * from (select * from exact union all select * from alike) hits
    order by distance, hcp_code, collectivity_id
  )`
}
