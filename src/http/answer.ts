import { createHash } from 'node:crypto'
import { pipeline, Readable, type Transform } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Encoding, type Format, MEDIA_TYPES, negotiateEncoding } from './negotiate.ts'

/** Below this many characters compressing costs more than it saves. */
const COMPRESS_FROM = 1_000

/** Quick rather than small: an answer is made while its client waits. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** An answer that its readers may keep, as long as they ask each time whether it still holds. */
export interface Answer {
  readonly format: Format
  /** Start of the entity tag: the revision of one resource, or the position of a list. */
  readonly version: string
  /** All else that the bytes depend on besides the address: code, day, positions. */
  readonly variant: readonly string[]
  readonly fileName?: string
}

/** Requests whose answers are for their caller alone, though their route is public. */
const forCallerAlone = new WeakSet<FastifyRequest>()

/** Lets nobody keep the answer to a request of a public route: it tells what only its caller may see. */
export function restrictAnswer(request: FastifyRequest): void {
  forCallerAlone.add(request)
}

/** Whether the answer to a request is the same for everybody. */
export const isForEverybody = (request: FastifyRequest): boolean =>
  request.routeOptions.config.access === 'public' && !forCallerAlone.has(request)

export const DATA_LICENCE = '</v1/licences>; rel="license"'

/**
 * Sets the headers that all representations share; true when the client has this very one (304, no body). What is
 * not for everybody has no entity tag, since nobody may keep it.
 */
function isKnown(request: FastifyRequest, reply: FastifyReply, answer: Answer, encoding: Encoding): boolean {
  if (!isForEverybody(request)) {
    reply.headers({ 'cache-control': 'private, no-store', vary: 'Authorization' })
    return false
  }
  const tag = entityTag(request, answer, encoding)
  reply.headers({
    etag: tag,
    'cache-control': 'public, no-cache',
    vary: 'Accept, Accept-Encoding',
  })
  const links = [DATA_LICENCE, reply.getHeader('link')].filter((link) => link !== undefined)
  reply.header('link', links.join(', '))
  if (!matches(request.headers['if-none-match'], tag)) return false
  reply.code(304)
  return true
}

function entityTag(request: FastifyRequest, answer: Answer, encoding: Encoding): string {
  const variant = createHash('sha1')
    .update([request.url, answer.format, encoding, ...answer.variant].join('\n'))
    .digest('base64url')
    .slice(0, 12)
  return `"${answer.version}.${variant}"`
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2). */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

const contentType = (format: Format) =>
  format === 'csv'
    ? `${MEDIA_TYPES.csv}; charset=utf-8; header=present`
    : `${MEDIA_TYPES[format]}; charset=utf-8`

/** Sends a text that is whole in memory, compressed as the client likes. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  text: string,
): Promise<FastifyReply> {
  const encoding = text.length < COMPRESS_FROM ? 'identity' : negotiateEncoding(request.headers)
  if (isKnown(request, reply, answer, encoding)) return reply.send()
  reply.type(contentType(answer.format))
  if (encoding === 'identity') return reply.send(Buffer.from(text))
  reply.header('content-encoding', encoding)
  const compress = encoding === 'br' ? promisify(brotliCompress) : promisify(gzip)
  return reply.send(await compress(text, encoding === 'br' ? BROTLI : {}))
}

/** Sends a stream of rows. One that breaks ends the connection without the last chunk, so that no client takes it for whole. */
export async function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  rows: { open: () => Readable; cancel: () => Promise<void> },
  transforms: readonly Transform[],
): Promise<FastifyReply> {
  const encoding = negotiateEncoding(request.headers)
  if (isKnown(request, reply, answer, encoding)) {
    await rows.cancel()
    return reply.send()
  }
  reply.type(contentType(answer.format))
  if (answer.fileName !== undefined)
    reply.header('content-disposition', `inline; filename="${answer.fileName}"`)
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  if (request.method === 'HEAD') {
    await rows.cancel()
    // An empty stream and no text: the length of what GET would send is not known, and is not zero.
    return reply.send(Readable.from([]))
  }
  const compressor = {
    br: () => [createBrotliCompress(BROTLI)],
    gzip: () => [createGzip()],
    identity: () => [],
  }
  const stages = [...transforms, ...compressor[encoding]()]
  // Gone already, or gone before the end: nobody else would give the connection of the database back.
  if (reply.raw.destroyed) {
    await rows.cancel()
    return reply
  }
  const source = rows.open()
  reply.raw.once('close', () => source.destroy())
  const last = stages.at(-1) ?? source
  if (stages.length > 0)
    pipeline([source, ...stages], (error) => {
      if (error) request.log.warn({ err: error }, 'an export broke off')
    })
  return reply.send(last)
}

/** Sends what only its caller may see, and nobody may keep. */
export async function sendPrivate(reply: FastifyReply, json: string): Promise<FastifyReply> {
  return await reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'Authorization')
    .type(contentType('json'))
    .send(json)
}
