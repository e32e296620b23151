import type { MessageKey, MessageValues } from './messages.ts'

/** Every failure that a client can meet, and its status. The texts are in messages.ts, in three languages. */
export const PROBLEMS = {
  invalid_request: 400,
  cursor_mismatch: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing_scope: 403,
  not_yours: 403,
  owner_only: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  request_timeout: 408,
  conflict: 409,
  duplicate: 409,
  wrong_state: 409,
  draft_frozen: 409,
  draft_open: 409,
  overlapping_plan: 409,
  consultation_announced: 409,
  consultation_not_open: 409,
  commitment_not_in_force: 409,
  withdrawn: 409,
  too_many_endpoints: 409,
  idempotency_in_progress: 409,
  gone: 410,
  precondition_failed: 412,
  payload_too_large: 413,
  uri_too_long: 414,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  expectation_failed: 417,
  unprocessable: 422,
  import_refused: 422,
  idempotency_mismatch: 422,
  precondition_required: 428,
  rate_limited: 429,
  header_too_large: 431,
  internal: 500,
  database_unavailable: 503,
  timeout: 503,
  outcome_unknown: 503,
  overloaded: 503,
  snapshot_being_made: 503,
  identity_unavailable: 503,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof PROBLEMS

/** One thing that is wrong with a request, and where. */
export interface Fault {
  /** Where: a JSON pointer into the body, a parameter of the path or query, a header, or a row or column of a table. */
  at:
    | { pointer: string }
    | { parameter: string }
    | { header: string }
    | { row: number; column?: string }
    | { column: string }
  code: MessageKey
  values?: MessageValues
  /** What would have been right, when that is a short closed list. */
  allowed?: readonly string[]
}

/** A rule of the domain or of the contract refused the request. The only error that feature code throws. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ProblemCode
  readonly values: MessageValues
  readonly faults: readonly Fault[]
  readonly headers: Readonly<Record<string, string>>
  readonly members: Readonly<Record<string, unknown>>

  /** @param details what the problem's text names, every fault found, and what else belongs to the answer */
  constructor(
    code: ProblemCode,
    details: {
      values?: MessageValues
      faults?: readonly Fault[]
      headers?: Record<string, string>
      /** Further members of the problem (RFC 9457 §3.2). */
      members?: Record<string, unknown>
      cause?: unknown
    } = {},
  ) {
    super(code, { cause: details.cause })
    this.code = code
    this.values = details.values ?? {}
    this.faults = details.faults ?? []
    this.headers = details.headers ?? {}
    this.members = details.members ?? {}
  }
}
