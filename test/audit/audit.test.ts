import { sql } from 'kysely'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { collectivityId, createMember, privateMember, setWave, write } from '../support/journal.ts'
import { as, roleIdentity } from '../support/roles.ts'

const { db, request } = await startApp(t, { identity: roleIdentity })
const commune = await collectivityId(db, '09.541.01.13')
const headers = as('admin')

// biome-ignore lint/suspicious/noExplicitAny: what a test looks for in an answer is what it tests
type Loose = any
async function entries(query: string): Promise<Loose[]> {
  const answer = await request({ url: `/v1/audit?${query}`, headers })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().data
}

const first = { actor: 'issuer|first', requestId: 'request-1', at: new Date('2026-01-10T08:00:00.000Z') }
const second = {
  actor: 'key:second',
  origin: 'import',
  requestId: 'request-2',
  at: new Date('2026-01-11T08:00:00.000Z'),
}
const id = await write(db, (writing) => createMember(writing, commune), first)
await write(db, (writing) => setWave(writing, id, 2, 'a mistake'), second)
await write(
  db,
  (writing) =>
    writing.change(privateMember, [id], () =>
      sql`update member set wave = 3 where id = ${id}`.execute(writing.trx),
    ),
  second,
)

t.test('everything of a record, private entries too, and who and through what', async (t) => {
  t.match(await entries(`id=${id}`), [
    {
      type: 'member',
      id,
      revision: 3,
      visibility: 'private',
      actor: 'key:second',
      request_id: 'request-2',
      origin: 'import',
      before: { wave: 2 },
      after: { wave: 3 },
    },
    {
      revision: 2,
      visibility: 'public',
      reason: 'a mistake',
      fields_changed: ['wave'],
      before: { id, wave: 1 },
    },
    { revision: 1, change: 'created', actor: 'issuer|first', request_id: 'request-1', before: null },
  ])
})

t.test('filters', async (t) => {
  for (const [query, revisions] of [
    ['actor=key:second', [3, 2]],
    ['actor=issuer|first', [1]],
    ['actor=nobody', []],
    ['request_id=request-1', [1]],
    ['origin=import', [3, 2]],
    ['origin=import,api', [3, 2, 1]],
    ['type=member&origin=api', [1]],
    ['type=commune&origin=api', []],
    ['occurred_at_gte=2026-01-11T08:00:00Z', [3, 2]],
    ['occurred_at_gte=2026-01-11T08:00:00.001Z', []],
    ['occurred_at_gte=2026-01-10T00:00:00Z&occurred_at_lte=2026-01-10T08:00:00Z', [1]],
  ] as const)
    t.same(
      (await entries(query)).map(({ revision }) => revision),
      revisions,
      query,
    )
  for (const wrong of ['id=x', 'origin=a-b', 'occurred_at_gte=2026-01-11', 'actors=x', 'sort=actor'])
    t.equal((await request({ url: `/v1/audit?${wrong}`, headers })).statusCode, 400, wrong)
})

t.test('pages and streams', async (t) => {
  const all = (await request({ url: '/v1/audit?format=ndjson', headers })).body.trimEnd().split('\n')
  const { rows } = await sql<{ count: number }>`select count(*) as count from journal_entry`.execute(db)
  t.equal(all.length, rows[0]!.count)
  const paged: Loose[] = []
  for (let next: string | null = '/v1/audit?limit=500'; next !== null; ) {
    const page: Loose = (await request({ url: next, headers })).json()
    paged.push(...page.data)
    next = page.links.next
  }
  t.same(
    paged,
    all.map((line) => JSON.parse(line)),
  )
  const csv = await request({ url: '/v1/audit?format=csv&limit=3', headers })
  t.match(csv.body, /^position,change,type,id,revision,/)
})

t.test('for administrators, and for no cache', async (t) => {
  for (const query of ['limit=1', 'limit=1&format=csv', 'limit=1&format=ndjson']) {
    const url = `/v1/audit?${query}`
    const answer = await request({ url, headers })
    t.match(answer.headers, { 'cache-control': 'private, no-store', vary: /Authorization/ }, query)
    t.notOk(answer.headers.etag)
    t.equal((await request(url)).statusCode, 401)
    for (const role of ['association', 'ministry', 'member_editor'] as const)
      t.equal((await request({ url, headers: as(role, '09.541') })).statusCode, 403, role)
  }
})
