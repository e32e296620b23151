import fc from 'fast-check'
import t from 'tap'
import { type ExactCell, exactTotal, MEASURES, publicAttendance } from '../../src/workshops/suppression.ts'
import { CATEGORIES, GENDERS } from '../../src/workshops/words.ts'

const cell = (category: ExactCell['category'], gender: ExactCell['gender'], present: number | null) => ({
  category,
  gender,
  present,
})

t.test('each number, and what becomes of it', (t) => {
  for (const [exact, value, status] of [
    [null, null, 'unknown'],
    [undefined, null, 'unknown'],
    [0, 0, 'known'],
    [1, null, 'suppressed'],
    [4, null, 'suppressed'],
    [5, 5, 'known'],
    [120, 120, 'known'],
  ] as const) {
    const shown = publicAttendance([cell('elected', 'women', exact as number)])
    t.same(shown.cells[0]!.present, { value, status }, String(exact))
    t.same(shown.total.present, { value, status }, `${exact} alone`)
  }
  t.end()
})

t.test('sums are of public cells alone', (t) => {
  const shown = publicAttendance([
    cell('civil_society', 'men', 12),
    cell('civil_society', 'women', 3),
    cell('elected', 'men', 7),
    cell('elected', 'women', 6),
    cell('staff', 'unknown', null),
    cell('consultative_body', 'women', 2),
    cell('consultative_body', 'men', 1),
  ])
  t.same(
    shown.by_category.map(({ category, present }) => [category, present.value, present.status]),
    [
      ['elected', 13, 'known'],
      ['civil_society', 12, 'at_least'],
      ['staff', null, 'unknown'],
      ['consultative_body', null, 'suppressed'],
    ],
  )
  t.same(
    shown.by_gender.map(({ gender, present }) => [gender, present.value, present.status]),
    [
      ['women', 6, 'at_least'],
      ['men', 19, 'at_least'],
      ['unknown', null, 'unknown'],
    ],
  )
  t.same(shown.total.present, { value: 25, status: 'at_least' })
  t.same(shown.total.invited, { value: null, status: 'unknown' })
  t.equal(exactTotal([cell('elected', 'men', 7), cell('elected', 'women', 2)], 'present'), 9)
  t.equal(exactTotal([cell('elected', 'men', null)], 'present'), null)
  t.same(publicAttendance([]).cells, [])
  t.end()
})

const places = CATEGORIES.flatMap((category) => GENDERS.map((gender) => ({ category, gender })))
const count = fc.oneof(
  fc.constant(null),
  fc.constant(0),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 40 }),
)
const attendances = fc
  .subarray(places)
  .chain((kept) =>
    fc.tuple(
      ...kept.map((place) =>
        fc
          .record({ invited: count, registered: count, present: count })
          .map((counts): ExactCell => ({ ...place, ...counts })),
      ),
    ),
  )
const isSmall = (value: number | null | undefined) =>
  value !== null && value !== undefined && value > 0 && value < 5

t.test('what everybody sees is the same whatever the suppressed cells hold', (t) => {
  const property = fc.property(
    attendances,
    fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
    (exact, others) => {
      const other = exact.map((one) => ({
        ...one,
        ...Object.fromEntries(
          MEASURES.filter((measure) => isSmall(one[measure])).map((measure) => [
            measure,
            others.next().value,
          ]),
        ),
      }))
      t.same(publicAttendance(other), publicAttendance(exact))
    },
  )
  fc.assert(property, { numRuns: 300 })
  t.end()
})

t.test('an attacker who solves the margins learns no suppressed cell', (t) => {
  const property = fc.property(attendances, (exact) => {
    const shown = publicAttendance(exact)
    for (const measure of MEASURES) {
      const hidden = shown.cells.flatMap((one, index) => (one[measure].value === null ? [index] : []))
      const margins = [
        ...shown.by_category.map((margin) => ({
          ...margin[measure],
          of: (one: (typeof shown.cells)[number]) => one.category === margin.category,
        })),
        ...shown.by_gender.map((margin) => ({
          ...margin[measure],
          of: (one: (typeof shown.cells)[number]) => one.gender === margin.gender,
        })),
        { ...shown.total[measure], of: () => true },
      ]
      // Each margin as an equation: what it says, less the cells that are shown, is what is left for the hidden ones.
      for (const { value, of } of margins) {
        if (value === null) continue
        const seen = shown.cells.reduce((sum, one) => sum + (of(one) ? (one[measure].value ?? 0) : 0), 0)
        t.equal(value - seen, 0, 'no margin holds anything of a hidden cell')
      }
      for (const index of hidden)
        t.ok(['suppressed', 'unknown'].includes(shown.cells[index]![measure].status), 'and none is guessed')
      for (const one of shown.cells) {
        const now = one[measure].value
        t.ok(now === null || now === 0 || now >= 5)
      }
    }
  })
  fc.assert(property, { numRuns: 200 })
  t.end()
})

t.test('two answers tell no more than the later: cells that others leave alone stay as they are', (t) => {
  const property = fc.property(attendances, fc.nat(), count, (exact, which, present) => {
    if (exact.length === 0) return
    const index = which % exact.length
    const later = exact.map((one, at) => (at === index ? { ...one, present } : one))
    const [before, after] = [publicAttendance(exact), publicAttendance(later)]
    const { category, gender } = exact[index]!
    for (const [at, one] of before.cells.entries())
      if (one.category !== category || one.gender !== gender) t.same(after.cells[at], one)
    if (isSmall(exact[index]!.present) && isSmall(present))
      t.same(after, before, 'a change within a suppressed cell does not show at all')
  })
  fc.assert(property, { numRuns: 200 })
  t.end()
})
