import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DomainError } from '../../domain/errors.ts'
import { MEDIA_TYPES } from '../negotiate.ts'
import { type Measured, measured, requireFitting } from './bytes.ts'
import { type Delimiter, records } from './csv.ts'
import { rowsOfDocument, rowsOfLines, type Sent } from './json.ts'
import { decoded, ENCODINGS, type Encoding } from './text.ts'

const FORMATS = ['json', 'ndjson', 'csv'] as const
const TYPES = FORMATS.map((format) => MEDIA_TYPES[format])

/** A table in a body: the records of a CSV, or values of JSON. */
export type Upload = UploadFacts &
  ({ readonly records: AsyncIterable<string[]> } | { readonly values: AsyncIterable<Sent> })

/** What is for sure when all of it has been read. */
export interface UploadFacts {
  readonly format: (typeof FORMATS)[number]
  readonly detected: { encoding: Encoding; delimiter: Delimiter | null }
  readonly measured: Measured
}

/** Bodies of this scope are tables: they are handed over as they come, and nothing of them is read before. */
export function takeTables(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(TYPES, (_, payload, done) => done(null, payload))
  app.addContentTypeParser('*', async (request: FastifyRequest) => {
    const value = request.headers['content-type'] ?? ''
    throw new DomainError('unsupported_media_type', {
      faults: [
        {
          at: { header: 'Content-Type' },
          code: 'not_allowed',
          values: { value: value.slice(0, 80) },
          allowed: TYPES,
        },
      ],
    })
  })
  closeUnread(app)
}

/** Whoever is refused in the middle of an upload need not send the rest of it. */
export function closeUnread(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (!request.raw.complete) reply.header('connection', 'close')
  })
}

/**
 * The table in the body of a request, as its Content-Type says.
 *
 * @param most bytes
 * @throws {DomainError} `payload_too_large`, `invalid_request`, while it is read
 */
export function uploadIn(
  request: FastifyRequest,
  asked: { encoding?: Encoding | undefined; delimiter?: Delimiter | undefined },
  most: number,
): Upload {
  requireFitting(request.headers['content-length'], most)
  if (!request.body)
    throw new DomainError('invalid_request', { faults: [{ at: { pointer: '' }, code: 'required' }] })
  const [type = '', ...rest] = request.headers['content-type']!.split(';')
  const format = FORMATS[TYPES.indexOf(type.trim().toLowerCase() as (typeof TYPES)[number])]!
  const encoding = asked.encoding ?? charsetOf(rest.join(';'), format)
  const detected: UploadFacts['detected'] = { encoding: 'utf-8', delimiter: null }
  const count: Measured = { bytes: 0, sha256: '' }
  const bytes = measured(request.body as Readable, most, count)
  const facts = { format, detected, measured: count }
  if (format === 'csv') {
    const text = decoded(bytes, encoding, detected)
    return { ...facts, records: records(text, asked.delimiter, detected) }
  }
  for (const parameter of ['encoding', 'delimiter'] as const)
    if (asked[parameter] !== undefined)
      throw new DomainError('invalid_request', {
        faults: [
          { at: { parameter }, code: 'only_with', values: { expected: `Content-Type: ${MEDIA_TYPES.csv}` } },
        ],
      })
  if (format === 'json') return { ...facts, values: rowsOfDocument(bytes) }
  return { ...facts, values: rowsOfLines(decoded(bytes, 'utf-8', detected)) }
}

/** JSON is UTF-8 (RFC 8259 §8.1); a CSV is in what its charset says, when that is said. */
function charsetOf(parameters: string, format: string): Encoding | undefined {
  const charset = /charset\s*=\s*"?([\w-]+)/i
    .exec(parameters)?.[1]
    ?.toLowerCase()
    .replace(/^utf8$/, 'utf-8')
  if (charset === undefined) return undefined
  const known = ENCODINGS.find((encoding) => encoding === charset)
  if (known === undefined || (format !== 'csv' && known !== 'utf-8'))
    throw new DomainError('unsupported_media_type', {
      faults: [
        {
          at: { header: 'Content-Type' },
          code: 'not_allowed',
          values: { value: charset },
          allowed: format === 'csv' ? ENCODINGS : ['utf-8'],
        },
      ],
    })
  return known
}
