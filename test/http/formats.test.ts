import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import pg from 'pg'
import t, { type Test } from 'tap'
import { openPool } from '../../src/db/database.ts'
import { startApp } from '../support/app.ts'
import { at, cellOf, linesOf, rowsOf } from '../support/pages.ts'
import { listening } from '../support/socket.ts'

const service = await startApp(t)
const { app, db, request } = service

// biome-ignore lint/suspicious/noExplicitAny: rows of an answer, looked at as they are
type Loose = any

// Rows that a format could spoil: line breaks, quotes, separators, formulas, right-to-left marks, numbers.
const AWKWARD = [
  ['"quoted", and; more', 'سطر\nثان'],
  ['=1+1', '+212 5'],
  ['@SUM(A1)', '-x'],
  ['\tTab', '\rReturn'],
  ['＝wide', '＋wide'],
  ['-5', '-5.25'],
  ["'apostrophe", 'a\r\nb'],
  ['\\.', '\\N'],
  ['null', 'مرحبا \u200f(1)'],
]
for (const [index, [fr, ar]] of AWKWARD.entries())
  await sql`insert into collectivity (id, type, hcp_code, name_fr, name_ar, name_en, region_id, province_id, vintage, sources, created_at, updated_at)
    select gen_random_uuid(), 'commune', ${`12.391.99.${10 + index}`}, ${fr}, ${ar}, ${index === 8 ? '' : null}, region_id, id, '2024', '[]', now(), now()
    from collectivity where hcp_code = '12.391'`.execute(db)

const csv = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, bom: true, record_delimiter: '\r\n', relax_quotes: false })

const sameCell = (cell: string, value: unknown) =>
  Array.isArray(value) || (typeof value === 'object' && value !== null)
    ? JSON.stringify(JSON.parse(cell)) === JSON.stringify(value)
    : cell === cellOf(value)

/** Dotted names of all that a row holds; a geometry is one thing. */
const leaves = (value: Loose, prefix: string): string[] =>
  value === null || typeof value !== 'object' || Array.isArray(value) || /(^|\.)geometry$/.test(prefix)
    ? [prefix]
    : Object.entries(value).flatMap(([name, inner]) =>
        leaves(inner, prefix === '' ? name : `${prefix}.${name}`),
      )

for (const query of [
  '/v1/regions',
  '/v1/regions?sort=-population&geometry=outline',
  '/v1/provincial-councils',
  '/v1/provincial-councils?region=09&as_of=2024-06-30&include=memberships,communes',
  '/v1/provincial-councils?near=-8.877,30.472,200&geometry=centre',
  '/v1/provincial-councils?q=%D8%A7%D9%84&sort=name.ar',
  '/v1/communes',
  '/v1/communes?member=true&as_of=2024-12-31&sort=-name.fr',
  '/v1/communes?fields=hcp_code,name.ar,parent.name,membership',
  '/v1/communes?province=12.391',
  '/v1/communes?q=zzzzzzzz',
  '/v1/members',
  '/v1/members?as_of=2024-06-30&include=register_record&sort=wave,-collectivity.name.fr',
  '/v1/members?type=commune&fields=id,collectivity',
]) {
  t.test(`${query}: every format holds the same rows with the same values`, async (t) => {
    const joint = query.includes('?') ? '&' : '?'
    const rows = await rowsOf(service, `${query}${joint}limit=100`)
    t.ok(rows.length > 0 || query.includes('zzz'), `${rows.length} rows`)

    t.same(await linesOf(service, query), rows, 'NDJSON')

    const table = await request(`${query}${joint}format=csv`)
    t.match(table.headers['content-type'], 'text/csv; charset=utf-8; header=present')
    t.match(table.headers['content-disposition'], /^inline; filename="[\w-]+-\d{4}-\d\d-\d\d\.csv"$/)
    const [header = ''] = table.body.split('\r\n')
    const names = header.split(',').map((name) => name.replace(/^"(.*)"$/, '$1'))
    const records = csv(table.body)
    t.equal(records.length, rows.length, 'CSV: as many')
    const wrong = rows.flatMap((row, index) =>
      names.flatMap((name) =>
        sameCell(records[index]![name]!, at(row, name)) ? [] : [`${index} ${name}: ${records[index]![name]}`],
      ),
    )
    t.same(wrong, [], 'CSV: the same values')
    const missing = new Set(rows.flatMap((row) => leaves(row, '')).filter((leaf) => !names.includes(leaf)))
    // A group that is null as a whole shows in its columns.
    t.same(
      // What `include` adds is one JSON cell.
      [...missing].filter(
        (leaf) => !leaf.startsWith('register_record.') && !names.some((name) => name.startsWith(`${leaf}.`)),
      ),
      [],
      'CSV: all columns',
    )
    t.ok(table.body.endsWith('\r\n'), 'CSV: CRLF after the last record too')
    t.equal(
      table.body
        .replaceAll(/"(?:[^"]|"")*"/gs, '')
        .replaceAll('\r\n', '')
        .search(/[\r\n]/),
      -1,
      'CSV: and nothing else ends a record',
    )

    const collection = (await request(`${query}${joint}format=geojson`)).json()
    t.equal(collection.type, 'FeatureCollection')
    t.match(collection.attribution, /Haut-Commissariat au Plan.*OpenStreetMap contributors/)
    t.same(
      collection.features.map((feature: Loose) => feature.properties),
      rows.map(({ geometry, ...row }) => row),
      'GeoJSON: the same properties',
    )
    const outlined = query.includes('geometry=')
    if (outlined)
      t.same(
        collection.features.map((feature: Loose) => feature.geometry),
        rows.map((row) => row.geometry),
      )
    if (rows[0]?.id)
      t.same(
        collection.features.map((feature: Loose) => feature.id),
        rows.map((row) => row.id),
      )

    for (const format of ['csv', 'ndjson', 'geojson'] as const) {
      const part = await request(`${query}${joint}format=${format}&limit=3`)
      const found = {
        csv: () => csv(part.body).length,
        ndjson: () =>
          part.body
            .trim()
            .split('\n')
            .filter((line) => line !== '').length,
        geojson: () => part.json().features.length,
      }[format]()
      t.equal(found, Math.min(3, rows.length), `${format}: limit`)
    }
  })
}

t.test('a stream goes on after a cursor', async (t) => {
  const { page, data } = await service.json('/v1/communes?limit=500')
  const rest = await linesOf(service, `/v1/communes?cursor=${page.next_cursor}`)
  t.equal(rest.length + data.length, 1503 + AWKWARD.length)
  t.ok(rest[0].hcp_code > data.at(-1).hcp_code)
})

t.test('bom=true starts the CSV with one, and nothing else changes', async (t) => {
  const plain = await request('/v1/regions?format=csv')
  const marked = await request('/v1/regions?format=csv&bom=true')
  t.same(marked.rawPayload.subarray(0, 3), Buffer.from([0xef, 0xbb, 0xbf]))
  t.same(marked.rawPayload.subarray(3), plain.rawPayload)
  t.not(marked.headers.etag, plain.headers.etag)
  t.same((await request('/v1/regions?format=csv&bom=false')).rawPayload, plain.rawPayload)
  const empty = await request('/v1/communes?q=zzzzzzzz&format=csv&bom=true')
  t.match(empty.body, /^\uFEFFid,type,/)
})

t.test('excel_safe=true disarms formulas and leaves numbers alone', async (t) => {
  const url = '/v1/communes?province=12.391&format=csv&sort=hcp_code'
  const plain = csv((await request(url)).body).slice(-AWKWARD.length)
  t.same(
    plain.map((row) => [row['name.fr'], row['name.ar']]),
    AWKWARD,
    'as it is, unless asked',
  )
  const safe = csv((await request(`${url}&excel_safe=true`)).body).slice(-AWKWARD.length)
  t.same(
    safe.map((row) => [row['name.fr'], row['name.ar']]),
    AWKWARD.map((pair) => pair.map((name) => (/^[=+@\t\r＝＋－＠]|^-(?!\d)/.test(name) ? `'${name}` : name))),
  )
  const councils = csv((await request('/v1/provincial-councils?format=csv&excel_safe=true')).body)
  t.same(
    councils,
    csv((await request('/v1/provincial-councils?format=csv')).body),
    'negative longitudes are numbers',
  )
  t.ok(councils.every((row) => /^-\d/.test(row['location.longitude']!)))
})

t.test('bom and excel_safe only go with CSV', async (t) => {
  for (const query of ['bom=true', 'excel_safe=true&format=ndjson', 'bom=false&format=json']) {
    const answer = await request(`/v1/regions?${query}`)
    t.equal(answer.statusCode, 400, query)
    t.match(answer.json().errors, [
      { parameter: query.split('=')[0], code: 'only_with', detail: /format=csv/ },
    ])
  }
  const accepted = await request({ url: '/v1/regions?bom=true', headers: { accept: 'text/csv' } })
  t.equal(accepted.statusCode, 200, 'chosen by Accept too')
})

t.test('Accept chooses the format', async (t) => {
  for (const [accept, type] of [
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['text/csv', 'text/csv'],
    ['text/*', 'text/csv'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['application/geo+json', 'application/geo+json'],
    ['application/*', 'application/json'],
    ['application/json;q=0.5, text/csv', 'text/csv'],
    ['text/csv;q=0.2, application/geo+json;q=0.3, application/json;q=0.1', 'application/geo+json'],
    ['text/csv;q=0.1, */*;q=0.2', 'application/json'],
    ['application/json;q=0, */*', 'text/csv'],
    ['image/png, text/csv;q=0.1', 'text/csv'],
    ['TEXT/CSV', 'text/csv'],
    ['text/csv; header=present', 'text/csv'],
    [
      'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
      'application/json',
    ],
  ] as const) {
    const answer = await request({ url: '/v1/regions', headers: accept === undefined ? {} : { accept } })
    t.equal(answer.statusCode, 200, `Accept: ${accept}`)
    t.equal(String(answer.headers['content-type']).split(';')[0], type, `Accept: ${accept}`)
    t.match(answer.headers.vary, /Accept\b/)
  }
  for (const accept of ['text/html', 'image/*', 'application/json;q=0', 'application/xml, text/plain']) {
    const answer = await request({ url: '/v1/regions', headers: { accept } })
    t.equal(answer.statusCode, 406, accept)
    for (const type of ['application/json', 'text/csv', 'application/x-ndjson', 'application/geo+json'])
      t.match(answer.json().detail, type, 'the problem names what there is')
  }
  const named = await request({ url: '/v1/regions?format=csv', headers: { accept: 'application/json' } })
  t.match(named.headers['content-type'], 'text/csv', 'format= goes before Accept')
  const one = await request({
    url: '/v1/regions/09',
    headers: { accept: 'text/csv, application/geo+json;q=0.1' },
  })
  t.match(one.headers['content-type'], 'application/geo+json', 'of one record there is no CSV')
})

t.test('each format and encoding has a tag of its own', async (t) => {
  const tags = new Set<string>()
  let answers = 0
  for (const query of ['', '?format=csv', '?format=csv&excel_safe=true', '?format=ndjson', '?format=geojson'])
    for (const encoding of ['identity', 'gzip', 'br']) {
      const url = `/v1/provincial-councils${query}`
      const headers = { 'accept-encoding': encoding }
      const answer = await request({ url, headers })
      answers += 1
      tags.add(String(answer.headers.etag))
      const again = { ...headers, 'if-none-match': String(answer.headers.etag) }
      t.equal((await request({ url, headers: again })).statusCode, 304, `${query} ${encoding}`)
    }
  t.equal(tags.size, answers)
})

t.test('the bytes are the same however they are packed', async (t) => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes }
  for (const url of [
    '/v1/communes?limit=200',
    '/v1/communes?format=csv',
    '/v1/regions?format=geojson&geometry=outline',
    '/v1/regions/09',
    '/v1/network',
    '/v1/members?format=ndjson',
  ]) {
    const plain = await request(url)
    t.notOk(plain.headers['content-encoding'], 'as they are unless asked')
    for (const [accepted, expected] of [
      ['br', 'br'],
      ['gzip', 'gzip'],
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate', 'gzip'],
      ['gzip;q=1.0, br;q=0.5', 'gzip'],
      ['br;q=0, gzip;q=0.1', 'gzip'],
      ['deflate', 'identity'],
      ['identity', 'identity'],
      ['*', 'br'],
      ['', 'identity'],
    ] as const) {
      const answer = await request({ url, headers: { 'accept-encoding': accepted } })
      t.equal(answer.headers['content-encoding'] ?? 'identity', expected, `${url} ${accepted}`)
      t.ok(unpack[expected](answer.rawPayload).equals(plain.rawPayload), 'the same bytes')
      t.match(answer.headers.vary, 'Accept-Encoding')
      if (expected !== 'identity')
        t.ok(answer.rawPayload.length < plain.rawPayload.length, 'and fewer of them')
    }
  }
  const small = await request({ url: '/v1/regions?limit=1&fields=id', headers: { 'accept-encoding': 'br' } })
  t.notOk(small.headers['content-encoding'], 'what is small is left alone')
})

t.test('a HEAD of a stream opens none', async (t) => {
  for (const format of ['csv', 'ndjson', 'geojson']) {
    const url = `/v1/communes?format=${format}`
    const [head, whole] = [await request({ method: 'HEAD', url }), await request(url)]
    t.equal(head.statusCode, 200)
    for (const name of ['etag', 'content-type', 'content-disposition', 'vary', 'link'])
      t.equal(head.headers[name], whole.headers[name], `${format}: ${name}`)
  }
  await noneIsBusy(t, 'all connections are free')
})

const watcher = new pg.Client(service.url)
await watcher.connect()
t.teardown(() => watcher.end())

/** Sessions of the service in this database that are doing something, or stand in a transaction. */
async function busy(): Promise<number> {
  const { rows } = await watcher.query(`
    select count(*) from pg_stat_activity
    where datname = current_database() and application_name = 'infitah' and pid <> pg_backend_pid() and state <> 'idle'`)
  return Number(rows[0].count)
}

async function noneIsBusy(t: Pick<Test, 'equal'>, message: string): Promise<void> {
  const until = Date.now() + 10_000
  let still = await busy()
  // Whoever asks for what is new is busy now and then.
  while (still > 0 && Date.now() < until) {
    await sleep(20)
    still = await busy()
  }
  t.equal(still, 0, message)
}

async function open(port: number, path: string, headers = {}): Promise<IncomingMessage> {
  const [answer] = await once(get({ port, host: '127.0.0.1', path, headers, agent: false }), 'response')
  return answer
}

t.test('exports that end too early', async (t) => {
  // So large that no buffer on the way holds it: about 60 MB.
  await sql`update collectivity set sources = (
    select json_agg(json_build_object('title', md5(random()::text || n), 'publisher', null, 'published_on', null, 'url', null, 'quoted', null))
    from generate_series(1, 400) n) where type = 'commune'`.execute(db)
  const port = await listening(app)
  const kinds = [
    ['csv', 'identity'],
    ['csv', 'gzip'],
    ['ndjson', 'identity'],
    ['ndjson', 'br'],
    ['geojson', 'identity'],
  ] as const

  for (const [format, encoding] of kinds) {
    await t.test(`${format}, ${encoding}: a broken database shows`, async (t) => {
      const answer = await open(port, `/v1/communes?format=${format}`, { 'accept-encoding': encoding })
      t.equal(answer.statusCode, 200)
      let bytes = 0
      answer.on('data', (chunk) => {
        bytes += chunk.length
      })
      const ended = new Promise<string>((done) => {
        answer.once('end', () => done('whole'))
        answer.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
      })
      await once(answer, 'data')
      answer.pause()
      const killed = await watcher.query(`
        select pg_terminate_backend(pid) as killed from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query ilike 'copy%' and state = 'active'`)
      t.same(killed.rows, [{ killed: true }], 'one export runs')
      await sleep(50)
      answer.resume()
      t.equal(await ended, 'ECONNRESET', `broken off after ${bytes} bytes`)
      await noneIsBusy(t, 'and its connection is given up')
    })

    await t.test(`${format}, ${encoding}: a client that leaves`, async (t) => {
      for (let times = 0; times < 5; times += 1) {
        const answer = await open(port, `/v1/communes?format=${format}`, { 'accept-encoding': encoding })
        await once(answer, 'data')
        answer.destroy()
      }
      await noneIsBusy(t, 'frees its connection')
      t.equal((await open(port, '/v1/regions/09')).statusCode, 200)
    })
  }

  await t.test('a client that leaves before the first byte', async (t) => {
    const asked = get({ port, host: '127.0.0.1', path: '/v1/communes?format=csv', agent: false })
    asked.on('error', () => {})
    await sleep(5)
    asked.destroy()
    await noneIsBusy(t, 'frees its connection')
  })

  await t.test('the pool is whole afterwards', async (t) => {
    const path = '/v1/communes?format=ndjson'
    const held = await Promise.all(Array.from({ length: 4 }, () => open(port, path)))
    t.same(
      held.map((answer) => answer.statusCode),
      [200, 200, 200, 200],
      'each of its four connections serves an export at the same time',
    )
    t.equal(await busy(), 4)
    for (const answer of held) answer.destroy()
    await noneIsBusy(t, 'and is free again')
    const bodies = Array.from({ length: 12 }, async () => {
      let text = ''
      for await (const chunk of await open(port, `${path}&limit=50`)) text += chunk
      return text.split('\n').length
    })
    t.same(await Promise.all(bodies), Array(12).fill(51), 'more than there are connections wait their turn')
  })
})

t.test('an export is of one moment, and says which', async (t) => {
  const other = openPool(service.url, { poolSize: 1, statementTimeoutMs: 0, onError: () => {} })
  t.teardown(() => other.end())
  const before = await request('/v1/regions?format=ndjson')
  await other.query("update type_position set position = 99 where type = 'region'")
  const after = await request('/v1/regions?format=ndjson')
  t.equal(after.body, before.body)
  t.not(after.headers.etag, before.headers.etag, 'a later position is another tag')
  t.match((await service.json('/v1/regions')).meta.position, /^[a-z0-9]{6}\.99$/)
})
