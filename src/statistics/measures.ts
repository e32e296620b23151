import type { Dimension, Measure } from './definition.ts'
import { ACTIVITY_MEASURES } from './definitions/activities.ts'
import { COMMITMENT_MEASURES } from './definitions/commitments.ts'
import { NETWORK_MEASURES } from './definitions/network.ts'
import { PLAN_MEASURES } from './definitions/plans.ts'

/** All that is counted. A new measure is a definition, and how it is counted in a query of the same id. */
export const MEASURES: readonly Measure[] = [
  ...NETWORK_MEASURES,
  ...PLAN_MEASURES,
  ...ACTIVITY_MEASURES,
  ...COMMITMENT_MEASURES,
]

export const measureOf = (id: string): Measure => MEASURES.find((measure) => measure.id === id)!

export const dimensionsOf = (measure: Measure): Dimension[] => measure.splits.map(({ name }) => name)
