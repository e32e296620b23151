import type { Goal, Result, Run } from './case.ts'
import { median } from './statistics.ts'

export const runOf = (value: number, control: number, others = 0): Run => ({
  value,
  control,
  ratio: value / control,
  others: Math.max(0, others),
})

/** What was measured in the rounds: the median of each figure, of the rounds' own ratios too. */
export function resultOf(
  of: { name: string; unit: string; against: string; goal?: Goal | undefined },
  runs: readonly Run[],
): Result {
  const { name, unit, against, goal } = of
  const middle = (key: 'value' | 'ratio') => median(runs.map((run) => run[key]))
  const found = { name, value: middle('value'), unit, against, ratio: middle('ratio'), runs }
  return goal === undefined ? found : { ...found, goal }
}

export const isReached = (ratio: number, goal: Goal): boolean =>
  'most' in goal ? ratio <= goal.most : ratio >= goal.least
