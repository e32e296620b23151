import t from 'tap'
import { moveDue } from '../../src/consultations/clock/commands.ts'
import { startApp } from '../support/app.ts'
import { movable } from '../support/consultations.ts'
import { council } from '../support/council.ts'
import { follower, SOURCES } from '../support/progress.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { misstated } from '../support/standing.ts'

const { clock, to } = movable()
const service = await startApp(t, { identity: roleIdentity, clock })
const { db, json, request } = service
const { send, must, step, announce, sit, vote } = council(service)
const { report, assess } = follower(service)

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

const commitment = (key: string, due: string) => ({
  key,
  title: { fr: `Publier ${key}` },
  principles: ['transparency'],
  milestones: [{ key: 'map', title: { fr: 'Carte' }, due_on: { value: due } }],
})
const axes = (...commitments: object[]) => ({ axes: [{ key: 'bus', title: { ar: 'النقل' }, commitments }] })
const on = (value: string) => ({ effective_on: { value } })

/** A plan with two commitments of which the first came from what somebody had said. */
async function consultedPlan() {
  to('2026-01-10T10:00:00Z')
  const { id: plan } = await must('POST', '/v1/action-plans', {
    collectivities: [{ collectivity: '09.541' }],
    sources: SOURCES,
  })
  const consultation = await must('POST', '/v1/consultations', {
    plan_id: plan,
    round: 1,
    channels: ['online_form'],
    opens_at: { value: '2026-01-05' },
    closes_at: { value: '2026-01-20' },
    sources: SOURCES,
  })
  const say = (problem: string) =>
    must('POST', `/v1/consultations/${consultation.id}/contributions`, { language: 'fr', problem })
  const first = await say('Aucune ligne n’est publiée')
  to('2026-01-10T11:00:00Z')
  const second = await say('Les lignes sont inconnues')
  await must(
    'PUT',
    `/v1/action-plans/${plan}/drafts/1`,
    axes(commitment('lines', '2026-09'), commitment('stops', '2026-10')),
  )
  const move = (id: string, payload: object) => must('POST', `/v1/contributions/${id}/transitions`, payload)
  for (const { id } of [first, second]) await move(id, { action: 'publish' })
  await move(first.id, { action: 'accept', commitment: 'lines', reason: 'Retenue' })
  await move(second.id, { action: 'merge', merged_into: first.id, reason: 'Même demande' })
  to('2026-02-02T10:00:00Z')
  await moveDue({ db, clock })
  return { plan, consultation: consultation.id, first: first.id, second: second.id }
}

/** Puts the plan to the vote of its council. */
async function voted(plan: string, counted: object, opens = '2026-01-26') {
  await must('POST', `/v1/action-plans/${plan}/transitions`, { action: 'validate', ...on('2026-01-25') })
  const { id } = await announce(plan, '09.541', {
    kind: 'extraordinary_by_president',
    opens_on: { value: opens },
  })
  await must('POST', `/v1/action-plans/${plan}/transitions`, { action: 'schedule', ...on('2026-01-25') })
  const url = `/v1/approval-sessions/${id}`
  await sit(url, 1, opens, 20)
  const answer = await vote(url, counted)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return { id: id as string, url }
}
const commitmentsOf = async (plan: string): Promise<Loose[]> =>
  (await json(`/v1/commitments?plan=${plan}`)).data

t.test('from what somebody said to what came of it, and back', async (t) => {
  const { plan, consultation, first, second } = await consultedPlan()
  const { id: session } = await voted(plan, { for: 12, against: 3 })
  const [lines] = await commitmentsOf(plan)
  const of = `/v1/commitments/${lines.id}`
  const told = (
    await report({ milestones: [{ key: 'map', done_on: { value: '2026-01-30' } }] }, undefined, of)
  ).json()
  const found = (await assess({}, undefined, of)).json()
  const next = await must('POST', '/v1/action-plans', {
    collectivities: [{ collectivity: '09.541' }],
    previous_plan: plan,
    sources: SOURCES,
  })

  const lineage = await json(`${of}/lineage`)
  const { content_hash } = await json(`/v1/action-plans/${plan}/drafts/1`)
  t.match(lineage, {
    commitment: { id: lines.id, key: 'lines', title: { fr: 'Publier lines' } },
    plan: {
      id: plan,
      status: 'adopted',
      adopted_on: { value: '2026-01-26', precision: 'day' },
      adoptions: [{ session_id: session, outcome: 'adopted', decided_on: '2026-01-26', content_hash }],
      previous_plan: null,
      next_plans: [next.id],
    },
    contributions: [
      { id: first, consultation_id: consultation, merged_into: null },
      { id: second, consultation_id: consultation, merged_into: first },
    ],
    drafts: [{ number: 1, content_hash, axis: 'bus', in_force: true }],
    milestones: [{ key: 'map', done: [{ done_on: { value: '2026-01-30' }, report_id: told.id }] }],
    reports: [{ id: told.id, stage: 'started', withdrawn: false }],
    assessments: [{ id: found.id, completion: 'limited', withdrawn: false }],
  })

  // Back, from the end: each step names the one before.
  t.equal((await json(`/v1/progress-reports/${told.id}`)).commitment_id, lines.id)
  t.equal((await json(`/v1/assessments/${found.id}`)).commitment_id, lines.id)
  t.match(await json(`/v1/approval-sessions/${session}`), { plan_id: plan, content_hash })
  t.equal((await json(of)).plan.id, plan)
  t.same(
    (await json(`/v1/contributions?commitment=${lines.id}`)).data.map(({ id }: Loose) => id),
    [first],
    'a contribution and its commitment name each other',
  )
  t.match(await json(`/v1/contributions/${first}`), {
    consultation: { id: consultation },
    plan_id: plan,
    answer: { commitment: { id: lines.id, key: 'lines' } },
  })
  t.match(await json(`/v1/contributions/${second}`), { answer: { merged_into: first } })
  t.equal((await json(`/v1/consultations/${consultation}`)).plan_id, plan)
  t.equal((await json(`/v1/action-plans/${next.id}`)).previous_plan, plan)
})

t.test('opposed after the first reports, and amended when it is deliberated on anew', async (t) => {
  const { plan } = await consultedPlan()
  const { id, url } = await voted(plan, { for: 12, against: 3 })
  const [lines, stops] = await commitmentsOf(plan)
  for (const { id } of [lines, stops]) {
    const answer = await report({}, undefined, `/v1/commitments/${id}`)
    t.equal(answer.statusCode, 201, answer.body)
  }
  t.match(await json(`/v1/commitments/${lines.id}`), { next_due_on: '2026-09-30' })
  const editing = () => send('POST', `/v1/action-plans/${plan}/drafts`)
  t.match((await editing()).json(), { status: 409, code: 'wrong_state' }, 'what is adopted is not edited')
  await must('PATCH', url, { after_the_vote: { received_on: '2026-01-27', opposed_on: '2026-01-29' } })
  const anew = await announce(plan, '09.541', {
    kind: 'extraordinary_by_president',
    redeliberates: id,
    opens_on: { value: '2026-02-02' },
  })
  t.equal((await editing()).statusCode, 201, 'the council may amend it')
  const amended = await must('PUT', `/v1/action-plans/${plan}/drafts/2`, axes(commitment('lines', '2026-12')))
  const second = `/v1/approval-sessions/${anew.id}`
  await sit(second, 1, '2026-02-02', 20)
  t.match((await vote(second, { for: 12, against: 3, amended_draft: amended.id })).json(), {
    outcome: 'adopted',
    vote: { amended_hash: /^sha256:/ },
  })
  t.match(await json(`/v1/action-plans/${plan}`), {
    status: 'adopted',
    adopted_draft: 2,
    current_draft: 2,
    adoptions: [{ session_id: anew.id, outcome: 'adopted' }],
  })
  t.match(
    await json(`/v1/commitments/${lines.id}`),
    { next_due_on: '2026-12-31', completion: { stage: 'started' } },
    'the milestone of what is reported on has moved',
  )
  t.match(await json(`/v1/commitments/${lines.id}/lineage`), {
    drafts: [
      { number: 1, in_force: false },
      { number: 2, in_force: true },
    ],
    reports: [{}],
  })
  const dropped = await report({}, undefined, `/v1/commitments/${stops.id}`)
  t.match(dropped.json(), { status: 409, code: 'commitment_not_in_force', detail: /2/ })
  const found = await assess({}, undefined, `/v1/commitments/${stops.id}`)
  t.match(found.json(), { status: 409, code: 'commitment_not_in_force' })
  t.equal((await request(`/v1/commitments/${stops.id}`)).statusCode, 404)
  t.match((await editing()).json(), { status: 409, code: 'wrong_state' }, 'it is decided')
})

t.test('opposed after the first reports, and given up', async (t) => {
  const { plan } = await consultedPlan()
  const { id, url } = await voted(plan, { for: 12, against: 3 })
  const [lines] = await commitmentsOf(plan)
  const of = `/v1/commitments/${lines.id}`
  const told = (await report({}, undefined, of)).json()
  await must('PATCH', url, { after_the_vote: { received_on: '2026-01-27', opposed_on: '2026-01-29' } })
  const anew = await announce(plan, '09.541', {
    kind: 'extraordinary_by_president',
    redeliberates: id,
    opens_on: { value: '2026-02-02' },
  })
  const second = `/v1/approval-sessions/${anew.id}`
  await sit(second, 1, '2026-02-02', 20)
  await vote(second, { for: 3, against: 12 })
  t.match(await json(`/v1/action-plans/${plan}`), { status: 'rejected', adopted_draft: null })
  t.match(
    await json(of),
    { completion: { report_id: told.id }, next_due_on: null, overdue: false },
    'what was told stays, and nothing is due any more',
  )
  t.match((await report({}, undefined, of)).json(), { status: 409, code: 'wrong_state' })
})

t.test('rejected, redrafted and adopted in the end', async (t) => {
  const { plan } = await consultedPlan()
  const first = await voted(plan, { for: 3, against: 12 })
  t.match(await json(`/v1/action-plans/${plan}`), {
    status: 'rejected',
    adoptions: [{ outcome: 'rejected' }],
  })
  t.match((await send('POST', `/v1/action-plans/${plan}/drafts`)).json(), { code: 'wrong_state' })
  t.match((await step(plan, 'redraft', on('2026-01-26'))).json(), {
    status: 'drafting',
    validated_draft: null,
  })
  await must('POST', `/v1/action-plans/${plan}/drafts`)
  await must('PUT', `/v1/action-plans/${plan}/drafts/2`, axes(commitment('lines', '2026-11')))
  await must('POST', `/v1/action-plans/${plan}/transitions`, { action: 'validate', ...on('2026-01-27') })
  const { id } = await announce(plan, '09.541', { opens_on: { value: '2026-02-02' } })
  await must('POST', `/v1/action-plans/${plan}/transitions`, { action: 'schedule', ...on('2026-01-28') })
  const url = `/v1/approval-sessions/${id}`
  await sit(url, 1, '2026-02-02', 20)
  await vote(url, { for: 12, against: 3 })
  t.match(await json(`/v1/action-plans/${plan}`), {
    status: 'adopted',
    adopted_draft: 2,
    adoptions: [{ session_id: id, outcome: 'adopted' }],
  })
  t.equal((await json(first.url)).outcome, 'rejected', 'what was decided then was decided')
  t.same(
    (await commitmentsOf(plan)).map(({ key }) => key),
    ['lines'],
  )
})

t.test('one plan of a collectivity and a programme at a time', async (t) => {
  const create = (more: object, headers: object = as('association')) =>
    send(
      'POST',
      '/v1/action-plans',
      {
        collectivities: [{ collectivity: '01.051' }],
        cycle: { starts_on: { value: '2026' } },
        sources: SOURCES,
        ...more,
      },
      headers,
    )
  const first = (await create({})).json()
  const starts = (value: string) => ({ cycle: { starts_on: { value } } })
  for (const [more, expected] of [
    [{}, 409],
    [starts('2026-06'), 409],
    [starts('2025-03-01'), 409],
    // As precise as they are, these may only touch.
    [starts('2024'), 201],
    [starts('2028'), 201],
    [{ cycle: null }, 201],
    [{ collectivities: [{ collectivity: '01' }, { collectivity: '01.051' }] }, 409],
    [{ collectivities: [{ collectivity: '01' }] }, 201],
  ] as const) {
    const answer = await create(more)
    t.equal(answer.statusCode, expected, JSON.stringify(more))
    if (expected === 409)
      t.match(answer.json(), {
        code: 'overlapping_plan',
        detail: new RegExp(`01.051.*${first.id}`),
        errors: [{ pointer: '/cycle', code: 'overlaps' }],
      })
  }
  const named = (await create({ cycle: null, programme: { acronym: 'PAL' } })).json()
  const patch = (payload: object) => send('PATCH', `/v1/action-plans/${named.id}`, payload)
  t.match((await patch(starts('2026'))).json(), { status: 409, code: 'overlapping_plan' })
  await must('PATCH', `/v1/action-plans/${first.id}`, { programme: { acronym: 'PACTO' } })
  t.equal((await patch(starts('2026'))).statusCode, 200, 'another programme')
  t.match((await patch({ programme: null })).json(), { status: 409, code: 'overlapping_plan' })
  await must('POST', `/v1/action-plans/${first.id}/transitions`, { action: 'withdraw', ...on('2026-02-01') })
  t.equal((await patch({ programme: null })).statusCode, 200, 'what is withdrawn stands in nobody’s way')

  const alone = { collectivities: [{ collectivity: '02.265' }] }
  const answers = await Promise.all([create(alone), create(alone), create(alone)])
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [201, 409, 409], 'two clerks at once')
})

t.test('how commitments stand is kept', async (t) => {
  t.same(await misstated(service), [])
})
