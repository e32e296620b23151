import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliCompress, createGzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ground, One } from '../db/listing.ts'
import { entityTag, matches } from './entity-tag.ts'
import { BROTLI, FinishedAnswer } from './finished.ts'
import { keepAnswer, letOthersGo } from './kept.ts'
import { type Format, MEDIA_TYPES, negotiateEncoding } from './negotiate.ts'
import type { Reading } from './reading.ts'
import { REVALIDATED, surrogateKey } from './shared-cache.ts'

/** An answer that its readers may keep, as long as they ask each time whether it still holds. */
export interface Answer {
  readonly format: Format
  /** Start of the entity tag: the revision of one resource, or the position of a list. */
  readonly version: string
  /** All else that the bytes depend on besides the address: code, day, positions. */
  readonly variant: readonly string[]
  readonly fileName?: string
  /** What it was made of, read by read; without it, it is not kept for others. */
  readonly grounds?: readonly Ground[]
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

/** Sets the headers that all representations share. */
function describe(request: FastifyRequest, reply: FastifyReply, { grounds }: Answer): void {
  // What is not for everybody has no entity tag, since nobody may keep it.
  if (!isForEverybody(request)) {
    reply.headers({ 'cache-control': 'private, no-store', vary: 'Authorization' })
    return
  }
  reply.headers({ 'cache-control': REVALIDATED, vary: 'Accept, Accept-Encoding' })
  if (grounds !== undefined)
    reply.headers({ 'cache-control': request.server.sharedCaching, 'surrogate-key': surrogateKey(grounds) })
  // What was read several times stands at no one position.
  if (grounds?.length === 1) reply.header('position', grounds[0]!.position)
  const links = [DATA_LICENCE, reply.getHeader('link')].filter((link) => link !== undefined)
  reply.header('link', links.join(', '))
}

/** Sets the entity tag; true when the client has this very representation (304, no body). */
function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  if (!isForEverybody(request)) return false
  reply.header('etag', tag)
  if (!matches(request.headers['if-none-match'], tag)) return false
  reply.removeHeader('content-type').code(304)
  return true
}

export const contentType = (format: Format) =>
  format === 'csv'
    ? `${MEDIA_TYPES.csv}; charset=utf-8; header=present`
    : `${MEDIA_TYPES[format]}; charset=utf-8`

/** Sends a text that is whole in memory, compressed as the client likes, and keeps it for whoever asks next. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  text: string | Buffer,
): Promise<FastifyReply> {
  const finished = new FinishedAnswer(request.url, answer, text)
  const encoding = finished.encodingFor(request)
  describe(request, reply, answer)
  reply.type(contentType(answer.format))
  if (answer.grounds !== undefined && isForEverybody(request))
    keepAnswer(request, reply, finished, answer.grounds)
  if (isKnown(request, reply, finished.tag(encoding))) return reply.send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(await finished.in(encoding))
}

/**
 * Sends one record.
 *
 * @param variant what the answer depends on besides the journal: a civil day
 */
export async function sendRecord(
  request: FastifyRequest,
  reply: FastifyReply,
  reading: Reading,
  format: Format,
  found: One,
  ...variant: string[]
): Promise<FastifyReply> {
  const answer = {
    format,
    version: String(found.revision),
    variant: [reading.edition, ...variant, found.position],
    grounds: [found],
  }
  return await sendText(request, reply, answer, found.json)
}

/** Sends a stream of rows. One that breaks ends the connection without the last chunk, so that no client takes it for whole. */
export async function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  rows: { open: () => Readable; cancel: () => Promise<void> },
  transforms: readonly Transform[],
): Promise<FastifyReply> {
  letOthersGo(request)
  const encoding = negotiateEncoding(request.headers)
  describe(request, reply, answer)
  const tag = entityTag(request.url, answer.version, [answer.format, encoding, ...answer.variant])
  if (isKnown(request, reply, tag)) {
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
export async function sendPrivate(reply: FastifyReply, json: string | Buffer): Promise<FastifyReply> {
  return await reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'Authorization')
    .type(contentType('json'))
    .send(json)
}
