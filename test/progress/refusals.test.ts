import t from 'tap'
import { adoptPlan } from '../support/adopted.ts'
import { startApp } from '../support/app.ts'
import { COMMITMENT, plantPlan } from '../support/plans.ts'
import { as, roleIdentity } from '../support/roles.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request } = service
await plantPlan(service)
await adoptPlan(service)

const ASSOCIATION = as('association')
const SOURCES = [{ title: 'Exemple' }]
const OF = `/v1/commitments/${COMMITMENT}`
const REPORT = { reported_on: { value: '2026-02-01' }, stage: 'started', sources: SOURCES }
const FOUND = {
  assessed_on: { value: '2026-02-01' },
  completion: 'limited',
  assessor: { name: { fr: 'Organisation indépendante (exemple)' } },
  sources: SOURCES,
}
type Path = 'progress-reports' | 'assessments'
const add = (path: Path, payload: object, headers: object = ASSOCIATION, of = OF) =>
  request({ method: 'POST', url: `${of}/${path}`, payload, headers: headers as never })
const report = (payload: object, headers?: object) =>
  add('progress-reports', { ...REPORT, ...payload }, headers)
const assess = (payload: object, headers?: object) => add('assessments', { ...FOUND, ...payload }, headers)
const patch = (url: string, payload: object, headers: object = {}) =>
  request({
    method: 'PATCH',
    url,
    payload,
    headers: { ...ASSOCIATION, 'if-match': '*', ...headers } as never,
  })
const withdraw = (url: string, headers: object = {}) =>
  request({
    method: 'POST',
    url: `${url}/withdrawal`,
    payload: { reason: 'Erreur de saisie' },
    headers: { ...ASSOCIATION, 'if-match': '*', ...headers } as never,
  })

await t.test('what is not there, what is stale, what is not asked rightly', async (t) => {
  const nowhere = '01900000-0000-7000-8000-000000000000'
  const told = (await report({ reported_on: { value: '2026-01-28' } })).json()
  const found = (await assess({ assessed_on: { value: '2026-01-28' } })).json()
  t.ok(told.id && found.id)
  const [one, other] = [`/v1/progress-reports/${told.id}`, `/v1/assessments/${found.id}`]
  for (const path of ['progress-reports', 'assessments']) {
    t.equal((await patch(`/v1/${path}/${nowhere}`, { sources: SOURCES })).statusCode, 404)
    t.equal((await withdraw(`/v1/${path}/${nowhere}`)).statusCode, 404)
  }
  t.equal((await add('assessments', FOUND, ASSOCIATION, `/v1/commitments/${nowhere}`)).statusCode, 404)
  t.equal(
    (await patch(one, { milestones: [{ key: 'none-such', done_on: { value: '2026-01-01' } }] })).statusCode,
    422,
  )
  t.equal((await patch(other, { evidence: [nowhere] })).statusCode, 422)
  for (const url of [one, other]) {
    t.equal((await withdraw(url, { 'if-match': '"9"' })).statusCode, 412)
    t.equal((await patch(url, { sources: SOURCES }, { 'if-match': '"9"' })).statusCode, 412)
    for (const [method, path, payload] of [
      ['PATCH', url, { sources: SOURCES }],
      ['POST', `${url}/withdrawal`, { reason: 'Erreur' }],
    ] as const)
      t.equal((await request({ method, url: path, payload, headers: ASSOCIATION })).statusCode, 428, path)
    t.equal((await withdraw(url)).statusCode, 200)
    t.equal((await patch(url, { sources: SOURCES })).statusCode, 409, 'it is withdrawn')
  }
})
