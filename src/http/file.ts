import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../domain/errors.ts'
import { matches } from './entity-tag.ts'
import { letOthersGo } from './kept.ts'

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

/** The headers of a whole file and of a part, for a contract. */
export const fileHeaders = {
  ETag: { type: 'string', description: 'SHA-256 of the content, hexadecimal; send it back in If-Range' },
  'Content-Disposition': { type: 'string', description: 'Its name (RFC 6266)' },
  'Accept-Ranges': { type: 'string', description: '`bytes`: parts may be asked for with Range' },
}
export const partHeaders = {
  ...fileHeaders,
  'Content-Range': { type: 'string', description: 'Which bytes these are, of how many' },
}

/** Sends a file, or the part of it that is asked for, so that no browser takes it for a page of this service. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: SentFile,
  open: (range?: Range) => Promise<Readable>,
): Promise<FastifyReply> {
  letOthersGo(request)
  const tag = `"${file.sha256}"`
  reply.headers({
    'content-security-policy': SANDBOX,
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': file.isPublic ? 'public, no-cache' : 'private, no-store',
    ...(file.isPublic ? { etag: tag } : { vary: 'Authorization' }),
  })
  if (file.isPublic && matches(request.headers['if-none-match'], tag)) return reply.code(304).send()
  const range = rangeOf(request, tag, file.size)
  if (range !== undefined)
    reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  reply.headers({
    'content-type': file.mediaType,
    'content-length': range === undefined ? file.size : range.end - range.start + 1,
    'content-disposition': file.disposition,
  })
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : await open(range))
}

interface Range {
  readonly start: number
  readonly end: number
}

/**
 * The bytes that Range asks for (RFC 9110 §14.2), both ends inclusive; undefined for all of them: also for several
 * ranges, for another unit, and when If-Range names what the file is no longer.
 *
 * @throws {DomainError} `range_not_satisfiable`
 */
function rangeOf({ method, headers }: FastifyRequest, tag: string, size: number): Range | undefined {
  if (method !== 'GET' || (headers['if-range'] !== undefined && headers['if-range'] !== tag)) return undefined
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '') return undefined
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return undefined
  if (start >= size)
    throw new DomainError('range_not_satisfiable', {
      values: { size },
      headers: { 'content-range': `bytes */${size}` },
    })
  return { start, end }
}
