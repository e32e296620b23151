import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import t from 'tap'
import { v7 } from 'uuid'
import { renewEpoch } from '../../src/db/epoch.ts'
import { startJobs } from '../../src/db/jobs.ts'
import { RECORD_TYPES } from '../../src/domain/record-types.ts'
import { tasks } from '../../src/jobs.ts'
import { appOn, NOW, startApp } from '../support/app.ts'
import { announced, consultationOf, draftedPlan, movable } from '../support/consultations.ts'
import { collectivityId, createMember, removeMember, setWave, write } from '../support/journal.ts'
import { Mirror } from '../support/mirror.ts'
import { plantPlan } from '../support/plans.ts'
import { roleIdentity } from '../support/roles.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

const { clock, to } = movable()
const service = await startApp(t, { identity: roleIdentity, clock })
const { app, db, pool, files, url, request, json } = service
const keeping = { freshSeconds: 600, snapshotHours: 48, vintageDays: 30 }
const run = async (task: string) =>
  await tasks({ db, pool, files, clock, snapshots: keeping })[task]!({}, {} as never)
const member = await collectivityId(db, '01.151.01.01')
const made = v7()

/** Anything public that changes. */
const change = (wave: number) => write(db, (writing) => setWave(writing, made, wave))
const latest = async (): Promise<Loose> => await json('/v1/snapshots/latest')
const text = async (address: string) => {
  const answer = await request(address)
  t.equal(answer.statusCode, 200, address)
  return answer.body
}
const lines = async (file: { url: string }): Promise<Loose[]> =>
  (await text(file.url))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
const of = (snapshot: Loose, format: string): Loose[] =>
  snapshot.files.filter((file: Loose) => file.format === format)
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
const count = async () =>
  (await sql<{ made: number }>`select count(*) as made from snapshot`.execute(db)).rows[0]!.made

await plantPlan(service)
await write(db, (writing) => createMember(writing, member, made))

t.test('before the first one, whoever asks is told when to come back; a crowd gets one made', async (t) => {
  const early = await request('/v1/snapshots/latest')
  t.match(early.json(), { status: 503, code: 'snapshot_being_made' })
  t.equal(early.headers['retry-after'], '2')
  t.same((await json('/v1/exports')).data, [])
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (details: object) => t.fail(JSON.stringify(details)),
  }
  const jobs = await startJobs(url, tasks({ db, pool, files, clock }), [], log)
  const crowd = await Promise.all(Array.from({ length: 1_000 }, () => app.inject('/v1/snapshots/latest')))
  t.ok(crowd.every(({ statusCode }) => statusCode === 200 || statusCode === 503))
  while ((await request('/v1/snapshots/latest')).statusCode === 503) await pause(50)
  await change(2)
  to('2026-02-02T10:20:00Z')
  const before = await latest()
  const again = await Promise.all(Array.from({ length: 100 }, latest))
  t.ok(
    again.every(({ position }) => position === before.position),
    'there is one already',
  )
  while ((await latest()).position === before.position) await pause(50)
  await jobs.stop()
  t.equal(await count(), 2, 'one each time')
})

t.test('every kind of record that the feed carries has its files, described and as told', async (t) => {
  const snapshot = await latest()
  const expected = RECORD_TYPES.flatMap((type) => [`${type} ndjson`, `${type} csv`])
  t.same(
    snapshot.files.map(({ type, format }: Loose) => `${type} ${format}`),
    expected,
  )
  const dictionary = await json('/v1/dictionary')
  t.same(
    dictionary.data.map(({ type }: Loose) => type),
    RECORD_TYPES,
  )
  const described = JSON.parse(await text(snapshot.data_package.url))
  for (const file of snapshot.files) {
    const body = (await app.inject(file.url)).rawPayload
    t.equal(body.length, file.bytes, file.url)
    t.equal(createHash('sha256').update(body).digest('hex'), file.sha256)
    const [table] = (await json(file.dictionary)).data
    t.equal(table.type, file.type)
    const packaged = described.resources.find(({ path }: Loose) => file.url.endsWith(`/${path}`))
    t.match(packaged, { bytes: file.bytes, rows: file.rows, hash: `sha256:${file.sha256}` })
    if (file.format === 'ndjson') continue
    const [header, ...rows] = parse(body, { bom: true }) as string[][]
    t.equal(rows.length, file.rows)
    t.same(
      table.fields.map(({ name }: Loose) => name),
      header,
      'the dictionary names the columns',
    )
    t.same(packaged.schema.fields, table.fields)
    t.notOk(table.fields.find(({ description }: Loose) => !description))
    const required = table.fields.flatMap(({ constraints }: Loose, at: number) =>
      constraints.required ? [at] : [],
    )
    t.notOk(
      rows.find((row) => required.some((at: number) => row[at] === '')),
      'what is required is there',
    )
  }
})

t.test('the files hold what the feed comes to, row by row, and both formats the same', async (t) => {
  const snapshot = await latest()
  const mirror = new Mirror(service)
  await mirror.catchUp()
  const copy = new Map<string, unknown>()
  for (const file of of(snapshot, 'ndjson'))
    for (const { type, id, revision, data } of await lines(file)) {
      if (type !== file.type) t.fail(`${type} in ${file.url}`)
      copy.set(`${type} ${id}`, { revision, data })
    }
  t.ok(copy.size > 1_600)
  t.same(differing(copy, mirror.rows), [])
  for (const file of of(snapshot, 'csv')) {
    const rows = parse(await text(file.url), { columns: true }) as Record<string, string>[]
    const records = await lines({ url: file.url.replace(/csv$/, 'ndjson') })
    t.equal(rows.length, records.length)
    const wrong = records.flatMap(({ id, revision, data }, at) =>
      Object.entries(rows[at]!).filter(([name, text]) => !isCell(text, { ...data, id, revision }, name)),
    )
    t.same(wrong, [], file.url)
  }
})

/** Keys of what is not the same in both, or not in both. */
const differing = (rows: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>) =>
  [...new Set([...rows.keys(), ...others.keys()])].filter(
    (key) => JSON.stringify(rows.get(key)) !== JSON.stringify(others.get(key)),
  )

/** Whether a cell says what is at its path. */
function isCell(text: string, record: Loose, path: string): boolean {
  const value = path.split('.').reduce((inner, part) => inner?.[part] ?? null, record)
  if (value === null) return text === ''
  return typeof value === 'object'
    ? JSON.stringify(JSON.parse(text)) === JSON.stringify(value)
    : text === String(value)
}

t.test('from a snapshot, what comes after it leads to what is', async (t) => {
  const snapshot = await latest()
  const other = v7()
  await change(3)
  await write(db, (writing) => createMember(writing, member, other))
  await write(db, (writing) => removeMember(writing, other, 'a mistake'))
  const plan = await draftedPlan(service, '01.151.01.01')
  await announced(service, consultationOf(plan, { round: 1 }))
  const mirror = new Mirror(service)
  for (const file of of(snapshot, 'ndjson'))
    for (const { type, id, ...rest } of await lines(file)) mirror.rows.set(`${type} ${id}`, rest)
  t.equal(snapshot.follow, `/v1/changes?after=${snapshot.position}`)
  mirror.after = snapshot.position
  await mirror.catchUp(3)
  const whole = new Mirror(service)
  await whole.catchUp()
  t.same(differing(mirror.rows, whole.rows), [])

  to('2026-02-02T11:00:00Z')
  await run('make-snapshot')
  const next = await latest()
  t.not(next.position, snapshot.position)
  const copy = new Map<string, unknown>()
  for (const file of of(next, 'ndjson'))
    for (const { type, id, ...rest } of await lines(file)) copy.set(`${type} ${id}`, rest)
  t.same(differing(copy, whole.rows), [])
  t.notMatch(await text(of(next, 'ndjson').find(({ type }) => type === 'draft').url), plan, 'not public yet')
  t.same(await json(`/v1/snapshots/${snapshot.position}`), snapshot, 'the one before is there still')
})

t.test('fresh while nothing has changed, or for its time', async (t) => {
  const { position } = await latest()
  to('2026-02-03T11:00:00Z')
  await run('make-snapshot')
  t.equal((await latest()).position, position, 'nothing has changed')
  await change(4)
  await run('make-snapshot')
  const now = await latest()
  t.not(now.position, position)
  await change(5)
  to('2026-02-03T11:09:59Z')
  await run('make-snapshot')
  t.equal((await latest()).position, now.position, 'not ten minutes old')
  to('2026-02-03T11:10:00Z')
  const before = await count()
  // Two at once, behind the queue's back: one makes it, the other finds it or gives up waiting.
  await Promise.allSettled([run('make-snapshot'), run('make-snapshot')])
  t.equal(await count(), before + 1)
})

t.test('a file in parts', async (t) => {
  const file = of(await latest(), 'csv').find(({ type }) => type === 'commune')
  const part = async (range: string, more: object = {}) =>
    await request({ url: file.url, headers: { range, ...more } })
  const whole = (await request(file.url)).body
  const tag = `"${file.sha256}"`
  const bytes = Buffer.from(whole)
  const first = await part('bytes=0-99999')
  t.match(first, { statusCode: 206, headers: { etag: tag, 'accept-ranges': 'bytes' } })
  t.equal(first.headers['content-range'], `bytes 0-99999/${file.bytes}`)
  t.equal(first.rawPayload.length, 100_000)
  const rest = await part('bytes=100000-', { 'if-range': tag })
  t.equal(rest.statusCode, 206)
  t.ok(
    Buffer.concat([first.rawPayload, rest.rawPayload]).equals(bytes),
    'a download goes on where it broke off',
  )
  t.equal((await part('bytes=-10')).body, bytes.subarray(-10).toString())
  t.equal((await part(`bytes=0-${file.bytes + 5}`)).rawPayload.length, file.bytes)
  const stale = await part('bytes=5-', { 'if-range': '"another"' })
  t.match(stale, { statusCode: 200, body: whole }, 'of another file nothing is gone on with')
  for (const ignored of ['bytes=5-3', 'bytes=-', 'lines=1-2', 'bytes=0-1,3-4', 'bytes=a-b'])
    t.equal((await part(ignored)).statusCode, 200, ignored)
  for (const beyond of [`bytes=${file.bytes}-`, 'bytes=-0']) {
    const answer = await part(beyond)
    t.match(answer.json(), { status: 416, code: 'range_not_satisfiable' }, beyond)
    t.equal(answer.headers['content-range'], `bytes */${file.bytes}`)
  }
  t.equal((await request({ url: file.url, headers: { 'if-none-match': tag } })).statusCode, 304)
  const head = await request({ method: 'HEAD', url: file.url, headers: { range: 'bytes=0-9' } })
  t.match(head, { statusCode: 200, headers: { 'content-length': String(file.bytes) }, body: '' })
})

t.test('positions that are none', async (t) => {
  const { position } = await latest()
  const [epoch, number] = position.split('.')
  const network = (at: string) => [`/v1/snapshots/${at}`, `/v1/snapshots/${at}/network.csv`]
  for (const address of [...network('zzzz.12'), ...network(`other.${number}`)])
    t.match(
      (await request(address)).json(),
      { status: 400, errors: [{ parameter: 'position', code: 'position_elsewhere' }] },
      address,
    )
  for (const address of [
    ...network(`${epoch}.1`),
    ...network(`${position}.1`),
    ...network(`${epoch}.999999`),
  ])
    t.equal((await request(address)).statusCode, 404, address)
  for (const address of [
    ...network('latest1'),
    ...network('1.2.3.4'),
    `/v1/snapshots/${position}/person.csv`,
  ])
    t.equal((await request(address)).statusCode, 400, address)
})

t.test('vintages: one a day, listed, and gone when their time is over', async (t) => {
  to('2026-02-05T03:17:00Z')
  await run('keep-vintage')
  await run('keep-vintage')
  to('2026-02-06T03:17:00Z')
  await run('keep-vintage')
  const { data } = await json('/v1/exports')
  t.same(
    data.map(({ day }: Loose) => day),
    ['2026-02-06', '2026-02-05'],
  )
  t.equal(data[0].position, data[1].position, 'nothing has changed')
  t.strictSame({ ...data[0], day: undefined }, { ...(await latest()), day: undefined })
  const rows = parse(await text('/v1/exports?format=csv'), { columns: true }) as Loose[]
  t.same(
    rows.map(({ day }) => day),
    ['2026-02-06', '2026-02-05'],
  )
  t.equal(JSON.parse(rows[0].files)[0].sha256, data[0].files[0].sha256)
  const page = await json('/v1/exports?limit=1&count=exact')
  t.match(page, { data: [{ day: '2026-02-06' }], page: { total: 2 } })
  t.match(await json(page.links.next), { data: [{ day: '2026-02-05' }], page: { next_cursor: null } })
  const before = (await request('/v1/exports')).headers.etag
  t.equal((await request({ url: '/v1/exports', headers: { 'if-none-match': before } })).statusCode, 304)

  await change(6)
  to('2026-02-07T03:17:00Z')
  await run('keep-vintage')
  t.not((await request('/v1/exports')).headers.etag, before)
  const kept = data[0].position
  await run('drop-old-snapshots')
  t.equal((await request(`/v1/snapshots/${kept}`)).statusCode, 200, 'a vintage stays')
  to('2026-03-08T03:17:00Z')
  await change(7)
  await run('make-snapshot')
  await run('drop-old-snapshots')
  t.same(
    (await json('/v1/exports')).data.map(({ day }: Loose) => day),
    ['2026-02-07', '2026-02-06'],
    'thirty days',
  )
  to('2026-03-10T03:18:00Z')
  await run('drop-old-snapshots')
  t.equal((await request(`/v1/snapshots/${kept}`)).statusCode, 404)
  t.equal(await count(), 1, 'the newest is always there')
  t.equal((await request(`${data[0].files[0].url}`)).statusCode, 404)
})

t.test('what a killed maker left is removed, and nobody is shown it', async (t) => {
  const position = (await latest()).position.split('.')
  const left = { id: v7(), epoch: position[0]!, position: 999_999, begun_at: NOW.toISOString() }
  await db.insertInto('snapshot').values(left).execute()
  const key = `snapshots/${left.id}/network.csv`
  await files.keep(key, await files.receive(bytesOf('id\n')), 'text/csv')
  t.not((await latest()).position, `${position[0]}.999999`)
  await run('drop-old-snapshots')
  await t.rejects(files.read(key, { start: 0, end: 0 }))
  t.equal(await count(), 1)
})

async function* bytesOf(of: string) {
  yield Buffer.from(of)
}

t.test('a store that fails leaves no snapshot, and the next attempt makes it', async (t) => {
  const { position } = await latest()
  await change(8)
  to('2026-03-11T03:17:00Z')
  const broken = { ...files, keep: async () => Promise.reject(new Error('no space left')) }
  const work = tasks({ db, pool, files: broken, clock })['make-snapshot']!
  await t.rejects((async () => await work({}, {} as never))(), { message: 'no space left' })
  t.equal((await latest()).position, position)
  await run('make-snapshot')
  t.not((await latest()).position, position)
})

t.test('who cannot follow from the newest waits for the next', async (t) => {
  const short = await appOn(t, url, { clock, files, feedHorizonDays: 1 })
  t.equal((await short.request('/v1/snapshots/latest')).statusCode, 200)
  to('2026-03-13T03:17:00Z')
  t.equal((await short.request('/v1/snapshots/latest')).statusCode, 200, 'nothing came after it')
  await change(9)
  t.match((await short.request('/v1/snapshots/latest')).json(), { code: 'snapshot_being_made' })
  const gone = await short.request('/v1/changes')
  t.match(gone.json(), { status: 410, restart: { snapshot: '/v1/snapshots/latest' } })
  await run('make-snapshot')
  const { follow } = await short.json('/v1/snapshots/latest')
  t.same((await short.json(follow)).data, [])
})

t.test(
  'after a restore from a backup there is no newest, and those before are shown as what they are',
  async (t) => {
    const { position } = await latest()
    await renewEpoch(db)
    t.equal((await request('/v1/snapshots/latest')).statusCode, 503)
    t.match(await json(`/v1/snapshots/${position}`), { position, follow: null })
    await run('make-snapshot')
    t.match(await latest(), { follow: /^\/v1\/changes/ })
  },
)
