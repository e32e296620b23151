import ICAL from 'ical.js'
import { sql } from 'kysely'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { workshop } from '../support/workshop.ts'

const { db, request, json } = await startApp(t, {
  identity: roleIdentity,
  publicUrl: 'https://open.example.ma',
})
// Only its own events: those of the real data would be in every answer.
await sql`delete from workshop`.execute(db)
await sql`delete from approval_session`.execute(db)
const association = as('association')
const post = async (url: string, payload: object, headers = {}) => {
  const answer = await request({ method: 'POST', url, payload, headers: { ...association, ...headers } })
  if (answer.statusCode > 201) throw new Error(answer.body)
  return answer.json()
}
const make = (over: object) => post('/v1/workshops', { ...workshop(), ...over })

const LONG = 'ورشة الإعداد المشترك لبرنامج عمل الانفتاح لمجلس إقليم تارودانت، '.repeat(4).trim()
const timed = await make({ title: { ar: LONG, fr: 'Atelier; «co-création», suite' }, link: null })
// Morocco's clock is an hour back during Ramadan, which in 2026 lasts from 18 February to 19 March.
const ramadan = await make({ held_on: { value: '2026-03-02' }, title: { fr: 'Pendant le ramadan' } })
const whole = await make({
  kind: 'communication_meeting',
  held_on: { value: '2023-01-03' },
  starts_at: null,
  ends_at: null,
  agenda: [],
  title: null,
  subject: null,
  collectivities: ['09.001'],
})
const month = await make({ held_on: { value: '2026-05' } })
const undated = await make({ kind: 'training', held_on: null, collectivities: [] })
const cancelled = await post(
  `/v1/workshops/${(await make({ held_on: { value: '2026-01-25' } })).id}/transitions`,
  { action: 'cancel', reason: 'Intempéries' },
  { 'if-match': '"1"' },
)

async function calendar(query = '', headers: Record<string, string> = {}) {
  const answer = await request({ url: `/v1/events?${query}`, headers })
  t.equal(answer.statusCode, 200, answer.body)
  t.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8')
  const component = new ICAL.Component(ICAL.parse(answer.body))
  const found = component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  return { answer, component, byId: new Map(found.map((event) => [event.uid, event])) }
}
const at = (event: ICAL.Event | undefined) => event?.startDate.toJSDate().toISOString()

await t.test('another library reads the calendar as it was meant', async (t) => {
  const { answer, component, byId } = await calendar('format=ics')
  t.equal(component.getFirstPropertyValue('version'), '2.0')
  t.ok(component.getFirstPropertyValue('prodid'))
  t.same([...byId.keys()].sort(), [timed.id, ramadan.id, whole.id, cancelled.id].sort())
  t.notOk(byId.has(month.id) || byId.has(undated.id), 'what has no day is not in it')

  const first = byId.get(timed.id)!
  t.equal(first.summary, LONG)
  t.match(first.description, 'Atelier; «co-création», suite')
  t.equal(at(first), '2026-01-19T08:30:00.000Z', '09:30 in Casablanca')
  t.equal(first.endDate.toJSDate().toISOString(), '2026-01-19T12:00:00.000Z')
  t.notOk(first.startDate.isDate)
  t.match(first.location, /قاعة الاجتماعات.*Siège du conseil.*تارودانت/)
  t.equal(first.component.getFirstPropertyValue('url'), `https://open.example.ma/v1/workshops/${timed.id}`)
  t.same(first.component.getFirstPropertyValue('geo'), [30.472, -8.877])
  t.equal(first.component.getFirstPropertyValue('categories'), 'co_creation')
  t.equal(at(byId.get(ramadan.id)), '2026-03-02T09:30:00.000Z', '09:30 in Casablanca, in Ramadan')

  const day = byId.get(whole.id)!
  t.ok(day.startDate.isDate)
  t.equal(day.startDate.toString(), '2023-01-03')
  t.equal(day.endDate.toString(), '2023-01-04', 'the day after, which is not part of it')
  t.match(day.summary, 'لقاء تواصلي')
  t.match(day.description, 'صباحا')

  const off = byId.get(cancelled.id)!
  t.equal(off.component.getFirstPropertyValue('status'), 'CANCELLED')
  t.match(off.description, 'Intempéries')
  t.equal(off.sequence, 2)
  t.equal(first.component.getFirstPropertyValue('status'), 'CONFIRMED')
  for (const event of byId.values())
    for (const name of ['dtstamp', 'last-modified', 'created', 'uid', 'sequence'])
      t.ok(event.component.hasProperty(name), name)

  for (const line of answer.rawPayload.toString('latin1').split('\r\n'))
    t.ok(line.length <= 75, `${line.length} octets`)
  t.notMatch(answer.body.replaceAll('\r\n', ''), /[\r\n]/, 'lines end as RFC 5545 has it')
})

await t.test('an edit moves the sequence, and nothing else of who it is', async (t) => {
  const before = (await calendar('format=ics')).byId.get(ramadan.id)!
  const edited = await request({
    method: 'PATCH',
    url: `/v1/workshops/${ramadan.id}`,
    payload: { held_on: { value: '2026-03-03' } },
    headers: { ...association, 'if-match': '"1"' },
  })
  t.equal(edited.statusCode, 200)
  const after = (await calendar('format=ics')).byId.get(ramadan.id)!
  t.same([before.sequence, after.sequence], [1, 2])
  t.equal(at(after), '2026-03-03T09:30:00.000Z')
})

await t.test('by Accept, kept until something changes, and by the same filters', async (t) => {
  const { answer } = await calendar('', { accept: 'text/calendar' })
  const again = await request({
    url: '/v1/events?',
    headers: { accept: 'text/calendar', 'if-none-match': String(answer.headers.etag) },
  })
  t.equal(again.statusCode, 304)
  const of = async (query: string) => [...(await calendar(`format=ics&${query}`)).byId.keys()]
  t.same(await of('collectivity=09.001'), [whole.id])
  t.same(await of('province=09.001&kind=co_creation'), [])
  t.same((await of('region=09')).length, 4)
  t.same(await of('region=01'), [])
  t.same(await of('from=2023-01-01&until=2023-01-31'), [whole.id])
  t.same(await of('status=cancelled'), [cancelled.id])
  t.same((await of('limit=1')).length, 1)
  const refused = await request('/v1/events?format=ics&fields=id&bom=true')
  t.match(refused.json(), {
    status: 400,
    errors: [
      { parameter: 'bom', code: 'not_with' },
      { parameter: 'fields', code: 'not_with' },
    ],
  })
})

await t.test('the same as a list, undated ones too', async (t) => {
  const { data } = await json('/v1/events')
  t.equal(data.length, 6)
  t.match(data.at(-1), {
    id: undated.id,
    type: 'workshop',
    starts_on: null,
    starts: null,
    collectivities: [],
  })
  const one = data.find(({ id }: { id: string }) => id === timed.id)
  t.match(one, {
    kind: 'co_creation',
    starts_on: { value: '2026-01-19', precision: 'day' },
    starts_at: '09:30',
    starts: '2026-01-19T08:30:00.000Z',
    ends: '2026-01-19T12:00:00.000Z',
    collectivities: [{ hcp_code: '09.541' }],
    place: { collectivity: { hcp_code: '09.541' } },
  })
  const vague = data.find(({ id }: { id: string }) => id === month.id)
  t.match(vague, { starts_on: { value: '2026-05', precision: 'month' }, starts_at: '09:30', starts: null })
  const ids = async (query: string) =>
    (await json(`/v1/events?fields=id&${query}`)).data.map(({ id }: { id: string }) => id)
  t.same(await ids('from=2026-05-15&until=2026-05-16'), [month.id], 'it may be on that day')
  t.same(await ids('kind=training'), [undated.id])
  t.same(await ids('type=workshop&limit=1&sort=starts_on'), [undated.id])
  t.same(await ids(`q=${encodeURIComponent('رمضان')}`), [])
  t.same(await ids('q=ramadan'), [ramadan.id])
  t.same(await ids('modified_since=2030-01-01T00:00:00Z'), [])
  const page = await json('/v1/events?limit=4')
  t.equal((await json(page.links.next.replace('https://open.example.ma', ''))).data.length, 2)
  t.match((await request('/v1/events?format=csv')).body, /^id,type,kind,status/)
  t.equal((await request('/v1/events?format=ndjson')).body.trim().split('\n').length, 6)
  t.equal((await json('/v1/events?format=geojson')).features.length, 6)
})
