import t from 'tap'
import { startApp } from '../support/app.ts'
import { contract, operations } from '../support/contract.ts'
import { council } from '../support/council.ts'
import { importer } from '../support/imports.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { workshop } from '../support/workshop.ts'

const service = await startApp(t, { identity: roleIdentity })
const { app, json, request } = service
const { send, must, scheduled, sit, validatedPlan } = council(service)
const association = as('association')
const NOBODY = '01900000-0000-7000-8000-000000000000'

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

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

t.test('numbers of a body are numbers, and only such as can be kept', async (t) => {
  const { url } = await scheduled('09.541')
  await sit(url, 1, '2023-09-11', 20)
  const vote = (counted: string) =>
    request({
      method: 'PUT',
      url: `${url}/vote`,
      headers: { ...association, 'if-match': '*', 'content-type': 'application/json' },
      payload: `{"sitting": 1, "for": ${counted}, "against": 0, "abstentions": 0}`,
    })
  for (const [counted, code] of [
    ['"12"', 'wrong_type'],
    ['null', 'wrong_type'],
    ['[12]', 'wrong_type'],
    ['true', 'wrong_type'],
    ['1.5', 'wrong_type'],
    ['1e400', 'wrong_type'],
    ['9007199254740993', 'too_large'],
    ['2147483648', 'too_large'],
    ['-1', 'too_small'],
    ['12, "for": 13', 'repeated_name'],
    ['12, "against": 20', 'repeated_name'],
  ] as const) {
    const answer = await vote(counted)
    t.match(answer.json(), { status: 400, errors: [{ code }] }, counted)
  }
  t.match((await json(url)).vote, null, 'nothing of that was counted')
  t.match((await vote('1.2e1')).json(), { vote: { for: 12 } })
  t.match((await vote('12.0')).json(), { vote: { for: 12 } })
  t.equal((await vote('-0')).statusCode, 409, 'is nought, which decides otherwise')
})

t.test('a patch of nothing is refused, and so is what nobody knows', async (t) => {
  const made = await must('POST', '/v1/workshops', workshop())
  const url = `/v1/workshops/${made.id}`
  t.equal((await send('PATCH', url, {})).statusCode, 400)
  const asked = { role: 'admin', status: 'held', memberId: NOBODY, version: 9, revision: 9, id: NOBODY }
  for (const answer of [
    await send('PATCH', url, asked),
    await send('POST', '/v1/workshops', { ...workshop(), ...asked, status: 'planned' }),
    await send('POST', '/v1/members', { collectivity: '09.541.01.13', sources: [{ title: 'x' }], ...asked }),
    await send('POST', '/v1/api-keys', { name: 'x', roles: ['ministry'], ...asked }, as('admin')),
  ]) {
    t.equal(answer.statusCode, 400)
    const named = answer.json().errors.map(({ pointer }: Loose) => pointer)
    for (const name of ['role', 'memberId', 'version', 'revision', 'id'])
      t.ok(named.includes(`/${name}`), `${name} is named`)
  }
  t.same(await json(url), made)
  for (const [more, pointer] of [
    [{ mode: 'nowhere' }, '/mode'],
    [{ held_on: { value: '2026-02-30' } }, '/held_on/value'],
    [{ sources: null }, '/sources'],
  ] as const)
    t.match((await send('PATCH', url, more)).json(), { status: 400, errors: [{ pointer }] })
})

t.test('a part is found in its whole, and nowhere else', async (t) => {
  const [one, other] = [
    await must('POST', '/v1/workshops', workshop()),
    await must('POST', '/v1/workshops', workshop()),
  ]
  const person = { name: 'Exemple', legal_basis: 'Consentement', retention_until: '2027-01-31' }
  const member = async (code: string) => (await json(`/v1/members?collectivity=${code}`)).data[0].id
  const [council, region] = [await member('09.541'), await member('09')]
  const added = async (url: string, more: object) => (await must('POST', url, { ...person, ...more })).id
  const participant = await added(`/v1/workshops/${one.id}/participants`, { category: 'staff' })
  const point = await added(`/v1/members/${council}/focal-points`, { function: 'x' })
  const [first, second] = [await scheduled('09.541'), await scheduled('09.541')]
  await sit(first.url, 1, '2023-09-11', 20)
  const plan = await validatedPlan('09.541')
  await must('POST', `/v1/action-plans/${plan}/transitions`, {
    action: 'reopen',
    effective_on: { value: '2023-09-01' },
  })
  await must('POST', `/v1/action-plans/${plan}/drafts`)
  const { position } = (await json('/v1/changes?limit=1')).meta

  const tried: Record<string, [string, string?]> = {
    '/v1/workshops/{id}/participants/{participant}': [
      `/v1/workshops/${other.id}/participants/${participant}`,
      `/v1/workshops/${one.id}/participants/${participant}`,
    ],
    '/v1/members/{id}/focal-points/{focal_point}': [
      `/v1/members/${region}/focal-points/${point}`,
      `/v1/members/${council}/focal-points/${point}`,
    ],
    '/v1/approval-sessions/{id}/sittings/{number}': [`${second.url}/sittings/1`],
    '/v1/action-plans/{id}/drafts/{number}': [
      `/v1/action-plans/${second.plan}/drafts/2`,
      `/v1/action-plans/${plan}/drafts/2`,
    ],
    '/v1/action-plans/{id}/drafts/{number}/history': [`/v1/action-plans/${second.plan}/drafts/2/history`],
    '/v1/action-plans/{id}/drafts/{a}/diff/{b}': [
      `/v1/action-plans/${second.plan}/drafts/1/diff/2`,
      `/v1/action-plans/${plan}/drafts/1/diff/2`,
    ],
    '/v1/snapshots/{position}/{file}': [`/v1/snapshots/${position}/member.csv`],
  }
  const nested = Object.keys(contract.paths).filter((path) => path.split('{').length > 2)
  t.same(nested.sort(), Object.keys(tried).sort(), 'each address of a part is tried')
  for (const [path, [wrong, right]] of Object.entries(tried))
    for (const method of Object.keys(contract.paths[path])) {
      const body = method === 'get' || method === 'delete' ? undefined : { axes: [] }
      const answer = await send(method.toUpperCase(), wrong, body)
      t.match(answer.json(), { status: 404, code: 'not_found' }, `${method} ${wrong}`)
      if (right !== undefined && method === 'get') t.equal((await send('GET', right)).statusCode, 200, right)
    }
})

t.test('nothing private is reached by choosing, sorting, adding or filtering', async (t) => {
  const PRIVATE = ['person', 'person.name', 'contact', 'contact.email', 'email', 'phone', 'voters', 'roll']
  PRIVATE.push(
    'actor',
    'signing_secret',
    'secret_hash',
    'hash',
    'withheld_by',
    'legal_basis.name',
    'retention_until',
    '*',
  )
  const lists = operations.filter(({ id, method, path }) => {
    const { parameters = [] } = contract.paths[path].get ?? {}
    return (
      method === 'GET' && !path.includes('{') && parameters.some(({ name }: Loose) => name === 'fields') && id
    )
  })
  t.ok(lists.length > 15)
  const headers = as('admin')
  for (const { path } of lists) {
    const known = contract.paths[path].get.parameters.map(({ name }: Loose) => name)
    const needed = path.endsWith('statistics') ? 'measure=members&' : path.endsWith('search') ? 'q=x&' : ''
    for (const name of ['fields', 'sort', 'include'].filter((one) => known.includes(one)))
      for (const wanted of PRIVATE) {
        const answer = await request({ url: `${path}?${needed}${name}=${wanted}`, headers })
        t.equal(answer.statusCode, 400, `${path}?${name}=${wanted}`)
      }
    for (const wanted of ['name', 'email', 'contact.email', 'person', 'actor', 'secret'])
      if (!known.includes(wanted)) {
        const answer = await request({ url: `${path}?${needed}${wanted}=a`, headers })
        t.match(
          answer.json(),
          { status: 400, errors: [{ code: 'unknown_parameter' }] },
          `${path}?${wanted}=a`,
        )
      }
  }
})

t.test('what may not be known of is not told from what is not there', async (t) => {
  const plan = await must('POST', '/v1/action-plans', {
    collectivities: [{ collectivity: '09.541.01.13' }],
    sources: [{ title: 'Exemple' }],
  })
  await must('PUT', `/v1/action-plans/${plan.id}/drafts/1`, { axes: [{ title: { fr: 'x' } }] })
  const opened = await must('POST', '/v1/consultations', {
    plan_id: plan.id,
    round: 1,
    channels: ['online_form'],
    opens_at: { value: '2026-02-01' },
    sources: [{ title: 'x' }],
  })
  const said = await must('POST', `/v1/consultations/${opened.id}/contributions`, {
    language: 'fr',
    problem: 'x',
  })
  const kept = await request({
    method: 'POST',
    url: `/v1/documents?owner_type=action_plan&owner_id=${plan.id}&kind=other&title.fr=x`,
    headers: association,
    payload: '%PDF-1.4',
  })
  const endpoint = await must('POST', '/v1/webhook-endpoints', {
    name: 'x',
    url: 'https://hooks.example.org/',
  })
  const stranger = as('member_editor', '01.051')
  const pairs: [string, string, object][] = [
    [`/v1/contributions/${said.id}`, `/v1/contributions/${NOBODY}`, {}],
    [`/v1/contributions/${said.id}`, `/v1/contributions/${NOBODY}`, stranger],
    [`/v1/contributions/${said.id}/history`, `/v1/contributions/${NOBODY}/history`, {}],
    [`/v1/documents/${kept.json().id}`, `/v1/documents/${NOBODY}`, {}],
    [`/v1/documents/${kept.json().id}/content`, `/v1/documents/${NOBODY}/content`, stranger],
    [`/v1/action-plans/${plan.id}/drafts/1`, `/v1/action-plans/${plan.id}/drafts/7`, {}],
    [`/v1/action-plans/${plan.id}/drafts/1`, `/v1/action-plans/${plan.id}/drafts/7`, stranger],
    [`/v1/webhook-endpoints/${endpoint.id}`, `/v1/webhook-endpoints/${NOBODY}`, stranger],
  ]
  const seen = ({ statusCode, headers, body }: Awaited<ReturnType<typeof request>>) => {
    const { 'x-request-id': id, 'content-length': length, date, ...rest } = headers
    return { statusCode, rest, body: { ...JSON.parse(body), instance: '', request_id: '' } }
  }
  for (const [hidden, missing, headers] of pairs) {
    const ask = (url: string) => request({ url, headers: { ...headers } })
    t.same(seen(await ask(hidden)), seen(await ask(missing)), hidden)
    t.equal((await ask(hidden)).statusCode, 404)
    const took: number[][] = [[], []]
    for (let round = 0; round < 30; round += 1)
      for (const [which, url] of [hidden, missing].entries()) {
        const began = performance.now()
        await app.inject({ url, headers: { ...headers } })
        took[which]!.push(performance.now() - began)
      }
    const [one, other] = took.map((all) => all.sort((a, b) => a - b)[15]!) as [number, number]
    t.ok(Math.abs(one - other) < 5, `${hidden}: ${one} and ${other} ms`)
  }
  const ids = await Promise.all(Array.from({ length: 3 }, () => must('POST', '/v1/workshops', workshop())))
  const random = ids.map(({ id }) => id.slice(19))
  t.equal(new Set(random).size, 3, 'the last 62 bits of an id are made up')
})

t.test('a body made to be costly costs little, and gets no long answer', async (t) => {
  const many = (count: number, item: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => item(index)).join()
  const plan = await validatedPlan('09.541')
  const nobody = `/v1/consultations/${NOBODY}/contributions`
  const texts = many(100_000, (index) => `"a${index}"`)
  for (const [name, method, url, payload] of [
    ['names', 'POST', nobody, `{${many(70_000, (index) => `"a${index}": 0`)}}`],
    ['long names', 'POST', nobody, `{${many(1_900, (index) => `"${'proble'.repeat(80)}${index}": 0`)}}`],
    ['items that must differ', 'POST', '/v1/members', `{"identifiers": [${texts}]}`],
    [
      'two thousand that must differ',
      'POST',
      '/v1/members',
      `{"identifiers": [${many(2_000, (index) => `{"scheme": "a${index}", "x": [[]]}`)}]}`,
    ],
    ['numbers', 'POST', '/v1/members', `{"sources": [${many(500_000, () => '1')}]}`],
    [
      'lists of lists',
      'POST',
      '/v1/members',
      `{"sources": [${many(500, () => `[${many(900, () => '1')}]`)}]}`,
    ],
    ['objects', 'POST', '/v1/workshops', `{"agenda": [${many(1_900, () => '{"a":0,"b":0,"c":0}')}]}`],
    [
      'eight megabytes',
      'PUT',
      `/v1/action-plans/${plan}/drafts/1`,
      `{"axes": [${many(1_900, () => `{"commitments": [${many(1_900, () => '1')}]}`)}]}`,
    ],
  ] as const) {
    const before = process.cpuUsage()
    const answer = await app.inject({
      method,
      url,
      headers: { ...association, 'if-match': '*', 'content-type': 'application/json' },
      payload,
    })
    const { user, system } = process.cpuUsage(before)
    t.equal(answer.statusCode, 400, `${name}: ${answer.body.slice(0, 200)}`)
    t.ok(answer.body.length < 100_000, `${name}: an answer of ${answer.body.length} bytes`)
    t.ok(user + system < 1_500_000, `${name}: ${(user + system) / 1_000} ms`)
  }
  const { send: sendTable, rows } = importer(service)
  for (const [name, list] of [
    ['a long list in a cell', texts],
    ['a deep one', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ] as const) {
    const before = process.cpuUsage()
    const cell = `"[${list.replaceAll('"', '""')}]"`
    const sent = await sendTable(`hcp_code,identifiers,source.title\r\n09.541.01.13,${cell},x\r\n`)
    const { user, system } = process.cpuUsage(before)
    t.equal(sent.statusCode, 422, `${name}: ${sent.body.slice(0, 200)}`)
    t.match((await rows(sent))[0].errors, [{ code: name === 'a deep one' ? 'too_deep' : 'too_long' }], name)
    t.ok(user + system < 1_500_000, `${name}: ${(user + system) / 1_000} ms`)
  }
  const parameters = await app.inject(`/v1/communes?${many(1_900, () => 'q=1').replaceAll(',', '&')}`)
  t.equal(parameters.json().errors.length, 100, 'no more than a hundred faults are told')
})

t.test('pages of anybody may read, and none gets more than it asks with', async (t) => {
  for (const origin of ['https://evil.example', 'null', 'https://infitah.example']) {
    for (const url of ['/v1/regions/09', '/v1/nothing', '/openapi.json', '/v1/me']) {
      const { headers } = await app.inject({ url, headers: { origin, cookie: 'session=x' } })
      t.equal(headers['access-control-allow-origin'], '*', url)
      t.notOk(headers['access-control-allow-credentials'])
      t.notMatch(JSON.stringify(headers), /evil|infitah\.example/)
    }
    for (const asked of ['PUT', 'PATCH', 'DELETE', 'POST']) {
      const url = '/v1/members/01900000-0000-7000-8000-000000000000'
      const { headers } = await app.inject({
        method: 'OPTIONS',
        url,
        headers: {
          origin,
          'access-control-request-method': asked,
          'access-control-request-headers': 'if-match',
        },
      })
      t.equal(headers['access-control-allow-methods'], 'GET, HEAD, POST', asked)
      t.equal(headers['access-control-allow-origin'], '*')
      t.notOk(headers['access-control-allow-credentials'])
    }
  }
})
