import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import t from 'tap'
import { appOn, startApp } from '../support/app.ts'
import { byBytes, linesOf, pagesOf, rowsOf, table } from '../support/pages.ts'

const service = await startApp(t)
const { db, json, request } = service

const REGIONS = table('regions')
const PROVINCES = table('provinces')
const COMMUNES = table('communes')
const LISTS = [
  { path: '/v1/regions', type: 'region', rows: REGIONS },
  { path: '/v1/provincial-councils', type: 'provincial_council', rows: PROVINCES },
  { path: '/v1/communes', type: 'commune', rows: COMMUNES },
]

t.test('12 regions, 75 provincial councils, 1,503 communes', async (t) => {
  for (const [path, total] of [
    ['/v1/regions', 12],
    ['/v1/provincial-councils', 75],
    ['/v1/communes', 1503],
  ] as const) {
    const page = await json(`${path}?count=exact&limit=1`)
    t.equal(page.page.total, total, path)
    t.equal((await json(`${path}?limit=1`)).page.total, null, 'not counted unless asked')
  }
  t.same([REGIONS.length, PROVINCES.length, COMMUNES.length], [12, 75, 1503], 'as the files have them')
})

t.test('pages of 97 hold every commune once, in order', async (t) => {
  const pages = await pagesOf(service, '/v1/communes?limit=97')
  t.same(
    pages.map((page) => page.data.length),
    [...Array(15).fill(97), 1503 - 15 * 97],
  )
  const codes = pages.flatMap((page) => page.data.map((row: { hcp_code: string }) => row.hcp_code))
  t.same(codes, COMMUNES.map((row) => row.hcp_code).sort())
  t.equal(new Set(pages.flatMap((page) => page.data.map((row: { id: string }) => row.id))).size, 1503)
  for (const { links, page } of pages) {
    t.equal(page.limit, 97)
    t.equal(links.next === null, page.next_cursor === null)
    if (links.next !== null)
      t.equal(new URL(links.next, 'http://x').searchParams.get('cursor'), page.next_cursor)
  }
  t.equal(pages.at(-1)!.links.next, null)
  t.match(pages[0]!.links.self, '/v1/communes?limit=97')
})

t.test('a page names the next one in its Link header too', async (t) => {
  const first = await request('/v1/regions?limit=6&sort=-population')
  const next = /<([^>]+)>; rel="next"/.exec(String(first.headers.link))?.[1]
  t.equal(next, first.json().links.next)
  t.match(next, /^\/v1\/regions\?limit=6&sort=-population&cursor=[\w-]+$/)
  const second = await request(next!)
  t.notMatch(second.headers.link, 'rel="next"')
  t.equal(second.json().page.next_cursor, null)
})

t.test('the ids are the same in every installation', async (t) => {
  for (const [url, id] of [
    ['/v1/provincial-councils/MA-TAR', 'bef55db7-8787-50dc-aab0-d2dee4194943'],
    ['/v1/regions/09', '61355529-6c62-53ec-b592-d0f8a016f369'],
    ['/v1/communes/01.051.01.01', '38632f78-fbed-5bf8-b3eb-133bc17d007b'],
    ['/v1/members/ac3b5a44-ae1d-5824-a678-258ba9f8edc4', 'ac3b5a44-ae1d-5824-a678-258ba9f8edc4'],
    ['/v1/network', 'bb587606-dd7e-53b8-ab87-856adb5ca98d'],
  ] as const)
    t.equal((await json(url)).id, id, url)
  const namespace = Buffer.from('b9d3c7a45b0e4f0e9a550c8a8f2b6d11', 'hex')
  const v5 = (name: string) => {
    const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
    hash[6] = (hash[6]! & 0x0f) | 0x50
    hash[8] = (hash[8]! & 0x3f) | 0x80
    return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }
  for (const { path, type } of LISTS) {
    const rows = await linesOf(service, `${path}?fields=id,hcp_code`)
    t.same(
      rows,
      rows.map(({ hcp_code }) => ({ id: v5(`${type}:${hcp_code}`), hcp_code })),
      `${type}: UUIDv5 of its code`,
    )
  }
})

t.test('every record says what the files say', async (t) => {
  const variants = table('name_variants')
  const byCode = new Map<string, Record<string, string>>()
  for (const { rows } of LISTS) for (const row of rows) byCode.set(row.hcp_code!, row)
  const or = (cell: string | undefined) => cell || null
  for (const { path, type, rows } of LISTS) {
    const expected = rows.map((source) => {
      const code = source.hcp_code!
      const region = type === 'region' ? null : code.slice(0, 2)
      const parent = type === 'commune' ? code.slice(0, 6) : region
      return {
        hcp_code: code,
        type,
        kind: or(source.kind),
        iso_code: or(source.iso_code),
        vintage: '2024',
        name: { ar: source.name_ar, fr: source.name_fr, en: or(source.name_en), zgh: or(source.name_zgh) },
        name_variants: variants
          .filter((variant) => variant.hcp_code === code)
          .map(({ lang, variant, note }) => ({ lang, value: variant, note: or(note) })),
        region,
        parent,
        parent_name: parent === null ? null : byCode.get(parent)!.name_ar,
        seat: or(source.seat_province_hcp_code),
        has_arrondissements: type === 'commune' ? source.has_arrondissements === '1' : null,
        population:
          source.population_2024 === undefined
            ? { value: null, status: 'unknown', counted_on: null }
            : {
                value: Number(source.population_2024),
                status: 'known',
                counted_on: { value: '2024', precision: 'year' },
              },
        is_placed: type !== 'commune',
        publisher: 'Haut-Commissariat au Plan',
      }
    })
    const found = (await linesOf(service, path)).map((row) => ({
      hcp_code: row.hcp_code,
      type: row.type,
      kind: row.kind,
      iso_code: row.iso_code,
      vintage: row.vintage,
      name: row.name,
      name_variants: row.name_variants,
      region: row.region?.hcp_code ?? null,
      parent: row.parent?.hcp_code ?? null,
      parent_name: row.parent?.name.ar ?? null,
      seat: row.seat?.hcp_code ?? null,
      has_arrondissements: row.has_arrondissements,
      population: row.population,
      is_placed: row.location !== null,
      publisher: row.sources[0]?.publisher,
    }))
    t.same(
      found,
      expected.sort((a, b) => byBytes(a.hcp_code, b.hcp_code)),
      path,
    )
  }
})

t.test('parents count their children as the files do', async (t) => {
  const countOf = (rows: Record<string, string>[], column: string, code: string) =>
    rows.filter((row) => row[column] === code).length
  for (const row of await rowsOf(service, '/v1/regions'))
    t.same(
      row.children,
      {
        provincial_councils: countOf(PROVINCES, 'region_hcp_code', row.hcp_code),
        communes: COMMUNES.filter((commune) => commune.hcp_code!.startsWith(`${row.hcp_code}.`)).length,
      },
      row.name.fr,
    )
  for (const row of await rowsOf(service, '/v1/provincial-councils?limit=500'))
    t.same(
      row.children,
      { provincial_councils: 0, communes: countOf(COMMUNES, 'province_hcp_code', row.hcp_code) },
      row.name.fr,
    )
  t.same((await json('/v1/communes/09.541.01.13')).children, { provincial_councils: 0, communes: 0 })
  t.same((await json('/v1/regions/09')).children, { provincial_councils: 6, communes: 175 }, 'Souss-Massa')
  t.equal((await json('/v1/provincial-councils/09.541')).children.communes, 89, 'Taroudannt')
})

const taroudannt = '/v1/communes/09.541.01.13'

t.test('a code is read as people write it', async (t) => {
  const { id: commune } = await json(taroudannt)
  const { id: council } = await json('/v1/provincial-councils/09.541')
  const { id: region } = await json('/v1/regions/09')
  for (const [path, text, id] of [
    ['communes', commune, commune],
    ['communes', commune.toUpperCase(), commune],
    ['communes', '09.541.01.13', commune],
    ['communes', '095410113', commune],
    ['communes', '95410113', commune],
    ['communes', '09.541.01.13.', commune],
    ['communes', '9.541.1.13', commune],
    ['communes', '09 541 01 13', commune],
    ['communes', ' 09.541.01.13 ', commune],
    ['communes', '٠٩.٥٤١.٠١.١٣', commune],
    ['communes', '۰۹.۵۴۱.۰۱.۱۳', commune],
    ['communes', '٠٩٥٤١٠١١٣', commune],
    ['provincial-councils', 'MA-TAR', council],
    ['provincial-councils', 'ma-tar', council],
    ['provincial-councils', 'matar', council],
    ['provincial-councils', '09.541', council],
    ['provincial-councils', '09541', council],
    ['provincial-councils', '9541', council],
    ['provincial-councils', '9.541.', council],
    ['regions', '09', region],
    ['regions', '9', region],
    ['regions', '٩', region],
    ['regions', 'MA-09', region],
    ['regions', 'ma09', region],
  ] as const) {
    const answer = await request(`/v1/${path}/${encodeURIComponent(text)}`)
    t.equal(answer.statusCode, 200, text)
    t.equal(answer.json().id, id, text)
    const filter = { communes: 'identifier=hcp:', 'provincial-councils': 'region=', regions: 'region=' }[path]
    if (path === 'regions') {
      const within = await json(`/v1/provincial-councils?${filter}${encodeURIComponent(text)}&count=exact`)
      t.equal(within.page.total, 6, `region=${text}`)
    }
  }
})

t.test('the six cities of arrondissements have codes of their own form', async (t) => {
  const cities = COMMUNES.filter((row) => row.has_arrondissements === '1')
  t.equal(cities.length, 6)
  for (const { hcp_code: code = '', name_fr } of cities) {
    const expected = await json(`/v1/communes/${code}`)
    t.equal(expected.name.fr, name_fr)
    const digits = code.replaceAll('.', '')
    for (const text of [
      digits,
      digits.replace(/^0/, ''),
      `${code}.`,
      code.replaceAll('.', ' '),
      code.slice(1),
    ])
      t.equal((await json(`/v1/communes/${encodeURIComponent(text)}`)).id, expected.id, text)
    t.same(
      expected.identifiers,
      [{ scheme: 'hcp', value: code, valid_from: { value: '2024', precision: 'year' }, valid_until: null }],
      `${name_fr}: since the census that has it`,
    )
  }
})

t.test('all 207 former codes lead to the one in force', async (t) => {
  const moved = COMMUNES.filter((row) => row.hcp_code_2014 && row.hcp_code_2014 !== row.hcp_code)
  t.equal(moved.length, 207)
  for (const { hcp_code, hcp_code_2014: former } of moved) {
    const answer = await request(`/v1/communes/${former}?fields=id,name.ar&as_of=2024-01-01`)
    t.equal(answer.statusCode, 301, `${former}`)
    t.equal(answer.headers.location, `/v1/communes/${hcp_code}?fields=id,name.ar&as_of=2024-01-01`)
  }
  const [{ hcp_code, hcp_code_2014 }] = moved as [Record<string, string>]
  const target = await json(`/v1/communes/${hcp_code}`)
  t.same(target.identifiers, [
    { scheme: 'hcp', value: hcp_code, valid_from: { value: '2024', precision: 'year' }, valid_until: null },
    {
      scheme: 'hcp',
      value: hcp_code_2014,
      valid_from: { value: '2014', precision: 'year' },
      valid_until: { value: '2024', precision: 'year' },
    },
  ])
  const spelt = await request(`/v1/communes/${hcp_code_2014!.replaceAll('.', '')}`)
  t.equal(spelt.headers.location, `/v1/communes/${hcp_code}`, 'however the former code is written')
  const found = await json(`/v1/communes?identifier=hcp:${hcp_code_2014}`)
  t.same(
    found.data.map((row: { id: string }) => row.id),
    [target.id],
    'a filter by a former code finds it too',
  )
  t.equal((await request(`/v1/communes/${target.id}`)).statusCode, 200, 'an id is never former')
})

t.test('a link starts with the public address', async (t) => {
  const { request } = await appOn(t, service.url, { publicUrl: 'https://open.example.ma' })
  const moved = COMMUNES.find((row) => row.hcp_code_2014 && row.hcp_code_2014 !== row.hcp_code)!
  const { headers } = await request(`/v1/communes/${moved.hcp_code_2014}`)
  t.equal(headers.location, `https://open.example.ma/v1/communes/${moved.hcp_code}`)
  const { links } = (await request('/v1/communes?limit=1')).json()
  t.match(links, { self: /^https:\/\/open\.example\.ma\/v1/, next: /^https:\/\/open\.example\.ma\/v1/ })
})

t.test('what is of another type says where it is', async (t) => {
  const { id } = await json('/v1/regions/09')
  for (const [path, text, there] of [
    ['communes', '09.541', '/v1/provincial-councils/09.541'],
    ['communes', 'MA-TAR', '/v1/provincial-councils/MA-TAR'],
    ['regions', '09.541.01.13', '/v1/communes/09.541.01.13'],
    ['provincial-councils', id, `/v1/regions/${id}`],
    ['provincial-councils', 'MA-09', '/v1/regions/MA-09'],
  ]) {
    const answer = await request(`/v1/${path}/${text}`)
    t.equal(answer.statusCode, 404, `${path}/${text}`)
    t.match(answer.json(), {
      code: 'not_found',
      errors: [{ parameter: 'collectivity', code: 'found_elsewhere' }],
    })
    t.match(answer.json().errors[0].detail, there)
    t.match(answer.headers.link, `<${there}>; rel="related"`)
    t.equal((await request(there!)).statusCode, 200)
  }
})

t.test('a code of no collectivity is a 404, and what is no code a 400', async (t) => {
  for (const text of [
    '09.541.99.99',
    '13',
    '99.999',
    'MA-XXX',
    'MA-99',
    '00000000-0000-5000-8000-000000000000',
    '09.541.01.0',
  ]) {
    const answer = await request(`/v1/communes/${text}`)
    t.equal(answer.statusCode, 404, text)
    t.match(answer.json().errors, [{ parameter: 'collectivity', code: 'no_such_collectivity' }])
    t.match(answer.json().errors[0].detail, text)
  }
  for (const text of [
    'Taroudannt',
    'تارودانت',
    '09-541',
    '9.5411',
    '1.2.3',
    '09.541.01',
    '09.541.01.13.1',
    '+9',
    '09,541',
    '1e2',
    '..',
    'MA-T',
  ]) {
    const answer = await request(`/v1/communes/${encodeURIComponent(text)}`)
    // A path of dots alone is resolved before it is sent, and by some before it is routed.
    if (text === '..') t.ok([400, 404].includes(answer.statusCode), text)
    else {
      t.equal(answer.statusCode, 400, text)
      t.match(answer.json(), {
        code: 'invalid_request',
        errors: [{ parameter: 'collectivity', code: 'wrong_format', detail: /09\.541\.01\.13.*MA-TAR/ }],
      })
    }
  }
})

t.test('codes say since when they hold', async (t) => {
  t.same((await json('/v1/provincial-councils/09.541')).identifiers, [
    { scheme: 'hcp', value: '09.541', valid_from: { value: '2014', precision: 'year' }, valid_until: null },
    { scheme: 'iso-3166-2', value: 'MA-TAR', valid_from: null, valid_until: null },
  ])
})

t.test('anybody’s own number finds a collectivity', async (t) => {
  const { id } = await json(taroudannt)
  await sql`insert into collectivity_identifier values (${id}, 'association', 'A-123:7', '2026-01-15', 'day', null, null)`.execute(
    db,
  )
  const found = await json('/v1/communes?identifier=association:A-123:7')
  t.same(
    found.data.map((row: { id: string }) => row.id),
    [id],
  )
  t.match(found.data[0].identifiers[0], {
    scheme: 'association',
    value: 'A-123:7',
    valid_from: { value: '2026-01-15', precision: 'day' },
  })
  t.same((await json('/v1/communes?identifier=association:a-123:7')).data, [], 'as it is written')
  t.same((await json('/v1/regions?identifier=association:A-123:7')).data, [], 'among its own kind')
  t.same((await json('/v1/provincial-councils?identifier=iso-3166-2:ma-tar')).data.length, 1)
})

t.test('membership is told as of a day', async (t) => {
  const on = async (day: string) => (await json(`/v1/communes/01.573.01.03?as_of=${day}`)).membership
  t.equal(await on('2023-12-31'), null)
  t.match(await on('2024-06-30'), {
    wave: 2,
    joined_on: { value: '2024', precision: 'year' },
    left_on: null,
    status: 'active',
    certainty: 'possible',
  })
  t.equal((await on('2024-12-31')).certainty, 'certain')
  t.equal((await json('/v1/communes/09.541.01.01')).membership, null)
})

t.test('a record in one version has one tag, and its revision starts it', async (t) => {
  const plain = await request('/v1/regions/09')
  t.match(plain.headers.etag, /^"1\./)
  t.equal(plain.json().revision, 1)
  const tags = new Set<unknown>([plain.headers.etag])
  for (const query of [
    'fields=id',
    'as_of=2023-01-01',
    'geometry=outline',
    'format=geojson',
    'include=communes',
  ])
    tags.add((await request(`/v1/regions/09?${query}`)).headers.etag)
  t.equal(tags.size, 6, 'each representation has its own')
})
