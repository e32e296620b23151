import t from 'tap'
import { adoptPlan } from '../support/adopted.ts'
import { startApp } from '../support/app.ts'
import { plantPlan } from '../support/plans.ts'
import { follower, SOURCES } from '../support/progress.ts'
import { as, roleIdentity } from '../support/roles.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request } = service
await plantPlan(service)
await adoptPlan(service)

const ASSOCIATION = as('association')
const { report, assess, patch, withdraw } = follower(service)

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
  t.equal((await assess({}, ASSOCIATION, `/v1/commitments/${nowhere}`)).statusCode, 404)
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
