import { globSync, readFileSync } from 'node:fs'
import t from 'tap'
import { plantAdoptedPlan } from '../support/adopted.ts'
import { startApp } from '../support/app.ts'
import { contract, operations } from '../support/contract.ts'
import { contractDocument } from '../support/document.ts'
import { exampleApp } from '../support/example-app.ts'
import { plantPlan } from '../support/plans.ts'
import { roleIdentity } from '../support/roles.ts'
import { plantVintage } from '../support/snapshots.ts'
import { plantEndpoint } from '../support/webhooks.ts'

const committed = readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')

t.test('openapi/openapi.json is what the routes and real answers make (else: npm run openapi)', async (t) => {
  const made = await contractDocument(await exampleApp(t))
  const [lines, expected] = [made.split('\n'), committed.split('\n')]
  const first = lines.findIndex((line, index) => line !== expected[index])
  t.equal(first, -1, `the first line that differs: ${lines[first]} instead of ${expected[first]}`)
  t.ok(made === committed, 'byte for byte')
})

t.test('every operation is named, described, tagged, and shows a real answer', async (t) => {
  const service = await startApp(t, { identity: roleIdentity, contract: true })
  const { app, request, db } = service
  await plantPlan({ db })
  await plantAdoptedPlan({ db })
  await plantEndpoint({ db })
  await plantVintage(service)
  const addresses = new Map<string, string>()
  await contractDocument(app, addresses)
  const tags = contract.tags.map((tag: { name: string }) => tag.name)
  t.equal(new Set(operations.map((operation) => operation.id)).size, operations.length, 'no name twice')
  for (const { id, method, path, responses } of operations) {
    const operation = contract.paths[path][method.toLowerCase()]
    t.match(
      id,
      method === 'GET' ? /^(get|list)([A-Z][a-z]+)+$/ : /^[a-z]+([A-Z][a-z]+)+$/,
      `${method} ${path}`,
    )
    t.ok(operation.summary?.length > 5, `${id}: a summary`)
    t.ok(operation.description?.length > 20, `${id}: a description`)
    t.equal(operation.tags?.length, 1, `${id}: one tag`)
    t.ok(tags.includes(operation.tags?.[0]), `${id}: a tag that is described`)
    const [success, answered] = Object.entries<{ content?: Record<string, { example: object }> }>(
      responses,
    )[0]!
    t.match(success, /^20\d$/)
    if (answered.content)
      t.ok(
        Object.values(answered.content).some(({ example }) => example !== undefined),
        `${id}: an example`,
      )
    for (const parameter of operation.parameters ?? []) {
      t.ok(parameter.description, `${id}: ${parameter.name} is described`)
      if (parameter.in === 'path') t.equal(parameter.required, true, `${id}: ${parameter.name}`)
      // A calendar is one council's, a figure one measure's, and a search is for something.
      const isNeeded =
        ['collectivity', 'measure'].includes(parameter.name) ||
        (id === 'listSearchHits' && parameter.name === 'q')
      if (parameter.in === 'query' && !isNeeded)
        t.notOk(parameter.required, `${id}: ${parameter.name} is optional`)
    }
    for (const [status, response] of Object.entries<{ content?: object }>(responses))
      if (Number(status) >= 400)
        t.same(Object.keys(response.content ?? {}), ['application/problem+json'], `${id} ${status}`)
    t.ok(responses['429'] && responses['400'], `${id}: what may happen to each`)
    if (responses['304'] === undefined || !answered.content!['application/json']) continue
    const answer = await request(addresses.get(id)!)
    t.equal(answer.statusCode, 200, `${id}: the example's request`)
    const type = String(answer.headers['content-type']).split(';')[0]!
    t.same(
      Object.keys(answer.json()),
      Object.keys(answered.content![type]!.example),
      `${id}: the example has the answer's form`,
    )
  }
})

t.test('published answers are open', async (t) => {
  const closed: string[] = []
  const seen = new Set<string>()
  // biome-ignore lint/suspicious/noExplicitAny: a document, walked as it is
  const walk = (node: any, where: string) => {
    if (node === null || typeof node !== 'object') return
    if (node.additionalProperties === false) closed.push(where)
    const named = /^#\/components\/schemas\/(\w+)$/.exec(node.$ref ?? '')?.[1]
    if (named !== undefined && !seen.has(named)) {
      seen.add(named)
      walk(contract.components.schemas[named], named)
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'example') walk(value, `${where}/${key}`)
  }
  for (const { id, responses } of operations) walk(responses, id)
  t.ok(seen.size > 5)
  t.same(closed, [], 'no schema of an answer forbids a field that is added later')
})

t.test('the routes under /v1 are those of the document, and the others are known', async (t) => {
  const { app } = await startApp(t)
  const template = (url: string) => url.replaceAll(/:(\w+)/g, '{$1}')
  const addresses = [...app.methodsByAddress.keys()]
  const routed = addresses.filter((url) => url.startsWith('/v1/'))
  t.same(routed.map(template).sort(), Object.keys(contract.paths).sort())
  for (const url of routed) {
    const answer = await app.inject({ method: 'OPTIONS', url: url.replace(/:\w+/, 'x') })
    const methods = Object.keys(contract.paths[template(url)] ?? {}).map((method) => method.toUpperCase())
    t.same(
      String(answer.headers.allow).split(', ').sort(),
      [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort(),
      `${url}: its methods`,
    )
  }
  const known =
    /^\/(|v1|docs(\/.*)?|openapi\.json|healthz|readyz|metrics|problems\/:code|\.well-known\/(api-catalog|security\.txt))$/
  const page = /^\/(fr|en)?(\/?(action-plans|regions|provincial-councils|communes)\/:id)?$/
  t.same(
    addresses.filter((url) => !url.startsWith('/v1/') && !known.test(url) && !page.test(url)),
    ['*'].filter((url) => addresses.includes(url)),
    'no route that nobody knows of',
  )
})

t.test('the document is served as it is committed', async (t) => {
  const { app } = await startApp(t)
  const answer = await app.inject('/openapi.json')
  t.equal(answer.statusCode, 200)
  t.ok(answer.body === committed)
  t.match(answer.headers['content-type'], /^application\/vnd\.oai\.openapi\+json/)
  t.equal(answer.headers['access-control-allow-origin'], '*')
})

/** What came with PostgreSQL 16, 17 and 18, and something that each pattern must find. */
const NEWER: readonly [RegExp, string][] = [
  [/\bjson_array\s*\(/i, 'json_array(1, 2)'],
  [/\bjson_object\s*\(/i, "json_object('a': 1 returning json)"],
  [/\bjson_(array|object)agg\s*\(/i, 'json_arrayagg(x)'],
  [/\bjson_(scalar|serialize|table|value|query|exists)\s*\(/i, 'json_scalar(1)'],
  [/\bis\s+(not\s+)?json\b/i, 'x is json'],
  [/\bany_value\s*\(/i, 'any_value(x)'],
  [/\buuidv[47]\s*\(/i, 'uuidv7()'],
  [/\buuid_extract_\w+\s*\(/i, 'uuid_extract_version(x)'],
  [/\brandom\s*\(\s*[^)\s]/i, 'random(1, 6)'],
  [/\brandom_normal\s*\(/i, 'random_normal()'],
  [/\barray_(shuffle|sample|reverse|sort)\s*\(/i, 'array_shuffle(x)'],
  [/\bdate_(add|subtract)\s*\(/i, 'date_add(x, y)'],
  [/\bsystem_user\b/i, 'select system_user'],
  [/\bpg_input_(is_valid|error_info)\s*\(/i, "pg_input_is_valid('1', 'integer')"],
  [/\bcasefold\s*\(/i, 'casefold(x)'],
  [/\bunicode_(assigned|version)\s*\(/i, 'unicode_assigned(x)'],
  [/\b(erfc?|gamma|lgamma|crc32c?|to_bin|to_oct|xmltext)\s*\(/i, 'crc32(x)'],
  [/\bat\s+local\b/i, 'now() at local'],
  [/\)\s*virtual\b/i, 'generated always as (a + b) virtual'],
  [/\bwithout\s+overlaps\b/i, 'primary key (id, period without overlaps)'],
  [/\breturning\s+(with\s*\(|old\.|new\.)/i, 'returning old.id'],
  [/\bnot\s+enforced\b/i, 'check (a > 0) not enforced'],
  [/\bon_error\s+(ignore|stop)\b/i, 'copy t from stdin (on_error ignore)'],
  [/\btransaction_timeout\b/i, 'set transaction_timeout = 1'],
  [/\bgeneric_plan\b/i, 'explain (generic_plan) select 1'],
]

t.test('nothing newer than PostgreSQL 15 is used', async (t) => {
  for (const [pattern, example] of NEWER) t.match(example, pattern, `the pattern finds ${example}`)
  const root = new URL('../../', import.meta.url)
  const files = globSync(['src/**/*.ts', 'migrations/*.ts'], { cwd: root })
  t.ok(files.length > 40, 'the files are found')
  for (const file of files) {
    // Not the comments, which may name what is not used.
    const code = readFileSync(new URL(file, root), 'utf8').replaceAll(/^\s*(\/\/|\*|\/\*\*|--).*$/gm, '')
    const found = NEWER.flatMap(([pattern]) => pattern.exec(code)?.[0] ?? [])
    t.same(found, [], file)
  }
})
