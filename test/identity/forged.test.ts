import { createHmac, createPublicKey } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CompactEncrypt, generateKeyPair, SignJWT } from 'jose'
import t from 'tap'
import { LANGUAGES } from '../../src/domain/messages.ts'
import { configuredTokens } from '../../src/identity/configured.ts'
import { startApp } from '../support/app.ts'
import { startProvider } from '../support/provider.ts'

const provider = await startProvider(t)
const { issuer } = provider
const config = {
  DATA_DIR: '/nowhere',
  OIDC_ISSUER: issuer,
  OIDC_AUDIENCE: 'infitah',
  OIDC_ROLES_CLAIM: 'roles',
  OIDC_COLLECTIVITIES_CLAIM: 'collectivities',
}
const clock = () => new Date()
const lines: string[] = []
const { request, db } = await startApp(t, {
  clock,
  tokens: configuredTokens(config, clock, () => {}),
  logger: { level: 'trace', stream: { write: (line: string) => void lines.push(line) } },
})

/** Where a forger would like to be asked for keys. */
let calls = 0
const trap = createServer((_, response) => {
  calls += 1
  response.end('{"keys":[]}')
})
trap.listen(0, '127.0.0.1')
t.teardown(() => trap.close())
const elsewhere = () => `http://127.0.0.1:${(trap.address() as AddressInfo).port}/jwks`

const now = Math.floor(Date.now() / 1_000)
const base = {
  iss: issuer,
  aud: 'infitah',
  sub: 'someone',
  client_id: 'portal',
  jti: 'x',
  iat: now,
  exp: now + 3_600,
  roles: ['admin'],
}
const without = (name: keyof typeof base) => {
  const { [name]: _, ...rest } = base
  return rest
}
const real = provider.keys[0]!
const kid = real.kid!
const publicKey = createPublicKey({ key: real as never, format: 'jwk' })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const stranger = await generateKeyPair('RS256')
const strangersJwk = { kty: 'RSA', e: 'AQAB', n: 'AQAB', kid }

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const unsigned = (alg: string) => `${part({ alg, typ: 'at+jwt', kid })}.${part(base)}.`
const withHmac = (header: object, secret: string | Buffer) => {
  const text = `${part({ typ: 'at+jwt', kid, ...header })}.${part(base)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}
const signed = async (header: object, claims: object = base) =>
  await provider.sign(claims, { kid, ...header })
const strangers = async (header: object) =>
  await new SignJWT(base)
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
    .sign(stranger.privateKey)
const good = await provider.sign(base)
const [head, body, signature] = good.split('.') as [string, string, string]

/** A name, a token, and the fault that is told. */
const FORGED: [string, string, string][] = [
  ['alg none', unsigned('none'), 'token_algorithm'],
  ['alg None', unsigned('None'), 'token_algorithm'],
  ['alg NONE', unsigned('NONE'), 'token_algorithm'],
  ['alg nOnE', unsigned('nOnE'), 'token_algorithm'],
  ['no alg', `${part({ typ: 'at+jwt', kid })}.${part(base)}.${signature}`, 'token_algorithm'],
  ['no signature', `${head}.${body}.`, 'token_signature'],
  ['no third part', `${head}.${body}`, 'token_unreadable'],
  ['four parts', `${good}.x`, 'token_unreadable'],
  ['HS256 with the public key as PEM', withHmac({ alg: 'HS256' }, pem), 'token_algorithm'],
  [
    'HS256 with the public key as DER',
    withHmac({ alg: 'HS256' }, publicKey.export({ type: 'spki', format: 'der' })),
    'token_algorithm',
  ],
  ['HS256 with nothing', withHmac({ alg: 'HS256' }, ''), 'token_algorithm'],
  ['RS256 over an HMAC', withHmac({ alg: 'RS256' }, pem), 'token_signature'],
  [
    'RS1',
    await strangers({}).then((token) => token.replace(head, part({ alg: 'RS1', typ: 'at+jwt', kid }))),
    'token_algorithm',
  ],
  ['a stranger’s signature', await strangers({}), 'token_signature'],
  ['another algorithm than its key', withHmac({ alg: 'ES256' }, 'x'), 'token_key'],
  ['kid as a path', await strangers({ kid: '../../../../dev/null' }), 'token_key'],
  ['kid as SQL', await strangers({ kid: "x' union select 'AA==' -- " }), 'token_key'],
  ['kid as an address', await strangers({ kid: elsewhere() }), 'token_key'],
  ['kid is no text', withHmac({ alg: 'RS256', kid: { $ne: null } }, 'x'), 'token_key'],
  ['no kid', await strangers({ kid: undefined }), 'token_signature'],
  ['jku', await strangers({ jku: elsewhere() }), 'token_header'],
  ['jku, signed by the issuer', await signed({ jku: elsewhere() }), 'token_header'],
  ['jwk', await strangers({ jwk: strangersJwk }), 'token_header'],
  ['x5u', await strangers({ x5u: elsewhere() }), 'token_header'],
  ['x5c', await strangers({ x5c: ['MIIB'] }), 'token_header'],
  ['crit', withHmac({ alg: 'RS256', crit: ['exp'] }, 'x'), 'token_header'],
  ['crit b64', withHmac({ alg: 'RS256', crit: ['b64'], b64: false }, 'x'), 'token_header'],
  ['iss with a slash', await signed({}, { ...base, iss: `${issuer}/` }), 'token_issuer'],
  ['iss of another', await signed({}, { ...base, iss: 'https://issuer.example' }), 'token_issuer'],
  ['iss in capitals', await signed({}, { ...base, iss: issuer.toUpperCase() }), 'token_issuer'],
  ['iss as a list', await signed({}, { ...base, iss: [issuer] }), 'token_issuer'],
  ['the development issuer', await signed({}, { ...base, iss: 'urn:infitah:development' }), 'token_issuer'],
  ['aud of another', await signed({}, { ...base, aud: 'other' }), 'token_audience'],
  [
    'aud in a longer one',
    await signed({}, { ...base, aud: ['infitah2', 'https://infitah'] }),
    'token_audience',
  ],
  ['aud is an object', await signed({}, { ...base, aud: { 0: 'infitah' } }), 'token_audience'],
  ['typ JWT', await signed({ typ: 'JWT' }), 'token_type'],
  ['no typ', await signed({ typ: undefined }), 'token_type'],
  ['typ of an ID token', await signed({ typ: 'id_token+jwt' }), 'token_type'],
  ['typ is no text', withHmac({ alg: 'RS256', typ: ['at+jwt'] }, 'x'), 'token_type'],
  ['expired', await signed({}, { ...base, iat: now - 7_200, exp: now - 3_600 }), 'token_expired'],
  ['nbf to come', await signed({}, { ...base, nbf: now + 3_600 }), 'token_not_yet'],
  ['iat to come', await signed({}, { ...base, iat: now + 3_600, exp: now + 7_200 }), 'token_not_yet'],
  ['exp 1e308', await signed({}, { ...base, exp: 1e308 }), 'token_lifetime'],
  ['exp is text', await signed({}, { ...base, exp: String(now + 60) }), 'token_claim'],
  ['exp null', await signed({}, { ...base, exp: null }), 'token_claim'],
  ['iss missing', await signed({}, without('iss')), 'token_issuer'],
  ['exp missing', await signed({}, without('exp')), 'token_claim'],
  ['aud missing', await signed({}, without('aud')), 'token_claim'],
  ['sub missing', await signed({}, without('sub')), 'token_claim'],
  ['client_id missing', await signed({}, without('client_id')), 'token_claim'],
  ['iat missing', await signed({}, without('iat')), 'token_claim'],
  ['jti missing', await signed({}, without('jti')), 'token_claim'],
  ['sub empty', await signed({}, { ...base, sub: '' }), 'token_claim'],
  ['sub a number', await signed({}, { ...base, sub: 7 }), 'token_claim'],
  ['sub with NUL', await signed({}, { ...base, sub: 'a\u0000b' }), 'token_claim'],
  ['sub too long', await signed({}, { ...base, sub: 'x'.repeat(256) }), 'token_claim'],
  ['payload exchanged', `${head}.${part({ ...base, sub: 'other' })}.${signature}`, 'token_signature'],
  ['header exchanged', `${part({ alg: 'PS256', typ: 'at+jwt', kid })}.${body}.${signature}`, 'token_key'],
  ['truncated', good.slice(0, -10), 'token_signature'],
  ['cut in half', good.slice(0, head.length + 40), 'token_unreadable'],
  ['a letter more', `${good}A`, 'token_signature'],
  ['payload that is a list', `${head}.${part([base])}.${signature}`, 'token_unreadable'],
  ['header that is a list', `${part(['RS256'])}.${body}.${signature}`, 'token_unreadable'],
  ['header that is null', `${part(null)}.${body}.${signature}`, 'token_unreadable'],
  ['no JSON', 'abc.def.ghi', 'token_unreadable'],
  ['dots', '..', 'token_unreadable'],
  ['garbage', 'x', 'token_unreadable'],
  [
    'JWE to the public key',
    await new CompactEncrypt(Buffer.from(JSON.stringify(base)))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', typ: 'at+jwt', kid } as never)
      .encrypt(publicKey),
    'token_unreadable',
  ],
  ['an opaque token of the provider', 'ZmFrZS1vcGFxdWUtdG9rZW4tb2YtdGhlLXByb3ZpZGVy', 'token_unreadable'],
]

t.test(`${FORGED.length} tokens that do not hold`, async (t) => {
  t.equal((await request({ url: '/v1/me', headers: { authorization: `Bearer ${good}` } })).statusCode, 200)
  for (const [name, token, fault] of FORGED) {
    for (const url of ['/v1/me', '/v1/regions/09']) {
      const answer = await request({ url, headers: { authorization: `Bearer ${token}` } })
      t.equal(answer.statusCode, 401, `${name} at ${url}`)
      t.match(
        answer.json(),
        { code: 'unauthenticated', errors: [{ header: 'Authorization', code: fault }] },
        name,
      )
      t.match(
        answer.headers['www-authenticate'],
        /^Bearer realm="infitah", error="invalid_token", error_description="[ !#-[\]-~]+"$/,
        name,
      )
      t.equal(answer.headers['cache-control'], 'no-store')
      t.notMatch(answer.body, new RegExp(`portal|someone|${real.n}|"stack"|JWT[A-Z]`), 'tells nothing')
    }
  }
  t.equal(calls, 0, 'nobody was asked for keys but the issuer')
  t.ok(provider.asked.keys <= 2, `${provider.asked.keys} questions to the issuer`)
})

t.test('what is no credentials at all', async (t) => {
  for (const authorization of [
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${good} ${good}`,
    `Bearer "${good}"`,
    `Token ${good}`,
    good,
    'Basic',
    'Basic !!!!',
    `Basic ${btoa('someone:password')}`,
    `Basic ${btoa(`${good}:`)}`,
    'Digest username="x"',
    `Bearer ${'x'.repeat(9_000)}`,
  ])
    for (const url of ['/v1/me', '/v1/regions'])
      t.equal(
        (await request({ url, headers: { authorization } })).statusCode,
        401,
        authorization.slice(0, 40),
      )
})

t.test('who sends none is told what to send', async (t) => {
  for (const language of LANGUAGES) {
    const answer = await request({ url: '/v1/me', headers: { 'accept-language': language } })
    t.equal(answer.statusCode, 401)
    t.equal(answer.headers['www-authenticate'], 'Bearer realm="infitah", Basic realm="infitah"')
    t.match(answer.json(), { errors: [{ code: 'credentials_required', detail: /Bearer/ }] })
    t.equal(answer.headers['content-language'], language)
  }
})

t.test('it is refused before anything of the body is read', async (t) => {
  const before = await db
    .selectFrom('journal_entry')
    .select(({ fn }) => fn.countAll().as('n'))
    .execute()
  for (const headers of [{}, { authorization: 'Bearer x' }]) {
    const answer = await request({
      method: 'POST',
      url: '/v1/members',
      headers: { ...headers, 'content-type': 'application/json' },
      payload: `{"a": ${'['.repeat(100_000)}`,
    })
    t.equal(answer.statusCode, 401)
  }
  t.same(
    await db
      .selectFrom('journal_entry')
      .select(({ fn }) => fn.countAll().as('n'))
      .execute(),
    before,
  )
})

t.test('not in the address, and never in the log', async (t) => {
  const key = `inf_live_${'k'.repeat(43)}`
  for (const url of [
    `/v1/regions?access_token=${good}`,
    `/v1/me?limit=1&access_token=${good}`,
    `/v1/regions?api_key=${key}`,
    `/v1/regions?q=${key}`,
    `/nowhere?access_token=${good}`,
  ]) {
    const answer = await request(url)
    t.equal(answer.statusCode, 401, url.slice(0, 40))
    t.match(answer.json().errors, [{ code: 'credentials_in_query' }])
    t.notMatch(answer.body, good)
  }
  await request(`/v1/regions/${key}`)
  await request(`/v1/regions/${good}`)
  await request({ url: '/v1/me', headers: { authorization: `Bearer ${key}` } })
  const log = lines.join('')
  t.ok(lines.length > 100)
  for (const secret of [good, signature, key, body]) t.notOk(log.includes(secret), 'a log without secrets')
})
