import t from 'tap'
import { contactFaults } from '../../src/contributions/contact.ts'
import { CONTRIBUTION_ACTIONS, statusAfter, stepFaults } from '../../src/contributions/lifecycle.ts'
import { CONTRIBUTION_STATUSES } from '../../src/domain/consultation-types.ts'
import type { Fault } from '../../src/domain/errors.ts'

/** Where each action leads from each status; all else is refused. */
const LIFE: Record<string, string> = {
  'pending publish': 'published',
  'pending withhold': 'withheld',
  'withheld publish': 'published',
  'published withhold': 'withheld',
  'published accept': 'accepted',
  'published merge': 'merged',
  'published reject': 'rejected',
  'accepted withhold': 'withheld',
  'accepted reconsider': 'published',
  'merged withhold': 'withheld',
  'merged reconsider': 'published',
  'rejected withhold': 'withheld',
  'rejected reconsider': 'published',
}

t.test('the life of a contribution', async (t) => {
  for (const status of CONTRIBUTION_STATUSES)
    for (const action of CONTRIBUTION_ACTIONS) {
      const to = LIFE[`${status} ${action}`]
      if (to !== undefined) t.equal(statusAfter(status, action), to, `${status} ${action}`)
      else {
        const allowed = CONTRIBUTION_STATUSES.filter((from) => `${from} ${action}` in LIFE).join(', ')
        t.throws(() => statusAfter(status, action), { code: 'wrong_state', values: { action, allowed } })
      }
    }
})

const told = (faults: readonly Fault[]) => faults.map(({ at, code }) => `${Object.values(at)[0]} ${code}`)

t.test('what a step must say', async (t) => {
  t.same(stepFaults({ action: 'publish' }), [])
  t.same(stepFaults({ action: 'reconsider' }), [])
  t.same(told(stepFaults({ action: 'reject' })), ['/reason required'])
  t.same(told(stepFaults({ action: 'withhold', reason: null })), ['/reason required'])
  t.same(told(stepFaults({ action: 'accept' })), ['/reason required', '/commitment required'])
  t.same(told(stepFaults({ action: 'merge', reason: 'x' })), ['/merged_into required'])
  t.same(told(stepFaults({ action: 'reject', reason: 'x', commitment: 'a', merged_into: 'b' })), [
    '/commitment only_with',
    '/merged_into only_with',
  ])
})

t.test('what a contact must say', async (t) => {
  t.same(contactFaults(null), [])
  t.same(contactFaults({ email: 'a@example.org', consent_version: '1' }), [])
  t.same(told(contactFaults({ consent_version: '1' })), ['/contact name_or_email'])
  t.same(told(contactFaults({ email: 'a@example.org', publish_name: true, consent_version: '1' })), [
    '/contact/name required',
  ])
})
