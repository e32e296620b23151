import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import t from 'tap'
import { moveDue } from '../../src/consultations/clock/commands.ts'
import { appOn, startApp } from '../support/app.ts'
import { announced, consultationOf, draftedPlan, movable } from '../support/consultations.ts'
import { as, roleIdentity } from '../support/roles.ts'

const { clock, to } = movable()
const service = await startApp(t, { identity: roleIdentity, clock })
const { db, url: database, json, request } = service
const association = as('association')
const editor = as('member_editor', '09.541.01.13')
const stranger = as('member_editor', '01.051')
const NOBODY = '01900000-0000-7000-8000-000000000000'
const OPENS = '2026-03-02T10:00:00Z'
const CLOSES = '2026-03-09T10:00:00Z'

const SAID = { language: 'ar', problem: 'لا نعرف أوقات النقل المدرسي' }
const say = (consultation: string, more: object = {}, headers: object = {}) =>
  request({
    method: 'POST',
    url: `/v1/consultations/${consultation}/contributions`,
    headers: { ...headers },
    payload: { ...SAID, ...more },
  })
const step = (id: string, payload: object, headers: object = { ...editor, 'if-match': '*' }) =>
  request({ method: 'POST', url: `/v1/contributions/${id}/transitions`, headers: { ...headers }, payload })
const faults = (answer: { json(): { errors?: { pointer: string; code: string }[] } }) =>
  (answer.json().errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)

/** A plan with an open consultation. */
async function consulted(more: object = {}) {
  to('2026-02-02T10:00:00Z')
  const plan = await draftedPlan(service)
  const id = await announced(
    service,
    consultationOf(plan, { opens_at: { value: OPENS }, closes_at: { value: CLOSES }, ...more }),
  )
  to('2026-03-04T10:00:00Z')
  await moveDue({ db, clock })
  return { plan, id }
}

t.test('the clock decides, whether or not anybody has looked', async (t) => {
  to('2026-02-02T10:00:00Z')
  const plan = await draftedPlan(service)
  const windows = { opens_at: { value: OPENS }, closes_at: { value: CLOSES } }
  const id = await announced(service, consultationOf(plan, windows))
  const at = async (instant: string) => {
    to(instant)
    return (await say(id)).statusCode
  }
  t.equal(await at('2026-03-02T09:59:59.999Z'), 409)
  t.equal(await at('2026-03-02T10:00:00.000Z'), 201)
  t.equal((await json(`/v1/consultations/${id}`)).status, 'announced', 'nobody has looked yet')
  t.equal(await at('2026-03-09T09:59:59.999Z'), 201)
  t.equal(await at('2026-03-09T10:00:00.000Z'), 409)
  t.equal(await at('2026-03-09T10:00:01.000Z'), 409)
  const late = await say(id, {}, { 'accept-language': 'fr' })
  t.match(late.json(), {
    code: 'consultation_not_open',
    detail: /du 2026-03-02T10:00:00\.000Z au 2026-03-09T10:00:00\.000Z/,
  })
  const unknown = await announced(service, consultationOf(plan), clock())
  t.equal((await say(unknown)).statusCode, 409, 'nobody knows when')
  t.equal((await say(NOBODY)).statusCode, 404)
})

t.test('one that is on its way when the window is shortened', async (t) => {
  const { id } = await consulted()
  const other = new pg.Client(database)
  await other.connect()
  await other.query('begin')
  await other.query("update consultation set closes_at = '2026-03-03T10:00:00Z' where id = $1", [id])
  const answer = say(id)
  await new Promise((done) => setTimeout(done, 200))
  await other.query('commit')
  await other.end()
  t.equal((await answer).statusCode, 409, 'it waits, and is held to what the window is then')
})

t.test('nobody knows of it before it is read', async (t) => {
  const { id: consultation, plan } = await consulted()
  const answer = await say(consultation, { problem: 'Zqxj secret' })
  t.equal(answer.statusCode, 201, answer.body)
  const { id } = answer.json()
  t.same(answer.json(), {
    id,
    consultation_id: consultation,
    status: 'pending',
    received_at: '2026-03-04T10:00:00.000Z',
  })
  const doors = [
    '/v1/contributions',
    '/v1/contributions?format=csv',
    '/v1/contributions?format=ndjson',
    '/v1/contributions?q=zqxj',
    '/v1/contributions?status=pending',
    `/v1/consultations/${consultation}/contributions`,
    `/v1/consultations/${consultation}/outcome`,
    '/v1/changes?types=contribution&format=ndjson',
    `/v1/action-plans/${plan}?include=consultations`,
  ]
  const one = [`/v1/contributions/${id}`, `/v1/contributions/${id}/history`]
  const isHidden = async () => {
    for (const door of doors) t.notMatch((await request(door)).body, /zqxj secret/i, door)
    for (const door of one) t.equal((await request(door)).statusCode, 404, door)
    for (const who of [stranger, as('admin')]) {
      t.equal((await request({ url: one[0]!, headers: who })).statusCode, 404)
      t.notMatch((await request({ url: doors[0]!, headers: who })).body, /zqxj/i)
    }
  }
  await isHidden()
  for (const who of [association, editor, as('ministry')]) {
    t.match((await request({ url: one[0]!, headers: who })).json(), { status: 'pending' })
    const list = await request({ url: `${doors[0]}?status=pending&plan=${plan}`, headers: who })
    t.equal(list.json().data.length, 1)
    t.equal(list.headers['cache-control'], 'private, no-store')
  }
  t.equal((await step(id, { action: 'publish' }, { ...stranger, 'if-match': '*' })).statusCode, 404)
  t.match((await step(id, { action: 'reject', reason: 'x' })).json(), { status: 409, code: 'wrong_state' })
  t.match((await step(id, { action: 'withhold', reason: 'Hors sujet' })).json(), {
    status: 'withheld',
    withheld_reason: 'Hors sujet',
  })
  await isHidden()

  t.match((await step(id, { action: 'publish' })).json(), { status: 'published', withheld_reason: null })
  t.match(await json(one[0]!), { status: 'published', problem: 'Zqxj secret', author: null, answer: null })
  t.equal((await json('/v1/contributions?q=ZQXJ')).data.length, 1)
  const { data } = await json(one[1]!)
  t.match(data, [{ change: 'created', before: null, after: { problem: 'Zqxj secret', status: 'published' } }])
  t.equal(data.length, 1, 'what came before stays private')
  t.equal((await step(id, { action: 'publish' }, { ...stranger, 'if-match': '*' })).statusCode, 403)

  t.equal((await step(id, { action: 'withhold', reason: 'Propos diffamatoires' })).statusCode, 200)
  t.equal((await request(one[0]!)).statusCode, 404)
  t.match((await json(one[1]!)).data[0], { change: 'deleted', reason: 'Propos diffamatoires' })
})

t.test('answers, and what became of what was said', async (t) => {
  const { id: consultation, plan } = await consulted({ round: 2, draft: 1 })
  const published = async (more: object = {}) => {
    to(new Date(clock().getTime() + 1_000).toISOString())
    const { id } = (await say(consultation, more)).json()
    await step(id, { action: 'publish' })
    return id as string
  }
  const [one, two, three] = [await published({ axis: 'digital' }), await published(), await published()]
  const pending = (await say(consultation)).json().id as string
  t.same(faults(await step(one, { action: 'accept', reason: 'x', commitment: 'none' })), [
    '/commitment no_such_commitment',
  ])
  t.same(faults(await step(one, { action: 'accept' })), ['/reason required', '/commitment required'])
  t.same(faults(await step(one, { action: 'merge', reason: 'x', merged_into: one })), [
    '/merged_into merged_into_itself',
  ])
  for (const into of [pending, NOBODY])
    t.same(faults(await step(one, { action: 'merge', reason: 'x', merged_into: into })), [
      '/merged_into no_such_contribution',
    ])
  t.equal((await step(one, { action: 'reject', reason: 'x' }, editor)).statusCode, 428)
  t.equal(
    (await step(one, { action: 'reject', reason: 'x' }, { ...editor, 'if-match': '"1"' })).statusCode,
    412,
  )
  t.equal((await step(NOBODY, { action: 'publish' })).statusCode, 404)
  t.equal((await step(one, { action: 'reject', reason: 'x'.repeat(10_000) })).statusCode, 400)

  const merge = (id: string, into: string) =>
    step(id, { action: 'merge', reason: 'Le même', merged_into: into })
  t.equal((await merge(two, three)).statusCode, 200)
  t.equal((await merge(three, one)).statusCode, 200)
  t.same(faults(await merge(one, two)), ['/merged_into merged_into_itself'], 'not by a way round either')
  t.equal((await step(three, { action: 'reconsider' })).statusCode, 200)
  t.match((await step(three, { action: 'reject', reason: 'Hors compétence' })).json(), {
    answer: { reason: 'Hors compétence', merged_into: null, commitment: null },
  })

  to('2026-03-10T10:00:00Z')
  await moveDue({ db, clock })
  const headers = { ...editor, 'if-match': '*' }
  await request({ method: 'POST', url: `/v1/action-plans/${plan}/drafts`, headers: editor })
  const drafted = await request({
    method: 'PUT',
    url: `/v1/action-plans/${plan}/drafts/2`,
    headers,
    payload: {
      axes: [
        {
          key: 'digital',
          title: { fr: 'Digitalisation' },
          principles: ['digitalisation'],
          commitments: [
            { key: 'timetables', title: { fr: 'Horaires en ligne' }, principles: ['transparency'] },
          ],
        },
      ],
    },
  })
  t.equal(drafted.statusCode, 200, drafted.body)
  const accepted = await step(one, { action: 'accept', reason: 'Repris', commitment: 'timetables' })
  const { commitment } = accepted.json().answer
  t.match(commitment, { key: null, title: null }, 'of a draft that is not public only the id is told')
  const outcome = () => json(`/v1/consultations/${consultation}/outcome`)
  t.match(await outcome(), {
    consultation: { status: 'closed', draft: 1 },
    heard: {
      total: 3,
      by_status: [
        { status: 'accepted', count: 1 },
        { status: 'merged', count: 1 },
        { status: 'rejected', count: 1 },
      ],
      by_channel: [{ channel: 'online_form', count: 3 }],
    },
    answers: [
      { contribution_id: one, status: 'accepted', commitment: { id: commitment.id, key: null } },
      { contribution_id: two, status: 'merged', merged_into: three },
      { contribution_id: three, status: 'rejected', reason: 'Hors compétence' },
    ],
    changes: null,
  })
  await request({
    method: 'POST',
    url: `/v1/action-plans/${plan}/transitions`,
    headers,
    payload: { action: 'publish_draft', effective_on: { value: '2026-03-12' } },
  })
  const { changes } = await outcome()
  t.match(changes, {
    from: { number: 1 },
    to: { number: 2 },
    commitments: { added: [{ key: 'timetables' }] },
  })
  t.same(changes, await json(`/v1/action-plans/${plan}/drafts/1/diff/2`))
  t.match((await json(`/v1/contributions/${one}`)).answer.commitment, {
    key: 'timetables',
    title: { fr: 'Horaires en ligne' },
  })
  t.equal((await json(`/v1/commitments/${commitment.id}`)).key, 'timetables')
  t.same(
    (await json(`/v1/contributions?commitment=${commitment.id}`)).data.map((row: { id: string }) => row.id),
    [one],
    'and from the other end',
  )
  for (const [query, expected] of [
    [`plan=${plan}`, 3],
    [`consultation=${consultation}&status=merged,rejected`, 2],
    [`plan=${plan}&language=fr`, 0],
    [`plan=${plan}&collectivity=09.541.01.13&language=ar`, 3],
    [`plan=${plan}&region=01`, 0],
  ] as const)
    t.equal((await json(`/v1/contributions?${query}`)).data.length, expected, query)
  const csv = await request(`/v1/contributions?plan=${plan}&format=csv`)
  t.equal(csv.body.trim().split('\r\n').length, 4)
})

t.test('four answers at once make no circle', async (t) => {
  const { id: consultation } = await consulted()
  const ids: string[] = []
  for (let times = 0; times < 4; times += 1) {
    const { id } = (await say(consultation)).json()
    await step(id, { action: 'publish' })
    ids.push(id)
  }
  const answers = await Promise.all(
    ids.map((id, at) => step(id, { action: 'merge', reason: 'x', merged_into: ids[(at + 1) % 4]! })),
  )
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [200, 200, 200, 422])
})

t.test('what is wrong with what is said', async (t) => {
  const { id } = await consulted({ channels: ['in_person'] })
  const open = await consulted()
  for (const [more, expected] of [
    [{ problem: 'x'.repeat(10_000) }, ['/problem too_long']],
    [{ problem: '' }, ['/problem too_short']],
    [{ problem: undefined }, ['/problem required']],
    [{ problem: 'نص\u202Eمعكوس' }, ['/problem direction_control']],
    [{ expected_impact: 'x\u2066y' }, ['/expected_impact direction_control']],
    [{ language: 'de' }, ['/language not_allowed']],
    [{ status: 'published' }, ['/status unknown_property']],
    [{ contact: { name: 'x' } }, ['/contact/consent_version required']],
  ] as const) {
    const answer = await say(open.id, more)
    t.equal(answer.statusCode, 400, JSON.stringify(more).slice(0, 80))
    t.same(faults(answer), expected)
  }
  for (const [more, expected, headers = {}] of [
    [{ axis: 'none' }, ['/axis no_such_axis']],
    [{ axis: 'digital' }, ['/axis no_such_axis'], {}],
    [{ channel: 'in_person' }, ['/channel editors_only']],
    [{ channel: 'in_person' }, ['/channel editors_only'], stranger],
    [{ channel: 'phone' }, ['/channel not_a_channel'], editor],
    [{ received_at: OPENS }, ['/received_at editors_only']],
    [{ received_at: '2026-03-05T00:00:00Z' }, ['/received_at in_the_future'], editor],
    [{ contact: { consent_version: '1' } }, ['/contact name_or_email']],
    [
      { contact: { email: 'a@example.org', publish_name: true, consent_version: '1' } },
      ['/contact/name required'],
    ],
  ] as const) {
    const answer = await say(open.id, more, headers)
    t.equal(answer.statusCode, 422, `${JSON.stringify(more)} ${answer.body}`)
    t.same(faults(answer), expected)
  }
  t.same(faults(await say(id)), ['/channel not_a_channel'], 'not on line')
  const url = `/v1/consultations/${open.id}/contributions`
  t.equal(
    (await request({ method: 'POST', url, headers: { 'content-type': 'text/plain' }, payload: 'x' }))
      .statusCode,
    415,
  )
  t.equal((await say(open.id, { problem: 'x'.repeat(10_000_000) })).statusCode, 413)
  const composed = await say(open.id, { problem: 'e\u0301cole' })
  await step(composed.json().id, { action: 'publish' })
  t.equal((await json(`/v1/contributions/${composed.json().id}`)).problem, 'école')

  to('2026-03-20T10:00:00Z')
  t.equal((await say(id, { channel: 'in_person' }, editor)).statusCode, 409)
  const noted = await say(id, { channel: 'in_person', received_at: '2026-03-05T16:00:00+01:00' }, editor)
  t.equal(noted.statusCode, 201, 'what came on paper in time is noted when it is')
})

t.test('so many a minute from one address', async (t) => {
  const { id } = await consulted()
  const limited = await appOn(t, database, {
    identity: roleIdentity,
    clock,
    rateLimit: 100,
    contributionLimit: 2,
  })
  const from = (remoteAddress: string, headers = {}) =>
    limited.request({
      method: 'POST',
      url: `/v1/consultations/${id}/contributions`,
      remoteAddress,
      headers,
      payload: SAID,
    })
  const first = await from('192.0.2.1')
  t.equal(first.statusCode, 201)
  t.equal(first.headers['ratelimit-policy'], '"client";q=100;w=60, "contributions";q=2;w=60')
  t.match(first.headers.ratelimit, /^"client";r=99;t=\d+, "contributions";r=1;t=\d+$/)
  t.equal((await from('192.0.2.1')).statusCode, 201)
  const refused = await from('192.0.2.1')
  t.equal(refused.statusCode, 429)
  t.match(refused.headers['retry-after'], /^\d+$/)
  t.match(refused.headers.ratelimit, /"contributions";r=0/)
  t.equal((await from('192.0.2.2')).statusCode, 201, 'another client is heard')
  t.equal((await from('192.0.2.1', editor)).statusCode, 201, 'who is known has a limit of their own')
  t.equal((await limited.request({ url: '/v1/contributions', remoteAddress: '192.0.2.1' })).statusCode, 200)
})

t.test('a retry is no second contribution', async (t) => {
  const { id } = await consulted()
  const key = { 'idempotency-key': randomUUID() }
  const first = await say(id, {}, key)
  const second = await say(id, {}, key)
  t.same(second.json(), first.json())
  t.equal(second.headers['idempotency-replayed'], 'true')
  t.match((await say(id, { problem: 'autre' }, key)).json(), { status: 422, code: 'idempotency_mismatch' })
  t.equal((await say(id, {}, { 'idempotency-key': 'mine' })).statusCode, 400, 'of the public, a UUID')
  const held = randomUUID()
  const other = new pg.Client(database)
  await other.connect()
  await other.query('select pg_advisory_lock(hashtextextended($1, 20260101))', [`public\n${held}`])
  t.match((await say(id, {}, { 'idempotency-key': held })).json(), {
    status: 409,
    code: 'idempotency_in_progress',
  })
  await other.end()
  const { rows } = await sql<{ count: number }>`
    select count(*) from contribution where consultation_id = ${id}`.execute(db)
  t.equal(rows[0]!.count, 1)
})
