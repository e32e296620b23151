import fc from 'fast-check'
import { PRINCIPLES } from '../../../src/domain/plan-types.ts'
import type { Axis, Commitment, Content, Texts } from '../../../src/plans/drafts/content.ts'

/** Words of both scripts, marks and spaces among them, so that texts share many and differ in some. */
const WORDS = [
  'النقل',
  'المدرسي',
  'الجماعة',
  'قرية',
  'آلية',
  'transport',
  'scolaire',
  'l’accès',
  'à',
  'ⵜⴰⵎⵓⵔⵜ',
  '،',
  '.',
  ' ',
  ' ',
]
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '))
const texts: fc.Arbitrary<Texts> = fc
  .record({ ar: text, fr: fc.option(text), en: fc.option(text), zgh: fc.option(text) })
  .map((one) => one)
const maybe = fc.option(texts)
const principles = fc.subarray([...PRINCIPLES], { minLength: 1 })
const decimal = fc.constantFrom('0', '1.50', '125000.00', '999999999999999.999')

const commitment = (key: string): fc.Arbitrary<Commitment> =>
  fc.record({
    key: fc.constant(key),
    title: texts,
    problem: maybe,
    solution: maybe,
    expected_impact: maybe,
    lead_institution: fc.option(fc.record({ name: texts })),
    supporting_institutions: fc.array(fc.record({ name: texts }), { maxLength: 2 }),
    principles,
    budget: fc.option(fc.record({ amount: decimal, currency: fc.constantFrom('MAD', 'EUR') })),
    financial_effect: fc.option(fc.boolean()),
    indicators: fc.array(
      fc.record({ title: texts, unit: maybe, baseline: fc.option(decimal), target: fc.option(decimal) }),
      { maxLength: 2 },
    ),
    milestones: fc
      .array(
        fc.record({
          title: texts,
          due_on: fc.option(
            fc.constantFrom({ value: '2026', precision: 'year' }, { value: '2026-09', precision: 'month' }),
          ),
        }),
        { maxLength: 2 },
      )
      .map((marks) => marks.map((mark, index) => ({ key: `m${index}`, ...mark }))),
  })

const AXES = ['a', 'b', 'c', 'd', 'e']
const COMMITMENTS = ['p', 'q', 'r', 's', 't', 'u', 'v']

/** Contents that share their few keys, so that between any two of them things come, go and move. */
export const contents: fc.Arbitrary<Content> = fc
  .tuple(fc.shuffledSubarray(AXES), fc.shuffledSubarray(COMMITMENTS))
  .chain(([axes, keys]) => {
    if (axes.length === 0) return fc.constant({ axes: [] })
    return fc
      .tuple(
        fc.tuple(
          ...axes.map(() =>
            fc.record({ title: texts, rationale: maybe, principles: fc.subarray([...PRINCIPLES]) }),
          ),
        ),
        fc.tuple(...keys.map((key) => fc.tuple(commitment(key), fc.nat(axes.length - 1)))),
      )
      .map(([facts, placed]) => ({
        axes: axes.map(
          (key, index): Axis => ({
            key,
            ...facts[index]!,
            commitments: placed.flatMap(([one, at]) => (at === index ? [one] : [])),
          }),
        ),
      }))
  })
