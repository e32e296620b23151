import { once } from 'node:events'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import t from 'tap'
import { records } from '../../src/http/upload/csv.ts'
import { startApp } from '../support/app.ts'
import { association, COMMUNES, importer, JSON_TYPE, NDJSON, table } from '../support/imports.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { listening } from '../support/socket.ts'

const service = await startApp(t, { identity: roleIdentity })
const { app, request, json } = service
const { send, of, rows, kept } = importer(service)

const [A, B] = COMMUNES as [string, string]
const FRENCH = 'Procès-verbal à Béni Mellal, créée là-bas'
const ARABIC = 'محضر اجتماع لجنة التتبع بجماعة أيت إيعزة'
const title = async (code: string) =>
  (await json(`/v1/members?collectivity=${code}`)).data[0].sources[0].title as string

t.test('each encoding and delimiter is found out, and said', async (t) => {
  const lines = (delimiter: string, text: string) =>
    ['hcp_code', 'wave', 'source.title'].join(delimiter) +
    `\r\n${[A, 4, text].join(delimiter)}\r\n${[B, 4, text].join(delimiter)}\r\n`
  for (const [text, encoding, delimiter, bytes] of [
    [ARABIC, 'utf-8', 'comma', Buffer.from(lines(',', ARABIC.replaceAll(',', ' ')))],
    [FRENCH, 'utf-8', 'semicolon', Buffer.from(`\uFEFF${lines(';', FRENCH)}`)],
    [ARABIC, 'utf-8', 'tab', Buffer.from(lines('\t', ARABIC))],
    [FRENCH, 'windows-1252', 'semicolon', iconv.encode(lines(';', FRENCH), 'windows-1252')],
    [ARABIC, 'windows-1256', 'semicolon', iconv.encode(lines(';', ARABIC), 'windows-1256')],
    [
      `${ARABIC} – ${FRENCH}`,
      'windows-1256',
      'semicolon',
      iconv.encode(lines(';', `${ARABIC} – ${FRENCH}`), 'windows-1256'),
    ],
    [ARABIC, 'utf-16le', 'tab', iconv.encode(`\uFEFF${lines('\t', ARABIC)}`, 'utf-16le')],
  ] as const) {
    const answer = await send(bytes)
    t.equal(answer.statusCode, 200, answer.body)
    t.same(answer.json().detected, { encoding, delimiter }, `${encoding} ${delimiter}`)
    t.equal(await title(A), text)
    // However the bytes are cut on their way.
    for (const size of [1, 7]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, at * size + size),
      )
      const again = await send(Readable.from(pieces))
      t.match(
        again.json(),
        { detected: { encoding, delimiter }, outcomes: { unchanged: 2 } },
        `in pieces of ${size}`,
      )
    }
  }
})

t.test('what is asked for goes before what is found', async (t) => {
  const short = iconv.encode(`hcp_code;source.title\n${A};Béni\n`, 'windows-1252')
  t.match((await send(short, '?encoding=windows-1256')).json(), { detected: { encoding: 'windows-1256' } })
  t.match((await send(short, '', 'text/csv; charset=windows-1252')).json(), {
    detected: { encoding: 'windows-1252' },
  })
  t.equal(await title(A), 'Béni')
  const one = `hcp_code;wave,1\n${A};4,1\n`
  t.match((await send(one, '?delimiter=semicolon')).json().errors, [
    { column: 'wave,1', code: 'unknown_column' },
  ])
  t.match((await send('[]', '?encoding=utf-8', JSON_TYPE)).json().errors, [
    { parameter: 'encoding', code: 'only_with' },
  ])
  for (const type of ['application/json; charset=windows-1252', 'text/csv; charset=utf-7'])
    t.match((await send('x', '', type)).json(), { status: 415, errors: [{ header: 'Content-Type' }] })
  t.match((await send('x', '?delimiter=pipe&mode=merge&dry_run=1&nonsense=1')).json().errors.length, 4)
})

t.test('quoted cells, line breaks, ends of lines', async (t) => {
  const answer = await send(
    `"hcp_code","wave","source.title"\r"${A}",4,"two\r\nlines; ""quoted"", 1"\r\r,,\r"${B}",5,x`,
  )
  t.match(answer.json(), { progress: { rows_total: 2 }, outcomes: { updated: 2 } })
  t.same(
    (await rows(answer)).map(({ number }) => number),
    [2, 5],
    'rows as a spreadsheet numbers them',
  )
  t.equal(await title(A), 'two\r\nlines; "quoted", 1')
})

t.test('a table is cut anywhere but within a character', async (t) => {
  const rows = Array.from({ length: 3_000 }, (_, at) => [String(at), '🌍é'.repeat(at % 7)])
  const text = rows.map((cells) => `${cells.join(',')}\r\n`).join('')
  const read: string[][] = []
  for await (const cells of records(Readable.from([text]), 'comma', { delimiter: null })) read.push(cells)
  t.same(read, rows)
})

t.test('a table that cannot be read is refused at once, and nothing of it is kept', async (t) => {
  const before = await kept()
  const wide = 'x'.repeat(1_100_000)
  const utf8 = Buffer.from(`hcp_code,source.title\n${A},محضر\n${B},محضر\n`)
  const broken = Buffer.concat([utf8, Buffer.from([0x2c, 0xd9, 0x0a]), utf8])
  for (const [name, file, ...faults] of [
    [
      'unknown column',
      table('hcp_cod,wave,jioned_on', `${A},1,2026`),
      { column: 'hcp_cod', code: 'unknown_column', nearest: 'hcp_code' },
      { column: 'jioned_on', nearest: 'joined_on' },
    ],
    [
      'repeated column',
      table('hcp_code,wave,wave', `${A},1,2`),
      { column: 'wave', code: 'repeated_column', detail: /number 2 .* number 3/ },
    ],
    ['no name', table('hcp_code,,wave', `${A},1,2`), { row: 1, code: 'column_without_name', detail: /2/ }],
    [
      'two that say the same',
      table('hcp_code,collectivity,source.title,sources', 'x,x,x,x'),
      { column: 'hcp_code', code: 'columns_clash' },
      { code: 'columns_clash' },
    ],
    [
      'names of people',
      table('hcp_code,nom,focal_points.email', `${A},x,y`),
      { column: 'nom', code: 'personal_column', detail: /focal-points/ },
      { column: 'focal_points.email', code: 'personal_column' },
    ],
    [
      'an address',
      table('hcp_code,source.title', `${A},x`, `${B},voir m.exemple@example.org`),
      { row: 3, column: 'source.title', code: 'personal_cell' },
    ],
    ['quotation mark', table('hcp_code,wave', `${A},1`, `${B},"1"2`), { row: 3, code: 'quotation_mark' }],
    ['open quotation mark', table('hcp_code,wave', `${A},"1`), { code: 'quotation_mark' }],
    ['endless row', table('hcp_code,source.title', `${A},${wide}`), { row: 2, code: 'row_too_long' }],
    ['NUL', table('hcp_code,source.title', `${A},x`, `${B},a\0b`), { row: 3, code: 'not_well_formed' }],
    ['broken UTF-8', broken, { row: 4, code: 'not_well_formed' }],
    ['header alone', table('hcp_code,wave'), { pointer: '', code: 'no_rows' }],
    ['nothing', '', { pointer: '', code: 'no_rows' }],
  ] as const) {
    const answer = await send(file)
    t.match(answer.json(), { status: 400, code: 'invalid_request', errors: faults }, name)
  }
  const row = { hcp_code: A, wave: 4 }
  for (const [name, file, type, fault] of [
    ['not JSON', '[{]', JSON_TYPE, { code: 'not_json' }],
    ['no array', '{"row": []}', JSON_TYPE, { code: 'wrong_type' }],
    ['more than rows', '{"rows": [], "mode": "x"}', JSON_TYPE, { code: 'wrong_type' }],
    ['no rows', '[]', JSON_TYPE, { code: 'no_rows' }],
    ['repeated name', `[{"hcp_code":"${A}","wave":1,"wave":2}]`, JSON_TYPE, { code: 'repeated_name' }],
    [
      'unknown name',
      JSON.stringify([row, { ...row, jioned_on: '2026' }]),
      JSON_TYPE,
      { column: 'jioned_on', nearest: 'joined_on' },
    ],
    [
      'prototype',
      `[{"hcp_code":"${A}","__proto__":{"wave":1}}]`,
      JSON_TYPE,
      { row: 1, code: 'unknown_property' },
    ],
    [
      'depth',
      `[{"hcp_code":"${A}","sources":${'['.repeat(50)}${']'.repeat(50)}}]`,
      JSON_TYPE,
      { row: 1, code: 'too_deep' },
    ],
    [
      'surrogate',
      `[{"hcp_code":"${A}","source.title":"\\ud800"}]`,
      JSON_TYPE,
      { row: 1, code: 'not_well_formed' },
    ],
    [
      'NUL',
      `[{"hcp_code":"${A}","source.title":"a\\u0000b"}]`,
      JSON_TYPE,
      { row: 1, code: 'not_well_formed' },
    ],
    [
      'names of people',
      JSON.stringify([{ ...row, focal_point: { name: 'x' } }]),
      JSON_TYPE,
      { column: 'focal_point', code: 'unknown_column' },
    ],
    [
      'an address',
      JSON.stringify([{ ...row, sources: [{ title: 'm@example.org' }] }]),
      JSON_TYPE,
      { row: 1, column: 'sources', code: 'personal_cell' },
    ],
    [
      'both of two',
      JSON.stringify([{ ...row, collectivity: A }]),
      JSON_TYPE,
      { row: 1, code: 'columns_clash' },
    ],
    ['a broken line', `${JSON.stringify(row)}\n{"hcp_code":\n`, NDJSON, { row: 2, code: 'not_json' }],
    [
      'a repeated name in a line',
      `${JSON.stringify(row)}\n{"wave":1,"a\\"b\\\\":{"wave":1},"wave":2}\n`,
      NDJSON,
      { row: 2, code: 'repeated_name' },
    ],
    [
      'not UTF-8',
      iconv.encode(`{"source.title":"é"}`, 'windows-1252'),
      NDJSON,
      { row: 1, code: 'not_well_formed' },
    ],
  ] as const)
    t.match((await send(file, '', type)).json(), { status: 400, errors: [fault] }, name)
  t.same(await kept(), before)
})

t.test('a row that cannot be read is that row’s', async (t) => {
  const file = table(
    'hcp_code,wave,sources',
    `${A},4`,
    `${B},5,,`,
    `${A},4,"[{""title"":""x""}]"`,
    `${B},4,nonsense`,
  )
  const answer = await send(file, '?on_error=continue')
  t.match(answer.json(), { status: 'finished', outcomes: { invalid: 3 } })
  t.match(await rows(answer), [
    { number: 2, outcome: 'invalid', errors: [{ code: 'wrong_column_count', detail: /2 cell.* 3 column/ }] },
    { number: 3, outcome: 'invalid', errors: [{ code: 'wrong_column_count' }] },
    { number: 4 },
    { number: 5, outcome: 'invalid', errors: [{ column: 'sources', code: 'not_json' }] },
  ])
  const bidi = await send(table('hcp_code,source.title', `${A},a\u202Eb`), '?on_error=continue')
  t.match((await rows(bidi))[0], {
    outcome: 'invalid',
    errors: [{ column: 'source.title', code: 'direction_control' }],
  })
  const french = await send(table('hcp_code,wave', '09.541.99.99,x'), '', 'text/csv', {
    'accept-language': 'fr',
  })
  t.match(french.json().errors, [
    { detail: 'La valeur doit être de type integer.' },
    { detail: /collectivité/ },
  ])
  const arabic = await send(table('hcp_code', '09.541.99.99'), '', 'text/csv', { 'accept-language': 'ar' })
  t.match(arabic.json().errors[0].detail, /[\u0600-\u06FF]/)
})

t.test('too large', async (t) => {
  const before = await kept()
  const blank = `${' '.repeat(1_000_000)}\n`
  async function* endless(head: string, piece: string, count: number) {
    yield head
    for (let at = 0; at < count; at += 1) yield piece
  }
  const large = await send(Readable.from(endless(`{"hcp_code":"${A}"}\n`, blank, 70)), '', NDJSON)
  t.match(large.json(), { status: 413, errors: [{ code: 'most_bytes', detail: /64 MiB/ }] })
  t.equal(large.headers.connection, 'close')
  const announced = await request({
    method: 'POST',
    url: '/v1/member-imports',
    headers: { ...association, 'content-type': 'text/csv', 'content-length': String(65 * 2 ** 20) },
    payload: Readable.from(['x']),
  })
  t.match(announced.json(), { status: 413, errors: [{ code: 'most_bytes' }] })
  const many = await send(Readable.from(endless('hcp_code\n', `${A}\n`.repeat(1_000), 101)))
  t.match(many.json(), { status: 413, errors: [{ row: 100_002, code: 'most_rows' }] })
  const document = await send(`[${'{},'.repeat(3_000_000)}{}]`, '', JSON_TYPE)
  t.match(document.json(), {
    status: 413,
    errors: [{ code: 'most_bytes_of_json', detail: /NDJSON|x-ndjson/i }],
  })
  t.same(await kept(), before, 'nothing of them is kept')
})

t.test('over a real connection, who is refused in the middle is told why', async (t) => {
  const port = await listening(app)
  for (const [first, code, status] of [
    [{ hcp_code: A, nonsense: 1 }, 'unknown_column', 400],
    [{ hcp_code: A }, 'most_bytes', 413],
  ] as const) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    const answered = once(socket, 'data')
    const head = [
      'POST /v1/member-imports HTTP/1.1',
      'Host: x',
      `Authorization: ${association.authorization}`,
      `Content-Type: ${NDJSON}`,
      'Transfer-Encoding: chunked',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`
    socket.write(chunk(`${JSON.stringify(first)}\n`))
    let sent = 0
    const piece = chunk(`${' '.repeat(100_000)}\n`)
    const stop = answered.then(() => true)
    while (sent < 80_000_000 && !(await Promise.race([stop, sleep(0, false)]))) {
      sent += piece.length
      if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), once(socket, 'close'), stop])
    }
    const [bytes] = await answered
    t.match(String(bytes), new RegExp(`^HTTP/1.1 ${status} `), code)
    t.match(String(bytes), code)
    t.match(String(bytes), /connection: close/i)
    t.ok(sent < 70_000_000, `${sent} bytes were sent`)
    socket.destroy()
  }
})

t.test('compressed bodies and other types are not taken', async (t) => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, 'x'))
  t.ok(bomb.length < 60_000)
  for (const type of ['text/csv', JSON_TYPE, NDJSON]) {
    const answer = await send(bomb, '', type, { 'content-encoding': 'gzip' })
    t.match(answer.json(), { status: 415, errors: [{ header: 'Content-Encoding', allowed: ['identity'] }] })
    t.equal(answer.headers['accept-encoding'], 'identity')
  }
  for (const type of ['text/plain', 'application/vnd.ms-excel', 'multipart/form-data; boundary=x'])
    t.match((await send('x', '', type)).json(), {
      status: 415,
      errors: [{ header: 'Content-Type', allowed: ['application/json', NDJSON, 'text/csv'] }],
    })
})

t.test('whoever may not import is told before the body is read', async (t) => {
  let read = 0
  const body = () =>
    new Readable({
      read() {
        read += 1
        this.push(read > 1_000 ? null : 'x'.repeat(65_536))
      },
    })
  for (const headers of [{}, as('member_editor', A), as('ministry'), as('admin')]) {
    read = 0
    const answer = await request({
      method: 'POST',
      url: '/v1/member-imports',
      headers: { ...headers, 'content-type': 'text/csv' },
      payload: body(),
    })
    t.equal(answer.statusCode, 'authorization' in headers ? 403 : 401)
    t.ok(read < 10)
  }
})

t.test('a connection that is lost in the middle leaves nothing', async (t) => {
  const before = await kept()
  const port = await listening(app)
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const head = [
    'POST /v1/member-imports HTTP/1.1',
    'Host: x',
    `Authorization: ${association.authorization}`,
    'Content-Type: text/csv',
    'Content-Length: 50000000',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\nhcp_code,source.title\n`)
  for (let at = 0; at < 2_000; at += 1)
    if (!socket.write(`${A},${'x'.repeat(1_000)}\n`)) await once(socket, 'drain')
  await sleep(100)
  socket.destroy()
  await sleep(500)
  t.same(await kept(), before)
  t.equal((await send(table('hcp_code,wave', `${A},7`))).statusCode, 200, 'and the service goes on')
})

t.test('an upload that nobody took up is removed after an hour', async (t) => {
  const { discardLeftOvers } = await import('../../src/member-imports/upload/commands.ts')
  const before = await kept()
  const at = new Date('2026-02-02T08:00:00Z')
  const upload = {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: 'comma',
    columns: ['id'] as string[],
    row_count: 1,
    byte_count: 1,
    sha256: '',
    staged_at: at.toISOString(),
  } as const
  const id = '01900000-0000-7000-8000-000000000001'
  await service.db
    .insertInto('import_upload')
    .values({ id, ...upload })
    .execute()
  await service.db
    .insertInto('import_row')
    .values({ import_id: id, number: 2, cells: ['x'], given: [] } as never)
    .execute()
  await discardLeftOvers(service.db, new Date('2026-02-02T08:59:00Z'))
  t.equal((await kept()).import_upload, before.import_upload! + 1)
  await discardLeftOvers(service.db, new Date('2026-02-02T09:01:00Z'))
  t.same(await kept(), before)
  t.ok(await of(await send(table('hcp_code,wave', `${A},7`))), 'imports stay')
})
