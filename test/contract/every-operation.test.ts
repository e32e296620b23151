import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import t from 'tap'
import { LANGUAGES, PROBLEM_TEXTS } from '../../src/domain/messages.ts'
import { findEpoch } from '../../src/snapshots/queries.ts'
import { plantAdoptedPlan } from '../support/adopted.ts'
import { appOn, startApp } from '../support/app.ts'
import { contract, operations } from '../support/contract.ts'
import { contractDocument } from '../support/document.ts'
import { plantPlan } from '../support/plans.ts'
import { roleIdentity } from '../support/roles.ts'
import { plantVintage } from '../support/snapshots.ts'
import { plantEndpoint } from '../support/webhooks.ts'

const service = await startApp(t, { identity: roleIdentity, contract: true })
const { request, url: database } = service
await plantPlan(service)
await plantAdoptedPlan(service)
await plantEndpoint(service)
await plantVintage(service)
// What the examples are made of is there, with the ids of this database.
const addresses = new Map<string, string>()
await contractDocument(service.app, addresses)

const NOBODY = '00000000-0000-4000-8000-000000000000'
/** A position of this installation at which no snapshot was made. */
const NO_SNAPSHOT = `${await findEpoch(service.db)}.0`

interface Case {
  id: string
  path: string
  /** In the order of the document, HEAD and OPTIONS with them. */
  methods: string[]
  url: string
  /** Query parameters. */
  names: string[]
  statuses: string[]
}

// What anybody may read, and ask again for nothing.
const reads = operations.filter(
  ({ method, responses }) =>
    method === 'GET' && responses['304'] !== undefined && responses['200'].content['application/json'],
)
const CASES: Case[] = reads.map(({ id, path, responses }) => {
  const operation = contract.paths[path].get
  return {
    id,
    path,
    methods: [...Object.keys(contract.paths[path]).map((method) => method.toUpperCase()), 'HEAD', 'OPTIONS'],
    url: addresses.get(id)!,
    names: (operation.parameters ?? [])
      .filter((parameter: { in: string }) => parameter.in === 'query')
      .map((parameter: { name: string }) => parameter.name),
    statuses: Object.keys(responses),
  }
})

const withQuery = (url: string, query: string) => `${url}${url.includes('?') ? '&' : '?'}${query}`

/** Headers that say of what kind the answer is, and not how long it is or when it was made. */
const OF_THIS_ANSWER = [
  'content-type',
  'content-length',
  'content-encoding',
  'content-disposition',
  'date',
  'x-request-id',
  'connection',
  'keep-alive',
  'transfer-encoding',
]
const steady = (answer: LightMyRequestResponse) =>
  Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !OF_THIS_ANSWER.includes(name)))

t.ok(CASES.length >= 10, 'public reads are tried below')

/** Parameters of a query without which there is no answer. */
const NEEDED: Record<string, RegExp> = {
  getSessionCalendar: /(?<=[?&])collectivity=[^&]*/,
  listStatistics: /(?<=[?&])measure=[^&]*/,
  listSearchHits: /(?<=[?&])q=[^&]*/,
}

for (const { id, path, url, methods, names, statuses } of CASES) {
  const allows = (answer: LightMyRequestResponse) => String(answer.headers.allow).split(', ').sort()

  t.test(`${id}: the answer`, async (t) => {
    const answer = await request(url)
    t.equal(answer.statusCode, 200)
    t.match(answer.headers, {
      etag: /^"[\w.-]+\.[\w-]{12}"$/,
      'cache-control': 'public, no-cache',
      link: /<\/v1\/licences>; rel="license"/,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'x-request-id': /^[\w.-]{8,64}$/,
    })
    for (const name of ['Accept', 'Accept-Encoding'])
      t.ok(String(answer.headers.vary).split(', ').includes(name), `varies with ${name}`)
    for (const name of [
      'ETag',
      'Link',
      'Location',
      'RateLimit',
      'RateLimit-Policy',
      'Retry-After',
      'X-Request-Id',
    ])
      t.ok(
        String(answer.headers['access-control-expose-headers']).split(', ').includes(name),
        `shows ${name}`,
      )
    t.notOk(answer.headers.server, 'does not say what it runs on')
    t.notOk(answer.headers['access-control-allow-credentials'])
  })

  t.test(`${id}: 304 to who has it`, async (t) => {
    const answer = await request(url)
    const tag = String(answer.headers.etag)
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await request({ url, headers: { 'if-none-match': known } })
      t.equal(again.statusCode, 304, known)
      t.equal(again.rawPayload.length, 0)
      t.same(steady(again), steady(answer), 'the same headers')
      t.notOk(again.headers['content-type'], 'no type of no body')
    }
    const other = await request({ url, headers: { 'if-none-match': `"other", ${tag.slice(0, -4)}"` } })
    t.equal(other.statusCode, 200)
    t.equal(other.body, answer.body)
    const packed = await request({ url, headers: { 'accept-encoding': 'gzip' } })
    if (packed.headers['content-encoding'] === 'gzip')
      t.not(packed.headers.etag, tag, 'other bytes have another tag')
  })

  t.test(`${id}: HEAD is GET without a body`, async (t) => {
    const answer = await request(url)
    const head = await request({ method: 'HEAD', url })
    t.equal(head.statusCode, 200)
    t.equal(head.rawPayload.length, 0)
    t.same(steady(head), steady(answer))
    t.equal(head.headers['content-type'], answer.headers['content-type'])
    t.equal(head.headers['content-length'], answer.headers['content-length'])
    const known = { 'if-none-match': String(answer.headers.etag) }
    t.equal((await request({ method: 'HEAD', url, headers: known })).statusCode, 304)
  })

  t.test(`${id}: OPTIONS and other methods`, async (t) => {
    const options = await request({ method: 'OPTIONS', url })
    t.equal(options.statusCode, 204)
    t.same(allows(options), methods.toSorted(), 'OPTIONS tells the methods')
    t.equal(options.rawPayload.length, 0)
    const preflight = await request({
      method: 'OPTIONS',
      url,
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    })
    t.match(preflight, { statusCode: 204, headers: { 'access-control-allow-origin': '*' } })
    t.match(preflight.headers['access-control-allow-methods'], /GET/)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']) {
      if (methods.includes(method)) continue
      const bodies: object[] = [
        {},
        { payload: 'text', headers: { 'content-type': 'text/plain' } },
        { payload: '{"a":', headers: { 'content-type': 'application/json' } },
        { payload: 'x'.repeat(2_000_000), headers: { 'content-type': 'application/octet-stream' } },
      ]
      for (const body of bodies) {
        const answer = await request({ method: method as 'POST', url, ...body })
        t.equal(answer.statusCode, 405, method)
        t.same(allows(answer), methods.toSorted())
        t.match(answer.json(), { code: 'method_not_allowed', detail: /GET, HEAD.*OPTIONS/ })
      }
    }
  })

  t.test(`${id}: unknown parameters, all told at once with the nearest name`, async (t) => {
    const wrong = names.map((name) => `${name}x=1`)
    // What cannot be left out stays.
    const needed = NEEDED[id]?.exec(url)?.[0] ?? ''
    const answer = await request(`${url.split('?')[0]}?${[needed, ...wrong, 'zzzzzzzzzzzz=1'].join('&')}`)
    t.equal(answer.statusCode, 400)
    const { code, errors } = answer.json()
    t.equal(code, 'invalid_request')
    t.equal(errors.length, names.length + 1)
    for (const name of names) {
      const fault = errors.find((error: { parameter: string }) => error.parameter === `${name}x`)
      t.match(fault, { code: 'unknown_parameter', allowed: names }, `${name}x`)
      // Of a single letter nothing can be told.
      if (name.length === 1) continue
      t.equal(fault.nearest, name)
      t.match(fault.detail, `Did you mean "${name}"?`)
    }
    const far = errors.find((error: { parameter: string }) => error.parameter === 'zzzzzzzzzzzz')
    t.match(far, { code: 'unknown_parameter', allowed: names })
    t.notOk(far.nearest, 'nothing is near')
  })

  t.test(`${id}: 406 to who wants what there is not`, async (t) => {
    const answer = await request({ url, headers: { accept: 'image/png' } })
    t.equal(answer.statusCode, 406)
    t.match(answer.json(), {
      type: '/problems/not_acceptable',
      title: 'Format not available',
      status: 406,
      code: 'not_acceptable',
      detail: /application\/json/,
      instance: url.split('?')[0],
    })
    t.equal(answer.headers['cache-control'], 'no-store')
    t.equal(answer.json().request_id, answer.headers['x-request-id'])
  })

  t.test(`${id}: problems in three languages`, async (t) => {
    for (const [accept, language] of [
      ['ar', 'ar'],
      ['ar-MA,ar;q=0.9', 'ar'],
      ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
      ['de, en-GB;q=0.7', 'en'],
      ['en;q=0.3, fr;q=0.8', 'fr'],
      ['en;q=0, fr', 'fr'],
      [undefined, 'en'],
    ] as const) {
      const headers = accept === undefined ? {} : { 'accept-language': accept }
      const answer = await request({ url: withQuery(url, 'no_such=1'), headers })
      t.equal(answer.statusCode, 400)
      t.match(answer.headers['content-type'], /^application\/problem\+json/)
      t.equal(answer.headers['content-language'], language, accept ?? 'nothing said')
      t.ok(String(answer.headers.vary).split(', ').includes('Accept-Language'))
      const { title, detail } = PROBLEM_TEXTS.invalid_request
      t.match(answer.json(), { title: title[language], detail: detail[language], code: 'invalid_request' })
    }
    const texts = new Set(
      await Promise.all(
        LANGUAGES.map(async (language) => {
          const headers = { 'accept-language': language }
          return (await request({ url: withQuery(url, 'no_such=1'), headers })).json().errors[0].detail
        }),
      ),
    )
    t.equal(texts.size, LANGUAGES.length, 'the faults too')
  })

  if (statuses.includes('404'))
    t.test(`${id}: 404 for what there is not`, async (t) => {
      const answer = await request(
        path
          .replace('{id}', NOBODY)
          .replace('{collectivity}', NOBODY)
          .replace('{position}', NO_SNAPSHOT)
          .replace(/\{\w+\}/g, '1'),
      )
      t.equal(answer.statusCode, 404)
      t.match(answer.json(), { code: 'not_found', status: 404 })
    })

  if (statuses.includes('301'))
    t.test(`${id}: 301 from a former code`, async (t) => {
      const types = { regions: 'region', 'provincial-councils': 'provincial_council', communes: 'commune' }
      const type = types[path.split('/')[2] as keyof typeof types]
      const former = { region: '77', provincial_council: '77.777', commune: '77.777.77.77' }[type]!
      await sql`insert into collectivity_identifier
        select id, 'hcp', ${former}, '2004-01-01', 'year', '2014-01-01', 'year'
        from collectivity where type = ${type} order by hcp_code limit 1
        on conflict do nothing`.execute(service.db)
      const { rows } = await sql<{ hcp_code: string }>`
        select hcp_code from collectivity where type = ${type} order by hcp_code limit 1`.execute(service.db)
      const search = names.includes('as_of') ? 'as_of=2024-01-01' : 'limit=1'
      const at = (code: string) => `${path.replace('{collectivity}', code)}?${search}`
      for (const method of ['GET', 'HEAD'] as const) {
        const answer = await request({ method, url: at(former) })
        t.equal(answer.statusCode, 301)
        t.equal(answer.headers.location, at(rows[0]!.hcp_code))
        t.equal(answer.rawPayload.length, 0)
      }
    })
}

t.test('every public read may say what it must have seen', async (t) => {
  const takes = (path: string) =>
    contract.paths[path].get.parameters?.some(
      ({ name }: { name: string }) => name.toLowerCase() === 'min-position',
    )
  let asked = 0
  for (const { id, path, method } of operations) {
    if (method !== 'GET' || !takes(path) || !addresses.has(id)) continue
    asked += 1
    const answer = await request({ url: addresses.get(id)!, headers: { 'min-position': 'other.1' } })
    t.match(
      [answer.statusCode, answer.json().errors],
      [400, [{ header: 'Min-Position', code: 'position_elsewhere' }]],
      id,
    )
  }
  t.ok(asked > 40)
})

t.test('each client may ask so often', async (t) => {
  const limited = await appOn(t, database, { rateLimit: 2 })
  for (const [index, { id, url }] of CASES.entries()) {
    const ask = (headers = {}) => limited.request({ url, remoteAddress: `192.0.2.${index + 1}`, headers })
    const first = await ask()
    t.equal(first.headers['ratelimit-policy'], '"client";q=2;w=60', id)
    t.match(first.headers.ratelimit, /^"client";r=1;t=(60|59)$/, id)
    for (let times = 0; times < 4; times += 1) {
      const known = await ask({ 'if-none-match': String(first.headers.etag) })
      t.equal(known.statusCode, 304, `${id}: a 304 is free`)
      t.match(known.headers.ratelimit, /^"client";r=1;/)
    }
    t.match((await ask()).headers.ratelimit, /^"client";r=0;/, id)
    const refused = await ask({ 'x-forwarded-for': '198.51.100.7', 'accept-language': 'fr' })
    t.equal(refused.statusCode, 429, `${id}: whatever X-Forwarded-For says`)
    t.match(refused.json(), { code: 'rate_limited', detail: /^Réessayez dans \d+ secondes\.$/ })
    t.match(refused.headers.ratelimit, /^"client";r=0;t=\d+$/)
    t.match(refused.headers['retry-after'], /^([1-9]|[1-5]\d|60)$/)
    t.equal(refused.headers['cache-control'], 'no-store')
    const other = await limited.request({ url, remoteAddress: `203.0.113.${index + 1}` })
    t.equal(other.statusCode, 200, `${id}: another client is served`)
  }
  const health = { url: '/healthz', remoteAddress: '192.0.2.1' }
  t.equal((await limited.request(health)).statusCode, 200, 'health is not counted')
})

t.test('a proxy that is trusted tells whose the request is', async (t) => {
  const limited = await appOn(t, database, { rateLimit: 1, trustProxy: ['192.0.2.1'] })
  const ask = (from: string, forwarded: string) =>
    limited.request({ url: '/v1/licences', remoteAddress: from, headers: { 'x-forwarded-for': forwarded } })
  t.equal((await ask('192.0.2.1', '198.51.100.1')).statusCode, 200)
  t.equal((await ask('192.0.2.1', '198.51.100.1')).statusCode, 429)
  t.equal((await ask('192.0.2.1', '198.51.100.2')).statusCode, 200)
  t.equal(
    (await ask('192.0.2.1', '203.0.113.9, 198.51.100.2')).statusCode,
    429,
    'a forged start does not help',
  )
})
