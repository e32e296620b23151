import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import t from 'tap'
import { type Db, openDatabase, openPool } from '../../src/db/database.ts'
import { transact } from '../../src/db/journal.ts'
import { migrate } from '../../src/db/migrate.ts'
import { COLLECTIVITY_TYPES } from '../../src/domain/register-types.ts'
import { type CollectivityFacts, putCollectivities } from '../../src/register/commands.ts'
import { loadAll } from '../../src/seed/load.ts'
import { readRegister } from '../../src/seed/register.ts'
import { startApp } from '../support/app.ts'
import { linesOf } from '../support/pages.ts'

// biome-ignore lint/suspicious/noExplicitAny: rows and answers, looked at as they are
type Loose = any

const entriesOf = async (db: Db): Promise<Loose[]> =>
  await db
    .selectFrom('journal_entry')
    .innerJoin('journal_transaction', 'journal_transaction.id', 'transaction_id')
    .selectAll('journal_entry')
    .select(['position', 'actor', 'origin', 'request_id', 'occurred_at'])
    .orderBy('position')
    .orderBy('ordinal')
    .execute()

const LATER = new Date('2026-01-20T08:30:00.125Z')
/** In the order in which they are loaded. */
const DATASETS = ['register', 'network', 'law', 'taroudannt']
const AUTHOR = { actor: 'system', origin: 'seed', requestId: null, at: LATER }

t.test('what is loaded at the start is in the journal', async (t) => {
  const service = await startApp(t)
  const { db, json, request } = service
  const entries = await entriesOf(db)
  const count = (position: number, type?: string) =>
    entries.filter((entry) => entry.position === position && (type === undefined || entry.type === type))
      .length
  const datasets = await db.selectFrom('loaded_dataset').select('name').execute()
  t.same(
    [...new Set(entries.map((entry) => entry.position))],
    datasets.map((_, index) => index + 1),
    'one position for each dataset',
  )
  t.same(
    [count(1), count(1, 'region'), count(1, 'provincial_council'), count(1, 'commune')],
    [1590, 12, 75, 1503],
  )
  t.same([count(2), count(2, 'network'), count(2, 'member')], [33, 1, 32])
  t.same(
    [
      ...new Set(
        // A plan moves as it is loaded.
        entries
          .filter(({ position }) => position <= 3)
          .map((entry) =>
            [
              entry.change,
              entry.visibility,
              entry.revision,
              entry.before,
              entry.actor,
              entry.origin,
              entry.request_id,
              entry.occurred_at,
              entry.territories_before.length,
            ].join(),
          ),
      ),
    ],
    [['created', 'public', 1, null, 'system', 'seed', null, '2026-01-01T00:00:00.000Z', 0].join()],
    'created, public, at revision 1, by the loader',
  )
  t.same(
    entries.filter((entry) => entry.position === 1).map((entry) => entry.ordinal),
    Array.from({ length: 1590 }, (_, n) => n + 1),
  )
  const positions = await db
    .selectFrom('type_position')
    .selectAll()
    .where('type', 'in', [...COLLECTIVITY_TYPES, 'member', 'network'])
    .orderBy('type')
    .execute()
  t.same(positions, [
    { type: 'commune', position: 1 },
    { type: 'member', position: 2 },
    { type: 'network', position: 2 },
    { type: 'provincial_council', position: 1 },
    { type: 'region', position: 1 },
  ])
  t.match((await json('/v1/regions')).meta.position, /\.2$/, 'the newest that the answer depends on')

  const states = new Map(entries.map((entry) => [entry.id, entry]))
  for (const path of ['/v1/regions', '/v1/provincial-councils', '/v1/communes', '/v1/members']) {
    const different: string[] = []
    for (const row of await linesOf(service, path)) {
      const { after, territories_after } = states.get(row.id)
      for (const field of Object.keys(after).filter((name) => name in row))
        if (JSON.stringify(after[field]) !== JSON.stringify(row[field])) different.push(`${row.id} ${field}`)
      const around = [
        row.collectivity?.id ?? row.id,
        row.parent?.id,
        row.region?.id,
        row.collectivity?.province_id,
        row.collectivity?.region_id,
      ]
      if (
        [...new Set(around.filter(Boolean))].sort().join() !== [...new Set(territories_after)].sort().join()
      )
        different.push(`${row.id} territories`)
    }
    t.same(different, [], `${path}: the state is what a GET shows`)
  }
  const network = await json('/v1/network')
  const { after } = states.get(network.id)
  for (const field of [
    'name',
    'acronym',
    'founded_on',
    'principles',
    'supervising_bodies',
    'partner_bodies',
    'support_programme',
    'sources',
  ])
    t.same(after[field], network[field], field)
  t.equal(after.declared_totals.length, 3)
  const shared = Object.keys(states.get((await json('/v1/regions/09')).id).after)
  t.ok(
    [
      'hcp_code',
      'iso_code',
      'name',
      'name_variants',
      'identifiers',
      'population',
      'location',
      'sources',
    ].every((field) => shared.includes(field)),
    `${shared}`,
  )
  t.notOk(
    shared.some((field) => ['revision', 'updated_at', 'children', 'membership'].includes(field)),
    'nothing computed',
  )
  t.equal((await request('/v1/regions/09')).headers.etag?.slice(0, 3), '"1.')
})

t.test('loading the same again writes nothing', async (t) => {
  const { db, url, request } = await startApp(t)
  const before = [await entriesOf(db), (await request('/v1/communes?format=csv')).body]
  t.same(await loadAll(url, LATER), [], 'the same files are not even read')
  await db.deleteFrom('loaded_dataset').execute()
  const again = await loadAll(url, LATER)
  t.same(
    again.map(({ dataset, created, updated }) => [dataset, created, updated]),
    DATASETS.map((dataset) => [dataset, 0, 0]),
    'and compared, they are equal',
  )
  t.same([await entriesOf(db), (await request('/v1/communes?format=csv')).body], before)
})

/** All facts as the loader would make them of the files, for what is in the database. */
async function factsOf(db: Db): Promise<Map<string, CollectivityFacts>> {
  const { rows } = await sql<{ id: string; type: string; value: string }>`
    select c.id, c.type, i.value from collectivity c join collectivity_identifier i on i.collectivity_id = c.id
    where i.scheme = 'hcp'`.execute(db)
  const known = new Map(rows.map((row) => [`${row.type}:${row.value}`, row.id]))
  return new Map(readRegister(known).map((fact) => [fact.hcp_code, fact]))
}

const put = async (db: Db, facts: CollectivityFacts[]) =>
  await transact(db, AUTHOR, async (writing) => await putCollectivities(writing, facts))

t.test('a newer edition changes what it changes, and nothing else', async (t) => {
  const service = await startApp(t)
  const { db, json, request } = service
  const facts = await factsOf(db)
  const url = '/v1/communes/09.541.01.13'
  const [before, list, neighbour] = [
    await request(url),
    await request('/v1/communes?limit=5'),
    await request('/v1/communes/09.541.01.11'),
  ]
  const all = (await linesOf(service, '/v1/communes')).map((row) => JSON.stringify(row))

  const loaded = (await entriesOf(db)).length
  const fact = facts.get('09.541.01.13')!
  const changed = { ...fact, name_fr: 'Taroudant-la-Neuve', has_arrondissements: true }
  t.match(
    await put(
      db,
      [...facts.values()].map((one) => (one === fact ? changed : one)),
    ),
    { created: 0, updated: 1, deleted: 0, unchanged: 1589 },
  )

  const after = await request(url)
  t.match(after.json(), {
    id: before.json().id,
    name: { fr: 'Taroudant-la-Neuve', ar: 'تارودانت' },
    has_arrondissements: true,
    revision: 2,
    created_at: before.json().created_at,
    updated_at: '2026-01-20T08:30:00.125Z',
  })
  t.match(after.headers.etag, /^"2\./)
  t.not((await request('/v1/communes?limit=5')).headers.etag, list.headers.etag, 'the list has another tag')
  const newest = Math.max(...(await entriesOf(db)).map((one) => one.position))
  t.match((await json('/v1/communes?limit=5')).meta.position, new RegExp(`\\.${newest}$`))
  t.not(
    (await request('/v1/communes/09.541.01.11')).headers.etag,
    neighbour.headers.etag,
    'what may point at it is asked for anew',
  )
  t.same((await request('/v1/communes/09.541.01.11')).json(), neighbour.json(), 'and has not changed')
  const now = (await linesOf(service, '/v1/communes')).map((row) => JSON.stringify(row))
  t.equal(now.filter((row, index) => row !== all[index]).length, 1, 'the others are as they were')
  t.equal((await json('/v1/communes?q=la%20neuve')).data[0].id, before.json().id, 'the new name is found')
  t.equal((await json('/v1/communes?modified_since=2026-01-20T08:30:00.125Z&count=exact')).page.total, 1)

  const [entry, ...more] = (await entriesOf(db)).filter((one) => one.position === newest)
  t.equal(more.length, 0)
  t.match(entry, {
    type: 'commune',
    id: before.json().id,
    change: 'updated',
    revision: 2,
    ordinal: 1,
    occurred_at: '2026-01-20T08:30:00.125Z',
  })
  t.same(entry.fields_changed.toSorted(), ['has_arrondissements', 'name'])
  t.match([entry.before.name.fr, entry.after.name.fr], ['Taroudannt', 'Taroudant-la-Neuve'])
  const positions = await db
    .selectFrom('type_position')
    .selectAll()
    .where('type', 'in', ['commune', 'region'])
    .orderBy('type')
    .execute()
  t.same(
    positions,
    [
      { type: 'commune', position: newest },
      { type: 'region', position: 1 },
    ],
    'only its own type moves',
  )

  t.match(await put(db, [changed]), { updated: 0, unchanged: 1 }, 'once more: nothing')
  t.equal((await request(url)).headers.etag, after.headers.etag)
  t.equal((await entriesOf(db)).length, loaded + 1)
})

const years = (from: string, until: string | null) => ({
  valid_from: `${from}-01-01`,
  valid_from_precision: 'year' as const,
  valid_until: until === null ? null : `${until}-01-01`,
  valid_until_precision: until === null ? null : ('year' as const),
})

/** As a later census might number it. */
const recoded = (fact: CollectivityFacts, code: string): CollectivityFacts => ({
  ...fact,
  hcp_code: code,
  vintage: '2034',
  codes: [
    { scheme: 'hcp', value: fact.hcp_code, ...years('2014', '2034') },
    { scheme: 'hcp', value: code, ...years('2034', null) },
  ],
})

t.test('a code that changes still leads to the record', async (t) => {
  const { db, json, request } = await startApp(t)
  const facts = await factsOf(db)
  const { id } = await json('/v1/communes/09.541.01.13')
  t.match(await put(db, [recoded(facts.get('09.541.01.13')!, '09.541.02.01')]), { updated: 1 })
  const moved = await request('/v1/communes/095410113')
  t.match([moved.statusCode, moved.headers.location], [301, '/v1/communes/09.541.02.01'])
  const record = await json('/v1/communes/09.541.02.01')
  t.match(record, { id, revision: 2, vintage: '2034' })
  t.same(
    record.identifiers.map((one: Loose) => [one.value, one.valid_from?.value, one.valid_until?.value]),
    [
      ['09.541.02.01', '2034', undefined],
      ['09.541.01.13', '2014', '2034'],
    ],
  )
  t.match(
    await put(db, [
      {
        ...recoded(facts.get('09.541.01.13')!, '09.541.02.01'),
        codes: [{ scheme: 'hcp', value: '09.541.02.01', ...years('2034', null) }],
      },
    ]),
    { unchanged: 1 },
    'an edition that does not name the old code keeps it',
  )
  t.equal((await request('/v1/communes/09.541.01.13')).statusCode, 301)
  t.equal((await json('/v1/members?count=exact')).page.total, 32, 'and everything that points at it holds')
})

t.test('a code may pass to another commune', async (t) => {
  const { db, json, request } = await startApp(t)
  const facts = await factsOf(db)
  const [a, b] = [facts.get('09.541.01.11')!, facts.get('09.541.01.13')!]
  t.match(
    await put(db, [recoded(a, '09.541.02.01'), recoded(b, '09.541.01.11')]),
    { updated: 2 },
    'to the next one',
  )
  t.equal((await json('/v1/communes/09.541.01.11')).id, b.id, 'the code in force goes before the former one')
  t.equal((await json('/v1/communes/09.541.02.01')).id, a.id)
  t.equal((await request('/v1/communes/09.541.01.13')).headers.location, '/v1/communes/09.541.01.11')
})

t.test('two communes may change codes with each other', async (t) => {
  const { db, json } = await startApp(t)
  const facts = await factsOf(db)
  const [a, b] = [facts.get('09.541.01.11')!, facts.get('09.541.01.13')!]
  t.match(await put(db, [recoded(a, b.hcp_code), recoded(b, a.hcp_code)]), { updated: 2 })
  t.same(
    [(await json(`/v1/communes/${a.hcp_code}`)).id, (await json(`/v1/communes/${b.hcp_code}`)).id],
    [b.id, a.id],
  )
})

t.test('a collectivity that is new, and an outline that changes', async (t) => {
  const { db, json } = await startApp(t)
  const facts = await factsOf(db)
  const model = facts.get('09.541.01.13')!
  const fresh = {
    ...model,
    id: '01234567-89ab-5cde-8f01-23456789abcd',
    hcp_code: '09.541.01.99',
    codes: [{ scheme: 'hcp', value: '09.541.01.99', ...years('2034', null) }],
    name_fr: 'Nouvelle',
  }
  const council = facts.get('09.541')!
  const outline = { ...council.outline!, longitude: -8.5, sha256: 'another' }
  t.match(await put(db, [fresh, { ...council, outline }]), { created: 1, updated: 1 })
  t.equal((await json('/v1/provincial-councils/09.541')).children.communes, 90)
  t.match((await json('/v1/provincial-councils/09.541')).location, {
    longitude: -8.5,
    outline_sha256: 'another',
  })
  const [entry] = (await entriesOf(db)).filter(
    (one) => one.change === 'updated' && one.type === 'provincial_council',
  )
  t.same(entry.fields_changed, ['location'])
})

t.test('a write that fails half-way leaves nothing', async (t) => {
  const { db, request } = await startApp(t)
  const facts = await factsOf(db)
  const before = (await request('/v1/communes/09.541.01.13')).headers.etag
  const loaded = (await entriesOf(db)).length
  const fact = facts.get('09.541.01.13')!
  await t.rejects(
    put(db, [
      { ...fact, name_fr: 'Halb' },
      { ...facts.get('09.541.01.11')!, region_id: null },
    ]),
    /collectivity_parents/,
  )
  await t.rejects(
    transact(db, AUTHOR, async (writing) => {
      await putCollectivities(writing, [{ ...fact, name_fr: 'Halb' }])
      throw new Error('after the write')
    }),
    /after the write/,
  )
  t.equal((await request('/v1/communes/09.541.01.13')).headers.etag, before)
  t.equal((await entriesOf(db)).length, loaded)
})

/** A database with nothing in it. */
async function emptyDatabase(t: Pick<typeof import('tap').t, 'teardown'>): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const run = async (statement: string) => {
    const client = new pg.Client(process.env.TEST_ADMIN_URL)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name}`)
  t.teardown(() => run(`drop database ${name} with (force)`))
  const url = new URL(process.env.TEST_ADMIN_URL!)
  url.pathname = name
  return url.href
}

t.test('several that start at once on an empty database leave one set', async (t) => {
  const url = await emptyDatabase(t)
  const start = async () => ({ migrations: await migrate(url), loaded: await loadAll(url, LATER) })
  const instances = await Promise.all([start(), start(), start()])
  t.equal(instances.filter(({ migrations }) => migrations.length > 0).length, 1, 'one migrates')
  const loads = instances.flatMap(({ loaded }) => loaded)
  t.same(
    loads.map((load) => [load.dataset, load.created]).sort(),
    [
      ['law', 89],
      ['network', 33],
      ['register', 1590],
      ['taroudannt', 6],
    ],
    'each dataset is loaded once',
  )
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 0, onError: () => {} }))
  t.teardown(() => db.destroy())
  const { rows } = await sql<Loose>`
    select (select count(*) from collectivity) as collectivities, (select count(*) from member) as members,
      (select max(position) from journal_transaction) as position`.execute(db)
  t.same(rows, [{ collectivities: 1590, members: 32, position: loads.length }])
  t.same(await migrate(url), [], 'a later start has nothing to do')
  t.same(await loadAll(url, LATER), [])
})
