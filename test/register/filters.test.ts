import fc from 'fast-check'
import { sql } from 'kysely'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { contract } from '../support/contract.ts'
import { at, byBytes, linesOf, rowsOf, table } from '../support/pages.ts'

const service = await startApp(t)
const { db, json, request } = service

const PROVINCES = table('provinces')
const COMMUNES = table('communes')

// biome-ignore lint/suspicious/noExplicitAny: rows of an answer, looked at as they are
type Loose = any
const codesOf = (rows: Loose[]): string[] => rows.map((row) => row.hcp_code)
const codes = async (url: string) => codesOf(await linesOf(service, url))
const communesOf = (test: (code: string) => boolean) =>
  COMMUNES.map((row) => row.hcp_code!)
    .filter(test)
    .sort()

t.test('by region and by province, by id or any code, several at once', async (t) => {
  const region = await json('/v1/regions/09')
  const council = await json('/v1/provincial-councils/MA-TAR')
  const ofRegion = PROVINCES.filter((row) => row.region_hcp_code === '09').map((row) => row.hcp_code!)
  t.equal(ofRegion.length, 6)
  for (const text of ['09', '9', 'MA-09', region.id]) {
    t.same(await codes(`/v1/provincial-councils?region=${text}`), ofRegion.sort(), `region=${text}`)
    t.same(
      await codes(`/v1/communes?region=${text}`),
      communesOf((code) => code.startsWith('09.')),
    )
  }
  for (const text of ['09.541', 'ma-tar', '9541', council.id])
    t.same(
      await codes(`/v1/communes?province=${text}`),
      communesOf((code) => code.startsWith('09.541.')),
    )
  t.same(
    await codes('/v1/communes?province=09.541,MA-AGD'),
    communesOf((code) => /^09\.(541|001)\./.test(code)),
    'a comma is OR',
  )
  t.same(
    await codes('/v1/communes?region=12,11'),
    communesOf((code) => /^1[12]\./.test(code)),
  )
  t.same(
    await codes('/v1/communes?region=09&province=09.541,01.051'),
    communesOf((code) => code.startsWith('09.541.')),
    'two filters are AND',
  )
  t.same(await codes('/v1/communes?region=01&province=09.541'), [])
})

t.test('a filter by what there is not is a fault, not an empty list', async (t) => {
  for (const [url, parameter] of [
    ['/v1/communes?region=13', 'region'],
    ['/v1/communes?province=09', 'province'],
    ['/v1/communes?province=09.541,99.999', 'province'],
    ['/v1/provincial-councils?region=09.541', 'region'],
    ['/v1/provincial-councils?region=00000000-0000-4000-8000-000000000000', 'region'],
    ['/v1/communes?region=13&format=csv', 'region'],
    ['/v1/communes?region=13&format=ndjson', 'region'],
  ]) {
    const answer = await request(url!)
    t.equal(answer.statusCode, 400, `${url}`)
    t.match(answer.json().errors, [{ parameter, code: 'no_such_collectivity' }])
  }
  const both = (await request('/v1/communes?region=13&province=99.999')).json()
  t.same(
    both.errors.map((error: Loose) => error.parameter),
    ['region', 'province'],
    'both faults at once',
  )
})

t.test('by kind', async (t) => {
  for (const [kind, count] of [
    ['province', 62],
    ['prefecture', 13],
    ['province,prefecture', 75],
  ] as const)
    t.equal((await json(`/v1/provincial-councils?kind=${kind}&count=exact&limit=1`)).page.total, count, kind)
  t.same(
    await codes('/v1/provincial-councils?kind=prefecture&region=09'),
    PROVINCES.filter((row) => row.kind === 'prefecture' && row.region_hcp_code === '09').map(
      (row) => row.hcp_code,
    ),
  )
})

t.test('by membership on a day', async (t) => {
  const total = async (query: string) => (await json(`${query}&count=exact&limit=1`)).page.total
  t.equal(await total('/v1/regions?member=true'), 12)
  t.equal(await total('/v1/regions?member=false'), 0)
  t.same(await codes('/v1/provincial-councils?member=true'), ['08.587', '09.541'])
  t.equal(await total('/v1/provincial-councils?member=false'), 73)
  t.equal(await total('/v1/communes?member=true'), 18, 'today')
  t.equal(await total('/v1/communes?member=true&as_of=2022-10-20'), 0)
  t.equal(await total('/v1/communes?member=true&as_of=2022-10-21'), 12)
  t.equal(await total('/v1/communes?member=true&as_of=2024-12-30'), 12)
  t.equal(await total('/v1/communes?member=false&as_of=2024-12-30'), 1491)
  t.equal(await total('/v1/communes?member=true&as_of=2024-12-31'), 18)
  t.same(await codes('/v1/communes?member=true&province=01.573'), ['01.573.01.01', '01.573.01.03'])
})

const SORTS: Record<string, (row: Loose, folded: Map<string, Loose>) => string | number> = {
  hcp_code: (row) => row.hcp_code,
  'name.ar': (row, folded) => folded.get(row.id).ar,
  'name.fr': (row, folded) => folded.get(row.id).fr,
  population: (row) => row.population.value ?? -1,
  updated_at: (row) => row.updated_at,
}
const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' ? a - (b as number) : byBytes(a, b as string)

t.test('in the order of each key, both ways, page by page', async (t) => {
  // Some were changed at another instant, several at the very same one, one a millisecond later.
  await sql`update collectivity set updated_at = '2026-01-02T00:00:00.001Z' where hcp_code like '09.%'`.execute(
    db,
  )
  await sql`update collectivity set updated_at = '2026-01-02T00:00:00.002Z' where hcp_code like '09.541%'`.execute(
    db,
  )
  const { rows: keys } =
    await sql<Loose>`select id, fold_text(name_ar) as ar, fold_text(name_fr) as fr from collectivity`.execute(
      db,
    )
  const folded = new Map(keys.map((row) => [row.id, row]))
  for (const [path, limit] of [
    ['/v1/regions', 5],
    ['/v1/provincial-councils', 16],
    ['/v1/communes', 500],
  ] as const) {
    const all = await linesOf(service, path)
    const declared = contract.paths[path].get.parameters.find((one: Loose) => one.name === 'sort').schema
      .items.enum
    t.same(
      declared,
      Object.keys(SORTS).flatMap((name) => [name, `-${name}`]),
    )
    for (const sort of [
      ...declared,
      '-population,name.fr',
      'updated_at,-hcp_code',
      '-updated_at,name.ar,-population',
    ]) {
      const terms = sort.split(',') as string[]
      const expected = all.toSorted((a, b) => {
        for (const term of terms) {
          const key = SORTS[term.replace('-', '')]!
          const order = compare(key(a, folded), key(b, folded)) * (term.startsWith('-') ? -1 : 1)
          if (order !== 0) return order
        }
        return byBytes(a.id, b.id) * (terms.at(-1)!.startsWith('-') ? -1 : 1)
      })
      const paged = await rowsOf(service, `${path}?sort=${sort}&limit=${limit}&fields=id,hcp_code`)
      t.same(codesOf(paged), codesOf(expected), `${path}?sort=${sort}`)
      t.same(await codes(`${path}?sort=${sort}&fields=id,hcp_code`), codesOf(expected), 'and as a stream')
    }
  }
})

t.test('changed since an instant, that instant included', async (t) => {
  const total = async (since: string) =>
    (await json(`/v1/communes?modified_since=${encodeURIComponent(since)}&count=exact&limit=1`)).page.total
  t.equal(await total('2026-01-01T00:00:00.000Z'), 1503)
  t.equal(await total('2026-01-01T00:00:00.001Z'), 175)
  t.equal(await total('2026-01-02T00:00:00.001Z'), 175)
  t.equal(await total('2026-01-02T00:00:00.002Z'), 89)
  t.equal(await total('2026-01-02T01:00:00.002+01:00'), 89, 'in any zone')
  t.equal(await total('2026-01-02T00:00:00.003Z'), 0)
})

const shapeOf = (value: Loose, prefix = ''): string[] =>
  value === null || typeof value !== 'object' || Array.isArray(value)
    ? [prefix]
    : Object.entries(value).flatMap(([key, inner]) =>
        shapeOf(inner, prefix === '' ? key : `${prefix}.${key}`),
      )

t.test('each field alone, and no other', async (t) => {
  for (const [path, one] of [
    ['/v1/regions', '/v1/regions/09'],
    ['/v1/provincial-councils', '/v1/provincial-councils/09.541'],
    ['/v1/communes', '/v1/communes/01.573.01.03'],
  ] as const) {
    const whole = await json(one)
    const fields: string[] = contract.paths[path].get.parameters.find((part: Loose) => part.name === 'fields')
      .schema.items.enum
    t.same(new Set(fields.filter((field) => !field.includes('.'))), new Set(Object.keys(whole)))
    for (const field of fields) {
      const part = await json(`${one}?fields=${field}`)
      const leaves = shapeOf(part)
      t.ok(
        leaves.every(
          (leaf) =>
            leaf === field ||
            leaf.startsWith(`${field}.`) ||
            (at(whole, leaf) === null && field.startsWith(`${leaf}.`)),
        ),
        `${field}: ${leaves}`,
      )
      t.same(at(part, field), at(whole, field), `${field}: the same value`)
    }
  }
  t.same(await json('/v1/regions/09?fields=id,name.ar,name.fr,population.value'), {
    id: '61355529-6c62-53ec-b592-d0f8a016f369',
    name: { ar: 'سوس-ماسة', fr: 'Souss-Massa' },
    population: { value: 3020431 },
  })
  const list = await json('/v1/communes?fields=hcp_code&limit=2')
  t.same(list.data, [{ hcp_code: '01.051.01.01' }, { hcp_code: '01.051.01.03' }])
})

t.test('include adds the children and all memberships', async (t) => {
  const region = await json('/v1/regions/09?include=provincial_councils,communes,memberships')
  t.equal(region.provincial_councils.length, 6)
  t.equal(region.communes.length, 175)
  t.same(
    codesOf(region.communes),
    communesOf((code) => code.startsWith('09.')),
  )
  t.match(region.provincial_councils[0], {
    type: 'provincial_council',
    hcp_code: '09.001',
    name: { ar: String },
  })
  t.match(region.memberships, [{ wave: 1, status: 'active', certainty: 'certain' }])
  t.notOk('communes' in (await json('/v1/regions/09')), 'not unless asked')
  const council = await json('/v1/provincial-councils/09.541?include=communes&fields=hcp_code')
  t.same(Object.keys(council), ['hcp_code', 'communes'], 'beside the fields that were chosen')
  t.equal(council.communes.length, 89)
  const before = await json('/v1/communes/01.573.01.03?include=memberships&as_of=2023-06-01')
  t.same(before.memberships, [], 'those that have begun')
})

const WITHIN = 6_371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180
function kilometres(a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }) {
  const [dLat, dLon] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * WITHIN * Math.asin(Math.sqrt(h))
}

t.test('near: those within the distance, the nearest first', async (t) => {
  const all = await rowsOf(service, '/v1/provincial-councils?limit=500')
  for (const [longitude, latitude, distance] of [
    [-8.877, 30.472, 100],
    [-8.877, 30.472, undefined],
    [-7.6, 33.6, 20],
    [-13.2, 27.15, 400.5],
    [-5, 34, 999],
    [0, 0, 999],
  ] as const) {
    const here = { longitude, latitude }
    const expected = all
      .map((row) => ({ code: row.hcp_code, away: kilometres(here, row.location) }))
      .filter(({ away }) => away <= (distance ?? 50))
      .sort((a, b) => a.away - b.away)
    const near = `near=${longitude},${latitude}${distance === undefined ? '' : `,${distance}`}`
    t.same(
      await codes(`/v1/provincial-councils?${near}`),
      expected.map(({ code }) => code),
      near,
    )
    const paged = await rowsOf(service, `/v1/provincial-councils?${near}&limit=3`)
    t.same(
      codesOf(paged),
      expected.map(({ code }) => code),
      'page by page',
    )
  }
  t.same((await codes('/v1/regions?near=-8.877,30.472,200'))[0], '09')
  t.same(
    await codes('/v1/provincial-councils?near=-8.877,30.472,100&sort=-hcp_code'),
    (await codes('/v1/provincial-councils?near=-8.877,30.472,100')).sort().reverse(),
    'in another order when asked',
  )
})

type Ring = [number, number][]
const polygonsOf = (geometry: Loose): Ring[][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
const isInside = ([x, y]: readonly [number, number], ring: Ring) =>
  ring.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length]!
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside
  }, false)
const holds = (geometry: Loose, point: readonly [number, number]) =>
  polygonsOf(geometry)
    .flat()
    .filter((ring) => isInside(point, ring)).length %
    2 ===
  1

const councils = await rowsOf(service, '/v1/provincial-councils?geometry=outline&limit=500')
const regions = await rowsOf(service, '/v1/regions?geometry=outline')

t.test('at: who contains a point', async (t) => {
  const at = async (longitude: number, latitude: number) => [
    ...(await codes(`/v1/regions?at=${longitude},${latitude}`)),
    ...(await codes(`/v1/provincial-councils?at=${longitude},${latitude}`)),
  ]
  t.same(await at(-8.877, 30.4703), ['09', '09.541'], 'the city of Taroudannt')
  t.same(await at(-6.8498, 34.0209), ['04', '04.421'], 'Rabat')
  t.same(await at(-15, 30), [], 'the ocean')
  t.same(await at(2.35, 48.85), [], 'Paris')
  for (const { hcp_code, region, location } of councils)
    t.same(await at(location.longitude, location.latitude), [region.hcp_code, hcp_code], hcp_code)
  for (const { hcp_code, location } of regions)
    t.same(await codes(`/v1/regions?at=${location.longitude},${location.latitude}`), [hcp_code])
})

t.test('at: any point, as a count of crossings says', async (t) => {
  const place = fc.record({
    longitude: fc.integer({ min: -17_000, max: -1_000 }).map((n) => n / 1_000 + 0.000_37),
    latitude: fc.integer({ min: 20_800, max: 35_900 }).map((n) => n / 1_000 + 0.000_73),
  })
  await fc.assert(
    fc.asyncProperty(place, async ({ longitude, latitude }) => {
      for (const [path, all] of [
        ['/v1/regions', regions],
        ['/v1/provincial-councils', councils],
      ] as const) {
        const found = await codes(`${path}?at=${longitude.toFixed(5)},${latitude.toFixed(5)}`)
        const expected = codesOf(all.filter((row) => holds(row.geometry, [longitude, latitude])))
        if (found.join() !== expected.join()) throw new Error(`${path}: ${found} instead of ${expected}`)
      }
    }),
    { numRuns: 40 },
  )
  t.pass('40 points')
})

t.test('bbox: those whose own box meets it', async (t) => {
  const boxes = councils.map((row) => {
    const points = polygonsOf(row.geometry).flat(2)
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    return {
      code: row.hcp_code as string,
      west: Math.min(...xs),
      east: Math.max(...xs),
      south: Math.min(...ys),
      north: Math.max(...ys),
    }
  })
  for (const [west, south, east, north] of [
    [-9, 30, -8, 31],
    [-8.877, 30.472, -8.877, 30.472],
    [-17.2, 20.7, -1, 36],
    [-7.7, 33.5, -7.5, 33.7],
    [10, 10, 20, 20],
  ] as const) {
    const expected = boxes
      .filter((box) => box.west <= east && box.east >= west && box.south <= north && box.north >= south)
      .map((box) => box.code)
      .sort()
    t.same(
      await codes(`/v1/provincial-councils?bbox=${west},${south},${east},${north}`),
      expected,
      `${west},${south}`,
    )
  }
  t.equal((await codes('/v1/regions?bbox=-17.2,20.7,-1,36')).length, 12)
})

t.test('outlines are GeoJSON that a strict reader takes', async (t) => {
  const all = [...regions, ...councils]
  const wrong = (isRight: (row: Loose) => boolean) => codesOf(all.filter((row) => !isRight(row)))
  t.same(
    wrong(({ geometry }) => /^(Multi)?Polygon$/.test(geometry.type)),
    [],
    'they are polygons',
  )
  t.same(
    wrong(({ geometry }) =>
      polygonsOf(geometry)
        .flat(2)
        .every(([x, y]) => x > -18 && x < 0 && y > 20 && y < 36.2),
    ),
    [],
    'longitude first, in Morocco',
  )
  const isClosed = (ring: Ring) => ring.length >= 4 && String(ring[0]) === String(ring.at(-1))
  t.same(
    wrong(({ geometry }) => polygonsOf(geometry).flat().every(isClosed)),
    [],
    'their rings are closed',
  )
  const area = (ring: Ring) =>
    ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index]![0] * y - x * ring[index]![1], 0)
  t.same(
    wrong(({ geometry }) =>
      polygonsOf(geometry).every((rings) => rings.every((ring, index) => area(ring) > 0 === (index === 0))),
    ),
    [],
    'outer rings turn counterclockwise and holes clockwise (RFC 7946 §3.1.6)',
  )
  t.same(
    wrong(({ geometry, location }) => holds(geometry, [location.longitude, location.latitude])),
    [],
    'their centre is inside',
  )
  t.equal(new Set(all.map(({ location }) => location.outline_sha256)).size, 87, 'each has a hash of its own')
})

t.test('geometry: none unless asked, a centre or an outline', async (t) => {
  const url = '/v1/provincial-councils/09.541'
  t.notOk('geometry' in (await json(url)))
  t.notOk('geometry' in (await json(`${url}?geometry=none`)))
  const { location, geometry } = await json(`${url}?geometry=centre`)
  t.same(geometry, { type: 'Point', coordinates: [location.longitude, location.latitude] })
  t.match((await json(`${url}?geometry=outline`)).geometry.type, /Polygon/)
  t.same(Object.keys(await json(`${url}?geometry=centre&fields=id`)), ['id', 'geometry'])
  t.equal((await json(`${url}?format=geojson`)).geometry.type, 'Point', 'GeoJSON has the centre')
  t.match((await json(`${url}?format=geojson&geometry=outline`)).geometry.type, /Polygon/)
  t.equal((await json(`${url}?format=geojson&geometry=none`)).geometry, null)
  t.equal(
    (await json('/v1/communes/09.541.01.13?format=geojson')).geometry,
    null,
    'of a commune none is known',
  )
})
