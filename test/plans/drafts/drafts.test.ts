import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import t from 'tap'
import { transact } from '../../../src/db/journal.ts'
import { enterConsulting, leaveConsulting } from '../../../src/plans/commands.ts'
import { applyDiff } from '../../../src/plans/drafts/diff.ts'
import { startApp } from '../../support/app.ts'
import { council } from '../../support/council.ts'
import { author } from '../../support/journal.ts'
import { as, roleIdentity } from '../../support/roles.ts'
import { contents } from './contents.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request, json, db } = service

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

const OWN = as('member_editor', '09.541')
const OTHER = as('member_editor', '01.051')
const ASSOCIATION = as('association')
const SOURCES = [{ title: 'Exemple' }]
const any = (headers: object) => ({ ...headers, 'if-match': '*' })

async function send(method: string, url: string, payload?: object, headers: object = any(OWN)) {
  return await request({
    method: method as 'POST',
    url,
    headers: headers as never,
    ...(payload && { payload }),
  })
}
async function newPlan(...collectivities: string[]): Promise<string> {
  const answer = await send(
    'POST',
    '/v1/action-plans',
    { collectivities: collectivities.map((collectivity) => ({ collectivity })), sources: SOURCES },
    ASSOCIATION,
  )
  t.equal(answer.statusCode, 201, answer.body)
  return `/v1/action-plans/${answer.json().id}`
}
const step = (plan: string, action: string, more: object = {}) =>
  send('POST', `${plan}/transitions`, { action, effective_on: { value: '2026-02-02' }, ...more })
const promise = (more: object = {}) => ({
  title: { fr: 'Publier les lignes du bus' },
  principles: ['transparency'],
  ...more,
})
const oneAxis = { axes: [{ key: 'bus', title: { ar: 'النقل' }, commitments: [promise({ key: 'lines' })] }] }
const consult = (plan: string, draft: number | null) =>
  transact(db, author, (writing) =>
    enterConsulting(writing, { plan: plan.split('/').pop()!, on: '2026-02-02', draft }),
  )
const close = (plan: string) =>
  transact(db, author, (writing) =>
    leaveConsulting(writing, { plan: plan.split('/').pop()!, on: '2026-02-03', draft: null }),
  )

t.test('a draft that is not published is not there, at any door', async (t) => {
  const plan = await newPlan('09.541')
  const before = (await json('/v1/changes?types=draft&limit=1')).meta.position
  const put = await send('PUT', `${plan}/drafts/1`, oneAxis)
  t.equal(put.statusCode, 200, put.body)
  const commitment = async () =>
    (await json(`/v1/commitments?plan=${plan.split('/').pop()}`)).data.map(({ key }: Loose) => key)

  for (const [who, headers] of Object.entries({ nobody: {}, other: OTHER, admin: as('admin') })) {
    for (const path of ['/drafts/1', '/drafts/1/diff/1'])
      t.equal((await request({ url: plan + path, headers })).statusCode, 404, `${who}: ${path}`)
    t.same((await request({ url: `${plan}/drafts`, headers })).json().data, [], `${who}: the list`)
    const write = await send('PUT', `${plan}/drafts/1`, oneAxis, any(headers))
    t.equal(write.statusCode, { nobody: 401, other: 404, admin: 403 }[who], `${who}: PUT`)
  }
  for (const [who, headers] of Object.entries({ OWN, ASSOCIATION, ministry: as('ministry') })) {
    const answer = await request({ url: `${plan}/drafts/1`, headers })
    t.equal(answer.statusCode, 200, who)
    t.match(answer.headers, { 'cache-control': 'private, no-store', etag: '"2"' })
    const list = await request({ url: `${plan}/drafts?include=axes`, headers })
    t.match(list.json().data, [{ number: 1, axes: [{ key: 'bus' }] }])
    t.equal(list.headers['cache-control'], 'private, no-store')
    t.equal((await request({ url: `${plan}/drafts/1/diff/1`, headers })).statusCode, 200)
  }
  for (const format of ['csv', 'ndjson'])
    t.notMatch((await request(`${plan}/drafts?include=axes&format=${format}`)).body, /النقل/, format)
  t.equal((await request(`${plan}/drafts/1/history`)).statusCode, 404)
  t.same(await commitment(), [])
  t.match(await json(`${plan}?include=axes,axes.commitments,commitments,drafts`), {
    status: 'drafting',
    current_draft: null,
    axes: [],
    commitments: [],
    drafts: [],
  })
  const feed = await json('/v1/changes?limit=1000')
  t.notMatch(JSON.stringify(feed), /النقل/, 'the feed')
  t.equal((await json('/v1/changes?types=draft&limit=1')).meta.position, before, 'nor does it move')

  const published = await step(plan, 'publish_draft', {
    effective_on: { value: '2023-03' },
    sources: [{ title: 'Article', quoted: 'المحاور' }],
    reason: 'Published by others first',
  })
  t.match(published.json(), { status: 'drafting', current_draft: 1 }, published.body)
  const draft = await request(`${plan}/drafts/1`)
  t.match(draft.json(), {
    status: 'open',
    content_hash: null,
    axes: [{ key: 'bus', commitments: [{ key: 'lines' }] }],
    publication: {
      published_on: { value: '2023-03', precision: 'month' },
      published_by: 'publish_draft',
      sources: [{ title: 'Article', quoted: 'المحاور' }],
    },
  })
  t.equal(draft.headers['cache-control'], 'public, no-cache')
  t.same(await commitment(), ['lines'])
  t.match((await json(`${plan}?include=axes.commitments`)).axes, [
    { key: 'bus', commitments: [{ key: 'lines' }] },
  ])
  t.match(await json(`${plan}?include=commitments,drafts`), {
    commitments: [{ key: 'lines', axis: 'bus' }],
    drafts: [{ number: 1, status: 'open' }],
  })
  const { data } = await json(`/v1/changes?types=draft&after=${before}`)
  t.match(data, [{ change: 'created', revision: 3, data: { axes: [{ key: 'bus' }], number: 1 } }])
  t.equal(data.length, 1, 'public history starts here, with the whole of it')
  t.equal((await json(`${plan}/drafts/1/history`)).data.length, 1)
  const again = await step(plan, 'publish_draft')
  t.match(again.json(), { status: 409, code: 'wrong_state' })

  const reworded = { axes: [{ key: 'bus', title: { ar: 'النقل المدرسي' } }] }
  t.equal((await send('PUT', `${plan}/drafts/1`, reworded)).statusCode, 200, 'open still')
  t.match((await json(`/v1/changes?types=draft&after=${before}`)).data, [
    { change: 'created' },
    { change: 'updated', fields_changed: ['axes'] },
  ])
  t.same(await commitment(), [], 'what it no longer promises is not promised')
  t.equal(
    (await send('PUT', `${plan}/drafts/1`, reworded, any(OTHER))).statusCode,
    403,
    'now others know of it',
  )
  const audit = await request({ url: '/v1/audit?type=draft', headers: as('admin') })
  t.match(
    audit
      .json()
      .data.map(({ visibility }: Loose) => visibility)
      .slice(-2),
    ['private', 'private'],
  )
})

t.test('consultations freeze, publish and move', async (t) => {
  const plan = await newPlan('09.541')
  await t.rejects(consult(plan, 1), { code: 'unprocessable' }, 'nothing to consult on')
  await consult(plan, null)
  t.equal((await json(plan)).status, 'consulting', 'the first round gathers ideas')
  t.equal((await send('PUT', `${plan}/drafts/1`, oneAxis)).statusCode, 200, 'while a draft is prepared')
  t.equal((await request(`${plan}/drafts/1`)).statusCode, 404)
  const { revision } = await json(plan)
  await consult(plan, null)
  t.equal((await json(plan)).revision, revision, 'a second one changes nothing')
  t.match((await step(plan, 'validate')).json(), { code: 'wrong_state' })
  await close(plan)
  await consult(plan, 1)
  const draft = await json(`${plan}/drafts/1`)
  t.match(draft, {
    status: 'frozen',
    frozen_by: 'consultation',
    publication: { published_by: 'consultation' },
  })
  const hash = createHash('sha256')
    .update(canonicalize({ axes: draft.axes })!)
    .digest('hex')
  t.equal(draft.content_hash, `sha256:${hash}`, 'anybody can compute it from the answer')
  const frozen = await send('PUT', `${plan}/drafts/1`, oneAxis)
  t.match(frozen.json(), { status: 409, code: 'draft_frozen', detail: /^Draft 1 has been frozen/ })
  t.equal((await send('PATCH', `${plan}/drafts/1`, { axes: [] })).json().code, 'draft_frozen')
  t.match(
    (await send('POST', `${plan}/drafts`)).json(),
    { code: 'wrong_state' },
    'the next one when it closes',
  )
  await close(plan)
  await close(plan)
  const begun = await send('POST', `${plan}/drafts`)
  t.equal(begun.statusCode, 201, begun.body)
  t.match(begun.json(), { number: 2, based_on: 1, status: 'open', axes: draft.axes, publication: null })
  t.match((await send('POST', `${plan}/drafts`)).json(), {
    status: 409,
    code: 'draft_open',
    detail: /^Draft 2/,
  })
  t.same(
    (await json(`${plan}/transitions`)).data.map(({ action, draft }: Loose) => [action, draft]),
    [
      ['open_consultation', null],
      ['close_consultation', null],
      ['open_consultation', 1],
      ['close_consultation', null],
    ],
  )
})

t.test('of a draft that is not public, the plan tells no number', async (t) => {
  const plan = await newPlan('09.541')
  await send('PUT', `${plan}/drafts/1`, oneAxis)
  await step(plan, 'publish_draft')
  await step(plan, 'validate')
  await step(plan, 'reopen')
  await send('POST', `${plan}/drafts`)
  await step(plan, 'validate')
  t.match(await json(plan), { status: 'validated', current_draft: 1, validated_draft: null })
  t.equal((await json(`${plan}/transitions`)).data.at(-1).draft, null)
  t.notMatch((await json(`${plan}/history`)).data[0].after, { validated_draft: 2 })
  await council(service).announce(plan.split('/').pop()!, '09.541')
  t.match((await step(plan, 'schedule')).json(), { status: 'scheduled' })
  t.match((await step(plan, 'unschedule')).json(), { status: 'validated' })
  t.match((await step(plan, 'publish_draft', { draft: 2 })).json(), { validated_draft: 2, current_draft: 2 })
  t.match((await step(plan, 'withdraw', { reason: 'Exemple' })).json(), { status: 'withdrawn' })
  t.match((await send('PUT', `${plan}/drafts/2`, oneAxis)).json(), { code: 'draft_frozen' })
})

t.test('two editors', async (t) => {
  const plan = await newPlan('09.541')
  const url = `${plan}/drafts/1`
  t.equal((await send('PUT', url, oneAxis, OWN)).statusCode, 428)
  const held = { ...OWN, 'if-match': '"1"' }
  const both = await Promise.all([
    send('PUT', url, oneAxis, held),
    send('PUT', url, { axes: [{ title: { fr: 'y' } }] }, held),
  ])
  t.same(both.map(({ statusCode }) => statusCode).sort(), [200, 412])
  t.match(both.find(({ statusCode }) => statusCode === 412)!.json(), {
    fields_changed: ['axes'],
    current_revision: 2,
  })
  const now = (await send('PUT', url, oneAxis)).json().revision
  t.equal((await send('PUT', url, oneAxis)).json().revision, now, 'what changes nothing moves nothing')
  t.equal((await send('PATCH', url, { sources: SOURCES })).json().revision, now + 1)
  t.match((await send('PATCH', url, { sources: null })).json(), { sources: [], axes: [{ key: 'bus' }] })
})

t.test('bad input, all of it told at once', async (t) => {
  const plan = await newPlan('09.541')
  const url = `${plan}/drafts/1`
  const put = async (payload: object) => (await send('PUT', url, payload)).json()
  const axis = { title: { fr: 'x' } }
  t.match(await put({ axes: Array(10_000).fill(axis) }), {
    status: 400,
    errors: [{ pointer: '/axes', code: 'too_long' }],
  })
  const many = { axes: [0, 1].map(() => ({ ...axis, commitments: Array(300).fill(promise()) })) }
  t.match(await put(many), { status: 422, errors: [{ pointer: '/axes', code: 'too_many_commitments' }] })
  const commitments = [
    promise({ principles: [] }),
    promise({ budget: { amount: 125000, currency: 'MAD' } }),
    promise({ budget: { amount: '1e5', currency: 'DIRHAM' } }),
    promise({ budget: { amount: '1.00', currency: 'ZZZ' }, key: 'Has Space' }),
    promise({ milestones: [{ title: { fr: 'x' }, due_on: { value: '2026-02-30' } }] }),
  ]
  t.same(
    (await put({ axes: [{ ...axis, commitments }] })).errors
      .map(({ pointer, code }: Loose) => `${pointer.replace('/axes/0/commitments', '')} ${code}`)
      .sort(),
    [
      '/0/principles too_short',
      '/1/budget/amount wrong_type',
      '/2/budget/amount wrong_format',
      '/2/budget/currency too_long',
      '/2/budget/currency wrong_format',
      '/3/budget/currency wrong_format',
      '/3/key wrong_format',
      '/4/milestones/0/due_on/value wrong_format',
    ].sort(),
  )
  for (const mark of ['\u202e', '\u2067', '\u0007'])
    t.match(await put({ axes: [{ title: { ar: `النقل${mark}` } }] }), {
      status: 400,
      errors: [
        { pointer: '/axes/0/title/ar', code: mark === '\u0007' ? 'not_well_formed' : 'direction_control' },
      ],
    })
  t.match(
    await put({
      axes: [
        { ...axis, key: 'a' },
        { ...axis, key: 'a' },
      ],
    }),
    {
      status: 422,
      errors: [{ pointer: '/axes/1/key', code: 'repeated_value' }],
    },
  )
  const mixed = { axes: [{ title: { ar: 'بوابة e\u0301 Open Data\u200f', fr: 'e\u0301' } }] }
  t.match(
    await put(mixed),
    { axes: [{ title: { ar: 'بوابة é Open Data\u200f', fr: 'é' } }] },
    'NFC, marks kept',
  )
  t.equal((await put({ axes: [], status: 'frozen' })).errors[0].code, 'unknown_property')
  t.match(await put({ axes: Array(3).fill(axis) }), { warnings: [{ code: 'axes_not_four' }] })
  t.same((await put({ axes: Array(4).fill(axis) })).warnings, [])
  for (const path of ['/drafts/9', '/drafts/1/diff/9', '/drafts/9/diff/1'])
    t.equal((await request({ url: plan + path, headers: OWN })).statusCode, 404, path)
  for (const path of ['/drafts/0', '/drafts/01', '/drafts/x', '/drafts/1/diff/-1'])
    t.equal((await request({ url: plan + path, headers: OWN })).statusCode, 400, path)
  const other = await newPlan('09.541')
  t.equal((await request({ url: `${other}/drafts/2`, headers: OWN })).statusCode, 404, 'of another plan')
})

t.test('a diff applied to a gives b, over HTTP', async (t) => {
  const plan = await newPlan('09.541')
  const url = (number: number) => `${plan}/drafts/${number}`
  let number = 1
  const axesOf = async (of: number) => (await request({ url: url(of), headers: OWN })).json().axes
  for (const content of fc.sample(contents, { numRuns: 12, seed: 42 })) {
    const put = await send('PUT', url(number), content)
    t.equal(put.statusCode, 200, put.body)
    t.same(put.json().axes, content.axes, 'what is written is what is read')
    if (number > 1) {
      const [a, b] = [await axesOf(number - 1), await axesOf(number)]
      const diff = (await request({ url: `${url(number - 1)}/diff/${number}`, headers: OWN })).json()
      t.same(applyDiff({ axes: a }, diff), { axes: b })
    }
    if (content.axes.length === 0) continue
    await step(plan, 'validate')
    await step(plan, 'reopen')
    number = (await send('POST', `${plan}/drafts`)).json().number
  }
  t.ok(number > 6)
})
