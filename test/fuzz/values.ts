import fc from 'fast-check'
import { type Loose, resolved } from './operations.ts'

/** Stands for an id of a collection that is only known when the request is sent: `@@members:0@@` is the newest. */
const idOf = (collection: string) =>
  fc
    .oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(40) })
    .map((back) => `@@${collection}:${back}@@`)

/** Collections that properties of these names point into; any other points anywhere. */
const COLLECTION_OF: Readonly<Record<string, string>> = {
  plan: 'action-plans',
  plan_id: 'action-plans',
  consultation: 'consultations',
  merged_into: 'contributions',
  commitment: 'commitments',
  workshop: 'workshops',
  document: 'documents',
  members: 'members',
}

const CODES = ['09.541', '09.541.01.13', '09.541.01.01', '09', 'MA-09', 'MA-TAR', '01.051', '99.999']
const day = fc.oneof(
  fc.constantFrom('2026-02-02', '2026-02-01', '2026-01-15', '2023-09-11', '2024-02-29', '2025-12-31'),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)
const instant = day.map((text) => `${text}T09:00:00.000Z`)
const partial = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([text, length]: [string, number]) => text.slice(0, length))

const WORDS = [
  'نشر الخطوط',
  'Digitalisation',
  'Publier',
  'Exemple',
  'مثال',
  'ⵜⴰⵎⴰⵣⵉⵖⵜ',
  'x',
  '0',
  'null',
  '<b>',
  "'; --",
]
const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 40 })
      .map((text) => `a${text}`),
  },
)

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  collectivity: fc.constantFrom(...CODES),
  date: day,
  'date-time': instant,
  'partial-date': partial,
  moment: fc.oneof(instant, partial),
  email: fc.constantFrom('someone@example.org', 'a.b+c@example.com'),
  uri: fc.constantFrom('https://example.org/', 'https://example.org/a?b=c#d', 'urn:x:y'),
  identifier: fc.constantFrom('hcp:09.541', 'association:A-123', 'x:%'),
  point: fc.constantFrom('-8.877,30.472', '0,0', '180,90'),
  circle: fc.constantFrom('-8.877,30.472,50', '-8,30'),
  box: fc.constantFrom('-10,29,-8,31', '-180,-90,180,90'),
  position: fc.constantFrom('example.1', 'example.0', 'other.1', 'example.999999999'),
  currency: fc.constantFrom('MAD', 'EUR'),
  'file-name': fc.constantFrom('minutes.pdf', 'محضر.pdf', 'a"b.csv'),
}

/** Texts that somebody down the line might not hold, or read as something else. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202eevil',
  '\u2066',
  'ع\u0651\u0652\u0670\u0656'.repeat(20),
  'é'.normalize('NFD'),
  '\ufeff',
  '\u001b[31m',
  'a\r\nSet-Cookie: x=y',
  '=1+1',
  '@SUM(A1)',
  '%',
  '_%\\',
  "' or 1=1 --",
  'a & b | !c:*',
  '{{7*7}}',
  '../../etc/passwd',
  '9'.repeat(400),
  'أ'.repeat(5_000),
  '1e400',
  '00000000-0000-0000-0000-000000000000',
  '2026-02-30',
  '-infinity',
  'NaN',
  '0001-01-01',
  '9999-12-31',
  'constructor',
  'toString',
] as const

export const nastyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)

export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom<unknown>(null, true, 0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, [], {}, [[]], [null], {
    a: {},
  }),
  fc.constant({ value: null }),
  fc.constant(Array.from({ length: 600 }, () => 'x')),
)

/** What just misses a schema: a bound and one, a word that is not of the list. */
function beside(schema: Loose): fc.Arbitrary<unknown> {
  const missed: unknown[] = []
  if (schema.minimum !== undefined) missed.push(schema.minimum - 1)
  if (schema.maximum !== undefined) missed.push(schema.maximum + 1)
  if (schema.maxLength !== undefined)
    missed.push('x'.repeat(schema.maxLength + 1), '\u{1F600}'.repeat(schema.maxLength))
  if (schema.minLength > 0) missed.push('x'.repeat(schema.minLength - 1))
  if (schema.enum !== undefined) missed.push(`${schema.enum[0]}x`, String(schema.enum[0]).toUpperCase())
  if (schema.maxItems !== undefined && schema.maxItems < 2_000)
    missed.push(Array.from({ length: schema.maxItems + 1 }, (_, index) => `x${index}`))
  return missed.length === 0 ? nastyValue : fc.oneof(fc.constantFrom(...missed), nastyValue)
}

const ABSENT = Symbol('absent')

/** Object of these members, without those that are absent. */
const objectOf = (members: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .record(members)
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ABSENT)))

const known = new Map<string, fc.Arbitrary<unknown>>()

/**
 * Values of a schema.
 *
 * @param dirt of a hundred leaves, how many miss what the schema asks for
 * @param name of the property, which may tell what an id is of
 */
export function valuesOf(given: Loose, dirt: number, name = ''): fc.Arbitrary<unknown> {
  const key = `${given.$ref} ${dirt}`
  const before = given.$ref && known.get(key)
  if (before) return before
  const schema = resolved(given)
  const clean = cleanValues(schema, dirt, name)
  const isLeaf = schema.properties === undefined && schema.anyOf === undefined
  const made =
    dirt === 0 || !isLeaf
      ? clean
      : fc.oneof({ weight: 100 - dirt, arbitrary: clean }, { weight: dirt, arbitrary: beside(schema) })
  if (given.$ref) known.set(key, made)
  return made
}

function cleanValues(schema: Loose, dirt: number, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice: Loose) => valuesOf(choice, dirt, name)))
  switch ([schema.type].flat()[0]) {
    case 'object':
      return cleanObject(schema, dirt)
    case 'array':
      return cleanArray(schema, dirt, name)
    case 'string':
      return cleanText(schema, name)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -3, max: schema.maximum ?? 1_000_000 })
    case 'number':
      return fc.double({ min: schema.minimum ?? -200, max: schema.maximum ?? 200, noNaN: true })
    case 'boolean':
      return fc.boolean()
    default:
      return fc.constant(null)
  }
}

function cleanObject(schema: Loose, dirt: number): fc.Arbitrary<unknown> {
  const required: string[] = schema.required ?? []
  const members = Object.entries<Loose>(schema.properties ?? {}).map(([name, inner]) => {
    const value = valuesOf(inner, dirt, name)
    return [name, required.includes(name) ? value : orAbsent(value, 2, 1)]
  })
  return objectOf(Object.fromEntries(members))
}

const orAbsent = (value: fc.Arbitrary<unknown>, absent: number, there: number) =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(ABSENT) }, { weight: there, arbitrary: value })

function cleanArray(schema: Loose, dirt: number, name: string): fc.Arbitrary<unknown> {
  const bounds = { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, 3) }
  const item = valuesOf(schema.items ?? {}, dirt, name)
  return schema.uniqueItems
    ? fc.uniqueArray(item, { ...bounds, selector: (value) => JSON.stringify(value) ?? '' })
    : fc.array(item, bounds)
}

function cleanText(schema: Loose, name: string): fc.Arbitrary<unknown> {
  const { format, pattern, minLength = 0, maxLength = 200 } = schema
  if (format === 'uuid') return idOf(COLLECTION_OF[name] ?? (name.endsWith('_id') ? '' : name))
  const made =
    FORMATS[format] ?? (pattern === undefined ? words : fc.stringMatching(new RegExp(pattern)).map(String))
  const fitted = made.map((text) => [...text].slice(0, maxLength).join('').padEnd(minLength, 'x'))
  return format === undefined && pattern === undefined
    ? fc.oneof(
        { weight: 12, arbitrary: fitted },
        { weight: 1, arbitrary: fc.constant('ن'.repeat(maxLength)) },
      )
    : fitted
}

/** A body that was right once, with some of it replaced, left out or added. */
export function variantsOf(schema: Loose, example: Loose, dirt: number): fc.Arbitrary<unknown> {
  if (Array.isArray(example) && example.length > 0)
    return fc.array(variantsOf(resolved(schema.items ?? {}), example[0], dirt), {
      minLength: 0,
      maxLength: 4,
    })
  if (typeof example !== 'object' || example === null || schema.properties === undefined)
    return dirt === 0 ? fc.constant(example) : fc.oneof(fc.constant(example), nastyValue)
  const members = Object.entries<Loose>(schema.properties).map(([name, inner]) => {
    const value = valuesOf(inner, dirt, name)
    if (!(name in example)) return [name, orAbsent(value, 8, 1)]
    const kept = { weight: 10, arbitrary: variantsOf(resolved(inner), example[name], dirt) }
    return [
      name,
      fc.oneof(kept, { weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.constant(ABSENT) }),
    ]
  })
  return objectOf(Object.fromEntries(members))
}
