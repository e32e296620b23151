import { sql } from 'kysely'
import t from 'tap'
import { tasks } from '../../src/jobs.ts'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { PDF } from '../support/sent-files.ts'
import { SOURCE, workshop } from '../support/workshop.ts'

const { db, pool, files, request, json } = await startApp(t, { identity: roleIdentity })
const association = as('association')
const editor = as('member_editor', '09.541')
const other = as('member_editor', '01.051')
type Headers = Record<string, string>

const send = (
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  headers: Headers = {},
) => request({ method, url, ...(payload && { payload }), headers: { ...association, ...headers } })
const at = (revision: number | string) => ({ 'if-match': `"${revision}"` })
async function make(payload: object = workshop(), headers: Headers = {}) {
  const answer = await send('POST', '/v1/workshops', payload, headers)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}
const faults = (body: { errors: { pointer: string; code: string }[] }) =>
  body.errors.map(({ pointer, code }) => `${pointer} ${code}`)

await t.test('everything that is said of a workshop has its field', async (t) => {
  const answer = await send('POST', '/v1/workshops', workshop())
  t.equal(answer.statusCode, 201, answer.body)
  const made = answer.json()
  const sent = workshop()
  t.equal(answer.headers.location, `/v1/workshops/${made.id}`)
  t.match(made, {
    kind: 'co_creation',
    status: 'planned',
    status_reason: null,
    title: { ...sent.title, en: null, zgh: null },
    held_on: { value: '2026-01-19', precision: 'day' },
    part_of_day: 'morning',
    starts_at: '09:30',
    ends_at: '13:00',
    time_zone: 'Africa/Casablanca',
    place: {
      collectivity: { hcp_code: '09.541', type: 'provincial_council' },
      room: { ar: 'قاعة الاجتماعات' },
      point: { longitude: -8.877, latitude: 30.472 },
      capacity: 40,
    },
    host: { collectivity: { hcp_code: '09.541' } },
    chair: { name: { fr: 'Exemple Un' }, name_variants: [], function: { fr: 'Président' } },
    officials: [{ name_variants: [{ lang: 'ar', value: 'مثال الدردوري' }] }],
    collectivities: [{ hcp_code: '09.541' }],
    plan_id: null,
    attendance: null,
    sources: [SOURCE],
    revision: 1,
  })
  t.same(made.agenda[0], {
    starts_at: '09:30',
    ends_at: null,
    title: { ar: null, fr: 'Accueil', en: null, zgh: null },
    speaker: null,
    on_behalf_of: null,
  })
  t.equal(made.agenda[1].on_behalf_of.function.fr, 'Président')
  t.same(made.breakout_groups[0].components, ['elected', 'civil_society', 'staff'])
  t.equal(made.breakout_groups[0].outputs[1].kind, 'idea')
  t.same(await json(`/v1/workshops/${made.id}`), made, 'what is answered is what is there')
  const feature = await json(`/v1/workshops/${made.id}?format=geojson`)
  t.same(feature.geometry, { type: 'Point', coordinates: [-8.877, 30.472] })

  const csv = await request('/v1/workshops?format=csv')
  const [header, row] = csv.body.split('\r\n')
  t.match(
    header,
    /^id,kind,status,.*title\.ar,title\.fr.*place\.collectivity\.hcp_code.*place\.point\.longitude/,
  )
  t.match(row, 'ورشة الإعداد المشترك')
  t.equal(
    (await request('/v1/workshops?format=ndjson')).body.trim().split('\n').length,
    (await json('/v1/workshops?limit=500')).data.length,
  )
  t.equal((await json('/v1/workshops?format=geojson')).features[0].id, made.id)
  const few = await json(`/v1/workshops/${made.id}?fields=title.ar,chair.name,place.point`)
  t.same(Object.keys(few).sort(), ['chair', 'place', 'title'])
})

await t.test('what a source does not say is null: no day, no hour, no place, nobody served', async (t) => {
  const made = await make({
    kind: 'training',
    collectivities: [],
    mode: 'remote',
    subject: { ar: 'مبادئ ومنهجية الانفتاح' },
    sources: [SOURCE],
    status: 'held',
  })
  t.match(made, {
    status: 'held',
    held_on: null,
    part_of_day: null,
    starts_at: null,
    place: null,
    link: null,
    host: null,
    chair: null,
    agenda: [],
    collectivities: [],
    title: null,
  })
  const last = (await json('/v1/workshops')).data.at(-1)
  t.equal(last.id, made.id, 'those of an unknown day come last')
  const network = await send('PATCH', `/v1/workshops/${made.id}`, { mode: 'hybrid' }, { ...editor, ...at(1) })
  t.match(network.json(), { status: 403, code: 'not_yours' }, 'the network’s own is the association’s')
})

await t.test('filters', async (t) => {
  const agadir = await make({
    ...workshop('09.001'),
    kind: 'communication_meeting',
    mode: 'hybrid',
    title: { ar: 'لقاء تواصلي' },
    held_on: { value: '2023-01-03' },
    collectivities: ['09.001', '09.541'],
  })
  const month = await make({ ...workshop('01.051'), held_on: { value: '2023-01' } })
  const of = async (query: string) =>
    (await json(`/v1/workshops?${query}&fields=id`)).data.map(({ id }: { id: string }) => id)
  const has = async (query: string) => {
    const ids = await of(query)
    return [ids.includes(agadir.id), ids.includes(month.id)]
  }
  t.same(await has('collectivity=09.541'), [true, false])
  t.same(await has('collectivity=09.001,01.051'), [true, true])
  t.same(await has('region=09'), [true, false])
  t.same(await has('province=09.001'), [true, false])
  t.same(await has('region=01'), [false, true])
  t.same(await has('kind=communication_meeting'), [true, false])
  t.same(await has('mode=hybrid'), [true, false])
  t.same(await has('held_on_gte=2023-01-01&held_on_lte=2023-01-03'), [true, false], 'a month is not over')
  t.same(await has('held_on_lte=2023-01-31'), [true, true])
  t.same(await has('held_on_gte=2023-01-02'), [true, false])
  t.same(await has(`q=${encodeURIComponent('تواصلى')}`), [true, false], 'folded')
  t.same(await of('q=nothinglikethis'), [])
  t.same(await has('status=held'), [false, false])
  t.same(await has('plan=00000000-0000-4000-8000-000000000000'), [false, false])
  t.same(await of('modified_since=2030-01-01T00:00:00Z'), [])
  t.match((await request('/v1/workshops?collectivity=09.999')).json(), {
    status: 400,
    errors: [{ parameter: 'collectivity', code: 'no_such_collectivity' }],
  })
  const page = await json('/v1/workshops?limit=2&sort=-updated_at&count=exact')
  t.equal(page.page.total, (await json('/v1/workshops?limit=500')).data.length)
  const rest = await json(page.links.next)
  t.equal(new Set([...page.data, ...rest.data].map(({ id }: { id: string }) => id)).size, 4)
})

await t.test('what is wrong is told all at once', async (t) => {
  const wrong = {
    ...workshop(),
    collectivities: ['09.541', '09.999'],
    starts_at: '10:00',
    ends_at: '09:00',
    time_zone: 'Africa/Nowhere',
    place: { collectivity: '77.777' },
    chair: { name: {}, function: { fr: null } },
    plan_id: '01900000-0000-7000-8000-00000000dead',
    agenda: [{ starts_at: '08:00', title: { fr: 'Trop tôt' } }],
  }
  const answer = await send('POST', '/v1/workshops', wrong)
  t.equal(answer.statusCode, 422)
  t.same(faults(answer.json()).sort(), [
    '/chair/function text_required',
    '/chair/name text_required',
    '/collectivities/1 no_such_collectivity',
    '/ends_at ends_before_it_begins',
    '/place/collectivity no_such_collectivity',
    '/plan_id no_such_record',
    '/time_zone wrong_format',
  ])
  const malformed = await send('POST', '/v1/workshops', {
    ...workshop(),
    kind: 'party',
    starts_at: '9:30',
    chair: { name: { fr: 'Quelqu’un' } },
    status: 'cancelled',
    revision: 1,
    agenda: [{ title: { fr: 'a\u202eb' } }],
  })
  t.equal(malformed.statusCode, 400, 'direction marks')
  const shape = await send('POST', '/v1/workshops', {
    ...workshop(),
    kind: 'party',
    starts_at: '9:30',
    chair: { name: { fr: 'Quelqu’un' } },
    status: 'cancelled',
    revision: 1,
  })
  t.same(faults(shape.json()).sort(), [
    '/chair/function required',
    '/kind not_allowed',
    '/revision unknown_property',
    '/starts_at wrong_format',
    '/status not_allowed',
  ])
  const lost = await send('POST', '/v1/workshops', {
    ...workshop(),
    breakout_groups: [{ topic: { fr: 'x' }, axis_key: 'a' }],
  })
  t.same(faults(lost.json()), ['/breakout_groups/0/axis_key axis_needs_plan'])
  t.match((await send('POST', '/v1/workshops', workshop(), other)).json(), { status: 403, code: 'not_yours' })
})

await t.test('groups and outputs point at axes that everybody may see', async (t) => {
  const plan = '01900000-0000-7000-8000-0000000000a1'
  const now = '2026-01-01T00:00:00.000Z'
  await sql`insert into action_plan (id, sources, created_at, updated_at) values (${plan}, '[]', ${now}, ${now})`.execute(
    db,
  )
  await sql`insert into draft (id, plan_id, number, frozen_at, frozen_by, content_hash, published_on, published_precision,
      published_by, created_at, updated_at)
    values ('01900000-0000-7000-8000-0000000000a2', ${plan}, 1, ${now}, 'validation', 'x', '2026-01-01', 'day', 'publish_draft', ${now}, ${now}),
      ('01900000-0000-7000-8000-0000000000a3', ${plan}, 2, null, null, null, null, null, null, ${now}, ${now})`.execute(
    db,
  )
  await sql`insert into axis (plan_id, draft_number, key, ordinal, title, principles)
    values (${plan}, 1, 'transport', 1, '{}', '{}'), (${plan}, 2, 'secret', 1, '{}', '{}')`.execute(db)
  await sql`insert into action_plan_collectivity (plan_id, collectivity_id, ordinal, may_edit)
    select ${plan}, id, 0, true from collectivity where hcp_code = '09.541'`.execute(db)
  const linked = (key: string) => ({
    ...workshop(),
    plan_id: plan,
    breakout_groups: [
      {
        topic: { fr: 'Transport' },
        axis_key: 'transport',
        outputs: [{ kind: 'decision', text: { fr: 'x' }, axis_key: key }],
      },
    ],
  })
  const made = await make(linked('transport'))
  t.equal(made.plan_id, plan)
  t.equal(made.breakout_groups[0].outputs[0].axis_key, 'transport')
  t.same((await json(`/v1/workshops?plan=${plan}`)).data, [made])
  const hidden = await send('POST', '/v1/workshops', linked('secret'))
  t.same(
    faults(hidden.json()),
    ['/breakout_groups/0/outputs/0/axis_key no_such_axis'],
    'of a draft that is not',
  )
})

await t.test('an edit is a merge patch, under the ETag that was read', async (t) => {
  const made = await make(workshop(), editor)
  const url = `/v1/workshops/${made.id}`
  t.equal((await send('PATCH', url, { link: null })).statusCode, 428)
  const edited = await send(
    'PATCH',
    url,
    { place: { capacity: 90, point: null }, held_on: { value: '2026-01' }, chair: null },
    { ...editor, ...at(1) },
  )
  t.match(edited.json(), {
    revision: 2,
    chair: null,
    held_on: { value: '2026-01', precision: 'month' },
    place: { capacity: 90, point: null, room: { ar: 'قاعة الاجتماعات' } },
    agenda: made.agenda,
  })
  t.equal((await send('PATCH', url, { link: made.link }, at(2))).json().revision, 2, 'nothing changes')
  t.match((await send('PATCH', url, { link: null }, at(1))).json(), {
    status: 412,
    current_revision: 2,
    fields_changed: ['chair', 'held_on', 'place'],
  })
  t.match((await send('PATCH', url, { ends_at: '09:00' }, at(2))).json(), {
    status: 422,
    errors: [{ pointer: '/ends_at', code: 'ends_before_it_begins' }],
  })
  t.match((await send('PATCH', url, { status: 'held' }, at(2))).json(), {
    status: 400,
    errors: [{ pointer: '/status', code: 'unknown_property' }],
  })
  t.equal((await send('PATCH', url, { link: null }, { ...other, ...at(2) })).statusCode, 403)
  const given = await send('PATCH', url, { collectivities: ['01.051'] }, { ...editor, ...at(2) })
  t.match(given.json(), { status: 403, code: 'not_yours' }, 'nobody gives away the last of what is theirs')
  t.equal(
    (await send('PATCH', url, { collectivities: ['09.541', '01.051'] }, { ...editor, ...at(2) })).statusCode,
    200,
  )
  t.equal(
    (await send('PATCH', url, { link: null }, { ...other, ...at(3) })).statusCode,
    200,
    'now it is theirs too',
  )
  const { data } = await json(`${url}/history`)
  t.same(
    data.map(({ revision, fields_changed: fields }: { revision: number; fields_changed: string[] }) => [
      revision,
      ...(revision === 1 ? [] : fields),
    ]),
    [[4, 'link'], [3, 'collectivities'], [2, 'held_on', 'chair', 'place'], [1]],
  )
})

await t.test('cancelling keeps it, with its reason', async (t) => {
  const { id } = await make()
  const url = `/v1/workshops/${id}`
  const step = (action: string, revision: number, reason?: string, headers = editor) =>
    send('POST', `${url}/transitions`, { action, ...(reason && { reason }) }, { ...headers, ...at(revision) })
  const actions = async (headers: Headers) =>
    (await request({ url: `${url}/actions`, headers }))
      .json()
      .data.map((one: { action: string; to_status: string | null; refusal: { code: string } | null }) => [
        one.action,
        one.to_status,
        one.refusal?.code,
      ])
  t.same((await actions({}))[0], ['hold', 'held', 'unauthenticated'])
  t.same((await actions(other))[0], ['hold', 'held', 'not_yours'])
  t.same(await actions(editor), [
    ['hold', 'held', undefined],
    ['cancel', 'cancelled', undefined],
    ['reinstate', null, 'wrong_state'],
  ])
  t.match((await step('cancel', 1)).json(), {
    status: 422,
    errors: [{ pointer: '/reason', code: 'required' }],
  })
  t.equal((await step('cancel', 1, 'Intempéries', other)).statusCode, 403)
  t.match((await step('cancel', 1, 'Intempéries')).json(), {
    status: 'cancelled',
    status_reason: 'Intempéries',
    revision: 2,
  })
  t.match(await json(url), { status: 'cancelled' })
  t.match((await step('hold', 2)).json(), { status: 409, code: 'wrong_state', detail: /planned/ })
  t.match((await step('reinstate', 2)).json(), { status: 'planned', status_reason: null })
  t.match((await step('hold', 3)).json(), { status: 'held' })
  t.match((await step('cancel', 4, 'Trop tard')).json(), { status: 409 })
  const [, , cancelled] = (await json(`${url}/history`)).data
  t.match(cancelled, { reason: 'Intempéries', after: { status: 'cancelled' } })
})

await t.test('the public sees what tells of nobody; those who keep it see all of it', async (t) => {
  const { id } = await make()
  const url = `/v1/workshops/${id}`
  const exact = (headers: Headers) => request({ url: `${url}/exact-attendance`, headers })
  t.match((await json(`${url}/attendance`)).total.present, { value: null, status: 'unknown' })
  const none = await exact(editor)
  t.equal(none.headers.etag, '"0"')
  t.match(none.json(), { cells: [], revision: 0 })
  const cells = [
    { category: 'elected', gender: 'women', invited: 6, present: 3 },
    { category: 'elected', gender: 'men', present: 12 },
    { category: 'staff', gender: 'unknown', present: 0 },
  ]
  const put = (body: object, revision: number | string, headers: Headers = editor) =>
    send('PUT', `${url}/attendance`, body, { ...headers, ...at(revision) })
  t.equal((await send('PUT', `${url}/attendance`, { cells })).statusCode, 428)
  t.equal((await put({ cells }, 0, other)).statusCode, 403)
  const first = await put({ cells }, 0)
  t.match(first.json(), { revision: 1, total: { present: 15, invited: 6, registered: null }, warnings: [] })
  t.equal(first.headers.etag, '"1"')
  t.equal((await put({ cells }, 0)).statusCode, 412)
  const shown = await json(`${url}/attendance`)
  t.same(shown, (await json(url)).attendance)
  t.same(shown.cells[0].present, { value: null, status: 'suppressed' })
  t.same(shown.cells[2].present, { value: 0, status: 'known' }, 'zero is not unknown')
  t.same(shown.cells[2].invited, { value: null, status: 'unknown' })
  t.same(shown.total.present, { value: 12, status: 'at_least' })

  const before = await request(url)
  const moved = cells.map((cell) => (cell.gender === 'women' ? { ...cell, present: 2 } : cell))
  t.equal((await put({ cells: moved }, 1)).json().revision, 2)
  const after = await request(url)
  t.equal(after.body, before.body, 'a change within a suppressed cell does not show')
  t.equal(after.headers.etag, before.headers.etag)
  const full = [{ category: 'civil_society', gender: 'unknown', present: 41 }]
  t.match((await put({ cells: full }, 2, { ...editor, 'accept-language': 'fr' })).json().warnings, [
    { code: 'more_present_than_capacity', detail: /41.*40/ },
  ])
  t.notMatch((await request(url)).body, 'warnings', 'what is odd is for those who can mend it')
  t.match((await put({ cells: [...full, ...full] }, 3)).json(), {
    status: 422,
    errors: [{ pointer: '/cells/1', code: 'repeated_value' }],
  })
  t.match((await put({ cells: [{ ...full[0], present: -1, gender: 'x' }] }, 3)).json(), {
    status: 400,
    errors: [{ pointer: '/cells/0/gender' }, { pointer: '/cells/0/present', code: 'too_small' }],
  })
  for (const headers of [{}, as('ministry'), other, as('admin')])
    t.ok([401, 403].includes((await exact(headers)).statusCode))
  const told = await json('/v1/changes?types=workshop')
  t.notMatch(JSON.stringify(told), /"present":\s*[1-4]\b|workshop_attendance/)
  t.notMatch(JSON.stringify(told), /"value":\s*[1-4],"status"/)
})

await t.test('who took part is known to those who keep the workshop, until it is erased', async (t) => {
  const { id } = await make()
  const url = `/v1/workshops/${id}/participants`
  const person = {
    name: 'Canari Zqxj',
    email: 'canari.zqxj@example.org',
    category: 'civil_society',
    role: 'facilitator',
    legal_basis: 'Consentement écrit',
    consent_version: '2026-01',
    retention_until: '2028-01-31',
  }
  const key = { 'idempotency-key': 'participant-1' }
  const added = await send('POST', url, person, { ...editor, ...key })
  t.equal(added.statusCode, 201, added.body)
  t.match(added.json(), { role: 'facilitator', person: { name: person.name, consent_version: '2026-01' } })
  const again = await send('POST', url, person, { ...editor, ...key })
  t.equal(again.headers['idempotency-replayed'], 'true')
  t.equal(again.body, added.body, 'read again, not kept')
  const statuses = async (path: string) =>
    await Promise.all(
      [{}, as('ministry'), as('admin'), other, editor, association].map(
        async (headers) => (await request({ url: path, headers })).statusCode,
      ),
    )
  t.same(await statuses(url), [401, 403, 403, 403, 200, 200])
  t.same(await statuses(`${url}/${added.json().id}`), [401, 403, 403, 403, 200, 200])
  const whereFound = async () => {
    const { rows } = await sql<{
      name: string
    }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
    const found = await Promise.all(
      rows.map(async ({ name }) => {
        const { rows: hits } = await sql<{ count: number }>`
          select count(*) from ${sql.table(name)} as row where row::text ilike '%zqxj%'`.execute(db)
        return hits[0]!.count > 0 ? [name] : []
      }),
    )
    return found.flat()
  }
  t.same(await whereFound(), ['person'])
  const gone = (revision: number, headers = editor) =>
    send('DELETE', `${url}/${added.json().id}`, undefined, { ...headers, ...at(revision) })
  t.equal((await gone(9)).statusCode, 412)
  t.equal((await gone(1, other)).statusCode, 403)
  t.equal((await gone(1)).statusCode, 204)
  t.same(await whereFound(), [])
  t.equal((await gone(1)).statusCode, 404)

  const short = await send('POST', url, { ...person, retention_until: '2026-03-01' }, editor)
  const erase = tasks({ db, pool, files, clock: () => new Date('2026-03-02T12:00:00Z') })
  await erase['erase-expired-persons']!(undefined, undefined as never)
  t.same(await whereFound(), [])
  const left = await request({ url, headers: editor })
  t.match(left.json().data, [{ id: short.json().id, person: { name: null, email: null, erased_at: /Z$/ } }])
})

await t.test('documents of a workshop are its own, and in its page', async (t) => {
  const { id } = await make()
  const upload = (query: string) =>
    request({
      method: 'POST',
      url: `/v1/documents?owner_type=workshop&owner_id=${id}&title.fr=x&${query}`,
      payload: PDF,
      headers: editor,
    })
  const minutes = await upload('kind=minutes&published=true')
  t.equal(minutes.statusCode, 201, minutes.body)
  await upload('kind=attendance_sheet')
  const page = await json(`/v1/workshops/${id}?include=documents`)
  t.same(page.documents, [minutes.json()])
  t.same((await json('/v1/documents?collectivity=09.541&kind=minutes')).data, [minutes.json()])
  t.same((await json('/v1/documents?region=01')).data, [])
})
