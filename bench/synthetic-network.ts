import pg from 'pg'
import { multiplyPlans } from './synthetic-plans.ts'

const id = (name: string) => `overlay(overlay(md5(${name}) placing '5' from 13) placing '8' from 17)::uuid`

const STATEMENTS = [
  `create temporary table joined on commit drop as
    select row_number() over (order by c.hcp_code) as number, c.id as collectivity_id, ${id("'member ' || c.id")} as id
    from collectivity c where not exists (select from member m where m.collectivity_id = c.id)
    order by c.hcp_code limit $1::int`,
  `insert into member (id, collectivity_id, wave, joined_on, joined_precision, sources, created_at, updated_at)
    select id, collectivity_id, 1 + number % 5, '2022-01-01'::date + number::int % 1400, 'day', '[]', now(), now() from joined`,
  `insert into member_transition (member_id, ordinal, action, from_status, to_status, effective_on, effective_precision, sources)
    select id, 1, 'admit', 'candidate', 'active', '2022-01-01'::date + number::int % 1400, 'day', '[]' from joined`,
  `insert into action_plan_transition (plan_id, ordinal, action, from_status, to_status, effective_on, effective_precision, sources)
    select p.id, step.ordinal, step.action, step.was, step.became, '2024-01-01'::date + 90 * step.ordinal::int, 'day', '[]'
    from action_plan p cross join (values (1, 'validate', 'drafting', 'validated'), (2, 'schedule', 'validated', 'scheduled'),
      (3, 'adopt', 'scheduled', 'adopted'), (4, 'start_implementation', 'adopted', 'implementing')) step (ordinal, action, was, became)
    where not exists (select from action_plan_transition t where t.plan_id = p.id)`,
  // Each record written down twice, one transaction each, over two years.
  `create temporary table said on commit drop as
    select row_number() over () as number, type, id from (
      select 'member' as type, id from joined union all select 'action_plan', id from action_plan
      union all select 'progress_report', id from progress_report) record, generate_series(1, 2)`,
  `insert into journal_transaction (position, occurred_at, actor, origin)
    select (select coalesce(max(position), 0) from journal_transaction) + number,
      now() - interval '1 second' - (select count(*) from said) * interval '9 minutes' + number * interval '9 minutes', 'bench', 'api'
    from said`,
  `insert into journal_entry (transaction_id, ordinal, type, id, revision, change, fields_changed, visibility,
      territories_before, territories_after)
    select t.id, 0, said.type, said.id, 1, 'updated', '{}', 'public', '{}', '{}'
    from said join journal_transaction t on t.actor = 'bench'
      and t.position = said.number + (select min(position) - 1 from journal_transaction where actor = 'bench')`,
]

/** Fills a loaded database with so many more members, as many plans, and what was written down of them. */
export async function multiplyNetwork(url: string, members: number, commitments: number): Promise<void> {
  await multiplyPlans(url, members, commitments, 1)
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('begin')
    for (const [index, statement] of STATEMENTS.entries())
      await client.query(statement, index === 0 ? [members] : [])
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
