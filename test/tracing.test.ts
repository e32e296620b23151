import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import t from 'tap'
import { openDatabase, openPool } from '../src/db/database.ts'
import { startJobs } from '../src/db/jobs.ts'
import { tasks } from '../src/jobs.ts'
import { nameServers } from '../src/outbound/address.ts'
import { openTracing, statementName } from '../src/tracing.ts'
import { appOn } from './support/app.ts'
import { freshDatabase } from './support/database.ts'
import { as, roleIdentity } from './support/roles.ts'
import { Receiver } from './support/webhooks.ts'

interface Span {
  name: string
  kind: number
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[]
  status: { code: number }
  startTimeUnixNano: string
  endTimeUnixNano: string
}

/** A real receiver of OTLP over HTTP, in its JSON. */
const sent: Span[] = []
let raw = ''
const collector = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString()
  raw += body
  t.match([request.method, request.url, request.headers['content-type']], ['POST', '/v1/traces', /json/])
  for (const { resource, scopeSpans } of JSON.parse(body).resourceSpans) {
    t.match(resource.attributes, [{ key: 'service.name', value: { stringValue: 'infitah-test' } }])
    for (const { spans } of scopeSpans) sent.push(...spans)
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
}).listen(0, '127.0.0.1')
await once(collector, 'listening')
const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`

const { url: database } = await freshDatabase(t)
const failures: Error[] = []
const tracing = openTracing({
  ...{ endpoint, serviceName: 'infitah-test', ratio: 1, everyMs: 20 },
  clock: () => new Date(),
  onError: (error) => failures.push(error),
})
const pool = openPool(database, { poolSize: 4, statementTimeoutMs: 10_000, onError: () => {} })
const db = openDatabase(pool, tracing.statement)
const lines: Record<string, unknown>[] = []
const stream = new Writable({
  write(chunk, _, done) {
    for (const line of String(chunk).trim().split('\n')) lines.push(JSON.parse(line))
    done()
  },
})
const service = await appOn(t, database, {
  ...{ db, pool, tracing, identity: roleIdentity, sendingDb: db, listenUrl: database, keptBytes: 8_388_608 },
  ...{ logger: { level: 'info', stream }, door: { allowLoopback: true, resolve: nameServers() } },
})
const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
t.teardown(async () => {
  await tracing.close()
  collector.close()
})

const of = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]))

async function found(is: (span: Span) => boolean): Promise<Span> {
  for (let tries = 0; tries < 500; tries += 1) {
    const span = sent.find(is)
    if (span !== undefined) return span
    await sleep(20)
  }
  throw new Error(`no such span among ${sent.map(({ name }) => name).join(', ')}; ${failures}`)
}

t.test('a request is a span, its statements are within, and the log knows it', async (t) => {
  const given = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' }
  const canary = 'canarytaroudannt'
  const answer = await fetch(`${origin}/v1/communes?q=${canary}`, {
    headers: { traceparent: `00-${given.trace}-${given.span}-01`, 'x-request-id': 'asked-by-me' },
  })
  t.equal(answer.status, 200)
  await answer.text()
  const span = await found((one) => of(one).request_id === 'asked-by-me')
  t.match(span, { name: 'GET /v1/communes', kind: 2, traceId: given.trace, parentSpanId: given.span })
  t.match(of(span), {
    'http.request.method': 'GET',
    'http.route': '/v1/communes',
    'http.response.status_code': 200,
  })
  const statement = await found(({ parentSpanId }) => parentSpanId === span.spanId)
  t.match(statement, { kind: 3, traceId: given.trace, name: /^select / })
  t.ok(BigInt(statement.startTimeUnixNano) <= BigInt(statement.endTimeUnixNano))
  t.notMatch(raw, canary, 'no value')
  t.notMatch(raw, '127.0.0.1', 'nor whose it is')
  t.match(
    lines.find((line) => line.request_id === 'asked-by-me'),
    { msg: 'request', trace_id: given.trace },
  )
  for (const traceparent of ['00-zz-zz-01', '00-00000000000000000000000000000000-b7ad6b7169203331-01', 'x']) {
    const headers = { traceparent, 'x-request-id': 'not-a-trace' }
    await (await fetch(`${origin}/v1/regions/x`, { headers })).text()
  }
  const own = await found((one) => of(one).request_id === 'not-a-trace')
  t.match([own.traceId, own.parentSpanId ?? ''], [/^(?!0{32})[0-9a-f]{32}$/, ''], 'a trace of its own')
  t.match(of(own), { 'http.response.status_code': 400 })
})

t.test('so is one that is answered from what is kept, and none of health', async (t) => {
  const ask = async (id: string) =>
    await (await fetch(`${origin}/v1/holidays?limit=1`, { headers: { 'x-request-id': id } })).text()
  const spanOf = (id: string) => found((one) => of(one).request_id === id)
  for (let tries = 0; tries < 50; tries += 1) {
    await ask(`kept-request-${tries}`)
    const { spanId, traceId } = await spanOf(`kept-request-${tries}`)
    if (sent.some(({ parentSpanId }) => parentSpanId === spanId)) continue
    t.match(
      lines.find((line) => line.request_id === `kept-request-${tries}`),
      { trace_id: traceId, route: '/v1/holidays' },
    )
    break
  }
  await (await fetch(`${origin}/healthz`)).text()
  await ask('the-last-one')
  await spanOf('the-last-one')
  t.notOk(sent.some(({ name }) => name.includes('healthz')))
})

t.test('a write, and what is told of it to a webhook', async (t) => {
  const receiver = await new Receiver().start(t)
  const made = await service.request({
    method: 'POST',
    url: '/v1/webhook-endpoints',
    headers: as('association'),
    payload: { name: 'Here', url: `${receiver.url}?token=canary-of-the-receiver`, types: ['member'] },
  })
  t.equal(made.statusCode, 201, made.body)
  const { data } = await service.json('/v1/communes?member=false&limit=1&fields=hcp_code')
  const written = await service.request({
    method: 'POST',
    url: '/v1/members',
    headers: { ...as('association'), 'x-request-id': 'written-by-me' },
    payload: { collectivity: data[0].hcp_code, sources: [{ title: 'canary-of-the-source' }] },
  })
  t.equal(written.statusCode, 201, written.body)
  const write = await found((one) => of(one).request_id === 'written-by-me')
  const within = (name: string) =>
    found((one) => one.parentSpanId === write.spanId && one.name.startsWith(name))
  for (const name of ['insert', 'commit']) t.ok(await within(name))
  const message = await found(({ name }) => name === 'webhook message')
  t.match(of(message), { 'http.response.status_code': 200, 'webhook.id': receiver.received[0]!.id })
  const turn = await found(({ spanId }) => spanId === message.parentSpanId)
  t.match(of(turn), { 'webhook_endpoint.id': made.json().id })
  t.notOk(receiver.received[0]!.headers.traceparent, 'strangers are sent no trace of ours')
  t.notMatch(raw, /canary-of/, 'no value of a write, no address of a receiver')
})

t.test('a job, done or failed', async (t) => {
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const clock = () => new Date()
  const all = tracing.traced(tasks({ db, pool, clock, files: service.files }))
  const jobs = await startJobs(database, all, [], log)
  t.teardown(() => jobs.stop())
  await db.executeQuery(CompiledQuery.raw("select graphile_worker.add_job('forget-answers')"))
  const done = await found(({ name }) => name === 'job forget-answers')
  t.match(of(done), { 'job.attempt': 1 })
  t.ok(
    await found(
      ({ parentSpanId, name }) => parentSpanId === done.spanId && name.startsWith('delete idempotent_answer'),
    ),
  )
  // Without the id of an import there is none to do.
  await db.executeQuery(
    CompiledQuery.raw(
      'select graphile_worker.add_job(\'import-members\', \'{"id": "x"}\', max_attempts := 1)',
    ),
  )
  const failed = await found(({ name, status }) => name === 'job import-members' && status.code === 2)
  t.equal(of(failed)['error.type'], '22P02')
})

t.test('a statement is named by what it does', async (t) => {
  for (const [text, name] of [
    ['select extract(epoch from now()), m.id from (select * from "member" m) x', 'select member'],
    ['with a as (select 1) insert into journal_entry values ($1)', 'insert journal_entry'],
    ['select * from plan where id = $1 for update', 'select plan'],
    ['update only plan set a = $1', 'update plan'],
    ['  begin isolation level read committed', 'begin'],
    ['', 'unknown'],
  ])
    t.equal(statementName(text!), name)
})
