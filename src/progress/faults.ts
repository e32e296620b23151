import type { Day } from '../domain/days.ts'
import type { Fault } from '../domain/errors.ts'
import { readPartialDate } from '../domain/partial-date.ts'
import type { Stage } from '../domain/progress-types.ts'
import { precisionFaults, textless } from '../plans/drafts/content.ts'
import { periodFaults } from '../plans/plan-columns.ts'
import type { NewAssessment, NewProgressReport } from './schema.ts'

/** What a report or an assessment is held to besides its form. */
export interface Followed {
  /** The day that is today, and that from which the plan is, or may be, adopted. */
  readonly today: Day
  readonly adopted_on: Day
  readonly milestones: readonly { readonly key: string }[]
}

type Given = { value: string; precision?: string }

/** The stage that a percentage tells of, where none is said. */
export function stageAt(percentage: number): Stage {
  if (percentage === 0) return 'not_started'
  if (percentage === 100) return 'completed'
  return percentage < 50 ? 'started' : 'substantial'
}

export function reportFaults(given: NewProgressReport, followed: Followed): Fault[] {
  const { reported_on, period, text, milestones = [] } = given
  const keys = milestones.map(({ key }) => key)
  const known = new Set(followed.milestones.map(({ key }) => key))
  return [
    ...dateFaults(reported_on, '/reported_on', followed),
    ...stageFaults(given),
    ...(text ? textless(text, '/text') : []),
    ...periodFaults(period, '/period'),
    ...milestones.flatMap(({ key, done_on }, index): Fault[] => [
      ...(known.has(key)
        ? []
        : [
            {
              at: { pointer: `/milestones/${index}/key` },
              code: 'no_such_milestone',
              values: { value: key },
            } as const,
          ]),
      ...(keys.indexOf(key) < index
        ? [{ at: { pointer: `/milestones/${index}/key` }, code: 'repeated_value' } as const]
        : []),
      ...precisionFaults(done_on, `/milestones/${index}/done_on`),
      // What is reported was done by then.
      ...notAfter(done_on, lastText(reported_on.value), `/milestones/${index}/done_on`),
    ]),
  ]
}

export function assessmentFaults(given: NewAssessment, followed: Followed): Fault[] {
  const { assessed_on, assessor, method, text } = given
  return [
    ...dateFaults(assessed_on, '/assessed_on', followed),
    ...textless(assessor.name, '/assessor/name'),
    ...(method ? textless(method, '/method') : []),
    ...(text ? textless(text, '/text') : []),
  ]
}

function stageFaults({ stage, percentage }: NewProgressReport): Fault[] {
  const [isStaged, isCounted] = [stage ?? null, percentage ?? null].map((one) => one !== null)
  if (!isStaged && !isCounted) return [{ at: { pointer: '/stage' }, code: 'stage_needed' }]
  if (!isStaged || !isCounted) return []
  const agrees =
    (stage === 'completed') === (percentage === 100) && (stage === 'not_started') === (percentage === 0)
  return agrees ? [] : [{ at: { pointer: '/stage' }, code: 'stage_mismatch', values: { value: percentage! } }]
}

function dateFaults(date: Given, pointer: string, { today, adopted_on }: Followed): Fault[] {
  const tooEarly = lastText(date.value) < adopted_on
  return [
    ...precisionFaults(date, pointer),
    ...notAfter(date, today, pointer),
    ...(tooEarly
      ? [{ at: { pointer }, code: 'before_adoption', values: { limit: adopted_on } } as const]
      : []),
  ]
}

const notAfter = (date: Given, limit: string, pointer: string): Fault[] =>
  readPartialDate(date.value).day > limit
    ? [{ at: { pointer }, code: 'not_yet', values: { limit: limit.replaceAll('-99', '') } }]
    : []

/** Not before the last day of the period that the text names: texts compare as days do. */
const lastText = (text: string) => `${text}-99-99`.slice(0, 10)
