import { sql } from 'kysely'
import t from 'tap'
import { recordedCollectivity } from '../../src/register/commands.ts'
import { startApp } from '../support/app.ts'
import {
  collectivityId,
  createMember,
  privateMember,
  removeMember,
  setWave,
  write,
} from '../support/journal.ts'
import { linesOf, pagesOf } from '../support/pages.ts'

const service = await startApp(t)
const { db, json, request } = service
const commune = await collectivityId(db, '09.541.01.13')

t.test('what has become of a member, the newest first', async (t) => {
  const id = await write(db, (writing) => createMember(writing, commune), { origin: 'import' })
  for (let wave = 2; wave <= 6; wave += 1)
    await write(db, (writing) => setWave(writing, id, wave, wave === 3 ? 'as the minutes say' : null))
  await write(db, (writing) => removeMember(writing, id, 'entered twice', commune))
  const { data, page, meta } = await json(`/v1/members/${id}/history?count=exact`)
  t.same(page, { limit: 50, next_cursor: null, total: 7 })
  t.same(Object.keys(meta), ['position'])
  t.same(
    data.map(({ change, revision }: { change: string; revision: number }) => `${revision} ${change}`),
    ['7 deleted', '6 updated', '5 updated', '4 updated', '3 updated', '2 updated', '1 created'],
  )
  t.match(data[0], { reason: 'entered twice', replaced_by: commune, after: null, before: { id, wave: 6 } })
  t.match(data[4], {
    reason: 'as the minutes say',
    fields_changed: ['wave'],
    origin: 'api',
    replaced_by: null,
  })
  t.same(data[4].before, { wave: 2 }, 'only what changed')
  t.same(data[4].after, { wave: 3 })
  t.match(data[6], { before: null, after: { id, wave: 1, collectivity_id: commune }, origin: 'import' })
  t.notMatch(JSON.stringify(data), /test\|writer/, 'not who')

  const pages = await pagesOf(service, `/v1/members/${id}/history?limit=2`)
  t.same(
    pages.map((one) => one.data.length),
    [2, 2, 2, 1],
  )
  t.same(
    pages.flatMap((one) => one.data),
    data,
  )
  t.same(await linesOf(service, `/v1/members/${id}/history`), data)
  const csv = await request(`/v1/members/${id}/history?format=csv`)
  t.match(csv.headers['content-disposition'], 'history.csv')
  t.equal(csv.body.split('\r\n').length, 9)
  t.equal((await request(`/v1/members/${id}/history?format=geojson`)).statusCode, 400)
  const other = await request(`/v1/network/history?cursor=${pages[0].page.next_cursor}`)
  t.match(other.json(), { code: 'cursor_mismatch' })
  t.equal((await request(`/v1/members/${id}`)).statusCode, 404, 'though it is gone')
})

t.test('what is private stays private', async (t) => {
  const id = await write(db, (writing) => createMember(writing, commune))
  const before = await request(`/v1/members/${id}/history`)
  await write(db, (writing) =>
    writing.change(privateMember, [id], () =>
      sql`update member set wave = 9 where id = ${id}`.execute(writing.trx),
    ),
  )
  const after = await request(`/v1/members/${id}/history`)
  t.equal(after.body, before.body)
  t.equal(after.headers.etag, before.headers.etag)
})

t.test('collectivities by id or code', async (t) => {
  for (const [path, code, other] of [
    ['regions', '09', 'MA-09'],
    ['provincial-councils', '09.541', 'MA-TAR'],
    ['communes', '09.541.01.13', commune],
  ]) {
    const { data } = await json(`/v1/${path}/${code}/history`)
    t.match(data, [
      { change: 'created', revision: 1, origin: 'seed', before: null, after: { hcp_code: code } },
    ])
    t.same((await json(`/v1/${path}/${other}/history`)).data, data)
  }
  await write(db, (writing) =>
    writing.change(recordedCollectivity, [commune], () =>
      sql`update collectivity set name_en = 'Taroudannt' where id = ${commune}`.execute(writing.trx),
    ),
  )
  const { data } = await json('/v1/communes/09.541.01.13/history')
  t.same(data[0].fields_changed, ['name'])
  t.match(data[0], { before: { name: { en: null } }, after: { name: { en: 'Taroudannt' } } })
})

t.test('the network', async (t) => {
  const { data } = await json('/v1/network/history')
  t.match(data, [{ change: 'created', after: { acronym: 'REMACTO' } }])
})

t.test('what never was', async (t) => {
  const none = '00000000-0000-4000-8000-000000000000'
  for (const path of [`members/${none}`, `communes/${none}`, 'regions/77', 'regions/09.541'])
    t.equal((await request(`/v1/${path}/history`)).statusCode, 404, path)
  for (const path of ['members/x', 'regions/x'])
    t.equal((await request(`/v1/${path}/history`)).statusCode, 400, path)
})

t.test('a code that is former', async (t) => {
  const { rows } = await sql<{ former: string; now: string }>`
    select i.value as former, c.hcp_code as now
    from collectivity_identifier i join collectivity c on c.id = i.collectivity_id
    where i.scheme = 'hcp' and i.valid_until is not null and c.type = 'commune'
      and not exists (select from collectivity_identifier o where o.value = i.value and o.valid_until is null) limit 1`.execute(
    db,
  )
  const { former, now } = rows[0]!
  const answer = await request(`/v1/communes/${former}/history?limit=3`)
  t.match(answer, { statusCode: 301, headers: { location: `/v1/communes/${now}/history?limit=3` } })
})
