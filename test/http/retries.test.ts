import { sql } from 'kysely'
import t from 'tap'
import { NOW, startApp } from '../support/app.ts'
import { council, nobody } from '../support/council.ts'
import { rowsOf } from '../support/pages.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { workshop } from '../support/workshop.ts'

const log: string[] = []
let now = NOW
const service = await startApp(t, {
  identity: roleIdentity,
  clock: () => now,
  logger: { level: 'info', stream: { write: (line: string) => void log.push(line) } },
})
const { app, db, request, json } = service
const { send, must, scheduled, sit, vote } = council(service)
const SOURCES = [{ title: 'Exemple' }]
const association = as('association')

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

/** Communes that are no members: one for each case. */
const { data: free } = await json('/v1/communes?member=false&limit=500&fields=id,hcp_code')
const candidate = () => ({ collectivity: free.pop().hcp_code, sources: SOURCES })
const post = (payload: object, key: string, headers: object = association, url = '/v1/members') =>
  send('POST', url, payload, { ...headers, 'idempotency-key': key })
const count = async (collectivity: string) =>
  (await json(`/v1/members?collectivity=${collectivity}&count=exact`)).page.total

t.test('the key of one client is nothing to another', async (t) => {
  const [mine, theirs] = ['09.541.01.13', '01.051.01.01'].map((code) => ({ ...workshop(code) }))
  const one = await post(mine!, 'same', as('member_editor', '09.541.01.13'), '/v1/workshops')
  const other = await post(theirs!, 'same', association, '/v1/workshops')
  t.same([one.statusCode, other.statusCode], [201, 201], other.body)
  t.not(one.json().id, other.json().id)
  t.notOk(other.headers['idempotency-replayed'])
})

t.test('a key whose request was refused is free', async (t) => {
  const editor = as('member_editor', '09.541')
  const right = workshop('09.541')
  for (const [name, wrong, status] of [
    ['400', { ...right, mode: 'nowhere' }, 400],
    ['403', workshop('01.051'), 403],
    ['422', { ...right, starts_at: '14:00', ends_at: '13:00' }, 422],
  ] as const) {
    t.equal((await post(wrong, `refused-${name}`, editor, '/v1/workshops')).statusCode, status, name)
    const mended = await post(right, `refused-${name}`, editor, '/v1/workshops')
    t.equal(mended.statusCode, 201, `${name}: ${mended.body}`)
    t.notOk(mended.headers['idempotency-replayed'])
  }
  const stranger = await post(right, 'refused-401', { authorization: 'Bearer x' }, '/v1/workshops')
  t.equal(stranger.statusCode, 401)
  const { rows } = await sql`select from idempotent_answer where key = 'refused-401'`.execute(db)
  t.equal(rows.length, 0)
})

t.test('after a fault of ours nothing is done, nothing kept, and a retry does it', async (t) => {
  const body = candidate()
  await sql`create function break() returns trigger language plpgsql as $$
    begin raise exception 'canary % of relation "member"', new.id; end $$`.execute(db)
  await sql`create trigger breaks before insert on member for each row execute function break()`.execute(db)
  const broken = await app.inject({
    method: 'POST',
    url: '/v1/members',
    headers: { ...association, 'idempotency-key': 'broken' },
    payload: body,
  })
  t.equal(broken.statusCode, 500)
  t.same(Object.keys(broken.json()).sort(), ['code', 'instance', 'request_id', 'status', 'title', 'type'])
  t.notMatch(
    broken.body,
    /canary|relation|insert|member"|\.ts|node_modules|plpgsql/i,
    'nothing of what is inside',
  )
  t.equal(broken.headers['cache-control'], 'no-store')
  t.match(log.join(''), 'canary', 'the log has it')
  await sql`drop trigger breaks on member`.execute(db)
  t.equal(await count(body.collectivity), 0)
  const retried = await post(body, 'broken')
  t.equal(retried.statusCode, 201)
  t.notOk(retried.headers['idempotency-replayed'])
  t.equal(await count(body.collectivity), 1)
})

t.test('key, effect and journal are of one transaction', async (t) => {
  const made = await post(candidate(), 'one transaction'.replaceAll(' ', '-'))
  const { rows } = await sql<{ xmin: string }>`
    select xmin::text from member where id = ${made.json().id}
    union select xmin::text from journal_entry where id = ${made.json().id}
    union select xmin::text from idempotent_answer where key = 'one-transaction'`.execute(db)
  t.equal(rows.length, 1)
})

t.test('a key lives for a day', async (t) => {
  const [member, held] = [candidate(), workshop('09.541')]
  const both = async () => [
    await post(member, 'old-member'),
    await post(held, 'old-workshop', association, '/v1/workshops'),
  ]
  const told = (answers: Loose[]) =>
    answers.map(({ statusCode, headers }) => [statusCode, headers['idempotency-replayed']])
  t.same(told(await both()), [
    [201, undefined],
    [201, undefined],
  ])
  now = new Date(NOW.getTime() + 24 * 3_600_000 - 1)
  t.same(told(await both()), [
    [201, 'true'],
    [201, 'true'],
  ])
  now = new Date(NOW.getTime() + 24 * 3_600_000)
  t.same(
    told(await both()),
    [
      [409, undefined],
      [201, undefined],
    ],
    'after it what is the same is refused by its nature, or is another',
  )
  now = NOW
})

t.test('If-Match: any, lists, weak tags, and what is not there', async (t) => {
  const { id } = (await send('POST', '/v1/members', candidate())).json()
  const edit = (wave: number, match: string, url = `/v1/members/${id}`) =>
    send('PATCH', url, { wave }, { ...association, 'if-match': match })
  for (const [match, status] of [
    ['"9", "1.abc-d"', 200],
    ['"1"', 412],
    ['W/"2"', 412],
    ['"7", W/"2"', 412],
    ['2', 412],
    ['"x", "2"', 200],
    ['*', 200],
    ['"3", *', 412],
  ] as const) {
    const answer = await edit(100 + status + match.length, match)
    t.equal(answer.statusCode, status, match)
    if (status === 412) t.match(answer.headers.etag, /^"\d+"$/, 'with the tag to use')
  }
  t.equal((await edit(1, '*', `/v1/members/${nobody}`)).statusCode, 404, '* makes nothing')
})

t.test('one step taken by several at once is taken once', async (t) => {
  const { plan, url } = await scheduled('09.541.01.13')
  await sit(url, 1, '2023-09-11', 20)
  const closing = await Promise.all(Array.from({ length: 6 }, () => vote(url, { for: 12, against: 3 })))
  t.same([...new Set(closing.map(({ statusCode }) => statusCode))], [200], 'the same count again is the same')
  t.equal(new Set(closing.map(({ body }) => body)).size, 1, 'and has the same answer')
  const page = await json(`/v1/action-plans/${plan}`)
  t.match(page, { status: 'adopted', adoptions: [{ outcome: 'adopted' }] })
  t.equal(page.adoptions.length, 1)
  const begin = { action: 'start_implementation', effective_on: { value: '2023-10-01' } }
  const steps = await Promise.all(
    Array.from({ length: 6 }, () => send('POST', `/v1/action-plans/${plan}/transitions`, begin)),
  )
  t.same(steps.map(({ statusCode }) => statusCode).sort(), [200, 409, 409, 409, 409, 409])
  t.match(steps.find(({ statusCode }) => statusCode === 409)!.json(), {
    code: 'wrong_state',
    detail: /adopted/,
  })
  const { data } = await json(`/v1/action-plans/${plan}/transitions`)
  t.equal(data.filter(({ action }: Loose) => action === 'start_implementation').length, 1)
})

t.test('a session keeps the number of members of its day, and votes count where they may', async (t) => {
  const { url } = await scheduled('09.541')
  t.match((await vote(url, { for: 12 })).json(), { status: 422, errors: [{ code: 'no_sitting' }] })
  await sit(url, 1, '2023-09-11', 20)
  const subject = 'development_programme'
  const closed = (await vote(url, { subject, for: 16, against: 0 })).json()
  t.match(closed, { outcome: 'adopted', vote: { majority: { rule: 'members_in_office', required: 16 } } })
  const fewer = await scheduled('09.541', { members_in_office: 40 })
  t.match(await json(fewer.url), { members_in_office: 40 })
  t.same(await json(url), closed, 'another number of another day changes nothing of it')
  const changed = await send('PATCH', url, { members_in_office: 39, members_in_office_on: '2024-01-01' })
  t.match(changed.json(), { status: 409, code: 'wrong_state' }, changed.body)
  t.same(await json(url), closed)
})

t.test('a cursor shows nobody what is not theirs', async (t) => {
  for (let made = 0; made < 3; made += 1)
    await must('POST', '/v1/webhook-endpoints', { name: 'Mine', url: 'https://hooks.example.org/' })
  const list = '/v1/webhook-endpoints?limit=1'
  const first = await request({ url: list, headers: association })
  const { next_cursor: cursor } = first.json().page
  t.ok(cursor)
  const next = `${list}&cursor=${cursor}`
  t.equal((await request({ url: next, headers: association })).json().data.length, 1)
  t.same((await request({ url: next, headers: as('ministry') })).json().data, [], 'nothing of another’s')
  t.equal((await request(next)).statusCode, 401)
  const forged = `${cursor.slice(0, -4)}AAAA`
  const answer = await request({ url: `${list}&cursor=${forged}`, headers: association })
  t.match(answer.json(), { status: 400, code: /^(cursor_mismatch|invalid_request)$/ })
})

t.test('what is there throughout is listed once, whatever else comes and goes', async (t) => {
  const made: string[] = []
  for (let times = 0; times < 24; times += 1)
    made.push((await must('POST', '/v1/workshops', { ...workshop('09.541'), status: 'planned' })).id)
  const [staying, going] = [made.filter((_, at) => at % 3 !== 0), made.filter((_, at) => at % 3 === 0)]
  for (const sort of ['held_on', '-updated_at']) {
    const seen: string[] = []
    let next: string | null = `/v1/workshops?limit=5&sort=${sort}`
    while (next !== null) {
      const page: Loose = await json(next)
      seen.push(...page.data.map(({ id }: Loose) => id))
      next = page.links.next
      await must('POST', '/v1/workshops', workshop('09.541'))
      const changed = going.pop()
      if (changed)
        await must('PATCH', `/v1/workshops/${changed}`, { subject: { fr: `${sort} ${seen.length}` } })
    }
    t.same(
      staying.filter((id) => seen.filter((one) => one === id).length !== 1),
      [],
      sort,
    )
  }
  t.ok((await rowsOf(service, '/v1/workshops?limit=100')).length > 24)
})
