import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import S3rver from 's3rver'
import t, { type Test } from 'tap'
import { openFileStore } from '../../src/files/store.ts'
import { tasks } from '../../src/jobs.ts'
import { NOW, startApp } from '../support/app.ts'
import { ownDirectory } from '../support/files.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { HTML, JPEG, PDF, PNG, PNG_OF_HTML, SVG, SVG_XML } from '../support/sent-files.ts'
import { listening } from '../support/socket.ts'

const MEMBER = 'ac3b5a44-ae1d-5824-a678-258ba9f8edc4'
const association = as('association')
const owner = `owner_type=member&owner_id=${MEMBER}`
const TITLE = encodeURIComponent('محضر الورشة')
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function service(t: Test, mostDocumentBytes = 100_000) {
  const directory = ownDirectory(t)
  const files = await openFileStore(directory, undefined, Date.now())
  const started = await startApp(t, { identity: roleIdentity, files, mostDocumentBytes })
  const send = (query: string, payload: Buffer, headers: Record<string, string> = {}) =>
    started.request({
      method: 'POST',
      url: `/v1/documents?${query}`,
      payload,
      headers: { ...association, ...headers },
    })
  const kept = () => listed(directory, 'documents')
  const waiting = () => listed(directory, 'incoming')
  return { ...started, send, kept, waiting }
}

function listed(directory: string, name: string): string[] {
  try {
    return readdirSync(join(directory, name))
  } catch {
    return []
  }
}

t.test('a file is kept as it came, and handed out so that it is nothing but a file', async (t) => {
  const { send, request, json, kept, waiting } = await service(t)
  const answer = await send(
    `${owner}&kind=minutes&title.ar=${TITLE}&language=ar&published=true&file_name=${TITLE}.docx`,
    PDF,
  )
  t.equal(answer.statusCode, 201, answer.body)
  const document = answer.json()
  t.match(document, {
    owner: { type: 'member', id: MEMBER },
    kind: 'minutes',
    title: { ar: 'محضر الورشة', fr: null },
    language: 'ar',
    published: true,
    media_type: 'application/pdf',
    size: PDF.length,
    sha256: sha256(PDF),
    revision: 1,
  })
  t.equal(answer.headers.location, `/v1/documents/${document.id}`)
  t.same(kept(), [document.id])
  t.same(waiting(), [])
  t.same(await json(`/v1/documents/${document.id}`), document)
  t.same((await json(`/v1/documents?owner_id=${MEMBER}`)).data, [document])

  const content = await request(`/v1/documents/${document.id}/content`)
  t.ok(content.rawPayload.equals(PDF))
  t.match(content.headers, {
    'content-type': 'application/pdf',
    'content-length': String(PDF.length),
    etag: `"${sha256(PDF)}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, no-cache',
    'content-security-policy': /^sandbox; default-src 'none'/,
  })
  t.equal(
    content.headers['content-disposition'],
    `inline; filename="____ ______.pdf"; filename*=UTF-8''${TITLE}.pdf`,
    'named by what it is',
  )
  const again = await request({
    url: `/v1/documents/${document.id}/content`,
    headers: { 'if-none-match': `"${sha256(PDF)}"` },
  })
  t.equal(again.statusCode, 304)
  const head = await request({ method: 'HEAD', url: `/v1/documents/${document.id}/content` })
  t.equal(head.headers['content-length'], String(PDF.length))
  t.equal(head.rawPayload.length, 0)
})

t.test('the type is what the content says', async (t) => {
  const { send, request, kept, waiting } = await service(t)
  const query = `${owner}&kind=other&title.fr=Essai&published=true`
  for (const [bytes, type, disposition] of [
    [PNG, 'image/png', 'inline'],
    [JPEG, 'image/jpeg', 'inline'],
    [PDF, 'application/pdf', 'inline'],
    [docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment'],
    [odt(), 'application/vnd.oasis.opendocument.text', 'attachment'],
  ] as const) {
    const answer = await send(query, bytes)
    t.equal(answer.json().media_type, type)
    const content = await request(`/v1/documents/${answer.json().id}/content`)
    t.equal(content.headers['content-type'], type)
    t.match(content.headers['content-disposition'], new RegExp(`^${disposition}; `))
  }
  t.equal((await send(query, PNG, { 'content-type': 'image/png' })).statusCode, 201)
  const before = kept().length
  for (const bytes of [HTML, PNG_OF_HTML, SVG, SVG_XML, randomBytes(500), Buffer.from('texte'), gif()]) {
    for (const headers of [{}, { 'content-type': 'image/png' }]) {
      const answer = await send(query, bytes, headers)
      t.equal(answer.statusCode, 415, bytes.toString('latin1', 0, 30))
      t.match(answer.json().errors, [{ pointer: '', code: 'unknown_content', allowed: /pdf/ }])
    }
  }
  const other = await send(query, PNG, { 'content-type': 'application/pdf' })
  t.match(other.json(), { status: 422, errors: [{ header: 'Content-Type', code: 'other_content' }] })
  t.match((await send(query, Buffer.alloc(0))).json(), { status: 400, errors: [{ code: 'required' }] })
  t.equal(kept().length, before, 'nothing of what was refused is kept')
  t.same(waiting(), [])
})

t.test('what is wrong is told all at once, before a byte is read', async (t) => {
  const { send, kept } = await service(t)
  t.match((await send('kind=nonsense', PDF)).json(), { status: 400, errors: [{ parameter: 'kind' }] })
  t.match((await send('', PDF)).json(), {
    status: 400,
    errors: [
      { parameter: 'owner_type', code: 'required' },
      { parameter: 'owner_id', code: 'required' },
      { parameter: 'kind', code: 'required' },
      { parameter: 'title.ar', code: 'title_required' },
    ],
  })
  t.match((await send(`${owner}&kind=attendance_sheet&title.fr=x&published=true`, PDF)).json(), {
    status: 422,
    errors: [{ parameter: 'published', code: 'names_not_published' }],
  })
  t.match((await send(`${owner}&kind=photograph&title.fr=x&published=true`, PNG)).json(), {
    status: 422,
    errors: [{ parameter: 'legal_basis', code: 'image_needs_basis' }],
  })
  const nobody = owner.replace(/.$/, '5')
  t.match((await send(`${nobody}&kind=other&title.fr=x`, PDF)).json(), {
    status: 422,
    errors: [{ parameter: 'owner_id', code: 'no_such_record' }],
  })
  t.same(kept(), [])
})

t.test(
  'too large is refused at once, or as soon as it is too large; a cut connection leaves nothing',
  async (t) => {
    const { app, send, kept, waiting } = await service(t, 1_000)
    const query = `${owner}&kind=other&title.fr=x`
    t.equal((await send(query, Buffer.concat([PDF, randomBytes(1_000 - PDF.length)]))).statusCode, 201)
    const before = kept()
    const over = await send(query, Buffer.concat([PDF, randomBytes(1_001 - PDF.length)]))
    t.equal(over.statusCode, 413)
    t.match(over.json(), { code: 'payload_too_large', errors: [{ detail: /1000 B/ }] })

    const port = await listening(app)
    const speak = async (lines: string[], chunks: Buffer[], cut: boolean) => {
      const socket = connect(port, '127.0.0.1')
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('error', () => {})
      const closed = once(socket, 'close')
      await once(socket, 'connect')
      socket.write(
        [
          `POST /v1/documents?${query} HTTP/1.1`,
          'Host: x',
          `Authorization: ${association.authorization}`,
          ...lines,
          '',
          '',
        ].join('\r\n'),
      )
      for (const chunk of chunks) {
        socket.write(chunk)
        await pause(20)
      }
      if (cut) {
        for (let times = 0; waiting().length === 0 && times < 50; times += 1) await pause(20)
        t.equal(waiting().length, 1, 'it was on its way')
        socket.destroy()
      }
      await closed
      return text
    }
    t.match(await speak(['Content-Length: 2147483648'], [PDF], false), /^HTTP\/1.1 413 /, 'two gigabytes')
    const chunked = (bytes: Buffer) =>
      Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
    const endless = [chunked(PDF), chunked(randomBytes(600)), chunked(randomBytes(600))]
    t.match(
      await speak(['Transfer-Encoding: chunked'], endless, false),
      /^HTTP\/1.1 413 /,
      'of unknown length',
    )
    await speak(['Content-Length: 900'], [PDF], true)
    for (let times = 0; waiting().length > 0 && times < 100; times += 1) await pause(20)
    t.same(waiting(), [], 'nothing waits')
    t.same(kept(), before, 'nothing is kept')
  },
)

t.test('what is not published is there for those who keep the record, and for nobody else', async (t) => {
  const { db, send, request, json } = await service(t)
  const { id } = (await send(`${owner}&kind=letter&title.fr=Lettre`, PDF)).json()
  const sheet = (await send(`${owner}&kind=attendance_sheet&title.fr=Feuille`, PNG)).json()
  const url = `/v1/documents/${id}`
  const statuses = async (path: string) =>
    await Promise.all(
      [{}, as('ministry'), as('member_editor', '01.051'), as('member_editor', '09.541'), association].map(
        async (headers) => (await request({ url: path, headers })).statusCode,
      ),
    )
  t.same(await statuses(url), [404, 200, 404, 200, 200])
  t.same(await statuses(`${url}/content`), [404, 200, 404, 200, 200])
  t.same(await statuses(`/v1/documents/${sheet.id}/content`), [404, 404, 404, 200, 200], 'names')
  t.same(await statuses('/v1/documents?published=false'), [401, 200, 200, 200, 200])
  const hidden = async (headers: Record<string, string>) =>
    (await request({ url: '/v1/documents?published=false', headers })).json().data.length
  t.same(
    [await hidden(as('ministry')), await hidden(as('member_editor', '01.051')), await hidden(association)],
    [1, 0, 2],
  )
  const csv = await request({ url: '/v1/documents?published=false&format=csv', headers: association })
  t.equal(csv.headers['cache-control'], 'private, no-store')
  t.equal(csv.headers.etag, undefined)
  const seen = await request({ url, headers: association })
  t.equal(seen.headers['cache-control'], 'private, no-store')
  t.same((await json('/v1/documents')).data, [])
  t.equal((await request(`${url}/history`)).statusCode, 404)
  const changes = async () => (await json('/v1/changes?types=document')).data
  t.same(await changes(), [])

  const edit = (payload: object, revision: number, headers = association) =>
    request({ method: 'PATCH', url, payload, headers: { ...headers, 'if-match': `"${revision}"` } })
  const other = as('member_editor', '01.051')
  t.equal((await edit({ published: true }, 1, other)).statusCode, 404, 'not even that it is there')
  t.equal((await edit({ title: { ar: 'رسالة' } }, 1)).json().revision, 2)
  const published = await edit({ published: true }, 2)
  t.match(published.json(), { published: true, revision: 3 })
  t.same((await json('/v1/documents')).data, [published.json()])
  t.match(
    (await changes()).map(({ change, revision, data }: Change) => [change, revision, data?.title.ar]),
    [['created', 3, 'رسالة']],
  )
  t.equal((await edit({ published: false }, 3, other)).statusCode, 403)
  const moved = await edit({ language: 'fr' }, 3)
  t.match(moved.json(), { revision: 4, language: 'fr' })
  t.match((await edit({ language: 'fr' }, 4)).json(), { revision: 4 }, 'nothing changes, nothing moves')
  t.match((await edit({ language: 'ar' }, 2)).json(), { status: 412, current_revision: 4 })
  t.match((await edit({ published: false }, 4)).json(), { published: false, revision: 5 })
  t.same(
    (await changes()).map(({ change, revision }: Change) => [change, revision]),
    [
      ['created', 3],
      ['updated', 4],
      ['deleted', 5],
    ],
    'what everybody is told',
  )
  t.equal((await json(`${url}/history`)).data.length, 3)
  t.equal((await request(url)).statusCode, 404)
  const bad = await edit({ kind: 'attendance_sheet', published: true, title: { ar: null, fr: null } }, 5)
  t.match(bad.json(), {
    status: 422,
    errors: [
      { pointer: '/title', code: 'title_required' },
      { pointer: '/published', code: 'names_not_published' },
    ],
  })
  t.match((await edit({ size: 1, sources: 'x' }, 5)).json(), {
    status: 400,
    errors: [{ pointer: '/size' }, { pointer: '/sources' }],
  })
  const audit = await request({ url: `/v1/audit?id=${id}`, headers: as('admin') })
  t.equal(audit.json().data.length, 5, 'the audit has all of it')
  await db.deleteFrom('document').execute()
})

interface Change {
  change: string
  revision: number
  data?: { title: { ar: string } }
}

t.test('deleting keeps the record of it, and the file goes', async (t) => {
  const { send, request, json, kept } = await service(t)
  const { id } = (await send(`${owner}&kind=report&title.fr=Rapport&published=true`, PDF)).json()
  const url = `/v1/documents/${id}`
  const remove = (headers: Record<string, string>) =>
    request({ method: 'DELETE', url: `${url}?reason=${encodeURIComponent('نسخة خاطئة')}`, headers })
  t.equal((await remove(association)).statusCode, 428)
  t.equal((await remove({ ...as('member_editor', '01.051'), 'if-match': '"1"' })).statusCode, 403)
  t.equal((await remove({ ...association, 'if-match': '"2"' })).statusCode, 412)
  t.same(kept(), [id])
  t.equal((await remove({ ...as('member_editor', '09.541'), 'if-match': '"1"' })).statusCode, 204)
  // The answer does not wait for the store.
  for (let times = 0; kept().length > 0 && times < 100; times += 1) await pause(20)
  t.same(kept(), [])
  t.equal((await request(`${url}/content`)).statusCode, 404)
  const [deleted, created] = (await json(`${url}/history`)).data
  t.match(deleted, { change: 'deleted', reason: 'نسخة خاطئة', before: { sha256: sha256(PDF) } })
  t.match(created, { change: 'created' })
  t.equal((await remove({ ...association, 'if-match': '*' })).statusCode, 404)
})

t.test('a retry gets the first document again, and no second file', async (t) => {
  const { send, kept } = await service(t)
  const query = `${owner}&kind=report&title.fr=Rapport`
  const key = { 'idempotency-key': 'report-1' }
  const first = await send(query, PDF, key)
  const again = await send(query, PDF, key)
  t.equal(again.headers['idempotency-replayed'], 'true')
  t.equal(again.body, first.body)
  for (let times = 0; kept().length > 1 && times < 100; times += 1) await pause(20)
  t.same(kept(), [first.json().id])
  t.match((await send(query, PNG, key)).json(), { status: 422, code: 'idempotency_mismatch' })
  t.same(kept(), [first.json().id])
})

t.test('what a killed process left in the store is found and removed', async (t) => {
  const { db, pool, files, send, kept } = await service(t)
  const { id } = (await send(`${owner}&kind=report&title.fr=Rapport`, PDF)).json()
  const left = '01900000-0000-7000-8000-00000000dead'
  await db.insertInto('stored_file').values({ key: left, noted_at: NOW.toISOString() }).execute()
  await files.keep(left, await files.receive(one(PDF)), 'application/pdf')
  t.same(kept().sort(), [id, left].sort())
  const at = (hours: number) => () => new Date(NOW.getTime() + hours * 3_600_000)
  await tasks({ db, pool, files, clock: at(23) })['drop-unused-files']!(undefined, undefined as never)
  t.equal(kept().length, 2, 'an upload may still be on its way')
  await tasks({ db, pool, files, clock: at(25) })['drop-unused-files']!(undefined, undefined as never)
  t.same(kept(), [id])
})

t.test('the same in a bucket', async (t) => {
  const bucket = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: ownDirectory(t),
    configureBuckets: [{ name: 'documents', configs: [] }],
  })
  const { port } = await bucket.run()
  t.teardown(() => bucket.close())
  process.env.AWS_ACCESS_KEY_ID = 'S3RVER'
  process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER'
  const directory = ownDirectory(t)
  const files = await openFileStore(
    directory,
    { name: 'documents', region: 'us-east-1', endpoint: `http://127.0.0.1:${port}` },
    Date.now(),
  )
  const { request } = await startApp(t, { identity: roleIdentity, files })
  const large = Buffer.concat([PDF, randomBytes(3_000_000)])
  const send = (payload: Buffer) =>
    request({
      method: 'POST',
      url: `/v1/documents?${owner}&kind=report&title.fr=Rapport&published=true`,
      payload,
      headers: association,
    })
  const answer = await send(large)
  t.equal(answer.statusCode, 201, answer.body)
  const { id } = answer.json()
  t.same(listed(directory, 'incoming'), [])
  const content = await request(`/v1/documents/${id}/content`)
  t.ok(content.rawPayload.equals(large))
  t.equal(content.headers.etag, `"${sha256(large)}"`)
  const part = (range: string) => request({ url: `/v1/documents/${id}/content`, headers: { range } })
  const rest = await part('bytes=2000000-')
  t.equal(rest.statusCode, 206)
  t.ok(rest.rawPayload.equals(large.subarray(2_000_000)), 'a part, from the bucket')
  t.equal((await part(`bytes=${large.length}-`)).statusCode, 416)
  t.ok(await readable(files.read(id)))
  const gone = await request({
    method: 'DELETE',
    url: `/v1/documents/${id}`,
    headers: { ...association, 'if-match': '"1"' },
  })
  t.equal(gone.statusCode, 204)
  for (let times = 0; (await readable(files.read(id))) && times < 100; times += 1) await pause(20)
  t.notOk(await readable(files.read(id)), 'gone from the bucket too')
})

async function readable(opening: Promise<NodeJS.ReadableStream>): Promise<boolean> {
  return await opening.then(
    (stream) => (stream as unknown as { destroy(): void }).destroy() === undefined || true,
    () => false,
  )
}

async function* one(bytes: Buffer) {
  yield bytes
}

const gif = () => Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')

/** One entry of a ZIP, not compressed. */
function entry(name: string, text: string): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt32LE(text.length, 18)
  header.writeUInt32LE(text.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), Buffer.from(text)])
}
const docx = () =>
  Buffer.concat([
    entry(
      '[Content_Types].xml',
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    entry('word/document.xml', '<w:document/>'),
  ])
const odt = () => entry('mimetype', 'application/vnd.oasis.opendocument.text')
