import t from 'tap'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'

// The refusals of each write of members that no other test is about.
const { request } = await startApp(t, { identity: roleIdentity })
const association = as('association')
const MEMBER = '/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4'
const NOBODY = '/v1/members/01900000-0000-7000-8000-000000000000'
const POINT = 'focal-points/01900000-0000-7000-8000-000000000000'
const STEP = { action: 'suspend', effective_on: { value: '2026-01-01' }, sources: [{ title: 'x' }] }
const FOCAL = { name: 'x', function: 'y', legal_basis: 'z', retention_until: '2027-01-01' }

for (const [method, url, payload, headers, status] of [
  ['PATCH', NOBODY, { wave: 1 }, { 'if-match': '*' }, 404],
  ['POST', `${NOBODY}/transitions`, STEP, { 'if-match': '*' }, 404],
  ['POST', `${MEMBER}/transitions`, STEP, { 'if-match': '"99"' }, 412],
  ['POST', `${MEMBER}/transitions`, STEP, {}, 428],
  ['GET', `${NOBODY}/actions`, undefined, {}, 404],
  ['GET', '/v1/members/x/actions', undefined, {}, 400],
  ['GET', `${NOBODY}/focal-points`, undefined, {}, 404],
  ['POST', `${NOBODY}/focal-points`, FOCAL, {}, 404],
  ['DELETE', `${NOBODY}/${POINT}`, undefined, { 'if-match': '*' }, 404],
  ['DELETE', `${MEMBER}/${POINT}`, undefined, { 'if-match': '*' }, 404],
  ['DELETE', `${MEMBER}/${POINT}`, undefined, { 'if-match': '"99"' }, 412],
  ['DELETE', `${MEMBER}/focal-points/x`, undefined, { 'if-match': '*' }, 400],
] as const)
  await t.test(`${method} ${url}: ${status}`, async (t) => {
    const answer = await request({
      method,
      url,
      headers: { ...association, ...headers },
      ...(payload && { payload }),
    })
    t.equal(answer.statusCode, status, answer.body)
  })

await t.test('what is added can be read', async (t) => {
  const added = await request({
    method: 'POST',
    url: `${MEMBER}/focal-points`,
    headers: association,
    payload: FOCAL,
  })
  const read = await request({ url: String(added.headers.location), headers: association })
  t.equal(read.statusCode, 200)
  t.same(read.json(), added.json())
})

await t.test('a number of another member cannot be taken by an edit', async (t) => {
  const identifiers = [{ scheme: 'association', value: 'T-1' }]
  const edit = (url: string) =>
    request({ method: 'PATCH', url, payload: { identifiers }, headers: { ...association, 'if-match': '*' } })
  t.equal((await edit(MEMBER)).statusCode, 200)
  const { data } = (await request('/v1/members?collectivity=09&limit=1')).json()
  const taken = await edit(`/v1/members/${data[0].id}`)
  t.match(taken.json(), { status: 409, errors: [{ pointer: '/identifiers', code: 'taken' }] })
})

await t.test('what the caller may do counts as any other request', async (t) => {
  const { request } = await startApp(t, { identity: roleIdentity, rateLimit: 1 })
  const url = `${MEMBER}/actions`
  t.equal((await request({ url, headers: association })).statusCode, 200)
  t.equal((await request({ url, headers: association })).statusCode, 429)
})

await t.test('a key that was used for something else is none for a revert', async (t) => {
  const key = { ...association, 'idempotency-key': 'once' }
  const added = await request({ method: 'POST', url: `${MEMBER}/focal-points`, headers: key, payload: FOCAL })
  t.equal(added.statusCode, 201)
  const revert = (id: string) =>
    request({ method: 'POST', url: `/v1/member-imports/${id}/revert`, headers: key })
  t.match((await revert('01900000-0000-7000-8000-000000000000')).json(), { code: 'idempotency_mismatch' })
  t.equal((await revert('x')).statusCode, 400)
})
