import { type RawBuilder, sql } from 'kysely'
import t from 'tap'
import { findActionPlan } from '../../src/plans/queries.ts'
import { adoptPlan } from '../support/adopted.ts'
import { startApp } from '../support/app.ts'
import { PLAN, plantPlan } from '../support/plans.ts'
import { as, roleIdentity } from '../support/roles.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request, json, db } = service
await plantPlan(service)

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

const ASSOCIATION = as('association')
const TAROUDANNT = as('member_editor', '09.541')
const SOURCES = [{ title: 'Exemple' }]
const PLANS = '/v1/action-plans'

const create = (payload: object, headers: object = ASSOCIATION) =>
  request({
    method: 'POST',
    url: PLANS,
    payload: { sources: SOURCES, ...payload },
    headers: headers as never,
  })
const of = (...codes: string[]) => ({ collectivities: codes.map((collectivity) => ({ collectivity })) })
const patch = (id: string, payload: object, headers: object = ASSOCIATION) =>
  request({
    method: 'PATCH',
    url: `${PLANS}/${id}`,
    payload,
    headers: { ...ASSOCIATION, 'if-match': '*', ...headers } as never,
  })
const step = (id: string, payload: object, headers: object = ASSOCIATION) =>
  request({
    method: 'POST',
    url: `${PLANS}/${id}/transitions`,
    payload: { effective_on: { value: '2026-02-02' }, ...payload },
    headers: { ...ASSOCIATION, 'if-match': '*', ...headers } as never,
  })
const remove = (id: string, headers: object = ASSOCIATION) =>
  request({
    method: 'DELETE',
    url: `${PLANS}/${id}`,
    headers: { ...ASSOCIATION, 'if-match': '*', ...headers } as never,
  })

t.test('whose plan it is', async (t) => {
  const own = await create(of('MA-TAR'), TAROUDANNT)
  t.match(
    own.json(),
    { status: 'drafting', collectivities: [{ hcp_code: '09.541', may_edit: true }] },
    own.body,
  )
  t.match((await create(of('09.541', '09'), TAROUDANNT)).json(), { status: 403, code: 'not_yours' })
  const shared = (
    await create({ collectivities: [{ collectivity: '09' }, { collectivity: '09.541', may_edit: false }] })
  ).json()
  t.match((await patch(shared.id, { title: { fr: 'x' } }, TAROUDANNT)).json(), { code: 'not_yours' })
  t.equal((await patch(shared.id, { title: { fr: 'x' } }, as('member_editor', '09'))).statusCode, 200)
  t.match(
    (await patch(own.json().id, of('09.541', '09'), TAROUDANNT)).json(),
    { status: 403, errors: [{ pointer: '/collectivities', code: 'not_yours_to_edit' }] },
    'who edits it is not for its editors to say',
  )
  t.match((await patch(own.json().id, of('09', '09.541'))).json().collectivities, [
    { hcp_code: '09' },
    { hcp_code: '09.541' },
  ])
  const faults = await create({
    ...of('09.541', 'MA-TAR', '09.999'),
    title: { fr: null },
    cycle: { starts_on: { value: '2026-02', precision: 'day' }, ends_on: { value: '2025' } },
    phases: [
      { kind: 'axes' },
      { kind: 'axes', actual: { starts_on: { value: '2026' }, ends_on: { value: '2025' } } },
    ],
  })
  t.same(
    faults.json().errors.map(({ pointer, code }: Loose) => `${pointer} ${code}`),
    [
      '/title required',
      '/cycle/starts_on/precision precision_mismatch',
      '/cycle/ends_on too_small',
      '/phases/1/kind repeated_value',
      '/phases/1/actual/ends_on too_small',
      '/collectivities/1/collectivity repeated_value',
      '/collectivities/2/collectivity no_such_collectivity',
    ],
  )
})

t.test('the cycle is two years unless it is said', async (t) => {
  const cycleOf = async (cycle: object | null) => {
    const { cycle: made, id } = (await create({ ...of('01'), cycle })).json()
    return { made, id }
  }
  const { made, id } = await cycleOf({ starts_on: { value: '2024-01' } })
  t.match(made, { starts_on: { value: '2024-01', precision: 'month' }, ends_on: { value: '2025-12' } })
  t.match((await cycleOf({ starts_on: { value: '2021' }, ends_on: null })).made, { ends_on: null })
  t.match((await cycleOf(null)).made, { starts_on: null, ends_on: null })
  t.match((await patch(id, { cycle: { ends_on: null } })).json().cycle, { ends_on: null }, 'as it was edited')
  const { revision } = await json(`${PLANS}/${id}`)
  t.equal((await patch(id, { title: null })).json().revision, revision, 'nothing changed')
  t.match((await patch(id, { status: 'adopted' })).json(), { status: 400 })
  t.match((await patch(id, { sources: [] })).json(), { errors: [{ pointer: '/sources', code: 'too_short' }] })
  t.equal((await patch(id, { title: { fr: 'y' } }, { 'if-match': '"999"' })).statusCode, 412)
})

t.test('filters', async (t) => {
  await step(PLAN, { action: 'validate' })
  const found = async (query: string) =>
    (await json(`${PLANS}?${query}`)).data.some(({ id }: Loose) => id === PLAN)
  const q = encodeURIComponent
  for (const query of [
    'collectivity=09.541.01.13',
    'region=09',
    'province=09.541',
    'province=MA-TAR,MA-AGD',
    'type=commune&region=09',
    'status=validated,adopted',
    'cycle_year=2026',
    'cycle_year=2027',
    'modified_since=2026-02-01T00:00:00.000Z',
    `q=${q('تارودانت')}`,
    `q=${q('برنامج عمل')}`,
    'q=ouverture%20programme',
  ])
    t.ok(await found(query), query)
  for (const query of [
    'collectivity=09.541',
    'region=01',
    'type=region',
    'status=drafting',
    'cycle_year=2025',
    'cycle_year=2028',
    'modified_since=2026-03-01T00:00:00.000Z',
    'q=zagora',
  ])
    t.notOk(await found(query), query)
  t.match((await request(`${PLANS}?region=77`)).json(), { errors: [{ code: 'no_such_collectivity' }] })
  const first = await json(`${PLANS}?limit=1&sort=-updated_at&count=exact`)
  const second = await json(first.links.next.replace(/^https?:\/\/[^/]+/, ''))
  t.not(second.data[0].id, first.data[0].id)
  t.ok(first.page.total > 3)
  const other = (await request(`${PLANS}?limit=1&sort=updated_at&cursor=${first.page.next_cursor}`)).json()
  t.equal(other.code, 'cursor_mismatch')
  const csv = (await request(`${PLANS}?format=csv&collectivity=09.541.01.13`)).body
  t.match(csv, /^id,title\.ar,title\.fr,/)
  t.match(csv, /PACTO/)
  t.same(await json(`${PLANS}/${PLAN}?fields=title.ar,cycle.ends_on.value`), {
    title: { ar: 'برنامج عمل الانفتاح (مثال)' },
    cycle: { ends_on: { value: '2027' } },
  })
})

t.test('what the caller may do, and why not', async (t) => {
  const { id } = (await create(of('09.541'))).json()
  const actions = async (headers: object = {}) => {
    const answer = await request({ url: `${PLANS}/${id}/actions`, headers: headers as never })
    t.equal(answer.headers['cache-control'], 'private, no-store')
    return Object.fromEntries(answer.json().data.map((one: Loose) => [one.action, one]))
  }
  t.match(await actions(TAROUDANNT), {
    validate: {
      possible: false,
      to_status: 'validated',
      refusal: { code: 'unprocessable', detail: /no axis/ },
    },
    withdraw: { possible: true, refusal: null },
    reopen: { possible: false, to_status: null, refusal: { code: 'wrong_state', detail: /validated/ } },
  })
  for (const [code, headers] of [
    ['unauthenticated', {}],
    ['forbidden', as('ministry')],
    ['not_yours', as('member_editor', '01')],
  ] as const)
    for (const { possible, refusal } of Object.values<Loose>(await actions(headers)))
      t.match({ possible, code: refusal.code }, { possible: false, code })
  t.match((await actions({ ...TAROUDANNT, 'accept-language': 'fr' })).validate.refusal.detail, /aucun axe/)
  t.equal((await request(`${PLANS}/${PLAN.replace('6f', '7f')}/actions`)).statusCode, 404)
})

t.test('steps that are refused', async (t) => {
  const { id } = (await create(of('09.541'))).json()
  t.match((await step(id, { action: 'validate' })).json(), { status: 422, errors: [{ code: 'no_axis' }] })
  t.match((await step(id, { action: 'schedule' })).json(), {
    status: 409,
    code: 'wrong_state',
    detail: /validated/,
  })
  t.match((await step(id, { action: 'publish_draft', draft: 7 })).json(), {
    errors: [{ code: 'no_such_draft' }],
  })
  t.match((await step(id, { action: 'withdraw', draft: 1 })).json(), { errors: [{ code: 'only_with' }] })
  t.match((await step(id, { action: 'adopt' })).json(), { status: 400, errors: [{ code: 'not_allowed' }] })
  t.equal((await step(id, { action: 'withdraw' }, { 'if-match': '"9"' })).statusCode, 412)
  t.equal((await step(id, { action: 'withdraw' }, as('member_editor', '01'))).statusCode, 403)
  t.match((await step(PLAN, { action: 'reopen', effective_on: { value: '2020' } })).json(), {
    status: 422,
    errors: [{ pointer: '/effective_on', code: 'too_early' }],
  })
})

t.test('removal', async (t) => {
  t.match((await remove(PLAN)).json(), { status: 409, code: 'wrong_state' })
  const { id } = (await create(of('09.541'))).json()
  t.equal((await remove(id, as('member_editor', '01'))).statusCode, 403)
  t.equal((await remove(id, TAROUDANNT)).statusCode, 204)
  t.equal((await remove(id)).statusCode, 404)
  const pointedAt = (await create(of('09.541'))).json().id
  const made = await request({
    method: 'POST',
    url: '/v1/workshops',
    headers: ASSOCIATION,
    payload: { kind: 'training', collectivities: ['09.541'], plan_id: pointedAt, sources: SOURCES },
  })
  t.equal(made.statusCode, 201, made.body)
  t.match((await remove(pointedAt)).json(), { status: 409, code: 'conflict' }, 'a workshop is of it')
  t.equal((await request(`${PLANS}/${id}`)).statusCode, 404)
  t.match((await json(`${PLANS}/${id}/history`)).data, [{ change: 'deleted' }, { change: 'created' }])
})

t.test('commitments', async (t) => {
  const count = async (query: string) => (await json(`/v1/commitments?${query}`)).data.length
  const q = encodeURIComponent
  for (const query of [
    'collectivity=09.541.01.13',
    'region=09&principle=transparency,digitalisation',
    `plan=${PLAN}&plan_status=validated`,
    `q=${q('النقل المدرسي')}`,
    'q=horaires%20familles',
    'q=le',
    'modified_since=2026-01-01T00:00:00.000Z&sort=-title.fr',
  ])
    t.equal(await count(query), 1, query)
  for (const query of [
    'region=01',
    'principle=digitalisation',
    'plan_status=adopted',
    'q=piscine',
    'q=oraires%20xx',
  ])
    t.equal(await count(query), 0, query)
  const [one] = (await json('/v1/commitments')).data
  t.match(one, {
    key: 'school-bus',
    budget: { amount: '125000.00', currency: 'MAD' },
    financial_effect: true,
    axis: { key: 'transport', title: { fr: 'Transport scolaire sûr' } },
    plan: { id: PLAN, draft: 2, cycle: { starts_on: { value: '2026' } } },
    milestones: [{ key: 'map', due_on: { value: '2026-09', precision: 'month' } }],
  })
  t.same(await json(`/v1/commitments/${one.id}`), one)
  t.equal((await request(`/v1/commitments/${PLAN}`)).statusCode, 404)
  t.match((await request('/v1/commitments?format=csv')).body, /^id,key,title\.ar,.*\r\n.*125000\.00,MAD,true/)
  t.match((await request('/v1/commitments?q=%21')).json(), { errors: [{ code: 'nothing_to_search' }] })
})

t.test('what another feature adds to a plan', async (t) => {
  const part = {
    name: 'names',
    json: (plan: RawBuilder<unknown>) => sql`(select json_build_array(${plan}))`,
    dependsOn: ['member'],
  }
  const shown = async (include: string[]) =>
    JSON.parse((await findActionPlan(db, PLAN, { include }, [part]))!.json)
  t.same((await shown(['names'])).names, [PLAN])
  t.notOk('names' in (await shown(['axes'])))
})

t.test('what is not there, what is not asked rightly', async (t) => {
  const nowhere = '01900000-0000-7000-8000-000000000000'
  const { id } = (await create(of('09.541'))).json()
  const status = async (method: string, path: string, more: object = {}) => {
    const headers = { ...ASSOCIATION, 'if-match': '*' }
    return (await request({ method: method as 'PUT', url: `${PLANS}/${path}`, headers, ...more })).statusCode
  }
  t.equal((await patch(nowhere, { title: null })).statusCode, 404)
  t.equal((await patch(id, { title: { fr: null, ar: null } })).statusCode, 422)
  t.equal((await step(nowhere, { action: 'withdraw' })).statusCode, 404)
  t.equal((await remove('no-id')).statusCode, 400)
  t.equal((await remove(id, { 'if-match': '"9"' })).statusCode, 412)
  t.equal(await status('GET', `${id}/actions?nonsense=1`), 400)
  t.equal(await status('POST', 'no-id/drafts'), 400)
  t.equal(await status('POST', `${nowhere}/drafts`), 404)
  const payload = { axes: [{ title: { fr: null } }] }
  t.equal(await status('PATCH', `${id}/drafts/7`, { payload }), 404)
  t.equal(await status('PATCH', `${id}/drafts/1`, { payload }), 422)
  const stale = { payload, headers: { ...ASSOCIATION, 'if-match': '"7"' } }
  t.equal(await status('PATCH', `${id}/drafts/1`, stale), 412)
  await step(PLAN, { action: 'reopen' })
  const retried = { headers: { ...ASSOCIATION, 'idempotency-key': 'key-of-a-plan' } }
  t.equal(await status('POST', `${PLAN}/drafts`, retried), 201)
  t.equal(await status('POST', `${PLAN}/drafts`, retried), 201, 'and not a second one')
  t.equal(await status('POST', `${id}/drafts`, retried), 422, 'the same key for another')
})

t.test('often asked', async (t) => {
  const limited = await startApp(t, { identity: roleIdentity, rateLimit: 1 })
  await plantPlan(limited)
  const url = `${PLANS}/${PLAN}/actions`
  t.equal((await limited.request(url)).statusCode, 200)
  t.equal((await limited.request(url)).statusCode, 429)
})

t.test('the columns hold what their words say', async (t) => {
  await t.rejects(
    sql`update commitment set principles = '{kindness}' where plan_id = ${PLAN}`.execute(db),
    /commitment_principles/,
  )
  await t.rejects(sql`update action_plan set status = 'done' where id = ${PLAN}`.execute(db), /status_check/)
})

t.test('as of a day, with the steps that tell it', async (t) => {
  const id = '6f1c0e6a-6a58-5c1e-9d1b-3f1f5b7f0a77'
  await plantPlan(service, '01.051.01.01', id, 'PAL')
  await adoptPlan(service, id, { validate: '2026-01-26', schedule: '2026-01-28', adopt: '2026-01-30' })
  const on = async (day: string, more = '') => {
    const { data, meta } = await json(`${PLANS}?collectivity=01.051.01.01&as_of=${day}${more}`)
    t.equal(meta.as_of, day)
    return data.map(({ status }: Loose) => status)
  }
  for (const [day, statuses] of [
    ['2026-01-25', ['drafting']],
    ['2026-01-26', ['validated']],
    ['2026-01-27', ['validated']],
    ['2026-01-28', ['scheduled']],
    ['2026-01-30', ['adopted']],
  ] as const)
    t.same(await on(day), statuses, day)
  t.same(await on('2026-01-28', '&status=scheduled'), ['scheduled'])
  t.same(await on('2026-01-28', '&status=adopted'), [], 'what it is now is not asked for')
  t.notOk('as_of' in (await json(PLANS)).meta, 'as it is now')
  const csv = await request(`${PLANS}?as_of=2026-01-28&format=csv`)
  t.match(csv.headers['content-disposition'], /action-plans-2026-01-28\.csv/)

  const steps = (await json(`${PLANS}/${id}/transitions`)).data
  t.same((await json(`${PLANS}/${id}?include=transitions`)).transitions, steps)
  const [listed] = (await json(`${PLANS}?collectivity=01.051.01.01&as_of=2026-01-28&include=transitions`))
    .data
  t.same(listed.transitions, steps, 'all of them, whatever the day')
  const { data } = await json('/v1/statistics?measure=plan_days&by=collectivity,plan_status&as_of=2026-01-31')
  t.same(
    data
      .filter(({ collectivity }: Loose) => collectivity.hcp_code === '01.051.01.01')
      .map(({ plan_status, value, denominator }: Loose) => [plan_status, value, denominator]),
    [
      ['adopted', 2, 1],
      ['drafting', 7 + 1, 1],
      ['scheduled', 2, 1],
      ['validated', 3 + 3 + 2, 1],
    ],
    'each time that it was in it',
  )
})
