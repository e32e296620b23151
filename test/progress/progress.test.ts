import t from 'tap'
import { adoptPlan } from '../support/adopted.ts'
import { startApp } from '../support/app.ts'
import { COMMITMENT, PLAN, plantPlan } from '../support/plans.ts'
import { follower, OF, SOURCES } from '../support/progress.ts'
import { as, roleIdentity } from '../support/roles.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request, json } = service
await plantPlan(service)

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

const ASSOCIATION = as('association')
const EDITOR = as('member_editor', '09.541.01.13')
const OTHER = as('member_editor', '09.541')
const { report, assess, patch, withdraw } = follower(service)
const step = (payload: object, headers: object = ASSOCIATION) =>
  request({
    method: 'POST',
    url: `/v1/action-plans/${PLAN}/transitions`,
    payload,
    headers: { 'if-match': '*', ...headers } as never,
  })
const pairs = (answer: Loose) =>
  answer
    .json()
    .errors.map(({ pointer, code }: Loose) => `${pointer} ${code}`)
    .sort()

await t.test('nothing is told of a promise that was not adopted', async (t) => {
  t.match((await report({})).json(), {
    status: 409,
    code: 'wrong_state',
    detail: /adopted, implementing, evaluated/,
  })
  t.match((await assess({})).json(), { status: 409, code: 'wrong_state' })
  t.match(await json(OF), {
    completion: null,
    assessment: null,
    next_due_on: null,
    overdue: false,
    at_risk: false,
    silent_days: null,
    milestones: [{ key: 'map', done_on: null }],
  })
  t.match((await step({ action: 'start_implementation', effective_on: { value: '2026-02-01' } })).json(), {
    code: 'wrong_state',
  })
  await adoptPlan(service)
  t.match(await json(OF), { next_due_on: '2026-09-30', silent_days: null })
  t.match(await json(`${OF}?as_of=2026-01-27`), { next_due_on: null }, 'the day before')
})

await t.test('implementation', async (t) => {
  const begun = await step({ action: 'start_implementation', effective_on: { value: '2026-02-01' } }, EDITOR)
  t.match(begun.json(), { status: 'implementing' }, begun.body)
  t.match(await json(OF), { silent_days: 1 })
  t.match(await json(`${OF}?as_of=2026-01-31`), { silent_days: null })
  t.match(await json(`${OF}?as_of=2026-09-30`), { overdue: false, at_risk: true, silent_days: 241 })
  t.match(await json(`${OF}?as_of=2026-10-01`), { overdue: true, at_risk: false })
  t.match(await json(`${OF}?as_of=2026-08-01`), { at_risk: true })
  t.match(await json(`${OF}?as_of=2026-07-31`), { at_risk: false })
})

await t.test('who tells what', async (t) => {
  t.match((await report({}, OTHER)).json(), { status: 403, code: 'not_yours' })
  t.match((await report({}, as('ministry'))).json(), { status: 403, code: 'forbidden' })
  t.match((await assess({}, EDITOR)).json(), { status: 403, code: 'forbidden' })
  const nothing = '/v1/commitments/01900000-0000-7000-8000-000000000000'
  t.equal((await report({}, ASSOCIATION, nothing)).statusCode, 404)
  t.equal((await request(`${nothing}/progress-reports`)).statusCode, 404)
  t.equal((await request('/v1/progress-reports/01900000-0000-7000-8000-000000000000')).statusCode, 404)
  t.equal((await patch('/v1/assessments/01900000-0000-7000-8000-000000000000', {})).statusCode, 400)
  t.equal(
    (await patch('/v1/assessments/01900000-0000-7000-8000-000000000000', { text: null })).statusCode,
    404,
  )
})

await t.test('every fault of a report at once', async (t) => {
  const faults = await report({
    reported_on: { value: '2026-01-20' },
    percentage: 100,
    text: { fr: null },
    period: { starts_on: { value: '2026-01' }, ends_on: { value: '2025' } },
    milestones: [
      { key: 'map', done_on: { value: '2026-01-21' } },
      { key: 'map', done_on: { value: '2026-01', precision: 'day' } },
      { key: 'nothing', done_on: { value: '2026-01' } },
    ],
    evidence: ['01900000-0000-7000-8000-000000000000'],
  })
  t.equal(faults.statusCode, 422)
  t.same(pairs(faults), [
    '/evidence/0 no_such_document',
    '/milestones/0/done_on not_yet',
    '/milestones/1/done_on/precision precision_mismatch',
    '/milestones/1/key repeated_value',
    '/milestones/2/key no_such_milestone',
    '/period/ends_on too_small',
    '/reported_on before_adoption',
    '/stage stage_mismatch',
    '/text required',
  ])
  t.same(pairs(await report({ reported_on: { value: '2026-02-03' } })), ['/reported_on not_yet'])
  t.same(pairs(await report({ stage: null })), ['/stage stage_needed'])
  t.match((await report({ percentage: 101 })).json(), {
    status: 400,
    errors: [{ pointer: '/percentage', code: 'too_large' }],
  })
  t.match((await report({ sources: [] })).json(), { errors: [{ pointer: '/sources' }] })
  t.same(pairs(await assess({ assessor: { name: {} }, method: {}, text: {} })), [
    '/assessor/name required',
    '/method required',
    '/text required',
  ])
  t.equal((await assess({ assessor: { person: 'x' } })).statusCode, 400, 'never a person')
})

await t.test('a report, its correction and its withdrawal', async (t) => {
  const made = await report(
    { stage: null, percentage: 40, milestones: [{ key: 'map', done_on: { value: '2025-12' } }] },
    EDITOR,
  )
  t.match(
    made.json(),
    {
      stage: 'started',
      percentage: 40,
      reported_on: { value: '2026-02-01', precision: 'day' },
      withdrawal: null,
      warnings: [{ code: 'done_before_start', pointer: '/milestones/0/done_on' }],
      revision: 1,
    },
    made.body,
  )
  const url = made.headers.location as string
  const { id } = made.json()
  t.match(await json(OF), {
    completion: { stage: 'started', percentage: 40, report_id: id },
    milestones: [{ key: 'map', done_on: { value: '2025-12', precision: 'month' } }],
    next_due_on: '2027-12-31',
    silent_days: 1,
  })
  t.match(await json(`${OF}?as_of=2026-01-31`), { completion: null, milestones: [{ done_on: null }] })
  const tag = (await request(OF)).headers.etag
  const corrected = await patch(url, { percentage: 100, milestones: null })
  t.match(corrected.json(), {
    stage: 'completed',
    percentage: 100,
    milestones: [],
    warnings: [],
    revision: 2,
  })
  t.match((await patch(url, { stage: 'substantial' })).json(), { stage: 'substantial', percentage: null })
  t.not((await request(OF)).headers.etag, tag)
  t.equal((await patch(url, { stage: 'started' }, { 'if-match': '"1"' })).statusCode, 412)
  t.equal((await patch(url, { stage: 'started' }, { ...OTHER })).statusCode, 403)
  t.equal((await patch(url, { stage: 'done' })).statusCode, 400)
  t.match((await withdraw(url, EDITOR)).json(), { withdrawal: { reason: 'Erreur de saisie' }, revision: 4 })
  t.match((await withdraw(url)).json(), { status: 409, code: 'withdrawn' })
  t.match((await patch(url, { stage: 'started' })).json(), { status: 409, code: 'withdrawn' })
  t.match(await json(OF), { completion: null, next_due_on: '2026-09-30' })
  t.match(await json(`${OF}/progress-reports?count=exact`), {
    data: [{ id, withdrawal: { reason: 'Erreur de saisie' } }],
    page: { total: 1 },
  })
  t.same(
    (await json(`${url}/history`)).data.map(({ change }: Loose) => change),
    ['updated', 'updated', 'updated', 'created'],
  )
  const feed = await json('/v1/changes?types=progress_report&territory=09.541.01.13')
  t.equal(feed.data.length, 4)
})

await t.test('assessments stand apart from what members say', async (t) => {
  const made = await assess({ text: { ar: 'نص' } })
  t.match(made.json(), { completion: 'limited', assessor: { name: { fr: /Organisation/ } } }, made.body)
  const url = made.headers.location as string
  t.match(await json(OF), {
    completion: null,
    assessment: { completion: 'limited', assessment_id: made.json().id },
  })
  t.match((await patch(url, { completion: 'substantial' })).json(), {
    completion: 'substantial',
    revision: 2,
  })
  t.equal((await patch(url, { completion: 'complete' }, EDITOR)).statusCode, 403)
  t.match(await json(`${OF}/assessments`), { data: [{ completion: 'substantial' }] })
  t.match((await request(`${OF}/assessments?format=csv`)).body, /^id,commitment_id,assessed_on\.value/)
  const upload = (headers: object) =>
    request({
      method: 'POST',
      url: `/v1/documents?owner_type=assessment&owner_id=${made.json().id}&kind=report&title.fr=x&published=true`,
      headers: { ...headers, 'content-type': 'application/pdf' } as never,
      payload: '%PDF-1.4\n%%EOF\n',
    })
  t.equal((await upload(EDITOR)).statusCode, 403, 'whom it is about does not add to it')
  const document = (await upload(ASSOCIATION)).json()
  t.match((await patch(url, { evidence: [document.id] })).json(), { evidence: [document.id] })
  t.match((await withdraw(url)).json(), { withdrawal: {} })
  t.match(await json(OF), { assessment: null })
})

await t.test('filters', async (t) => {
  await report({ reported_on: { value: '2026-02-02' }, stage: 'substantial' })
  await assess({ assessed_on: { value: '2026-02-02' }, completion: 'complete' })
  const found = async (query: string) =>
    (await json(`/v1/commitments?${query}`)).data.some(({ id }: Loose) => id === COMMITMENT)
  for (const query of [
    'completion=substantial,completed',
    'assessed_completion=complete',
    'overdue=false',
    'overdue=true&as_of=2026-10-01',
    'at_risk=true&as_of=2026-09-01',
    'silent_for_days=0',
    'silent_for_days=100&as_of=2026-09-01',
    'lead_institution=direction',
    'completion=unreported&as_of=2026-01-31',
    'assessed_completion=unassessed&as_of=2026-01-31',
  ])
    t.ok(await found(query), query)
  for (const query of [
    'completion=unreported',
    'assessed_completion=unassessed,limited',
    'overdue=true',
    'at_risk=true&as_of=2026-10-01',
    'silent_for_days=1',
    'lead_institution=ministère',
  ])
    t.notOk(await found(query), query)
  const today = await request('/v1/commitments?overdue=true')
  const then = await request('/v1/commitments?overdue=true&as_of=2026-10-01')
  t.equal(today.json().meta.as_of, '2026-02-02')
  t.not(today.headers.etag, then.headers.etag)
  t.match((await request('/v1/commitments?as_of=2026-13-01')).json(), { code: 'invalid_request' })
  t.match((await request('/v1/commitments?lead_institution=%2D')).json(), {
    errors: [{ code: 'nothing_to_search' }],
  })
})

await t.test('all that is told, across commitments', async (t) => {
  const ids = async (query: string) => (await json(query)).data.map(({ id }: Loose) => id)
  for (const [path, day, far] of [
    ['progress-reports', 'reported_on', 'stage=substantial&withdrawn=false'],
    ['assessments', 'assessed_on', 'completion=complete'],
  ] as const) {
    const url = `/v1/${path}`
    const told = await ids(`${OF}/${path}`)
    t.equal(told.length, 2)
    t.same(await ids(url), [...told].reverse(), 'the latest first')
    t.same(
      await ids(`${url}?plan=${PLAN}&commitment=${COMMITMENT}&collectivity=09.541.01.13&sort=${day}`),
      told,
    )
    t.same(await ids(`${url}?withdrawn=true`), told.slice(0, 1))
    t.same(await ids(`${url}?withdrawn=false&region=09`), told.slice(1))
    t.same(await ids(`${url}?${far}`), told.slice(1))
    t.same(await ids(`${url}?${day}_gte=2026-02-02&${day}_lte=2026-02-02`), told.slice(1))
    const other = path === 'assessments' ? 'completion=limited' : 'stage=not_started'
    for (const none of ['region=01', other, `${day}_lte=2026-01-31`, 'modified_since=2026-03-01T00:00:00Z'])
      t.same(await ids(`${url}?${none}`), [], none)
    const first = await json(`${url}?limit=1`)
    t.same(await ids(first.links.next.replace(/^.*(?=\/v1)/, '')), told.slice(0, 1), 'page by page')
    const reversed = await request(`${url}?${day}_gte=2026-02-02&${day}_lte=2026-02-01`)
    t.match(reversed.json(), { status: 400, errors: [{ parameter: `${day}_lte`, code: 'range_reversed' }] })
    t.match((await request(`${url}?format=csv`)).body, /^id,commitment_id,/)
    const type = path === 'assessments' ? 'assessment' : 'progress_report'
    const [row] = (await json(`${url}?limit=1`)).data
    const { data } = (await json(`/v1/changes?types=${type}&limit=500`)).data.at(-1)
    const { warnings, revision, created_at, updated_at, ...facts } = row
    t.same(facts, data, 'as it is in the feed')
  }
})

await t.test('to the end of the plan', async (t) => {
  const evaluated = await step({
    action: 'evaluate',
    effective_on: { value: '2026-02-02' },
    reason: 'Évaluation',
    documents: ['01900000-0000-7000-8000-000000000000'],
  })
  t.same(pairs(evaluated), ['/documents/0 no_such_document'])
  t.match(
    (await json(`/v1/action-plans/${PLAN}/actions`)).data.filter(
      ({ action }: Loose) => action === 'evaluate',
    ),
    [{ to_status: 'evaluated' }],
  )
  for (const action of ['evaluate', 'close'])
    t.equal((await step({ action, effective_on: { value: '2026-02-02' } })).statusCode, 200, action)
  t.match((await report({})).json(), { code: 'wrong_state' })
  t.equal((await assess({})).statusCode, 201, 'others look back')
})

await t.test('the next cycle', async (t) => {
  const create = (collectivity: string, previous_plan: string) =>
    request({
      method: 'POST',
      url: '/v1/action-plans',
      payload: { collectivities: [{ collectivity }], previous_plan, sources: SOURCES },
      headers: ASSOCIATION,
    })
  const next = await create('09.541.01.13', PLAN)
  t.match(next.json(), { previous_plan: PLAN, next_plans: [] }, next.body)
  t.same((await json(`/v1/action-plans/${PLAN}`)).next_plans, [next.json().id])
  t.same(pairs(await create('09.541', PLAN)), ['/previous_plan other_collectivity'])
  t.same(pairs(await create('09.541.01.13', next.json().id)), ['/previous_plan plan_not_adopted'])
  t.same(pairs(await create('09.541', '01900000-0000-7000-8000-000000000000')), [
    '/previous_plan no_such_record',
  ])
  t.same(pairs(await patch(`/v1/action-plans/${PLAN}`, { previous_plan: next.json().id })), [
    '/previous_plan follows_itself',
  ])
  t.same(pairs(await patch(`/v1/action-plans/${PLAN}`, { previous_plan: PLAN })), [
    '/previous_plan follows_itself',
  ])
})
