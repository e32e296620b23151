import t from 'tap'
import { isWithin, nextMove, settledFaults } from '../../src/consultations/lifecycle.ts'
import { momentFaults, readMoment } from '../../src/consultations/window.ts'

const one = (
  id: string,
  status: 'announced' | 'open' | 'closed',
  opens: string | null,
  closes: string | null,
) => ({
  id,
  status,
  opens_at: opens && `2026-03-${opens}T00:00:00.000Z`,
  closes_at: closes && `2026-03-${closes}T00:00:00.000Z`,
})

t.test('what the clock does next', async (t) => {
  const next = (...of: ReturnType<typeof one>[]) => {
    const move = nextMove(of)
    return move && `${move.id} ${move.to} ${move.at.slice(8, 10)}`
  }
  t.equal(next(), undefined)
  t.equal(next(one('a', 'announced', '02', '09')), 'a open 02')
  t.equal(next(one('a', 'open', '02', '09')), 'a closed 09')
  t.equal(next(one('a', 'closed', '02', '09')), undefined)
  t.equal(next(one('a', 'announced', null, null)), undefined, 'not while nobody knows when')
  t.equal(next(one('a', 'open', '02', null)), undefined, 'without an end it stays open')
  t.equal(next(one('a', 'announced', '05', '09'), one('b', 'open', '01', '03')), 'b closed 03')
  t.equal(
    next(one('a', 'open', '01', '05'), one('b', 'announced', '05', '09')),
    'b open 05',
    'at one instant the plan is handed from one to the other',
  )
})

t.test('what is within a window', async (t) => {
  const within = (at: string, opens: string | null = '02', closes: string | null = '09') =>
    isWithin(one('a', 'announced', opens, closes), new Date(at))
  t.equal(within('2026-03-01T23:59:59.999Z'), false)
  t.equal(within('2026-03-02T00:00:00.000Z'), true)
  t.equal(within('2026-03-08T23:59:59.999Z'), true)
  t.equal(within('2026-03-09T00:00:00.000Z'), false, 'the end is not in it')
  t.equal(within('2030-01-01T00:00:00Z', '02', null), true)
  t.equal(within('2030-01-01T00:00:00Z', null, null), false)
})

t.test('what is settled when', async (t) => {
  const all = ['round', 'draft', 'title', 'opens_at', 'closes_at', 'channels', 'sources']
  const settled = (status: 'announced' | 'open' | 'closed' | 'cancelled') =>
    settledFaults(status, all).map(({ at }) => Object.values(at)[0])
  t.same(settled('announced'), [])
  t.same(settled('open'), ['/round', '/draft', '/opens_at'])
  t.same(settled('closed'), ['/round', '/draft', '/opens_at', '/closes_at', '/channels'])
  t.same(settled('cancelled'), settled('closed'))
})

t.test('moments as precise as their source', async (t) => {
  t.same(readMoment({ value: '2023-07' }), { instant: null, day: '2023-07-01', precision: 'month' })
  t.same(readMoment({ value: '2023-07-03T08:00:00+01:00' }), {
    instant: '2023-07-03T08:00:00+01:00',
    day: null,
    precision: null,
  })
  t.same(readMoment(null), { instant: null, day: null, precision: null })
  t.same(momentFaults({ value: '2023-07', precision: 'month' }, '/opens_at'), [])
  t.match(momentFaults({ value: '2023-07', precision: 'instant' }, '/opens_at'), [
    { at: { pointer: '/opens_at/precision' }, values: { expected: 'month' } },
  ])
})
