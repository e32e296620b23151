import fc from 'fast-check'
import t from 'tap'
import { startApp } from '../support/app.ts'
import { type Asked, summed, told } from '../support/statistics.ts'
import { type Batch, batch, fill } from '../support/statistics-data.ts'

const service = await startApp(t)
const TODAY = '2026-02-02'

// biome-ignore lint/suspicious/noExplicitAny: answers, looked at as they are
type Loose = any

const { data: definitions } = (await service.json('/v1/statistics/measures')) as { data: Loose[] }

/** A question about a measure: any of its dimensions, in any order, and of a flow any period. */
const question = (definition: Loose): fc.Arbitrary<Asked> =>
  fc.record({
    measure: fc.constant(definition.id as string),
    by: fc.shuffledSubarray(
      definition.dimensions.map(({ name }: Loose) => name as string),
      { maxLength: 3 },
    ),
    asOf: fc
      .oneof(
        fc.constant(TODAY),
        fc
          .integer({ min: 0, max: 1_500 })
          .map((days) => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10)),
      )
      .filter((day) => day <= TODAY),
    period:
      definition.kind === 'flow'
        ? fc.constantFrom(undefined, 'month' as const, 'quarter' as const, 'year' as const)
        : fc.constant(undefined),
  })

t.test('every figure is the sum of the list that its definition names', async (t) => {
  const questions = fc.tuple(...definitions.map(question))
  await fc.assert(
    fc.asyncProperty(batch, questions, async (more: Batch, asked) => {
      await fill(service, more)
      for (const one of asked) {
        const [found, wanted] = [await told(service, one), await summed(service, definitions, TODAY, one)]
        const sorted = (cells: Map<string, unknown>) => [...cells].sort(([a], [b]) => (a < b ? -1 : 1))
        if (!t.same(sorted(found), sorted(wanted), JSON.stringify(one))) return false
      }
      return true
    }),
    { numRuns: 6, seed: 20261123, endOnFailure: true },
  )
})
