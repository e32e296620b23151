import t from 'tap'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'

const { request, json } = await startApp(t, { identity: roleIdentity })
const association = as('association')
const admin = as('admin')
const SOURCE = { title: 'Annonce', publisher: 'Ministère' }
const CALENDAR = '/v1/session-calendar?collectivity=09.541&year=2023'

await t.test('a calendar says where each date is written', async (t) => {
  const answer = await request(CALENDAR)
  const calendar = answer.json()
  t.match(calendar, {
    collectivity: { hcp_code: '09.541', name: { ar: 'تارودانت' } },
    year: 2023,
  })
  t.same(
    calendar.sessions.map((session: { opens_on: string }) => session.opens_on),
    ['2023-01-09', '2023-06-12', '2023-09-11'],
  )
  for (const { opening, steps } of calendar.sessions)
    for (const { law, article } of [
      ...opening.basis,
      ...steps.map((step: { basis: object }) => step.basis),
    ]) {
      t.equal(law, '112-14')
      t.match(article, /^\d+$/)
    }
  const again = await request({ url: CALENDAR, headers: { 'if-none-match': String(answer.headers.etag) } })
  t.equal(again.statusCode, 304)
  t.equal((await json('/v1/session-calendar?collectivity=09')).year, 2026, 'this year when not said')
  t.match((await json('/v1/session-calendar?collectivity=09&year=2023')).sessions[2].opens_on, '2023-10-02')
})

await t.test('a holiday that is entered moves what is counted', async (t) => {
  const before = await request(CALENDAR)
  const added = await request({
    method: 'POST',
    url: '/v1/holidays',
    headers: association,
    payload: { day: '2023-09-11', recurrence: 'once', name: { ar: 'عيد', fr: 'Fête' }, sources: [SOURCE] },
  })
  t.equal(added.statusCode, 201)
  const after = await request(CALENDAR)
  t.not(after.headers.etag, before.headers.etag)
  const [, , september] = after.json().sessions
  t.match(september, {
    opens_on: '2023-09-12',
    opening: { skipped: [{ day: '2023-09-11', because: 'holiday', holiday: { id: added.json().id } }] },
  })
  const removed = await request({
    method: 'DELETE',
    url: String(added.headers.location),
    headers: { ...association, 'if-match': '"1"' },
  })
  t.equal(removed.statusCode, 204)
  t.equal((await json(CALENDAR)).sessions[2].opens_on, '2023-09-11')
  const feed = await json('/v1/changes?types=holiday&limit=500')
  t.match(feed.data.at(-1), { change: 'deleted', id: added.json().id })
})

await t.test('an opening day of one’s own', async (t) => {
  const commune = '/v1/session-calendar?collectivity=09.541.01.13&year=2023'
  t.equal((await json(`${commune}&opens_on=2023-10-05`)).sessions[2].opens_on, '2023-10-05')
  const refused = await request(`${commune}&opens_on=2023-10-08`)
  t.equal(refused.statusCode, 400)
  t.match(refused.json().errors, [
    {
      parameter: 'opens_on',
      code: 'not_allowed',
      allowed: ['2023-02-01/2023-02-07', '2023-05-01/2023-05-07', '2023-10-01/2023-10-07'],
    },
  ])
})

await t.test('what cannot be asked', async (t) => {
  for (const [query, parameter] of [
    ['year=2023', 'collectivity'],
    ['collectivity=09.999', 'collectivity'],
    ['collectivity=09&year=1', 'year'],
    ['collectivity=09&opens_on=2023-02-30', 'opens_on'],
  ] as const) {
    const answer = await request(`/v1/session-calendar?${query}`)
    t.equal(answer.statusCode, 400, query)
    t.match(answer.json().errors, [{ parameter }], query)
  }
  t.equal((await request({ url: CALENDAR, headers: { accept: 'text/csv' } })).statusCode, 406)
})

await t.test('a new version of a rule counts from its day on', async (t) => {
  const version = {
    council_type: 'provincial_council',
    rule: 'notice_to_members',
    value: [10],
    unit: 'days',
    law: '112-14',
    article: '36',
    effective_from: '2027-06-01',
    sources: [SOURCE],
  }
  const post = (payload: object, headers = admin) =>
    request({ method: 'POST', url: '/v1/legal-rules', headers, payload })
  const [inForce] = (await json('/v1/legal-rules?council_type=provincial_council&rule=notice_to_members'))
    .data
  const added = await post(version)
  t.equal(added.statusCode, 201)
  t.match(added.json(), { ...version, effective_until: null, revision: 1 })
  t.match(await json(`/v1/legal-rules/${inForce.id}`), { effective_until: '2027-05-31', revision: 2 })
  const { sessions } = await json('/v1/session-calendar?collectivity=09.541&year=2027')
  t.same(
    sessions.map(({ opens_on, steps }: { opens_on: string; steps: { until: string }[] }) => [
      opens_on,
      steps[1]!.until,
    ]),
    [
      ['2027-01-12', '2027-01-05'],
      ['2027-06-14', '2027-06-04'],
      ['2027-09-13', '2027-09-03'],
    ],
  )
  t.equal((await json('/v1/legal-rules?rule=notice_to_members&in_force_on=2027-05-31')).data.length, 3)
  t.match((await json(`/v1/legal-rules/${inForce.id}/history`)).data[0], {
    change: 'updated',
    fields_changed: ['effective_until'],
  })

  const early = await post({ ...version, effective_from: '2027-06-01' })
  t.equal(early.statusCode, 422)
  t.match(early.json().errors, [{ pointer: '/effective_from', code: 'too_early' }])
  const misfit = await post({ ...version, rule: 'second_call', unit: 'working_days', value: [5, 3, 1] })
  t.equal(misfit.statusCode, 422)
  t.match(misfit.json().errors, [{ pointer: '/unit' }, { pointer: '/value' }])
  t.equal((await post({ ...version, rule: 'second_call', value: [5, 3] })).statusCode, 422, 'upside down')
  t.equal(
    (await post({ ...version, rule: 'quorum', unit: 'more_than_fraction', value: [2, 2] })).statusCode,
    422,
  )
  t.equal((await post({ ...version, rule: 'siesta' })).statusCode, 400)
  t.equal((await post(version, association)).statusCode, 403)
  const both = await Promise.all(
    ['2028-01-01', '2028-02-01', '2028-03-01'].map((effective_from) => post({ ...version, effective_from })),
  )
  const open = (await json('/v1/legal-rules?council_type=provincial_council&rule=notice_to_members')).data
  t.equal(
    open.filter((one: { effective_until: string | null }) => one.effective_until === null).length,
    1,
    both.map((answer) => answer.statusCode).join(),
  )
})

await t.test('holidays, and what they cannot be', async (t) => {
  const holiday = {
    day: '2028-11-20',
    recurrence: 'annual',
    name: { ar: 'عيد', fr: 'Fête' },
    sources: [SOURCE],
  }
  const post = (payload: object) =>
    request({ method: 'POST', url: '/v1/holidays', headers: association, payload })
  const added = await post(holiday)
  const { location } = added.headers
  t.match((await json('/v1/holidays?year=2031')).data.at(-1), { id: added.json().id })
  t.equal(
    (await json('/v1/holidays?year=2027')).data.find((one: { id: string }) => one.id === added.json().id),
    undefined,
  )
  const patch = (payload: object, match = '"1"') =>
    request({
      method: 'PATCH',
      url: String(location),
      headers: { ...association, 'if-match': match },
      payload,
    })
  t.match((await patch({ until: '2030-11-20' })).json(), { until: '2030-11-20', revision: 2 })
  t.equal(
    (await json('/v1/holidays?year=2031')).data.find((one: { id: string }) => one.id === added.json().id),
    undefined,
  )
  t.equal((await patch({ until: '2029-11-20' })).statusCode, 412)
  t.match((await patch({ until: '2020-01-01' }, '"2"')).json().errors, [
    { pointer: '/until', code: 'too_early' },
  ])
  t.match((await patch({ name: { ar: null } }, '"2"')).json().errors, [{ pointer: '/name/ar' }])
  t.equal((await post(holiday)).statusCode, 409)
  t.match((await post({ ...holiday, day: '2028-02-29' })).json().errors, [{ pointer: '/day' }])
  t.match(
    (await post({ ...holiday, day: '2028-03-01', recurrence: 'once', until: '2029-03-01' })).json().errors,
    [{ pointer: '/until', code: 'only_with' }],
  )
  t.equal(
    (await request('/v1/holidays?format=csv')).body.split('\r\n').length - 2,
    (await json('/v1/holidays?limit=500')).data.length,
  )
})
