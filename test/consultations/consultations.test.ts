import t from 'tap'
import { startApp } from '../support/app.ts'
import { announced, consultationOf, draftedPlan, movable } from '../support/consultations.ts'
import { as, roleIdentity } from '../support/roles.ts'

const { clock, to } = movable()
const service = await startApp(t, { identity: roleIdentity, clock })
const { json, request } = service
const association = as('association')
const editor = as('member_editor', '09.541.01.13')
const any = { ...association, 'if-match': '*' }
const NOBODY = '01900000-0000-7000-8000-000000000000'
const OPENS = { value: '2026-03-02T10:00:00Z' }
const CLOSES = { value: '2026-03-09T10:00:00Z' }

const announce = (payload: object, headers: object = editor) =>
  request({ method: 'POST', url: '/v1/consultations', headers: { ...headers }, payload })
const patch = (id: string, payload: object, headers: object = any) =>
  request({ method: 'PATCH', url: `/v1/consultations/${id}`, headers: { ...headers }, payload })
const remove = (id: string, headers: object = any) =>
  request({ method: 'DELETE', url: `/v1/consultations/${id}`, headers: { ...headers } })
const cancel = (
  id: string,
  payload: object = { action: 'cancel', reason: 'Reportée' },
  headers: object = any,
) => request({ method: 'POST', url: `/v1/consultations/${id}/transitions`, headers: { ...headers }, payload })
const step = (plan: string, payload: object) =>
  request({ method: 'POST', url: `/v1/action-plans/${plan}/transitions`, headers: any, payload })
const faults = (answer: { json(): { errors?: { pointer: string; code: string }[] } }) =>
  (answer.json().errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)

t.beforeEach(() => to('2026-02-02T10:00:00Z'))

t.test('announced, found, read and mended', async (t) => {
  const plan = await draftedPlan(service)
  const answer = await announce(
    consultationOf(plan, {
      title: { ar: 'التشاور حول البرنامج', fr: 'Consultation sur le programme', zgh: 'ⴰⵎⵙⴰⵡⴰⵍ' },
      opens_at: OPENS,
      closes_at: CLOSES,
    }),
  )
  t.equal(answer.statusCode, 201, answer.body)
  const { id } = answer.json()
  t.equal(answer.headers.location, `/v1/consultations/${id}`)
  t.match(answer.json(), {
    status: 'announced',
    opens_at: { value: '2026-03-02T10:00:00.000Z', precision: 'instant' },
    plan_id: plan,
    collectivities: [{ hcp_code: '09.541.01.13' }],
  })
  const count = async (query: string) => (await json(`/v1/consultations?plan=${plan}&${query}`)).data.length
  for (const [query, expected] of [
    ['', 1],
    ['collectivity=09.541.01.13', 1],
    ['region=09', 1],
    ['region=01', 0],
    ['province=09.541', 1],
    ['status=announced', 1],
    ['status=open,closed', 0],
    ['round=1', 1],
    ['round=2,3', 0],
    ['open_on=2026-03-09', 1],
    ['open_on=2026-03-10', 0],
    [`q=${encodeURIComponent('البرنامج التشاور')}`, 1],
    ['q=PROGRAMME', 1],
    ['q=autre', 0],
    ['modified_since=2026-02-03T00:00:00Z', 0],
  ] as const)
    t.equal(await count(query), expected, query)
  const csv = await request(`/v1/consultations?plan=${plan}&format=csv`)
  t.match(csv.body, /^id,plan_id,collectivities,.*opens_at\.value,opens_at\.precision/)
  t.match(
    (await request(`/v1/consultations?plan=${plan}&format=ndjson&fields=round,opens_at.value`)).json(),
    {
      round: 1,
      opens_at: { value: '2026-03-02T10:00:00.000Z' },
    },
  )
  const [part] = (await json(`/v1/action-plans/${plan}?include=consultations`)).consultations
  t.match(part, { id, round: 1, closes_at: { precision: 'instant' } })

  t.match((await patch(id, { closes_at: { value: '2026-03' } }, { ...editor, 'if-match': '"1"' })).json(), {
    revision: 2,
    closes_at: { value: '2026-03', precision: 'month' },
  })
  t.equal(
    (await patch(id, { closes_at: null, opens_at: { value: '2026-03-02T11:00:00+01:00' } })).json().revision,
    3,
  )
  t.equal(
    (await patch(id, { opens_at: { value: '2026-03-02T11:00:00+01:00' } })).json().revision,
    3,
    'the same said otherwise is no change',
  )
  t.equal((await patch(id, { round: 1 }, editor)).statusCode, 428)
  t.match((await patch(id, { round: 1 }, { ...editor, 'if-match': '"1"' })).json(), {
    status: 412,
    fields_changed: ['closes_at'],
  })
  t.equal((await remove(id, { ...editor, 'if-match': '"1"' })).statusCode, 412)
  t.equal((await remove(id, editor)).statusCode, 428)
  t.equal((await remove(id)).statusCode, 204)
  t.equal((await request(`/v1/consultations/${id}`)).statusCode, 404)
  t.match((await json(`/v1/consultations/${id}/history`)).data[0], { change: 'deleted' })
})

t.test('what is wrong with one', async (t) => {
  const plan = await draftedPlan(service)
  const other = await draftedPlan(service, '09.541')
  for (const [more, expected] of [
    [{ opens_at: CLOSES, closes_at: OPENS }, ['/closes_at closes_before_it_opens']],
    [{ opens_at: OPENS, closes_at: OPENS }, ['/closes_at closes_before_it_opens']],
    [
      { opens_at: { value: '2026-03' }, closes_at: { value: '2026-02-28' } },
      ['/closes_at closes_before_it_opens'],
    ],
    [{ closes_at: CLOSES }, ['/closes_at closes_without_opening']],
    [{ draft: 1 }, ['/draft no_draft_in_round_one']],
    [{ round: 2 }, ['/draft required']],
    [{ round: 2, draft: 7 }, ['/draft no_such_draft']],
    [{ plan_id: NOBODY }, ['/plan_id no_such_plan']],
    [
      { title: { ar: null }, opens_at: { value: '2026', precision: 'day' }, closes_at: OPENS, round: 2 },
      ['/title required', '/opens_at/precision precision_mismatch', '/draft required'],
    ],
  ] as const) {
    const answer = await announce({ ...consultationOf(plan), ...more }, association)
    t.equal(answer.statusCode, 422, JSON.stringify(more))
    t.same(faults(answer), expected)
  }
  for (const [more, expected] of [
    [{ channels: [] }, ['/channels too_short']],
    [{ channels: ['pigeon'] }, ['/channels/0 not_allowed']],
    [{ round: 0 }, ['/round too_small']],
    [{ opens_at: { value: '2026-02-30' } }, ['/opens_at/value wrong_format']],
    [{ title: { fr: 'x\u202Ey' } }, ['/title/fr direction_control']],
    [{ description: { fr: 'x'.repeat(10_000) } }, ['/description/fr too_long']],
    [{ sources: undefined }, ['/sources required']],
  ] as const) {
    const answer = await announce({ ...consultationOf(plan), ...more }, association)
    t.equal(answer.statusCode, 400, JSON.stringify(more))
    t.same(faults(answer), expected)
  }
  await request({
    method: 'PUT',
    url: `/v1/action-plans/${other}/drafts/1`,
    headers: any,
    payload: { axes: [] },
  })
  const empty = await announce(consultationOf(other, { round: 2, draft: 1 }), association)
  t.same(faults(empty), ['/draft no_axis'])
  t.match((await announce(consultationOf(other))).json(), { status: 403, code: 'not_yours' })
  for (const answer of [await patch(NOBODY, { round: 1 }), await remove(NOBODY), await cancel(NOBODY)])
    t.equal(answer.statusCode, 404)
  t.equal((await remove('x')).statusCode, 400)
  const id = await announced(service, consultationOf(other))
  const stranger = { ...editor, 'if-match': '*' }
  for (const answer of [
    await patch(id, { round: 1 }, stranger),
    await remove(id, stranger),
    await cancel(id, undefined, stranger),
  ])
    t.match(answer.json(), { status: 403, code: 'not_yours' })
})

t.test('what is settled once it is open, and once it is over', async (t) => {
  const plan = await draftedPlan(service)
  const id = await announced(service, consultationOf(plan, { opens_at: OPENS, closes_at: CLOSES }))
  to('2026-03-04T10:00:00Z')
  t.equal((await request(`/v1/consultations/${id}`)).json().status, 'announced', 'nobody has looked yet')
  t.same(faults(await patch(id, { round: 2, draft: 1, opens_at: { value: '2026-03-05' } })), [
    '/round fixed_since_opening',
    '/draft fixed_since_opening',
    '/opens_at fixed_since_opening',
  ])
  t.same(faults(await patch(id, { closes_at: { value: '2026-03-03' } })), ['/closes_at already_past'])
  t.match((await remove(id)).json(), { status: 409, code: 'wrong_state', detail: /announced/ })
  const longer = await patch(id, { closes_at: { value: '2026-03-12T10:00:00Z' }, channels: ['email'] })
  t.match(longer.json(), { status: 'open', channels: ['email'] })
  t.equal((await json(`/v1/action-plans/${plan}`)).status, 'consulting')
  to('2026-03-12T10:00:00Z')
  t.same(faults(await patch(id, { closes_at: { value: '2026-03-20' }, channels: ['post'] })), [
    '/channels fixed_since_closing',
    '/closes_at fixed_since_closing',
  ])
  t.match((await patch(id, { title: { fr: 'Deuxième titre' } })).json(), {
    status: 'closed',
    title: { fr: 'Deuxième titre' },
  })
  t.match((await cancel(id)).json(), { status: 409, code: 'wrong_state', detail: /announced, open/ })
})

t.test('called off', async (t) => {
  const plan = await draftedPlan(service)
  const [one, two] = [
    await announced(service, consultationOf(plan, { opens_at: OPENS, closes_at: CLOSES })),
    await announced(service, consultationOf(plan, { opens_at: OPENS, closes_at: CLOSES })),
  ]
  to('2026-03-04T10:00:00Z')
  t.equal((await cancel(one, { action: 'cancel' })).statusCode, 400)
  t.equal((await cancel(one, undefined, association)).statusCode, 428)
  t.equal((await cancel(one, undefined, { ...association, 'if-match': '"9"' })).statusCode, 412)
  t.match((await cancel(one)).json(), { status: 'cancelled', cancellation_reason: 'Reportée' })
  t.equal((await json(`/v1/action-plans/${plan}`)).status, 'consulting', 'the other one is open')
  t.match((await cancel(two)).json(), { status: 'cancelled' })
  t.equal((await json(`/v1/action-plans/${plan}`)).status, 'drafting')
  t.match((await json(`/v1/consultations/${two}/history`)).data[0], { reason: 'Reportée' })
})

t.test('the plan meanwhile', async (t) => {
  const plan = await draftedPlan(service)
  const id = await announced(
    service,
    consultationOf(plan, { round: 2, draft: 1, opens_at: OPENS, closes_at: CLOSES }),
  )
  const validate = { action: 'validate', effective_on: { value: '2026-02-02' } }
  t.match((await step(plan, validate)).json(), { status: 409, code: 'consultation_announced' })
  const { data } = (await request({ url: `/v1/action-plans/${plan}/actions`, headers: association })).json()
  t.match(
    data.find(({ action }: { action: string }) => action === 'validate'),
    { possible: false, refusal: { code: 'consultation_announced' } },
  )
  const put = (axes: object[]) =>
    request({ method: 'PUT', url: `/v1/action-plans/${plan}/drafts/1`, headers: any, payload: { axes } })
  t.same(faults(await put([])), ['/axes no_axis'], 'what is announced has something in it when it opens')
  t.equal((await put([{ key: 'digital', title: { fr: 'Digital' } }])).statusCode, 200)
  const removal = await request({ method: 'DELETE', url: `/v1/action-plans/${plan}`, headers: any })
  t.match(removal.json(), { status: 409, code: 'wrong_state' })

  const withdraw = { action: 'withdraw', effective_on: { value: '2026-03-04' } }
  t.same(faults(await step(plan, withdraw)), ['/reason required'])
  to('2026-03-04T10:00:00Z')
  await announced(service, consultationOf(plan), clock())
  t.equal((await json(`/v1/action-plans/${plan}`)).status, 'consulting')
  t.equal((await step(plan, { ...withdraw, reason: 'Abandonné' })).statusCode, 200)
  const gone = await json(`/v1/action-plans/${plan}?include=consultations`)
  t.match(gone, {
    status: 'withdrawn',
    consultations: [
      { status: 'cancelled', cancellation_reason: 'Abandonné' },
      { status: 'cancelled', cancellation_reason: 'Abandonné' },
    ],
  })
  t.match((await announce(consultationOf(plan))).json(), {
    status: 409,
    code: 'wrong_state',
    detail: /drafting, consulting/,
  })
  t.equal((await json(`/v1/consultations/${id}`)).status, 'cancelled')
})

t.test('in the calendar', async (t) => {
  const plan = await draftedPlan(service)
  const closes = { value: '2026-03' }
  const id = await announced(service, consultationOf(plan, { opens_at: OPENS, closes_at: CLOSES }))
  const days = await announced(
    service,
    consultationOf(plan, { opens_at: { value: '2026-03-05' }, closes_at: closes }),
  )
  const { data } = await json('/v1/events?type=consultation&collectivity=09.541.01.13&sort=starts_on')
  const mine = data.filter((one: { plan_id: string }) => one.plan_id === plan)
  t.match(mine, [
    {
      id,
      kind: 'public_consultation',
      status: 'announced',
      starts: '2026-03-02T10:00:00.000Z',
      ends: '2026-03-09T10:00:00.000Z',
    },
    {
      id: days,
      starts_on: { value: '2026-03-05', precision: 'day' },
      ends_on: { value: '2026-03', precision: 'month' },
      starts: null,
    },
  ])
  const ics = (await request('/v1/events?format=ics&type=consultation&limit=500')).body
  t.match(ics, new RegExp(`UID:${id}`))
  t.match(ics, /DTSTART;VALUE=DATE:20260305\r\nDTEND;VALUE=DATE:20260401/, 'all of the month counts')
  t.equal((await cancel(id)).statusCode, 200)
  t.match((await request('/v1/events?format=ics&type=consultation&limit=500')).body, /STATUS:CANCELLED/)
})
