import { sql } from 'kysely'
import t from 'tap'
import { renewEpoch } from '../../src/db/epoch.ts'
import { recordedMember } from '../../src/members/commands.ts'
import { recordedCollectivity } from '../../src/register/commands.ts'
import { appOn, startApp } from '../support/app.ts'
import {
  collectivityId,
  createMember,
  privateMember,
  removeMember,
  setWave,
  write,
} from '../support/journal.ts'
import { Mirror } from '../support/mirror.ts'

const service = await startApp(t)
const { db, json, request, url } = service
const commune = await collectivityId(db, '09.541.01.13')

// biome-ignore lint/suspicious/noExplicitAny: what a test looks for in an answer is what it tests
type Loose = any
const head = async (): Promise<string> => (await json('/v1/changes?limit=1')).meta.position
const since = async (after: string, query = ''): Promise<Loose[]> =>
  (await json(`/v1/changes?after=${after}&limit=1000${query}`)).data

t.test('the whole feed is the whole of the records', async (t) => {
  const all = new Mirror(service)
  await all.catchUp()
  const { rows } = await sql<{ count: number }>`
    select count(distinct id) as count from journal_entry where visibility = 'public'`.execute(db)
  t.equal(all.rows.size, rows[0]!.count)
})

t.test('pages', async (t) => {
  const whole = (await request('/v1/changes?format=ndjson')).body.trimEnd().split('\n')
  for (const limit of [1, 2, 199, 200, 999, 1000]) {
    const page = await json(`/v1/changes?limit=${limit}`)
    t.same(
      page.data,
      whole.slice(0, limit).map((line) => JSON.parse(line)),
      `limit=${limit}`,
    )
    t.equal(page.page.limit, limit)
    t.equal(page.page.next_cursor, page.data.at(-1).position, 'goes on behind the last change')
    const next = await json(page.links.next)
    t.same(
      next.data,
      whole.slice(limit, limit * 2).map((line) => JSON.parse(line)),
    )
  }
  t.equal((await json('/v1/changes')).data.length, 200, '200 when not said')
  for (const wrong of ['0', '-1', '1001', '1.5', 'x', ''])
    t.match(await request(`/v1/changes?limit=${wrong}`), { statusCode: 400 }, `limit=${wrong}`)
})

t.test('at the end', async (t) => {
  const position = await head()
  const page = await json(`/v1/changes?after=${position}&types=region`)
  t.same(page.data, [])
  t.same(page.page, { limit: 200, next_cursor: position })
  t.equal(page.meta.position, position)
  t.equal(page.links.next, `/v1/changes?types=region&after=${position}`)
  const answer = await request(`/v1/changes?after=${position}`)
  t.equal(answer.headers.link, `</v1/licences>; rel="license", </v1/changes?after=${position}>; rel="next"`)
  const known = { 'if-none-match': String(answer.headers.etag) }
  t.equal((await request({ url: `/v1/changes?after=${position}`, headers: known })).statusCode, 304)
  const id = await write(db, (writing) => createMember(writing, commune))
  const changed = await request({ url: `/v1/changes?after=${position}`, headers: known })
  t.match(changed.json().data, [{ id, change: 'created', revision: 1, origin: 'api', reason: null }])
})

t.test('a filtered reader moves to the head, past what is not for it', async (t) => {
  const before = await head()
  await write(db, (writing) => createMember(writing, commune))
  const page = await json(`/v1/changes?after=${before}&types=region,network`)
  t.same(page.data, [])
  t.equal(page.page.next_cursor, await head())
})

t.test('the position of a list is a place to start from', async (t) => {
  const list = await json('/v1/members?limit=1')
  const id = await write(db, (writing) => createMember(writing, commune))
  t.match(await since(list.meta.position), [{ type: 'member', id, change: 'created' }])
})

t.test('created, updated, deleted', async (t) => {
  const start = await head()
  const id = await write(db, (writing) => createMember(writing, commune))
  await write(db, (writing) => setWave(writing, id, 5, 'a mistake'), { origin: 'import' })
  await write(db, (writing) => removeMember(writing, id, 'entered twice', commune))
  const entries = await since(start)
  t.match(entries, [
    { change: 'created', revision: 1, data: { id, wave: 1, collectivity_id: commune } },
    { change: 'updated', revision: 2, fields_changed: ['wave'], reason: 'a mistake', origin: 'import' },
    { change: 'deleted', revision: 3, data: null, reason: 'entered twice', replaced_by: commune },
  ])
  t.equal(entries[1].data.wave, 5)
  t.same(entries[1].replaced_by, null)
  t.equal(entries[0].occurred_at, '2026-02-01T09:00:00.000Z')
  for (const [index, entry] of entries.entries())
    t.same(await since(entry.position), entries.slice(index + 1), 'each position is a place to go on from')
  t.same(await since(`${entries[2].position.split('.').slice(0, 2).join('.')}.0`), entries.slice(2))
})

t.test('private changes show nowhere, and move no position', async (t) => {
  const start = await head()
  const { etag } = (await request('/v1/members')).headers
  await write(db, (writing) =>
    writing.change(privateMember, [commune], async () => {
      await sql`insert into member (id, collectivity_id, left_on, left_precision, sources, created_at, updated_at)
        values (${commune}, ${commune}, '2024-01-01', 'day', '[]', now(), now())`.execute(writing.trx)
    }),
  )
  t.same(await since(start), [])
  t.equal(await head(), start)
  t.equal((await request('/v1/members')).headers.etag, etag)
  const id = await write(db, (writing) => createMember(writing, commune))
  t.match(await since(start), [{ id }])
})

t.test('kinds of record', async (t) => {
  for (const types of ['region', 'network', 'provincial_council,network', 'member']) {
    const page = await json(`/v1/changes?types=${types}&limit=1000`)
    t.same([...new Set(page.data.map(({ type }: Loose) => type))].sort(), types.split(',').sort(), types)
  }
  const wrong = await request('/v1/changes?types=members')
  t.match(wrong.json(), { errors: [{ parameter: 'types', code: 'not_allowed', nearest: 'member' }] })
})

t.test('a territory', async (t) => {
  const province = await collectivityId(db, '09.541')
  for (const territory of ['09.541', 'MA-TAR', province]) {
    const { data } = await json(
      `/v1/changes?territory=${territory}&types=commune,provincial_council&limit=1000`,
    )
    t.equal(data.length, 90, `${territory}: the province and its 89 communes`)
    t.ok(data.every(({ id, data }: Loose) => id === province || data.province_id === province))
  }
  const wrong = await request('/v1/changes?territory=99')
  t.match(wrong.json(), { status: 400, errors: [{ parameter: 'territory', code: 'no_such_collectivity' }] })
})

t.test('what leaves a territory', async (t) => {
  const [from, to] = [await collectivityId(db, '09.541'), await collectivityId(db, '09.273')]
  const [old, young] = [new Mirror(service, `&territory=${from}`), new Mirror(service, `&territory=${to}`)]
  const member = await write(db, (writing) => createMember(writing, commune))
  await old.catchUp()
  await young.catchUp()
  const start = await head()
  await write(db, (writing) =>
    writing.change(recordedMember, [member], () =>
      writing.change(
        recordedCollectivity,
        [commune],
        () => sql`update collectivity set province_id = ${to} where id = ${commune}`.execute(writing.trx),
        'a new division',
      ),
    ),
  )
  t.match(await since(start, `&territory=${from}`), [
    {
      type: 'commune',
      id: commune,
      change: 'left_scope',
      data: null,
      fields_changed: [],
      reason: 'a new division',
    },
    { type: 'member', id: member, change: 'left_scope', data: null, fields_changed: [] },
  ])
  t.match(await since(start, `&territory=${to}`), [
    { id: commune, change: 'updated', fields_changed: ['province_id'], data: { province_id: to } },
    { id: member, change: 'updated', fields_changed: [], data: { id: member } },
  ])
  t.match(
    await since(start, '&territory=09'),
    [{ change: 'updated' }, { change: 'updated' }],
    'still of the region',
  )
  t.match(await since(start), [{ change: 'updated' }, { change: 'updated' }])
  await old.catchUp()
  await young.catchUp()
  t.notOk(old.rows.has(`commune ${commune}`) || old.rows.has(`member ${member}`))
  t.ok(young.rows.has(`commune ${commune}`) && young.rows.has(`member ${member}`))
  await write(db, (writing) => removeMember(writing, member))
  t.match(await since(start, `&territory=${to}&types=member`), [{ change: 'updated' }, { change: 'deleted' }])
  t.match(await since(start, `&territory=${from}&types=member`), [{ change: 'left_scope' }])
})

t.test('lines', async (t) => {
  const answer = await request({ url: '/v1/changes', headers: { accept: 'application/x-ndjson' } })
  t.match(answer.headers, { 'content-type': /^application\/x-ndjson/, etag: /\./ })
  const lines = answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.ok(lines.length > 1_600, 'more than one page')
  t.same(await since(lines.at(-1).position), [], 'the last line is where to go on')
  const after = lines[700].position
  const rest = await request(`/v1/changes?format=ndjson&after=${after}`)
  t.equal(rest.body, answer.body.split('\n').slice(701).join('\n'))
  const some = await request(`/v1/changes?format=ndjson&after=${after}&limit=3`)
  t.equal(some.body, `${answer.body.split('\n').slice(701, 704).join('\n')}\n`)
  const none = await request(`/v1/changes?format=ndjson&after=${await head()}`)
  t.match(none, { statusCode: 200, body: '' })
  t.equal((await request({ url: '/v1/changes', headers: { accept: 'text/csv' } })).statusCode, 406)
  t.equal((await request('/v1/changes?format=ndjson&wait=1')).json().errors[0].code, 'only_with')
})

t.test('positions that are none of ours', async (t) => {
  const position = await head()
  const [epoch, number] = position.split('.')
  for (const language of ['ar', 'fr', 'en'])
    for (const [after, code] of [
      [`other.${number}`, 'position_elsewhere'],
      [`${epoch}.${Number(number) + 100}`, 'position_ahead'],
      [`${epoch}.${Number(number) + 100}.1`, 'position_ahead'],
    ] as const) {
      const answer = await request({
        url: `/v1/changes?after=${after}`,
        headers: { 'accept-language': language },
      })
      t.match(
        answer.json(),
        { status: 400, code: 'invalid_request', errors: [{ parameter: 'after', code }] },
        after,
      )
      t.match(answer.json().errors[0].detail, after, 'says which')
    }
  for (const after of [
    '',
    'x',
    '1',
    `${epoch}`,
    `${position}.`,
    `${position}.1.1`,
    `${epoch}.-1`,
    `${epoch}.1e3`,
  ])
    t.match(
      (await request(`/v1/changes?after=${after}`)).json(),
      { errors: [{ code: 'wrong_format' }] },
      after,
    )
  t.equal((await request(`/v1/changes?after=${position}.999999999`)).statusCode, 200)
})

t.test('after a restore from a backup', async (t) => {
  const position = await head()
  const epoch = await renewEpoch(db)
  t.match(epoch, /^[a-z2-9]{6}$/)
  t.match((await request(`/v1/changes?after=${position}`)).json(), {
    errors: [{ code: 'position_elsewhere' }],
  })
  t.equal((await head()).split('.')[0], epoch)
})

t.test('older than the horizon', async (t) => {
  const all = await json('/v1/changes?limit=1000')
  const short = await appOn(t, url, { feedHorizonDays: 10 })
  const position = await head()
  for (const query of ['', `after=${all.data[3].position}`, 'types=region', 'format=ndjson']) {
    const answer = await short.request(`/v1/changes?${query}`)
    t.match(
      answer.json(),
      { status: 410, code: 'gone', restart: { snapshot: '/v1/snapshots/latest' } },
      query,
    )
  }
  t.same((await short.json(`/v1/changes?after=${position}`)).data, [], 'the head is never too old')
  const { rows } = await sql<{ position: string }>`
    select (select epoch from installation) || '.' || min(position) as position from journal_transaction
    where origin = 'api'`.execute(db)
  t.ok((await short.json(`/v1/changes?after=${rows[0]!.position}`)).data.length > 0, 'of yesterday')
  const wide = await appOn(t, url, { feedHorizonDays: 40 })
  t.equal((await wide.json('/v1/changes')).data.length, 200)
})
