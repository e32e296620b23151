import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { patiencePlugin } from '../../src/http/patience.ts'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { listening, speak } from '../support/socket.ts'

const log: { level: number; status?: number; msg: string }[] = []
const stream = { write: (line: string) => void log.push(JSON.parse(line)) }
const { app, request } = await startApp(t, { identity: roleIdentity, logger: { level: 'info', stream } })
const port = await listening(app)

/** A connection that is open, what has come over it, and when it was ended. */
async function opened(t: Pick<Test, 'teardown'>, to = port) {
  const socket: Socket = connect(to, '127.0.0.1')
  t.teardown(() => socket.destroy())
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  socket.on('error', () => {})
  const began = performance.now()
  const closed = once(socket, 'close').then(() => performance.now() - began)
  await once(socket, 'connect')
  return { socket, closed, text: () => text }
}

const head = (...lines: string[]) =>
  `${['POST /v1/members HTTP/1.1', 'Host: x', ...lines].join('\r\n')}\r\n\r\n`
const JSON_TYPE = 'Content-Type: application/json'
const association = `Authorization: ${as('association').authorization}`

t.test('headers that come byte by byte end in time, and nobody else waits', async (t) => {
  t.match(app.server, { headersTimeout: 10_000 }, 'ten seconds, looked at each second')
  const { headersTimeout } = app.server
  app.server.headersTimeout = 300
  t.teardown(() => {
    app.server.headersTimeout = headersTimeout
  })
  const attackers = await Promise.all(Array.from({ length: 100 }, () => opened(t)))
  for (const { socket } of attackers) socket.write('GET /v1/regions HTTP/1.1\r\nHost: x\r\nX-A: ')
  const drip = setInterval(() => {
    for (const { socket } of attackers) if (socket.writable) socket.write('b')
  }, 50)
  const took: number[] = []
  const all = Promise.all(attackers.map(({ closed }) => closed))
  let over = false
  void all.then(() => {
    over = true
  })
  while (!over && took.length < 1_000) {
    const began = performance.now()
    t.equal((await fetch(`http://127.0.0.1:${port}/v1/licences`)).status, 200)
    took.push(performance.now() - began)
    await sleep(5)
  }
  clearInterval(drip)
  t.ok(Math.max(...(await all)) < 300 + 2_000, 'all are closed within two seconds of their time')
  took.sort((a, b) => a - b)
  t.ok(
    took[Math.floor(took.length / 2)]! < 100,
    `half of the others took less than ${took[took.length >> 1]} ms`,
  )
  for (const { text } of attackers) t.match(text(), /^HTTP\/1\.1 408 [\s\S]*"code":"request_timeout"/)
})

t.test('connections over the limit are closed as they come, and those that are there go on', async (t) => {
  app.server.maxConnections = 20
  t.teardown(() => {
    app.server.maxConnections = Number.MAX_SAFE_INTEGER
  })
  const count = async () =>
    await new Promise<number>((done) => app.server.getConnections((_, all) => done(all)))
  while ((await count()) > 0) {
    app.server.closeIdleConnections()
    await sleep(5)
  }
  const there = await Promise.all(Array.from({ length: 20 }, () => opened(t)))
  while ((await count()) < 20) await sleep(5)
  const more = await Promise.all(Array.from({ length: 40 }, () => opened(t)))
  await Promise.all(more.map(({ closed }) => closed))
  t.equal(await count(), 20)
  there[0]!.socket.write('GET /v1/regions/09?fields=id HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(there[0]!.socket, 'data')
  t.match(there[0]!.text(), /^HTTP\/1\.1 200 /)
  there[1]!.socket.destroy()
  while ((await count()) > 19) await sleep(5)
  t.equal(
    (await fetch(`http://127.0.0.1:${port}/healthz`)).status,
    200,
    'a place that is free again is taken',
  )
})

t.test('a body that comes byte by byte ends in time', async (t) => {
  const slow = Fastify()
  await slow.register(patiencePlugin, { bodySeconds: 0.2 })
  slow.post('/', async () => 'read')
  t.teardown(() => slow.close())
  const { socket, closed, text } = await opened(t, await listening(slow))
  socket.write(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  )
  const drip = setInterval(() => socket.writable && socket.write(' '), 20)
  t.ok((await closed) < 3_000)
  clearInterval(drip)
  t.match(text(), /^HTTP\/1\.1 408 [\s\S]*Connection: close[\s\S]*"code":"request_timeout"/)
  const quick = await speak(
    await listening(slow),
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n',
    50,
  )
  t.equal(quick.status, 200)
})

t.test('who calls is found out before a byte of the body has come', async (t) => {
  for (const [name, lines, status] of [
    ['nobody', [], 401],
    ['bad credentials', ['Authorization: Bearer x'], 401],
    ['who may not', [`Authorization: ${as('ministry').authorization}`], 403],
  ] as const) {
    const { socket, text } = await opened(t)
    socket.write(head(...lines, JSON_TYPE, 'Content-Length: 100000'))
    await once(socket, 'data')
    t.match(text(), new RegExp(`^HTTP/1.1 ${status} `), name)
    socket.destroy()
  }
})

t.test('a body over the limit is not read to its end, whether or not it says its length', async (t) => {
  const announced = await opened(t)
  announced.socket.write(head(association, JSON_TYPE, 'Content-Length: 2000000'))
  await announced.closed
  t.match(announced.text(), /^HTTP\/1\.1 413 [\s\S]*"code":"payload_too_large"/)

  const arrived = once(app.server, 'connection') as Promise<[Socket]>
  const chunked = await opened(t)
  const [received] = await arrived
  chunked.socket.write(head(association, JSON_TYPE, 'Transfer-Encoding: chunked'))
  const piece = `10000\r\n${' '.repeat(65_536)}\r\n`
  let sent = 0
  let over = false
  void chunked.closed.then(() => {
    over = true
  })
  for (; !over && sent < 50_000_000; sent += 65_536)
    if (!chunked.socket.write(piece)) await Promise.race([once(chunked.socket, 'drain'), chunked.closed])
    else await sleep(0)
  await chunked.closed
  t.match(chunked.text(), /^HTTP\/1\.1 413 [\s\S]*connection: close[\s\S]*"code":"payload_too_large"/i)
  // What the buffers of the system hold has been sent, and is not read.
  t.ok(sent < 10_000_000, `${sent} bytes were sent`)
  t.ok(received.bytesRead <= 1_048_576 + 2 * 65_536, `and ${received.bytesRead} read`)
  t.equal((await request('/v1/regions/09')).statusCode, 200)
})

t.test('who leaves in the middle of a body is no fault of ours', async (t) => {
  log.length = 0
  const leavers = await Promise.all(Array.from({ length: 5 }, () => opened(t)))
  for (const { socket } of leavers)
    socket.write(`${head(association, JSON_TYPE, 'Content-Length: 1000')}{"a":`)
  await sleep(50)
  for (const { socket } of leavers) socket.destroy()
  while (log.filter(({ status }) => status === 499).length < 5) await sleep(10)
  await sleep(50)
  t.same(
    log.filter(({ level, status = 0 }) => level >= 40 || status >= 500),
    [],
  )
})
