import t from 'tap'
import { civilDay } from '../../src/domain/clock.ts'
import { readPartialDate } from '../../src/domain/partial-date.ts'
import { readBox, readCircle, readPoint } from '../../src/domain/places.ts'
import { isWellFormedText } from '../../src/domain/text.ts'

t.test('the civil day is Morocco’s: UTC+1, and UTC in Ramadan', (t) => {
  for (const [instant, day] of [
    ['2026-02-02T22:59:59.999Z', '2026-02-02'],
    ['2026-02-02T23:00:00.000Z', '2026-02-03'],
    ['2022-10-20T22:59:59.999Z', '2022-10-20'],
    ['2022-10-20T23:00:00.000Z', '2022-10-21'],
    ['2025-12-31T23:00:00.000Z', '2026-01-01'],
    ['2024-02-28T23:30:00.000Z', '2024-02-29'],
    // Ramadan of 1443: the clock was put back on 27 March 2022, and forward again on 8 May.
    ['2022-03-26T23:30:00.000Z', '2022-03-27'],
    ['2022-04-10T23:30:00.000Z', '2022-04-10'],
    ['2022-04-11T00:00:00.000Z', '2022-04-11'],
    ['2022-05-09T23:00:00.000Z', '2022-05-10'],
    // Before October 2018, winter was at UTC.
    ['2017-12-31T23:30:00.000Z', '2017-12-31'],
  ] as const)
    t.equal(civilDay(new Date(instant)), day, instant)
  t.end()
})

t.test('partial dates', (t) => {
  t.same(readPartialDate('2024'), { day: '2024-01-01', precision: 'year' })
  t.same(readPartialDate('2024-12'), { day: '2024-12-01', precision: 'month' })
  t.same(readPartialDate('2024-12-31'), { day: '2024-12-31', precision: 'day' })
  for (const text of [
    '',
    '24',
    '2024-1',
    '2024-12-1',
    '2024/12',
    '12-2024',
    '2024-12-31T00:00',
    ' 2024',
    'soon',
  ])
    t.throws(() => readPartialDate(text), RangeError, JSON.stringify(text))
  t.end()
})

t.test('points, circles and boxes: longitude first', (t) => {
  t.same(readPoint('-8.877,30.472'), { longitude: -8.877, latitude: 30.472 })
  t.same(readPoint('180,-90'), { longitude: 180, latitude: -90 })
  for (const text of [
    '',
    '1',
    '1,',
    ',1',
    '1,2,3',
    '1;2',
    '1 ,2',
    '181,0',
    '0,90.1',
    '1e1,2',
    'NaN,1',
    'Infinity,1',
    '1.,2',
    '.5,2',
    '+1,2',
    '1,2 ',
    '٨,٣',
    '1.1234567890123,2',
  ])
    t.equal(readPoint(text), undefined, JSON.stringify(text))
  t.same(readCircle('-8.877,30.472'), { longitude: -8.877, latitude: 30.472, kilometres: 50 })
  t.same(readCircle('0,0,0.5'), { longitude: 0, latitude: 0, kilometres: 0.5 })
  t.same(readCircle('0,0,999'), { longitude: 0, latitude: 0, kilometres: 999 })
  for (const text of ['0,0,0', '0,0,-1', '0,0,999.1', '0,0,1000', '0,0,1,1', '0,91,1', '0', ''])
    t.equal(readCircle(text), undefined, JSON.stringify(text))
  t.same(readBox('-10,29,-8,31'), [-10, 29, -8, 31])
  t.same(readBox('1,2,1,2'), [1, 2, 1, 2], 'a box may be a point')
  for (const text of [
    '-8,29,-10,31',
    '-10,31,-8,29',
    '-10,29,-8',
    '-10,29,-8,31,1',
    '-181,0,0,0',
    '0,0,0,91',
    '',
    'a,b,c,d',
  ])
    t.equal(readBox(text), undefined, JSON.stringify(text))
  t.end()
})

t.test('text that everybody can hold', (t) => {
  for (const text of [
    '',
    'Taroudannt',
    'تارُودانت',
    'ⵜⴰⵔⵓⴷⴰⵏⵜ',
    '🇲🇦',
    'a\tb\nc\r\n',
    '\u200e\u200f\u061c',
    '\u200c\u200d',
    'ـ',
    'Fe\u0300s',
    '\u00a0',
    '\u{10FFFF}',
  ])
    t.equal(isWellFormedText(text), true, JSON.stringify(text))
  for (const text of [
    '\0',
    'a\0b',
    '\ud800',
    'a\udc00b',
    '\udc00\ud800',
    '\u0001',
    '\u0008',
    '\u000b',
    '\u000c',
    '\u001b[0m',
    '\u001f',
    '\u007f',
    '\u0080',
    '\u009f',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
  ])
    t.equal(isWellFormedText(text), false, JSON.stringify(text))
  t.end()
})
