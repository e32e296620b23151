import t from 'tap'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { workshop } from '../support/workshop.ts'

const { request, json } = await startApp(t, { identity: roleIdentity })
const NOBODY = '01900000-0000-7000-8000-000000000000'
const SOURCES = [{ title: 'Annonce' }]

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const status = async (method: Method, url: string, payload?: object, match?: string) => {
  const headers = { ...as('association'), ...(match === undefined ? {} : { 'if-match': match }) }
  return (await request({ method, url, headers, ...(payload && { payload }) })).statusCode
}
const post = async (url: string, payload: object) => {
  const answer = await request({ method: 'POST', url, headers: as('association'), payload })
  t.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}

t.test('holidays', async (t) => {
  const holiday = (day: string) => ({
    day,
    recurrence: 'once',
    name: { ar: 'عيد', fr: 'Fête' },
    sources: SOURCES,
  })
  const [one, other] = [
    await post('/v1/holidays', holiday('2026-03-20')),
    await post('/v1/holidays', holiday('2026-03-21')),
  ]
  const url = `/v1/holidays/${one.id}`
  t.equal(await status('PATCH', url, { day: other.day }, '"1"'), 409, 'another begins on that day')
  t.equal(await status('PATCH', url, { day: '2026-03-22' }), 428)
  t.equal(await status('DELETE', '/v1/holidays/no-id', undefined, '"1"'), 400)
  t.equal(await status('DELETE', url), 428)
  t.equal(await status('DELETE', url, undefined, '"9"'), 412)
  t.equal((await json(url)).day, one.day)
})

t.test('documents', async (t) => {
  t.equal(await status('DELETE', '/v1/documents/no-id', undefined, '*'), 400)
  t.equal(await status('GET', '/v1/documents/no-id/content'), 400)
})

t.test('workshops', async (t) => {
  const { id } = await post('/v1/workshops', { ...workshop(), status: 'planned' })
  const [here, nowhere] = [`/v1/workshops/${id}`, `/v1/workshops/${NOBODY}`]
  t.equal(await status('PATCH', nowhere, { title: { fr: 'x' } }, '*'), 404)
  t.equal(await status('POST', `${nowhere}/transitions`, { action: 'hold' }, '*'), 404)
  t.equal(await status('POST', `${here}/transitions`, { action: 'hold' }, '"9"'), 412)
  t.equal(await status('GET', '/v1/workshops/no-id/actions'), 400)
  t.equal(await status('GET', `${nowhere}/actions`), 404)
  const cells = [{ category: 'staff', gender: 'women', present: 7 }]
  t.equal(await status('PUT', `${nowhere}/attendance`, { cells }, '*'), 404)
  t.equal(await status('GET', `${nowhere}/exact-attendance`), 404)
  t.equal(await status('GET', `${nowhere}/participants`), 404)
  const participant = {
    name: 'Exemple',
    category: 'staff',
    legal_basis: 'Consentement écrit',
    retention_until: '2027-01-31',
  }
  t.equal(await status('POST', `${nowhere}/participants`, participant), 404)
  t.equal(await status('DELETE', `${here}/participants/no-id`, undefined, '*'), 400)
  const added = await post(`${here}/participants`, participant)
  t.equal(await status('DELETE', `${here}/participants/${added.id}`), 428)
})

t.test('approval sessions', async (t) => {
  const plan = await post('/v1/action-plans', {
    collectivities: [{ collectivity: '09.541' }],
    sources: SOURCES,
  })
  const { id } = await post('/v1/approval-sessions', {
    plan_id: plan.id,
    collectivity: '09.541',
    kind: 'ordinary',
    sources: SOURCES,
  })
  const [here, no] = [`/v1/approval-sessions/${id}`, '/v1/approval-sessions/no-id']
  t.equal(await status('DELETE', `${no}/sittings/1`, undefined, '*'), 400)
  t.equal(await status('DELETE', `${here}/sittings/1`, undefined, '"9"'), 412)
  t.equal(await status('POST', `${here}/transitions`, { action: 'convene' }, '"9"'), 412)
  for (const path of ['/vote/roll', '/actions']) t.equal(await status('GET', no + path), 400, path)
})

t.test('often asked', async (t) => {
  const [epoch] = (await request('/v1/changes?limit=1')).json().meta.position.split('.')
  for (const path of [
    `/v1/snapshots/${epoch}.0/region.ndjson`,
    '/v1/workshops/{id}/actions',
    '/v1/documents/{id}/content',
    '/v1/approval-sessions/{id}/actions',
    '/v1/approval-sessions/{id}/vote/roll',
  ]) {
    const limited = await startApp(t, { identity: roleIdentity, rateLimit: 1 })
    const url = path.replace('{id}', NOBODY)
    t.equal((await limited.request(url)).statusCode, 404, path)
    t.equal((await limited.request(url)).statusCode, 429, path)
  }
})
