import t from 'tap'
import { startApp } from '../support/app.ts'
import { importer } from '../support/imports.ts'
import { as, roleIdentity } from '../support/roles.ts'

const service = await startApp(t, { identity: roleIdentity })
const { app, json, request } = service
const association = as('association')

t.test('an address that cannot be read gets all that any answer has', async (t) => {
  const usual = await app.inject('/v1/no-such')
  for (const url of ['/v1/members%zz', '/v1/%ED%A0%80/x', `/v1/members/${'9'.repeat(300)}`]) {
    const answer = await app.inject({ url, headers: { 'x-request-id': 'somebody-1234' } })
    t.equal(answer.headers['x-request-id'], 'somebody-1234', url.slice(0, 30))
    t.equal(answer.json().request_id, 'somebody-1234')
    for (const name of ['content-security-policy', 'x-content-type-options'])
      t.equal(answer.headers[name], usual.headers[name], name)
    t.doesNotThrow(() => decodeURI(answer.json().instance.replaceAll(/%[0-9A-F]{2}/g, '')))
  }
  t.equal((await app.inject('/v1/members%zz')).json().instance, '/v1/members%25zz', 'a URI reference')
})

t.test('a body that nothing asks for is not read, whatever it is said to be', async (t) => {
  const member = (await json('/v1/members')).data[0].id
  const bodies: { headers: Record<string, string>; payload?: string }[] = [
    { headers: { 'content-type': 'text/plain' } },
    { headers: { 'content-type': 'application/json; charset=utf-7' }, payload: '{' },
    { headers: { 'content-type': 'nonsense' }, payload: 'x'.repeat(2_000_000) },
    { headers: { 'content-encoding': 'br, gzip' } },
  ]
  for (const { headers, ...body } of bodies) {
    const read = await request({ url: `/v1/members/${member}`, headers })
    t.equal(read.statusCode, 200, JSON.stringify(headers))
    const url = '/v1/holidays/01900000-0000-7000-8000-000000000000'
    const erased = await request({
      method: 'DELETE',
      url,
      headers: { ...association, 'if-match': '*', ...headers },
      ...body,
    })
    t.equal(erased.statusCode, 404, 'found out without its body')
  }
})

t.test('rows of an import that are no objects are told as any others', async (t) => {
  const { send, place } = importer(service)
  const sent = await send('[1, "x", null, []]', '?on_error=continue', 'application/json')
  t.equal(sent.statusCode, 200, sent.body)
  const { data } = (await request({ url: `${place(sent)}/rows`, headers: association })).json()
  t.equal(data.length, 4)
  for (const row of data) t.match(row, { cells: {}, errors: [{ code: 'wrong_type' }] })
})
