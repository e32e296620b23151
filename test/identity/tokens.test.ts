import { setTimeout as sleep } from 'node:timers/promises'
import type { LightMyRequestResponse } from 'fastify'
import { decodeJwt } from 'jose'
import t from 'tap'
import { configuredTokens } from '../../src/identity/configured.ts'
import type { Tokens } from '../../src/identity/tokens.ts'
import { startApp } from '../support/app.ts'
import { startProvider } from '../support/provider.ts'

const provider = await startProvider(t)
const { issuer, asked } = provider

/** How far the service's clock is ahead of the provider's, milliseconds. */
let ahead = 0
const clock = () => new Date(Date.now() + ahead)
const seconds = () => Math.floor(clock().getTime() / 1_000)
let tokens: Tokens
let warnings: string[]

/** The service as it starts: with no keys yet. */
function start(settings: object = {}): void {
  ahead = 0
  warnings = []
  provider.forget()
  Object.assign(provider.slowness, { discovery: 0, keys: 0 })
  const config = {
    DATA_DIR: '/nowhere',
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: 'infitah',
    OIDC_ROLES_CLAIM: 'realm_access.roles',
    OIDC_COLLECTIVITIES_CLAIM: 'collectivities',
    ...settings,
  }
  tokens = configuredTokens(config, clock, (error) => void warnings.push((error as Error).message))!
}
start()
const { request } = await startApp(t, { clock, tokens: { verify: (token) => tokens.verify(token) } })

const me = async (token: string): Promise<LightMyRequestResponse> =>
  await request({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } })
const statuses = (answers: readonly LightMyRequestResponse[]) => [
  ...new Set(answers.map((a) => a.statusCode)),
]
const faultOf = (answer: LightMyRequestResponse) => answer.json().errors?.[0]?.code

const claims = (changes: object = {}) => ({
  iss: issuer,
  aud: 'infitah',
  sub: 'someone',
  client_id: 'portal',
  jti: 'x',
  iat: seconds(),
  exp: seconds() + 3_600,
  ...changes,
})

t.test('a token of the provider, in each algorithm', async (t) => {
  for (const alg of ['RS256', 'PS256', 'ES256', 'Ed25519']) {
    const token = await provider.token(alg)
    const answer = await me(token)
    t.equal(answer.statusCode, 200, alg)
    t.match(answer.json(), {
      id: `${issuer}|portal`,
      kind: 'token',
      roles: ['association'],
      collectivities: [],
      scopes: ['read', 'write'],
      expires_at: new Date(decodeJwt(token).exp! * 1_000).toISOString(),
    })
    t.notOk(answer.json().operations.includes('listApiKeys'))
    t.equal(answer.headers['cache-control'], 'private, no-store')
    t.equal(answer.headers.vary, 'Authorization')
  }
  t.same(asked, { discovery: 1, keys: 1 }, 'the keys are fetched once')
})

t.test('roles and collectivities from claims of any name', async (t) => {
  const read = async (settings: object, more: object) => {
    start(settings)
    const { roles, collectivities } = (await me(await provider.sign(claims(more)))).json()
    return [roles, collectivities.map((one: { hcp_code: string }) => one.hcp_code)]
  }
  t.same(await read({}, { realm_access: { roles: ['member_editor', 'root', 7, null] } }), [
    ['member_editor'],
    [],
  ])
  t.same(
    await read(
      { OIDC_ROLES_CLAIM: 'https://example.org/roles', OIDC_COLLECTIVITIES_CLAIM: 'a.b.c' },
      {
        'https://example.org/roles': 'ministry admin',
        a: { b: { c: ['09.541', '9', 'x', '99.999', '09.541'] } },
      },
    ),
    [
      ['ministry', 'admin'],
      ['09', '09.541'],
    ],
  )
  for (const roles of [null, 7, {}, { roles: { association: true } }, { roles: [['association']] }])
    t.same(await read({}, { realm_access: roles }), [[], []], JSON.stringify(roles))
  t.same(await read({ OIDC_ROLES_CLAIM: '__proto__.roles' }, {}), [[], []])
})

t.test('time: 30 seconds either way', async (t) => {
  start()
  const now = seconds()
  const at = async (changes: object) => await me(await provider.sign(claims({ iat: now, ...changes })))
  const cases: [string, object, number, string?][] = [
    ['just expired', { iat: now - 60, exp: now - 20 }, 200],
    ['expired', { iat: now - 60, exp: now - 32 }, 401, 'token_expired'],
    ['nearly valid', { nbf: now + 20 }, 200],
    ['not yet valid', { nbf: now + 40 }, 401, 'token_not_yet'],
    ['issued in a moment', { iat: now + 20 }, 200],
    ['issued in the future', { iat: now + 40 }, 401, 'token_not_yet'],
    ['24 hours', { exp: now + 86_400 }, 200],
    ['more than 24 hours', { exp: now + 86_401 }, 401, 'token_lifetime'],
    ['for ever', { exp: 1e308 }, 401, 'token_lifetime'],
    ['since ever', { iat: -1e308 }, 401, 'token_expired'],
    ['ends before it begins', { iat: now + 10, exp: now - 10 }, 401, 'token_lifetime'],
  ]
  for (const [name, changes, status, fault] of cases) {
    const answer = await at(changes)
    t.equal(answer.statusCode, status, name)
    if (fault !== undefined) t.equal(faultOf(answer), fault, name)
  }
  const token = await provider.token()
  for (const [shift, status] of [
    [-25, 200],
    [-125, 401],
    [3_600 + 25, 200],
    [3_600 + 120, 401],
  ] as const) {
    ahead = shift * 1_000
    t.equal((await me(token)).statusCode, status, `a clock ${shift} seconds off`)
  }
})

t.test('rotation: one question, and both keys while both are published', async (t) => {
  start()
  const former = await provider.token()
  t.equal((await me(former)).statusCode, 200)
  await provider.rotate(true)
  provider.forget()
  const next = await provider.token()
  t.same(statuses(await Promise.all([next, former, next, next].map(me))), [200])
  t.same(asked, { discovery: 0, keys: 1 })
  await provider.rotate(false)
  provider.forget()
  const third = await provider.token()
  t.equal(faultOf(await me(third)), 'token_key', 'half a minute must pass between two questions')
  t.same(asked, { discovery: 0, keys: 0 })
  ahead = 31_000
  t.equal((await me(third)).statusCode, 200)
  t.equal(faultOf(await me(former)), 'token_key', 'a key that was withdrawn is forgotten')
  t.same(asked, { discovery: 0, keys: 1 })
})

t.test('keys are renewed behind the requests’ back', async (t) => {
  start()
  await me(await provider.token())
  provider.slowness.keys = 300
  provider.forget()
  ahead = 601_000
  const token = await provider.sign(claims())
  const began = performance.now()
  t.same(statuses(await Promise.all(Array.from({ length: 20 }, () => me(token)))), [200])
  t.ok(performance.now() - began < 250, 'nobody waits')
  await sleep(400)
  t.same(asked, { discovery: 0, keys: 1 })
})

t.test('the issuer is down', async (t) => {
  start()
  const token = await provider.token()
  await me(token)
  await provider.stop()
  t.equal((await me(token)).statusCode, 200, 'a key that is known goes on')
  const unknown = await provider.sign(claims(), { kid: 'another' })
  const answers = await Promise.all(Array.from({ length: 20 }, () => me(unknown)))
  t.same(statuses(answers), [503])
  for (const answer of answers) {
    t.equal(answer.json().code, 'identity_unavailable')
    t.match(answer.headers['retry-after'], /^([1-9]|[12]\d|30)$/)
    t.notOk(answer.headers['www-authenticate'])
  }
  t.equal(warnings.length, 1, 'one question for all, and none for half a minute')
  t.equal((await request('/v1/regions/09')).statusCode, 200, 'the public notices nothing')
  const signed = { authorization: `Bearer ${token}` }
  t.equal((await request({ url: '/v1/regions/09', headers: signed })).statusCode, 200)
  for (const [hours, status] of [
    [1, 200],
    [23.9, 200],
    [24.1, 503],
  ] as const) {
    ahead = hours * 3_600_000
    t.equal((await me(await provider.sign(claims()))).statusCode, status, `${hours} hours`)
  }
  t.ok(warnings.length >= 3, 'it was asked again')
  start()
  t.equal((await me(token)).statusCode, 503, 'a start without the issuer')
  await provider.start()
  t.equal((await me(token)).statusCode, 503)
  ahead = 31_000
  t.equal((await me(token)).statusCode, 200, 'and it goes on by itself')
})

t.test('made-up key names', async (t) => {
  start()
  const forged = await Promise.all(
    Array.from(
      { length: 200 },
      async (_, index) => await provider.sign(claims(), { kid: `made-up-${index}` }),
    ),
  )
  t.same(statuses(await Promise.all(forged.map(me))), [401])
  for (const token of forged) t.equal((await me(token)).statusCode, 401)
  t.ok(asked.keys <= 2 && asked.discovery === 1, `${asked.keys} questions`)
  t.equal((await me(await provider.token())).statusCode, 200)
  ahead = 31_000
  t.same(statuses(await Promise.all(forged.map(me))), [401])
  t.ok(asked.keys <= 3)
})

t.test('a slow issuer is cut off after three seconds', async (t) => {
  for (const slow of ['discovery', 'keys'] as const) {
    start()
    provider.slowness[slow] = 6_000
    const token = await provider.sign(claims())
    const began = performance.now()
    const answers = await Promise.all(Array.from({ length: 30 }, () => me(token)))
    const took = performance.now() - began
    t.same(statuses(answers), [503])
    t.ok(took > 2_900 && took < 3_900, `${slow}: ${took} ms`)
    t.equal(asked[slow], 1, 'they wait together')
    const again = performance.now()
    t.equal((await me(token)).statusCode, 503)
    t.ok(performance.now() - again < 200, 'the next does not wait')
  }
})

t.test('metadata that are not right', async (t) => {
  const token = await provider.sign(claims({ iss: `${issuer}/` }))
  start({ OIDC_ISSUER: `${issuer}/` })
  t.equal((await me(token)).statusCode, 503)
  t.match(warnings, [/another issuer/])
  start({ OIDC_JWKS_URL: `${issuer}/nothing` })
  t.equal((await me(await provider.token())).statusCode, 503)
  t.match(warnings, [/answers 404/])
  start({ OIDC_JWKS_URL: `${issuer}/.well-known/openid-configuration` })
  t.equal((await me(await provider.token())).statusCode, 503)
  t.match(warnings, [/no keys/])
  start({ OIDC_JWKS_URL: `${issuer}/jwks` })
  t.equal((await me(await provider.token())).statusCode, 200)
  t.same(asked, { discovery: 0, keys: 1 }, 'the address that is configured needs no metadata')
})
