import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { PROBLEMS } from '../../src/domain/errors.ts'
import { openFileStore } from '../../src/files/store.ts'
import { appOn, startApp } from '../support/app.ts'
import { freshDatabase } from '../support/database.ts'

const { url: database, app } = await startApp(t)
/** Nobody listens there. */
const NOWHERE = 'postgres://nobody@127.0.0.1:1/nothing'

t.test('healthz says that the process lives, readyz that it can serve', async (t) => {
  const health = await app.inject('/healthz')
  t.match([health.statusCode, health.json()], [200, { status: 'ok' }])
  const ready = await app.inject('/readyz')
  t.match(
    [ready.statusCode, ready.json()],
    [200, { status: 'ready', checks: { database: 'ok', data: 'ok', process: 'ok' } }],
  )
  for (const answer of [health, ready]) t.equal(answer.headers['cache-control'], 'no-store')
  t.equal((await app.inject({ method: 'HEAD', url: '/readyz' })).statusCode, 200)

  const state = { prepared: false, closing: false }
  const service = await appOn(t, database, { health: state })
  const told = async () => {
    const answer = await service.app.inject('/readyz')
    return [answer.statusCode, answer.json().status, answer.json().checks]
  }
  t.match(await told(), [503, 'not ready', { database: 'ok', data: 'being prepared' }])
  state.prepared = true
  t.match(await told(), [200, 'ready', {}])
  state.closing = true
  t.match(await told(), [503, 'not ready', { process: 'closing' }])
  t.equal((await service.app.inject('/healthz')).statusCode, 200, 'it lives still')
})

t.test('readyz says what is wrong, soon, and whether it serves all the same', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'infitah-ready-'))
  const files = await openFileStore(directory, undefined, 0)
  const health = { prepared: true, closing: false, hasJobs: () => false }
  const service = await appOn(t, database, { files, health })
  await rm(directory, { recursive: true })
  const answer = await service.app.inject('/readyz')
  t.match([answer.statusCode, answer.json().status], [200, 'ready'])
  t.match(answer.json().checks, { files: 'unusable', jobs: 'stopped', database: 'ok' })
  const runbook = await readFile('docs/runbook.md', 'utf8')
  for (const { check, word, detail, runbook: place } of answer.json().wrong) {
    t.equal(answer.json().checks[check], word)
    t.match(detail, /^[A-Z].+$/)
    t.match(runbook, `\n## ${place.split('#')[1]}\n`)
  }
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as { port: number }
  const deaf = await appOn(t, `postgres://nobody@127.0.0.1:${port}/nothing`)
  const began = performance.now()
  const told = await deaf.app.inject('/readyz')
  t.ok(performance.now() - began < 2_500, 'soon')
  t.match([told.statusCode, told.json().wrong[0]], [503, { check: 'database', still_serves: false }])
  silent.close()
})

t.test('without a database', async (t) => {
  const { app } = await appOn(t, NOWHERE)
  t.equal((await app.inject('/healthz')).statusCode, 200)
  const ready = await app.inject('/readyz')
  t.match(
    [ready.statusCode, ready.json()],
    [503, { status: 'not ready', checks: { database: 'unreachable' } }],
  )
  for (const url of [
    '/v1/regions',
    '/v1/regions/09',
    '/v1/members',
    '/v1/network',
    '/v1/communes?format=csv',
    '/v1/communes?format=geojson',
  ]) {
    const answer = await app.inject({ url, headers: { 'accept-language': 'fr' } })
    t.equal(answer.statusCode, 503, url)
    t.match(answer.json(), {
      code: 'database_unavailable',
      title: 'Service momentanément indisponible',
      status: 503,
    })
    t.match(answer.headers['retry-after'], /^\d+$/)
    t.equal(answer.headers['cache-control'], 'no-store')
    t.notOk(answer.headers.etag, 'nothing to keep')
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
    t.same(
      Object.keys(answer.json()).sort(),
      ['code', 'instance', 'request_id', 'status', 'title', 'type'],
      'says nothing of what is inside',
    )
    t.notMatch(answer.body, /127\.0\.0\.1|ECONNREFUSED/)
  }
  t.equal(
    (await app.inject('/v1/regions?limit=0')).statusCode,
    400,
    'what needs no database is told all the same',
  )
  for (const url of ['/v1/licences', '/openapi.json', '/.well-known/api-catalog', '/problems/not_found'])
    t.equal((await app.inject(url)).statusCode, 200, url)
})

t.test('a database that breaks in the middle of traffic', async (t) => {
  const { url } = await freshDatabase(t)
  const service = await appOn(t, url)
  const killer = new pg.Client(url)
  await killer.connect()
  t.teardown(() => killer.end())
  const seen = new Map<number, number>()
  let going = true
  const urls = [
    '/v1/communes?limit=20',
    '/v1/regions/09',
    '/v1/members',
    '/v1/provincial-councils?format=csv',
    '/v1/network',
    '/v1/communes?q=ait',
  ]
  const traffic = Array.from({ length: 6 }, async (_, index) => {
    while (going) {
      const answer = await service.app.inject(urls[index]!).catch((error) => error as Error)
      // A stream that had begun is cut off, which the other end sees as an error.
      const status = answer instanceof Error ? 0 : answer.statusCode
      seen.set(status, (seen.get(status) ?? 0) + 1)
      if (!(answer instanceof Error) && status === 503)
        t.match([answer.json().code, answer.headers['retry-after']], ['database_unavailable', /^\d+$/])
    }
  })
  let killed = 0
  for (let times = 0; times < 8; times += 1) {
    await sleep(60)
    const { rowCount } = await killer.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    killed += rowCount ?? 0
  }
  for (const late = Date.now() + 10_000; !seen.has(200) && Date.now() < late; ) await sleep(20)
  going = false
  await Promise.all(traffic)
  // The pool hears of the last of them a moment later.
  await sleep(200)
  t.ok(killed > 8, `${killed} connections were ended`)
  t.same(
    [...seen.keys()].filter((status) => ![0, 200, 503].includes(status)),
    [],
    JSON.stringify([...seen]),
  )
  t.ok((seen.get(200) ?? 0) > 0, 'and some were served')
  for (const url of urls) t.equal((await service.request(url)).statusCode, 200, `${url}, afterwards`)
})

t.test('a statement that takes too long', async (t) => {
  const { url } = await freshDatabase(t)
  const locker = new pg.Client(url)
  await locker.connect()
  t.teardown(() => locker.end())
  const pool = openPool(url, { poolSize: 2, statementTimeoutMs: 200, onError: () => {} })
  const service = await appOn(t, url, { pool, db: openDatabase(pool) })
  t.teardown(() => pool.end())
  await locker.query('begin; lock table collectivity in access exclusive mode')
  const started = Date.now()
  for (const path of ['/v1/regions', '/v1/regions?format=csv']) {
    const answer = await service.app.inject(path)
    t.equal(answer.statusCode, 503, path)
    t.match(answer.json().code, /^(timeout|database_unavailable)$/)
    t.match(answer.headers['retry-after'], /^\d+$/)
  }
  t.ok(Date.now() - started < 8_000, 'and nobody waits for ever')
  await locker.query('rollback')
  t.equal((await service.request('/v1/regions')).statusCode, 200)
})

t.test(
  'metrics: open in development, with a token where one is set, hidden in production without',
  async (t) => {
    await app.inject('/v1/regions/09')
    await app.inject('/v1/regions/x')
    const open = await app.inject('/metrics')
    t.equal(open.statusCode, 200)
    t.match(open.headers['content-type'], /^text\/plain; version=0\.0\.4/)
    t.match(
      open.body,
      /^http_request_duration_seconds_count\{.*route="\/v1\/regions\/:collectivity",status="200"\} \d+$/m,
    )
    t.match(open.body, /status="400"/)
    t.match(open.body, /^process_cpu_seconds_total/m)
    t.match(open.body, /^http_requests_aborted_total \d+$/m)
    t.notMatch(open.body, 'regions/09', 'a route is counted, not each address')

    const token = 'a-token-of-twenty-characters'
    const guarded = await appOn(t, database, { metricsToken: token, production: true })
    for (const authorization of [undefined, 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`, token]) {
      const answer = await guarded.app.inject({
        url: '/metrics',
        headers: authorization ? { authorization } : {},
      })
      t.equal(answer.statusCode, 401, `${authorization}`)
      t.match([answer.json().code, answer.headers['www-authenticate']], ['unauthenticated', /^Bearer/])
    }
    const allowed = await guarded.app.inject({
      url: '/metrics',
      headers: { authorization: `Bearer ${token}` },
    })
    t.equal(allowed.statusCode, 200)
    const hidden = await appOn(t, database, { production: true })
    t.equal((await hidden.app.inject('/metrics')).statusCode, 404)
  },
)

t.test('what finds the service: RFC 9727, RFC 9116, the meanings of problems', async (t) => {
  const service = await appOn(t, database, {
    publicUrl: 'https://open.example.ma',
    securityContact: 'mailto:security@example.ma',
  })
  const catalog = await service.app.inject('/.well-known/api-catalog')
  t.match(catalog.headers['content-type'], /^application\/linkset\+json/)
  t.match(catalog.json().linkset, [
    {
      anchor: 'https://open.example.ma/v1',
      'service-desc': [{ href: 'https://open.example.ma/openapi.json' }],
      'service-doc': [{ href: 'https://open.example.ma/docs' }],
      license: [{ href: 'https://open.example.ma/v1/licences' }],
    },
  ])
  for (const link of Object.values<{ href: string }[]>(catalog.json().linkset[0]).flat())
    if (link.href)
      t.ok(
        [200, 301, 302].includes(
          (await service.app.inject(link.href.replace('https://open.example.ma', ''))).statusCode,
        ),
        link.href,
      )
  t.equal((await service.app.inject({ method: 'HEAD', url: '/.well-known/api-catalog' })).statusCode, 200)

  const security = await service.app.inject('/.well-known/security.txt')
  t.match(security.headers['content-type'], 'text/plain; charset=utf-8')
  t.match(
    security.body,
    /^Contact: mailto:security@example\.ma\nExpires: 2026-08-01T10:00:00\.000Z\nPreferred-Languages: ar, fr, en\n$/,
  )
  t.equal((await app.inject('/.well-known/security.txt')).statusCode, 404, 'none without a contact')

  for (const [code, status] of Object.entries(PROBLEMS)) {
    const answer = await app.inject(`/problems/${code}`)
    t.equal(answer.statusCode, 200, code)
    t.match(answer.json(), { code, status, title: { ar: String, fr: String, en: String } })
  }
  for (const code of ['nothing', 'toString', '__proto__'])
    t.equal((await app.inject(`/problems/${code}`)).statusCode, 404, code)
  const { type } = (await app.inject('/v1/nothing')).json()
  t.equal((await app.inject(type)).json().code, 'not_found', 'the type of a problem leads there')
})

t.test('every other address has OPTIONS and 405 too', async (t) => {
  for (const url of [
    '/healthz',
    '/readyz',
    '/metrics',
    '/openapi.json',
    '/.well-known/api-catalog',
    '/problems/not_found',
  ]) {
    const options = await app.inject({ method: 'OPTIONS', url })
    t.equal(options.statusCode, 204, url)
    t.match(options.headers.allow, /GET, HEAD/, url)
    const post = await app.inject({
      method: 'POST',
      url,
      payload: 'x',
      headers: { 'content-type': 'text/plain' },
    })
    t.match([post.statusCode, post.headers.allow], [405, /GET, HEAD/], url)
  }
})

function lines(): { stream: Writable; read: () => Record<string, unknown>[]; text: () => string } {
  let text = ''
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk
      done()
    },
  })
  return {
    stream,
    text: () => text,
    read: () =>
      text
        .trim()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
  }
}

t.test('one line a request, with its id and without its secrets', async (t) => {
  const log = lines()
  const { app } = await appOn(t, database, { logger: { level: 'info', stream: log.stream } })
  const secret = 'canary-7f3a'
  await app.inject({
    url: '/v1/regions/09',
    headers: {
      'x-request-id': 'given-by-client.1',
      authorization: `Bearer ${secret}`,
      cookie: `session=${secret}`,
      'x-api-key': secret,
    },
  })
  await app.inject(`/v1/communes?q=${encodeURIComponent('\u001b[31mأكادير')}%0Aforged%0D`)
  await app.inject('/v1/communes?limit=0')
  await app.inject('/nothing')
  await app.inject({ method: 'POST', url: '/v1/regions' })
  await app.inject('/v1/communes?format=csv&limit=3')
  await app.inject(`/v1/communes?q=${'a'.repeat(5_000)}`)
  await app.inject('/healthz')
  const told = log.read()
  t.equal(told.length, 7, 'health is not told')
  t.match(told[0], {
    msg: 'request',
    request_id: 'given-by-client.1',
    method: 'GET',
    url: '/v1/regions/09',
    route: '/v1/regions/:collectivity',
    ms: Number,
    ip: '127.0.0.1',
  })
  t.match(told.map((line) => line.status).slice(1, 6), [400, 400, 404, 405, 200])
  t.equal(new Set(told.map((line) => line.request_id)).size, 7, 'each has an id of its own')
  t.notMatch(log.text(), secret, 'no credential')
  t.ok(
    told.every((line) => String(line.url).length <= 500),
    'no line without end',
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is there to find them
  t.notMatch(log.text(), /[\u0000-\u0009\u000b-\u001f]/, 'nothing that a terminal would obey')
})

t.test('a fault of ours is told in the log, with its cause, and not to the client', async (t) => {
  const log = lines()
  const { app } = await appOn(t, NOWHERE, { logger: { level: 'info', stream: log.stream } })
  const answer = await app.inject('/v1/regions')
  const told = log.read().filter((line) => Number(line.level) >= 50)
  t.equal(told.length, 1)
  t.match(told[0], { err: { message: /ECONNREFUSED|connect/ }, request_id: answer.json().request_id })
})

t.test('a request id is taken when it is one, and made when it is not', async (t) => {
  for (const given of ['abcdefgh', '01890a5d-ac96-774b-bcce-b302099a8057', 'trace.id_1-x', 'a'.repeat(64)]) {
    const answer = await app.inject({ url: '/v1/nothing', headers: { 'x-request-id': given } })
    t.same([answer.headers['x-request-id'], answer.json().request_id], [given, given])
  }
  const made = new Set<unknown>()
  for (const given of [
    undefined,
    'short',
    'a'.repeat(65),
    'with space',
    'a;b=cdefgh',
    'بريدبريد',
    '<script>x',
  ]) {
    const headers = given === undefined ? {} : { 'x-request-id': Buffer.from(given).toString('latin1') }
    const id = (await app.inject({ url: '/healthz', headers })).headers['x-request-id']
    t.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, `${given}`)
    made.add(id)
  }
  t.equal(made.size, 7)
})
