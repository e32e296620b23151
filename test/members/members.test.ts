import fc from 'fast-check'
import { sql } from 'kysely'
import t from 'tap'
import { transact } from '../../src/db/journal.ts'
import { SYSTEM } from '../../src/domain/actor.ts'
import { createPlan } from '../../src/plans/commands.ts'
import { startApp } from '../support/app.ts'
import { author } from '../support/journal.ts'
import { byBytes, linesOf, rowsOf, table } from '../support/pages.ts'
import { as, roleIdentity } from '../support/roles.ts'

const service = await startApp(t)
const { db, json, request } = service

// biome-ignore lint/suspicious/noExplicitAny: rows of an answer, looked at as they are
type Loose = any
const MEMBERS = table('members')
const SOURCES = new Map(table('sources').map((row) => [row.key!, row]))
const PRECISION: Record<number, string> = { 4: 'year', 7: 'month', 10: 'day' }
const partial = (text: string) => ({ value: text, precision: PRECISION[text.length] })
const total = async (query: string): Promise<number> =>
  (await json(`/v1/members?count=exact&limit=1&${query}`)).page.total

t.test('32 episodes, as the file has them', async (t) => {
  const rows = await rowsOf(service, '/v1/members?limit=10&sort=collectivity.hcp_code')
  t.equal(rows.length, 32)
  const expected = MEMBERS.map((row) => ({
    code: row.hcp_code,
    type: row.type,
    wave: Number(row.wave),
    joined_on: partial(row.joined_on!),
    left_on: null,
    evidence: {
      kind: row.evidence_kind,
      held_on: row.evidence_on === '' ? null : partial(row.evidence_on!),
    },
    sources: row.sources!.split(' ').map((key) => {
      const source = SOURCES.get(key)!
      return {
        title: source.title || null,
        publisher: source.publisher || null,
        published_on: source.published_on || null,
        url: source.url || null,
        quoted: null,
      }
    }),
    revision: 1,
  }))
  t.same(
    rows.map(({ collectivity, type, wave, joined_on, left_on, evidence, sources, revision }) => ({
      code: collectivity.hcp_code,
      type: type ?? collectivity.type,
      wave,
      joined_on,
      left_on,
      evidence,
      sources,
      revision,
    })),
    expected.sort((a, b) => byBytes(a.code!, b.code!)),
  )
  for (const row of rows) {
    const { collectivity } = row
    t.equal(collectivity.region_id, (await json(`/v1/regions/${collectivity.hcp_code.slice(0, 2)}`)).id)
    t.equal(
      collectivity.province_id,
      collectivity.type === 'region'
        ? null
        : (await json(`/v1/provincial-councils/${collectivity.hcp_code.slice(0, 6)}`)).id,
    )
    t.same(await json(`/v1/members/${row.id}`), row, 'alone as in the list')
  }
})

t.test('a member is found by a code of its collectivity too', async (t) => {
  const member = await json('/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4')
  for (const code of ['09.541', '9541', 'ma-tar']) t.same(await json(`/v1/members/${code}`), member, code)
  for (const code of ['09.541.01.13', '01.051', '99.999', member.collectivity.id])
    t.equal((await request(`/v1/members/${code}`)).statusCode, 404, `${code}: no member`)
})

t.test('as of a day, certain or possible', async (t) => {
  // 26 are dated 2022-10-21; four joined in 2024, two in December 2024: sure only when the period is past.
  for (const [day, certain, possible] of [
    ['1999-01-01', 0, 0],
    ['2022-10-20', 0, 0],
    ['2022-10-21', 26, 0],
    ['2023-12-31', 26, 0],
    ['2024-01-01', 26, 4],
    ['2024-11-30', 26, 4],
    ['2024-12-01', 26, 6],
    ['2024-12-30', 26, 6],
    ['2024-12-31', 32, 0],
    ['2030-01-01', 32, 0],
  ] as const) {
    t.equal(await total(`as_of=${day}&certainty=certain`), certain, `${day}: certain`)
    t.equal(await total(`as_of=${day}&certainty=possible`), possible, `${day}: possible`)
    t.equal(await total(`as_of=${day}&certainty=certain,possible`), certain + possible, `${day}: both`)
    t.equal(await total(`as_of=${day}`), certain + possible, `${day}: all that have begun`)
    t.equal(await total(`as_of=${day}&status=active`), certain + possible)
    t.equal(await total(`as_of=${day}&status=withdrawn,candidate,suspended`), 0)
  }
  t.equal((await json('/v1/members?limit=1')).meta.as_of, '2026-02-02', 'today, when not said')
})

t.test('by type, wave, place and date', async (t) => {
  for (const [query, count] of [
    ['type=region', 12],
    ['type=provincial_council', 2],
    ['type=commune', 18],
    ['type=region,provincial_council', 14],
    ['wave=1', 26],
    ['wave=2', 4],
    ['wave=3', 2],
    ['wave=2,3', 6],
    ['wave=9', 0],
    ['region=09', 4],
    ['region=MA-09&type=commune', 2],
    ['region=09,08', 7],
    ['province=09.541', 1],
    ['province=01.573', 2],
    ['province=9001', 1],
    ['collectivity=09.541', 1],
    ['collectivity=09.541,09,01.573.01.03', 3],
    ['collectivity=09.541.01.13', 0],
    ['joined_on_gte=2022-10-21', 32],
    ['joined_on_gte=2022-10-22', 6],
    ['joined_on_gte=2024-01-01', 6],
    ['joined_on_gte=2024-01-02', 2],
    ['joined_on_gte=2024-12-02', 0],
    ['joined_on_lte=2022-10-20', 0],
    ['joined_on_lte=2022-10-21', 26],
    ['joined_on_lte=2024-12-30', 26],
    ['joined_on_lte=2024-12-31', 32],
    ['joined_on_gte=2023-01-01&joined_on_lte=2024-12-31', 6],
    ['modified_since=2026-01-01T00:00:00.000Z', 32],
    ['modified_since=2026-01-01T00:00:00.001Z', 0],
    ['q=Agadir', 1],
    ['q=Agadir&wave=2', 0],
  ] as const) {
    t.equal(await total(query), count, query)
    t.equal((await linesOf(service, `/v1/members?${query}`)).length, count, 'and as lines')
  }
  for (const [query, parameter] of [
    ['region=13', 'region'],
    ['province=09', 'province'],
    ['collectivity=09.541.99.99', 'collectivity'],
  ]) {
    const answer = await request(`/v1/members?${query}`)
    t.equal(answer.statusCode, 400)
    t.match(answer.json().errors, [{ parameter, code: 'no_such_collectivity' }])
  }
})

t.test('in the order of each key, both ways, page by page', async (t) => {
  const { rows: keys } =
    await sql<Loose>`select id, fold_text(name_ar) as ar, fold_text(name_fr) as fr from collectivity`.execute(
      db,
    )
  const folded = new Map(keys.map((row) => [row.id, row]))
  const KEYS: Record<string, (row: Loose) => string | number> = {
    joined_on: (row) => `${row.joined_on.value}-01-01`.slice(0, 10),
    wave: (row) => row.wave,
    'collectivity.hcp_code': (row) => row.collectivity.hcp_code,
    'collectivity.name.ar': (row) => folded.get(row.collectivity.id).ar,
    'collectivity.name.fr': (row) => folded.get(row.collectivity.id).fr,
    updated_at: (row) => row.updated_at,
  }
  const all = await linesOf(service, '/v1/members')
  for (const sort of [
    ...Object.keys(KEYS).flatMap((key) => [key, `-${key}`]),
    '-wave,collectivity.name.ar',
  ]) {
    const terms = sort.split(',')
    const expected = all.toSorted((a, b) => {
      for (const term of terms) {
        const [x, y] = [a, b].map(KEYS[term.replace('-', '')]!)
        const order = typeof x === 'number' ? x - Number(y) : byBytes(x!, String(y))
        if (order !== 0) return term.startsWith('-') ? -order : order
      }
      return byBytes(a.id, b.id) * (terms.at(-1)!.startsWith('-') ? -1 : 1)
    })
    const paged = await rowsOf(service, `/v1/members?sort=${sort}&limit=5`)
    t.same(
      paged.map((row) => row.id),
      expected.map((row) => row.id),
      sort,
    )
  }
})

t.test('include=register_record gives the whole record, as of the same day', async (t) => {
  for (const day of ['2024-06-30', '2025-01-01']) {
    for (const { register_record, collectivity } of await rowsOf(
      service,
      `/v1/members?as_of=${day}&include=register_record&limit=500`,
    )) {
      const path = { region: 'regions', provincial_council: 'provincial-councils', commune: 'communes' }[
        collectivity.type as string
      ]
      t.same(
        register_record,
        await json(`/v1/${path}/${collectivity.id}?as_of=${day}`),
        collectivity.hcp_code,
      )
    }
  }
  const [row] = await rowsOf(
    service,
    '/v1/members?collectivity=09.541&fields=id,wave&include=register_record',
  )
  t.same(Object.keys(row), ['id', 'wave', 'register_record'])
})

t.test('GeoJSON places members where their collectivity is', async (t) => {
  const { type, features } = (await request('/v1/members?format=geojson')).json()
  t.equal(type, 'FeatureCollection')
  t.equal(features.length, 32)
  for (const { id, geometry, properties } of features) {
    t.equal(id, properties.id)
    if (properties.collectivity.type === 'commune')
      t.equal(geometry, null, 'no outline of a commune is known')
    else {
      const path = properties.collectivity.type === 'region' ? 'regions' : 'provincial-councils'
      const { location } = await json(`/v1/${path}/${properties.collectivity.id}`)
      t.same(geometry, { type: 'Point', coordinates: [location.longitude, location.latitude] })
    }
  }
  const one = (await request('/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4?format=geojson')).json()
  t.match(one, { type: 'Feature', geometry: { type: 'Point' }, properties: { wave: 1 } })
})

/** First and last day of the period of a date. */
function period(text: string): [string, string] {
  const first = `${text}-01-01`.slice(0, 10)
  if (text.length === 10) return [text, text]
  const [year, month] = [Number(text.slice(0, 4)), text.length === 4 ? 12 : Number(text.slice(5, 7))]
  return [first, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)]
}

interface Episode {
  code: string
  type: string
  joined: string
  left: string | null
}

/** Status and certainty at the end of a day, worked out apart from the service; undefined before any of it. */
function standing({ joined, left }: Episode, day: string) {
  const steps = [
    { status: 'active', period: period(joined) },
    ...(left === null ? [] : [{ status: 'withdrawn', period: period(left) }]),
  ]
  const latest = steps.findLast((step) => step.period[0] <= day)
  return latest && `${latest.status} ${latest.period[1] <= day ? 'certain' : 'possible'}`
}

t.test('on any day the register, the members and the network agree', async (t) => {
  const { db, json, request } = await startApp(t, { identity: roleIdentity })
  const service = { json, request }
  const episodes: Episode[] = MEMBERS.map((row) => ({
    code: row.hcp_code!,
    type: row.type!,
    joined: row.joined_on!,
    left: null,
  }))
  const post = async (url: string, payload: object, revision?: number) => {
    const held = revision === undefined ? {} : { 'if-match': `"${revision}"` }
    const answer = await request({ method: 'POST', url, payload, headers: { ...as('association'), ...held } })
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return answer.json()
  }
  const sources = [{ title: 'Lettre', publisher: 'Association' }]
  // Some left since, and one of them came back.
  for (const [code, left] of [
    ['09.001.01.01', '2024-03-15'],
    ['03.231.01.0', '2024-06'],
    ['01.573.01.03', '2025'],
    ['12', '2023'],
  ] as const) {
    episodes.find((episode) => episode.code === code)!.left = left
    const [member] = (await json(`/v1/members?collectivity=${code}`)).data
    await post(
      `/v1/members/${member.id}/transitions`,
      { action: 'withdraw', effective_on: { value: left }, reason: 'Délibération', sources },
      member.revision,
    )
  }
  const again = await post('/v1/members', {
    collectivity: '09.001.01.01',
    applied_on: { value: '2025-02-01' },
    sources,
  })
  await post(
    `/v1/members/${again.id}/transitions`,
    { action: 'admit', effective_on: { value: '2025-02' }, sources },
    again.revision,
  )
  episodes.push({ code: '09.001.01.01', type: 'commune', joined: '2025-02', left: null })

  const paths = { region: 'regions', provincial_council: 'provincial-councils', commune: 'communes' }
  const check = async (day: string) => {
    const rows = await linesOf(
      service,
      `/v1/members?as_of=${day}&fields=status,certainty,joined_on,collectivity.hcp_code`,
    )
    const told = rows.map(
      (row) => `${row.collectivity.hcp_code} ${row.joined_on.value} ${row.status} ${row.certainty}`,
    )
    const expected = episodes.flatMap((episode) => {
      const now = standing(episode, day)
      return now === undefined ? [] : [`${episode.code} ${episode.joined} ${now}`]
    })
    if (told.sort().join('\n') !== expected.sort().join('\n')) throw new Error(`${day}: ${told}\n${expected}`)

    const count = (type: string | undefined, now: string) =>
      episodes.filter((one) => (type === undefined || one.type === type) && standing(one, day) === now).length
    const counts = Object.fromEntries(
      [
        ['regions', 'region'],
        ['provincial_councils', 'provincial_council'],
        ['communes', 'commune'],
        ['total', undefined],
      ].map(([name, type]) => [
        name,
        {
          certain: count(type, 'active certain'),
          possible: count(type, 'active possible') + count(type, 'withdrawn possible'),
        },
      ]),
    )
    const network = await json(`/v1/network?as_of=${day}`)
    if (JSON.stringify(network.counts) !== JSON.stringify(counts))
      throw new Error(
        `${day}: the network counts ${JSON.stringify(network.counts)}, not ${JSON.stringify(counts)}`,
      )

    const certain = await linesOf(service, `/v1/members?as_of=${day}&status=active&certainty=certain`)
    for (const [type, path] of Object.entries(paths)) {
      const sure = certain.filter((row) => row.collectivity.type === type).map((row) => row.collectivity.id)
      const found = (await linesOf(service, `/v1/${path}?member=true&as_of=${day}&fields=id`)).map(
        (row) => row.id,
      )
      if (found.sort().join() !== sure.sort().join()) throw new Error(`${day}: ${path}?member=true`)
    }
    const not = (await json(`/v1/communes?member=false&as_of=${day}&count=exact&limit=1`)).page.total
    if (
      not !==
      1503 -
        new Set(
          certain.filter((row) => row.collectivity.type === 'commune').map((row) => row.collectivity.id),
        ).size
    )
      throw new Error(`${day}: ${not} communes are no members`)
  }
  for (const day of [
    '2022-10-20',
    '2022-10-21',
    '2023-01-01',
    '2023-12-31',
    '2024-03-14',
    '2024-03-15',
    '2024-06-01',
    '2024-06-29',
    '2024-06-30',
    '2024-12-31',
    '2025-01-31',
    '2025-02-01',
    '2025-02-28',
    '2025-12-30',
    '2025-12-31',
  ])
    await check(day)
  const days = fc.date({ min: new Date('2022-09-01'), max: new Date('2026-06-30'), noInvalidDate: true })
  await fc.assert(
    fc.asyncProperty(days, (day) => check(day.toISOString().slice(0, 10))),
    { numRuns: 30 },
  )
  t.pass('15 days at the edges, 30 at random')

  const agadir = '/v1/communes/09.001.01.01'
  t.match((await json(`${agadir}?as_of=2024-03-14`)).membership, {
    status: 'active',
    left_on: { value: '2024-03-15' },
  })
  t.equal((await json(`${agadir}?as_of=2024-03-15`)).membership, null, 'from the day it left on')
  t.match((await json(`${agadir}?as_of=2025-02-10`)).membership, {
    wave: null,
    certainty: 'possible',
    joined_on: { value: '2025-02', precision: 'month' },
  })
  const { memberships } = await json(`${agadir}?as_of=2025-03-01&include=memberships`)
  t.match(memberships, [
    { status: 'withdrawn', certainty: 'certain', left_on: { value: '2024-03-15', precision: 'day' } },
    { status: 'active', certainty: 'certain', left_on: null },
  ])
  t.equal(
    (await json('/v1/members?as_of=2025-03-01&status=withdrawn&certainty=certain&count=exact')).page.total,
    3,
  )
  t.equal(
    await db
      .selectFrom('member')
      .select('id')
      .execute()
      .then((rows) => rows.length),
    33,
  )
})

t.test('include=last_word tells when something of its own was last said in public', async (t) => {
  const words = async (query = '') => {
    const { data } = await json(`/v1/members?limit=500&include=last_word${query}`)
    return (code: string) =>
      data.find((row: { collectivity: { hcp_code: string } }) => row.collectivity.hcp_code === code).last_word
  }
  const silent = await words('&as_of=2024-12-31')
  t.equal(silent('09.541'), null, 'not by what it was recorded of later')
  const before = await words()
  t.type(before('09.541').at, 'string')
  const plan = (may_edit: boolean, at: string) =>
    transact(db, { ...author, at: new Date(at) }, (writing) =>
      createPlan(writing, SYSTEM, {
        collectivities: [{ collectivity: '09.541' }, { collectivity: '09', may_edit }],
        sources: [{ title: 'Exemple' }],
        programme: { acronym: at },
      }),
    )
  const lastMinute = '2026-02-02T22:59:00.000Z'
  await plan(false, lastMinute)
  await plan(true, '2026-02-02T23:00:00.000Z')
  const after = await words()
  t.same(after('09.541'), { at: lastMinute, type: 'action_plan' }, 'until midnight in Morocco')
  t.same(after('09'), before('09'), 'only takes part in the plan')
  t.same((await json('/v1/members/09.541?include=last_word')).last_word, after('09.541'))
  const { data } = await json('/v1/statistics?measure=days_since_last_word&by=collectivity')
  t.equal(
    data.find(
      ({ collectivity }: { collectivity: { hcp_code: string } }) => collectivity.hcp_code === '09.541',
    ).value,
    0,
  )
})
