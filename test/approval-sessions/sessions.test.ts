import t from 'tap'
import { startApp } from '../support/app.ts'
import { council, nobody } from '../support/council.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { misstated } from '../support/standing.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request, json, db } = service
const { send, must, step, validatedPlan, announce, scheduled, sit, vote } = council(service)

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any
const faults = (answer: { json: () => Loose }) =>
  answer.json().errors?.map(({ pointer, code }: Loose) => `${pointer} ${code}`)
const planOf = (id: string) => json(`/v1/action-plans/${id}`)

t.test('a session that is only announced, as its source says', async (t) => {
  const plan = await validatedPlan('09.541')
  const session = await must('POST', '/v1/approval-sessions', {
    plan_id: plan,
    collectivity: 'MA-TAR',
    kind: 'ordinary',
    announced_as: { ar: 'دورة أكتوبر 2023' },
    opens_on: { value: '2023-10' },
    sources: [{ title: 'Exemple d’annonce', quoted: 'دورة أكتوبر 2023' }],
  })
  t.match(session, {
    status: 'announced',
    announced_as: { ar: 'دورة أكتوبر 2023', fr: null },
    opens_on: { value: '2023-10', precision: 'month' },
    members_in_office: null,
    content_hash: null,
    vote: null,
    outcome: null,
    deadlines: [],
    warnings: [
      {
        code: 'session_month',
        pointer: '/opens_on',
        detail: { fr: 'Le mois 10 n’est pas un mois de session ordinaire (1, 6, 9).' },
        basis: { law: '112-14', article: '34', rule: 'ordinary_session_months', value: [1, 6, 9] },
      },
    ],
  })
  const again = await send('POST', '/v1/approval-sessions', {
    plan_id: plan,
    collectivity: '09.541',
    kind: 'ordinary',
    sources: [{ title: 'x' }],
  })
  t.equal(again.statusCode, 409, 'a council has one open session on a plan')
  t.match(again.json(), { code: 'duplicate', errors: [{ pointer: '/collectivity' }] })

  const listed = await json(
    `/v1/approval-sessions?plan=${plan}&year=2023&status=announced&kind=ordinary&region=09`,
  )
  t.same(
    listed.data.map(({ id }: Loose) => id),
    [session.id],
  )
  for (const none of ['year=2024', 'status=closed', 'region=01', 'collectivity=01.051', 'type=commune'])
    t.same((await json(`/v1/approval-sessions?plan=${plan}&${none}`)).data, [], none)
  const { deadlines, warnings, enforceable_on, as_of, ...onRecord } = await json(
    `/v1/approval-sessions/${session.id}`,
  )
  t.same(listed.data[0], onRecord, 'what a list shows is what is on record')
  const csv = await request(`/v1/approval-sessions?plan=${plan}&format=csv&fields=id,opens_on,status`)
  t.match(csv.body, `${session.id},announced,2023-10,month`)
  t.match((await request(`/v1/approval-sessions?plan=${plan}&format=ndjson`)).body, session.id)

  const url = `/v1/approval-sessions/${session.id}`
  const convene = await send('POST', `${url}/transitions`, { action: 'convene' })
  t.equal(convene.statusCode, 422)
  t.same(faults(convene), ['/action day_unknown'])
  const known = await must('PATCH', url, { opens_on: { value: '2023-10-09' } })
  t.match(known, {
    revision: 2,
    opens_on: { precision: 'day' },
    deadlines: [{}, { step: 'notice_to_members' }],
  })
  t.match(await must('POST', `${url}/transitions`, { action: 'convene' }), { status: 'convened' })
  const twice = await send('POST', `${url}/transitions`, { action: 'convene' })
  t.match(twice.json(), { status: 409, code: 'wrong_state' })
  const history = await json(`${url}/history`)
  t.equal(history.data.length, 3)
})

t.test('scheduled, a quorum, a vote: the plan is adopted', async (t) => {
  const { plan, url } = await scheduled('09.541')
  const before = await json(url)
  t.match(before.content_hash, /^sha256:/)
  t.match(await planOf(plan), { status: 'scheduled', adoptions: [] })

  const sitting = await sit(url, 1, '2023-09-11', 16)
  t.equal(sitting.statusCode, 201, sitting.body)
  t.match(sitting.json(), {
    status: 'convened',
    sittings: [
      {
        number: 1,
        quorum: { required: 16, present: 16, met: true, basis: { law: '112-14', article: '43' } },
      },
    ],
  })
  const voted = await vote(url, { for: 9, against: 6, abstentions: 1 })
  t.equal(voted.statusCode, 200, voted.body)
  t.match(voted.json(), {
    status: 'closed',
    outcome: 'adopted',
    decided_on: '2023-09-11',
    vote: {
      majority: { rule: 'votes_cast', required: 8, in_favour: 9, reached: true, basis: { article: '44' } },
      outcome: 'adopted',
      voters: null,
    },
    deadlines: [
      { step: 'agenda_to_governor', due_on: '2023-08-22', state: 'late' },
      { step: 'notice_to_members', due_on: '2023-09-04', state: 'late' },
      { step: 'copies_to_governor', due_on: '2023-09-25', basis: { article: '107' } },
      { step: 'posting', due_on: '2023-09-21', basis: { article: '217' } },
      { step: 'minutes_to_members', due_on: '2023-09-26', basis: { article: '217' } },
    ],
    warnings: [],
  })
  const adopted = await planOf(plan)
  t.match(adopted, {
    status: 'adopted',
    adopted_draft: 1,
    current_draft: 1,
    adoptions: [{ outcome: 'adopted', decided_on: '2023-09-11', content_hash: before.content_hash }],
  })
  t.equal(adopted.adoptions[0].collectivity.hcp_code, '09.541')
  t.match((await json(`/v1/action-plans/${plan}/drafts/1`)).publication, { published_by: 'vote' })
  t.match(
    (await json(`/v1/commitments?plan=${plan}`)).data,
    [{ key: 'lines' }],
    'what is promised is in force',
  )

  t.test('what followed the vote', async (t) => {
    const early = await send('PATCH', url, { after_the_vote: { transmitted_on: '2023-09-10' } })
    t.same(faults(early), ['/after_the_vote/transmitted_on before_the_session'])
    const future = await send('PATCH', url, { after_the_vote: { posted_on: '2026-02-03' } })
    t.same(faults(future), ['/after_the_vote/posted_on not_yet'])
    const after = await must('PATCH', url, {
      after_the_vote: {
        posted_on: '2023-09-20',
        minutes_sent_on: '2023-10-02',
        transmitted_on: '2023-09-26',
        received_on: '2023-09-28',
        financial_effect: true,
      },
      declared_outcome: { outcome: 'rejected', sources: [{ title: 'Exemple' }] },
    })
    t.equal(after.enforceable_on, '2023-10-19', 'silence for twenty days approves')
    t.same(
      after.deadlines
        .slice(2)
        .map(({ step, due_on, done_on, state }: Loose) => [step, due_on, done_on, state]),
      [
        ['copies_to_governor', '2023-09-25', '2023-09-26', 'late'],
        ['posting', '2023-09-21', '2023-09-20', 'done'],
        ['minutes_to_members', '2023-09-26', '2023-10-02', 'late'],
        ['opposition', '2023-10-03', '2023-10-03', 'done'],
        ['visa', '2023-10-18', '2023-10-18', 'done'],
      ],
    )
    t.match(after.warnings, [{ code: 'declared_outcome_differs', basis: { article: '44' } }])
    const then = await json(`${url}?as_of=2023-10-03`)
    t.match(then.deadlines.slice(5), [
      { step: 'opposition', state: 'due', done_on: null },
      { step: 'visa', state: 'due' },
    ])
    const late = await send('PATCH', url, { opens_on: { value: '2023-09-12' } })
    t.match(late.json(), { status: 409, code: 'wrong_state' })
    const granted = { after_the_vote: { visa: { decision: 'granted', decided_on: '2023-10-09' } } }
    t.equal((await must('PATCH', url, granted)).enforceable_on, '2023-10-09')
  })
  t.test('a correction keeps the outcome', async (t) => {
    t.match((await vote(url, { for: 10, against: 5 })).json(), { outcome: 'adopted', vote: { for: 10 } })
    const other = await vote(url, { for: 5, against: 10 })
    t.match(other.json(), { status: 409, code: 'wrong_state', errors: [{ code: 'decided' }] })
    t.match((await json(url)).vote, { for: 10 })
    const amended = await vote(url, { for: 10, against: 5, amended_draft: nobody })
    t.same(faults(amended), ['/amended_draft decided'])
  })
  t.test('minutes and decision are documents of the session', async (t) => {
    const id = url.split('/').pop()
    const kept = await request({
      method: 'POST',
      url: `/v1/documents?owner_type=approval_session&owner_id=${id}&kind=minutes&title.fr=PV&published=true`,
      headers: as('member_editor', '09.541'),
      payload: '%PDF-1.4\n%%EOF\n',
    })
    t.equal(kept.statusCode, 201, kept.body)
    t.match((await json(`/v1/documents?owner_type=approval_session&owner_id=${id}`)).data, [
      { kind: 'minutes' },
    ])
  })
})

t.test('calls that fail, and the third that holds whatever the number', async (t) => {
  const { plan, url } = await scheduled('09.541')
  const failed = (await sit(url, 1, '2023-09-11', 15)).json()
  t.match(failed, {
    status: 'quorum_failed',
    sittings: [{ quorum: { required: 16, present: 15, met: false } }],
  })
  t.match(failed.deadlines.at(-1), { step: 'second_call', due_on: '2023-09-16' })
  t.same(faults(await vote(url, { for: 15 })), ['/sitting no_quorum'])
  t.same(faults(await sit(url, 1, '2023-09-14', 20)), ['/call call_out_of_turn'])
  t.same(faults(await sit(url, 3, '2023-09-20', 20)), ['/call call_out_of_turn'])
  t.same(faults(await sit(url, null, '2023-09-14', null)), ['/call call_out_of_turn'])
  t.same(faults(await sit(url, 2, '2023-09-11', 20)), ['/held_on before_the_session'])
  const second = (await sit(url, 2, '2023-09-18', 15)).json()
  t.match(second.warnings, [
    { code: 'call_outside_window', pointer: '/sittings/1/held_on', basis: { article: '43' } },
  ])
  t.match(second.deadlines.at(-2), { step: 'second_call', done_on: '2023-09-18', state: 'late' })
  t.match((await sit(url, 3, '2023-09-22', 2)).json(), {
    status: 'convened',
    sittings: [{}, {}, { quorum: { required: 1, met: true, basis: { rule: 'third_meeting' } } }],
  })
  t.same(faults(await sit(url, 3, '2023-09-25', 20)), ['/call call_out_of_turn'])
  t.match(await planOf(plan), { status: 'scheduled' }, 'no call moves the plan')
  t.match((await vote(url, { sitting: 3, for: 1, against: 1, president_side: 'against' })).json(), {
    status: 'closed',
    outcome: 'rejected',
    vote: { majority: { tie_broken_by: 'against', basis: { rule: 'tie_break' } } },
  })
  t.match(await planOf(plan), {
    status: 'rejected',
    adopted_draft: null,
    adoptions: [{ outcome: 'rejected' }],
  })
  t.match((await step(plan, 'redraft', { effective_on: { value: '2023-09-22' } })).json(), {
    status: 'drafting',
  })
})

t.test('what cannot be true is refused', async (t) => {
  const loose = await announce(await validatedPlan('01.051'), '01.051', {
    members_in_office: null,
    members_in_office_on: null,
    opens_on: null,
  })
  const bare = `/v1/approval-sessions/${loose.id}`
  t.same(faults(await sit(bare, 1, '2023-09-11', 20)), [
    '/present_at_opening members_unknown',
    '/held_on day_unknown',
  ])
  t.same(faults(await vote(bare, { for: 1 })), [' no_frozen_draft', '/sitting no_sitting'])

  const { url } = await scheduled('09.541')
  t.same(faults(await vote(url, { for: 1 })), ['/sitting no_sitting'], 'votes without a sitting')
  t.same(faults(await sit(url, 1, '2023-09-10', 32)), [
    '/present_at_opening more_than_members',
    '/held_on before_the_session',
  ])
  t.same(faults(await sit(url, 1, '2026-02-03', 20)), ['/held_on not_yet'])
  t.same(faults(await sit(url, 2, '2023-09-11', 20)), ['/call call_out_of_turn'], 'call 2 without call 1')
  await sit(url, 1, '2023-09-11', 20)
  t.same(faults(await vote(url, { for: 20, against: 8, abstentions: 4 })), [' more_than_members'])
  t.same(faults(await vote(url, { sitting: 2, for: 1 })), ['/sitting no_sitting'])
  const names = (...given: string[]) => ({
    legal_basis: 'Procès-verbal (112-14, art. 44)',
    retention_until: '2030-01-01',
    voters: given.map((name) => ({ name, side: 'for' })),
  })
  t.same(faults(await vote(url, { for: 2, roll: names('Exemple A', ' Exemple  A') })), [
    '/roll/voters/1/name name_twice',
  ])
  t.same(faults(await vote(url, { for: 2, ballot: 'secret', roll: names('Exemple A') })), [
    '/roll secret_ballot',
  ])
  for (const [patch, expected] of [
    [{ members_in_office: 0 }, 400],
    [{ members_in_office: -3 }, 400],
    [{ members_in_office: 19 }, 422],
    [{ members_in_office: null }, 422],
    [{ members_in_office: 41 }, 422],
    [{ opens_on: { value: '2023-09-12' } }, 422],
    [{ opens_on: null }, 422],
    [{ opens_on: { value: '2014-09-08' } }, 422],
    [{ announced_as: {} }, 422],
    [{ after_the_vote: { posted_on: '2023-09-12' } }, 422],
    [{ members_in_office: 32 }, 200],
    [{ status: 'closed' }, 400],
  ] as const)
    t.equal((await send('PATCH', url, patch)).statusCode, expected, JSON.stringify(patch))
  const stranger = await send('PATCH', url, { item_on_agenda: false }, as('member_editor', '01.051'))
  t.match(stranger.json(), { status: 403, code: 'not_yours' })
  t.equal(
    (await send('PATCH', url, { item_on_agenda: false }, { ...as('association'), 'if-match': '"1"' }))
      .statusCode,
    412,
  )
  const without = await request({
    method: 'PUT',
    url: `${url}/vote`,
    headers: as('association'),
    payload: { sitting: 1, for: 1, against: 0, abstentions: 0 },
  })
  t.equal(without.statusCode, 428)
  for (const [method, path, payload] of [
    ['PATCH', '', { item_on_agenda: true }],
    ['POST', '/transitions', { action: 'cancel', reason: 'x' }],
    ['POST', '/sittings', { call: 1, held_on: '2023-09-11', present_at_opening: 3 }],
    ['DELETE', '/sittings/1', undefined],
    ['PUT', '/vote', { sitting: 1, for: 1, against: 0, abstentions: 0 }],
  ] as const)
    t.equal(
      (await send(method, `/v1/approval-sessions/${nobody}${path}`, payload)).statusCode,
      404,
      method + path,
    )
  for (const path of ['', '/vote/roll', '/actions'])
    t.equal((await request(`/v1/approval-sessions/${nobody}${path}`)).statusCode, 404, path)
  const plan = await validatedPlan('09.541')
  const of = (more: object) =>
    send('POST', '/v1/approval-sessions', {
      plan_id: plan,
      collectivity: '09.541',
      kind: 'ordinary',
      sources: [{ title: 'x' }],
      ...more,
    })
  t.same(faults(await of({ plan_id: nobody })), ['/plan_id no_such_record'])
  t.same(faults(await of({ collectivity: '01.051' })), ['/collectivity not_of_the_plan'])
  t.same(faults(await of({ collectivity: '99.999' })), ['/collectivity no_such_collectivity'])
  t.same(faults(await of({ redeliberates: nobody })), ['/redeliberates not_opposed'])
  t.same(faults(await of({ members_in_office: 31 })), ['/members_in_office_on only_with'])
})

t.test('a sitting recorded by mistake is taken back', async (t) => {
  const { url } = await scheduled('09.541')
  await sit(url, 1, '2023-09-11', 15)
  t.equal((await send('DELETE', `${url}/sittings/2`)).statusCode, 404)
  t.match(await must('DELETE', `${url}/sittings/1`), { status: 'announced', sittings: [] })
  await sit(url, 1, '2023-09-11', 16)
  await vote(url, { motion: 'deferral', for: 1, against: 2 })
  t.match((await json(url)).vote, { outcome: null }, 'a deferral that is not carried decides nothing')
  t.match((await send('DELETE', `${url}/sittings/1`)).json(), { status: 409, code: 'wrong_state' })
  t.match((await vote(url, { motion: 'deferral', for: 2, against: 1 })).json(), { outcome: 'deferred' })
})

t.test('a subject of the closed list, and its second sitting', async (t) => {
  const { plan, url } = await scheduled('09.541')
  await sit(url, 1, '2023-09-11', 20)
  const subject = 'development_programme'
  const first = (await vote(url, { subject, for: 15, against: 0 })).json()
  t.match(first, {
    status: 'convened',
    outcome: null,
    vote: { majority: { rule: 'members_in_office', required: 16, reached: false }, outcome: null },
  })
  t.match(await planOf(plan), { status: 'scheduled' })
  t.equal((await send('PATCH', url, { members_in_office: 29 })).statusCode, 422, 'would have made it adopted')
  t.same(faults(await sit(url, null, '2023-09-10', null)), ['/held_on before_the_session'])
  t.match((await sit(url, null, '2023-09-12', null)).json().sittings[1], { call: null, quorum: null })
  t.match((await vote(url, { sitting: 2, subject, for: 8, against: 7 })).json(), {
    outcome: 'adopted',
    decided_on: '2023-09-12',
    vote: { sitting: 2, majority: { rule: 'votes_cast', required: 8 } },
    earlier_votes: [{ sitting: 1, outcome: null }],
  })
  t.match(await planOf(plan), { status: 'adopted' })
})

t.test('deferred: the plan is in drafting again', async (t) => {
  const { plan, url } = await scheduled('09.541')
  await sit(url, 1, '2023-09-11', 20)
  await vote(url, { motion: 'deferral', for: 12, against: 3 })
  t.match(await planOf(plan), {
    status: 'drafting',
    validated_draft: null,
    adoptions: [{ outcome: 'deferred' }],
  })
  await must('POST', `/v1/action-plans/${plan}/drafts`)
  await must('POST', `/v1/action-plans/${plan}/transitions`, {
    action: 'validate',
    effective_on: { value: '2023-12-01' },
  })
  const missing = await step(plan, 'schedule', { effective_on: { value: '2023-12-02' } })
  t.same(faults(missing), ['/sessions session_missing'])
  const { id } = await announce(plan, '09.541', { opens_on: { value: '2024-01-08' } })
  t.equal(
    (await step(plan, 'schedule', { effective_on: { value: '2023-12-02' }, sessions: [id] })).statusCode,
    200,
  )
})

t.test('adopted with amendments: a later draft of the plan', async (t) => {
  const { plan, url } = await scheduled('09.541')
  const elsewhere = await scheduled('09.541')
  const draft = async (of: string, number: number) => {
    const found = await request({
      url: `/v1/action-plans/${of}/drafts/${number}`,
      headers: as('association'),
    })
    return found.json().id as string
  }
  await must('POST', `/v1/action-plans/${plan}/drafts`, undefined, as('member_editor', '09.541'))
  await must('PUT', `/v1/action-plans/${plan}/drafts/2`, {
    axes: [{ key: 'bus', title: { ar: 'النقل المدرسي' }, commitments: [] }],
  })
  await sit(url, 1, '2023-09-11', 20)
  const amended = async (id: string, headers?: object) =>
    vote(url, { for: 12, against: 3, amended_draft: id }, headers)
  t.same(faults(await amended(await draft(elsewhere.plan, 1))), ['/amended_draft draft_of_another_plan'])
  t.same(faults(await amended(nobody)), ['/amended_draft draft_of_another_plan'])
  t.same(faults(await amended(await draft(plan, 1))), ['/amended_draft draft_not_later'])
  await must('PATCH', `/v1/action-plans/${plan}`, {
    collectivities: [{ collectivity: '09.541', may_edit: false }],
  })
  t.same(faults(await amended(await draft(plan, 2), as('member_editor', '09.541'))), [
    '/amended_draft draft_not_yours',
  ])
  t.equal((await json(url)).status, 'convened', 'nothing of that was kept')
  const before = (await json(url)).content_hash
  const voted = await amended(await draft(plan, 2))
  t.equal(voted.statusCode, 200, voted.body)
  const { vote: kept, content_hash } = voted.json()
  t.match(kept.amended_hash, /^sha256:/)
  t.equal(content_hash, before)
  t.not(kept.amended_hash, before)
  t.match(await planOf(plan), {
    status: 'adopted',
    adopted_draft: 2,
    current_draft: 2,
    adoptions: [{ content_hash: kept.amended_hash }],
  })
  t.match(await json(`/v1/action-plans/${plan}/drafts/2`), {
    status: 'frozen',
    frozen_by: 'vote',
    content_hash: kept.amended_hash,
  })
})

t.test('a plan of several collectivities: one session each, on one draft', async (t) => {
  const plan = await validatedPlan('09.541', '01.051')
  const mayBeScheduled = async () => {
    const answer = await request({ url: `/v1/action-plans/${plan}/actions`, headers: as('association') })
    return answer.json().data.find(({ action }: Loose) => action === 'schedule')
  }
  const one = await announce(plan, '09.541')
  t.same(faults(await step(plan, 'schedule')), ['/sessions session_missing'], 'one of each')
  t.match(await mayBeScheduled(), { possible: false, refusal: { code: 'unprocessable', detail: /01\.051/ } })
  const other = await announce(plan, '01.051')
  t.match(await mayBeScheduled(), { possible: true, refusal: null })
  const strange = await announce(await validatedPlan('09.541'), '09.541')
  t.same(faults(await step(plan, 'schedule', { sessions: [one.id, strange.id] })), [
    '/sessions/1 not_a_session_of_the_plan',
    '/sessions session_missing',
  ])
  t.same(faults(await step(plan, 'reopen', { sessions: [one.id] })), ['/sessions only_with'])
  t.equal((await step(plan, 'schedule', { sessions: [one.id, other.id] })).statusCode, 200)
  const [first, second] = [one, other].map(({ id }) => `/v1/approval-sessions/${id}`) as [string, string]
  const hash = (await json(first)).content_hash
  t.equal((await json(second)).content_hash, hash)

  t.equal((await step(plan, 'unschedule')).json().status, 'validated')
  t.equal((await json(first)).content_hash, null, 'freed')
  await step(plan, 'schedule')
  await sit(first, 1, '2023-09-11', 20)
  const amended = await vote(first, { for: 12, against: 3, amended_draft: nobody })
  t.same(faults(amended), ['/amended_draft amended_by_one_of_several'])
  const { revision } = await planOf(plan)
  await vote(first, { for: 12, against: 3 })
  t.match(await planOf(plan), {
    status: 'scheduled',
    adopted_draft: null,
    revision: revision + 1,
    adoptions: [{ session_id: one.id, outcome: 'adopted' }],
  })

  const cancelled = await must('POST', `${second}/transitions`, { action: 'cancel', reason: 'Reportée' })
  t.match(cancelled, { status: 'cancelled', status_reason: 'Reportée', content_hash: null })
  t.match(await planOf(plan), { status: 'validated' }, 'a plan whose session is cancelled is not scheduled')
  t.equal((await json(first)).content_hash, hash, 'who has voted has voted')
  t.match((await sit(second, 1, '2023-09-11', 20)).json(), { status: 409, code: 'wrong_state' })
  t.match((await vote(second, { for: 12 })).json(), { status: 409, code: 'wrong_state' })
  const again = await announce(plan, '01.051')
  await step(plan, 'schedule', { effective_on: { value: '2026-02-02' } })
  const third = `/v1/approval-sessions/${again.id}`
  t.equal((await json(third)).content_hash, hash)
  await sit(third, 1, '2023-09-12', 20)
  await vote(third, { for: 12, against: 3 })
  t.match(await planOf(plan), { status: 'adopted', adoptions: [{}, {}] }, 'all have adopted the same draft')
})

t.test('opposed, and deliberated on anew', async (t) => {
  const { plan, id, url } = await scheduled('09.541')
  await sit(url, 1, '2023-09-11', 20)
  await vote(url, { for: 12, against: 3 })
  const opposed = await must('PATCH', url, {
    after_the_vote: {
      transmitted_on: '2023-09-12',
      received_on: '2023-09-13',
      opposed_on: '2023-09-15',
      opposition_reason: 'Exemple',
      financial_effect: false,
    },
  })
  t.equal(opposed.enforceable_on, null)
  t.match(opposed.deadlines.at(-1), { step: 'opposition', done_on: '2023-09-15', state: 'done' })
  const anew = await announce(plan, '09.541', {
    kind: 'extraordinary_by_president',
    redeliberates: id,
    opens_on: { value: '2023-10-02' },
  })
  t.match(anew, { redeliberates: id, content_hash: opposed.content_hash })
  const second = `/v1/approval-sessions/${anew.id}`
  await sit(second, 1, '2023-10-02', 20)
  t.match((await vote(second, { for: 5, against: 12 })).json(), { outcome: 'rejected' })
  t.match(await planOf(plan), {
    status: 'rejected',
    adopted_draft: null,
    adoptions: [{ session_id: anew.id }],
  })
  t.equal((await json(url)).outcome, 'adopted', 'what was decided then was decided')
})

t.test('two clerks record the vote at once', async (t) => {
  const { url } = await scheduled('09.541')
  const { revision } = (await sit(url, 1, '2023-09-11', 20)).json()
  const seen = { ...as('association'), 'if-match': `"${revision}"` }
  const answers = await Promise.all([
    vote(url, { for: 12, against: 3 }, seen),
    vote(url, { for: 3, against: 12 }, seen),
  ])
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [200, 412])
  const won = answers.find(({ statusCode }) => statusCode === 200)!.json()
  t.match(await json(url), { outcome: won.outcome, vote: won.vote })
  const lost = answers.find(({ statusCode }) => statusCode === 412)!.json()
  t.match(lost, { code: 'precondition_failed', current_revision: won.revision })
})

t.test('who voted how is restricted until the council has published it', async (t) => {
  const { url } = await scheduled('09.541')
  await sit(url, 1, '2023-09-11', 20)
  const roll = {
    legal_basis: 'Procès-verbal (112-14, art. 44)',
    retention_until: '2030-01-01',
    voters: [
      { name: 'Exemple A', side: 'for' },
      { name: 'Exemple B', side: 'against' },
    ],
  }
  const voted = await vote(url, { for: 2, against: 1, roll })
  t.equal(voted.json().vote.voters, 2)
  t.match(voted.json().warnings, [{ code: 'roll_against_tally' }])
  t.notMatch(voted.body, 'Exemple A')
  t.notMatch(JSON.stringify(await json('/v1/changes?types=approval_session&limit=500')), 'Exemple A')
  const read = (headers: object = {}) => request({ url: `${url}/vote/roll`, headers: headers as never })
  for (const who of [{}, as('member_editor', '01.051'), as('ministry'), as('admin', '09.541')])
    t.same((await read(who)).json(), { data: [], published: null, withheld: true })
  for (const who of [as('member_editor', '09.541'), as('association')])
    t.match((await read(who)).json(), {
      data: [{ sitting: 1, name: 'Exemple A', side: 'for' }, {}],
      published: null,
      withheld: false,
    })
  await must('PATCH', url, { votes_published: { on: '2023-10-01', basis: 'Procès-verbal affiché' } })
  const published = await read()
  t.match(published.json(), {
    data: [{ name: 'Exemple A' }, {}],
    published: { basis: 'Procès-verbal affiché' },
  })
  t.equal(published.headers['cache-control'], 'private, no-store')
  await vote(url, { for: 2, against: 1, roll: { ...roll, voters: roll.voters.slice(0, 1) } })
  t.same(
    (await read()).json().data.map(({ name }: Loose) => name),
    ['Exemple A'],
  )
  const { rows } = await db
    .selectFrom('person')
    .select(['name', 'erasure_reason'])
    .execute()
    .then((rows) => ({ rows }))
  t.same(
    rows.filter(({ name }) => name !== null),
    [{ name: 'Exemple A', erasure_reason: null }],
    'the names that stood there before are erased',
  )
  await vote(url, { for: 2, against: 1, ballot: 'secret' })
  t.same((await read()).json().data, [])
})

t.test('what the caller may do', async (t) => {
  const { url } = await scheduled('09.541')
  const actions = async (headers: object = {}) =>
    (await request({ url: `${url}/actions`, headers: headers as never })).json().data as Loose[]
  const may = (data: Loose[]) =>
    data.map(({ action, to_status, possible, refusal }) => [action, to_status, possible, refusal?.code])
  t.same(may(await actions(as('member_editor', '09.541'))), [
    ['convene', 'convened', true, undefined],
    ['cancel', 'cancelled', true, undefined],
  ])
  t.same(may(await actions())[0], ['convene', 'convened', false, 'unauthenticated'])
  t.same(may(await actions(as('ministry')))[0], ['convene', 'convened', false, 'forbidden'])
  t.same(may(await actions(as('member_editor', '01.051')))[1], ['cancel', 'cancelled', false, 'not_yours'])
  const silent = await send('POST', `${url}/transitions`, { action: 'cancel' })
  t.same(faults(silent), ['/reason reason_required'])
})

t.test('a session has its place in the calendar', async (t) => {
  const { id, plan } = await scheduled('09.541', {
    announced_as: { fr: 'Session ordinaire de septembre (exemple)' },
  })
  const events = await json(
    '/v1/events?type=approval_session&status=announced&from=2023-09-01&until=2023-09-30&limit=500',
  )
  t.match(
    events.data.find((event: Loose) => event.id === id),
    {
      kind: 'ordinary',
      title: { fr: 'Session ordinaire de septembre (exemple)' },
      starts_on: { value: '2023-09-11', precision: 'day' },
      starts: null,
      plan_id: plan,
      collectivities: [{ hcp_code: '09.541' }],
    },
  )
  const calendar = await request('/v1/events?type=approval_session&format=ics')
  t.match(calendar.body, 'Session ordinaire de septembre')
})

t.test('a plan tells its sessions, and is not removed while it has any', async (t) => {
  const plan = await validatedPlan('09.541')
  const { id } = await announce(plan, '09.541')
  const page = await json(`/v1/action-plans/${plan}?include=approval_sessions`)
  t.same(page.approval_sessions, (await json(`/v1/approval-sessions?plan=${plan}`)).data)
  t.equal(page.approval_sessions[0].id, id)
  await step(plan, 'reopen')
  t.match((await send('DELETE', `/v1/action-plans/${plan}`)).json(), { status: 409, code: 'conflict' })
})

t.test('how commitments stand is kept', async (t) => {
  t.same(await misstated(service), [])
})
