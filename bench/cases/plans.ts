import type { Case } from '../case.ts'
import { compareReads } from '../compare-reads.ts'
import type { Reads } from '../contenders.ts'
import { multiplyPlans, planId } from '../synthetic-plans.ts'

/** 228 members, five cycles each. */
const PLANS = 1_140
/** Of each: all together 200,000. */
const COMMITMENTS = 176
const MOST_COMMITMENTS = 500

/** A GET on a database of its own with so many plans. */
function amongPlans(reads: Reads, plans: number, commitments: number, drafts: 1 | 2): Case {
  return {
    name: reads.name,
    run: async (bench) => {
      const url = await bench.freshDatabase()
      await multiplyPlans(url, plans, commitments, drafts)
      return await compareReads(reads).run({ ...bench, url })
    },
  }
}

export const planPage = amongPlans(
  {
    name: 'plan page',
    path: `/v1/action-plans/${planId(7)}?include=axes,axes.commitments,drafts`,
    answer: 'one',
    records: 1,
  },
  PLANS,
  20,
  1,
)

export const commitmentsList = amongPlans(
  { name: 'commitments list', path: '/v1/commitments', answer: 'list', records: 50 },
  PLANS,
  COMMITMENTS,
  1,
)

/** What is late on a day, of one principle and long silent. */
export const commitmentsFollowed = amongPlans(
  {
    name: 'commitments followed',
    path: '/v1/commitments?overdue=true&principle=transparency&silent_for_days=90&as_of=2026-11-23',
    answer: 'list',
    records: 50,
  },
  PLANS,
  COMMITMENTS,
  1,
)

/** Compared in the service and not in the database, so that there is no SQL to set beside it. */
export const draftDiff = amongPlans(
  {
    name: 'draft diff',
    path: `/v1/action-plans/${planId(0)}/drafts/1/diff/2`,
    answer: 'constant',
    records: 1,
  },
  1,
  MOST_COMMITMENTS,
  2,
)
