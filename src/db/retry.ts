import pg from 'pg'
import { DomainError } from '../domain/errors.ts'

/** Violated uniqueness, serialization, deadlock: another transaction was in the way. */
const CLASHES = ['23505', '40001', '40P01']
const TRIES = 3

/**
 * Does the work of a transaction again when another one got in between what it had looked at and what it wrote: then
 * it sees what the other has done.
 */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (tried === TRIES || !isClash(error)) throw error
    }
  }
}

const isClash = (error: unknown) =>
  (error instanceof pg.DatabaseError && CLASHES.includes(error.code ?? '')) ||
  (error instanceof DomainError && error.code === 'conflict')
