import fc from 'fast-check'
import t from 'tap'
import type { Identity } from '../../src/http/identity.ts'
import { isPublic, readAddress } from '../../src/outbound/address.ts'
import { nextAttempt } from '../../src/webhook-endpoints/retry.ts'
import { appOn, NOW, startApp } from '../support/app.ts'
import { tokenOf } from '../support/identity.ts'
import { as, roleIdentity } from '../support/roles.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000'
const resolved = new Map<string, string[]>()
const door = {
  allowLoopback: false,
  resolve: async (name: string) => resolved.get(name) ?? ['93.184.215.14'],
}
const { request, url: database, json } = await startApp(t, { identity: roleIdentity, door })

const URL_ = 'https://hooks.example.org/infitah'
const owner = as('association')
const send = async (
  method: 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
  headers: object = owner,
) => await request({ method, url, headers: { ...headers }, ...(payload && { payload }) })
const make = async (more: object = {}, headers: object = owner) =>
  await send('POST', '/v1/webhook-endpoints', { name: 'Test', url: URL_, ...more }, headers)
const get = async (url: string, headers: object = owner) => await request({ url, headers: { ...headers } })
const matched = (revision: number | string, headers: object = owner) => ({
  ...headers,
  'if-match': typeof revision === 'number' ? `"${revision}"` : revision,
})

t.test('made, seen, edited, removed by its owner', async (t) => {
  const made = await make(
    { territory: '09.541', types: ['member', 'draft'] },
    { ...owner, 'idempotency-key': 'one' },
  )
  t.equal(made.statusCode, 201)
  const { signing_secret, ...shown } = made.json()
  t.match(signing_secret, /^whsec_/)
  t.match(shown, {
    owner: 'test|association',
    territory: { hcp_code: '09.541' },
    types: ['member', 'draft'],
    payload: 'thin',
    exclude_origins: [],
    exclude_own: false,
    status: 'active',
    notice: null,
    delivery: { position: /^\w+\.\d+$/, failures: 0 },
    revision: 1,
  })
  const again = await make(
    { territory: '09.541', types: ['member', 'draft'] },
    { ...owner, 'idempotency-key': 'one' },
  )
  t.equal(again.headers['idempotency-replayed'], 'true')
  t.same(again.json(), shown, 'a retry gets no secret')
  const { location } = made.headers as { location: string }
  t.same((await get(location)).json(), shown)
  t.notMatch((await get('/v1/audit?limit=1', as('admin'))).body, signing_secret.slice(6))

  const patched = await send('PATCH', location, { types: null, exclude_own: true }, matched(1))
  t.match(patched.json(), { types: null, exclude_own: true, territory: { hcp_code: '09.541' }, revision: 2 })
  t.equal((await send('PATCH', location, { types: null }, matched(2))).json().revision, 2, 'nothing changed')
  t.equal((await send('PATCH', location, { territory: null }, matched(1))).statusCode, 412)
  t.equal((await send('PATCH', location, { territory: null })).statusCode, 428)
  for (const [patch, errors] of [
    [{ name: null }, [{ pointer: '/name' }]],
    [{ url: 'http://example.org/' }, [{ pointer: '/url', code: 'url_not_allowed' }]],
    [{ territory: '09.999' }, [{ pointer: '/territory', code: 'no_such_collectivity' }]],
    [{ secret: 'whsec_mine', status: 'active' }, [{ pointer: '/secret' }, { pointer: '/status' }]],
  ] as const)
    t.match((await send('PATCH', location, patch, matched(2))).json(), { status: 400, errors })

  t.equal((await send('DELETE', location)).statusCode, 428)
  t.equal((await send('DELETE', location, undefined, matched(1))).statusCode, 412)
  t.equal((await send('DELETE', location, undefined, matched(2))).statusCode, 204)
  t.equal((await get(location)).statusCode, 404)
})

t.test('nobody sees another’s, but administrators, who may stop it and no more', async (t) => {
  const { id } = (await make()).json()
  const path = `/v1/webhook-endpoints/${id}`
  const [other, admin] = [as('ministry'), as('admin')]
  for (const answer of [
    await get(path, other),
    await get(`${path}/deliveries`, other),
    await send('PATCH', path, { name: 'x' }, matched('*', other)),
    await send('DELETE', path, undefined, matched('*', other)),
    await send('POST', `${path}/transitions`, { action: 'pause' }, matched('*', other)),
    await send('POST', `${path}/replay`, { after: 'abc.1' }, other),
    await send('POST', `${path}/ping`, undefined, other),
    await send('POST', `${path}/secret-rotation`, {}, other),
  ])
    t.match(answer.json(), { status: 404, code: 'not_found' })
  t.same((await get('/v1/webhook-endpoints', other)).json().data, [])
  t.same((await get('/v1/webhook-endpoints?owner=test%7Cassociation', other)).json().data, [])
  t.match((await get('/v1/webhook-endpoints?owner=test%7Cassociation&status=active', admin)).json().data, [
    { id },
  ])
  t.match((await get('/v1/webhook-endpoints?format=csv&fields=id,url')).body, `id,url\r\n${id},${URL_}`)

  for (const answer of [
    await send('PATCH', path, { name: 'x' }, matched('*', admin)),
    await send('POST', `${path}/replay`, { after: 'abc.1' }, admin),
    await send('POST', `${path}/ping`, undefined, admin),
    await send('POST', `${path}/secret-rotation`, {}, admin),
  ])
    t.match(answer.json(), { status: 403, code: 'owner_only' })
  const step = async (action: string, headers: object) =>
    await send('POST', `${path}/transitions`, { action }, matched('*', headers))
  t.match((await step('disable', owner)).json(), { status: 403, code: 'forbidden' })
  t.match((await step('disable', admin)).json(), { status: 'disabled', notice: 'disabled_by_admin' })
  t.match((await step('disable', admin)).json(), { status: 409, code: 'wrong_state' })
  t.match((await step('resume', owner)).json(), { status: 409, code: 'wrong_state' })
  t.match((await step('pause', owner)).json(), { status: 409 })
  t.match((await step('resume', admin)).json(), { status: 'active', notice: null })
  t.equal((await send('POST', `${path}/transitions`, { action: 'pause' })).statusCode, 428)
  t.equal((await send('POST', `${path}/transitions`, { action: 'pause' }, matched(1))).statusCode, 412)
  t.equal((await send('DELETE', path, undefined, matched('*', admin))).statusCode, 204)
})

t.test('as many as are good for one owner', async (t) => {
  const editor = as('member_editor')
  const answers = await Promise.all(Array.from({ length: 22 }, () => make({}, editor)))
  t.same(
    answers.map(({ statusCode }) => statusCode).sort(),
    [...Array.from({ length: 20 }, () => 201), 409, 409],
    'even all at once',
  )
  t.match(answers.find(({ statusCode }) => statusCode === 409)!.json(), {
    code: 'too_many_endpoints',
    detail: /20/,
  })
})

t.test('positions that are none of ours', async (t) => {
  const { json: body } = { json: await json('/v1/changes?limit=1') }
  const [epoch] = body.meta.position.split('.')
  const { id } = (await make()).json()
  const replay = `/v1/webhook-endpoints/${id}/replay`
  for (const [after, code] of [
    ['other.1', 'position_elsewhere'],
    [`${epoch}.999999`, 'position_ahead'],
    ['nonsense', 'wrong_format'],
  ]) {
    t.match((await make({ after })).json(), { status: 400, errors: [{ pointer: '/after', code }] })
    t.match((await send('POST', replay, { after })).json(), {
      status: 400,
      errors: [{ pointer: '/after', code }],
    })
  }
  const later = await appOn(t, database, {
    identity: roleIdentity,
    door,
    feedHorizonDays: 30,
    clock: () => new Date(Date.now() + 90 * 86_400_000),
  })
  for (const [url, payload] of [
    ['/v1/webhook-endpoints', { name: 'x', url: URL_, after: `${epoch}.0` }],
    [replay, { after: `${epoch}.0` }],
  ] as const) {
    const answer = await later.request({ method: 'POST', url, headers: owner, payload })
    t.match(answer.json(), { status: 410, code: 'gone', restart: { snapshot: '/v1/snapshots/latest' } })
  }
  t.match((await send('POST', replay, { after: body.meta.position })).statusCode, 200)
})

t.test('ids, formats, scopes and keys', async (t) => {
  const { id } = (await make()).json()
  const path = `/v1/webhook-endpoints/${id}`
  for (const [method, url, payload] of [
    ['PATCH', '/v1/webhook-endpoints/no-id', { name: 'x' }],
    ['DELETE', '/v1/webhook-endpoints/no-id', undefined],
    ['POST', '/v1/webhook-endpoints/no-id/ping', undefined],
    ['POST', `${path}/transitions`, { action: 'burn' }],
    ['POST', `${path}/secret-rotation`, { previous_valid_hours: 1_000 }],
  ] as const)
    t.equal((await send(method, url, payload, matched('*'))).statusCode, 400, url)
  for (const url of ['/v1/webhook-endpoints/no-id', '/v1/webhook-endpoints/no-id/deliveries'])
    t.equal((await get(url)).statusCode, 400, url)
  t.match((await get('/v1/webhook-endpoints?sort=url')).json(), {
    status: 400,
    errors: [{ parameter: 'sort' }],
  })
  for (const url of ['/v1/webhook-endpoints', path, `${path}/deliveries`])
    t.equal((await get(url, { ...owner, accept: 'image/png' })).statusCode, 406, url)
  for (const [action, other] of [
    ['ping', undefined],
    ['transitions', { action: 'pause' }],
  ] as const) {
    const key = { ...matched('*'), 'idempotency-key': action }
    t.ok((await send('POST', `${path}/${action}`, other, key)).statusCode < 300)
    const { id: another } = (await make()).json()
    const answer = await send('POST', `/v1/webhook-endpoints/${another}/${action}`, other, key)
    t.match(answer.json(), { status: 422, code: 'idempotency_mismatch' })
  }
  t.equal((await get(`/v1/webhook-endpoints/${NOBODY}/deliveries`)).statusCode, 404)
  const writer: Identity = {
    authenticate: async (authorization) => ({
      ...(await roleIdentity.authenticate(authorization)),
      scopes: ['write'],
    }),
  }
  const limited = await appOn(t, database, { identity: writer, door })
  for (const url of ['/v1/webhook-endpoints', path, `${path}/deliveries`]) {
    const answer = await limited.request({ url, headers: owner })
    t.match(answer.json(), { status: 403, code: 'missing_scope' }, url)
  }
})

/** Forms of addresses that are not of the open internet. */
const INSIDE = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f.1',
  '0177.0.0.1',
  '0',
  '0.0.0.0',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.169.254',
  '168.63.129.16',
  '192.0.0.192',
  '198.18.0.1',
  '192.0.2.1',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:a9fe:a9fe]',
  '[::7f00:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::1]',
  '[2002:7f00:1::]',
  '[2001:0:1::1]',
  '[2001:db8::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  '[100::1]',
  '[5f00::1]',
]

t.test('addresses that we send nothing to, when saved', async (t) => {
  const refused = async (url: string) => {
    const answer = await make({ url })
    t.match(answer.json(), { status: 400, errors: [{ pointer: '/url', code: 'url_not_allowed' }] }, url)
  }
  for (const host of INSIDE) await refused(`https://${host}/hook`)
  for (const url of [
    'http://example.org/hook',
    'ftp://example.org/hook',
    'https://user:password@example.org/',
    'https://user@example.org/',
    'https://example.org/#fragment',
    'https://',
    'not a url',
    '/v1/members',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ])
    await refused(url)
  resolved.set('inside.example', ['93.184.215.14', '10.0.0.8'])
  await refused('https://inside.example/')
  resolved.set('inside6.example', ['fd12:3456::1'])
  await refused('https://inside6.example/')
  resolved.set('unknown.example', [])
  const unknown = await make({ url: 'https://unknown.example/' })
  t.equal(unknown.statusCode, 201, 'a name that is not there yet is looked for when something is sent')
  t.match(
    (await make({ url: 'http://x' }, { ...owner, 'accept-language': 'ar' })).json().errors[0].detail,
    /https/,
  )
})

t.test('addresses', async (t) => {
  for (const address of ['93.184.215.14', '1.1.1.1', '2606:4700::1111', '2a00:1450:4007::200e'])
    t.ok(isPublic(address), address)
  for (const address of ['', 'example.org', '1.1.1', '127.0.0.1', '::1']) t.notOk(isPublic(address), address)
  t.ok(readAddress('http://[::1]:8080/x', { allowLoopback: true }), 'in development, this machine')
  for (const url of ['http://10.0.0.1/', 'https://169.254.169.254/', 'https://[::ffff:7f00:1]/'])
    t.notOk(readAddress(url, { allowLoopback: true }), `${url}, even then`)
  const octet = fc.nat(255)
  fc.assert(
    fc.property(fc.tuple(octet, octet, octet, octet), (octets) => {
      const [a, b] = octets
      const mapped = `::ffff:${octets.join('.')}`
      const isOurs =
        a === 10 || a === 127 || a === 0 || (a === 192 && b === 168) || (a === 172 && b >> 4 === 1)
      return !isPublic(mapped) && !(isOurs && isPublic(octets.join('.')))
    }),
    { numRuns: 300 },
  )
})

t.test('delays', async (t) => {
  const failure = { failures: 1, failingSince: NOW, at: NOW, retryAfter: null, chance: 0.5 }
  const seconds = (more: object) => {
    const next = nextAttempt({ ...failure, ...more })
    return next && (next.getTime() - NOW.getTime()) / 1_000
  }
  t.same([seconds({ chance: 0 }), seconds({}), seconds({ chance: 1 })], [4, 5, 6])
  t.equal(seconds({ failures: 1_000_000 }), 3_600)
  for (const retryAfter of ['soon', '-5', '', '1e3', 'Thu, 01 Jan 1970 00:00:00 GMT'])
    t.equal(seconds({ retryAfter }), 5)
  t.equal(seconds({ retryAfter: '999999999' }), 86_400, 'a day at the most')
  const since = (hours: number) => ({
    failingSince: new Date(NOW.getTime() - hours * 3_600_000),
    failures: 90,
  })
  t.equal(seconds(since(71.9)), 360, 'the last attempt is at the end of three days')
  t.equal(seconds(since(72)), undefined)
})

t.test('credentials without the scope to write', async (t) => {
  const { request: ask } = await appOn(t, database, { door })
  const admin = { authorization: `Bearer ${await tokenOf({ sub: 'a', roles: ['admin'] })}` }
  const key = await ask({
    method: 'POST',
    url: '/v1/api-keys',
    headers: admin,
    payload: { name: 'Reads', roles: ['ministry'], scopes: ['read'] },
  })
  const headers = { authorization: `Bearer ${key.json().secret}` }
  t.equal((await ask({ url: '/v1/webhook-endpoints', headers })).statusCode, 200)
  const answer = await ask({
    method: 'POST',
    url: '/v1/webhook-endpoints',
    headers,
    payload: { name: 'x', url: URL_ },
  })
  t.match(answer.json(), { status: 403, code: 'missing_scope' })
})
