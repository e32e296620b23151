import type { Day } from '../domain/days.ts'

/** A date as the wire has it. */
export interface WireDate {
  value: string
  precision: string
}

/** A report, as far as it says how a commitment stands. */
export interface Told {
  readonly id: string
  /** The day from which it is certain that it was made. */
  readonly known_on: Day
  readonly milestones: readonly { readonly key: string; readonly done_on: WireDate }[]
}

/** How a commitment stands from a report on. */
export interface Standing {
  readonly id: string
  /** The day from which a later report stands in its place; that of the same day, when there is one. */
  readonly superseded_on: Day | 'infinity'
  readonly done: Readonly<Record<string, WireDate>>
}

/**
 * What each report makes of a commitment, with all those before it: a milestone is done once a report has said so, and
 * on the day that the last one says.
 *
 * @param reports that were not withdrawn, the oldest first
 */
export function course(reports: readonly Told[]): Standing[] {
  let done: Record<string, WireDate> = {}
  return reports.map(({ id, milestones }, index) => {
    done = { ...done, ...Object.fromEntries(milestones.map(({ key, done_on }) => [key, done_on])) }
    return { id, superseded_on: reports[index + 1]?.known_on ?? 'infinity', done }
  })
}
