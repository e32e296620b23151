import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import t from 'tap'
import { tasks } from '../../src/jobs.ts'
import { startApp } from '../support/app.ts'
import { announced, consultationOf, draftedPlan, movable } from '../support/consultations.ts'
import { as, roleIdentity } from '../support/roles.ts'

const log: string[] = []
const stream = { write: (line: string) => void log.push(line) }
const { clock, to } = movable()
const service = await startApp(t, { identity: roleIdentity, clock, logger: { level: 'trace', stream } })
const { db, pool, files, json, request } = service
const editor = as('member_editor', '09.541.01.13')
const any = { ...editor, 'if-match': '*' }

const plan = await draftedPlan(service)
const consultation = await announced(service, consultationOf(plan, { opens_at: { value: '2026-02-01' } }))

/** Every table that holds one of the canaries. */
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

const contact = { name: 'Canari Zqxj', email: 'canari.zqxj@example.org', consent_version: '2026-01' }
async function said(more: object = {}): Promise<string> {
  const { id } = (
    await request({
      method: 'POST',
      url: `/v1/consultations/${consultation}/contributions`,
      headers: { 'idempotency-key': randomUUID() },
      payload: { language: 'fr', problem: 'Un problème', contact: { ...contact, ...more } },
    })
  ).json()
  const published = await request({
    method: 'POST',
    url: `/v1/contributions/${id}/transitions`,
    headers: { ...any, 'idempotency-key': randomUUID() },
    payload: { action: 'publish' },
  })
  t.equal(published.statusCode, 200, published.body)
  return id
}
const DOORS = [
  '/v1/contributions',
  '/v1/contributions?format=csv',
  '/v1/contributions?format=ndjson',
  '/v1/contributions?q=zqxj',
  '/v1/changes?types=contribution&format=ndjson',
  `/v1/consultations/${consultation}/contributions`,
  `/v1/consultations/${consultation}/outcome`,
]

t.test('who said it is in one table, and shown where they asked', async (t) => {
  const [quiet, named] = [await said(), await said({ publish_name: true })]
  t.same(await whereFound(), ['public.person'])
  t.notMatch(log.join(''), /zqxj/i, 'no log line has it')
  for (const door of [...DOORS, `/v1/contributions/${named}/history`])
    t.notMatch((await request(door)).body, /zqxj@|canari/i, door)
  t.match(await json(`/v1/contributions/${quiet}`), { author: null, author_named: false })
  t.match(await json(`/v1/contributions/${named}`), { author: { name: 'Canari Zqxj' }, author_named: true })
  t.notMatch((await request(`/v1/contributions/${named}`)).body, /@example/)

  const url = `/v1/contributions/${quiet}/contact`
  t.match((await request({ url, headers: editor })).json(), {
    name: 'Canari Zqxj',
    email: 'canari.zqxj@example.org',
    consent_version: '2026-01',
    legal_basis: /09-08/,
    retention_until: '2027-02-02',
  })
  t.equal((await request({ url, headers: as('association') })).statusCode, 200)
  for (const who of [as('ministry'), as('admin'), as('member_editor', '01.051')])
    t.equal((await request({ url, headers: who })).statusCode, 403)
  t.equal((await request(url)).statusCode, 401)

  const before = await request(`/v1/contributions/${named}`)
  const own = `/v1/contributions/${named}/contact`
  t.equal((await request({ method: 'DELETE', url: own, headers: editor })).statusCode, 428)
  const stale = { ...editor, 'if-match': '"1"' }
  t.equal((await request({ method: 'DELETE', url: own, headers: stale })).statusCode, 412)
  t.equal((await request({ method: 'DELETE', url: own, headers: any })).statusCode, 204)
  t.match((await request({ url: own, headers: editor })).json(), { name: null, email: null, erased_at: /Z$/ })
  const after = await request({
    url: `/v1/contributions/${named}`,
    headers: { 'if-none-match': String(before.headers.etag) },
  })
  t.equal(after.statusCode, 200, 'whoever keeps it learns that it has changed')
  t.match(after.json(), { author: null, author_named: false, problem: 'Un problème' })
})

t.test('and gone a year after', async (t) => {
  const named = await said({ publish_name: true })
  const work = tasks({ db, pool, files, clock })['erase-expired-persons']!
  to('2027-02-02T12:00:00Z')
  await work({}, {} as never)
  t.match(
    await json(`/v1/contributions/${named}`),
    { author: { name: 'Canari Zqxj' } },
    'on the last day still there',
  )
  to('2027-02-03T12:00:00Z')
  t.match(await json(`/v1/contributions/${named}`), { author: null }, 'before the job has come')
  const left = await request({ url: `/v1/contributions/${named}/contact`, headers: editor })
  t.match(left.json(), { name: null, email: null, erased_at: null })
  await work({}, {} as never)
  t.same(await whereFound(), [])
  t.match(await json(`/v1/contributions/${named}`), { author: null, author_named: false })
  const [entry] = (await json(`/v1/contributions/${named}/history`)).data
  t.match(entry, { change: 'updated', fields_changed: ['author_named'], origin: 'retention' })
})

t.test('who left nothing has no contact', async (t) => {
  const { id } = (
    await request({
      method: 'POST',
      url: `/v1/consultations/${consultation}/contributions`,
      payload: { language: 'zgh', problem: 'ⴰⵎⵓⴽⵔⵉⵙ' },
    })
  ).json()
  const url = `/v1/contributions/${id}/contact`
  t.equal((await request({ url, headers: editor })).statusCode, 404)
  t.equal((await request({ url, headers: as('member_editor', '01.051') })).statusCode, 404)
  t.equal((await request({ method: 'DELETE', url, headers: any })).statusCode, 404)
  const nowhere = { method: 'DELETE', url: '/v1/contributions/x/contact', headers: any } as const
  t.equal((await request(nowhere)).statusCode, 400)
})
