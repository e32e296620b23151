import t from 'tap'
import { fuzz, told } from './fuzz.ts'

// The same every time, and short: `npm run fuzz` goes on where this ends.
t.test('made-up requests find nothing', async (t) => {
  const report = await fuzz({ forMs: 60_000, seed: 1, worlds: 1, stories: 60 })
  t.comment(told(report))
  t.same(
    report.failures.map(({ name, seen, curl }) => [name, seen, ...curl]),
    [],
  )
  t.ok(report.requests > 100)
  t.ok(report.statuses.has(200) && report.statuses.has(400), 'some are right and some are not')
})
