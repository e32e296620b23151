import t from 'tap'
import { hourFaults, type Timed } from '../../src/workshops/hours.ts'
import { nextStatus, openActions, WORKSHOP_STATUSES } from '../../src/workshops/lifecycle.ts'

const faults = (timed: Timed) =>
  hourFaults(timed).map(({ at, code }) => `${(at as { pointer: string }).pointer} ${code}`)

for (const [timed, expected] of [
  [{}, []],
  [{ starts_at: '09:00', ends_at: '12:00' }, []],
  [{ starts_at: '09:00', ends_at: '09:00' }, ['/ends_at ends_before_it_begins']],
  [{ starts_at: '12:00', ends_at: '09:00' }, ['/ends_at ends_before_it_begins']],
  [{ agenda: [{ starts_at: '23:00' }] }, []],
  [{ starts_at: '09:00', ends_at: '12:00', agenda: [{ starts_at: '09:00', ends_at: '12:00' }] }, []],
  [
    {
      starts_at: '09:00',
      ends_at: '12:00',
      agenda: [{ starts_at: '08:59' }, { ends_at: '12:01' }, { starts_at: '12:30', ends_at: '13:00' }],
    },
    [
      '/agenda/0/starts_at outside_hours',
      '/agenda/1/ends_at outside_hours',
      '/agenda/2/starts_at outside_hours',
      '/agenda/2/ends_at outside_hours',
    ],
  ],
  [{ starts_at: '09:00', agenda: [{ starts_at: '08:00' }] }, ['/agenda/0/starts_at outside_hours']],
  [{ ends_at: '12:00', agenda: [{ ends_at: '12:30' }] }, ['/agenda/0/ends_at outside_hours']],
  [{ agenda: [{ starts_at: '10:00', ends_at: '09:30' }] }, ['/agenda/0/ends_at ends_before_it_begins']],
  [
    { agenda: [{ starts_at: '10:00', ends_at: '11:00' }, {}, { starts_at: '10:30' }] },
    ['/agenda/2/starts_at before_the_item_before'],
  ],
  [{ agenda: [{ starts_at: '10:00' }, { starts_at: '10:00' }] }, []],
  [{ time_zone: 'Africa/Casablanca' }, []],
  [{ time_zone: 'Africa/Atlantis' }, ['/time_zone wrong_format']],
  [{ time_zone: '+01:00' }, ['/time_zone wrong_format']],
] as const)
  t.same(faults(timed as Timed), expected, JSON.stringify(timed))

t.equal(nextStatus('planned', 'hold'), 'held')
t.equal(nextStatus('planned', 'cancel'), 'cancelled')
t.equal(nextStatus('cancelled', 'reinstate'), 'planned')
t.throws(() => nextStatus('held', 'cancel'), { code: 'wrong_state', values: { allowed: 'planned' } })
t.same(
  WORKSHOP_STATUSES.filter((status) => openActions(status).length === 0),
  ['held'],
)
