import { sql } from 'kysely'
import t from 'tap'
import { tasks } from '../../src/jobs.ts'
import { NOW, startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'

const log: string[] = []
const stream = { write: (line: string) => void log.push(line) }
let now = NOW
const { db, pool, files, request, json } = await startApp(t, {
  identity: roleIdentity,
  clock: () => now,
  logger: { level: 'trace', stream },
})
const association = as('association')
const MEMBER = '/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4'
const NAME = 'Canari Untraceable Zqxj'
const EMAIL = 'canari.zqxj@example.org'

/** Every row of every table that holds one of the canaries, as `schema.table`. */
async function whereFound(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from ${sql.raw(name)} as row where row::text ilike '%zqxj%'`.execute(db)
    if (rows[0]!.count > 0) found.push(name)
  }
  return found
}

async function addPoint(headers: Record<string, string> = {}, retention = '2028-01-31') {
  return await request({
    method: 'POST',
    url: `${MEMBER}/focal-points`,
    headers: { ...association, ...headers },
    payload: {
      name: NAME,
      email: EMAIL,
      function: 'Direction des services',
      since: { value: '2026-01' },
      legal_basis: 'Consentement écrit',
      retention_until: retention,
    },
  })
}

async function revision(): Promise<number> {
  return (await json(MEMBER)).revision
}

await t.test('a name is in one table, whatever was done with it', async (t) => {
  const added = await addPoint({ 'idempotency-key': 'focal-1' })
  t.equal(added.statusCode, 201, added.body)
  t.equal(added.json().person.name, NAME)
  const replay = await addPoint({ 'idempotency-key': 'focal-1' })
  t.equal(replay.headers['idempotency-replayed'], 'true')
  t.same(replay.json(), added.json(), 'a retry reads it again')
  t.same(await whereFound(), ['public.person'])
  t.notMatch(log.join(''), /zqxj/i, 'no log line has it')
})

await t.test('who may see it', async (t) => {
  const get = (headers: Record<string, string>) => request({ url: `${MEMBER}/focal-points`, headers })
  t.match((await get(association)).json(), { data: [{ person: { name: NAME, email: EMAIL } }] })
  t.match((await get(as('member_editor', '09.541'))).json(), { data: [{ person: { name: NAME } }] })
  t.equal((await get(association)).headers['cache-control'], 'private, no-store')
  t.equal((await get(as('member_editor', '09.001'))).statusCode, 403)
  t.equal((await get(as('ministry'))).statusCode, 403)
  t.equal((await get(as('admin'))).statusCode, 403)
  t.equal((await get({})).statusCode, 401)
  for (const url of [
    MEMBER,
    '/v1/members?format=csv',
    '/v1/members?format=ndjson',
    '/v1/network',
    '/v1/members?q=zqxj',
    '/v1/changes?types=member&limit=1000',
    `${MEMBER}/history`,
  ])
    t.notMatch((await request(url)).body, /canari/i, url)
  t.match(
    (await json(MEMBER)).focal_points,
    [{ function: 'Direction des services' }],
    'the function is public',
  )
})

await t.test('erased on request: nothing is left anywhere', async (t) => {
  const { data } = (await request({ url: `${MEMBER}/focal-points`, headers: association })).json()
  const url = `${MEMBER}/focal-points/${data[0].id}`
  t.equal((await request({ method: 'DELETE', url, headers: association })).statusCode, 428)
  const headers = { ...association, 'if-match': `"${await revision()}"` }
  t.equal((await request({ method: 'DELETE', url, headers })).statusCode, 204)
  t.same(await whereFound(), [])
  t.equal((await request({ url, headers: association })).statusCode, 404)
  t.same((await json(MEMBER)).focal_points, [])
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', data[0].person.id)
    .executeTakeFirstOrThrow()
  t.match(person, { name: null, email: null, erasure_reason: 'request' }, 'the tombstone stays')
})

await t.test('erased on time by the job, and not before', async (t) => {
  now = new Date('2026-02-01T10:00:00Z')
  await addPoint({}, '2026-02-01')
  await addPoint({}, '2026-02-02')
  now = NOW
  const work = tasks({ db, pool, files, clock: () => NOW })
  await work['erase-expired-persons']!({}, {} as never)
  const left = await db
    .selectFrom('person')
    .select(['retention_until', 'name'])
    .where('name', 'is not', null)
    .execute()
  t.same(left, [{ retention_until: '2026-02-02', name: NAME }], 'on the day itself it is still kept')
  const later = tasks({ db, pool, files, clock: () => new Date('2026-02-03T10:00:00Z') })
  await later['erase-expired-persons']!({}, {} as never)
  t.same(await whereFound(), [])
  const { data } = (await request({ url: `${MEMBER}/focal-points`, headers: association })).json()
  t.match(data[0].person, { name: null, email: null, erased_at: /Z$/ })
})
