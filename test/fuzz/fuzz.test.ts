import t from 'tap'
import { fuzz, told } from './fuzz.ts'
import { delivered, sweep } from './sweep.ts'
import { makeWorld } from './world.ts'

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

t.test('whatever anybody reads, exports, follows or is sent holds no secret of another', async (t) => {
  const world = await makeWorld(t)
  const { canaries, service } = world
  const { leaks, read, requests } = await sweep(world)
  t.same([...new Set(leaks)], [])
  t.comment(`${requests} requests`)
  t.ok(requests > 1_000, `${requests} requests`)
  t.same(
    canaries.readable.filter((word) => !read.has(word)),
    [],
    'each secret is there, since somebody who may has read it',
  )
  const sent = await delivered(t, world)
  t.match(sent, /infitah\.workshop\.created/)
  t.same(canaries.found(sent, 'public'), [])
  const columns = ['name', 'email', 'legal_basis', 'consent_version'] as const
  const rows = await service.db.selectFrom('person').select(columns).execute()
  for (const column of columns)
    t.ok(
      rows.some((row) => /zqx/.test(row[column] ?? '')),
      `a secret is in ${column} of person`,
    )
})
