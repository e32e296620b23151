import { readFileSync } from 'node:fs'
import t from 'tap'
import { ACTIVITY_TEXTS } from '../../src/domain/activity-messages.ts'
import { CONSULTATION_FAULT_TEXTS } from '../../src/domain/consultation-messages.ts'
import { PROBLEMS, type ProblemCode } from '../../src/domain/errors.ts'
import { faultText, fill, LANGUAGES, type MessageKey, PROBLEM_TEXTS } from '../../src/domain/messages.ts'

const source = readFileSync(new URL('../../src/domain/messages.ts', import.meta.url), 'utf8')
const listed = /const FAULT_TEXTS = \{\n(.*?)\n\} as const/s.exec(source)?.[1] ?? ''
const faults = [
  ...[...listed.matchAll(/^ {2}(\w+): \{/gm)].map(([, key]) => key as MessageKey),
  ...(Object.keys({ ...ACTIVITY_TEXTS, ...CONSULTATION_FAULT_TEXTS }) as MessageKey[]),
]

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join()
const ARABIC = /[\u0600-\u06FF]/

t.test('every problem is told in three languages', (t) => {
  t.same(Object.keys(PROBLEM_TEXTS).sort(), Object.keys(PROBLEMS).sort())
  for (const [code, { title, detail }] of Object.entries(PROBLEM_TEXTS)) {
    t.same(Object.keys(title).sort(), [...LANGUAGES].sort(), code)
    for (const language of LANGUAGES)
      t.ok(title[language].trim().length > 2, `${code}: a title in ${language}`)
    t.equal(new Set(Object.values(title)).size, 3, `${code}: three titles`)
    t.match(title.ar, ARABIC, code)
    t.equal(
      new Set(LANGUAGES.map((language) => placeholders(detail[language]))).size,
      1,
      `${code}: the same gaps`,
    )
    t.equal(
      new Set(LANGUAGES.map((language) => detail[language] === '')).size,
      1,
      `${code}: in all or in none`,
    )
    if (detail.ar !== '') t.match(detail.ar, ARABIC, code)
    if (PROBLEMS[code as ProblemCode] >= 500 && code === 'internal')
      t.equal(detail.en, '', 'of our own faults nothing is told')
  }
  t.end()
})

t.test('every fault is told in three languages', (t) => {
  t.ok(faults.length > 15, `${faults.length} of them`)
  for (const key of faults) {
    const texts = LANGUAGES.map((language) => faultText(key, {}, language))
    t.ok(
      texts.every((text) => text.length > 5),
      key,
    )
    t.equal(new Set(texts).size, 3, `${key}: three texts`)
    t.equal(new Set(texts.map(placeholders)).size, 1, `${key}: the same gaps`)
    t.match(texts[0], ARABIC, key)
    t.notMatch(texts[1], ARABIC, key)
    t.notMatch(texts[2], ARABIC, key)
    for (const language of LANGUAGES)
      t.equal(
        placeholders(faultText(key, { nearest: 'x' }, language)),
        placeholders(faultText(key, {}, language)),
        'the offer is filled in',
      )
  }
  t.end()
})

t.test('gaps are filled by name, once', (t) => {
  t.equal(fill('{a} and {b}, {a}', { a: 1, b: 'two' }), '1 and two, 1')
  t.equal(fill('{a}', { a: '{b}', b: 'no' }), '{b}', 'what is filled in is not read again')
  t.equal(fill('{missing}', {}), '{missing}')
  t.equal(
    faultText('unknown_parameter', { name: '$&', nearest: '$1' }, 'en'),
    'The parameter "$&" is unknown. Did you mean "$1"?',
  )
  t.end()
})
