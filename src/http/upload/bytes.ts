import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { DomainError } from '../../domain/errors.ts'

/** What has gone through so far. */
export interface Measured {
  bytes: number
  /** Base64url of the SHA-256, once everything has gone through. */
  sha256: string
}

/**
 * The bytes of a body as they come, counted and hashed on their way.
 *
 * @param limit most bytes, inclusive
 * @throws {DomainError} `payload_too_large`
 */
export async function* measured(body: Readable, limit: number, into: Measured): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  // Who stops in the middle must still be able to answer: destroying the body would destroy the connection.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    into.bytes += chunk.length
    if (into.bytes > limit) throw tooLarge(limit)
    hash.update(chunk)
    yield chunk
  }
  into.sha256 = hash.digest('base64url')
}

/** @param announced Content-Length, when there is one */
export function requireFitting(announced: string | undefined, limit: number): void {
  if (announced !== undefined && Number(announced) > limit) throw tooLarge(limit)
}

/** Whole mebibytes where they are whole. */
const readable = (bytes: number) => (bytes % 1_048_576 === 0 ? `${bytes / 1_048_576} MiB` : `${bytes} B`)

export function tooLarge(
  limit: number,
  code: 'most_bytes' | 'most_bytes_of_json' = 'most_bytes',
): DomainError {
  return new DomainError('payload_too_large', {
    faults: [{ at: { pointer: '' }, code, values: { limit: readable(limit) } }],
    headers: { connection: 'close' },
  })
}
