import type { Fault } from '../domain/errors.ts'
import { isInstant, type Precision, readPartialDate } from '../domain/partial-date.ts'

/** An instant, or the day, month or year that is all that a source gives. */
export interface GivenMoment {
  value: string
  precision?: string
}

/** What is known of an instant: itself, or the period that it lies in. */
export interface Known {
  readonly instant: string | null
  readonly day: string | null
  readonly precision: Precision | null
}

export function readMoment(given: GivenMoment | null | undefined): Known {
  if (!given) return { instant: null, day: null, precision: null }
  if (isInstant(given.value)) return { instant: given.value, day: null, precision: null }
  return { instant: null, ...readPartialDate(given.value) }
}

/** That the precision which is said is the one that the text has. */
export function momentFaults(given: GivenMoment | null | undefined, pointer: string): Fault[] {
  const expected = given && (readMoment(given).precision ?? 'instant')
  if (!given?.precision || given.precision === expected) return []
  return [
    {
      at: { pointer: `${pointer}/precision` },
      code: 'precision_mismatch',
      values: { expected: expected! },
    },
  ]
}
