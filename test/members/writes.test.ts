import { sql } from 'kysely'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'

const { db, request, json } = await startApp(t, { identity: roleIdentity })
const association = as('association')
const SOURCE = { title: 'Lettre', publisher: 'Association' }

/** Communes of Taroudannt that are no members: one for each case. */
const free = (await json('/v1/communes?province=09.541&member=false&limit=100&fields=id,hcp_code')).data as {
  id: string
  hcp_code: string
}[]
const nextCommune = () => free.pop()!
const head = async () => (await json('/v1/communes?limit=1')).meta.position as string

async function post(url: string, payload: object, headers: Record<string, string> = {}) {
  return await request({ method: 'POST', url, payload, headers: { ...association, ...headers } })
}
async function patch(url: string, payload: object, headers: Record<string, string>) {
  return await request({ method: 'PATCH', url, payload, headers: { ...association, ...headers } })
}
async function candidate() {
  const answer = await post('/v1/members', { collectivity: nextCommune().hcp_code, sources: [SOURCE] })
  return answer.json()
}

await t.test('a candidate is added, admitted, suspended, reinstated and withdrawn, each dated', async (t) => {
  const commune = nextCommune()
  const created = await post('/v1/members', {
    collectivity: commune.hcp_code,
    applied_on: { value: '2025-11' },
    identifiers: [{ scheme: 'association', value: 'A-1' }],
    sources: [SOURCE],
  })
  t.equal(created.statusCode, 201)
  const member = created.json()
  t.equal(created.headers.location, `/v1/members/${member.id}`)
  t.equal(created.headers.etag, '"1"')
  t.match(member, {
    status: 'candidate',
    joined_on: null,
    applied_on: { value: '2025-11', precision: 'month' },
    collectivity: { id: commune.id },
    sources: [{ ...SOURCE, published_on: null, url: null, quoted: null }],
    revision: 1,
  })
  const url = `/v1/members/${member.id}`
  t.same(await json(url), member, 'what is answered is what is there')
  t.equal((await json('/v1/members?identifier=association:A-1')).data[0].id, member.id)

  const steps = [
    ['admit', '2025-12-05', 'active'],
    ['suspend', '2026-01-10', 'suspended'],
    ['reinstate', '2026-01-20', 'active'],
    ['withdraw', '2026-02-01', 'withdrawn'],
  ] as const
  for (const [index, [action, day, status]] of steps.entries()) {
    const answer = await post(
      `${url}/transitions`,
      {
        action,
        effective_on: { value: day },
        evidence: { kind: 'letter' },
        sources: [SOURCE],
        reason: 'essai',
      },
      { 'if-match': `"${index + 1}"` },
    )
    t.equal(answer.statusCode, 200, answer.body)
    t.equal(answer.json().status, status)
    t.equal(answer.json().revision, index + 2)
  }
  const after = await json(url)
  t.same(after.evidence, { kind: 'letter', held_on: null }, 'what it was admitted on is told of the member')
  t.same(
    after.transitions.map((step: { action: string }) => step.action),
    steps.map(([action]) => action),
  )
  for (const [day, status] of [
    ['2025-11-30', 'candidate'],
    ['2025-12-04', 'candidate'],
    ['2025-12-05', 'active'],
    ['2026-01-10', 'suspended'],
    ['2026-01-20', 'active'],
    ['2026-01-31', 'active'],
    ['2026-02-01', 'withdrawn'],
  ])
    t.equal((await json(`${url}?as_of=${day}`)).status, status, `${day}: ${status}`)
  t.equal((await json(`/v1/communes/${commune.hcp_code}?as_of=2026-01-25`)).membership.status, 'active')
  t.equal((await json(`/v1/communes/${commune.hcp_code}`)).membership, null, 'withdrawn: no episode in force')
})

await t.test('a step that is not open says where it is, and one before the last is refused', async (t) => {
  const { id } = await candidate()
  const step = (action: string, day: string, revision: number) =>
    post(
      `/v1/members/${id}/transitions`,
      { action, effective_on: { value: day }, sources: [SOURCE] },
      { 'if-match': `"${revision}"` },
    )
  const wrong = await step('suspend', '2026-01-01', 1)
  t.equal(wrong.statusCode, 409)
  t.match(wrong.json(), { code: 'wrong_state', detail: /candidate.*active/s })
  const admitted = await step('admit', '2026-01-15', 1)
  t.match(admitted.json(), { joined_on: { value: '2026-01-15' }, evidence: null }, 'none told')
  const early = await step('suspend', '2026-01-14', 2)
  t.equal(early.statusCode, 422)
  t.match(early.json().errors, [{ pointer: '/effective_on', code: 'too_early' }])
  const [admit] = (await json(`/v1/members/${id}/actions`)).data
  t.match(admit, { action: 'admit', possible: false, refusal: { code: 'unauthenticated' } })
  const actions = await request({ url: `/v1/members/${id}/actions`, headers: association })
  const [closed, ...others] = actions.json().data
  t.match(closed, { action: 'admit', to_status: null, possible: false, refusal: { code: 'wrong_state' } })
  t.match(closed.refusal.detail, /candidate/)
  t.match(others, [
    { action: 'suspend', to_status: 'suspended', possible: true, refusal: null },
    { action: 'reinstate', to_status: null, possible: false, refusal: { code: 'wrong_state' } },
    { action: 'withdraw', to_status: 'withdrawn', possible: true, refusal: null },
  ])
})

await t.test('an edit is a merge patch, under the ETag that was read', async (t) => {
  const member = await candidate()
  const url = `/v1/members/${member.id}`
  t.match((await patch(url, { wave: 4 }, {})).json(), { status: 428, code: 'precondition_required' })
  const read = await request(url)
  const edited = await patch(
    url,
    { wave: 4, follow_up_committee: { elected_members: 5, president_from: 'elected' } },
    { 'if-match': String(read.headers.etag) },
  )
  t.equal(edited.statusCode, 200, edited.body)
  t.match(edited.json(), {
    wave: 4,
    revision: 2,
    follow_up_committee: { elected_members: 5, established_on: null },
  })

  const stale = await patch(url, { wave: 5 }, { 'if-match': '"1"' })
  t.equal(stale.statusCode, 412)
  t.match(stale.json(), { current_revision: 2, fields_changed: ['follow_up_committee', 'wave'] })
  t.equal(stale.headers.etag, '"2"')
  t.equal(
    (await patch(url, { wave: 5 }, { 'if-match': 'W/"2"' })).statusCode,
    412,
    'a weak tag never matches',
  )

  const merged = await patch(url, { follow_up_committee: { elected_members: 6 } }, { 'if-match': '"2"' })
  t.match(
    merged.json().follow_up_committee,
    { elected_members: 6, president_from: 'elected' },
    'the rest stays',
  )
  const removed = await patch(url, { wave: null }, { 'if-match': '"3"' })
  t.equal(removed.json().wave, null)

  const before = await head()
  const same = await patch(url, { wave: null }, { 'if-match': '"4"' })
  t.equal(same.statusCode, 200)
  t.equal(same.json().revision, 4, 'a change that changes nothing moves nothing')
  t.equal(same.json().updated_at, removed.json().updated_at)
  t.equal(await head(), before)
})

await t.test('what is wrong with a body is told all at once, and nothing is done', async (t) => {
  const before = await head()
  const member = await candidate()
  const url = `/v1/members/${member.id}`
  const cases: [object, Record<string, string>[]][] = [
    [{ wave: '4' }, [{ pointer: '/wave', code: 'wrong_type' }]],
    [
      { wave: 0, status: 'active', sources: [] },
      [
        { pointer: '/status', code: 'unknown_property' },
        { pointer: '/wave', code: 'too_small' },
      ],
    ],
    [{ sources: [] }, [{ pointer: '/sources', code: 'too_short' }]],
    [{ applied_on: { value: '2025-02-30' } }, [{ pointer: '/applied_on/value', code: 'wrong_format' }]],
    [{ identifiers: [{ scheme: 'hcp', value: '1' }] }, [{ pointer: '/identifiers/0/scheme' }]],
    [{ joined_on: { value: '2025' } }, [{ pointer: '/joined_on', code: 'by_transition_only' }]],
  ]
  for (const [body, errors] of cases) {
    const answer = await patch(url, body, { 'if-match': '"1"' })
    t.ok([400, 422].includes(answer.statusCode), `${answer.statusCode} ${JSON.stringify(body)}`)
    for (const error of errors)
      t.ok(
        answer
          .json()
          .errors.some((found: Record<string, unknown>) =>
            Object.entries(error).every(([k, v]) => found[k] === v),
          ),
        `${JSON.stringify(body)}: ${JSON.stringify(answer.json().errors)}`,
      )
  }
  t.equal((await json(url)).revision, 1)
  t.not(await head(), before)
  const raw = (payload: string | Buffer, type = 'application/json') =>
    request({
      method: 'POST',
      url: '/v1/members',
      payload,
      headers: { ...association, 'content-type': type },
    })
  for (const [payload, status] of [
    ['{"__proto__": {"admin": true}, "collectivity": "09.541", "sources": [{"title": "x"}]}', 400],
    [`{"collectivity": ${'['.repeat(100_000)}`, 400],
    [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400],
    ['{"collectivity": "09.541", "collectivity', 400],
    [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400],
    ['{"collectivity": "09.541\\u0000", "sources": [{"title": "x"}]}', 400],
    ['{"collectivity": "09.541", "sources": [{"title": "\\ud800"}]}', 400],
    ['{"collectivity": "09.541", "sources": [{"title": "a\\u202eb"}]}', 400],
    [JSON.stringify({ collectivity: '09.541', sources: [{ title: 'x'.repeat(1_100_000) }] }), 413],
  ] as const)
    t.equal((await raw(payload)).statusCode, status, String(payload).slice(0, 60))
  t.equal((await raw('x', 'text/plain')).statusCode, 415)
  t.equal((await raw('{}', 'application/json; charset=utf-16')).statusCode, 415)
  t.equal(({} as Record<string, unknown>).admin, undefined)
})

await t.test('one open episode for each collectivity, one owner for each number', async (t) => {
  const commune = nextCommune()
  const body = {
    collectivity: commune.id,
    identifiers: [{ scheme: 'association', value: 'B-1' }],
    sources: [SOURCE],
  }
  t.equal((await post('/v1/members', body)).statusCode, 201)
  const twice = await post('/v1/members', { ...body, identifiers: [] })
  t.equal(twice.statusCode, 409)
  t.match(twice.json(), { code: 'duplicate', errors: [{ pointer: '/collectivity', code: 'taken' }] })
  const taken = await post('/v1/members', { ...body, collectivity: nextCommune().id })
  t.match(taken.json(), { code: 'duplicate', errors: [{ pointer: '/identifiers', code: 'taken' }] })
  const unknown = await post('/v1/members', { ...body, collectivity: '09.999.99.99', identifiers: [] })
  t.match(unknown.json(), {
    status: 422,
    errors: [{ pointer: '/collectivity', code: 'no_such_collectivity' }],
  })
})

await t.test('a retry with the same key gets the same answer, and makes nothing twice', async (t) => {
  const body = { collectivity: nextCommune().id, sources: [SOURCE] }
  const key = { 'idempotency-key': 'import-2026-02-02-row-1' }
  const first = await post('/v1/members', body, key)
  t.equal(first.statusCode, 201)
  const again = await post('/v1/members', body, key)
  t.equal(again.statusCode, 201)
  t.equal(again.headers['idempotency-replayed'], 'true')
  t.equal(again.body, first.body)
  t.equal(again.headers.location, first.headers.location)
  t.equal(again.headers.etag, first.headers.etag)
  const other = await post('/v1/members', { ...body, wave: 9 }, key)
  t.match(other.json(), { status: 422, code: 'idempotency_mismatch' })
  const bad = { 'idempotency-key': 'k2' }
  t.equal((await post('/v1/members', { ...body, wave: 'x' }, bad)).statusCode, 400)
  const body2 = { collectivity: nextCommune().id, sources: [SOURCE] }
  t.equal((await post('/v1/members', body2, bad)).statusCode, 201, 'a key of a refused request is free')
  t.equal((await post('/v1/members', body, { 'idempotency-key': 'a b' })).statusCode, 400)
})

await t.test('two hundred posts at once with one key make one row', async (t) => {
  const commune = nextCommune()
  const body = { collectivity: commune.id, sources: [SOURCE] }
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => post('/v1/members', body, { 'idempotency-key': 'storm' })),
  )
  const statuses = new Set(answers.map((answer) => answer.statusCode))
  t.ok(
    [...statuses].every((status) => status === 201 || status === 409),
    [...statuses].join(),
  )
  t.ok(statuses.has(201))
  const { rows } = await sql<{ count: number }>`
    select count(*) from member where collectivity_id = ${commune.id}`.execute(db)
  t.equal(rows[0]!.count, 1)
})

await t.test('two editors at once: one is told that the other was first', async (t) => {
  const { id } = await candidate()
  const answers = await Promise.all(
    [1, 2, 3, 4].map((wave) => patch(`/v1/members/${id}`, { wave }, { 'if-match': '"1"' })),
  )
  t.same(answers.map((answer) => answer.statusCode).sort(), [200, 412, 412, 412])
})

await t.test('a member’s editor edits its own committee, and nothing of another', async (t) => {
  const commune = nextCommune()
  const { id } = (await post('/v1/members', { collectivity: commune.id, sources: [SOURCE] })).json()
  const edit = (headers: Record<string, string>, payload: object, revision: number) =>
    request({
      method: 'PATCH',
      url: `/v1/members/${id}`,
      payload,
      headers: { ...headers, 'if-match': `"${revision}"` },
    })
  const own = as('member_editor', commune.hcp_code)
  const committee = { follow_up_committee: { elected_members: 3 } }
  t.equal((await edit(own, committee, 1)).statusCode, 200)
  t.match((await edit(own, { wave: 1, ...committee }, 2)).json(), {
    status: 403,
    errors: [{ pointer: '/wave', code: 'not_yours_to_edit' }],
  })
  t.match((await edit(as('member_editor', '09.541'), committee, 2)).json(), {
    status: 403,
    code: 'not_yours',
  })
  t.match((await edit(as('member_editor'), committee, 2)).json(), { status: 403, code: 'not_yours' })
  t.match((await edit(as('ministry'), committee, 2)).json(), { status: 403, code: 'forbidden' })
  t.match((await edit({}, committee, 2)).json(), { status: 401, code: 'unauthenticated' })
})
