import t from 'tap'
import { ADOPTED_COMMITMENT, plantAdoptedPlan } from '../support/adopted.ts'
import { startApp } from '../support/app.ts'
import { Mirror } from '../support/mirror.ts'
import { FOUND, REPORT } from '../support/progress.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { PDF } from '../support/sent-files.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request, json } = service
const association = as('association')
const [TAROUDANNT, SOUSS] = [as('member_editor', '09.541'), as('member_editor', '09')]
const SOURCES = [{ title: 'Procès-verbal' }]

const send = async (method: 'POST' | 'PATCH', url: string, payload: object, headers: object = association) =>
  await request({ method, url, payload, headers: { 'if-match': '*', ...headers } as never })
const shared = (
  await send('POST', '/v1/action-plans', {
    collectivities: [{ collectivity: '09.541' }, { collectivity: '09', may_edit: false }],
    sources: SOURCES,
  })
).json()
const upload = async (type: string, id: string, headers: object, published = false) =>
  await request({
    method: 'POST',
    url: `/v1/documents?owner_type=${type}&owner_id=${id}&kind=report&title.fr=Rapport&published=${published}`,
    payload: PDF,
    headers: headers as never,
  })

t.test('who only takes part in a plan does not keep its documents', async (t) => {
  const { id } = (await upload('action_plan', shared.id, TAROUDANNT)).json()
  const url = `/v1/documents/${id}`
  t.equal((await request({ url, headers: TAROUDANNT })).statusCode, 200)
  t.equal((await request({ url, headers: SOUSS })).statusCode, 404)
  t.equal(
    (await request({ method: 'DELETE', url: `${url}?reason=x`, headers: { ...SOUSS, 'if-match': '*' } }))
      .statusCode,
    404,
  )
  t.equal((await upload('action_plan', shared.id, SOUSS)).statusCode, 403)
})

t.test('nobody puts a workshop on the page of another’s plan', async (t) => {
  const workshop = (collectivities: string[]) => ({
    kind: 'training',
    collectivities,
    plan_id: shared.id,
    sources: SOURCES,
  })
  const refused = await send('POST', '/v1/workshops', workshop(['09']), SOUSS)
  t.match(refused.json(), { status: 403, code: 'not_yours' })
  const far = await send('POST', '/v1/workshops', workshop(['01']))
  t.match(far.json(), { status: 422, errors: [{ pointer: '/plan_id', code: 'plan_of_others' }] })
  t.equal((await send('POST', '/v1/workshops', workshop(['09.541']), TAROUDANNT)).statusCode, 201)
  const own = await send('POST', '/v1/workshops', { ...workshop(['09']), plan_id: null }, SOUSS)
  const linked = await send('PATCH', `/v1/workshops/${own.json().id}`, { plan_id: shared.id }, SOUSS)
  t.equal(linked.statusCode, 403)
  t.equal((await json(`/v1/action-plans/${shared.id}?include=workshops`)).workshops.length, 1)
})

t.test('documents go to other territories with their workshop', async (t) => {
  const workshop = (
    await send('POST', '/v1/workshops', { kind: 'training', collectivities: ['09.541'], sources: SOURCES })
  ).json()
  const { id } = (await upload('workshop', workshop.id, association, true)).json()
  const council = (await json('/v1/provincial-councils/09.541')).id
  const here = new Mirror(service, `&territory=${council}`)
  await here.catchUp()
  t.ok(here.rows.has(`document ${id}`))
  const list = await request('/v1/documents?collectivity=09.541&fields=id')
  await send('PATCH', `/v1/workshops/${workshop.id}`, { collectivities: ['01'] })
  const after = await request({
    url: '/v1/documents?collectivity=09.541&fields=id',
    headers: { 'if-none-match': String(list.headers.etag) },
  })
  t.equal(after.statusCode, 200, 'the list has another tag')
  t.equal(after.json().data.length, list.json().data.length - 1)
  await here.catchUp()
  t.notOk(here.rows.has(`document ${id}`), 'it has left')
})

t.test('documents and consultations go with their plan', async (t) => {
  const plan = (
    await send('POST', '/v1/action-plans', { collectivities: [{ collectivity: '09.541' }], sources: SOURCES })
  ).json()
  const document = (await upload('action_plan', plan.id, association, true)).json()
  const consultation = (
    await send('POST', '/v1/consultations', {
      plan_id: plan.id,
      round: 1,
      opens_at: { value: '2027-01-10' },
      closes_at: { value: '2027-01-20' },
      channels: ['online_form'],
      title: { fr: 'Idées' },
      sources: SOURCES,
    })
  ).json()
  const council = (await json('/v1/provincial-councils/09.541')).id
  const here = new Mirror(service, `&territory=${council}`)
  await here.catchUp()
  const keys = [`action_plan ${plan.id}`, `document ${document.id}`, `consultation ${consultation.id}`]
  for (const key of keys) t.ok(here.rows.has(key), key)
  const moved = await send('PATCH', `/v1/action-plans/${plan.id}`, {
    collectivities: [{ collectivity: '01.051' }],
  })
  t.equal(moved.statusCode, 200, moved.body)
  await here.catchUp()
  for (const key of keys) t.notOk(here.rows.has(key), `${key} has left`)
})

t.test('what is told of its commitments goes with a plan', async (t) => {
  await plantAdoptedPlan(service)
  const of = `/v1/commitments/${ADOPTED_COMMITMENT}`
  const report = (await send('POST', `${of}/progress-reports`, REPORT)).json()
  const assessment = (await send('POST', `${of}/assessments`, FOUND)).json()
  const evidence = (await upload('progress_report', report.id, association, true)).json()
  const [here, there] = ['09.541.01.01', '01.051'].map((code) => new Mirror(service, `&territory=${code}`))
  const keys = [`progress_report ${report.id}`, `assessment ${assessment.id}`, `document ${evidence.id}`]
  await here!.catchUp()
  for (const key of keys) t.ok(here!.rows.has(key), key)
  const { id } = (await json(of)).plan
  const moved = await send('PATCH', `/v1/action-plans/${id}`, {
    collectivities: [{ collectivity: '01.051' }],
  })
  t.equal(moved.statusCode, 200, moved.body)
  for (const mirror of [here!, there!]) await mirror.catchUp()
  for (const key of keys) {
    t.notOk(here!.rows.has(key), `${key} has left`)
    t.ok(there!.rows.has(key), `${key} has come`)
  }
})

t.test('a plan’s tag moves with what it shows, and with nothing else', async (t) => {
  const url = `/v1/action-plans/${shared.id}`
  const [plain, page] = [await request(url), await request(`${url}?include=workshops`)]
  const [workshop] = page.json().workshops
  await send('PATCH', `/v1/workshops/${workshop.id}`, { title: { fr: 'Autre titre' } })
  const known = (of: typeof plain) => ({ 'if-none-match': String(of.headers.etag) })
  t.equal((await request({ url, headers: known(plain) })).statusCode, 304)
  const fresh = await request({ url: `${url}?include=workshops`, headers: known(page) })
  t.equal(fresh.statusCode, 200)
  t.equal(fresh.json().workshops[0].title.fr, 'Autre titre')
})

t.test('ranges run forwards', async (t) => {
  for (const [url, parameter] of [
    ['/v1/events?from=2024-03-01&until=2024-01-01', 'until'],
    ['/v1/workshops?held_on_gte=2024-03-01&held_on_lte=2024-01-01', 'held_on_lte'],
    ['/v1/members?joined_on_gte=2024-03-01&joined_on_lte=2024-01-01', 'joined_on_lte'],
  ] as const) {
    const answer = await request(url)
    t.equal(answer.statusCode, 400, url)
    t.match(answer.json().errors, [{ parameter, code: 'range_reversed' }], url)
  }
})

t.test('nobody is admitted before applying', async (t) => {
  const [commune] = (await json('/v1/communes?province=09.541&member=false&limit=1')).data
  const member = (
    await send('POST', '/v1/members', {
      collectivity: commune.hcp_code,
      applied_on: { value: '2026-01' },
      sources: SOURCES,
    })
  ).json()
  const admit = (value: string) =>
    send('POST', `/v1/members/${member.id}/transitions`, {
      action: 'admit',
      effective_on: { value },
      sources: SOURCES,
    })
  t.match((await admit('2025-12-31')).json(), {
    status: 422,
    errors: [{ pointer: '/effective_on', code: 'too_early' }],
  })
  t.equal((await admit('2026')).statusCode, 200, 'some time in that year')
})
