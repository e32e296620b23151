import { sql } from 'kysely'
import t from 'tap'
import { NOW, startApp } from '../support/app.ts'
import { bearer } from '../support/identity.ts'

let now = NOW
const lines: string[] = []
const service = await startApp(t, {
  clock: () => now,
  logger: { level: 'trace', stream: { write: (line: string) => void lines.push(line) } },
})
const { request, db } = service
const DAY_MS = 86_400_000
const after = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

// Made anew each time: the clock moves, and a token lives for an hour.
const admin = await bearer('admin')
const make = async (payload: object, headers: Record<string, string> = {}) =>
  await request({ method: 'POST', url: '/v1/api-keys', headers: { ...admin, ...headers }, payload })
const made = async (payload: object = {}) => {
  const answer = await make({ name: 'A program', roles: ['association'], ...payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json() as { id: string; secret: string; ends_with: string }
}
const as = (secret: string) => ({ authorization: `Bearer ${secret}` })
const me = async (headers: Record<string, string>) => await request({ url: '/v1/me', headers })
const revoke = async (id: string, reason = 'No longer in use') =>
  await request({
    method: 'POST',
    url: `/v1/api-keys/${id}/revocation`,
    headers: admin,
    payload: { reason },
  })

t.afterEach(() => {
  now = NOW
})

t.test('a key is made, shown once, and works', async (t) => {
  const answer = await make({
    name: 'Plans of Taroudannt',
    roles: ['member_editor'],
    collectivities: ['09.541', '9.541', 'MA-09'],
  })
  t.equal(answer.statusCode, 201)
  const key = answer.json()
  t.match(key, {
    name: 'Plans of Taroudannt',
    roles: ['member_editor'],
    scopes: ['read', 'write'],
    status: 'active',
    expires_at: '2027-02-02T10:00:00.000Z',
    last_used_at: null,
    revocation: null,
    revision: 1,
    secret: /^inf_live_[\w-]{43}$/,
  })
  t.equal(key.ends_with, key.secret.slice(-4))
  t.same(
    key.collectivities.map((one: { hcp_code: string }) => one.hcp_code),
    ['09', '09.541'],
    'each once, resolved',
  )
  t.equal(answer.headers.location, `/v1/api-keys/${key.id}`)
  t.equal(answer.headers.etag, '"1"')
  t.equal(answer.headers['cache-control'], 'private, no-store')
  const { secret, ...shown } = key
  const read = await request({ url: `/v1/api-keys/${key.id}`, headers: admin })
  t.same(read.json(), shown)
  t.equal(read.headers['cache-control'], 'private, no-store')

  for (const headers of [
    as(secret),
    { authorization: `Basic ${btoa(`${secret}:`)}` },
    { authorization: `bearer  ${secret}` },
  ]) {
    const answer = await me(headers)
    t.equal(answer.statusCode, 200)
    t.match(answer.json(), {
      id: `key:${key.id}`,
      kind: 'key',
      roles: ['member_editor'],
      expires_at: key.expires_at,
    })
  }
  t.equal((await request({ url: '/v1/regions/09', headers: as(secret) })).statusCode, 200)
})

t.test('the secret is nowhere but in that one answer', async (t) => {
  const headers = { 'idempotency-key': 'once' }
  const first = await make({ name: 'Secret', roles: ['admin'] }, headers)
  const { secret, ...rest } = first.json()
  const again = await make({ name: 'Secret', roles: ['admin'] }, headers)
  t.equal(again.statusCode, 201)
  t.equal(again.headers['idempotency-replayed'], 'true')
  t.equal(again.headers.location, first.headers.location)
  t.same(again.json(), rest)
  t.equal((await make({ name: 'Other', roles: ['admin'] }, headers)).statusCode, 422)
  await me(as(secret))
  const { rows: tables } = await sql<{ name: string }>`
    select nspname || '.' || relname as name from pg_class join pg_namespace n on n.oid = relnamespace
    where relkind in ('r', 'm') and nspname not like 'pg_%' and nspname <> 'information_schema'`.execute(db)
  t.ok(tables.some(({ name }) => name === 'public.api_key'))
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(name)} r where r::text like ${`%${secret.slice(9)}%`}`.execute(db)
    t.equal(rows[0]!.n, 0, name)
  }
  const { digest } = await db
    .selectFrom('api_key')
    .select('digest')
    .where('id', '=', rest.id)
    .executeTakeFirstOrThrow()
  t.match(digest, /^[\w-]{43}$/)
  const entries = await db.selectFrom('journal_entry').selectAll().where('type', '=', 'api_key').execute()
  t.ok(entries.length > 0)
  t.same([...new Set(entries.map((entry) => entry.visibility))], ['private'])
  t.notMatch(JSON.stringify(entries), digest, 'the journal has not even the digest')
  t.ok(lines.length > 5)
  t.notMatch(lines.join(''), secret.slice(9))
  t.notMatch(lines.join(''), digest)
  const positions = await db.selectFrom('type_position').selectAll().where('type', '=', 'api_key').execute()
  t.same(positions, [], 'nothing public has moved')
})

t.test('what a key may be', async (t) => {
  const faults = async (changes: object) => {
    const answer = await make({ name: 'x', roles: ['association'], ...changes })
    t.equal(answer.statusCode, 400)
    return answer
      .json()
      .errors.map((fault: { pointer: string; code: string }) => `${fault.pointer} ${fault.code}`)
  }
  t.same(await faults({ name: '' }), ['/name too_short', '/name wrong_format'])
  t.same(await faults({ roles: [] }), ['/roles too_short'])
  t.same(await faults({ roles: ['root'] }), ['/roles/0 not_allowed'])
  t.same(await faults({ roles: ['member_editor'] }), ['/collectivities required'])
  t.same(await faults({ collectivities: ['99.999', '09.541', 'x'] }), ['/collectivities/2 wrong_format'])
  t.same(await faults({ collectivities: ['99.999', '09.541'] }), ['/collectivities/0 no_such_collectivity'])
  t.same(await faults({ scopes: [] }), ['/scopes too_short'])
  t.same(await faults({ expires_at: after(-1).toISOString() }), ['/expires_at too_small'])
  t.same(await faults({ expires_at: after(731).toISOString() }), ['/expires_at too_large'])
  t.same(await faults({ expires_at: '2027-02-02' }), ['/expires_at wrong_format'])
  t.same(await faults({ expires_at: '2026-12-31T23:59:60Z' }), ['/expires_at wrong_format'])
  t.same(await faults({ secret: 'inf_live_mine', digest: 'x', id: 'y' }), [
    '/secret unknown_property',
    '/digest unknown_property',
    '/id unknown_property',
  ])
  t.match(await made({ expires_at: '2026-03-01T01:00:00+01:00' }), { expires_at: '2026-03-01T00:00:00.000Z' })
})

t.test('scopes', async (t) => {
  const { secret } = await made({ roles: ['admin'], scopes: ['read'] })
  t.equal((await request({ url: '/v1/api-keys', headers: as(secret) })).statusCode, 200)
  const write = {
    method: 'POST',
    url: '/v1/api-keys',
    headers: as(secret),
    payload: { name: 'x', roles: ['admin'] },
  } as const
  const refused = await request(write)
  t.equal(refused.statusCode, 403)
  t.equal(refused.json().code, 'missing_scope')
  t.equal(
    refused.headers['www-authenticate'],
    'Bearer realm="infitah", error="insufficient_scope", scope="write"',
  )
  const operations: string[] = (await me(as(secret))).json().operations
  t.ok(operations.includes('listApiKeys'))
  t.notOk(operations.includes('createApiKey'))
  const writer = await made({ roles: ['admin'], scopes: ['write'] })
  t.equal((await me(as(writer.secret))).json().code, 'missing_scope')
  t.equal((await request({ ...write, headers: as(writer.secret) })).statusCode, 201)
  t.equal(
    (await request({ url: '/v1/regions/09', headers: as(writer.secret) })).statusCode,
    200,
    'as the public',
  )
})

t.test('expiry: from that instant on', async (t) => {
  const { id, secret } = await made({ expires_at: after(1).toISOString() })
  now = new Date(after(1).getTime() - 1)
  t.equal((await me(as(secret))).statusCode, 200)
  now = after(1)
  const answer = await me(as(secret))
  t.equal(answer.statusCode, 401)
  t.match(answer.json().errors, [{ code: 'key_expired', detail: /expired at 2026-02-03T10:00:00.000Z/ }])
  t.match(answer.headers['www-authenticate'], /error="invalid_token", error_description="The key expired at /)
  t.equal(
    (await request({ url: '/v1/regions/09', headers: as(secret) })).statusCode,
    401,
    'on public routes too',
  )
  now = NOW
  t.equal((await request({ url: `/v1/api-keys/${id}`, headers: admin })).json().status, 'active')
})

t.test('revocation: at once, for good, and on record', async (t) => {
  const { id, secret } = await made()
  t.equal((await me(as(secret))).statusCode, 200)
  const first = await revoke(id, 'Lost')
  t.equal(first.statusCode, 200)
  t.match(first.json(), {
    status: 'revoked',
    revision: 2,
    revocation: { revoked_at: NOW.toISOString(), reason: 'Lost' },
  })
  t.match((await me(as(secret))).json(), { status: 401, errors: [{ code: 'key_revoked' }] })
  now = after(0.01)
  const again = (await revoke(id, 'Again')).json()
  // The use above is noted in its own time.
  t.same({ ...again, last_used_at: null }, { ...first.json(), last_used_at: null }, 'nothing changes')
  now = NOW
  const entries = await db
    .selectFrom('journal_entry')
    .select(['revision', 'change', 'fields_changed', 'reason'])
    .where('id', '=', id)
    .orderBy('revision')
    .execute()
  t.match(entries, [
    { revision: 1, change: 'created', reason: null },
    { revision: 2, change: 'updated', fields_changed: ['revoked_at'], reason: 'Lost' },
  ])
  t.equal(entries.length, 2)
  const unknown = '01900000-0000-7000-8000-000000000000'
  t.equal((await revoke(unknown)).statusCode, 404)
  t.equal((await request({ url: `/v1/api-keys/${unknown}`, headers: admin })).statusCode, 404)
  t.equal((await revoke('x')).statusCode, 400)
  t.equal((await revoke(id, ' ')).statusCode, 400)
})

t.test('the last use is noted once a minute, and changes nothing else', async (t) => {
  const { id, secret } = await made()
  const seen = async () => (await request({ url: `/v1/api-keys/${id}`, headers: admin })).json()
  const settled = async (expected: string) => {
    for (let tries = 0; tries < 50 && (await seen()).last_used_at !== expected; tries += 1)
      await new Promise((done) => setTimeout(done, 10))
    return await seen()
  }
  const before = await seen()
  t.equal(before.last_used_at, null)
  await Promise.all(Array.from({ length: 20 }, () => me(as(secret))))
  t.same(await settled(NOW.toISOString()), { ...before, last_used_at: NOW.toISOString() })
  now = new Date(NOW.getTime() + 59_000)
  await me(as(secret))
  t.equal((await seen()).last_used_at, NOW.toISOString())
  now = new Date(NOW.getTime() + 61_000)
  await me(as(secret))
  t.equal((await settled(now.toISOString())).last_used_at, now.toISOString())
})

t.test('what is no key', async (t) => {
  const { secret } = await made()
  for (const wrong of [
    secret.slice(0, -1),
    `${secret}A`,
    secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A'),
    secret.toUpperCase(),
    `inf_test_${secret.slice(9)}`,
    'inf_live_',
    `inf_live_${"'".repeat(43)}`,
  ]) {
    t.equal((await me(as(wrong))).statusCode, 401, wrong)
    t.equal((await me({ authorization: `Basic ${btoa(`${wrong}:`)}` })).statusCode, 401)
  }
  t.equal((await me({ authorization: `Basic ${btoa(`${secret}:password`)}` })).statusCode, 401)
  t.equal((await me({ authorization: `Basic ${btoa(`:${secret}`)}` })).statusCode, 401)
  t.equal((await request(`/v1/me?api_key=${secret}`)).statusCode, 401, 'not from the address')
  t.equal((await request({ url: '/v1/me', headers: { 'x-api-key': secret } })).statusCode, 401)
})

t.test('the list, for administrators', async (t) => {
  const all: string[] = []
  let url: string | null = '/v1/api-keys?limit=3&sort=name'
  while (url !== null) {
    const page: { data: { id: string }[]; links: { next: string | null } } = (
      await request({ url, headers: admin })
    ).json()
    all.push(...page.data.map((key) => key.id))
    t.notMatch(JSON.stringify(page), /digest|secret|inf_live/)
    url = page.links.next
  }
  const counted = await request({ url: '/v1/api-keys?count=exact&limit=1&fields=id', headers: admin })
  t.equal(counted.json().page.total, all.length)
  t.equal(new Set(all).size, all.length)
  t.same(Object.keys(counted.json().data[0]), ['id'])
  t.equal(counted.headers['cache-control'], 'private, no-store')
  t.notOk(counted.headers.etag)
  const listed = async (query: string, headers = admin) =>
    (await request({ url: `/v1/api-keys${query}`, headers })).statusCode
  t.equal(await listed('?cursor=eyJ4'), 400)
  t.equal(await listed('?sort=digest'), 400)
  t.equal(await listed('', await bearer('association')), 403)
  t.equal((await request({ url: '/v1/api-keys', headers: { ...admin, accept: 'text/csv' } })).statusCode, 406)
})
