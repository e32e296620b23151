import pg from 'pg'
import { DomainError } from '../domain/errors.ts'
import { isStalePlan } from './errors.ts'

/** Serialization, deadlock: PostgreSQL gave way to another transaction, and says to try again. */
const GAVE_WAY = ['40001', '40P01']
/** The same, and violated uniqueness: another transaction was in the way. */
const CLASHES = ['23505', ...GAVE_WAY]
const TRIES = 3

/**
 * Does the work of a transaction again when another one got in between what it had looked at and what it wrote: then
 * it sees what the other has done.
 */
export async function retried<T>(work: () => Promise<T>, isWorthIt = isClash): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (tried === TRIES || !isWorthIt(error)) throw error
    }
  }
}

/**
 * Does the work of a transaction again when PostgreSQL ended it for the sake of another, or of a migration: nothing of it
 * was done.
 */
export async function retriedWhenGivingWay<T>(work: () => Promise<T>): Promise<T> {
  return await retried(work, (error) => hasCode(error, GAVE_WAY) || isStalePlan(error))
}

/** What PostgreSQL says when it gives way, said by us: nothing is done of the transaction, which may be tried again. */
export const gaveWay = (why: string): pg.DatabaseError =>
  Object.assign(new pg.DatabaseError(why, why.length, 'error'), { code: GAVE_WAY[0]! })

const hasCode = (error: unknown, codes: readonly string[]) =>
  error instanceof pg.DatabaseError && codes.includes(error.code ?? '')

const isClash = (error: unknown) =>
  hasCode(error, CLASHES) || (error instanceof DomainError && error.code === 'conflict')
