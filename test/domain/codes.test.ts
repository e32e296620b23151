import fc from 'fast-check'
import t from 'tap'
import { readIdentifier, readReference } from '../../src/domain/codes.ts'

const hcp = (...values: string[]) => ({ kind: 'code', scheme: 'hcp', values })
const iso = (value: string) => ({ kind: 'code', scheme: 'iso-3166-2', values: [value] })

t.test('codes as people write them', (t) => {
  for (const [text, expected] of [
    ['09', hcp('09')],
    ['9', hcp('09')],
    ['9.', hcp('09')],
    ['٩', hcp('09')],
    ['12', hcp('12')],
    ['09.541', hcp('09.541')],
    ['9.541', hcp('09.541')],
    ['09541', hcp('09.541')],
    ['9541', hcp('09.541')],
    ['09 541', hcp('09.541')],
    ['9.1', hcp('09.001')],
    ['09.541.01.13', hcp('09.541.01.13')],
    ['9.541.1.13', hcp('09.541.01.13')],
    ['095410113', hcp('09.541.01.13')],
    ['95410113', hcp('95.410.11.3', '09.541.01.13')],
    ['09.541.01.13.', hcp('09.541.01.13')],
    ['09.541.01.13. ', hcp('09.541.01.13')],
    ['09 541 01 13', hcp('09.541.01.13')],
    ['٠٩.٥٤١.٠١.١٣', hcp('09.541.01.13')],
    ['۰۹۵۴۱۰۱۱۳', hcp('09.541.01.13')],
    ['01.511.01.0', hcp('01.511.01.0')],
    ['01511010', hcp('01.511.01.0')],
    ['1.511.1.0', hcp('01.511.01.0')],
    ['MA-TAR', iso('MA-TAR')],
    ['ma-tar', iso('MA-TAR')],
    ['MATAR', iso('MA-TAR')],
    ['MA-09', iso('MA-09')],
    ['ma09', iso('MA-09')],
    ['BEF55DB7-8787-50DC-AAB0-D2DEE4194943', { kind: 'id', id: 'bef55db7-8787-50dc-aab0-d2dee4194943' }],
  ] as const) {
    const found = readReference(text)
    t.match(found, { kind: expected.kind }, text)
    // The likeliest reading comes first; a reading that is not meant may follow.
    if (found?.kind === 'code' && 'values' in expected) {
      t.equal(found.scheme, expected.scheme)
      for (const value of expected.values) t.ok(found.values.includes(value), `${text}: ${value}`)
      if (expected.values.length === 1) t.equal(found.values[0], expected.values[0], text)
    } else t.same(found, expected)
  }
  for (const text of [
    '',
    ' ',
    'x',
    '-9',
    '+9',
    '9,541',
    '09-541',
    '09/541',
    '1e2',
    '0x9',
    '.',
    '..',
    '.9',
    '9..5x',
    '123',
    '09.5411',
    '095.41',
    '09.541.01',
    '09.541.01.13.14',
    '09.541.001.13',
    '1234567890',
    'MA',
    'MA-',
    'MA-T',
    'MA-TARO',
    'MA-1',
    'FR-75',
    'bef55db7-8787-50dc-aab0',
    'bef55db7878750dcaab0d2dee4194943',
    '²',
    '½',
    '९',
  ])
    t.equal(readReference(text), undefined, JSON.stringify(text))
  t.end()
})

t.test('an undotted code of eight digits may be one of two', (t) => {
  t.same(readReference('95410113'), hcp('95.410.11.3', '09.541.01.13'))
  t.same(readReference('01511010'), hcp('01.511.01.0', '00.151.10.10'))
  t.end()
})

t.test('every way to write a code reads the same', async (t) => {
  const part = (digits: number) =>
    fc.integer({ min: 0, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0'))
  const writers: ((code: string) => string)[] = [
    (code) => code,
    (code) => `${code}.`,
    (code) => code.replaceAll('.', ' '),
    (code) => code.replaceAll('.', ''),
    (code) => code.replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!),
    (code) => ` ${code} `,
    (code) => code.replace(/^0/, ''),
  ]
  fc.assert(
    fc.property(
      part(2),
      part(3),
      part(2),
      part(2),
      fc.constantFrom(...writers),
      (region, province, circle, commune, write) => {
        const code = `${region}.${province}.${circle}.${commune}`
        const found = readReference(write(code))
        if (found?.kind !== 'code' || !found.values.includes(code))
          throw new Error(`${write(code)}: ${JSON.stringify(found)}`)
      },
    ),
    { numRuns: 1_000 },
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 45 }), (text) => {
      const found = readReference(text)
      if (found?.kind === 'code')
        for (const value of found.values)
          if (!/^(\d{2}(\.\d{3}(\.\d{2}\.\d{1,2})?)?|MA-(\d{2}|[A-Z]{3}))$/.test(value))
            throw new Error(value)
    }),
    { numRuns: 1_000 },
  )
  t.pass()
})

t.test('identifiers say whose they are', (t) => {
  t.same(readIdentifier('hcp:9541'), readReference('9541'))
  t.same(readIdentifier('iso-3166-2:ma-tar'), iso('MA-TAR'))
  t.same(readIdentifier('association:A-123'), { kind: 'identifier', scheme: 'association', value: 'A-123' })
  t.same(readIdentifier('x: a:b '), { kind: 'identifier', scheme: 'x', value: 'a:b' })
  for (const text of [
    '',
    ':',
    ':a',
    'a:',
    'a: ',
    'abc',
    '09.541',
    'hcp:MA-TAR',
    'hcp:x',
    'iso-3166-2:09',
    'hcp:bef55db7-8787-50dc-aab0-d2dee4194943',
  ])
    t.equal(readIdentifier(text), undefined, JSON.stringify(text))
  t.end()
})
