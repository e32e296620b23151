export const FORMATS = ['json', 'ndjson', 'csv'] as const
export const STATUSES = ['queued', 'running', 'finished', 'failed', 'reverted'] as const
export const MODES = ['upsert', 'create', 'update'] as const
export const MATCHES = ['hcp_code', 'id', 'identifier'] as const
export const ON_ERRORS = ['abort', 'continue'] as const
export const OUTCOMES = ['created', 'updated', 'unchanged', 'conflict', 'invalid', 'would_restore'] as const
export const REVERTS = ['undone', 'conflict'] as const

export type Outcome = (typeof OUTCOMES)[number]

/** Rows with one of these are not applied: with `on_error=abort`, one of them holds back all. */
export const REFUSED = ['conflict', 'invalid', 'would_restore'] as const satisfies readonly Outcome[]

/** What the caller wants of an import. */
export interface Options {
  readonly mode: (typeof MODES)[number]
  readonly match_on: (typeof MATCHES)[number]
  readonly on_error: (typeof ON_ERRORS)[number]
  readonly dry_run: boolean
  readonly reason: string | null
}
