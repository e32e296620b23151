import { parse } from 'csv-parse/sync'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/pages.ts'

const service = await startApp(t)
const { json, request } = service

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

const { data: definitions } = (await json('/v1/statistics/measures')) as { data: Loose[] }

t.test('members agree with the network, for sure and possibly, on any day', async (t) => {
  for (const day of [
    '2022-10-20',
    '2022-10-21',
    '2023-06-30',
    '2024-11-10',
    '2024-12-30',
    '2024-12-31',
    '2026-02-02',
  ]) {
    const { counts } = await json(`/v1/network?as_of=${day}`)
    for (const [certainty, measure] of [
      ['certain', 'members'],
      ['possible', 'members_possible'],
    ] as const) {
      const { data: whole } = await json(`/v1/statistics?measure=${measure}&as_of=${day}`)
      t.same(whole, [
        { measure, as_of: day, value: counts.total[certainty], status: 'known', denominator: null },
      ])
      const { data } = await json(`/v1/statistics?measure=${measure}&by=type&as_of=${day}`)
      const found = Object.fromEntries(data.map(({ type, value }: Loose) => [`${type}s`, value]))
      const { total: _, ...types } = counts
      const wanted = Object.entries<Loose>(types).filter(([, count]) => count[certainty] > 0)
      t.same(found, Object.fromEntries(wanted.map(([type, count]) => [type, count[certainty]])), day)
      const { page } = await json(`/v1/members?active=${certainty}&as_of=${day}&count=exact&limit=1`)
      t.equal(page.total, counts.total[certainty], `the list of ${day}`)
    }
  }
})

t.test('before the network there were no members', async (t) => {
  const { data } = await json('/v1/statistics?measure=members&as_of=2020-01-01')
  t.match(data, [{ value: 0, status: 'known' }])
})

t.test('a stock over time is how it stood at the end of each period', async (t) => {
  const { data } = await json('/v1/statistics?measure=members&period=year&from=2022-01-01&to=2026-12-31')
  t.same(
    data.map(({ period, as_of, value }: Loose) => [period, as_of, value]),
    [
      ['2022', '2022-12-31', 26],
      ['2023', '2023-12-31', 26],
      ['2024', '2024-12-31', 32],
      ['2025', '2025-12-31', 32],
      ['2026', '2026-02-02', 32],
    ],
  )
})

t.test('a flow is counted on its own days', async (t) => {
  const months = await json('/v1/statistics?measure=workshops&period=month&by=kind')
  t.same(
    months.data.map(({ kind, period, value }: Loose) => [kind, period, value]),
    [
      ['co_creation', '2023-03', 1],
      ['communication_meeting', '2023-01', 1],
    ],
  )
  const { data } = await json('/v1/statistics?measure=workshops&period=quarter&from=2023-02-01&to=2023-12-31')
  t.same(
    data.map(({ period, value }: Loose) => [period, value]),
    [['2023-Q1', 1]],
  )
})

t.test('the session that was announced for October 2023 is overdue, and was pending then', async (t) => {
  const on = async (day: string) =>
    (await json(`/v1/statistics?measure=approval_sessions&by=timeliness&as_of=${day}`)).data.map(
      ({ timeliness, value }: Loose) => [timeliness, value],
    )
  t.same(await on('2023-09-30'), [])
  t.same(await on('2023-10-01'), [['pending', 1]])
  t.same(await on('2023-10-31'), [['pending', 1]])
  t.same(await on('2023-11-01'), [['overdue', 1]])
})

t.test('as a table, and page by page', async (t) => {
  const url = '/v1/statistics?measure=members&by=region,type'
  const all = (await json(`${url}&limit=500`)).data
  t.same(await rowsOf(service, `${url}&limit=3`), all, 'pages')
  const csv = await request(`${url}&format=csv`)
  const cells = parse(csv.body, { columns: true }) as Record<string, string>[]
  t.same(
    cells.map((row) => [row.measure, row['region.hcp_code'], row.type, Number(row.value), row.status]),
    all.map((row: Loose) => [row.measure, row.region.hcp_code, row.type, row.value, row.status]),
  )
  const { page } = await json(`${url}&limit=1&count=exact`)
  t.equal(page.total, all.length)
  const etag = (await request(url)).headers.etag as string
  t.equal((await request({ url, headers: { 'if-none-match': etag } })).statusCode, 304)
  t.equal(
    (await request({ url: '/v1/statistics/measures', headers: { 'if-none-match': '*' } })).statusCode,
    304,
  )
})

t.test('what is wrong with a question is said, all of it, with what was meant', async (t) => {
  const faults = async (query: string) => {
    const answer = await request(`/v1/statistics${query}`)
    t.equal(answer.statusCode, 400, query)
    return answer.json().errors.map(({ parameter, code, detail }: Loose) => [parameter, code, detail])
  }
  t.same(await faults(''), [['measure', 'required', 'A value is required.']])
  t.match(await faults('?measure=membres'), [['measure', 'not_allowed', /Did you mean "members"/]])
  t.match(await faults('?measure=members&by=regoin'), [['by', 'not_allowed', /Did you mean "region"/]])
  t.match(await faults('?measure=members&by=category,wave&as_of=2026-02-03'), [
    ['by', 'not_allowed', /"category"/],
    ['as_of', 'too_large', /2026-02-02/],
  ])
  t.match(await faults('?measure=members&from=2022-01-01&to=2022-02-01'), [
    ['from', 'only_with'],
    ['to', 'only_with'],
  ])
  t.match(await faults('?measure=members&period=month'), [['from', 'required']])
  t.match(await faults('?measure=members&period=month&from=2016-02-01'), [['from', 'too_long', /120/]])
  t.match(await faults('?measure=workshops&from=2022-02-01&to=2022-01-01'), [['to', 'range_reversed']])
  t.match(await faults('?measure=members&period=week'), [['period', 'not_allowed']])
  const other = await request('/v1/statistics?measure=members&by=category')
  t.same(other.json().errors[0].allowed, ['type', 'region', 'province', 'collectivity', 'wave'])
})

t.test('every definition is told in three languages, and names a list that answers', async (t) => {
  for (const { id, name, counts, denominator, dimensions, list } of definitions) {
    for (const text of [name, counts, ...(denominator === null ? [] : [denominator])]) {
      t.match(text.ar, /[\u0600-\u06FF]/, id)
      t.equal(new Set(Object.values(text)).size, 3, id)
    }
    t.equal(
      (await request(`${list.url}${list.url.includes('?') ? '&' : '?'}limit=1`)).statusCode,
      200,
      list.url,
    )
    const filters = dimensions.flatMap(({ parameter }: Loose) => (parameter === null ? [] : [parameter]))
    const known = { wave: '1', type: 'region', overdue: 'true', round: '1' } as Record<string, string>
    const words = {
      kind: list.url.includes('workshops') ? 'training' : 'ordinary',
      mode: 'remote',
      language: 'ar',
    }
    const more = {
      principle: 'transparency',
      completion: 'completed',
      status: list.url.includes('action-plans') ? 'adopted' : 'accepted',
      plan_status: 'adopted',
    }
    const place = { region: '09', province: '09.541', collectivity: '09.541' }
    for (const filter of new Set<string>(filters)) {
      const [path, query] = list.url.split('?')
      const others = (query ?? '')
        .split('&')
        .filter((pair: string) => pair !== '' && !pair.startsWith(`${filter}=`))
      const value = { ...known, ...words, ...more, ...place }[filter]
      const url = `${path}?${[...others, `${filter}=${value}`, 'limit=1'].join('&')}`
      t.equal((await request(url)).statusCode, 200, url)
    }
  }
})
