import t from 'tap'
import { startApp } from '../support/app.ts'
import { bearer } from '../support/identity.ts'
import { workshop } from '../support/workshop.ts'

const LIMIT = 10
const { request } = await startApp(t, { rateLimit: LIMIT, trustProxy: ['127.0.0.1'] })

/** A different client each time: the service is told to believe the proxy before it. */
const from = (address: string, headers: object = {}) => ({
  url: '/v1/regions/09',
  headers: { 'x-forwarded-for': address, ...headers },
})
const statuses = async (asked: ReturnType<typeof from>, times: number) => {
  const seen: number[] = []
  for (let done = 0; done < times; done += 1) seen.push((await request(asked)).statusCode)
  return seen
}
const some = (status: number, times: number) => Array.from({ length: times }, () => status)

t.test('the public is counted by address', async (t) => {
  t.same(await statuses(from('192.0.2.1'), LIMIT + 2), [...some(200, LIMIT), 429, 429])
  const refused = await request(from('192.0.2.1'))
  t.match(refused.headers, {
    'retry-after': /^\d+$/,
    'ratelimit-policy': `"client";q=${LIMIT};w=60`,
    ratelimit: /r=0/,
  })
  t.equal((await request(from('192.0.2.2'))).statusCode, 200)
})

t.test('whoever is known is counted by name, from wherever', async (t) => {
  const association = await bearer('association')
  t.same(
    await statuses(from('192.0.2.1', association), LIMIT - 1),
    some(200, LIMIT - 1),
    'though its address is spent',
  )
  t.same(await statuses(from('192.0.2.3', association), 3), [200, 429, 429])
  t.equal((await request(from('192.0.2.3'))).statusCode, 200)
  t.equal((await request(from('192.0.2.3', await bearer('ministry')))).statusCode, 200)
})

t.test('who may not is counted too', async (t) => {
  const editor = await bearer('member_editor', '09.541')
  const asked = { ...from('192.0.2.4', editor), url: '/v1/api-keys' }
  t.same(await statuses(asked, LIMIT + 1), [...some(403, LIMIT), 429])
})

t.test('who writes too much is stopped by name, from however many addresses', async (t) => {
  const editor = await bearer('member_editor', '09.541')
  const seen: number[] = []
  for (let done = 0; done < LIMIT + 3; done += 1) {
    const headers = { ...editor, 'x-forwarded-for': `198.51.100.${done}` }
    const answer = await request({
      method: 'POST',
      url: '/v1/workshops',
      headers,
      payload: workshop('09.541'),
    })
    seen.push(answer.statusCode)
    if (answer.statusCode === 429) t.match(answer.headers['retry-after'], /^\d+$/)
  }
  // What the same name has asked for in the test before is counted too.
  t.same(seen, [...some(201, seen.indexOf(429)), ...some(429, LIMIT + 3 - seen.indexOf(429))])
  t.ok(seen.includes(429))
})

t.test('bad credentials are counted by address, and stopped before they are looked at', async (t) => {
  for (const [index, authorization] of [
    'Bearer x',
    `Bearer inf_live_${'x'.repeat(43)}`,
    'Basic eDo=',
  ].entries()) {
    const address = `192.0.2.${index + 10}`
    t.same(await statuses(from(address, { authorization }), LIMIT + 2), [...some(401, LIMIT), 429, 429])
    t.equal((await request(from(address))).statusCode, 200, 'the public behind the same address goes on')
    const good = from(address, await bearer('admin'))
    t.equal((await request(good)).statusCode, 429, 'a good one among them waits')
  }
  const health = { url: '/healthz', headers: { authorization: 'Bearer x', 'x-forwarded-for': '192.0.2.10' } }
  t.equal((await request(health)).statusCode, 401, 'health is not counted')
})
