import t from 'tap'
import { breakingChanges, type Contract } from '../../scripts/contract/breaking.ts'
import type { Schema } from '../../scripts/contract/keywords.ts'
import {
  CURRENT,
  newestReleased,
  readContract,
  releaseFaults,
  untoldBreaks,
} from '../../scripts/contract/released.ts'

const current = readContract(CURRENT)
const released = newestReleased()
const skip = released ? false : 'nothing is released yet: npm run release:contract'

t.test('the contract breaks nobody who knows the last released one', { skip }, async (t) => {
  t.same(untoldBreaks(released!, current), [], `against ${released!.info.version}`)
})

const TEXT: Schema = { type: 'string' }
const NOTHING: Schema = { type: 'null' }
const words = (...values: string[]): Schema => ({ type: 'string', enum: values })
const growing = (...values: string[]): Schema => ({ type: 'string', 'x-extensible-enum': values })
const record = (properties: Record<string, Schema>, ...required: string[]): Schema => ({
  type: 'object',
  properties,
  required,
})
const closed = (properties: Record<string, Schema>): Schema => ({
  ...record(properties),
  additionalProperties: false,
})

type Operation = Contract['paths'][string][string]
const operation = (change: Partial<Operation>): Contract => ({
  info: { version: '1.0.0' },
  paths: { '/v1/things': { get: { operationId: 'listThings', responses: {}, ...change } } },
  components: { schemas: {} },
})
const json = (schema: Schema) => ({ 'application/json': { schema } })
const sent = (schema: Schema) => operation({ requestBody: { content: json(schema) } })
const answered = (schema: Schema) => operation({ responses: { 200: { content: json(schema) } } })
const asked = (change: object) =>
  operation({ parameters: [{ in: 'query', name: 'q', schema: TEXT, ...change }] })
const none = operation({})
const nowhere: Contract = { ...none, paths: {} }

/** Rule, one contract, another, what breaks from the first to the second; and what from the second to the first. */
const RULES: readonly [string, Contract, Contract, string, string?][] = [
  ['a path', none, nowhere, 'listThings: GET /v1/things is gone'],
  [
    'an operation',
    {
      ...none,
      paths: {
        '/v1/things': { ...none.paths['/v1/things'], post: { operationId: 'addThing', responses: {} } },
      },
    },
    none,
    'addThing: POST /v1/things is gone',
  ],
  [
    'its name',
    none,
    operation({ operationId: 'getThings' }),
    'listThings: its operationId is getThings',
    'getThings: its operationId is listThings',
  ],
  ['a parameter', asked({}), none, 'listThings: query parameter q: is gone'],
  [
    'a new parameter',
    none,
    asked({ required: true }),
    'listThings: query parameter q: is new and required',
    'listThings: query parameter q: is gone',
  ],
  [
    'a required parameter',
    asked({}),
    asked({ required: true }),
    'listThings: query parameter q: is required',
  ],
  [
    'how a parameter is written',
    asked({ style: 'form', explode: false }),
    asked({ style: 'form', explode: true }),
    'listThings: query parameter q: is written another way',
    'listThings: query parameter q: is written another way',
  ],
  [
    'a word of a parameter',
    asked({ schema: words('a', 'b') }),
    asked({ schema: words('a') }),
    'listThings: query parameter q: does not take b',
  ],
  ['a body', sent(TEXT), none, 'listThings: body: is gone'],
  [
    'a new body',
    none,
    operation({ requestBody: { required: true, content: {} } }),
    'listThings: body: is new and required',
    'listThings: body: is gone',
  ],
  [
    'a required body',
    operation({ requestBody: { content: {} } }),
    operation({ requestBody: { required: true, content: {} } }),
    'listThings: body: is required',
  ],
  [
    'a type of body',
    sent(TEXT),
    operation({ requestBody: { content: {} } }),
    'listThings: body: application/json is gone',
  ],
  ['a status', answered(TEXT), none, 'listThings: answer 200: is gone'],
  [
    'a type of answer',
    answered(TEXT),
    operation({ responses: { 200: {} } }),
    'listThings: answer 200: application/json is gone',
  ],
  [
    'a header',
    operation({ responses: { 200: { headers: { ETag: {} } } } }),
    operation({ responses: { 200: {} } }),
    'listThings: answer 200: header ETag is gone',
  ],
  [
    'a way in',
    none,
    operation({ security: [{ token: [] }] }),
    'listThings: nothing is not enough to be let in',
  ],
  [
    'one way in of two',
    operation({ security: [{}, { token: [] }] }),
    operation({ security: [{ token: [] }] }),
    'listThings: nothing is not enough to be let in',
  ],
  [
    'a scope',
    operation({ security: [{ token: ['read'] }] }),
    operation({ security: [{ token: ['read', 'write'] }] }),
    'listThings: token is not enough to be let in',
  ],
  [
    'a way in of the whole',
    none,
    { ...none, security: [{ token: [] }] },
    'listThings: nothing is not enough to be let in',
  ],
]

/** Rule, one schema, another; what breaks from the first to the second where it is sent, and where it is answered. */
const SCHEMAS: readonly [string, Schema, Schema, (string | undefined)?, string?][] = [
  ['the same', record({ a: TEXT }, 'a'), record({ a: TEXT }, 'a')],
  ['what is only said', TEXT, { ...TEXT, description: 'of a thing', example: 'a' }],
  ['another type', TEXT, { type: 'boolean' }, ': string beside boolean', ': boolean beside string'],
  ['a wider number', { type: 'integer' }, { type: 'number' }, undefined, ': number beside integer'],
  ['a narrower number', { type: 'number' }, { type: 'integer' }, ': number beside integer'],
  ['one more type', TEXT, { type: ['string', 'null'] }, undefined, ': null beside string'],
  ['null comes', TEXT, { anyOf: [TEXT, NOTHING] }, undefined, ': null beside string'],
  ['null goes', { anyOf: [TEXT, NOTHING] }, TEXT, ': null beside string'],
  ['any type', TEXT, {}, undefined, ': any type beside string'],
  ['a type where there was any', {}, TEXT, ': any type beside string'],
  ['a word more', words('a'), words('a', 'b'), undefined, ': may be b'],
  ['a word less', words('a', 'b'), words('a'), ': does not take b'],
  ['words opened', words('a'), TEXT, undefined, ': was only a'],
  ['text closed', TEXT, words('a'), ': takes only a'],
  ['a word more of a set that grows', growing('a'), growing('a', 'b')],
  ['a word less of a set that grows', growing('a', 'b'), growing('a'), ': does not take b'],
  ['a set that begins to grow', words('a'), growing('a', 'b'), undefined, ': was only a'],
  ['a set that ends to grow', growing('a'), words('a')],
  ['a shorter text', { ...TEXT, maxLength: 9 }, { ...TEXT, maxLength: 8 }, ': maxLength is 8 and was 9'],
  ['a longer text', { ...TEXT, maxLength: 8 }, { ...TEXT, maxLength: 9 }],
  ['a limit', TEXT, { ...TEXT, minLength: 1 }, ': minLength is 1 and was none'],
  ['no limit', { ...TEXT, minLength: 1 }, TEXT],
  [
    'a higher number',
    { type: 'integer', minimum: 1 },
    { type: 'integer', minimum: 2 },
    ': minimum is 2 and was 1',
  ],
  ['a lower number', { type: 'integer', minimum: 2 }, { type: 'integer', minimum: 1 }],
  ['a pattern', TEXT, { ...TEXT, pattern: '^a' }, ': pattern is ^a and was none'],
  ['another pattern', { ...TEXT, pattern: '^a' }, { ...TEXT, pattern: '^b' }, ': pattern is ^b and was ^a'],
  ['no pattern', { ...TEXT, pattern: '^a' }, TEXT],
  ['a format', TEXT, { ...TEXT, format: 'date' }, ': format is date and was none'],
  ['no format', { ...TEXT, format: 'date' }, TEXT, undefined, ': format is none and was date'],
  ['no twice', { type: 'array' }, { type: 'array', uniqueItems: true }, ': uniqueItems is true and was none'],
  [
    'items',
    { type: 'array', items: words('a', 'b') },
    { type: 'array', items: words('a') },
    '[]: does not take b',
  ],
  [
    'items of more kinds',
    { type: 'array', items: words('a') },
    { type: 'array', items: words('a', 'b') },
    undefined,
    '[]: may be b',
  ],
  ['a field more', record({}), record({ a: TEXT })],
  ['a field less', record({ a: TEXT }), record({}), '.a: is gone', '.a: is gone'],
  ['a field more where others are refused', closed({}), closed({ a: TEXT })],
  ['a field required', record({ a: TEXT }), record({ a: TEXT }, 'a'), '.a: is required'],
  ['a field optional', record({ a: TEXT }, 'a'), record({ a: TEXT }), undefined, '.a: may be left out'],
  ['a required field more', record({}), record({ a: TEXT }, 'a'), '.a: is required'],
  [
    'a word less of a field',
    record({ a: words('a', 'b') }),
    record({ a: words('a') }),
    '.a: does not take b',
  ],
  ['others refused', record({}), closed({}), ': other fields are refused'],
  ['others let in', closed({}), record({}), undefined, ': other fields come'],
  [
    'others of a type',
    { type: 'object', additionalProperties: TEXT },
    { type: 'object', additionalProperties: { type: 'boolean' } },
    '.*: string beside boolean',
    '.*: boolean beside string',
  ],
  [
    'the nearest of several is told',
    { anyOf: [words('a'), NOTHING] },
    { anyOf: [words('b'), NOTHING] },
    ': does not take a',
    ': may be b',
  ],
]

t.test('what breaks, and that its other side does not', async (t) => {
  for (const [name, one, other, fault, back] of RULES) {
    t.same(breakingChanges(one, one), [], `${name}: the same`)
    t.same(breakingChanges(one, other), [fault], name)
    t.same(breakingChanges(other, one), back === undefined ? [] : [back], `${name}, back`)
  }
})

t.test('schemas, where they are sent and where they are answered', async (t) => {
  const told = (where: string, fault?: string) => (fault === undefined ? [] : [`${where}${fault}`])
  for (const [name, one, other, whenSent, whenAnswered] of SCHEMAS) {
    const body = 'listThings: body application/json'
    t.same(breakingChanges(sent(one), sent(other)), told(body, whenSent), `${name}, sent`)
    const answer = 'listThings: answer 200 application/json'
    t.same(breakingChanges(answered(one), answered(other)), told(answer, whenAnswered), `${name}, answered`)
  }
})

t.test('components: told once by their name, and such as hold themselves', async (t) => {
  const of = (word: Schema): Contract => {
    const $ref = '#/components/schemas/Tree'
    const tree = record({ word, trees: { type: 'array', items: { $ref } } }, 'word')
    const response = { content: json({ $ref }) }
    return {
      ...operation({ responses: { 200: response, 201: response } }),
      components: { schemas: { Tree: tree } },
    }
  }
  t.same(breakingChanges(of(words('a')), of(words('a', 'b'))), ['Tree answered.word: may be b'])
  t.same(breakingChanges(of(words('a', 'b')), of(words('a'))), [])
  t.throws(() => breakingChanges(of(TEXT), of({ oneOf: [TEXT] })), /does not know the keyword oneOf/)
})

t.test('the contract itself is one that the check understands', async (t) => {
  t.same(breakingChanges(current, current), [])
  const renamed = structuredClone(current)
  const schemas = renamed.components.schemas as Record<string, { properties: Record<string, Schema> }>
  const { status, ...others } = schemas.Member!.properties
  schemas.Member!.properties = { ...others, state: status! }
  t.same(breakingChanges(current, renamed), ['Member answered.status: is gone'])
})

t.test(
  'a release is later than the one before, and breaks nothing without a new major version',
  async (t) => {
    const version = (contract: Contract, version: string): Contract => ({ ...contract, info: { version } })
    const before = version(asked({}), '1.9.0')
    t.same(releaseFaults(undefined, before), [])
    t.same(releaseFaults(before, version(asked({}), '1.10.0')), [])
    for (const same of ['1.9.0', '1.8.9', '0.10.0'])
      t.match(releaseFaults(before, version(asked({}), same)), [/must be later than 1\.9\.0/], same)
    t.same(releaseFaults(before, version(none, '1.10.0')), ['listThings: query parameter q: is gone'])
    t.same(releaseFaults(before, version(none, '2.0.0')), [])
  },
)
