import fc from 'fast-check'
import { type Loose, TARGETS, type Target } from './operations.ts'
import { nastyText, nastyValue, valuesOf, variantsOf } from './values.ts'

/** Who tries: `editor` of what the canaries are of, `other` of another province. */
export const CALLERS = ['public', 'editor', 'other', 'association', 'ministry', 'admin', 'bad'] as const
export type Caller = (typeof CALLERS)[number]

/** Something that no client of good will sends. */
export type Spoil =
  | { of: 'segment'; at: number; text: string }
  | { of: 'path'; how: string }
  | { of: 'query'; pair: string }
  | { of: 'header'; name: string; value: string }
  | { of: 'body'; at: number; value: unknown }
  | { of: 'member'; name: string; value: unknown }
  | { of: 'raw'; text: string }
  | { of: 'bytes'; bytes: number[] }
  | { of: 'method'; method: string }

/** One request as fast-check makes it; ids are filled in when it is sent (wire.ts). */
export interface Call {
  target: string
  caller: Caller
  /** How the address is filled: as in the contract's example, or with what is there, counted from the newest. */
  path: 'example' | number
  query: [string, string][]
  headers: Record<string, string>
  body: unknown
  spoils: Spoil[]
}

const TAGS = [
  '*',
  'current',
  'current',
  'current',
  '"0"',
  '"1"',
  '"999999"',
  'W/"1"',
  '"1", "2"',
  '1',
  '""',
  '"x".y"',
]
const KEYS = [
  '0190a000-0000-4000-8000-000000000001',
  '0190a000-0000-4000-8000-000000000002',
  'k',
  'ü',
  ' ',
  'x'.repeat(256),
]

/** Headers with a meaning, right and wrong. */
const oddHeader = fc.oneof(
  fc.constantFrom<[string, string]>(
    ['accept', 'text/csv'],
    ['accept', 'application/x-ndjson'],
    ['accept', 'application/geo+json;q=0.5, */*;q=0.1'],
    ['accept', 'image/png'],
    ['accept', ';;q=,'],
    ['accept', '*/*;q=0'],
    ['accept-language', 'ar'],
    ['accept-language', 'x-y-z, *;q=0, fr;q=2'],
    ['accept-encoding', 'gzip'],
    ['accept-encoding', 'identity;q=0'],
    ['range', 'bytes=0-0'],
    ['range', 'bytes=5-1'],
    ['range', 'bytes=-0,9999999999-'],
    ['if-none-match', '*'],
    ['if-none-match', '"'],
    ['if-none-match', 'W/"1", "2.x"'],
    ['if-modified-since', 'yesterday'],
    ['prefer', 'return=minimal, wait=10'],
    ['min-position', 'example.1'],
    ['min-position', 'nonsense'],
    ['x-forwarded-for', '192.0.2.1, unknown'],
    ['x-http-method-override', 'DELETE'],
    ['x-request-id', 'a\tb'],
    ['content-encoding', 'gzip'],
    ['content-encoding', 'br, gzip'],
    ['content-type', 'text/plain'],
    ['content-type', 'application/json; charset=utf-7'],
    ['content-type', 'application/merge-patch+json'],
    ['content-type', 'application/json;;;='],
    ['content-type', 'text/csv'],
    ['content-type', 'application/x-ndjson'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-type', ''],
    ['origin', 'https://evil.example'],
    ['origin', 'null'],
    ['cookie', 'a=b'],
    ['authorization', 'Basic '],
    ['authorization', 'Bearer a.b.c'],
    ['te', 'trailers'],
  ),
  fc.tuple(
    fc.constantFrom('if-match', 'if-none-match', 'idempotency-key', 'accept', 'accept-language', 'prefer'),
    fc.string({ unit: fc.constantFrom(...'"*/,;=aq01.-W '), maxLength: 40 }),
  ),
)

const spoil = (target: Target): fc.Arbitrary<Spoil> =>
  fc.oneof(
    fc.record({ of: fc.constant('segment' as const), at: fc.nat(3), text: nastyText }),
    fc.record({
      of: fc.constant('path' as const),
      how: fc.constantFrom('/', '//', '/.', '%2F', '%00', '%zz', '%', '%C3%28', '?', ';x=y', '%252e', '\\'),
    }),
    fc.record({
      of: fc.constant('query' as const),
      pair: fc.oneof(
        fc.constantFrom(
          'x=1',
          '__proto__=1',
          'limit=1&limit=2',
          '=',
          '&&&',
          'q=%ff',
          'fields=id,',
          'cursor=AAAA',
        ),
        fc
          .tuple(fc.constantFrom(...target.query.map(({ name }) => name), 'q'), nastyText)
          .map(([name, text]) => `${name}=${encoded(text)}`),
      ),
    }),
    oddHeader.map(([name, value]) => ({ of: 'header' as const, name, value })),
    ...(target.body === undefined
      ? []
      : [
          fc.record({ of: fc.constant('body' as const), at: fc.nat(30), value: nastyValue }),
          fc.record({
            of: fc.constant('member' as const),
            name: fc.constantFrom('id', 'revision', 'status', '__proto__', 'constructor', 'é', '', 'a/b~c'),
            value: nastyValue,
          }),
          fc.record({
            of: fc.constant('raw' as const),
            text: fc.constantFrom(
              '',
              ' ',
              '{',
              'null',
              '[]',
              '""',
              '{"a":1e400}',
              '{"a":1,"a":2}',
              '['.repeat(200),
            ),
          }),
          fc.record({
            of: fc.constant('bytes' as const),
            bytes: fc.array(fc.nat(255), { minLength: 1, maxLength: 20 }),
          }),
        ]),
    fc.record({
      of: fc.constant('method' as const),
      method: fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'TRACE'),
    }),
  )

/** Percent-encoded whatever it holds: lone surrogates as the bytes that they would be. */
export function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80'
}

function bodies({ body }: Target, dirt: number): fc.Arbitrary<unknown> {
  if (body === undefined) return fc.constant(undefined)
  const { schema, example } = body
  if (schema.type === 'string') return fc.constant(example ?? 'a,b\n1,2\n')
  const whole = valuesOf(schema, dirt)
  if (example === undefined) return whole
  return fc.oneof(
    { weight: 3, arbitrary: variantsOf(schema, example, dirt) },
    { weight: 1, arbitrary: whole },
  )
}

function queries(target: Target, dirt: number): fc.Arbitrary<[string, string][]> {
  if (target.query.length === 0) return fc.constant([])
  const isUpload = target.method === 'POST'
  const parameter = fc.constantFrom(...target.query).chain(({ name, schema }) =>
    // Nobody waits here for what will not come.
    (name === 'wait' ? fc.constant('0') : valuesOf(schema, dirt, name)).map((value): [string, string] => [
      name,
      Array.isArray(value) ? value.join() : typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    ]),
  )
  return fc.uniqueArray(parameter, { maxLength: isUpload ? 8 : 3, selector: ([name]) => name })
}

/** @param may who gets past the door of an operation, tried more often than others */
function callOf(target: Target, may: readonly Caller[]): fc.Arbitrary<Call> {
  const headers = fc.record(
    { 'if-match': fc.constantFrom(...TAGS), 'idempotency-key': fc.constantFrom(...KEYS) },
    { requiredKeys: [] },
  )
  const of = (dirt: number, mostSpoils: number) =>
    fc.record({
      target: fc.constant(target.id),
      caller: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...may) },
        { weight: 2, arbitrary: fc.constantFrom(...CALLERS) },
      ),
      path: fc.oneof(fc.constant('example' as const), fc.constant(0), fc.nat(40)),
      query: queries(target, dirt),
      headers: target.method === 'GET' ? fc.constant({}) : target.method === 'POST' ? headers : ifMatch,
      body: bodies(target, dirt),
      spoils: fc.array(spoil(target), { maxLength: mostSpoils }),
    })
  const ifMatch = fc.constantFrom(...TAGS).map((tag) => ({ 'if-match': tag }))
  return fc.oneof(
    { weight: 4, arbitrary: of(0, 0) },
    { weight: 2, arbitrary: of(0, 1) },
    { weight: 2, arbitrary: of(12, 2) },
  ) as fc.Arbitrary<Call>
}

/**
 * Stories: a few requests one after another, mostly about one kind of record, so that what one makes the next changes,
 * steps and deletes.
 *
 * @param only one operation alone, by its id
 */
export function stories(
  may: (target: Target) => readonly Caller[],
  only: string | undefined,
): fc.Arbitrary<Call[]> {
  const targets = TARGETS.filter(({ id }) => only === undefined || id === only)
  if (targets.length === 0) throw new Error(`There is no operation "${only}".`)
  const calls = new Map<string, fc.Arbitrary<Call>>()
  const callTo = (target: Target) => {
    const call = calls.get(target.id) ?? callOf(target, may(target))
    calls.set(target.id, call)
    return call
  }
  const families = [...Map.groupBy(targets, ({ family }) => family).values()]
  const weighted = (among: Target[]) =>
    fc.oneof(
      ...among.map((target) => ({ weight: target.method === 'GET' ? 1 : 2, arbitrary: callTo(target) })),
    )
  const one = families.map((family) => fc.array(weighted(family), { minLength: 1, maxLength: 8 }))
  const mixed = fc.array(weighted(targets), { minLength: 1, maxLength: 8 })
  return fc.oneof(...one.map((arbitrary, index) => ({ weight: families[index]!.length, arbitrary })), {
    weight: targets.length,
    arbitrary: mixed,
  }) as fc.Arbitrary<Loose>
}
