import t from 'tap'
import { startApp } from '../support/app.ts'
import { association, COMMUNES, importer, JSON_TYPE, NDJSON, table } from '../support/imports.ts'
import { roleIdentity } from '../support/roles.ts'

const service = await startApp(t, { identity: roleIdentity })
const { request, json, db } = service
const { send, get, of, rows, place, journal } = importer(service)

// biome-ignore lint/suspicious/noExplicitAny: rows of an answer, looked at as they are
type Loose = any
const [A, B, C, D, E] = COMMUNES as [string, string, string, string, string]
const HEADER = 'hcp_code,wave,joined_on,evidence.kind,identifier.association,source.title'
const row = (code: string, wave: number | '' = 4, number = code.replaceAll('.', '-')) =>
  `${code},${wave},2026-01,letter,${number},Procès-verbal`
const member = async (code: string): Promise<Loose> =>
  (await json(`/v1/members?collectivity=${code}`)).data[0]
const none = { created: 0, updated: 0, unchanged: 0, conflict: 0, invalid: 0, would_restore: 0 }

t.test('a row creates, changes, or leaves as it is', async (t) => {
  const before = await journal()
  const created = await send(table(HEADER, row(A), row(B)), '?reason=Liste%202026')
  t.equal(created.statusCode, 200)
  t.match(created.json(), {
    status: 'finished',
    format: 'csv',
    detected: { encoding: 'utf-8', delimiter: 'comma' },
    columns: HEADER.split(','),
    progress: { rows_total: 2, rows_done: 2 },
    outcomes: { ...none, created: 2 },
    position: /^[a-z0-9]+\.\d+$/,
    revert: null,
  })
  t.same(await of(created), created.json(), 'as it is read later')
  t.same(await journal(), { entries: before.entries + 2, transactions: before.transactions + 1 })
  const made = await member(A)
  t.match(made, {
    wave: 4,
    joined_on: { value: '2026-01', precision: 'month' },
    applied_on: null,
    evidence: { kind: 'letter', held_on: null },
    identifiers: [{ scheme: 'association', value: '09-541-01-01' }],
    status: 'active',
    transitions: [{ action: 'admit', effective_on: { value: '2026-01', precision: 'month' } }],
    sources: [{ title: 'Procès-verbal', publisher: null }],
    revision: 1,
  })
  t.match((await rows(created))[0], {
    number: 2,
    outcome: 'created',
    member_id: made.id,
    changes: [],
    errors: [],
  })
  const [entry] = (await json(`/v1/members/${made.id}/history`)).data
  t.match(entry, { change: 'created', origin: 'import', reason: 'Liste 2026' })
  t.equal(
    (await json('/v1/changes?types=member&limit=500')).data.at(-1).position.split('.').slice(0, 2).join('.'),
    created.json().position,
  )

  const again = await send(table(HEADER, row(A), row(B)))
  t.match(again.json(), { outcomes: { ...none, unchanged: 2 }, position: null })
  t.same((await member(A)).updated_at, made.updated_at)
  const now = await journal()
  t.same(now, { entries: before.entries + 2, transactions: before.transactions + 1 }, 'nothing is written')

  const changed = await send(table(HEADER, row(A, 5), row(B)))
  t.match(changed.json(), { outcomes: { ...none, updated: 1, unchanged: 1 } })
  t.same(
    (await rows(changed)).map(({ number, outcome, changes }) => ({ number, outcome, changes })),
    [
      { number: 2, outcome: 'updated', changes: [{ pointer: '/wave', from: 4, to: 5 }] },
      { number: 3, outcome: 'unchanged', changes: [] },
    ],
  )
  t.match(await member(A), { wave: 5, revision: 2 })
  const history = (await json(`/v1/members/${made.id}/history`)).data
  t.same(history[0].fields_changed, ['wave'])
})

t.test('what a row does not name stays; what it empties is cleared', async (t) => {
  const patch = { consultative_bodies: [{ name: { fr: 'Instance' } }], applied_on: { value: '2025' } }
  await request({
    method: 'PATCH',
    url: `/v1/members/${(await member(B)).id}`,
    headers: { ...association, 'if-match': '*' },
    payload: patch,
  })
  const before = await member(B)
  const answer = await send(table('hcp_code,wave,identifier.ministry', `${B},,M-7`))
  t.equal(answer.statusCode, 200, answer.body)
  t.same((await rows(answer))[0].changes, [
    { pointer: '/wave', from: 4, to: null },
    {
      pointer: '/identifiers',
      from: ['association:09-541-01-02'],
      to: ['association:09-541-01-02', 'ministry:M-7'],
    },
  ])
  const { wave, identifiers, revision, updated_at, ...rest } = await member(B)
  t.same([wave, identifiers.length, revision], [null, 2, before.revision + 1])
  t.match(before, rest, 'all else is as it was')

  const cleared = await send(table('hcp_code,identifier.association,evidence.kind,applied_on', `${B},,,`))
  t.match(cleared.json(), { outcomes: { updated: 1 } })
  t.match(await member(B), {
    identifiers: [{ scheme: 'ministry', value: 'M-7' }],
    evidence: null,
    applied_on: null,
    consultative_bodies: [{ name: { fr: 'Instance' } }],
  })
  const held = await send(table('hcp_code,evidence.held_on', `${A},2026-01-05`))
  t.same((await rows(held))[0].changes, [
    {
      pointer: '/evidence',
      from: { kind: 'letter', held_on: null },
      to: { kind: 'letter', held_on: { value: '2026-01-05', precision: 'day' } },
    },
  ])
  t.match(
    (await send(table('hcp_code,evidence.held_on', `${B},2026-01-05`))).json(),
    { status: 422, errors: [{ row: 2, column: 'evidence.kind', code: 'required' }] },
    'a day of evidence without its kind',
  )
})

t.test('the same in JSON and NDJSON, nested or with dots', async (t) => {
  const rest = { evidence: { kind: 'letter', held_on: null }, sources: [{ title: 'Procès-verbal' }] }
  const nested = { collectivity: C, joined_on: { value: '2026-01' }, wave: 4, ...rest }
  t.match((await send([nested], '', JSON_TYPE)).json(), { format: 'json', outcomes: { created: 1 } })
  const dotted = { hcp_code: C, 'joined_on.value': '2026-01', wave: 4, 'evidence.kind': 'letter' }
  t.match((await send({ rows: [dotted] }, '', JSON_TYPE)).json(), { outcomes: { unchanged: 1 } })
  const lines = `${JSON.stringify({ ...nested, wave: null })}\n\n${JSON.stringify({ hcp_code: A })}\n`
  const answer = await send(lines, '', NDJSON)
  t.match(answer.json(), { format: 'ndjson', outcomes: { updated: 1, unchanged: 1 } })
  t.same(
    (await rows(answer)).map(({ number }) => number),
    [1, 3],
    'the lines they are on',
  )
  t.match((await rows(answer))[0].cells, { collectivity: C, wave: '', 'evidence.held_on': '' })
  for (const [value, code] of [
    [{ hcp_code: C, wave: '4' }, 'wrong_type'],
    [{ hcp_code: C, wave: 4.5 }, 'wrong_type'],
    [{ hcp_code: 9, wave: 4 }, 'wrong_type'],
    [{ hcp_code: C, identifiers: 'A-1' }, 'wrong_type'],
    ['row', 'wrong_type'],
  ] as const)
    t.match((await send([value], '', JSON_TYPE)).json(), { status: 422, errors: [{ row: 1, code }] })
})

t.test('modes', async (t) => {
  const there = await send(table(HEADER, row(A, 9)), '?mode=create')
  t.match(there.json(), {
    status: 422,
    code: 'import_refused',
    errors: [{ row: 2, column: 'hcp_code', code: 'already_member' }],
  })
  t.match((await rows(there))[0], { outcome: 'conflict', member_id: (await member(A)).id })
  const absent = await send(table(HEADER, row(D)), '?mode=update')
  t.match(absent.json(), { status: 422, errors: [{ code: 'no_such_member' }] })
  t.equal((await rows(absent))[0].outcome, 'invalid')
  t.match((await send(table(HEADER, row(A, 9)), '?mode=update')).json(), { outcomes: { updated: 1 } })
  t.match((await send(table(HEADER, row(D)), '?mode=create')).json(), { outcomes: { created: 1 } })
})

t.test('by id, by code, by number', async (t) => {
  const { id } = await member(A)
  t.match((await send(table('id,wave', `${id},11`), '?match_on=id')).json(), { outcomes: { updated: 1 } })
  t.match(
    (await send(table('id,wave', `${id},12`))).json(),
    { outcomes: { updated: 1 } },
    'an id always tells',
  )
  const nobody = '01900000-0000-7000-8000-000000000000'
  t.match((await send(table('id,wave', `${nobody},11`))).json().errors, [
    { column: 'id', code: 'no_such_member' },
  ])
  t.match((await send(table('id,hcp_code,wave', `${id},${B},11`))).json().errors, [
    { column: 'hcp_code', code: 'not_editable', detail: /09\.541\.01\.01/ },
  ])
  const byNumber = '?match_on=identifier'
  const own = '09-541-01-01'
  t.match((await send(table('identifier.association,wave', `${own},13`), byNumber)).json(), {
    outcomes: { updated: 1 },
  })
  t.match(
    (
      await send(
        table('identifiers,wave', `"[{""scheme"":""association"",""value"":""${own}""}]",14`),
        byNumber,
      )
    ).json(),
    {
      outcomes: { updated: 1 },
    },
  )
  t.match(
    (await send(table('identifier.association,identifier.ministry,wave', `${own},M-7,13`), byNumber)).json()
      .errors,
    [{ code: 'several_members' }],
  )
  t.equal((await member(A)).wave, 14)
  // However a spreadsheet writes the code.
  for (const written of [
    '9.541.1.1',
    '95410101',
    '٠٩.٥٤١.٠١.٠١',
    (await member(A)).collectivity.id,
    ' 09.541.01.01 ',
  ])
    t.match(
      (await send(table('collectivity,wave', `${written},14`))).json(),
      { outcomes: { unchanged: 1 } },
      written,
    )
})

t.test('two rows of one member, and a number that is another’s', async (t) => {
  const twice = await send(table('hcp_code,wave', `${A},20`, `${B},20`, `${A},21`), '?on_error=continue')
  t.match(twice.json(), { status: 'finished', outcomes: { updated: 2, conflict: 1 } })
  t.match((await rows(twice, '&outcome=conflict'))[0], {
    number: 4,
    errors: [{ column: 'hcp_code', code: 'row_repeated', detail: /Row 2/ }],
  })
  t.equal((await member(A)).wave, 20, 'the first row holds')
  const taken = await send(table('hcp_code,identifier.association', `${B},09-541-01-01`))
  t.match(taken.json().errors, [{ row: 2, column: 'identifier.association', code: 'taken' }])
  t.equal((await rows(taken))[0].outcome, 'conflict')
  const both = await send(
    table(HEADER, row(E, 1, 'new'), row('09.541.01.09', 1, 'new')),
    '?on_error=continue',
  )
  t.match(both.json(), { outcomes: { created: 1, conflict: 1 } })
})

t.test('a probable duplicate is listed, and nothing is merged in silence', async (t) => {
  const { id } = await member(A)
  const alike = await send(table(HEADER, row('09.541.01.11', 4, '09 541 0101')))
  t.match(alike.json(), { outcomes: { created: 1 } })
  t.same((await rows(alike))[0].probable_duplicates, [id])
})

t.test('a collectivity that has left', async (t) => {
  const left = await member(D)
  await request({
    method: 'POST',
    url: `/v1/members/${left.id}/transitions`,
    headers: { ...association, 'if-match': '*' },
    payload: { action: 'withdraw', effective_on: { value: '2026-02-01' }, sources: [{ title: 'Lettre' }] },
  })
  const back = await send(table(HEADER, row(D, 6)))
  t.match(back.json(), { status: 422, errors: [{ code: 'no_longer_member' }] })
  t.match((await rows(back))[0], { outcome: 'would_restore', member_id: left.id })
  const columns = 'id,collectivity.hcp_code,left_on.value,status,wave'
  const kept = `${left.id},${D},2026-02-01,withdrawn,4`
  t.match((await send(table(columns, kept))).json(), { outcomes: { unchanged: 1 } })
  t.match(
    (await send(table(columns, kept.replace(/4$/, '7')))).json(),
    { outcomes: { updated: 1 } },
    'its facts may be mended',
  )
  for (const cells of [`${left.id},${D},,withdrawn,7`, `${left.id},${D},2026-02-01,active,7`])
    t.equal((await rows(await send(table(columns, cells))))[0].outcome, 'would_restore', cells)
  t.match((await send(table(columns, kept.replace('02-01', '02-02')))).json().errors, [
    { code: 'by_transition_only' },
  ])
  const anew = await send(table(HEADER, row(D, 6, 'again')), '?mode=create')
  t.match(anew.json(), { outcomes: { created: 1 } })
  t.same((await rows(anew))[0].probable_duplicates, [left.id])
  const everything = await request('/v1/members?format=csv')
  t.match(
    (await send(everything.body)).json(),
    { outcomes: { ...none, unchanged: everything.body.split('\r\n').length - 2 } },
    'both episodes',
  )
})

t.test('each part of a committee has a column, and may be told alone', async (t) => {
  const part = (name: string) => `follow_up_committee.${name}`
  const columns = ['hcp_code', part('established_on'), part('president_from'), part('elected_members')].join()
  t.match((await send(table(columns, `${A},2026-02,elected,5`))).json(), { outcomes: { updated: 1 } })
  const one = await send(table(`hcp_code,${part('elected_members')}`, `${A},6`))
  t.match(one.json(), { outcomes: { updated: 1 } })
  const committee = {
    established_on: { value: '2026-02', precision: 'month' },
    president_from: 'elected',
    vice_president_from: null,
    elected_members: 6,
    civil_society_members: null,
  }
  t.same((await member(A)).follow_up_committee, committee)
  const same = await send([{ hcp_code: A, follow_up_committee: committee }], '', JSON_TYPE)
  t.match(same.json(), { outcomes: { unchanged: 1 } })
  const wrong = [
    [`hcp_code,follow_up_committee`, `${A},{}`, 'follow_up_committee'],
    [`hcp_code,${part('elected_members')}`, `${A},six`, part('elected_members')],
  ] as const
  for (const [header, line, column] of wrong)
    t.match((await send(table(header, line))).json().errors, [{ column, code: 'wrong_type' }])
  const none = await send(table(columns, `${B},,,`))
  t.match(none.json(), { outcomes: { unchanged: 1 } }, 'where there is none nothing comes to be')
})

t.test('what is exported comes back unchanged, in each format', async (t) => {
  const before = await journal()
  const { total } = (await json('/v1/members?count=exact&limit=1')).page
  for (const [query, type] of [
    ['?format=csv', 'text/csv'],
    ['?format=csv&bom=true&excel_safe=true', 'text/csv'],
    ['?format=ndjson', NDJSON],
    ['?format=csv&include=register_record', 'text/csv'],
    ['?format=csv&fields=id,collectivity.hcp_code,sources,identifiers', 'text/csv'],
  ] as const) {
    const answer = await send((await request(`/v1/members${query}`)).body, '', type)
    t.match(answer.json(), { status: 'finished', outcomes: { ...none, unchanged: total } }, query)
  }
  const page = (await json('/v1/members?limit=500')).data
  t.match((await send(page, '', JSON_TYPE)).json(), { outcomes: { ...none, unchanged: total } })
  t.same(await journal(), before)
})

t.test('what the service tells cannot be edited', async (t) => {
  const csv = (await request(`/v1/members?format=csv&collectivity=${A}`)).body
  const [header, line] = csv.split('\r\n') as [string, string]
  const columns = header.split(',')
  const { transitions, sources, ...plain } = await member(A)
  t.ok(transitions && sources && plain)
  const edited = async (name: string, from: string, to: string) => {
    t.ok(columns.includes(name))
    t.ok(line.includes(from), from)
    return await send(table(header, line.replace(from, to)))
  }
  for (const [name, from, to, code] of [
    ['collectivity.name.fr', 'Ait Iaaza', 'Ait Iazza', 'not_editable'],
    ['status', ',active,certain', ',suspended,certain', 'by_transition_only'],
    ['transitions', '""admit""', '""suspend""', 'not_editable'],
    ['created_at', plain.created_at, '2020-01-01T00:00:00.000Z', 'not_editable'],
    ['joined_on.value', '2026-01,month', ',', 'by_transition_only'],
    ['joined_on.precision', '2026-01,month', '2026-01,day', 'precision_mismatch'],
    ['revision', `,${plain.revision},`, ',x,', 'wrong_type'],
  ] as const)
    t.match(
      (await edited(name, from, to)).json(),
      { status: 422, errors: [{ row: 2, code }] },
      `${name} ${code}`,
    )
  t.match((await edited('certainty', ',active,certain', ',active,possible')).json(), { status: 'finished' })
  const emptied = await edited('created_at', plain.created_at, '')
  t.match(emptied.json(), { outcomes: { unchanged: 1 } }, 'an empty cell says nothing')
})

t.test('a revision that has moved is a conflict, unless nothing would change', async (t) => {
  const { id, revision } = await member(A)
  const stale = await send(table('id,revision,wave', `${id},${revision - 1},99`))
  t.match(stale.json(), { status: 422, errors: [{ column: 'revision', code: 'changed_since' }] })
  t.equal((await rows(stale))[0].outcome, 'conflict')
  t.match((await send(table('id,revision,wave', `${id},${revision - 1},20`))).json(), {
    outcomes: { unchanged: 1 },
  })
  t.match((await send(table('id,revision,wave', `${id},${revision},21`))).json(), {
    outcomes: { updated: 1 },
  })
  t.match(
    (await send(table('id,revision,wave', `${id},${revision},21`))).json(),
    { outcomes: { unchanged: 1 } },
    'the same file again',
  )
})

t.test('abort holds back all, continue leaves out the bad ones', async (t) => {
  const file = table(
    HEADER,
    row('09.541.01.13'),
    row('09.541.99.99'),
    `09.541.03.01,x,2026-13,nonsense,,`,
    row(B, 30),
  )
  const before = await journal()
  const aborted = await send(file)
  t.equal(aborted.statusCode, 422)
  const problem = aborted.json()
  t.match(problem, {
    code: 'import_refused',
    detail: /2 row\(s\)/,
    errors: [
      { row: 3, column: 'hcp_code', pointer: '/collectivity', code: 'no_such_collectivity' },
      { row: 4, column: 'wave', pointer: '/wave', code: 'wrong_type' },
      { row: 4, column: 'joined_on', code: 'wrong_format' },
      { row: 4, column: 'evidence.kind', code: 'not_allowed', nearest: undefined },
      { row: 4, code: 'too_short' },
    ],
  })
  t.same(await journal(), before, 'nothing was applied')
  const told = await of(aborted)
  t.match(told, {
    status: 'failed',
    outcomes: { ...none, created: 1, updated: 1, invalid: 2 },
    position: null,
  })

  const mend = await request({ url: `${place(aborted)}/errors.csv`, headers: association })
  t.equal(mend.headers['content-type'], 'text/csv; charset=utf-8; header=present')
  const lines = mend.body.split('\r\n')
  t.equal(lines[0], `\uFEFF${HEADER},error.row,error.outcome,error.columns,error.details`)
  t.match(lines[1], /^09\.541\.99\.99,4,2026-01,letter,09-541-99-99,Procès-verbal,3,invalid,hcp_code,/)
  t.match(lines[2], /^09\.541\.03\.01,x,2026-13,nonsense,,,4,invalid,wave joined_on evidence\.kind/)
  t.equal(lines.length, 4)

  const applied = await send(file, '?on_error=continue')
  t.match(applied.json(), { status: 'finished', outcomes: { ...none, created: 1, updated: 1, invalid: 2 } })
  t.equal((await member(B)).wave, 30)
  const mended = mend.body
    .replace('09.541.99.99', '09.541.03.07')
    .replace('09.541.03.01,x,2026-13,nonsense,,', '09.541.03.03,3,2026,letter,,Liste')
  t.match((await send(mended)).json(), { outcomes: { created: 2 } }, 'mended and sent back')
})

t.test('a dry run tells what the real one does, and does nothing', async (t) => {
  const file = table(HEADER, row('09.541.03.05'), row('09.541.99.99'), row(B, 31), row(C, 4), row(B, 32))
  for (const query of ['on_error=continue', 'on_error=abort']) {
    const before = await journal()
    const dry = await send(file, `?dry_run=true&${query}`)
    t.equal(dry.statusCode, 200)
    t.match(dry.json(), { dry_run: true, position: null })
    t.same(await journal(), before, 'nothing is written, and nothing numbered')
    const real = await send(file, `?${query}`)
    const plain = (list: Loose[]) =>
      list.map(({ member_id, ...rest }) => ({ ...rest, member_id: rest.outcome === 'created' || member_id }))
    t.same(plain(await rows(dry)), plain(await rows(real)), 'row by row')
    const [one, other] = [await of(dry), await of(real)]
    t.equal(one.status, other.status)
    t.same(one.outcomes, other.outcomes)
    if (real.statusCode === 200) {
      const undo = await request({ method: 'POST', url: `${place(real)}/revert`, headers: association })
      t.equal(undo.statusCode, 200)
    }
  }
})

t.test('cells that look like formulas are text, with a note', async (t) => {
  const answer = await send(
    table('hcp_code,sources', `${A},"[{""title"":""x""}]"`, `${B},"[{""title"":""=1+1""}]"`),
  )
  t.equal(answer.statusCode, 200)
  const formula = await send(
    table('hcp_code,identifier.sheet,source.title', `${A},=1+1,'=2+2`, `${B},-5,@cmd`),
  )
  t.equal(formula.statusCode, 200, formula.body)
  t.match(
    (await rows(formula)).map(({ notes }) => notes),
    [
      [{ column: 'identifier.sheet', code: 'formula_as_text' }],
      [{ column: 'source.title', code: 'formula_as_text' }],
    ],
  )
  t.match(await member(A), {
    identifiers: [{}, { scheme: 'sheet', value: '=1+1' }],
    sources: [{ title: '=2+2' }],
  })
  const exported = (await request(`/v1/members?format=csv&excel_safe=true&collectivity=${A}`)).body
  t.match((await send(exported)).json(), { outcomes: { unchanged: 1 } }, 'and comes back as it was')
})

t.test('lists of imports and of rows', async (t) => {
  const { data, page, links } = await get('/v1/member-imports?limit=2')
  t.equal(data.length, 2)
  t.ok(page.next_cursor)
  const second = await get(links.next)
  t.notSame(second.data[0].id, data[0].id)
  const failed = await get('/v1/member-imports?status=failed&limit=500')
  t.ok(failed.data.length > 3)
  t.ok(failed.data.every(({ status }: Loose) => status === 'failed'))
  const { id } = await db
    .selectFrom('import_row')
    .select('import_id as id')
    .groupBy('import_id')
    .orderBy(db.fn.countAll(), 'desc')
    .executeTakeFirstOrThrow()
  const first = await get(`/v1/member-imports/${id}/rows?limit=3&count=exact`)
  const next = await get(first.links.next)
  t.equal(next.data[0].number, first.data[2].number + 1)
  const url = `/v1/member-imports/${id}/rows`
  const lines = await request({ url: `${url}?format=ndjson`, headers: association })
  t.equal(lines.body.trim().split('\n').length, first.page.total)
  const csv = await request({ url: `${url}?format=csv&outcome=unchanged`, headers: association })
  t.match(csv.body, /^number,outcome,member_id,changes,errors,notes,probable_duplicates,revert,cells\r\n/)
  t.equal(csv.headers['cache-control'], 'private, no-store')
  for (const wrong of [`${url}?outcome=nonsense`, `${url}?limit=0`, '/v1/member-imports?status=x'])
    t.equal((await request({ url: wrong, headers: association })).statusCode, 400)
  const nobody = '/v1/member-imports/01900000-0000-7000-8000-000000000000'
  for (const path of ['', '/rows', '/errors.csv'])
    t.equal((await request({ url: nobody + path, headers: association })).statusCode, 404)
})
