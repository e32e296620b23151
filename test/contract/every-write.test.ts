import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import pg from 'pg'
import t from 'tap'
import { ROLES } from '../../src/domain/actor.ts'
import { NOW, startApp } from '../support/app.ts'
import { contract, operations } from '../support/contract.ts'
import { ISSUER, tokenOf } from '../support/identity.ts'

const { request, db, url: database } = await startApp(t)
const limited = await startApp(t, { rateLimit: 1 })

// biome-ignore lint/suspicious/noExplicitAny: a document of somebody else's form, walked as it is
type Loose = any

/** All that is not public: the caller has every role, so that nothing but the request itself is refused. */
const CASES = operations
  .map(({ id, method, path }) => {
    const operation: Loose = contract.paths[path][method.toLowerCase()]
    const [type, body]: [string?, Loose?] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
    const isIdempotent = operation.parameters?.some(({ name }: Loose) => name === 'idempotency-key')
    return {
      id,
      method: method as 'POST',
      url: operation['x-example-request'],
      operation,
      type,
      body,
      isIdempotent,
    }
  })
  .filter(({ operation }) => operation.security !== undefined)

const as = async (sub: string) => ({ authorization: `Bearer ${await tokenOf({ sub, roles: ROLES })}` })

for (const { id, method, url, operation, type, body, isIdempotent } of CASES) {
  const all = await as('all')
  const declares = (status: number) => operation.responses[status] !== undefined

  t.test(`${id}: too often`, async (t) => {
    const headers = await as(id)
    await limited.app.inject({ method, url, headers })
    const answer = await limited.request({ method, url, headers })
    t.equal(answer.statusCode, 429)
    t.match(answer.headers['retry-after'], /^\d+$/)
  })

  if (declares(406) && (method as string) === 'GET')
    t.test(`${id}: a format that there is not`, async (t) => {
      t.equal((await request({ method, url, headers: { ...all, accept: 'image/png' } })).statusCode, 406)
    })

  if ((method as string) === 'GET')
    t.test(`${id}: a parameter that there is not`, async (t) => {
      const answer = await request({
        method,
        url: `${url}${url.includes('?') ? '&' : '?'}nonsense=1`,
        headers: all,
      })
      t.match(answer.json(), { status: 400, errors: [{ parameter: 'nonsense', code: 'unknown_parameter' }] })
    })

  if (type === 'application/json' || type === 'application/merge-patch+json')
    t.test(`${id}: bodies that are not taken`, async (t) => {
      const send = async (contentType: string, payload: string | Buffer) =>
        await request({ method, url, headers: { ...all, 'content-type': contentType }, payload })
      for (const other of ['text/plain', 'application/x-www-form-urlencoded', `${type}; charset=iso-8859-1`])
        t.equal((await send(other, '{}')).statusCode, 415, other)
      t.equal((await send(type, `{"a": "${'x'.repeat(10_000_000)}"}`)).statusCode, 413)
      const packed = await request({
        method,
        url,
        headers: { ...all, 'content-type': type, 'content-encoding': 'gzip' },
        payload: gzipSync('{}'),
      })
      t.match(packed, { statusCode: 415, headers: { 'accept-encoding': 'identity' } }, 'nothing is inflated')
      // Of a patch it is known when it is put upon a record, of a table of rows it is told by column.
      const named = !['PATCH', 'importMembers'].some((one) => one === method || one === id)
      for (const [text, code] of [
        ['{"a":', 'not_json'],
        ['', 'not_json'],
        [Buffer.from([0x7b, 0xff, 0x7d]), 'not_well_formed'],
        ['['.repeat(100_000), 'not_json'],
        [`${'['.repeat(40)}${']'.repeat(40)}`, 'too_deep'],
        [`{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'too_deep'],
        ['{"a": 1, "b": {"a": 1}, "\\u0061": 2}', 'repeated_name'],
        ['{"a": "\\u0000"}', 'not_well_formed'],
        ['{"a": ["\\ud800"]}', 'not_well_formed'],
        ['{"a\\udc00": 1}', 'unknown_property'],
        ['{"a": "x\\u202ey"}', 'direction_control'],
        ...(named ? [['\uFEFF{"nobody_knows_it": 1e400}', 'unknown_property'] as const] : []),
        ['{"__proto__": {"admin": true}}', 'unknown_property'],
        ['{"constructor": {"prototype": {"admin": true}}}', 'unknown_property'],
      ] as const) {
        const answer = await send(type, text as string)
        t.equal(answer.statusCode, 400, String(text).slice(0, 20))
        t.equal(answer.json().code, 'invalid_request')
        const codes = answer.json().errors.map((fault: Loose) => fault.code)
        t.ok(id === 'importMembers' || codes.includes(code), `${code}: ${codes}`)
      }
      t.notOk('admin' in {}, 'no prototype has moved')
    })

  if (isIdempotent && body?.example !== undefined)
    t.test(`${id}: a key that is in use, or was used for something else`, async (t) => {
      const client = `${ISSUER}|all`
      const send = async (key: string) =>
        await request({
          method,
          url,
          headers: { ...all, 'idempotency-key': key, 'if-match': '"1"' },
          payload: body.example,
        })
      const other = new pg.Client(database)
      await other.connect()
      try {
        await other.query('select pg_advisory_lock(hashtextextended($1, 20260101))', [
          `${client}\nrunning-${id}`,
        ])
        const answer = await send(`running-${id}`)
        t.match(answer.json(), { status: 409, code: 'idempotency_in_progress' })
        t.match(answer.headers['retry-after'], /^\d+$/)
      } finally {
        await other.end()
      }
      await sql`insert into idempotent_answer (client, key, fingerprint, status, answered_at)
        values (${client}, ${`used-${id}`}, 'of something else', 201, ${NOW})`.execute(db)
      t.match((await send(`used-${id}`)).json(), { status: 422, code: 'idempotency_mismatch' })
      t.equal((await send('x'.repeat(256))).statusCode, 400)
      t.equal((await send('with space')).statusCode, 400)
    })
}
