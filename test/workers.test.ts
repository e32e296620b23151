import { once } from 'node:events'
import { type RequestOptions, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t, { type Test } from 'tap'
import { freshDatabase } from './support/database.ts'
import { KEY_SECRET } from './support/identity.ts'
import { associationKey } from './support/key.ts'
import { becomes, end, isAlive, killAll, launch, type Started, start } from './support/process.ts'

t.teardown(killAll)
const { url } = await freshDatabase(t)
const environment = {
  DATABASE_URL: url,
  KEY_SECRET,
  WORKERS: '2',
  LOG_LEVEL: 'info',
  TRUST_PROXY: '127.0.0.1',
  DATABASE_POOL: '6',
}

const secret = await associationKey(url)

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** On a connection of its own, so that any worker may answer. */
async function ask(address: string, path: string, options: RequestOptions = {}, body = ''): Promise<Answer> {
  const asked = request(`${address}${path}`, { agent: false, ...options }).end(body)
  const [response] = await once(asked, 'response')
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += chunk
  return { status: response.statusCode, headers: response.headers, body: text }
}

/** The processes that have begun to listen. */
const listenersSoFar = ({ output }: Started) => [
  ...new Set([...output().matchAll(/"pid":(\d+),.*"msg":"Server listening/g)].map(([, pid]) => Number(pid))),
]

/** The same, when there are as many as expected: what a process writes to its log comes a little later. */
async function listeners(service: Started, expected: number): Promise<number[]> {
  await becomes(() => listenersSoFar(service).length >= expected, 20_000)
  return listenersSoFar(service)
}

/** The processes that answered requests to this address, as the log says. */
const answerers = ({ output }: Started, path: string) =>
  new Set(
    output()
      .split('\n')
      .filter((line) => line.includes(`"url":"${path}"`))
      .map((line) => JSON.parse(line).pid),
  )

/** Each caller has a count of its own. */
const from = (ip: string) => ({ 'x-forwarded-for': ip })

const connections = async (like: string): Promise<number> => {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(
    'select count(*)::int from pg_stat_activity where datname = current_database() and application_name like $1',
    [like],
  )
  await client.end()
  return rows[0].count
}

t.test('two workers answer as one', async (t) => {
  const service = await start({ ...environment, RATE_LIMIT: '25' })
  const { address } = service
  t.equal((await listeners(service, 2)).length, 2)
  t.equal(service.output().match(/listening on/g)?.length, 1, 'it says where once')
  t.match(await ask(address, '/readyz'), { status: 200, body: '"data":"ok"' })

  await t.test('a client has one limit', async (t) => {
    const path = '/v1/regions?fields=id'
    const answers = await Promise.all(
      Array.from({ length: 40 }, async () => await ask(address, path, { headers: from('192.0.2.1') })),
    )
    const count = (status: number) => answers.filter((answer) => answer.status === status).length
    t.same([count(200), count(429)], [25, 15])
    const left = answers.map(({ headers }) => Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]))
    t.equal(Math.min(...left), 0)
    await becomes(() => answerers(service, path).size === 2, 2_000)
    t.equal(answerers(service, path).size, 2, 'both were asked')
    const other = await ask(address, path, { headers: from('192.0.2.2') })
    t.equal(other.status, 200)
    const unchanged = await ask(address, path, {
      headers: { ...from('192.0.2.2'), 'if-none-match': String(other.headers.etag) },
    })
    t.equal(unchanged.status, 304)
    t.match(
      (await ask(address, path, { headers: from('192.0.2.2') })).headers.ratelimit,
      'r=23',
      '304 is free',
    )
  })

  await t.test('one key is one effect, and all see it at once', async (t) => {
    const read = async () =>
      await ask(address, '/v1/members?status=candidate', { headers: from('192.0.2.3') })
    for (let turn = 0; turn < 4; turn += 1) await read()
    const options = {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': 'one-effect',
        ...from('192.0.2.3'),
      },
    }
    const body = JSON.stringify({ collectivity: '09.541.01.13', sources: [{ title: 'List' }] })
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => await ask(address, '/v1/members', options, body)),
    )
    t.ok(
      answers.every(({ status }) => [201, 409].includes(status)),
      answers.map(({ status }) => status).join(),
    )
    const made = answers.filter(({ status }) => status === 201)
    t.equal(new Set(made.map((answer) => JSON.parse(answer.body).id)).size, 1)
    t.equal(made.filter(({ headers }) => headers['idempotency-replayed'] === undefined).length, 1)
    await becomes(() => answerers(service, '/v1/members').size === 2, 2_000)
    t.equal(answerers(service, '/v1/members').size, 2, 'both were asked')
    for (let turn = 0; turn < 6; turn += 1) t.equal(JSON.parse((await read()).body).data.length, 1)
  })

  await t.test('figures are of both, connections of neither more than its part', async (t) => {
    const { body } = await ask(address, '/metrics')
    t.match(body, /^workers 2$/m)
    for (const number of [1, 2]) {
      t.match(body, new RegExp(`^kept_answers_total\\{found="no",worker="${number}"\\} [1-9]`, 'm'))
      t.match(body, new RegExp(`^database_connections_limit\\{worker="${number}"\\} 3$`, 'm'))
    }
    const names = body.split('\n').filter((line) => line.startsWith('# TYPE'))
    t.equal(new Set(names).size, names.length, 'each is described once')
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const path = `/v1/communes?limit=${index + 100}`
        const { status } = await ask(address, path, { headers: from(`192.0.2.${100 + index}`) })
        t.ok(
          [200, 503].includes(status),
          `${status}: a machine with much to do may take longer than one waits`,
        )
      }),
    )
    const taken = await connections('infitah%')
    t.ok(taken <= 6 + 15 + 3, `${taken} connections`)
    t.ok((await connections('infitah-jobs')) > 0)
  })

  await t.test('one that is killed is made anew', async (t) => {
    const [first] = await listeners(service, 2)
    process.kill(first!, 'SIGKILL')
    // Not when it is a zombie: its other threads may have its sockets for a moment longer.
    t.ok(await becomes(() => service.output().includes('a worker ended'), 10_000))
    t.equal((await ask(address, '/v1/network')).status, 200, 'the other answers')
    t.equal((await listeners(service, 3)).length, 3, 'another comes')
    t.match((await ask(address, '/metrics')).body, /^workers_ended_total 1$/m)
    // It has the place of the one that did the jobs.
    let jobs = 0
    for (let tries = 0; tries < 200 && jobs === 0; tries += 1) {
      jobs = await connections('infitah-jobs')
      if (jobs === 0) await sleep(50)
    }
    t.ok(jobs > 0)
  })

  await t.test('a port that is taken is said in one sentence', async (t) => {
    const { child, output } = launch({ ...environment, PORT: new URL(address).port })
    const [code] = await once(child, 'exit')
    t.equal(code, 1)
    t.equal(output().match(/EADDRINUSE/g)?.length, 1)
  })

  await t.test('SIGTERM ends all, after what was under way', async (t) => {
    const exports = Array.from(
      { length: 4 },
      async (_, index) =>
        await ask(address, `/v1/communes?format=csv&limit=${500 - index}`, { headers: from('192.0.2.4') }),
    )
    await sleep(20)
    t.same(await end(service.child, 'SIGTERM'), [0, null])
    for (const { status, body } of await Promise.all(exports))
      t.ok([200, 503].includes(status) && (status === 503 || body.endsWith('\r\n')), `${status}`)
    t.notOk((await listeners(service, 3)).some(isAlive), 'nobody is left')
    t.match(service.output(), /^infitah: stopped$/m)
    unbroken(t, service)
  })
})

/** Whether each line of the log is whole: two processes write to one pipe. */
function unbroken(t: Test, { output }: Started): void {
  const broken = output()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('infitah: ') && !isJson(line))
  t.same(broken, [])
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

t.test('SIGTERM while they start ends them as at any other time', async (t) => {
  const service = launch(environment)
  t.ok(await becomes(() => service.output().includes('Server listening'), 30_000))
  t.notMatch(service.output(), /listening on/, 'not all listen')
  t.same(await end(service.child, 'SIGTERM'), [0, null])
  t.match(service.output(), /^infitah: stopped$/m)
  t.notMatch(service.output(), /before it could answer/)
})

t.test('without their primary, workers end', async (t) => {
  const service = await start(environment)
  const pids = await listeners(service, 2)
  t.equal(pids.length, 2)
  t.same(await end(service.child, 'SIGKILL'), [null, 'SIGKILL'])
  t.ok(await becomes(() => !pids.some(isAlive), 5_000))
})
