import t from 'tap'
import { MEMBER_ACTIONS, MEMBER_STATUSES, nextStatus, openActions } from '../../src/members/lifecycle.ts'

const TABLE: Record<string, string | undefined> = {
  'candidate admit': 'active',
  'candidate withdraw': 'withdrawn',
  'active suspend': 'suspended',
  'active withdraw': 'withdrawn',
  'suspended reinstate': 'active',
  'suspended withdraw': 'withdrawn',
}
for (const status of MEMBER_STATUSES)
  for (const action of MEMBER_ACTIONS) {
    const expected = TABLE[`${status} ${action}`]
    t.equal(openActions(status).includes(action), expected !== undefined, `${status} ${action}`)
    if (expected) t.equal(nextStatus(status, action), expected)
    else t.throws(() => nextStatus(status, action), { code: 'wrong_state' })
  }
