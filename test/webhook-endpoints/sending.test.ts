import fc from 'fast-check'
import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import t from 'tap'
import { followHead } from '../../src/db/head.ts'
import { deliveryMetrics, makeRegistry } from '../../src/http/log.ts'
import { makePost } from '../../src/outbound/post.ts'
import { forgetOld } from '../../src/webhook-endpoints/lease/commands.ts'
import { makeSender } from '../../src/webhook-endpoints/sender/commands.ts'
import { startApp } from '../support/app.ts'
import { KEY_SECRET } from '../support/identity.ts'
import { collectivityId, createMember, privateMember, setWave, write } from '../support/journal.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { Receiver } from '../support/webhooks.ts'

let now = new Date()
const clock = () => now
const pass = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds)
}
const HOUR = 3_600_000

/** What the names of this test stand for. */
const names = new Map<string, string[]>()
const door = { allowLoopback: true, resolve: async (name: string) => names.get(name) ?? [] }
const { db, url, request, json } = await startApp(t, { identity: roleIdentity, clock, door })
const errors: Error[] = []
const registry = makeRegistry()
const observe = deliveryMetrics(registry)
const senderWith = (changes: object = {}) =>
  makeSender({
    db,
    clock,
    post: makePost(door),
    keySecret: KEY_SECRET,
    publicUrl: 'https://infitah.example',
    chance: () => 0.5,
    observe,
    onError: (error) => errors.push(error),
    ...changes,
  })
const sender = senderWith()
t.teardown(() => sender.stop())

const owner = as('association')
const post = async (url: string, payload?: object, headers: object = owner) =>
  await request({ method: 'POST', url, headers: { ...headers }, ...(payload && { payload }) })

interface Endpoint {
  id: string
  signing_secret: string
  path: string
}
async function endpointFor(
  receiver: Receiver,
  more: object = {},
  headers: object = owner,
): Promise<Endpoint> {
  const payload = { name: 'Test', url: receiver.url, types: ['member'], ...more }
  const answer = await post('/v1/webhook-endpoints', payload, headers)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return { ...answer.json(), path: `/v1/webhook-endpoints/${answer.json().id}` }
}
const shown = async (path: string, headers: object = owner) =>
  (await request({ url: path, headers: { ...headers } })).json()
const step = async (path: string, action: string, headers: object = owner) =>
  await post(`${path}/transitions`, { action }, { ...headers, 'if-match': '*' })
const remove = async ({ path }: Endpoint) =>
  await request({ method: 'DELETE', url: path, headers: { ...owner, 'if-match': '*' } })

const place = await collectivityId(db, '01.151.01.01')
const elsewhere = await collectivityId(db, '09.541.01.13')
const member = await write(db, (writing) => createMember(writing, place))
let wave = 1
const change = async (by: object = {}) =>
  await write(
    db,
    (writing) => {
      wave = (wave % 999) + 1
      return setWave(writing, member, wave)
    },
    by,
  )
const changes = async (count: number, by: object = {}) => {
  for (let times = 0; times < count; times += 1) await change(by)
}
/** Where the feed stands, and what it tells after a position. */
const head = async () => (await json('/v1/changes?types=member&limit=1000')).page.next_cursor as string
const told = async (after: string): Promise<string[]> =>
  (await json(`/v1/changes?types=member&limit=1000&after=${after}`)).data.map(
    ({ position }: { position: string }) => position,
  )

t.test('a message is signed and has the form that it says', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  t.match(endpoint.signing_secret, /^whsec_[\w+/]{43}=$/)
  const before = await head()
  await change({ requestId: 'of-nobody' })
  t.equal(await sender.sendDue(), 1)
  const [message] = receiver.received
  const verified = new Webhook(endpoint.signing_secret).verify(message!.body, message!.headers)
  t.same(verified, message!.event)
  const later = String(Number(message!.headers['webhook-timestamp']) + 1)
  for (const [body, changed] of [
    [`${message!.body} `, {}],
    [message!.body, { 'webhook-id': 'another' }],
    [message!.body, { 'webhook-timestamp': later }],
  ] as const)
    t.throws(
      () => new Webhook(endpoint.signing_secret).verify(body, { ...message!.headers, ...changed }),
      'id, time and body are signed',
    )
  t.equal(message!.headers['content-type'], 'application/cloudevents+json; charset=utf-8')
  const [position] = await told(before)
  const [told_] = (await json(`/v1/changes?types=member&after=${before}`)).data
  t.same(message!.event, {
    specversion: '1.0',
    id: position,
    source: 'https://infitah.example/v1/changes',
    type: 'infitah.member.updated',
    subject: `member/${member}`,
    time: told_.occurred_at,
    datacontenttype: 'application/json',
    position,
    data: {
      change: 'updated',
      type: 'member',
      id: member,
      revision: told_.revision,
      origin: 'api',
      fields_changed: ['wave'],
      reason: null,
      replaced_by: null,
      href: `https://infitah.example/v1/members/${member}`,
    },
  })
  t.equal(message!.id, position)
  t.match(await shown(endpoint.path), {
    delivery: { position: await head(), failures: 0, delivered_at: now.toISOString() },
  })
  t.match((await shown(`${endpoint.path}/deliveries`)).data, [
    { message_id: position, outcome: 'delivered', attempt: 1, status: 200, error: null, response: null },
  ])
  const figures = await registry.metrics()
  t.match(figures, 'webhook_deliveries_total{outcome="delivered"} 1')
  t.match(figures, 'webhook_delivery_duration_seconds_count{outcome="delivered"} 1')
  await remove(endpoint)
})

t.test('two secrets sign while one takes the place of the other', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  const rotated = await post(`${endpoint.path}/secret-rotation`, {})
  t.equal(rotated.statusCode, 200)
  const { signing_secret: fresh, secret } = rotated.json()
  t.equal(Date.parse(secret.previous_until) - now.getTime(), 24 * HOUR)
  await change()
  await sender.sendDue()
  const [both] = receiver.received
  t.equal(both!.headers['webhook-signature']!.split(' ').length, 2)
  for (const one of [fresh, endpoint.signing_secret]) t.ok(new Webhook(one).verify(both!.body, both!.headers))

  t.equal((await post(`${endpoint.path}/secret-rotation`, { previous_valid_hours: 0 })).statusCode, 200)
  await change()
  await sender.sendDue()
  const last = receiver.received.at(-1)!
  t.equal(last.headers['webhook-signature']!.split(' ').length, 1, 'a secret that leaked signs no more')
  t.throws(() => new Webhook(fresh).verify(last.body, last.headers))
  await remove(endpoint)
})

t.test('only what was asked for, in the order of the feed', async (t) => {
  const [here, all, full, notOwn, notImported] = await Promise.all(
    Array.from({ length: 5 }, () => new Receiver().start(t)),
  )
  const before = await head()
  const endpoints = [
    await endpointFor(here!, { territory: '01.151' }),
    await endpointFor(all!, { types: null }),
    await endpointFor(full!, { payload: 'full' }),
    await endpointFor(notOwn!, { exclude_own: true }),
    await endpointFor(notImported!, { exclude_origins: ['import', 'seed'] }),
  ]
  const other = await write(db, (writing) => createMember(writing, elsewhere))
  await change({ actor: 'test|association' })
  await write(db, (writing) => setWave(writing, other, 7), { origin: 'import' })
  await post('/v1/holidays', {
    day: '2031-05-01',
    recurrence: 'once',
    name: { ar: 'عيد', fr: 'Fête' },
    sources: [{ title: 'x' }],
  })
  await sender.sendDue()
  const feed = await told(before)
  t.equal(feed.length, 3)
  t.same(here!.firstSights(), [feed[1]])
  t.same(all!.firstSights().slice(0, 3), feed)
  t.match(all!.received[3]!.event, { type: 'infitah.holiday.created' })
  t.same(notOwn!.firstSights(), [feed[0], feed[2]])
  t.same(notImported!.firstSights(), [feed[0], feed[1]])
  t.same(full!.firstSights(), feed)
  const { data } = (await json(`/v1/changes?types=member&after=${before}`)) as { data: { data: object }[] }
  t.same(
    full!.received.map(({ event }) => event.data.data),
    data.map((one) => one.data),
    'the record itself, as the feed tells it',
  )
  t.notOk('data' in here!.received[0]!.event.data)
  const seen = all!.received.length
  await write(db, (writing) =>
    writing.change(privateMember, [member], () =>
      sql`update member set wave = 998 where id = ${member}`.execute(writing.trx),
    ),
  )
  await sender.sendDue()
  t.equal(all!.received.length, seen, 'what is not public is sent to nobody')
  t.equal(await sender.sendDue(), 0, 'what is left out is not looked at again')
  for (const endpoint of endpoints) await remove(endpoint)
})

t.test('what fails is tried again, later each time, and what comes after it waits', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  const before = await head()
  await changes(3)
  const delays: number[] = []
  receiver.react = () => ({ status: 503, body: 'not now\u0000\u001b[31m' })
  for (let times = 0; times < 12; times += 1) {
    t.equal(await sender.sendDue(), 1)
    t.equal(await sender.sendDue(), 0, 'not before its time')
    const { failures, next_attempt_at } = (await shown(endpoint.path)).delivery
    t.equal(failures, times + 1)
    delays.push((Date.parse(next_attempt_at) - now.getTime()) / 1_000)
    now = new Date(next_attempt_at)
  }
  t.same(delays, [5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600])
  t.equal(new Set(receiver.received.map(({ id }) => id)).size, 1, 'one message, with one id')
  t.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size, 12)

  receiver.react = () => ({ status: 429, headers: { 'retry-after': '7200' } })
  await sender.sendDue()
  const { delivery } = await shown(endpoint.path)
  t.equal(Date.parse(delivery.next_attempt_at) - now.getTime(), 2 * HOUR, 'no sooner than it asks')
  now = new Date(delivery.next_attempt_at)
  receiver.react = () => ({
    status: 503,
    headers: { 'retry-after': new Date(now.getTime() + 3 * HOUR).toUTCString() },
  })
  await sender.sendDue()
  pass(3 * HOUR - 2_000)
  t.equal(await sender.sendDue(), 0, 'a date is as good')
  pass(2_000)
  receiver.react = () => 204
  await sender.sendDue()
  t.same(receiver.firstSights(), await told(before))
  t.match((await shown(endpoint.path)).delivery, { failures: 0, failing_since: null, next_attempt_at: null })
  const failed = (await shown(`${endpoint.path}/deliveries?outcome=failed&limit=1`)).data[0]
  t.match(failed, { outcome: 'failed', attempt: 14, status: 503, error: 'refused' })
  const csv = await request({ url: `${endpoint.path}/deliveries?format=csv&outcome=failed`, headers: owner })
  t.equal(csv.body.trim().split('\r\n').length, 15)
  t.match(csv.body, /not now \[31m/, 'no control characters of theirs')
  await remove(endpoint)
})

t.test('500 for a day, then everything in order', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  const before = await head()
  receiver.react = () => 500
  const until = now.getTime() + 24 * HOUR
  while (now.getTime() < until) {
    await change()
    await sender.sendDue()
    pass(HOUR)
  }
  t.equal((await shown(endpoint.path)).status, 'active')
  receiver.received.length = 0
  receiver.react = () => 200
  await changes(60)
  await sender.sendDue()
  t.same(
    receiver.received.map(({ event }) => event.position),
    await told(before),
    'each of them once, in more than one turn',
  )
  await remove(endpoint)
})

t.test('three days, then it is paused, says so, and catches up when it is resumed', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  const before = await head()
  receiver.react = () => 'cut'
  await change()
  let hours = 0
  for (; (await shown(endpoint.path)).status === 'active'; hours += 8) {
    await sender.sendDue()
    pass(8 * HOUR)
  }
  t.equal(hours, 72 + 8)
  const paused = await shown(endpoint.path)
  t.match(paused, { status: 'paused', notice: 'failing', revision: 2, delivery: { next_attempt_at: null } })
  const audit = await shown(`/v1/audit?id=${endpoint.id}`, as('admin'))
  t.match(audit.data[0], {
    type: 'webhook_endpoint',
    actor: 'system',
    origin: 'webhooks',
    visibility: 'private',
    fields_changed: ['status', 'notice'],
  })
  t.notMatch(JSON.stringify(audit), /whsec_|"secret"/)
  const seen = receiver.received.length
  await changes(2)
  t.equal(await sender.sendDue(), 0)
  t.equal((await step(endpoint.path, 'resume')).statusCode, 200)
  t.equal((await step(endpoint.path, 'resume')).statusCode, 409)
  receiver.react = () => 200
  await sender.sendDue()
  t.same(receiver.firstSights(), await told(before))
  t.equal(receiver.received.length, seen + 3)
  await remove(endpoint)
})

t.test('410 disables, and its owner may think again', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  const before = await head()
  await changes(2)
  receiver.react = () => 410
  await sender.sendDue()
  t.match(await shown(endpoint.path), { status: 'disabled', notice: 'gone' })
  pass(HOUR)
  t.equal(await sender.sendDue(), 0)
  t.equal((await post(`${endpoint.path}/ping`)).statusCode, 409)
  t.equal((await step(endpoint.path, 'resume')).statusCode, 200)
  receiver.react = () => 200
  await sender.sendDue()
  t.same(receiver.firstSights(), await told(before))
  await remove(endpoint)
})

t.test('redirects are not followed', async (t) => {
  const [receiver, inside] = [await new Receiver().start(t), await new Receiver().start(t)]
  const endpoint = await endpointFor(receiver)
  await change()
  for (const status of [301, 302, 303, 307, 308]) {
    receiver.react = () => ({ status, headers: { location: inside.url } })
    await sender.sendDue()
    pass(HOUR)
  }
  t.equal(receiver.received.length, 5)
  t.equal(inside.connections, 0)
  const { data } = await shown(`${endpoint.path}/deliveries`)
  t.same([...new Set(data.map(({ error }: { error: string }) => error))], ['redirected'])
  await remove(endpoint)
})

t.test('a name that comes to stand for an address inside is not connected to', async (t) => {
  const inside = await new Receiver().start(t)
  const { port } = new URL(inside.url)
  names.set('rebinding.example', ['93.184.215.14'])
  const endpoint = await endpointFor(inside, { url: `https://rebinding.example:${port}/hook` })
  await change()
  // What is asked is answered otherwise each time, as by a server whose answers live for no time at all.
  let asked = 0
  const answers = [['127.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['::ffff:127.0.0.1'], ['169.254.169.254']]
  const strict = { allowLoopback: false, resolve: async () => answers[asked++ % answers.length]! }
  const careful = senderWith({ post: makePost(strict, { connectMs: 200, totalMs: 250 }) })
  for (const _ of answers) {
    await careful.sendDue()
    pass(HOUR)
  }
  t.equal(asked, answers.length, 'the name is asked for once a message')
  t.equal(inside.connections, 0)
  const { data } = await shown(`${endpoint.path}/deliveries`)
  t.same(
    data.map(({ error }: { error: string }) => error),
    answers.map(() => 'url_not_allowed'),
  )
  await careful.stop()
  await remove(endpoint)
})

t.test('the address that was looked at is the one that is connected to', async (t) => {
  const receiver = await new Receiver().start(t)
  const { port } = new URL(receiver.url)
  names.set('named.example', ['127.0.0.1'])
  const endpoint = await endpointFor(receiver, { url: `http://named.example:${port}/hook` })
  await change()
  await sender.sendDue()
  t.equal(receiver.received[0]!.headers.host, `named.example:${port}`)
  const secure = await endpointFor(receiver, { url: `https://named.example:${port}/hook` })
  await change()
  await sender.sendDue()
  t.match((await shown(`${secure.path}/deliveries`)).data, [{ error: 'tls_failed', status: null }])
  await remove(secure)
  names.set('named.example', [])
  pass(1_000)
  await change()
  await sender.sendDue()
  t.match((await shown(`${endpoint.path}/deliveries?limit=1`)).data, [
    { error: 'name_not_found', status: null },
  ])
  await remove(endpoint)
})

t.test('who is slow, silent or endless holds up nobody else', async (t) => {
  const [slow, endless, well] = await Promise.all(Array.from({ length: 3 }, () => new Receiver().start(t)))
  const endpoints = [await endpointFor(slow!), await endpointFor(endless!), await endpointFor(well!)]
  slow!.react = () => 'hang'
  endless!.react = () => ({ status: 500, body: 'x'.repeat(5_000_000) })
  await changes(20)
  const hasty = senderWith({ post: makePost(door, { connectMs: 500, totalMs: 500 }) })
  const due = hasty.sendDue()
  while (well!.received.length < 20) await new Promise((done) => setTimeout(done, 5))
  const { data: meanwhile } = await shown(`${endpoints[0]!.path}/deliveries`)
  t.same(meanwhile, [], 'the slow one has not even failed yet')
  await due
  await hasty.stop()
  t.match((await shown(`${endpoints[0]!.path}/deliveries`)).data, [{ error: 'timed_out', status: null }])
  t.match((await shown(`${endpoints[1]!.path}/deliveries`)).data, [
    { error: 'refused', status: 500, response: 'x'.repeat(200) },
  ])
  for (const endpoint of endpoints) await remove(endpoint)
})

t.test('paused, it is told nothing; resumed, all', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  const before = await head()
  t.match((await step(endpoint.path, 'pause')).json(), { status: 'paused', notice: null })
  await changes(3)
  t.equal(await sender.sendDue(), 0)
  t.equal((await post(`${endpoint.path}/ping`)).statusCode, 202)
  await sender.sendDue()
  t.match(receiver.received, [{ event: { type: 'infitah.webhook_endpoint.ping' } }])
  await step(endpoint.path, 'resume')
  await sender.sendDue()
  t.same(receiver.firstSights(), await told(before))
  await remove(endpoint)
})

t.test('replayed from a position, with the same ids', async (t) => {
  const receiver = await new Receiver().start(t)
  const before = await head()
  await changes(4)
  const endpoint = await endpointFor(receiver, { after: before })
  await sender.sendDue()
  const positions = await told(before)
  t.same(receiver.firstSights(), positions, 'from the position that was asked for')
  const ids = receiver.received.map(({ id }) => id)
  const replayed = await post(`${endpoint.path}/replay`, { after: positions[1] })
  t.match(replayed.json(), { replayed_after: positions[1], delivery: { position: positions[1] } })
  await sender.sendDue()
  t.same(
    receiver.received.map(({ id }) => id),
    [...ids, ...ids.slice(2)],
  )
  await remove(endpoint)
})

t.test('a replay in the middle of a turn is not undone by it', async (t) => {
  const receiver = await new Receiver().start(t)
  const before = await head()
  await changes(3)
  const endpoint = await endpointFor(receiver, { after: before })
  let answered: Promise<unknown> | undefined
  receiver.react = () => {
    answered ??= post(`${endpoint.path}/replay`, { after: before })
    return 200
  }
  await sender.sendDue()
  await answered
  await sender.sendDue()
  const positions = await told(before)
  t.same(receiver.firstSights(), positions)
  t.same(
    receiver.received.slice(-3).map(({ event }) => event.position),
    positions,
    'all of it once more',
  )
  await remove(endpoint)
})

t.test('a ping while it fails does not make it try again', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  await change()
  receiver.react = () => 500
  await sender.sendDue()
  const { delivery } = await shown(endpoint.path)
  const { message_id } = (await post(`${endpoint.path}/ping`)).json()
  t.equal((await post(`${endpoint.path}/ping`)).json().message_id, message_id, 'one at a time')
  await sender.sendDue()
  t.same((await shown(endpoint.path)).delivery, delivery)
  t.match((await shown(`${endpoint.path}/deliveries?message_id=${message_id}`)).data, [
    { type: 'infitah.webhook_endpoint.ping', outcome: 'failed', position: null, next_attempt_at: null },
  ])
  t.equal(await sender.sendDue(), 0, 'once, whatever comes of it')
  await remove(endpoint)
})

t.test('without the key of its secret it is paused, and nothing is sent unsigned', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  await change()
  const stranger = senderWith({ keySecret: 'another secret of at least thirty-two characters' })
  await stranger.sendDue()
  t.match(await shown(endpoint.path), { status: 'paused', notice: 'secret_unreadable' })
  t.equal(receiver.connections, 0)
  await post(`${endpoint.path}/secret-rotation`, { previous_valid_hours: 0 })
  await step(endpoint.path, 'resume')
  await sender.sendDue()
  t.equal(receiver.received.length, 1)
  await stranger.stop()
  await remove(endpoint)
})

t.test('several senders at once: everything, in order, and once', async (t) => {
  const senders = [senderWith(), senderWith(), senderWith()]
  const receivers = await Promise.all(Array.from({ length: 8 }, () => new Receiver().start(t)))
  const endpoints: Endpoint[] = []
  for (const receiver of receivers) endpoints.push(await endpointFor(receiver))
  const before = await head()
  const writing = changes(60)
  await Promise.all(senders.map((one) => one.sendDue()))
  await writing
  await Promise.all(senders.map((one) => one.sendDue()))
  const feed = await told(before)
  t.equal(feed.length, 60)
  for (const receiver of receivers)
    t.same(
      receiver.received.map(({ event }) => event.position),
      feed,
    )
  await Promise.all(senders.map((one) => one.stop()))
  for (const endpoint of endpoints) await remove(endpoint)
})

t.test(
  'whatever receivers and senders do at random: everything at least once, first seen in order',
  async (t) => {
    const reaction = fc.oneof(
      { weight: 6, arbitrary: fc.constant(200) },
      { weight: 2, arbitrary: fc.constantFrom(500, 429, 302) },
      { weight: 2, arbitrary: fc.constant('cut' as const) },
    )
    // `die`: a sender that has sent and can no longer say so.
    const event = fc.oneof(
      fc.record({ do: fc.constant('write'), count: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ do: fc.constantFrom('send', 'die', 'pause', 'resume', 'wait'), count: fc.constant(1) }),
    )
    const receiver = await new Receiver().start(t)
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 5, maxLength: 25 }),
        fc.infiniteStream(reaction),
        async (events, reactions) => {
          const endpoint = await endpointFor(receiver)
          const before = await head()
          receiver.received.length = 0
          receiver.react = () => reactions.next().value!
          for (const { do: what, count } of events) {
            if (what === 'write') await changes(count)
            else if (what === 'wait') pass(HOUR)
            else if (what === 'pause' || what === 'resume') await step(endpoint.path, what)
            else if (what === 'send') await sender.sendDue()
            else {
              const { rows } =
                await sql<object>`select position, ordinal, failures, failing_since, next_attempt_at
              from webhook_endpoint where id = ${endpoint.id}`.execute(db)
              await sender.sendDue()
              await db.updateTable('webhook_endpoint').set(rows[0]!).where('id', '=', endpoint.id).execute()
            }
          }
          receiver.react = () => 200
          await step(endpoint.path, 'resume')
          pass(2 * HOUR)
          await sender.sendDue()
          const expected = await told(before)
          const seen = receiver.firstSights()
          await remove(endpoint)
          if (JSON.stringify(seen) !== JSON.stringify(expected))
            throw new Error(`seen ${seen.join()}, told ${expected.join()}`)
        },
      ),
      { numRuns: 15 },
    )
  },
)

t.test('a process that died gives its endpoint up', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  await change()
  await sql`update webhook_endpoint set lease = gen_random_uuid(), leased_until = ${new Date(now.getTime() + 60_000)}
    where id = ${endpoint.id}`.execute(db)
  t.equal(await sender.sendDue(), 0)
  pass(60_000)
  t.equal(await sender.sendDue(), 1)
  t.equal(receiver.received.length, 1)
  await remove(endpoint)
})

t.test('the log and secrets that are over are forgotten', async (t) => {
  const receiver = await new Receiver().start(t)
  const endpoint = await endpointFor(receiver)
  await change()
  await sender.sendDue()
  await post(`${endpoint.path}/secret-rotation`, {})
  pass(29 * 24 * HOUR)
  await forgetOld(db, now)
  t.equal((await shown(`${endpoint.path}/deliveries`)).data.length, 1)
  t.equal((await shown(endpoint.path)).secret.previous_until, null)
  pass(2 * 24 * HOUR)
  await forgetOld(db, now)
  t.equal((await shown(`${endpoint.path}/deliveries`)).data.length, 0)
  await remove(endpoint)
})

t.test('by itself, as soon as something commits', async (t) => {
  const receiver = await new Receiver().start(t)
  const listening = followHead({ db, url })
  listening.start()
  const running = senderWith()
  running.start(listening)
  const endpoint = await endpointFor(receiver)
  await change()
  const started = performance.now()
  while (receiver.received.length === 0 && performance.now() - started < 5_000)
    await new Promise((done) => setTimeout(done, 5))
  t.equal(receiver.received.length, 1)
  await running.stop()
  await listening.close()
  await remove(endpoint)
})

t.test('nothing went wrong on our side', async (t) => {
  t.same(errors, [])
})
