import pg from 'pg'
import t from 'tap'
import { multiplyPlans, planId } from '../../bench/synthetic-plans.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { appOn } from '../support/app.ts'
import { freshDatabase } from '../support/database.ts'
import { multiply } from '../support/synthetic.ts'

// A hundred times the data: no list, look-up or search may read a whole table to answer.
const TIMES = 100
/** A table with fewer rows than this may well be read whole. */
const SMALL = 1_000

t.setTimeout(240_000)
const { url } = await freshDatabase(t)
const pool = openPool(url, { poolSize: 1, statementTimeoutMs: 0, onError: () => {} })
const db = openDatabase(pool)
await multiply(db, TIMES)
await db.destroy()
await multiplyPlans(url, 450, 14, 2)

/** What the service sends to the database, as it sends it. */
const sent: { text: string; values: unknown[] }[] = []
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const config = args[0] as { text?: string; values?: unknown[] }
  const text = typeof args[0] === 'string' ? args[0] : config.text
  const values = Array.isArray(args[1]) ? args[1] : config.values
  if (text !== undefined) sent.push({ text, values: values ?? [] })
  return query.apply(this, args)
} as never

const { request } = await appOn(t, url)
const client = new pg.Client(url)
await client.connect()
t.teardown(() => client.end())

interface Node {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Node[]
}
const { rows: sizes } = await client.query<{ name: string; rows: number }>(
  "select relname as name, reltuples::int as rows from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
)
const large = new Set(sizes.filter(({ rows }) => rows >= SMALL).map(({ name }) => name))
t.ok(
  large.has('collectivity') &&
    large.has('collectivity_search') &&
    large.has('member') &&
    large.has('commitment'),
  [...large].join(),
)

function wholeTables(node: Node): string[] {
  const here =
    node['Node Type'].endsWith('Seq Scan') && large.has(node['Relation Name'] ?? '')
      ? [node['Relation Name']!]
      : []
  return [...here, ...(node.Plans ?? []).flatMap(wholeTables)]
}

const q = encodeURIComponent
const plan = planId(7)
for (const path of [
  '/v1/regions',
  '/v1/regions/09',
  '/v1/regions?at=-8.877,30.4703',
  '/v1/provincial-councils',
  '/v1/provincial-councils?region=09',
  '/v1/provincial-councils?near=-8.877,30.4703,50',
  '/v1/provincial-councils?bbox=-10,29,-8,31',
  '/v1/provincial-councils?at=-8.877,30.4703',
  '/v1/provincial-councils/MA-TAR',
  '/v1/provincial-councils?sort=-population',
  '/v1/communes',
  '/v1/communes?province=09.541',
  '/v1/communes?region=09&province=09.541&limit=500',
  '/v1/communes?region=09',
  '/v1/communes?sort=name.ar',
  '/v1/communes?sort=-name.fr',
  '/v1/communes?sort=updated_at',
  '/v1/communes?sort=-population',
  '/v1/communes?modified_since=2026-01-01T00:01:30.000Z&sort=updated_at',
  '/v1/communes?identifier=hcp:09.541.01.13',
  '/v1/communes/09.541.01.13',
  '/v1/communes/095410113',
  '/v1/communes/6c1d2e5e-3c7e-5d5c-9d0a-6b1a3c4d5e6f',
  `/v1/communes?q=${q('تارودانت')}`,
  `/v1/communes?q=${q('تارودنت')}`,
  '/v1/communes?q=taroudannt',
  '/v1/communes?q=tarudant',
  '/v1/communes?q=sidi',
  '/v1/communes?q=ou',
  `/v1/communes?q=${q('أولاد')}&province=09.541`,
  '/v1/members',
  '/v1/members?collectivity=09.541',
  '/v1/members?sort=-updated_at',
  '/v1/members?identifier=association:A-1',
  '/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4',
  '/v1/action-plans',
  '/v1/action-plans?sort=-updated_at',
  '/v1/action-plans?collectivity=09.541',
  '/v1/action-plans?cycle_year=2026&status=drafting,implementing',
  `/v1/action-plans?q=${q('تارودانت')}`,
  `/v1/action-plans/${plan}?include=axes.commitments,drafts`,
  `/v1/action-plans/${plan}/drafts`,
  `/v1/action-plans/${plan}/drafts/1/diff/2`,
  '/v1/commitments',
  '/v1/commitments?sort=title.ar',
  '/v1/commitments?sort=-title.fr',
  '/v1/commitments?principle=transparency',
  '/v1/commitments?collectivity=01',
  '/v1/commitments?region=09',
  `/v1/commitments?plan=${plan}&principle=accountability`,
  `/v1/commitments?q=${q('الماء الصالح')}`,
  '/v1/commitments?q=eau',
  '/v1/commitments?q=xyzzy',
]) {
  await t.test(path, async (t) => {
    sent.length = 0
    const answer = await request(path)
    t.ok([200, 404].includes(answer.statusCode), `${answer.statusCode}`)
    const next = answer.statusCode === 200 ? answer.json().links?.next : null
    // Any page is as cheap as the first.
    if (next) t.equal((await request(next)).statusCode, 200)
    const statements = [...sent]
    t.ok(statements.length > 0)
    for (const { text, values } of statements) {
      if (!/^\s*(select|with)/i.test(text)) continue
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
        `explain (format json) ${text}`,
        values,
      )
      t.same(wholeTables(rows[0]!['QUERY PLAN'][0].Plan), [], text.slice(0, 80))
    }
  })
}
