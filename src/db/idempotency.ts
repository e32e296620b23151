import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Writing } from './journal.ts'

/** An answer that a retry of the same request gets again. */
export interface StoredAnswer {
  readonly status: number
  readonly location: string | null
  readonly etag: string | null
  /** Null when it must not be kept: a secret shown once, personal data. */
  readonly body: string | null
}

export interface IdempotentRequest {
  /** As the client sent it. */
  readonly key: string
  /** Whose key it is: another client's is another key. */
  readonly client: string
  /** Method, address and body: what must be the same in a retry. */
  readonly fingerprint: string
}

export function fingerprintOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url')
}

/** How long an answer is kept, hours. */
export const KEPT_HOURS = 24

/**
 * The answer that this request got before, or undefined when it is new. Within the transaction of the write, so that
 * key and effect commit together. A twin that is still running is not waited for.
 *
 * @throws {DomainError} `idempotency_in_progress`, or `idempotency_mismatch` for the same key with another request
 */
export async function replayOf(
  { trx, author }: Writing,
  request: IdempotentRequest,
): Promise<StoredAnswer | undefined> {
  const { key, client, fingerprint } = request
  const name = `${client}\n${key}`
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 20260101)) as locked`.execute(trx)
  if (!rows[0]!.locked) throw new DomainError('idempotency_in_progress', { headers: { 'retry-after': '1' } })
  // Counting the replay writes to the log of the database, so that its commit is as safe as the first one was.
  const replay = await sql<StoredAnswer & { fingerprint: string }>`
    update idempotent_answer set replays = replays + 1
    where client = ${client} and key = ${key}
      and answered_at > ${author.at}::timestamptz - make_interval(hours => ${KEPT_HOURS}::int)
    returning fingerprint, status, location, etag, body`.execute(trx)
  const stored = replay.rows[0]
  if (stored === undefined) return undefined
  if (stored.fingerprint !== fingerprint) throw new DomainError('idempotency_mismatch')
  return stored
}

/** Keeps an answer for retries; an older one of the same key has had its time. */
export async function keepAnswer({ trx, author }: Writing, request: IdempotentRequest, answer: StoredAnswer) {
  const { key, client, fingerprint } = request
  const { status, location, etag, body } = answer
  await sql`
    insert into idempotent_answer (client, key, fingerprint, status, location, etag, body, answered_at)
    values (${client}, ${key}, ${fingerprint}, ${status}, ${location}, ${etag}, ${body}, ${author.at})
    on conflict (client, key) do update set (fingerprint, status, location, etag, body, answered_at, replays)
      = (excluded.fingerprint, excluded.status, excluded.location, excluded.etag, excluded.body,
        excluded.answered_at, 0)`.execute(trx)
}
