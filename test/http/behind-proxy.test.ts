import { join } from 'node:path'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { council } from '../support/council.ts'
import { freePort, programAt, runListening } from '../support/programs.ts'
import { as, roleIdentity } from '../support/roles.ts'
import { listening, speak } from '../support/socket.ts'
import { startVarnish, withoutVarnish } from '../support/varnish.ts'

/** Addresses of the requests that have reached the service. */
const reached: string[] = []
const stream = {
  write: (line: string) => {
    const { url } = JSON.parse(line)
    if (url !== undefined) reached.push(url)
  },
}
const service = await startApp(t, { identity: roleIdentity, logger: { level: 'info', stream } })
const { must, scheduled, sit, vote } = council(service)
const port = await listening(service.app)
const missing = (name: string) => (programAt(name) ? false : `${name} is not installed`)

/** Keeps all that the service says is for everybody, whoever asked for it, and gives it to everybody. */
const CARELESS = `vcl 4.1;
backend service { .host = "127.0.0.1"; .port = "${port}"; }
sub vcl_recv {
  if (req.method != "GET" && req.method != "HEAD") { return (pass); }
  return (hash);
}
sub vcl_backend_response {
  if (beresp.http.Cache-Control ~ "(?i)private|no-store") {
    set beresp.uncacheable = true;
  } else {
    set beresp.ttl = 60s;
  }
  return (deliver);
}
sub vcl_deliver { set resp.http.X-Hits = obj.hits; }
`

t.test('a careless cache shows nobody what is another’s', { skip: withoutVarnish ?? false }, async (t) => {
  const { origin } = await startVarnish(t, port, CARELESS)
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(origin + path, { headers })
    return { status: answer.status, hits: Number(answer.headers.get('x-hits')), body: await answer.text() }
  }
  await ask('/v1/members?limit=5')
  t.match(await ask('/v1/members?limit=5'), { status: 200, hits: 1 }, 'it keeps what is public')

  const { url } = await scheduled('09.541')
  await sit(url, 1, '2023-09-11', 20)
  const person = { name: 'Zqx Exemple', legal_basis: 'x', retention_until: '2028-01-31' }
  const roll = {
    legal_basis: 'x',
    retention_until: '2028-01-31',
    voters: [{ name: 'Zqx Voter', side: 'for' }],
  }
  const voted = await vote(url, { for: 2, against: 1, roll })
  t.equal(voted.statusCode, 200)
  const member = (await service.json('/v1/members?collectivity=09.541')).data[0].id
  await must('POST', `/v1/members/${member}/focal-points`, { ...person, function: 'x' })
  const plan = await must('POST', '/v1/action-plans', {
    collectivities: [{ collectivity: '09.541' }],
    sources: [{ title: 'x' }],
  })
  await must('PUT', `/v1/action-plans/${plan.id}/drafts/1`, { axes: [{ title: { fr: 'Zqx' } }] })
  const own = [
    `/v1/members/${member}/focal-points`,
    `${url}/vote/roll`,
    `/v1/action-plans/${plan.id}/drafts/1`,
    `/v1/action-plans/${plan.id}/drafts?include=axes`,
    `/v1/action-plans/${plan.id}/drafts?include=axes&format=ndjson`,
    '/v1/me',
    `${url}/actions`,
    '/v1/webhook-endpoints',
    '/v1/member-imports',
  ]
  const association = as('association')
  const strangers = [{}, as('member_editor', '01.051'), as('admin')]
  for (const path of own) {
    for (let times = 0; times < 2; times += 1) {
      const { status, hits } = await ask(path, association)
      t.same([status, hits], [200, 0], `${path}: made for whoever asks, each time`)
    }
    for (const headers of strangers) {
      const { body } = await ask(path, headers)
      t.notMatch(body, 'Zqx', path)
      t.notMatch(body, 'test|association', path)
    }
  }
  for (const [path, status] of [
    ['/v1/members?limit=0', 400],
    ['/v1/me', 401],
    ['/v1/nothing', 404],
    ['/v1/members?limit=6', 401],
  ] as const)
    for (let times = 0; times < 2; times += 1) {
      const headers: Record<string, string> = path.endsWith('6') ? { authorization: 'Bearer x' } : {}
      t.match(await ask(path, headers), { status, hits: 0 }, `${path}: a refusal is not kept`)
    }
  t.match(await ask('/v1/members?limit=6'), { status: 200 }, 'not even for those whom it does not concern')
})

t.test(
  'what two readers could read in two ways ends at the balancer or at the service',
  {
    skip: missing('haproxy'),
  },
  async (t) => {
    const at = await freePort()
    const config = join(import.meta.dirname, '../../ops/haproxy/service.cfg')
    const app = `127.0.0.1:${port}`
    const environment = { SERVICE_BIND: `127.0.0.1:${at}`, APP1: app, APP2: app }
    await runListening(t, programAt('haproxy')!, ['-db', '-f', config], at, environment)
    const inner = 'GET /v1/smuggled HTTP/1.1\r\nHost: a\r\n\r\n'
    /** Within the one chunk of a body, as whoever takes it for chunked must read it. */
    const chunk = `${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`
    const post = (...lines: string[]) =>
      ['POST /v1/regions HTTP/1.1', 'Host: a', ...lines, '', ''].join('\r\n')
    for (const [name, bytes] of [
      ['CL and TE', `${post('Content-Length: 5', 'Transfer-Encoding: chunked')}0\r\n\r\n${inner}`],
      ['TE and CL', `${post('Transfer-Encoding: chunked', 'Content-Length: 4')}${chunk}`],
      ['two lengths', `${post('Content-Length: 0', `Content-Length: ${inner.length}`)}${inner}`],
      ['xchunked', `${post('Transfer-Encoding: xchunked')}0\r\n\r\n${inner}`],
      ['a folded coding', `${post('Transfer-Encoding:\r\n chunked')}${chunk}`],
      [
        'chunked twice',
        `${post('Transfer-Encoding: chunked', 'Transfer-Encoding: identity')}0\r\n\r\n${inner}`,
      ],
      ['a tab before the colon', `${post('Transfer-Encoding\t: chunked')}${chunk}`],
      ['a length with a sign', `${post(`Content-Length: +${inner.length}`)}${inner}`],
      ['a bare line feed', `POST /v1/regions HTTP/1.1\nHost: a\nContent-Length: ${inner.length}\n\n${inner}`],
      ['an endless chunk size', `${post('Transfer-Encoding: chunked')}ffffffffffffffffff\r\n${inner}`],
    ]) {
      reached.length = 0
      const answer = await speak(at, bytes!, 150)
      t.notOk(reached.includes('/v1/smuggled'), `${name}: nothing is smuggled`)
      const answers = answer.text.match(/^HTTP\/1\.1 \d+/gm) ?? []
      t.ok(answers.length <= 1, `${name}: ${answers.join()}`)
      t.ok(
        answers.every((line) => /[45]\d\d$/.test(line)),
        `${name}: ${answers.join()}`,
      )
    }
    const well = await speak(
      at,
      'GET /v1/regions/09?fields=id HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    )
    t.equal(well.status, 200, 'and all is well')
    t.ok(reached.includes('/v1/regions/09?fields=id'))
  },
)
