import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { matches } from './entity-tag.ts'

/** A file as it is handed out. */
export interface SentFile {
  readonly mediaType: string
  readonly size: number
  /** Hexadecimal; the entity tag. */
  readonly sha256: string
  readonly disposition: string
  /** Whether everybody may read it. */
  readonly isPublic: boolean
}

/** Whatever the file holds, a page of it is nobody's: no script, no form, no origin. */
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"

/** Sends a file that somebody has uploaded, so that no browser takes it for a page of this service. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: SentFile,
  open: () => Promise<Readable>,
): Promise<FastifyReply> {
  const tag = `"${file.sha256}"`
  reply.headers({
    'content-security-policy': SANDBOX,
    'x-content-type-options': 'nosniff',
    'cache-control': file.isPublic ? 'public, no-cache' : 'private, no-store',
    ...(file.isPublic ? { etag: tag } : { vary: 'Authorization' }),
  })
  if (file.isPublic && matches(request.headers['if-none-match'], tag)) return reply.code(304).send()
  reply.headers({
    'content-type': file.mediaType,
    'content-length': file.size,
    'content-disposition': file.disposition,
  })
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : await open())
}
