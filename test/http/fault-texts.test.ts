import t from 'tap'
import { startApp } from '../support/app.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { PDF } from '../support/sent-files.ts'
import { workshop } from '../support/workshop.ts'

const { request } = await startApp(t, { identity: roleIdentity })
const MEMBER = 'ac3b5a44-ae1d-5824-a678-258ba9f8edc4'
const post = (url: string, payload: object, language = 'en') =>
  request({
    method: 'POST',
    url,
    payload,
    headers: { ...as('association'), 'if-match': '*', 'accept-language': language },
  })
const added = (since: string) =>
  post(`/v1/members/${MEMBER}/focal-points`, {
    name: 'x',
    function: 'y',
    legal_basis: 'z',
    retention_until: '2028-01-31',
    since: { value: since },
  })

t.test('a year out of bounds is told from a wrong form', async (t) => {
  for (const [value, code, detail] of [
    ['2999-01-01', 'too_large', /2199/],
    ['2200', 'too_large', /2199/],
    ['1899-12', 'too_small', /1900/],
    ['2999-13-01', 'wrong_format', /YYYY/],
    ['99', 'wrong_format', /YYYY/],
  ] as const) {
    const answer = await added(value)
    t.equal(answer.statusCode, 400)
    t.match(answer.json().errors, [{ pointer: '/since/value', code, detail }], value)
  }
})

t.test('a character that nobody sees is named', async (t) => {
  for (const language of ['ar', 'fr', 'en']) {
    const answer = await post(
      '/v1/workshops',
      workshop({ title: { fr: 'Atelier \u202Ereport' } } as never),
      language,
    )
    t.match(answer.json().errors, [{ pointer: '/title/fr', code: 'direction_control', detail: /U\+202E/ }])
  }
})

t.test('what has a form is told by an example and not by a pattern', async (t) => {
  const answer = await post('/v1/workshops', {
    ...workshop(),
    sources: [{ title: 'x', url: 'ftp://example.org/a' }],
  })
  t.match(answer.json().errors, [{ pointer: '/sources/0/url', detail: 'Expected form: https://….' }])
})

t.test('a file is called by its own name', async (t) => {
  const send = (name: string) =>
    request({
      method: 'POST',
      url: `/v1/documents?owner_type=member&owner_id=${MEMBER}&kind=minutes&title.fr=x&file_name=${name}`,
      payload: PDF,
      headers: as('association'),
    })
  for (const [name, kept] of [
    ['../../etc/p.pdf', 'p.pdf'],
    ['C%3A%5CDocuments%5Cpv.pdf', 'pv.pdf'],
    ['dossier/', 'dossier'],
    ['..', null],
    ['/', null],
    ['pv.pdf', 'pv.pdf'],
  ] as const) {
    const answer = await send(name)
    t.equal(answer.statusCode, 201, answer.body)
    t.equal(answer.json().file_name, kept, name)
  }
  for (const name of ['../../etc/p%0d%0aX:1.pdf', 'a%09b', 'a%00b', 'a%0a']) {
    const answer = await send(name)
    t.equal(answer.statusCode, 400, name)
    t.match(answer.json().errors, [{ parameter: 'file_name' }])
  }
})
