import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import { CompiledQuery } from 'kysely'
import t from 'tap'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { patiencePlugin } from '../../src/http/patience.ts'
import { appOn, startApp } from '../support/app.ts'
import { freshDatabase } from '../support/database.ts'
import { listening } from '../support/socket.ts'

interface Came {
  status: number
  code: string | undefined
  retryAfter: string | undefined
  ms: number
}

/** Asks over a connection of its own. */
async function ask(port: number, path: string): Promise<Came> {
  const began = performance.now()
  const [answer] = await once(get({ port, path, host: '127.0.0.1', agent: false }), 'response')
  let text = ''
  for await (const chunk of answer) text += chunk
  const { code } = answer.headers['content-type']?.includes('problem') ? JSON.parse(text) : {}
  return {
    ...{ status: answer.statusCode, code, retryAfter: answer.headers['retry-after'] },
    ms: performance.now() - began,
  }
}

/** A service with two connections for requests, and a way to keep both busy. */
async function small(t: Parameters<typeof freshDatabase>[0], deps = {}) {
  const { url } = await freshDatabase(t)
  const onError = () => {}
  const options = { poolSize: 2, statementTimeoutMs: 60_000, mostWaiting: 4, waitMs: 20_000, onError }
  const pool = openPool(url, options)
  const ownDb = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 4_000, onError }))
  t.teardown(() => ownDb.destroy())
  const service = await appOn(t, url, { pool, db: openDatabase(pool), ownDb, ...deps })
  t.teardown(() => pool.end())
  const occupy = async (count: number) => {
    const clients = await Promise.all(Array.from({ length: count }, () => pool.connect()))
    const slow = clients.map((client) => client.query('select pg_sleep(60)').catch(() => {}))
    return async () => {
      await ownDb.executeQuery(
        CompiledQuery.raw(
          `select pg_cancel_backend(pid) from pg_stat_activity where query like 'select pg_sleep%'`,
        ),
      )
      await Promise.all(slow)
      for (const client of clients) client.release()
    }
  }
  return { service, occupy, port: await listening(service.app) }
}

const shedAt = async (service: { app: Awaited<ReturnType<typeof appOn>>['app'] }, reason: string) =>
  Number(
    new RegExp(`^requests_shed_total\\{reason="${reason}"\\} (\\d+)$`, 'm').exec(
      (await service.app.inject('/metrics')).body,
    )?.[1],
  )

t.test('more than the database can take is refused at once, and all else goes on', async (t) => {
  const log: { msg: string; status?: number; refused?: number; most?: object }[] = []
  const logger = { level: 'info', stream: { write: (line: string) => void log.push(JSON.parse(line)) } }
  const { service, occupy, port } = await small(t, { keptBytes: 1_000_000, logger })
  const kept = '/v1/regions/09'
  t.equal((await ask(port, kept)).status, 200)
  const free = await occupy(2)
  // A loaded machine is slow, but nothing like the twenty seconds that a connection is waited for here.
  const all = Array.from({ length: 100 }, (_, index) => ask(port, `/v1/communes?limit=${index + 1}`))
  const first: Came[] = []
  for (const one of all) void one.then((came) => first.push(came))
  while (first.length < 96) await sleep(5)
  for (const { status, code, retryAfter } of first)
    t.match({ status, code, retryAfter }, { status: 503, code: 'overloaded', retryAfter: /^[123]$/ })
  const fastest = first.map(({ ms }) => ms).sort((a, b) => a - b)
  t.ok(fastest[47]! < 8_000, `half of them within ${fastest[47]} ms, all hundred being sent at once`)
  const alone = await ask(port, '/v1/communes?limit=150')
  t.match(alone, { status: 503, code: 'overloaded' })
  const inFrench = { headers: { 'accept-language': 'fr', 'x-request-id': 'asked-by-a-test' } }
  const [shed, other] = await Promise.all(
    ['/v1/communes?limit=151', '/nothing-of-the-kind'].map((path) =>
      fetch(`http://127.0.0.1:${port}${path}`, inFrench),
    ),
  )
  const namesOf = ({ headers }: Response) => [...headers.keys()].filter((name) => name !== 'retry-after')
  t.same(namesOf(shed!), namesOf(other!), 'with all the headers of any other problem')
  t.match(
    { language: shed!.headers.get('content-language'), ...((await shed!.json()) as object) },
    { language: 'fr', instance: '/v1/communes', request_id: 'asked-by-a-test', title: /\p{L}/u },
  )
  const inArabic = await fetch(`http://127.0.0.1:${port}/v1/communes`, {
    headers: { 'accept-language': 'ar' },
  })
  t.match(
    await inArabic.json(),
    { title: /\p{Script=Arabic}/u, status: 503 },
    'whole, in letters of two bytes',
  )
  t.ok(alone.ms < 4_000, `one alone is refused in ${alone.ms} ms`)
  for (const path of ['/healthz', '/readyz', '/metrics', '/v1/licences', kept]) {
    const { status, ms } = await ask(port, path)
    t.equal(status, 200, path)
    t.ok(ms < 4_000, `${path} in ${ms} ms`)
  }
  const polls = await Promise.all(Array.from({ length: 3 }, () => ask(port, '/v1/changes?limit=1')))
  t.ok(
    polls.every(({ code }) => code === 'overloaded'),
    'the feed reads too',
  )
  const headless = await fetch(`http://127.0.0.1:${port}/v1/communes`, { method: 'HEAD' })
  t.match([headless.status, headless.headers.get('content-type')], [503, /problem/])
  t.ok((await shedAt(service, 'connections')) >= 98)
  const refusals = () => log.filter(({ msg }) => msg === 'more is asked than can be answered')
  const told = () => refusals().reduce((total, { refused }) => total + refused!, 0)
  for (const until = Date.now() + 5_000; told() < 102 && Date.now() < until; ) await sleep(50)
  t.equal(told(), await shedAt(service, 'connections'), 'all of them are told of')
  t.ok(refusals().length < 50, 'in a few lines')
  t.match(refusals()[0]!.most, { ip: '127.0.0.1', refused: /^[1-9]/ })
  t.notOk(
    log.some(({ msg, status }) => msg === 'request' && status === 503),
    'and not in one each',
  )
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
  t.match([ready.status, await ready.json()], [200, { checks: { database: 'ok', load: 'refusing' } }])
  await free()
  const statuses = (await Promise.all(all)).map(({ status }) => status)
  t.same([statuses.filter((status) => status === 200).length, statuses.length], [4, 100])
  t.equal((await service.request('/v1/communes?limit=160')).statusCode, 200)
  const { status, ms } = await ask(port, '/v1/communes?limit=150')
  t.equal(status, 200, `and all is well, in ${ms} ms`)
})

t.test('whoever waits in vain is told so, and long polls take no place', async (t) => {
  const { url } = await freshDatabase(t)
  const pool = openPool(url, { poolSize: 1, statementTimeoutMs: 4_000, waitMs: 100, onError: () => {} })
  const service = await appOn(t, url, { pool, db: openDatabase(pool), mostPlaces: 1 })
  t.teardown(() => pool.end())
  const { position } = (await service.json('/v1/changes?limit=1')).meta
  const wait = service.app.inject(`/v1/changes?after=${encodeURIComponent(position)}&wait=1`)
  await sleep(200)
  t.equal((await service.request('/v1/regions/09')).statusCode, 200, 'while another waits for changes')
  await wait
  const client = await pool.connect()
  const answer = await service.request({ url: '/v1/regions/09', headers: { 'accept-language': 'ar' } })
  t.match([answer.statusCode, answer.json().code], [503, 'overloaded'])
  t.match(answer.headers['content-language'], 'ar')
  client.release()
  t.equal((await service.request('/v1/regions/09')).statusCode, 200)
})

t.test('every figure of dashboard and alerts is one that the service has', async (t) => {
  const { url } = await freshDatabase(t)
  const sendingDb = openDatabase(openPool(url, { poolSize: 2, statementTimeoutMs: 4_000, onError: () => {} }))
  const { app } = await appOn(t, url, { keptBytes: 1_000_000, sendingDb })
  t.teardown(() => sendingDb.destroy())
  await app.inject('/v1/regions/09')
  const body = (await app.inject('/metrics')).body
  const told = new Set([...body.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name!))
  const dashboard = JSON.parse(await readFile('ops/grafana/infitah.json', 'utf8'))
  const expressions: string[] = dashboard.panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
    targets.map(({ expr }) => expr),
  )
  const alerts = await readFile('ops/prometheus/alerts.yml', 'utf8')
  for (const [, expression] of alerts.matchAll(/expr: (".*")/g)) expressions.push(JSON.parse(expression!))
  const runbook = await readFile('docs/runbook.md', 'utf8')
  for (const [, anchor] of alerts.matchAll(/runbook\.md#(\S+)/g)) t.match(runbook, `\n## ${anchor}\n`)
  const commands = [...runbook.matchAll(/ -c ["'](select [^"`]*?)["']`|`(select graphile[^`]*)`/g)]
  t.equal(commands.length, 5)
  for (const [, asked, done] of commands)
    await sendingDb.executeQuery(CompiledQuery.raw((asked ?? done)!.replace('ID', '0::bigint')))
  t.ok(expressions.length > 30)
  for (const expression of expressions)
    for (const [, name] of expression
      .replaceAll(/\{[^}]*\}|by \([^)]*\)/g, '')
      .matchAll(/\b([a-z]+_\w+|jobs)\b/g))
      if (!['histogram_quantile'].includes(name!))
        t.ok(told.has(name!.replace(/_(bucket|count|sum)$/, '')), `${name} of ${expression}`)
  t.match(body, /^jobs\{state="waiting"\} \d+$/m)
  t.match(body, /^jobs_oldest_seconds [\d.]+$/m)
  t.match(body, /^database_connections\{state="idle"\} [1-9]$/m)
  t.match(body, /^journal_position [1-9]\d*$/m)
})

t.test('exports have few places, so that small reads go on', async (t) => {
  const { service, occupy, port } = await small(t, { mostPlaces: 1 })
  const free = await occupy(2)
  const whole = ask(port, '/v1/communes?format=csv')
  const second = ask(port, '/v1/communes?format=ndjson')
  const refused = await Promise.race([whole, second])
  t.match(refused, { status: 503, code: 'overloaded' })
  const one = ask(port, '/v1/regions/09')
  t.equal(await shedAt(service, 'places'), 1)
  await free()
  t.equal((await one).status, 200)
  t.same([(await whole).status, (await second).status].sort(), [200, 503])
  for (const format of ['csv', 'ndjson', 'geojson'])
    t.equal((await ask(port, `/v1/communes?format=${format}`)).status, 200, 'the place is free again')
})

t.test('a process that lags behind refuses what is work', async (t) => {
  const { app } = await startApp(t, { mostLagMs: 40 })
  const busy = setInterval(() => {
    const until = performance.now() + 90
    while (performance.now() < until);
  }, 1)
  let answer = await app.inject('/v1/regions/09')
  for (const until = Date.now() + 20_000; answer.statusCode === 200 && Date.now() < until; )
    answer = await app.inject('/v1/regions/09')
  t.match([answer.statusCode, answer.json().code], [503, 'overloaded'])
  t.equal((await app.inject('/healthz')).statusCode, 200)
  clearInterval(busy)
  for (const until = Date.now() + 20_000; answer.statusCode === 503 && Date.now() < until; await sleep(50))
    answer = await app.inject('/v1/regions/09')
  t.equal(answer.statusCode, 200, 'and takes it up again')
})

t.test('an answer that nobody reads is ended, and one that is slow to come is not', async (t) => {
  const app = Fastify()
  await app.register(patiencePlugin, { readerMs: 500 })
  const sources: Readable[] = []
  const lines = function* () {
    for (;;) yield 'a line of an export\n'.repeat(5_000)
  }
  app.get('/', async (_, reply) => {
    const source = Readable.from(lines(), { objectMode: false })
    sources.push(source)
    return await reply.send(source)
  })
  const late = async function* () {
    yield 'first, '
    await sleep(1_000)
    yield 'last'
  }
  app.get('/late', async (_, reply) => await reply.send(Readable.from(late())))
  app.get('/whole', async (_, reply) => await reply.send(Buffer.alloc(50_000_000)))
  t.teardown(() => app.close())
  const port = await listening(app)
  const ask = (path: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.pause()
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
    return socket
  }
  const connections = async () =>
    await new Promise<number>((done) => app.server.getConnections((_, count) => done(count)))
  const unread = [ask('/'), ask('/whole')]
  while (sources.length === 0 || (await connections()) < 2) await sleep(10)
  const began = performance.now()
  await once(sources[0]!, 'close')
  while ((await connections()) > 0) await sleep(10)
  t.ok(performance.now() - began < 10_000)
  for (const socket of unread) socket.destroy()

  // What is slow may be the database, and then nothing waits to be read.
  const answer = await fetch(`http://127.0.0.1:${port}/late`)
  t.equal(await answer.text(), 'first, last')
})
