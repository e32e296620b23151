import { createHash } from 'node:crypto'
import pg from 'pg'
import { withoutIndexes } from './indexes.ts'

const id = (name: string) => `overlay(overlay(md5(${name}) placing '5' from 13) placing '8' from 17)::uuid`
const text = (ar: string, fr: string) =>
  `json_build_object('ar', ${ar}, 'fr', ${fr}, 'en', null, 'zgh', null)`

/** Words that are in one text of some, and in another not: what a search finds is neither all nor nothing. */
const ARABIC = `(array['النقل المدرسي', 'الماء الصالح للشرب', 'التشغيل', 'البيئة', 'الرقمنة', 'الميزانية', 'الصحة'])`
const FRENCH = `(array['transport', 'eau potable', 'emploi', 'environnement', 'services en ligne', 'budget', 'santé'])`
const PRINCIPLES = `(array['transparency', 'accountability', 'access_to_information', 'citizen_participation', 'digitalisation'])`

/** For each plan in turn: itself, whose it is, its drafts, then four axes a draft and its commitments. */
const STATEMENTS = [
  `create temporary table made on commit drop as
    select number, ${id("'plan ' || number")} as id, c.id as collectivity_id
    from generate_series(0, $1::int - 1) number
    join (select row_number() over (order by hcp_code) - 1 as place, id from collectivity) c
      on c.place = number % (select count(*)::int from collectivity)`,
  `insert into action_plan (id, status, starts_on, starts_precision, ends_on, ends_precision, public_draft, adopted_draft,
      adopted_since, implementing_since, sources, created_at, updated_at)
    select id, 'implementing', make_date(2024 + 2 * (number % 3), 1, 1), 'year', make_date(2025 + 2 * (number % 3), 1, 1),
      'year', 2, 2, '2025-10-15', '2026-01-01', '[]', now(), now() + number * interval '1 ms' from made where $1::int > 0`,
  `insert into action_plan_collectivity select id, collectivity_id, 0, true from made where $1::int > 0`,
  `insert into draft (id, plan_id, number, frozen_at, frozen_by, content_hash, published_on, published_precision,
      published_by, publication_sources, created_at, updated_at)
    select ${id("'draft ' || made.number || ' ' || n")}, id, n, now(), 'validation', 'sha256:' || n, '2026-01-01', 'day',
      'publish_draft', '[]', now(), now()
    from made, generate_series(1, 2) n where $1::int > 0`,
  `insert into axis (plan_id, draft_number, key, ordinal, title, rationale, principles)
    select id, n, 'axis-' || a, a, ${text(`${ARABIC}[a]`, `${FRENCH}[a]`)}, null, '{}'
    from made, generate_series(1, 2) n, generate_series(1, 4) a where $1::int > 0`,
  `insert into commitment_identity (id, plan_id, key)
    select ${id("made.id || ' ' || c")}, id, 'commitment-' || c from made, generate_series(1, $1::int) c`,
  `insert into commitment (id, plan_id, draft_number, key, axis_key, ordinal, title, problem, solution, principles,
      budget_amount, budget_currency, financial_effect, milestones, is_current)
    select ${id("made.id || ' ' || c")}, id, n, 'commitment-' || c, 'axis-' || 1 + (c - 1) * 4 / $1::int, c,
      ${text(
        `'مشروع ' || ${ARABIC}[1 + (made.number + c) % 7] || ' ' || made.number || case when n = 2 and c % 5 = 0 then ' الجديد' else '' end`,
        `'Projet ' || ${FRENCH}[1 + (made.number + c) % 7] || ' ' || made.number || case when n = 2 and c % 5 = 0 then ' nouveau' else '' end`,
      )},
      ${text(`repeat('مشكل ' || ${ARABIC}[1 + (made.number + c) % 7] || ' ', 1)`, `repeat('Problème de ' || ${FRENCH}[1 + (made.number + c) % 7] || ' ', 1)`)},
      ${text(`repeat('حل ' || ${ARABIC}[1 + (made.number + c) % 7] || ' ', 1)`, `repeat('Solution pour ' || ${FRENCH}[1 + (made.number + c) % 7] || ' ', 1)`)},
      ${PRINCIPLES}[1 + c % 4:2 + c % 4], 1000 * c + 0.50, 'MAD', c % 2 = 0,
      json_build_array(json_build_object('key', 'm', 'title', ${text("'مرحلة'", "'Étape'")},
        'due_on', json_build_object('value', '2027', 'precision', 'year'))), n = 2
    from made, generate_series(greatest(1, 3 - $2::int), 2) n, generate_series(1, $1::int) c`,
  // Of two in three, two reports; of one in six the last one says that it is completed.
  `insert into progress_report (id, commitment_id, reported_on, reported_precision, stage, milestones, evidence, sources,
      superseded_on, done, next_due, created_at, updated_at)
    select ${id("c.id || ' ' || n")}, c.id, '2026-03-01'::date + (n - 1) * 180 + c.ordinal, 'day',
      case when n = 2 and c.ordinal % 6 = 1 then 'completed' else 'started' end, '[]', '{}', '[]',
      case n when 1 then '2026-03-01'::date + 180 + c.ordinal else 'infinity' end, '{}',
      case when n = 2 and c.ordinal % 6 = 1 then null else next_milestone_due(c.milestones, '{}') end, now(), now()
    from commitment c, generate_series(1, 2) n
    where c.is_current and c.ordinal % 3 > 0 and $1::int > 0 and $2::int > 0`,
] as const

/** The id of one of them, from 0. */
export function planId(number: number): string {
  const hash = createHash('md5').update(`plan ${number}`).digest('hex')
  const hex = `${hash.slice(0, 12)}5${hash.slice(13, 16)}8${hash.slice(17)}`
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * Fills a loaded database with plans of its collectivities in turn, each with two drafts that are public.
 *
 * @param drafts of how many drafts of each, from the last, there are commitments
 */
export async function multiplyPlans(
  url: string,
  plans: number,
  commitments: number,
  drafts: 1 | 2,
): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('begin')
    await withoutIndexes(
      client,
      ['commitment', 'commitment_identity', 'axis', 'progress_report'],
      async () => {
        for (const [index, statement] of STATEMENTS.entries())
          await client.query(
            statement,
            index < 5 ? [plans] : index === 5 ? [commitments] : [commitments, drafts],
          )
      },
    )
    await client.query('analyze commitment, progress_report')
    await withoutIndexes(client, ['commitment_standing'], () =>
      client.query(
        // As they come to be: what is told of a plan is written together.
        'insert into commitment_standing select * from commitment_standing_reckoned order by plan_id, ordinal, commitment_id',
      ),
    )
    await client.query(
      `insert into type_position values ('action_plan', 1), ('draft', 1), ('progress_report', 1) on conflict do nothing`,
    )
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
