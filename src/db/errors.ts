import pg from 'pg'
import { DomainError } from '../domain/errors.ts'

/** SQLSTATE classes and codes after which the same request may well succeed a little later; 55000: no connections now. */
const UNAVAILABLE = /^(08|53|57P|40001|40P01|25006|55000)/
const CONNECTION =
  /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|Connection terminated|not queryable|Client was closed/

/** What each named constraint means to a client. An unlisted violation is our bug, hence a 500. */
const CONSTRAINTS: Readonly<Record<string, string>> = {
  approval_session_one_open: '/collectivity',
  member_one_open: '/collectivity',
  member_identifier_pkey: '/identifiers',
  legal_rule_in_force: '/rule',
  holiday_once: '/day',
}

/** What pg-pool says when no connection of a full pool came free in time. */
const WAITED_IN_VAIN = 'timeout exceeded when trying to connect'

const RETRY = { 'retry-after': '2' }
/** Longest that who was too much is told to wait, seconds. */
export const LONGEST_RETRY_S = 3

/** Too much is asked at once. Not all are told to come back at the same time. */
export function overloaded(cause?: unknown): DomainError {
  const seconds = 1 + Math.floor(Math.random() * LONGEST_RETRY_S)
  return new DomainError('overloaded', { headers: { 'retry-after': String(seconds) }, cause })
}

/** Nothing can be written now. */
export const unavailable = () => new DomainError('database_unavailable', { headers: RETRY })

/** The time for a request's work with the database is over, and its connection cut. */
export const tookTooLong = () => new DomainError('timeout', { headers: RETRY })

/**
 * What is to be said when a COMMIT was sent and no word came back: it may be done, or not. An error that PostgreSQL
 * gives in answer is none of these, except when it ends the connection, as one that waits for its standby does.
 */
export function unknownOutcome(error: unknown): unknown {
  const isAnswer = error instanceof pg.DatabaseError && !/^(08|57)/.test(error.code ?? '')
  if (isAnswer || asProblem(error) === undefined) return error
  return new DomainError('outcome_unknown', { headers: RETRY, cause: error })
}

/** Whether the database could not take a value for what it was compared with. */
export function isWrongValue(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(22|42883|42804)/.test(error.code ?? '')
}

/** What was prepared before a table had another column: a migration beneath a process that runs. */
export const isStalePlan = (error: unknown): boolean =>
  (error as pg.DatabaseError)?.code === '0A000' && (error as Error).message.startsWith('cached plan')

/** Whether the same would be said again on this connection, and not on another: a primary became a standby, a plan is stale. */
export const isOfConnection = (error: pg.DatabaseError): boolean =>
  error.code === '25006' || isStalePlan(error)

/** The problem that a database error stands for, or undefined when it is a bug of ours. */
export function asProblem(error: unknown): DomainError | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof DomainError) return error
  if (error instanceof pg.DatabaseError) {
    const { code = '' } = error
    if (code === '57014' || code === '55P03')
      return new DomainError('timeout', { headers: RETRY, cause: error })
    if (UNAVAILABLE.test(code) || isStalePlan(error))
      return new DomainError('database_unavailable', { headers: RETRY, cause: error })
    // Something points at what was to be removed. That what is written points at nothing is our bug.
    if (code === '23503' && error.message.startsWith('update or delete'))
      return new DomainError('conflict', { cause: error })
    const pointer = CONSTRAINTS[error.constraint ?? '']
    if (pointer === undefined) return undefined
    return new DomainError('duplicate', { faults: [{ at: { pointer }, code: 'taken' }], cause: error })
  }
  if (error.message === WAITED_IN_VAIN) return overloaded(error)
  const text = `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}`
  return CONNECTION.test(text)
    ? new DomainError('database_unavailable', { headers: RETRY, cause: error })
    : undefined
}
