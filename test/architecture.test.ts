import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

const SHARED = ['domain', 'db', 'files', 'http', 'identity', 'outbound', 'seed']
const RESERVED = /\/(schema|queries|commands|routes)\.ts$/

/** `src/members/queries.ts` is `queries` of `members`; any other name in a feature is a `rule`. */
function placeOf(file: string): { feature: string; kind: string } {
  const [, folder = '', ...inner] = file.split('/')
  if (inner.length === 0) return { feature: '', kind: 'root' }
  if (SHARED.includes(folder)) return { feature: '', kind: folder }
  return { feature: folder, kind: RESERVED.exec(file)?.[1] ?? 'rule' }
}

/** What a file of each kind may import at run time, of any feature; `import type` is free. */
const MAY: Record<string, string[]> = {
  domain: ['domain'],
  rule: ['domain', 'rule'],
  schema: ['domain', 'http', 'rule', 'schema'],
  queries: ['db', 'domain', 'rule', 'queries'],
  commands: ['db', 'domain', 'identity', 'outbound', 'rule', 'queries', 'commands'],
  routes: ['domain', 'http', 'rule', 'schema', 'queries', 'commands'],
  db: ['db', 'domain'],
  files: ['files'],
  http: ['http', 'domain', 'db'],
  identity: ['identity', 'domain'],
  outbound: ['outbound'],
  seed: ['seed', 'domain', 'db', 'commands'],
  // jobs.ts alone calls commands: what is due is done without a request.
  root: [
    'root',
    'db',
    'domain',
    'files',
    'http',
    'identity',
    'outbound',
    'seed',
    'schema',
    'queries',
    'commands',
    'routes',
  ],
}

/** Packages that a file of each kind may use at run time. */
const PACKAGES: Record<string, RegExp> = {
  domain: /^(?!)/,
  // Pure like the rules that use it.
  rule: /^diff$/,
  schema: /^typebox$/,
  queries: /^kysely$/,
  commands: /^(canonicalize|kysely|uuid)$/,
  routes: /^(typebox|@fastify\/type-provider-typebox|uuid)$/,
  db: /^(kysely(\/.*)?|pg|pg-copy-streams|pg-protocol\/dist\/\w+\.js|graphile-worker|uuid)$/,
  http: /^(?!pg|jose)/,
  files: /^(flydrive\/drivers\/(fs|s3)|@aws-sdk\/client-s3|file-type)$/,
  identity: /^(jose|uuid)$/,
  outbound: /^ipaddr\.js$/,
  seed: /^(?!pg|fastify|jose)/,
  root: /^(?!pg|jose)/,
}

interface Import {
  from: string
  isType: boolean
}

/** Every import and re-export; dynamic ones too. */
function importsOf(text: string): Import[] {
  const code = text.replaceAll(/^\s*(\/\/|\*|\/\*\*).*$/gm, '')
  const stated = [...code.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)]
  const called = [...code.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)]
  return [
    ...stated.map(([, type, from]) => ({ from: from!, isType: type !== undefined })),
    ...called.map(([, from]) => ({ from: from!, isType: false })),
  ]
}

t.test('the reader of imports reads them', (t) => {
  const text = `import a from 'a'
import { b,
  type B } from './b.ts'
import type { C } from 'c'
export * from './d.ts'
export type { E } from 'e'
// import x from 'x'
const f = await import('./f.ts')
import 'g'
`
  t.same(
    importsOf(text).map(({ from, isType }) => `${from}${isType ? ' type' : ''}`),
    ['a', './b.ts', 'c type', './d.ts', 'e type', 'g', './f.ts'],
  )
  t.end()
})

t.test('what imports what', (t) => {
  t.ok(files.length > 50)
  const wrong: string[] = []
  for (const file of files) {
    const { feature, kind } = placeOf(file)
    for (const { from, isType } of importsOf(textOf(file))) {
      if (isType || from.startsWith('node:')) continue
      if (!from.startsWith('.')) {
        if (!PACKAGES[kind]!.test(from)) wrong.push(`${file} (${kind}) uses ${from}`)
        continue
      }
      const target = join(dirname(file), from).replaceAll('\\', '/')
      const there = placeOf(target)
      // A feature's routes may be split by sub-resource, each in a folder of its own.
      const isPart = kind === 'routes' && there.kind === 'routes' && there.feature === feature
      if (!isPart && !MAY[kind]!.includes(there.kind))
        wrong.push(`${file} (${kind}) imports ${target} (${there.kind})`)
      const isOther = feature !== '' && there.feature !== '' && there.feature !== feature
      if (isOther && (there.kind === 'routes' || (kind === 'routes' && there.kind === 'commands')))
        wrong.push(`${file} imports another feature's ${target}`)
    }
  }
  t.same(wrong, [])
  t.end()
})

t.test('no two features need each other', (t) => {
  const edges = new Map<string, Set<string>>()
  for (const file of files) {
    const { feature } = placeOf(file)
    if (feature === '') continue
    for (const { from, isType } of importsOf(textOf(file))) {
      if (isType || !from.startsWith('.')) continue
      const there = placeOf(join(dirname(file), from))
      // A pure rule needs nobody, so whoever uses it is drawn into nothing.
      if (there.feature !== '' && there.feature !== feature && there.kind !== 'rule')
        edges.set(feature, (edges.get(feature) ?? new Set()).add(there.feature))
    }
  }
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of edges.get(from) ?? []) if (!seen.has(next)) reaches(next, seen.add(next))
    return seen
  }
  t.ok(edges.get('members')?.has('register'))
  t.same(
    [...edges.keys()].filter((feature) => reaches(feature).has(feature)),
    [],
    'imports between features run one way',
  )
  t.end()
})

t.test('nothing but src/db speaks to PostgreSQL, and nothing but http and app.ts is Fastify', (t) => {
  const users = (name: RegExp) =>
    files.filter((file) => importsOf(textOf(file)).some(({ from, isType }) => !isType && name.test(from)))
  t.same(
    users(/^pg(-|$)/).filter((file) => !file.startsWith('src/db/')),
    [],
  )
  t.same(
    users(/^(fastify|@fastify\/(?!type-provider)|fastify-plugin)/).filter(
      (file) => !/^src\/(http\/|app\.ts)/.test(file),
    ),
    [],
  )
  t.same(
    users(/^jose$/).filter((file) => !file.startsWith('src/identity/')),
    [],
  )
  t.end()
})

t.test('only main.js and process.ts read the clock of the machine', (t) => {
  const readers = files.filter((file) => /\bDate\.now\(|\bnew Date\(\)/.test(textOf(file)))
  t.same(
    readers.filter((file) => !/^src\/(main|process)\.ts$/.test(file)),
    [],
    'time is an argument everywhere else',
  )
  t.end()
})

/** Past 150 look for the second idea; past this there surely is one. */
const MOST_LINES = 420

t.test('no file is longer than 420 lines', (t) => {
  const long = files
    .map((file) => `${file} ${textOf(file).trimEnd().split('\n').length}`)
    .filter((line) => Number(line.split(' ')[1]) > MOST_LINES)
  t.same(long, [])
  t.end()
})

t.test('no barrels, no default exports, no enums, no console', (t) => {
  t.same(
    files.filter((file) => /(^|\/)(index|utils|helpers|common)\.ts$/.test(file)),
    [],
  )
  const found = (pattern: RegExp) => files.filter((file) => pattern.test(textOf(file)))
  t.same(found(/^export (type )?(\*|\{[^}]*\}) from/m), [], 'what is exported is made there')
  t.same(found(/^export default/m), [])
  t.same(found(/^(export )?(const )?enum /m), [])
  t.same(found(/\bconsole\./), [])
  t.end()
})

t.test('migrations stand alone, in order', (t) => {
  const migrations = globSync('migrations/*', { cwd: root }).sort()
  t.same(
    migrations.map((file) => Number(/\/(\d{4})-[a-z-]+\.ts$/.exec(file)?.[1])),
    migrations.map((_, index) => index + 1),
    'numbered without a gap',
  )
  for (const file of migrations) {
    const from = importsOf(textOf(file)).filter(({ isType }) => !isType)
    t.same(
      from.map((one) => one.from),
      ['kysely'],
      `${file} imports nothing that may change later`,
    )
    t.notMatch(textOf(file), /export (async )?function down/, 'forward only')
  }
  t.end()
})

/** Names of the tests of a file; what is filled in when they run is left out. */
function testsIn(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const names = source.matchAll(/\.test\(\s*(['"`])(.*?)\1\s*,/gs)
  return [...names].map(([, , name]) => name!.replaceAll(/\$\{[^}]*\}:? ?/g, ''))
}

t.test('docs/reliability.md tells of tests that there are, and of every row of its catalogue', (t) => {
  const lines = readFileSync('docs/reliability.md', 'utf8').split('\n')
  const rows = lines.filter((line) => /^\| [A-F]\d/.test(line))
  for (const row of rows) {
    const shown = row.split(' | ').at(-1)!.replace(/ \|$/, '')
    const named = [...shown.matchAll(/`([\w/.-]+)`: (.+?)(?=; `|$)/g)]
    t.ok(named.length > 0, `${row.slice(0, 40)}: is shown by something`)
    for (const [, file, name] of named) {
      const path = file === 'drill' ? `scripts/drill/${name!.split(' ')[0]}.ts` : `test/${file}.test.ts`
      if (!t.ok(existsSync(path), path) || file === 'drill') continue
      t.ok(testsIn(path).includes(name!), `${file}: ${name}`)
    }
  }
  const told = rows.map((row) => /^\| ([A-F]\d+)/.exec(row)![1]!)
  const expected = Object.entries({ A: 18, B: 12, C: 21, D: 30, E: 18, F: 28 }).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  )
  t.same(
    expected.filter((id) => !told.includes(id)),
    [],
    'each has its row',
  )
  t.end()
})
