import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { inOneTime } from '../db/client.ts'
import { fingerprintOf, keepAnswer, replayOf, type StoredAnswer } from '../db/idempotency.ts'
import { transact, type Writing } from '../db/journal.ts'
import { retriedWhenGivingWay } from '../db/retry.ts'
import type { Expected } from '../db/revision.ts'
import { DomainError } from '../domain/errors.ts'
import type { Reading } from './reading.ts'

/** What a write leaves for its caller. */
export interface Outcome {
  readonly status: 200 | 201 | 202 | 204
  /** Path of what was made or changed, from `/v1` on. */
  readonly location?: string
  readonly revision?: number
  /** JSON text. */
  readonly body?: string
  /** What is kept for a retry instead of `body`: a secret left out; null for personal data, which is read again. */
  readonly replayBody?: string | null
  /** Told instead of an answer: what was written is the report of a refusal. It commits, and is not kept for a retry. */
  readonly problem?: DomainError
}

/** What a write of an unusual kind says of itself. */
export interface Manner {
  /** What the change came through; `api` when not said. */
  readonly origin?: string
  /** Stands for a body that is not in memory, in telling a retry from another request. */
  readonly body?: string
}

const KEY = /^[\x21-\x7e]{1,255}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Does a write as one transaction and answers it. A POST with an Idempotency-Key is done once: its answer commits
 * with its effect, and a retry gets it again.
 *
 * @param reread gives a retry the body that was not kept, from the place of what was made
 */
export async function answerWrite(
  request: FastifyRequest,
  reply: FastifyReply,
  reading: Reading,
  work: (writing: Writing) => Promise<Outcome>,
  reread?: (location: string) => Promise<string | undefined>,
  { origin = 'api', body = JSON.stringify(request.body ?? null) }: Manner = {},
): Promise<FastifyReply> {
  const idempotent = idempotentRequest(request, body)
  const author = {
    actor: request.actor?.id ?? 'public',
    origin,
    requestId: request.id,
    at: reading.clock(),
  }
  let replayed = false
  let problem: DomainError | undefined
  let written: Writing | undefined
  const attempt = async (writing: Writing): Promise<StoredAnswer> => {
    written = writing
    const before = idempotent && (await replayOf(writing, idempotent))
    replayed = before !== undefined
    if (before !== undefined) return before
    const outcome = await work(writing)
    const fresh = {
      status: outcome.status,
      location: outcome.location ?? null,
      etag: outcome.revision === undefined ? null : `"${outcome.revision}"`,
      body: outcome.body ?? null,
    }
    problem = outcome.problem
    if (idempotent && problem === undefined)
      await keepAnswer(writing, idempotent, {
        ...fresh,
        body: outcome.replayBody === undefined ? fresh.body : outcome.replayBody,
      })
    return fresh
  }
  const answer = await inOneTime(
    async () => await retriedWhenGivingWay(() => transact(reading.db, author, attempt)),
  )
  if (problem !== undefined) throw problem
  reply.code(answer.status).header('cache-control', 'private, no-store')
  if (answer.location !== null) reply.header('location', reading.publicUrl + answer.location)
  if (answer.etag !== null) reply.header('etag', answer.etag)
  const position = written?.wirePosition
  // Whoever is not known is not told how much is written that is not public.
  if (position !== undefined && request.actor !== null) reply.header('position', position)
  if (replayed) reply.header('idempotency-replayed', 'true')
  const again = replayed && answer.body === null && answer.location !== null
  const text = again ? await reread?.(answer.location!) : answer.body
  return text ? await reply.type('application/json; charset=utf-8').send(text) : await reply.send()
}

function idempotentRequest(request: FastifyRequest, body: string) {
  const key = request.headers['idempotency-key']
  if (key === undefined || request.method !== 'POST') return undefined
  const form = request.actor === null ? UUID : KEY
  if (typeof key !== 'string' || !form.test(key))
    throw new DomainError('invalid_request', {
      faults: [
        {
          at: { header: 'Idempotency-Key' },
          code: 'wrong_format',
          values: { expected: request.actor === null ? '<uuid>' : '1–255 visible ASCII characters' },
        },
      ],
    })
  return {
    key,
    client: request.actor?.id ?? 'public',
    fingerprint: fingerprintOf(request.method, request.url, body),
  }
}

/**
 * What If-Match asks for (RFC 9110 §13.1.1). Entity tags of one resource are `"<revision>.<variant>"`; only the
 * revision counts. A weak tag never matches.
 */
export function expectedRevision(request: FastifyRequest): Expected {
  const header = request.headers['if-match']
  if (header === undefined) return undefined
  if (header.trim() === '*') return 'any'
  const revisions = header.split(',').map((tag) => /^\s*"(\d{1,9})(\.[\w-]+)?"\s*$/.exec(tag)?.[1])
  return revisions.filter((revision) => revision !== undefined).map(Number)
}

/** Request header of a POST that may be retried. */
export const idempotencyHeader = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      maxLength: 255,
      description:
        'Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours',
    }),
  ),
})

/** Request header of a change to something that is there. */
export const ifMatchHeader = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      maxLength: 1_000,
      description: 'The ETag that was read; 428 without, 412 when it is stale',
    }),
  ),
})
