import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { Follower, reckon } from '../scripts/drill/support/ledger.ts'
import { freePorts } from '../scripts/drill/support/stage.ts'
import { Traffic } from '../scripts/drill/support/traffic.ts'
import { freshDatabase } from './support/database.ts'
import { KEY_SECRET } from './support/identity.ts'
import { associationKey } from './support/key.ts'
import { becomes, end, killAll, start } from './support/process.ts'
import { startProxy } from './support/proxy.ts'

t.teardown(killAll)
const { url } = await freshDatabase(t)
const environment = { KEY_SECRET, LOG_LEVEL: 'info', RATE_LIMIT: '0' }
/** On a signal the process meets an error that nobody catches. */
const stumble = `process.on('SIGWINCH', () => { Promise.reject(new Error('of nobody')) })`
/** A loaded machine is late, and not by much more. */
const LATE_MS = 1_500

const asked = async (address: string) => {
  const began = performance.now()
  const answer = await fetch(address)
  const text = await answer.text()
  const retryAfter = answer.headers.get('retry-after')
  return {
    status: answer.status,
    retryAfter,
    code: /"code":"(\w+)"/.exec(text)?.[1],
    ms: performance.now() - began,
  }
}

t.test('a database that comes late, is swallowed by the network, and an end that cannot wait', async (t) => {
  const proxy = await startProxy(t, url)
  await proxy.close()
  const { child, address, output } = await start({ ...environment, DATABASE_URL: proxy.url })
  t.match(await asked(`${address}/healthz`), { status: 200 }, 'A1: it lives')
  t.match(await asked(`${address}/readyz`), { status: 503 })
  const refused = { status: 503, code: 'database_unavailable', retryAfter: /^\d+$/ }
  t.match(await asked(`${address}/v1/regions`), refused)
  await proxy.open()
  const there = performance.now()
  while ((await asked(`${address}/readyz`)).status !== 200) await sleep(20)
  const ready = performance.now() - there
  t.ok(ready < 1_000 + LATE_MS, `and is ready ${ready} ms after the database`)
  t.match(await asked(`${address}/v1/regions`), { status: 200 })

  proxy.stall()
  const [lost, unready, alive] = await Promise.all(
    ['/v1/communes?limit=7', '/readyz', '/healthz'].map((path) => asked(address + path)),
  )
  t.match(lost, { status: 503, retryAfter: /^\d+$/ }, 'A6: a black hole')
  t.ok(lost!.ms > 4_500 && lost!.ms < 5_000 + LATE_MS, `one deadline, of five seconds: ${lost!.ms} ms`)
  t.equal(unready!.status, 503)
  t.ok(unready!.ms < 1_000 + LATE_MS, `who asks whether it is ready is told after ${unready!.ms} ms`)
  t.equal(alive!.status, 200)
  proxy.flow()
  t.match(await asked(`${address}/v1/communes?limit=7`), { status: 200 }, 'the next request is served')

  proxy.stall()
  const cut = asked(`${address}/v1/communes?limit=8`).catch((error: Error) => error)
  await sleep(100)
  child.kill('SIGTERM')
  await sleep(200)
  t.equal(child.exitCode, null, 'B2: the first SIGTERM lets it wait for what is under way')
  t.same(await end(child, 'SIGTERM'), [1, null], 'the second does not')
  t.ok((await cut) instanceof Error)
  t.match(output(), /second SIGTERM/)
})

t.test('killed in the middle of writes; a log that nobody takes; an error that nobody caught', async (t) => {
  const [port] = await freePorts(1)
  const service = {
    ...{ ...environment, DATABASE_URL: url, PORT: String(port) },
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(stumble)}`,
  }
  let running = await start(service)
  const { address } = running
  const traffic = new Traffic(address, await associationKey(url))
  const follower = new Follower(address)
  traffic.start(3, 0)
  follower.start()
  for (let kill = 0; kill < 3; kill += 1) {
    await traffic.nextAcknowledged()
    await sleep(Math.random() * 300)
    t.same(await end(running.child, 'SIGKILL'), [null, 'SIGKILL'], 'B3: kill -9')
    running = await start(service)
  }
  await traffic.nextAcknowledged()
  await traffic.stop()
  const { rows, ...wrong } = await reckon(address, traffic, follower)
  t.ok(rows > 0, `${rows} acknowledged, ${traffic.replays} found done by their retry`)
  t.same(wrong, { lost: 0, duplicates: 0, untold: 0, toldTwice: 0, takenBack: 0 })
  t.same(traffic.faults, [])

  const { child, output } = running
  child.stdout!.pause()
  const request = `GET /nothing?${'x'.repeat(480)} HTTP/1.1\r\nHost: x\r\n\r\n`
  const [each, sockets] = [2_500, 3]
  for (let socket = 0; socket < sockets; socket += 1) {
    const client = connect(port!, '127.0.0.1')
    client.write(request.repeat(each))
    let answers = 0
    for await (const chunk of client) {
      answers += String(chunk).split('HTTP/1.1 404').length - 1
      if (answers >= each) break
    }
  }
  const { status, ms } = await asked(`${address}/v1/regions`)
  t.equal(status, 200, `B11: it goes on though nobody takes its log (${ms} ms)`)
  const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1])
  if (process.platform === 'linux') t.ok(resident() < 512 * 1_024, `and takes ${resident()} kB`)
  child.stdout!.resume()
  t.ok(await becomes(() => /"lost":[1-9]\d*/.test(output()), 10_000), 'then it says how much of it is lost')

  const locker = new pg.Client(url)
  await locker.connect()
  await locker.query('begin; lock table collectivity in access exclusive mode')
  const underWay = asked(`${address}/v1/communes?limit=9`)
  const isWaiting = 'select 1 from pg_locks where not granted'
  while ((await locker.query(isWaiting)).rowCount === 0) await sleep(20)
  const exit = once(child, 'exit')
  child.kill('SIGWINCH')
  await becomes(() => /nobody caught/.test(output()), 5_000)
  await locker.end()
  t.match(await underWay, { status: 200 }, 'B5: what is under way is answered')
  t.same(await exit, [1, null], 'and it ends with 1')
  t.match(output(), /"level":60,.*of nobody.*ending after an error that nobody caught/)
})
