import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import pg from 'pg'
import t from 'tap'
import { appOn, type Service } from '../support/app.ts'
import { freshDatabase } from '../support/database.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { listening, speak } from '../support/socket.ts'

const MEGABYTES = 64 * 1_048_576

const { url: database } = await freshDatabase(t)
const options = { listenUrl: database, keptBytes: MEGABYTES, identity: roleIdentity }
const keeping = await appOn(t, database, options)
const plain = await appOn(t, database, { identity: roleIdentity })
await known(keeping)

/** A process keeps nothing before it knows where the journal stands. */
async function known(service: Service): Promise<void> {
  await service.request('/v1/licences')
  for (let tries = 0; tries < 200; tries += 1) {
    const before = await count(service, 'yes')
    await service.app.inject('/v1/network')
    if ((await count(service, 'yes')) > before) return
    await sleep(20)
  }
  throw new Error('nothing is kept')
}

/** How many answers were there already, or were not. */
async function count({ app }: Service, found: 'yes' | 'no'): Promise<number> {
  const { body } = await app.inject('/metrics')
  return Number(new RegExp(`kept_answers_total\\{found="${found}"\\} (\\d+)`).exec(body)?.[1] ?? 0)
}

/** What of an answer must not depend on whether it was kept. */
function essence({ statusCode, headers, rawPayload }: Awaited<ReturnType<Service['request']>>) {
  const { date, connection, 'x-request-id': id, 'content-length': length, ...rest } = headers
  return { statusCode, headers: rest, body: rawPayload.toString('base64') }
}

/** Communes that are no members. */
const { data: communes } = await plain.json('/v1/communes?member=false&limit=500&fields=id,hcp_code')
let used = 0

/** Of the last write. */
let position = ''

/** One more candidate of the network, written by a process. */
async function candidate(service: Service): Promise<string> {
  const answer = await service.request({
    method: 'POST',
    url: '/v1/members',
    headers: as('association'),
    payload: { collectivity: communes[used++].hcp_code, sources: [{ title: 'List' }] },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  position = String(answer.headers.position)
  return answer.json().id
}

const CANDIDATES = '/v1/members?status=candidate&limit=500'

/** Whether a process tells of a candidate. */
const tells = async (service: Service, id: string, headers = {}): Promise<boolean> =>
  (await service.request({ url: CANDIDATES, headers }))
    .json()
    .data.some((member: { id: string }) => member.id === id)

t.test('what is kept is what would have been made', async (t) => {
  const urls = [
    '/v1/network',
    '/v1/regions?fields=id,name',
    '/v1/communes?q=%D8%AA%D8%A7%D8%B1%D9%88%D8%AF%D8%A7%D9%86%D8%AA&count=exact',
    '/v1/members?limit=2',
    '/v1/provincial-councils/09.541?include=memberships',
    '/v1/action-plans?include=axes,workshops,consultations',
    '/v1/commitments',
    '/v1/approval-sessions',
    '/v1/events',
    '/v1/events?format=ics',
    '/v1/session-calendar?collectivity=09.541&year=2023',
    '/v1/legal-rules',
    '/v1/holidays?limit=3',
  ]
  for (const url of urls)
    for (const encoding of [undefined, 'gzip', 'br']) {
      const headers = encoding === undefined ? {} : { 'accept-encoding': encoding }
      const hits = await count(keeping, 'yes')
      const first = await keeping.request({ url, headers })
      const second = await keeping.request({ url, headers })
      t.ok((await count(keeping, 'yes')) > hits, `${url} ${encoding} is kept`)
      const made = essence(await plain.request({ url, headers }))
      t.strictSame(essence(first), made, url)
      t.strictSame(essence(second), made, url)

      const unchanged = await keeping.request({
        url,
        headers: { ...headers, 'if-none-match': String(second.headers.etag) },
      })
      t.match([unchanged.statusCode, unchanged.body, unchanged.headers.etag], [304, '', second.headers.etag])
      t.notOk(unchanged.headers['content-type'])
      const head = await keeping.request({ method: 'HEAD', url, headers })
      t.equal(head.body, '')
      t.equal(Number(head.headers['content-length']), second.rawPayload.length)
    }
  const [text, small, smaller] = await Promise.all(
    ['identity', 'gzip', 'br'].map((encoding) =>
      keeping.request({ url: '/v1/legal-rules', headers: { 'accept-encoding': encoding } }),
    ),
  )
  t.equal(gunzipSync(small!.rawPayload).toString(), text!.body)
  t.equal(brotliDecompressSync(smaller!.rawPayload).toString(), text!.body)
})

t.test('only what a change concerns is made again', async (t) => {
  for (const url of [CANDIDATES, '/v1/holidays']) await keeping.request(url)
  const id = await candidate(keeping)
  const [hits, misses] = [await count(keeping, 'yes'), await count(keeping, 'no')]
  await keeping.request('/v1/holidays')
  t.equal(await count(keeping, 'yes'), hits + 1, 'holidays are as they were')
  t.ok(await tells(keeping, id), 'a process reads its own writes')
  t.equal(await count(keeping, 'no'), misses + 1)
})

t.test('what is kept is sent to whoever has seen no more than this process knows of', async (t) => {
  await candidate(plain)
  const seen = { url: CANDIDATES, headers: { 'min-position': position } }
  const hits = await count(keeping, 'yes')
  for (let tries = 0; tries < 200 && (await count(keeping, 'yes')) === hits; tries += 1) {
    t.equal((await keeping.request(seen)).headers.position, position)
    await sleep(10)
  }
  t.ok((await count(keeping, 'yes')) > hits)
  const [epoch, number] = position.split('.')
  for (const wrong of ['nonsense', `other.${number}`, `${epoch}.${Number(number) + 1_000}`])
    t.equal((await keeping.request({ url: CANDIDATES, headers: { 'min-position': wrong } })).statusCode, 400)
})

t.test('a page is kept as long as each part of it holds', async (t) => {
  const page = '/regions/09'
  /** Answers that were there for one request: of a page that is kept, itself and nothing else. */
  const found = async (url: string, headers = {}) => {
    const [yes, no] = [await count(keeping, 'yes'), await count(keeping, 'no')]
    const answer = await keeping.app.inject({ url, headers })
    return { answer, yes: (await count(keeping, 'yes')) - yes, no: (await count(keeping, 'no')) - no }
  }
  await found(page)
  const kept = await found(page)
  t.match(kept, { yes: 1, no: 0, answer: { statusCode: 200 } })
  t.strictSame(essence(kept.answer), essence(await plain.app.inject(page)))
  t.match(kept.answer.headers['surrogate-key'], /\baction_plan\b/)
  const { etag } = kept.answer.headers
  t.match(await found(page, { 'if-none-match': String(etag) }), { yes: 1, answer: { statusCode: 304 } })

  const made = await keeping.request({
    method: 'POST',
    url: '/v1/action-plans',
    headers: as('association'),
    payload: { collectivities: [{ collectivity: '09' }], sources: [{ title: 'List' }] },
  })
  t.equal(made.statusCode, 201)
  const changed = await found(page)
  t.not(changed.answer.headers.etag, etag, 'a write shows at once')
  t.ok(changed.no > 0)
  t.ok(changed.yes > 0, 'what it does not concern is not read again')
  t.match(await found(page), { yes: 1, no: 0 }, 'though its parts stand at several positions')

  for (const url of ['/?as_of=2026-02-30', `${page}?utm_source=x`]) {
    await found(url)
    t.ok((await found(url)).no > 0, `${url} is not kept`)
  }
})

t.test('what is for one caller is never kept, nor given what is', async (t) => {
  await keeping.request('/v1/members')
  const [hits, misses] = [await count(keeping, 'yes'), await count(keeping, 'no')]
  for (const url of ['/v1/members', '/v1/contributions', '/v1/me'])
    await keeping.request({ url, headers: as('association') })
  t.strictSame([await count(keeping, 'yes'), await count(keeping, 'no')], [hits, misses])
  const url = '/v1/contributions'
  t.match((await keeping.request({ url, headers: as('association') })).headers, {
    'cache-control': 'private, no-store',
  })
  t.equal((await keeping.request(url)).headers['cache-control'], 'public, no-cache')
})

t.test('what is kept for all depends on nothing that one of them says', async (t) => {
  const url = '/v1/members?limit=3'
  const before = essence(await keeping.request(url))
  for (const [name, value] of [
    ['host', 'evil.example'],
    ['x-forwarded-host', 'evil.example'],
    ['x-forwarded-proto', 'evil'],
    ['x-forwarded-prefix', '/evil'],
    ['x-forwarded-for', '203.0.113.66'],
    ['forwarded', 'for=203.0.113.66;host=evil.example'],
    ['x-original-url', '/v1/evil'],
    ['x-rewrite-url', '/v1/evil'],
    ['x-http-method-override', 'DELETE'],
    ['origin', 'https://evil.example'],
    ['referer', 'https://evil.example/'],
    ['user-agent', 'evil/1.0'],
    ['cookie', 'evil=1'],
    ['accept-language', 'ar, evil'],
    ['x-request-id', 'evil-request-1'],
    ['range', 'bytes=0-1'],
    ['x-evil', 'evil'],
  ] as const) {
    // Of another list each time, so that it is made under this header and then asked for without it.
    const fresh = `/v1/communes?limit=2&modified_since=2020-01-01T00:00:${String(used++ % 60).padStart(2, '0')}Z&q=${name.length}a`
    for (const one of [url, fresh]) {
      const asked = await keeping.app.inject({ url: one, headers: { [name]: value } })
      const { 'x-request-id': id, ...headers } = asked.headers
      t.notMatch(
        `${JSON.stringify(headers)} ${asked.body}`,
        /evil|203\.0\.113\.66/,
        `${name} is told nowhere`,
      )
      t.strictSame(essence(asked), essence(await keeping.request(one)), name)
    }
  }
  t.strictSame(essence(await keeping.request(url)), before)
})

t.test('a hundred who ask the same at once wait for one', async (t) => {
  const misses = await count(keeping, 'no')
  const url = '/v1/communes?limit=500&include=memberships'
  const answers = await Promise.all(Array.from({ length: 100 }, () => keeping.app.inject(url)))
  t.ok(answers.every(({ statusCode, body }) => statusCode === 200 && body === answers[0]!.body))
  t.equal(await count(keeping, 'no'), misses + 1)
  const refused = await Promise.all(
    Array.from({ length: 20 }, () => keeping.app.inject('/v1/communes?limit=0')),
  )
  t.ok(
    refused.every(({ statusCode }) => statusCode === 400),
    'a refusal is not shared',
  )
})

t.test('whoever waits for a change lets nobody else wait', async (t) => {
  const { meta } = await keeping.json('/v1/changes?limit=1')
  const ask = () => keeping.json(`/v1/changes?after=${meta.position}&wait=1`)
  const began = performance.now()
  const empty = await Promise.all([ask(), ask(), ask()])
  t.ok(performance.now() - began < 1_900, 'three wait as long as one')
  t.ok(empty.every(({ data }) => data.length === 0))
  const waiting = [ask(), ask()]
  await sleep(50)
  const id = await candidate(keeping)
  for (const { data } of await Promise.all(waiting)) t.equal(data[0]?.id, id)
})

t.test('whoever waited for an equal request is told what is left to it', async (t) => {
  const limited = await appOn(t, database, { ...options, rateLimit: 1_000 })
  await known(limited)
  const url = '/v1/communes?limit=499&include=memberships'
  const answers = await Promise.all([1, 2, 3].map(() => limited.request(url)))
  const left = answers.map(({ headers }) => Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]))
  t.equal(new Set(left).size, 3, left.join())
  const [first, second] = answers
  const headers = ({ ratelimit, 'x-request-id': id, date, ...rest }: Record<string, unknown>) => rest
  t.strictSame(headers(second!.headers), headers(first!.headers))
  await candidate(limited)
  const known304 = { url: CANDIDATES, headers: { 'if-none-match': '*' } }
  const unchanged = await Promise.all([limited.request(known304), limited.request(known304)])
  t.strictSame(
    unchanged.map(({ statusCode, body }) => [statusCode, body]),
    [
      [304, ''],
      [304, ''],
    ],
  )
})

t.test('what is kept counts for the limit; that nothing changed does not', async (t) => {
  const limited = await appOn(t, database, { ...options, rateLimit: 1_000 })
  await known(limited)
  const left = (answer: Awaited<ReturnType<Service['request']>>) =>
    Number(/r=(\d+)/.exec(String(answer.headers.ratelimit))?.[1])
  const first = await limited.request('/v1/network')
  const second = await limited.request('/v1/network')
  t.equal(left(second), left(first) - 1)
  await limited.request({ url: '/v1/network', headers: { 'if-none-match': String(first.headers.etag) } })
  const third = await limited.request('/v1/network')
  t.equal(left(third), left(second) - 1)
  const tight = await appOn(t, database, { ...options, rateLimit: 3 })
  for (let asked = 0; asked < 3; asked += 1) await tight.request('/v1/network')
  const refused = await tight.request('/v1/network')
  t.equal(refused.statusCode, 429)
  t.ok(refused.headers['x-content-type-options'], 'in the form of every answer')
})

t.test('what is ready is sent over a socket as through the framework', async (t) => {
  const lines: { url?: string; status?: number; ip?: string; request_id?: string }[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(
        ...String(chunk)
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      )
      done()
    },
  })
  const logger = { level: 'info', stream }
  const limited = { ...options, rateLimit: 1_000, trustProxy: ['127.0.0.1'], logger }
  const { app } = await appOn(t, database, limited)
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity', ...headers } })
    const { date, connection, 'keep-alive': alive, ...rest } = Object.fromEntries(answer.headers)
    return { status: answer.status, headers: rest, body: await answer.text() }
  }
  await known({ ...keeping, app })
  await ask('/v1/network')
  const address = { 'x-forwarded-for': '203.0.113.9', 'x-request-id': 'mine-12345' }
  const kept = await ask('/v1/network', address)
  const { headers, ...made } = essence(await plain.request('/v1/network'))
  t.equal(kept.body, Buffer.from(made.body, 'base64').toString())
  const {
    ratelimit,
    'ratelimit-policy': policy,
    'x-request-id': id,
    'content-length': length,
    ...rest
  } = kept.headers
  t.strictSame(rest, headers)
  t.match(kept.headers, {
    'x-request-id': 'mine-12345',
    ratelimit: /r=999/,
    'content-length': String(Buffer.byteLength(kept.body)),
  })
  t.match(lines.at(-1), {
    url: '/v1/network',
    route: '/v1/network',
    status: 200,
    ip: '203.0.113.9',
    request_id: 'mine-12345',
  })
  const unchanged = await ask('/v1/network', { 'if-none-match': String(kept.headers.etag) })
  t.match(unchanged, { status: 304, body: '' })
  t.match(lines.at(-1), { status: 304 })
  t.match((await app.inject('/metrics')).body, /route="\/v1\/network",status="304"/)
  t.equal((await ask('/v1/network', { authorization: 'Bearer nonsense' })).status, 401)
  t.equal((await ask('/v1/network?access_token=x')).status, 401)
})

t.test('what is ready keeps to HTTP, however it is asked for', async (t) => {
  const { app } = await appOn(t, database, { ...options, rateLimit: 1_000 })
  const port = await listening(app)
  await known({ ...keeping, app })
  const path = '/v1/licences'
  const ask = (method: string, ...headers: string[]) =>
    [`${method} ${path} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n')
  const { headers, body } = await speak(port, ask('GET', 'X-Request-Id: mine-54321'))
  t.match(headers, {
    connection: 'keep-alive',
    'keep-alive': 'timeout=72',
    'x-request-id': 'mine-54321',
    ratelimit: /r=\d+/,
    'content-length': String(Buffer.byteLength(body)),
    date: new Date(headers.date!).toUTCString(),
  })
  const all = await speak(
    port,
    [
      ask('GET'),
      ask('GET', `If-None-Match: ${headers.etag}`),
      ask('HEAD'),
      ask('GET', 'Connection: close'),
    ].join(''),
  )
  const answers = all.text.split(/(?=HTTP\/1\.1 )/).map((answer) => answer.split('\r\n\r\n'))
  t.ok(all.closed)
  t.same(
    answers.map(([head = '', text]) => [head.slice(9, 12), /connection: (.*)/i.exec(head)?.[1], text]),
    [
      ['200', 'keep-alive', body],
      ['304', 'keep-alive', ''],
      ['200', 'keep-alive', ''],
      ['200', 'close', body],
    ],
  )
  for (const [head = ''] of answers) {
    const names = head.split('\r\n').map((line) => line.split(':')[0]!.toLowerCase())
    t.equal(new Set(names).size, names.length, 'no header is there twice')
    t.equal(/^etag: (.*)$/m.exec(head)?.[1], headers.etag)
  }
  const old = await speak(port, `GET ${path} HTTP/1.0\r\n\r\n`)
  t.match(old, { status: 200, closed: true, headers: { connection: 'close' } })
  t.equal(old.body, body)
  const kept = await speak(port, `GET ${path} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`)
  t.match(kept, { status: 200, closed: false, headers: { connection: 'keep-alive' } })
})

t.test('nothing is told for longer than it is known to hold', async (t) => {
  const own = await freshDatabase(t)
  const freshness = { askEvery: 50, staleAfter: 300 }
  const cut = await appOn(t, own.url, { ...options, listenUrl: own.url, freshness })
  await known(cut)
  t.equal((await cut.app.inject('/readyz')).json().checks.changes, 'ok')
  const name = new URL(own.url).pathname.slice(1)
  const admin = new pg.Client(process.env.TEST_ADMIN_URL)
  await admin.connect()
  await admin.query(`alter database ${name} allow_connections false`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  t.equal(
    (await cut.app.inject('/v1/network')).statusCode,
    200,
    'for a while it is known that nothing is new',
  )
  const began = performance.now()
  let status = 200
  while (status === 200 && performance.now() - began < 5_000) {
    await sleep(20)
    status = (await cut.app.inject('/v1/network')).statusCode
  }
  t.equal(status, 503)
  t.ok(performance.now() - began < 1_000)
  t.not((await cut.app.inject('/readyz')).json().checks.changes, 'ok', 'and it is said')
  await admin.query(`alter database ${name} allow_connections true`)
  await admin.end()
  await known(cut)
})

const READ = [CANDIDATES, '/v1/network', '/v1/communes?include=memberships', '/v1/holidays', '/v1/members']
const step = fc.record({
  at: fc.nat(1),
  do: fc.constantFrom('write', 'read', 'read', 'read'),
  which: fc.nat(READ.length - 1),
})

t.test('whatever two processes write and read', { timeout: 60_000 }, async (t) => {
  const { url } = await freshDatabase(t)
  const both = await Promise.all([0, 1].map(() => appOn(t, url, { ...options, listenUrl: url })))
  for (const one of both) await known(one)
  const unkept = await appOn(t, url)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
      for (const { at, do: what, which } of steps) {
        const [here, there] = [both[at]!, both[1 - at]!]
        if (what === 'read') await here.json(READ[which]!)
        else {
          const id = await candidate(here)
          if (!(await tells(here, id))) throw new Error('a process does not read its own write')
          if (!(await tells(there, id, { 'min-position': position })))
            throw new Error('older than what was seen')
          const written = performance.now()
          while (!(await tells(there, id))) {
            if (performance.now() - written > 2_000) throw new Error('older than the bound')
            // Without a socket nothing is waited for, and nothing would be heard.
            await sleep(1)
          }
        }
      }
      for (const url of READ)
        for (const one of both) t.strictSame(await one.json(url), await unkept.json(url), url)
    }),
    { numRuns: 8, endOnFailure: true },
  )
})
