import fc from 'fast-check'
import t from 'tap'
import { packCursor } from '../../src/db/cursor.ts'
import { startApp } from '../support/app.ts'
import { contract } from '../support/contract.ts'
import { listening, speak } from '../support/socket.ts'

const service = await startApp(t)
const { app, json, request } = service

// biome-ignore lint/suspicious/noExplicitAny: faults of an answer, looked at as they are
type Loose = any

/** Each fault as `parameter code`, in order. */
const faultsOf = (body: Loose): string[] =>
  (body.errors ?? []).map(
    (fault: Loose) => `${fault.parameter ?? fault.header ?? fault.pointer} ${fault.code}`,
  )

t.test('each is a 400 that names what is wrong', async (t) => {
  for (const [url, ...faults] of [
    ['/v1/communes?limit=0', 'limit too_small'],
    ['/v1/communes?limit=-1', 'limit too_small'],
    ['/v1/communes?limit=501', 'limit too_large'],
    ['/v1/communes?limit=1000000000', 'limit too_large'],
    ['/v1/communes?limit=99999999999999999999', 'limit wrong_type'],
    ['/v1/communes?limit=9007199254740993', 'limit wrong_type'],
    ['/v1/communes?limit=abc', 'limit wrong_type'],
    ['/v1/communes?limit=1e2', 'limit wrong_type'],
    ['/v1/communes?limit=0x10', 'limit wrong_type'],
    ['/v1/communes?limit=1.0', 'limit wrong_type'],
    ['/v1/communes?limit=%D9%A5', 'limit wrong_type'],
    ['/v1/communes?limit=', 'limit wrong_type'],
    ['/v1/communes?limit', 'limit wrong_type'],
    ['/v1/communes?limit=10,20', 'limit wrong_type'],
    ['/v1/communes?limit=10&limit=20', 'limit repeated_parameter'],
    ['/v1/communes?limit[]=10', 'limit[] unknown_parameter'],
    ['/v1/communes?as_of=2023-02-30', 'as_of wrong_format'],
    ['/v1/communes?as_of=2023-02-29', 'as_of wrong_format'],
    ['/v1/communes?as_of=2023-13-01', 'as_of wrong_format'],
    ['/v1/communes?as_of=2023', 'as_of wrong_format'],
    ['/v1/communes?as_of=31-12-2023', 'as_of wrong_format'],
    ['/v1/communes?as_of=today', 'as_of wrong_format'],
    ['/v1/communes?as_of=', 'as_of wrong_format'],
    ['/v1/communes?as_of=0000-01-01', 'as_of wrong_format'],
    ['/v1/communes?as_of=10000-01-01', 'as_of wrong_format'],
    ['/v1/network?as_of=2023-02-30', 'as_of wrong_format'],
    ['/v1/network?as_of=0000-12-31', 'as_of wrong_format'],
    ['/v1/members?as_of=2024-06-31', 'as_of wrong_format'],
    ['/v1/members?joined_on_gte=2024', 'joined_on_gte wrong_format'],
    ['/v1/members?joined_on_lte=0000-01-01', 'joined_on_lte wrong_format'],
    ['/v1/communes?modified_since=yesterday', 'modified_since wrong_format'],
    ['/v1/communes?modified_since=2026-01-01', 'modified_since wrong_format'],
    ['/v1/communes?modified_since=2026-01-01T00:00:00', 'modified_since wrong_format'],
    ['/v1/communes?modified_since=2026-01-01T25:00:00Z', 'modified_since wrong_format'],
    ['/v1/communes?modified_since=2026-02-30T00:00:00Z', 'modified_since wrong_format'],
    ['/v1/communes?modified_since=0000-01-01T00:00:00Z', 'modified_since wrong_format'],
    ['/v1/communes?modified_since=2026-01-01T00:00:00%2B23:59', 'modified_since wrong_format'],
    ['/v1/communes?format=xml', 'format not_allowed'],
    ['/v1/communes?format=JSON', 'format not_allowed'],
    ['/v1/regions/09?format=csv', 'format not_allowed'],
    ['/v1/communes?fields=nmae', 'fields not_allowed'],
    ['/v1/communes?fields=id,', 'fields not_allowed'],
    ['/v1/communes?fields=id,id', 'fields repeated_value'],
    ['/v1/communes?fields=name.xx', 'fields not_allowed'],
    ['/v1/communes?include=member', 'include not_allowed'],
    ['/v1/communes?sort=name', 'sort not_allowed'],
    ['/v1/communes?sort=--name.fr', 'sort not_allowed'],
    ['/v1/communes?sort=%2Bname.fr', 'sort not_allowed'],
    ['/v1/communes?count=true', 'count not_allowed'],
    ['/v1/communes?member=yes', 'member wrong_type'],
    ['/v1/communes?member=TRUE', 'member wrong_type'],
    ['/v1/communes?q=', 'q too_short'],
    [`/v1/communes?q=${'a'.repeat(201)}`, 'q too_long'],
    ['/v1/communes?region=x', 'region wrong_format'],
    ['/v1/communes?region=', 'region wrong_format'],
    ['/v1/communes?region=09,', 'region wrong_format'],
    [`/v1/communes?region=${Array.from({ length: 101 }, (_, n) => `1.${n}`).join()}`, 'region too_long'],
    ['/v1/communes?province=09.541,09.541', 'province repeated_value'],
    ['/v1/provincial-councils?kind=town', 'kind not_allowed'],
    ['/v1/communes?kind=province', 'kind unknown_parameter'],
    ['/v1/communes?near=-8,30', 'near unknown_parameter'],
    ['/v1/regions?near=-8', 'near wrong_format'],
    ['/v1/regions?near=-8,91', 'near wrong_format'],
    ['/v1/regions?near=-181,30', 'near wrong_format'],
    ['/v1/regions?near=-8,30,0', 'near wrong_format'],
    ['/v1/regions?near=-8,30,1000', 'near wrong_format'],
    ['/v1/regions?near=-8,30,50,1', 'near wrong_format'],
    ['/v1/regions?near=NaN,30', 'near wrong_format'],
    ['/v1/regions?bbox=-10,29,-8', 'bbox wrong_format'],
    ['/v1/regions?bbox=-8,29,-10,31', 'bbox wrong_format'],
    ['/v1/regions?bbox=1e1,29,12,31', 'bbox wrong_format'],
    ['/v1/regions?at=-8', 'at wrong_format'],
    ['/v1/regions?at=-8,30,5', 'at wrong_format'],
    ['/v1/regions?geometry=polygon', 'geometry not_allowed'],
    ['/v1/communes?identifier=09.541', 'identifier wrong_format'],
    ['/v1/communes?identifier=hcp:x', 'identifier wrong_format'],
    ['/v1/communes?identifier=hcp:', 'identifier wrong_format'],
    ['/v1/members?wave=0', 'wave too_small'],
    ['/v1/members?wave=x', 'wave wrong_type'],
    ['/v1/members?wave=99999999999', 'wave too_large'],
    ['/v1/members?wave=1,1', 'wave repeated_value'],
    ['/v1/members?status=gone', 'status not_allowed'],
    ['/v1/members?certainty=maybe', 'certainty not_allowed'],
    ['/v1/members/not-a-uuid', 'id wrong_format'],
    ['/v1/communes?cursor=', 'cursor too_short', 'cursor wrong_format'],
    ['/v1/communes?cursor=*', 'cursor wrong_format'],
    ['/v1/communes?bom=true', 'bom only_with'],
    ['/v1/communes?__proto__=1', '__proto__ unknown_parameter'],
    ['/v1/communes?constructor=1', 'constructor unknown_parameter'],
    ['/v1/communes?toString=1', 'toString unknown_parameter'],
    ['/v1/communes?=1', ' unknown_parameter'],
    ['/v1/licences?x=1', 'x unknown_parameter'],
    ['/v1/communes?token=abc', 'token unknown_parameter'],
  ] as const) {
    const answer = await app.inject(url)
    const body = answer.json()
    t.same(
      [answer.statusCode, body.code, ...new Set(faultsOf(body))],
      [400, 'invalid_request', ...faults],
      url.slice(0, 100),
    )
    t.notOk(
      body.errors?.some((fault: Loose) => /[{}]/.test(fault.detail)),
      'in whole words',
    )
  }
})

t.test('near and valid names are offered', async (t) => {
  for (const [url, nearest] of [
    ['/v1/communes?feilds=id', 'fields'],
    ['/v1/communes?Limit=5', 'limit'],
    ['/v1/communes?asof=2024-01-01', 'as_of'],
    ['/v1/communes?regoin=09', 'region'],
    ['/v1/communes?fields=nmae.fr', 'name.fr'],
    ['/v1/communes?sort=population.value', undefined],
    ['/v1/communes?sort=populaton', 'population'],
    ['/v1/communes?include=comunes', 'communes'],
    ['/v1/communes?format=cs', 'csv'],
    ['/v1/members?status=activ', 'active'],
    ['/v1/regions?geometry=center', 'centre'],
    ['/v1/communes?qqqqqqqqqqqqqqqq=1', undefined],
  ] as const) {
    const [fault] = (await request(url)).json().errors
    t.equal(fault.nearest, nearest, url)
    if (nearest !== undefined) t.match(fault.detail, nearest)
  }
  const { errors } = (await request('/v1/communes?format=xml')).json()
  t.same(errors[0].allowed, ['json', 'csv', 'ndjson', 'geojson'], 'a short list is given whole')
})

t.test('all that is wrong is told at once, in the language of the client', async (t) => {
  const url = '/v1/communes?limit=0&feilds=id&as_of=2023-02-30&sort=x&region=y&q=%FF&limit=5&format=xml'
  const answer = await request({ url, headers: { 'accept-language': 'ar-MA' } })
  t.equal(answer.statusCode, 400)
  t.same(faultsOf(answer.json()).sort(), [
    'as_of wrong_format',
    'feilds unknown_parameter',
    'format not_allowed',
    'limit repeated_parameter',
    'limit too_small',
    'q not_well_formed',
    'region wrong_format',
    'sort not_allowed',
  ])
  for (const fault of answer.json().errors) t.match(fault.detail, /[\u0600-\u06FF]/)
  const path = (await request('/v1/communes/xx?limit=1&as_of=x')).json()
  t.same(faultsOf(path).sort(), [
    'as_of wrong_format',
    'collectivity wrong_format',
    'limit unknown_parameter',
  ])
})

t.test('text that PostgreSQL or a log could not hold is refused where it comes in', async (t) => {
  for (const [name, bytes] of [
    ['NUL', '%00'],
    ['NUL within', 'a%00b'],
    ['invalid UTF-8', '%ff'],
    ['a cut sequence', '%D8'],
    ['an overlong one', '%C0%80'],
    ['a lone surrogate', '%ED%A0%80'],
    ['two of them', '%ED%A0%80%ED%B0%80'],
    ['beyond Unicode', '%F4%90%80%80'],
    ['not percent-encoded', '%zz'],
    ['a lone percent sign', '100%'],
    ['turned direction', 'a%E2%80%AEb'],
    ['isolated direction', '%E2%81%A6x'],
    ['a bell', '%07'],
    ['escape', '%1b[31m'],
    ['DEL', '%7f'],
    ['C1', '%C2%9b'],
  ]) {
    for (const [path, parameter] of [
      ['/v1/communes?q=', 'q'],
      ['/v1/communes?identifier=x:', 'identifier'],
      ['/v1/members?q=', 'q'],
      ['/v1/communes?region=', 'region'],
    ]) {
      const answer = await request(`${path}${bytes}`)
      t.equal(answer.statusCode, 400, `${name} in ${path}`)
      const code = name!.endsWith(' direction') ? 'direction_control' : 'not_well_formed'
      t.ok(faultsOf(answer.json()).includes(`${parameter} ${code}`), `${name}: is told`)
    }
    const named = await request(`/v1/communes?${bytes}=1`)
    t.equal(named.statusCode, 400, `${name} in a parameter's name`)
    const inPath = await app.inject(`/v1/communes/${bytes}`)
    t.equal(inPath.statusCode, 400, `${name} in a path`)
    t.match(inPath.headers['content-type'], /^application\/problem\+json/)
    t.equal(inPath.json().code, 'invalid_request')
  }
  for (const [name, q] of [
    ['marks of direction', 'agadir\u200f'],
    ['a joiner', 'بني\u200cملال'],
    ['tatweel', 'أكـــادير'],
    ['another plane', '𞸀agadir'],
    ['a line break', 'agadir\n'],
    ['plus is a space', 'beni+mellal'],
  ] as const) {
    const text = name === 'plus is a space' ? q : encodeURIComponent(q)
    t.equal((await request(`/v1/communes?q=${text}`)).statusCode, 200, name)
  }
})

t.test('a cursor is of one list', async (t) => {
  const url = '/v1/communes?region=09&sort=name.fr&limit=3'
  const { next_cursor: cursor } = (await json(url)).page
  t.equal((await request(`${url}&cursor=${cursor}`)).statusCode, 200)
  t.equal(
    (await request(`/v1/communes?sort=name.fr&region=09&limit=9&fields=id&cursor=${cursor}`)).statusCode,
    200,
    'another size, order of parameters or fields is the same list',
  )
  for (const other of [
    '/v1/communes?region=09&limit=3',
    '/v1/communes?region=09&sort=-name.fr',
    '/v1/communes?region=08&sort=name.fr',
    '/v1/communes?region=09&sort=name.fr&member=false',
    '/v1/communes?region=09&sort=name.fr&as_of=2024-01-01',
    '/v1/communes?region=09&sort=name.fr&q=ait',
    '/v1/provincial-councils?region=09&sort=name.fr',
    '/v1/members?region=09',
  ])
    for (const format of ['json', 'csv', 'ndjson']) {
      const answer = await request(`${other}&format=${format}&cursor=${cursor}`)
      t.equal(answer.statusCode, 400, other)
      t.equal(answer.json().code, 'cursor_mismatch')
    }
  const turned = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  for (const [index] of [...cursor].entries()) {
    if (index % 5 !== 0) continue
    const answer = await request(`${url}&cursor=${turned(cursor, index)}`)
    t.equal(answer.statusCode, 400, `changed at ${index}`)
  }
  for (const garbage of [
    'a',
    'null',
    'W10',
    btoa('{}').replace(/=+$/, ''),
    btoa('["a","b"]').replace(/=+$/, ''),
    'x'.repeat(1_000),
  ]) {
    const answer = await request(`${url}&cursor=${garbage}`)
    t.equal(answer.statusCode, 400, garbage.slice(0, 40))
    t.match(answer.json().code, /^(invalid_request|cursor_mismatch)$/)
  }
  t.same(faultsOf((await request(`${url}&cursor=${'x'.repeat(1_001)}`)).json()), ['cursor too_long'])
})

t.test('a cursor that somebody made with our own recipe is never a fault of ours', async (t) => {
  const id = '00000000-0000-4000-8000-000000000000'
  const faults: string[] = []
  for (const [url, bound] of [
    ['/v1/communes', '/v1/communes []'],
    ['/v1/communes?sort=population', '/v1/communes [["sort",["population"]]]'],
    ['/v1/communes?sort=updated_at', '/v1/communes [["sort",["updated_at"]]]'],
    ['/v1/members', '/v1/members []'],
  ] as const)
    for (const keys of [
      ['x', 'not-a-uuid'],
      ['x'],
      ['x', 'y', 'z'],
      [1, 2],
      [true, id],
      ['\u0000', id],
      ['x', '\ud800'],
      [1e308, id],
      ['2022-99-99', id],
    ])
      for (const format of ['json', 'csv']) {
        const joint = url.includes('?') ? '&' : '?'
        const cursor = packCursor(bound, keys as string[])
        const { statusCode } = await app.inject(`${url}${joint}format=${format}&cursor=${cursor}`)
        if (statusCode !== 200 && statusCode !== 400)
          faults.push(`${url} ${format} ${JSON.stringify(keys)}: ${statusCode}`)
      }
  t.same(faults, [])
})

t.test('addresses have one spelling', async (t) => {
  for (const url of [
    '/v1/communes/',
    '/v1//communes',
    '//v1/communes',
    '/V1/communes',
    '/v1/Communes',
    '/v1/communes/09.541.01.13/',
    '/v1/communes/09.541.01.13/x',
    '/v1/',
    '/v2/communes',
    '/v1/commune',
    '/v1/%63ommunes%2F',
    `/v1/communes/${'9'.repeat(201)}`,
    '/healthz/',
    '/.env',
  ]) {
    const answer = await app.inject(url)
    t.equal(answer.statusCode, 404, url.slice(0, 60))
    t.match(answer.json(), { code: 'not_found', title: 'Not found' })
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
  }
})

t.test('a long address, and many parameters', async (t) => {
  const long = await app.inject(`/v1/communes?q=${'a'.repeat(9_000)}`)
  t.equal(long.statusCode, 414)
  t.match(long.json(), { code: 'uri_too_long', detail: /8000/ })
  const many = await request(`/v1/communes?${Array.from({ length: 500 }, () => 'q=a').join('&')}`)
  t.equal(many.statusCode, 400)
  t.same([...new Set(faultsOf(many.json()))], ['q repeated_parameter'])
  const names = await request(`/v1/communes?${Array.from({ length: 500 }, (_, n) => `x${n}=1`).join('&')}`)
  t.equal(names.statusCode, 400)
  t.ok(names.body.length < 1_000_000, `an answer of ${names.body.length} bytes to 4 kB`)
})

const names: string[] = [
  ...new Set(
    Object.values<Loose>(contract.paths).flatMap((item) =>
      (item.get?.parameters ?? []).map((parameter: { name: string }) => parameter.name),
    ),
  ),
]
const lists = [
  '/v1/communes',
  '/v1/regions',
  '/v1/provincial-councils',
  '/v1/members',
  '/v1/network',
  '/v1/regions/09',
]
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    'true',
    '1',
    '-1',
    '09',
    '09.541',
    '-8,30',
    '-10,29,-8,31',
    '9999-12-31',
    '0001-01-01',
    'hcp:09',
    'csv',
    'ndjson',
    'id',
    'name.ar',
    "'; --",
    '%',
    '((',
    '-0',
    'null',
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.integer().map(String),
  fc.double().map(String),
)

t.test('whatever is asked, it is never a fault of ours', async (t) => {
  const asked = fc.record({
    path: fc.constantFrom(...lists),
    parameters: fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 4 }),
  })
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(asked, async ({ path, parameters }) => {
      const query = parameters.map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`)
      const answer = await app.inject(`${path}?${query.join('&')}`)
      seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1)
      if (![200, 301, 400, 404].includes(answer.statusCode))
        throw new Error(`${answer.statusCode} ${answer.body}`)
      if (answer.statusCode === 400 && !answer.json().code) throw new Error(answer.body)
    }),
    { numRuns: 250 },
  )
  t.ok((seen.get(200) ?? 0) > 20, `${JSON.stringify([...seen])}`)
})

t.test('over a real socket', async (t) => {
  const port = await listening(app)
  const get = (target: string, ...headers: string[]) =>
    ['GET ' + target + ' HTTP/1.1', 'Host: localhost', ...headers, '', ''].join('\r\n')
  const isProblem = (
    t: Loose,
    answer: Awaited<ReturnType<typeof speak>>,
    status: number,
    code: string,
    message: string,
  ) => {
    t.equal(answer.status, status, message)
    t.match(answer.headers['content-type'], /^application\/problem\+json/, `${message}: a problem`)
    const body = answer.body.startsWith('{') ? JSON.parse(answer.body) : {}
    t.match(body, { code, status, title: String, request_id: String }, message)
    return body
  }

  await t.test('what fits in no buffer', async (t) => {
    const query = await speak(port, get(`/v1/communes?q=${'a'.repeat(20_000)}`))
    t.ok([414, 431].includes(query.status), `20 kB of query: ${query.status}`)
    isProblem(
      t,
      query,
      query.status,
      query.status === 414 ? 'uri_too_long' : 'header_too_large',
      '20 kB of query',
    )
    t.ok(query.closed, 'and the connection ends')
    isProblem(
      t,
      await speak(port, get('/v1/regions', `X-Long: ${'a'.repeat(20_000)}`)),
      431,
      'header_too_large',
      'a header of 20 kB',
    )
    isProblem(
      t,
      await speak(port, get('/v1/regions', ...Array.from({ length: 3_000 }, (_, n) => `X-${n}: a`))),
      431,
      'header_too_large',
      '3,000 headers',
    )
    isProblem(
      t,
      await speak(port, get(`/v1/communes?q=${'a'.repeat(9_000)}`, 'Connection: close')),
      414,
      'uri_too_long',
      '9 kB of query',
    )
  })

  await t.test('bytes that were not percent-encoded', async (t) => {
    for (const target of ['/v1/communes?q=تارودانت', '/v1/communes/الدار', '/v1/communes?q=F\u00e8s']) {
      const body = isProblem(t, await speak(port, get(target)), 400, 'invalid_request', target)
      t.match(JSON.stringify(body), /--data-urlencode/, 'the answer tells how')
    }
    isProblem(
      t,
      await speak(port, Buffer.from(get('/v1/communes?q=F\u00e8s'), 'latin1')),
      400,
      'invalid_request',
      'Latin-1',
    )
    isProblem(t, await speak(port, get('/v1/communes?q=a b')), 400, 'invalid_request', 'a space')
    isProblem(
      t,
      await speak(port, get('/v1/communes/%zz', 'Connection: close')),
      400,
      'invalid_request',
      '%zz',
    )
  })

  await t.test('requests that two readers could read in two ways', async (t) => {
    for (const [name, bytes] of [
      ['two Host headers', get('/v1/regions', 'Host: example.org')],
      ['no Host', 'GET /v1/regions HTTP/1.1\r\n\r\n'],
      [
        'Content-Length and Transfer-Encoding',
        'POST /v1/regions HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/licences HTTP/1.1\r\nHost: a\r\n\r\n',
      ],
      [
        'two Content-Lengths',
        'POST /v1/regions HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd',
      ],
      [
        'an unknown transfer coding',
        'POST /v1/regions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\nabcd',
      ],
      ['a folded header', 'GET /v1/regions HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n'],
      ['bare line feeds', 'GET /v1/regions HTTP/1.1\nHost: a\n\n'],
      ['a header without a colon', get('/v1/regions', 'Nonsense')],
      ['a space before the colon', get('/v1/regions', 'X-A : b')],
      ['NUL in a header', get('/v1/regions', 'X-A: a\0b')],
      ['not HTTP', 'SSH-2.0-OpenSSH_9\r\n\r\n'],
      ['HTTP/2 without TLS', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ] as const) {
      const answer = await speak(port, bytes)
      isProblem(t, answer, 400, 'invalid_request', name)
      t.ok(answer.closed, `${name}: the connection ends`)
      t.equal(answer.text.match(/^HTTP\/1\.1 /gm)?.length, 1, `${name}: one answer`)
    }
  })

  await t.test('methods and expectations', async (t) => {
    isProblem(
      t,
      await speak(port, get('/v1/regions', 'Expect: the-impossible')),
      417,
      'expectation_failed',
      'Expect',
    )
    const trace = await speak(port, get('/v1/regions').replace('GET', 'TRACE'))
    isProblem(t, trace, 405, 'method_not_allowed', 'TRACE')
    t.equal(trace.headers.allow, 'GET, HEAD, OPTIONS')
    const connect = await speak(port, 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n')
    t.ok(connect.closed && !/^HTTP\/1\.1 2/.test(connect.text), 'CONNECT opens nothing')
    const odd = await speak(port, get('/v1/regions').replace('GET', 'FROB'))
    t.ok([400, 405, 501].includes(odd.status), `a method of nobody: ${odd.status}`)
    const overridden = await speak(
      port,
      get('/v1/regions?limit=1', 'X-HTTP-Method-Override: DELETE', 'Connection: close'),
    )
    t.equal(overridden.status, 200, 'X-HTTP-Method-Override means nothing')
    const upgrade = await speak(
      port,
      get(
        '/v1/regions?limit=1',
        'Connection: Upgrade, HTTP2-Settings',
        'Upgrade: h2c',
        'HTTP2-Settings: AAMAAABkAAQAAP__',
      ),
    )
    t.equal(upgrade.status, 200, 'an upgrade that is not offered means nothing')
    const continued = await speak(port, get('/v1/regions?limit=1', 'Expect: 100-continue'))
    t.match(continued.text, /^HTTP\/1\.1 (100 Continue\r\n\r\nHTTP\/1\.1 )?200/)
    const withBody = await speak(
      port,
      `${get('/v1/regions?limit=1', 'Content-Length: 2', 'Content-Type: text/plain')}ab`,
    )
    t.equal(withBody.status, 200, 'the body of a GET means nothing')
    const path = '/v1/consultations/019c1dcb-7900-7203-af61-2399a869961c/contributions'
    const missing = await speak(
      port,
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n`,
    )
    t.equal(missing.status, 400, 'a body that is not there is not waited for')
  })

  await t.test('a thousand requests at once on one connection are answered in order', async (t) => {
    const codes = Array.from({ length: 1_000 }, (_, index) => `${1 + (index % 12)}`)
    const bytes = codes.map((code) => get(`/v1/regions/${code}?fields=hcp_code`)).join('')
    const answer = await speak(port, bytes, 1_000)
    const told = [...answer.text.matchAll(/"hcp_code": ?"(\d\d)"/g)].map((match) => Number(match[1]))
    t.same(told, codes.map(Number))
  })

  await t.test('an address is taken as it is written', async (t) => {
    for (const target of [
      '/v1/./communes',
      '/v1/../v1/communes',
      '/../etc/passwd',
      '/v1/communes/',
      '/v1//communes',
    ])
      isProblem(t, await speak(port, get(target, 'Connection: close')), 404, 'not_found', target)
    const absolute = await speak(port, get('http://localhost/v1/regions/09?fields=id', 'Connection: close'))
    t.ok([200, 400].includes(absolute.status), `absolute form: ${absolute.status}`)
  })

  await t.test('a host that is not ours changes no link', async (t) => {
    const answer = await speak(
      port,
      get('/v1/communes?limit=1', 'X-Forwarded-Host: evil.example', 'Connection: close').replace(
        'localhost',
        'evil.example',
      ),
    )
    t.equal(answer.status, 200)
    t.notMatch(answer.text, 'evil.example')
  })
  t.equal(
    (await speak(port, get('/v1/regions/09?fields=id', 'Connection: close'))).status,
    200,
    'and the service goes on',
  )
})
