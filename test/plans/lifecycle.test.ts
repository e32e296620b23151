import t from 'tap'
import { DomainError } from '../../src/domain/errors.ts'
import { PLAN_STATUSES, PLAN_TRANSITIONS } from '../../src/domain/plan-types.ts'
import { endOfCycle } from '../../src/plans/cycle.ts'
import {
  nextStatus,
  REQUESTED_ACTIONS,
  refusalOf,
  requireDeletable,
  statusAfter,
} from '../../src/plans/lifecycle.ts'

/** contract.md §3, "Life of a plan": where each action leads from each status; all else is refused. */
const LIFE: Record<string, string> = {
  'drafting open_consultation': 'consulting',
  'drafting publish_draft': 'drafting',
  'drafting validate': 'validated',
  'drafting withdraw': 'withdrawn',
  'consulting close_consultation': 'drafting',
  'consulting publish_draft': 'consulting',
  'consulting withdraw': 'withdrawn',
  'validated publish_draft': 'validated',
  'validated reopen': 'drafting',
  'validated schedule': 'scheduled',
  'validated withdraw': 'withdrawn',
  'scheduled publish_draft': 'scheduled',
  'scheduled unschedule': 'validated',
  'scheduled adopt': 'adopted',
  'scheduled reject': 'rejected',
  'scheduled defer': 'drafting',
  'adopted adopt': 'adopted',
  'adopted reject': 'rejected',
  'adopted defer': 'drafting',
  'scheduled withdraw': 'withdrawn',
  'rejected publish_draft': 'rejected',
  'rejected redraft': 'drafting',
  'rejected withdraw': 'withdrawn',
  'adopted start_implementation': 'implementing',
  'implementing evaluate': 'evaluated',
  'evaluated close': 'closed',
}

const READY = { number: 1, axes: 1, frozen: false, published: false }

for (const status of PLAN_STATUSES)
  for (const action of PLAN_TRANSITIONS)
    t.test(`${status}: ${action}`, async (t) => {
      const to = LIFE[`${status} ${action}`]
      t.equal(statusAfter(status, action), to)
      if (to !== undefined) return t.equal(nextStatus(status, action), to)
      const allowed = PLAN_STATUSES.filter((from) => `${from} ${action}` in LIFE).join(', ')
      t.throws(() => nextStatus(status, action), {
        code: 'wrong_state',
        values: { action, state: status, allowed },
      })
      const asked = REQUESTED_ACTIONS.find((one) => one === action)
      if (asked) t.equal(refusalOf(status, asked, READY)?.code, 'wrong_state', 'and says so beforehand')
    })

t.test('what a draft must be', async (t) => {
  const code = (draft: Partial<typeof READY> | undefined, action: 'publish_draft' | 'validate') =>
    refusalOf('drafting', action, draft && { ...READY, ...draft })?.code
  t.equal(code({}, 'publish_draft'), undefined)
  t.equal(code({}, 'validate'), undefined)
  t.equal(code({ frozen: true }, 'validate'), undefined, 'one that was consulted on is validated as it is')
  t.equal(code({ axes: 0 }, 'publish_draft'), 'unprocessable')
  t.equal(code({ axes: 0 }, 'validate'), 'unprocessable')
  t.equal(code(undefined, 'validate'), 'unprocessable')
  t.equal(code({ published: true }, 'publish_draft'), 'wrong_state')
})

t.test('what may be removed', async (t) => {
  t.doesNotThrow(() => requireDeletable('drafting', [READY]))
  t.throws(() => requireDeletable('drafting', [READY, { ...READY, published: true }]), {
    code: 'wrong_state',
  })
  for (const status of PLAN_STATUSES.slice(1))
    t.throws(() => requireDeletable(status, []), new DomainError('wrong_state'), status)
})

t.test('a cycle is two years', async (t) => {
  t.equal(endOfCycle('2024'), '2025')
  t.equal(endOfCycle('2024-01'), '2025-12')
  t.equal(endOfCycle('2023-11'), '2025-10')
  t.equal(endOfCycle('2024-01-01'), '2025-12-31')
  t.equal(endOfCycle('2024-02-29'), '2026-02-28')
})
