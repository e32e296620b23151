import { civilDay } from '../domain/clock.ts'
import type { Fault } from '../domain/errors.ts'

/** A last day that is past is a slip: the person would be erased as soon as kept. */
export function retentionFaults(until: string, at: Date, pointer = '/retention_until'): Fault[] {
  const today = civilDay(at)
  return until >= today ? [] : [{ at: { pointer }, code: 'too_early', values: { limit: today } }]
}
