import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import t from 'tap'
import { appOn, NOW, startApp } from '../support/app.ts'
import { table } from '../support/pages.ts'

const service = await startApp(t)
const { app, db, json } = service
const FILE = JSON.parse(readFileSync(new URL('../../data/network.json', import.meta.url), 'utf8'))
const SOURCES = new Map(table('sources').map((row) => [row.key!, row]))

t.test('what the network is', async (t) => {
  const network = await json('/v1/network')
  t.match(network, {
    name: {
      ar: 'الشبكة المغربية للجماعات الترابية المنفتحة',
      fr: 'Réseau marocain des collectivités territoriales ouvertes',
      en: String,
    },
    acronym: 'REMACTO',
    founded_on: '2022-10-21',
    as_of: '2026-02-02',
    revision: 1,
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
  })
  t.same(
    network.principles.map((principle: { key: string }) => principle.key),
    ['transparency', 'accountability', 'access_to_information', 'citizen_participation', 'digitalisation'],
  )
  for (const field of ['principles', 'supervising_bodies', 'partner_bodies', 'support_programme'])
    t.same(network[field], FILE[field], `${field}, as the file has them`)
  t.match(network.support_programme, {
    acronym: 'PACTO',
    name: { ar: 'برنامج دعم الجماعات الترابية المنفتحة' },
  })
  t.equal(network.sources.length, FILE.sources.length)
})

const counts = (regions: number[], councils: number[], communes: number[]) => {
  const pair = ([certain, possible]: number[]) => ({ certain, possible })
  return {
    regions: pair(regions),
    provincial_councils: pair(councils),
    communes: pair(communes),
    total: pair([0, 1].map((index) => regions[index]! + councils[index]! + communes[index]!)),
  }
}

t.test('counted as of a day, each type, certain and possible', async (t) => {
  for (const [day, expected] of [
    ['2022-10-20', counts([0, 0], [0, 0], [0, 0])],
    ['2022-10-21', counts([12, 0], [2, 0], [12, 0])],
    ['2024-01-01', counts([12, 0], [2, 0], [12, 4])],
    ['2024-11-30', counts([12, 0], [2, 0], [12, 4])],
    ['2024-12-01', counts([12, 0], [2, 0], [12, 6])],
    ['2024-12-30', counts([12, 0], [2, 0], [12, 6])],
    ['2024-12-31', counts([12, 0], [2, 0], [18, 0])],
  ] as const) {
    const network = await json(`/v1/network?as_of=${day}`)
    t.same(network.counts, expected, day)
    t.equal(network.as_of, day)
  }
})

t.test('what was declared, beside what is known of the same day', async (t) => {
  const { declared_totals: totals } = await json('/v1/network')
  t.equal(totals.length, 3)
  t.match(totals[0], {
    as_of: '2022-10-21',
    declared: { regions: 12, provincial_councils: 4, communes: 50, total: 66 },
    parts_sum: 66,
    parts_add_up: true,
    known: counts([12, 0], [2, 0], [12, 0]),
    unknown: { regions: 0, provincial_councils: 2, communes: 38, total: 40 },
    agrees: false,
    contradictions: [],
  })
  t.match(totals[1], {
    as_of: '2024-11-10',
    declared: { regions: 12, provincial_councils: 7, communes: 107, total: 126 },
    parts_sum: 126,
    parts_add_up: true,
    known: counts([12, 0], [2, 0], [12, 4]),
    unknown: { regions: 0, provincial_councils: 5, communes: 95, total: 100 },
    agrees: false,
    contradictions: [{ measure: 'communes', value: 97, note: { ar: /97 جماعة/, fr: /97/, en: /97/ } }],
  })
  t.match(totals[2], {
    as_of: '2024-12-31',
    declared: { regions: 12, provincial_councils: 17, communes: 199, total: 228 },
    parts_sum: 228,
    parts_add_up: true,
    known: counts([12, 0], [2, 0], [18, 0]),
    unknown: { regions: 0, provincial_councils: 15, communes: 181, total: 196 },
    agrees: false,
    contradictions: [{ measure: 'total', value: 234 }],
  })
  for (const [index, row] of table('declared_totals').entries()) {
    const source = SOURCES.get(row.source!)!
    t.match(totals[index].sources, [
      { publisher: source.publisher, published_on: source.published_on || null },
    ])
  }
})

t.test('what was declared later is left out', async (t) => {
  for (const [day, length] of [
    ['2022-10-20', 0],
    ['2022-10-21', 1],
    ['2024-11-09', 1],
    ['2024-11-10', 2],
    ['2024-12-30', 2],
    ['2024-12-31', 3],
  ] as const)
    t.equal((await json(`/v1/network?as_of=${day}`)).declared_totals.length, length, day)
})

t.test('parts that do not add up, and totals that agree, are computed', async (t) => {
  const { id } = await json('/v1/network')
  const declare = async (day: string, regions: number, councils: number, communes: number, total: number) => {
    await sql`insert into declared_total (network_id, as_of, regions, provincial_councils, communes, total, sources)
      values (${id}, ${day}, ${regions}, ${councils}, ${communes}, ${total}, '[]')`.execute(db)
  }
  await declare('2025-01-01', 12, 2, 18, 32)
  await declare('2025-01-02', 12, 2, 18, 33)
  await declare('2025-01-03', 11, 2, 18, 31)
  const { declared_totals: totals } = await json('/v1/network')
  t.match(totals.slice(3), [
    { parts_sum: 32, parts_add_up: true, agrees: true, unknown: { regions: 0, communes: 0, total: 0 } },
    { parts_sum: 32, parts_add_up: false, agrees: false, unknown: { total: 1 } },
    { parts_sum: 31, parts_add_up: true, agrees: false, unknown: { regions: -1, total: -1 } },
  ])
})

t.test('only some fields', async (t) => {
  t.same(await json('/v1/network?fields=acronym,counts&as_of=2024-12-31'), {
    acronym: 'REMACTO',
    counts: counts([12, 0], [2, 0], [18, 0]),
  })
})

t.test('the day is Morocco’s', async (t) => {
  // 2022-10-20 23:30 UTC is already the 21st at UTC+1.
  const at = async (instant: string) =>
    (await (await appOn(t, service.url, { clock: () => new Date(instant) })).json('/v1/network')).as_of
  t.equal(await at('2022-10-20T22:59:59.999Z'), '2022-10-20')
  t.equal(await at('2022-10-20T23:00:00.000Z'), '2022-10-21')
  t.equal(await at('2022-04-10T23:30:00.000Z'), '2022-04-10', 'in Ramadan the clock is at UTC')
})

t.test('another day is another answer: its tag differs', async (t) => {
  const [today, same, tomorrow] = await Promise.all(
    ['/v1/network', '/v1/network', '/v1/network?as_of=2026-02-03'].map((url) => app.inject(url)),
  )
  t.equal(today!.headers.etag, same!.headers.etag)
  t.not(today!.headers.etag, tomorrow!.headers.etag)
  const next = await appOn(t, service.url, { clock: () => new Date(NOW.getTime() + 86_400_000) })
  t.not((await next.request('/v1/network')).headers.etag, today!.headers.etag, 'at midnight too')
})
