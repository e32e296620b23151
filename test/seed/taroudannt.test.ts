import t from 'tap'
import { startApp } from '../support/app.ts'

const { json, request } = await startApp(t)

// biome-ignore lint/suspicious/noExplicitAny: what a test looks for in an answer is what it tests
type Loose = any
const [listed] = (await json('/v1/action-plans?collectivity=09.541')).data
const plan = await json(`/v1/action-plans/${listed.id}?include=axes,workshops`)
const workshop = (kind: string): Loose => plan.workshops.find((one: Loose) => one.kind === kind)
const SOURCE = { publisher: 'اسرار بريس', published_on: '2023-03-03' }

t.test('the plan and its axes, published with their source', async (t) => {
  t.match(plan, {
    status: 'drafting',
    collectivities: [{ hcp_code: '09.541' }],
    programme: { acronym: 'PACTO' },
    current_draft: 1,
    sources: [SOURCE],
  })
  t.same(
    plan.axes.map(({ title, rationale }: Loose) => [title.ar, rationale.ar]),
    [
      ['النقل المدرسي', 'محاربة الهدر المدرسي'],
      ['محاربة الهشاشة', 'النهوض بالتنمية الاجتماعية'],
      ['الرقمنة', 'ترسيخ مبادئ الحكامة الجيدة'],
      ['تعزيز آليات التواصل والحق في الحصول على المعلومة', 'ترسيخ مبادئ المشاركة المواطنة'],
    ],
  )
  t.match(await json(`/v1/action-plans/${plan.id}/drafts/1`), {
    publication: { published_by: 'publish_draft', published_on: { value: '2023-03-03' }, sources: [SOURCE] },
  })
  t.match(
    plan.phases.find((phase: Loose) => phase.kind === 'approval').planned.starts_on,
    { value: '2023-10', precision: 'month' },
    'as precise as the article',
  )
})

t.test('the meeting, the training and the workshop', async (t) => {
  t.equal(plan.workshops.length, 3)
  t.match(workshop('communication_meeting'), {
    held_on: { value: '2023-01-03' },
    place: { collectivity: { hcp_code: '09' }, venue: { ar: 'مقر ولاية جهة سوس ماسة' } },
  })
  t.match(workshop('training'), { held_on: null, mode: 'remote', place: null })
  const day = workshop('co_creation')
  t.match(day, {
    status: 'held',
    held_on: { value: '2023-03-02', precision: 'day' },
    part_of_day: 'morning',
    starts_at: null,
    place: { room: { ar: 'قاعة الاجتماعات' }, venue: { ar: 'مقر المجلس' } },
    chair: { name: { ar: 'محمد العباس' } },
    sources: [{ ...SOURCE, quoted: /الشبكة المغربية للمجالس الإقليمية المنفتحة/ }],
    attendance: {
      by_category: [{ category: 'elected', present: { value: null, status: 'unknown' } }],
    },
  })
  t.match(
    day.officials.map((official: Loose) => [
      official.name.ar,
      official.name_variants.map((one: Loose) => one.value),
    ]),
    [
      ['كبور الماسي', []],
      ['مبارك الضردوري', ['الدردوري مبارك']],
    ],
    'one name in two spellings',
  )
})

t.test('its agenda, in order, and who spoke for whom', async (t) => {
  const { agenda, breakout_groups } = workshop('co_creation')
  t.equal(agenda.length, 6)
  t.match(agenda[1], {
    title: { ar: 'كلمة افتتاحية' },
    speaker: { name: { ar: 'مبارك الضردوري' } },
    on_behalf_of: { name: { ar: 'محمد العباس' } },
  })
  t.same(
    breakout_groups.map(({ topic, components, axis_key }: Loose) => [topic.ar, components, axis_key]),
    [
      ['كيفية جلب التمويل', ['elected', 'civil_society', 'staff'], null],
      ['السياحة: إكراهات وحلول', ['elected', 'civil_society', 'staff'], null],
    ],
    'topics are no axes',
  )
})

t.test('the session as it was announced, and what the law says of it', async (t) => {
  const [session, ...more] = (await json(`/v1/approval-sessions?plan=${plan.id}`)).data
  t.same(more, [])
  t.match(session, {
    status: 'announced',
    collectivity: { hcp_code: '09.541' },
    announced_as: { ar: 'دورة أكتوبر 2023' },
    opens_on: { value: '2023-10', precision: 'month' },
    members_in_office: null,
    outcome: null,
    sources: [SOURCE],
  })
  const { warnings } = await json(`/v1/approval-sessions/${session.id}`)
  t.match(warnings, [{ basis: { law: '112-14', article: '34' } }], 'October is no month of its sessions')
})

t.test('it is found by its name, by its place and in the feed', async (t) => {
  for (const query of ['q=الانفتاح', 'region=09', 'province=09.541', 'type=provincial_council'])
    t.match((await json(`/v1/action-plans?${query}`)).data, [{ id: plan.id }], query)
  t.equal((await json('/v1/workshops?province=09.541&q=الإعداد')).data.length, 1)
  t.equal((await json('/v1/workshops?held_on_lte=2023-12-31')).data.length, 2, 'one has no day')
  const { data } = await json('/v1/changes?types=action_plan,draft,workshop&limit=100')
  t.same(
    [...new Set(data.map(({ type, change }: Loose) => `${type} ${change}`))].sort(),
    [
      'action_plan created',
      'action_plan updated',
      'draft created',
      'workshop created',
      'workshop updated',
    ].sort(),
  )
  t.equal((await request('/v1/commitments?format=csv')).statusCode, 200)
})
