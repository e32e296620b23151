import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { RECORD_TYPES } from '../../src/domain/record-types.ts'
import { appOn } from '../support/app.ts'
import { freshDatabase } from '../support/database.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { startVarnish, withoutVarnish } from '../support/varnish.ts'

const { url: database } = await freshDatabase(t)
/** Nothing lasts so long in a test. */
const LONG = 3_000
const lasting = await serve(LONG)
const CANDIDATES = '/v1/members?status=candidate&limit=500&fields=id'

/** The service over a socket, and what it was asked for there. */
async function serve(sharedCacheSeconds: number) {
  const asked: { url: string; status: number; tag: string | undefined }[] = []
  const service = await appOn(t, database, {
    ...{ listenUrl: database, keptBytes: 16_777_216, identity: roleIdentity, sharedCacheSeconds },
    rateLimit: 100_000,
  })
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  service.app.server.prependListener('request', (request, response) =>
    response.once('finish', () =>
      asked.push({ url: request.url!, status: response.statusCode, tag: request.headers['if-none-match'] }),
    ),
  )
  const { port } = service.app.server.address() as { port: number }
  return { ...service, port, asked }
}

interface Got {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

/** As is: fetch would say what it accepts, and unpack what it gets. */
async function get(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>()
  const request = http.request(address, { method, headers }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('end', () =>
      resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
    )
  })
  request.on('error', reject).end()
  return await promise
}

/** Varnish names the request that put it there, too, when it had the answer. */
const isHit = ({ headers }: Got) => /^\d+ \d+$/.test(String(headers['x-varnish']))
const idsIn = ({ body }: Got): string[] => JSON.parse(String(body)).data.map(({ id }: { id: string }) => id)

const { data: communes } = await lasting.json('/v1/communes?member=false&limit=20&fields=hcp_code')
async function candidate(): Promise<string> {
  const answer = await lasting.request({
    method: 'POST',
    url: '/v1/members',
    headers: as('association'),
    payload: { collectivity: communes.pop().hcp_code, sources: [{ title: 'List' }] },
  })
  t.equal(answer.statusCode, 201, answer.body)
  return answer.json().id
}

t.test('a public answer says of what it is made, and how long others may keep it', async (t) => {
  const policy = `public, max-age=0, must-revalidate, s-maxage=${LONG}`
  for (const [url, types] of [
    ['/v1/holidays?limit=2', ['holiday']],
    ['/v1/holidays?format=csv', ['holiday']],
    ['/v1/regions/09', ['region', 'provincial_council', 'commune', 'member']],
    ['/v1/network', ['network', 'region', 'provincial_council', 'commune', 'member']],
  ] as const)
    for (const extra of [{}, { 'if-none-match': '*' }]) {
      const { headers } = await lasting.request({ url, headers: extra })
      t.strictSame(
        [headers['cache-control'], String(headers['surrogate-key']).split(' ').sort()],
        [policy, [...types].sort()],
        url,
      )
    }
  const { headers } = await lasting.request('/v1/search?q=commune')
  const keys = String(headers['surrogate-key']).split(' ')
  t.strictSame(
    keys.filter((key) => !(RECORD_TYPES as readonly string[]).includes(key)),
    [],
    'types as the feed names them',
  )
  for (const url of ['/v1/changes?limit=1', '/v1/licences', '/v1/snapshots/latest', '/v1/regions/x']) {
    const { headers } = await lasting.request(url)
    t.notOk(headers['surrogate-key'], url)
    t.notMatch(headers['cache-control'], 's-maxage', url)
  }
  const own = await lasting.request({ url: '/v1/contributions', headers: as('association') })
  t.equal(own.headers['cache-control'], 'private, no-store')
  t.notOk(own.headers['surrogate-key'])
})

t.test('behind Varnish', { skip: withoutVarnish ?? false }, async (t) => {
  const [{ origin, ban }, brief] = await Promise.all([startVarnish(t, lasting.port), serve(1)])
  const ask = (path: string, headers?: Record<string, string>, method?: string) =>
    get(origin + path, headers, method)

  await t.test('what it has, it sends itself', async (t) => {
    const first = await ask('/v1/network')
    const before = lasting.asked.length
    const second = await ask('/v1/network')
    t.strictSame([isHit(first), isHit(second)], [false, true])
    t.strictSame([second.body, second.headers.etag], [first.body, first.headers.etag])
    const unchanged = await ask('/v1/network', { 'if-none-match': String(first.headers.etag) })
    t.equal(unchanged.status, 304)
    t.equal((await ask('/v1/network', {}, 'HEAD')).body.length, 0)
    t.equal(lasting.asked.length, before, 'the service was asked for none of it')
    for (const name of ['x-request-id', 'ratelimit']) {
      t.ok(first.headers[name], `${name} of whoever asked first`)
      t.notOk(second.headers[name], 'and of nobody else')
    }
  })

  await t.test('formats, encodings and languages are never mixed', async (t) => {
    const url = '/v1/communes?province=09.541&limit=100'
    const variants = {
      json: {},
      gzip: { 'accept-encoding': 'gzip' },
      br: { 'accept-encoding': 'gzip, deflate, br, zstd' },
      none: { 'accept-encoding': 'br;q=0, gzip;q=0' },
      csv: { accept: 'text/csv' },
      ndjson: { accept: 'application/x-ndjson', 'accept-encoding': 'br' },
    }
    const seen = new Map<string, string>()
    for (const round of [1, 2])
      for (const [name, headers] of Object.entries(variants)) {
        const answer = await ask(url, headers)
        t.equal(isHit(answer), round === 2, `${name}, ${round}`)
        const encoding = { gzip: 'gzip', br: 'br', ndjson: 'br' }[name] as 'gzip' | 'br' | undefined
        t.equal(answer.headers['content-encoding'], encoding, name)
        const unpack = encoding && { gzip: gunzipSync, br: brotliDecompressSync }[encoding]
        const text = unpack?.(answer.body) ?? answer.body
        const itself = await lasting.request({ url, headers: { ...headers, 'accept-encoding': 'identity' } })
        t.equal(String(text), itself.body, `${name} is what the service says`)
        if (round === 1) seen.set(name, String(answer.headers.etag))
        else t.equal(answer.headers.etag, seen.get(name), name)
      }
    t.equal(new Set(seen.values()).size, 5, 'tags of their own, but for none and json')
    for (const language of ['ar', 'fr', 'ar']) {
      const refused = await ask('/v1/communes?limit=0', { 'accept-language': language })
      t.strictSame([refused.status, refused.headers['content-language']], [400, language])
    }
  })

  await t.test('F22: what is for one caller is never kept, nor does a caller get what is', async (t) => {
    const url = '/v1/contributions'
    const { headers: known } = { headers: as('association') }
    const open = await ask(url)
    for (let times = 0; times < 2; times += 1) {
      const own = await ask(url, known)
      t.strictSame([isHit(own), own.headers['cache-control']], [false, 'private, no-store'])
      t.match(own.headers.vary, 'Authorization')
    }
    const again = await ask(url)
    t.strictSame([isHit(again), again.body], [true, open.body])
    t.equal((await ask('/v1/me')).status, 401)
    t.equal((await ask('/v1/me', known)).status, 200)
    t.equal((await ask('/v1/me')).status, 401, 'and nobody else is told')
    t.equal((await ask('/v1/network', { authorization: 'Bearer nonsense' })).status, 401, 'kept or not')
    t.equal(isHit(await ask('/v1/network', { cookie: 'a=b' })), true, 'cookies are nobody’s')
    for (const method of ['TRACE', 'PURGE', 'BAN'])
      t.match((await ask('/v1/network', {}, method)).status, /^40[045]$/, method)
    t.ok(isHit(await ask('/v1/network')), 'nobody throws anything out from outside')
  })

  await t.test('thrown out by type', async (t) => {
    for (const url of [CANDIDATES, '/v1/holidays?limit=3']) await ask(url)
    const id = await candidate()
    const old = await ask(CANDIDATES)
    t.ok(isHit(old) && !idsIn(old).includes(id), 'it does not know')
    await ban('obj.http.Surrogate-Key', '~', '(^|[^a-z_])member($|[^a-z_])')
    const fresh = await ask(CANDIDATES)
    t.ok(!isHit(fresh) && idsIn(fresh).includes(id))
    t.ok(isHit(await ask('/v1/holidays?limit=3')), 'what is of other types stays')
  })

  await t.test('what is past its time is asked for by its tag', async (t) => {
    const { origin } = await startVarnish(t, brief.port)
    const first = await get(origin + CANDIDATES)
    const past = async () => {
      const before = brief.asked.length
      for (;;) {
        const answer = await get(origin + CANDIDATES)
        if (brief.asked.length > before) return { answer, asked: brief.asked.at(-1) }
        await sleep(20)
      }
    }
    const same = await past()
    t.match(same.asked, { url: CANDIDATES, status: 304, tag: first.headers.etag })
    t.strictSame(same.answer.body, first.body)
    const id = await candidate()
    const written = performance.now()
    while (!idsIn(await get(origin + CANDIDATES)).includes(id)) {
      if (performance.now() - written > 6_000)
        throw new Error('older than SHARED_CACHE_SECONDS and five seconds')
      await sleep(20)
    }
    t.pass('and a change is told within the time')
  })
})
