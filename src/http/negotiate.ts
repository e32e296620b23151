import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'
import { DomainError } from '../domain/errors.ts'
import { LANGUAGES, type Language } from '../domain/messages.ts'

export const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  geojson: 'application/geo+json',
  ics: 'text/calendar',
  html: 'text/html',
  jsonld: 'application/ld+json',
} as const
export type Format = keyof typeof MEDIA_TYPES

/**
 * The format that `?format=` names, else the best for `Accept` (RFC 9110 §12.5.1); the first offered when either
 * says nothing.
 *
 * @throws {DomainError} `not_acceptable` when none of those offered is wanted
 */
export function negotiateFormat<F extends Format>(
  headers: IncomingMessage['headers'],
  asked: F | undefined,
  offered: readonly F[],
): F {
  if (asked !== undefined) return asked
  const { accept } = headers
  if (accept === undefined || accept === '*/*') return offered[0]!
  const types = offered.map((format) => MEDIA_TYPES[format])
  // Parameters of a media type (header=present, charset) say nothing that we could choose by.
  const bare = accept.replace(/;\s*(?!q\s*=)[\w-]+\s*=\s*("[^"]*"|[^;,\s]*)/gi, '')
  const best = new Negotiator({ headers: { accept: bare } }).mediaType([...types])
  if (best === undefined) throw new DomainError('not_acceptable', { values: { allowed: types.join(', ') } })
  return offered[types.indexOf(best as (typeof types)[number])]!
}

/**
 * The language of a problem's text (RFC 4647 lookup: `ar-MA` finds `ar`). Arabic first; English for a client that
 * says nothing, which is a program whose developer reads the text.
 */
export function negotiateLanguage(headers: IncomingMessage['headers']): Language {
  const wanted = headers['accept-language']
  if (wanted === undefined || wanted === '') return 'en'
  const ranges = new Negotiator({ headers }).languages()
  for (const range of ranges) {
    if (range === '*') return 'ar'
    const primary = range.toLowerCase().split('-')[0]!
    const language = LANGUAGES.find((known) => known === primary)
    if (language !== undefined) return language
  }
  return 'ar'
}

const OFFERED = ['br', 'gzip', 'identity']
export type Encoding = 'br' | 'gzip' | 'identity'

/** Few forms of it are sent, and each is read once; who sends many gets each of his read. */
const encodings = new Map<string, Encoding>()
const MOST_ENCODINGS = 200

/** How the bytes go over the wire; brotli where the client takes it. */
export function negotiateEncoding(headers: IncomingMessage['headers']): Encoding {
  const wanted = headers['accept-encoding']
  if (wanted === undefined || wanted === '') return 'identity'
  const known = encodings.get(wanted)
  if (known !== undefined) return known
  // The second argument is newer than the types.
  const negotiator = new Negotiator({ headers }) as {
    encodings(offered: string[], options: object): string[]
  }
  const best = (negotiator.encodings(OFFERED, { preferred: ['br', 'gzip'] })[0] as Encoding) ?? 'identity'
  if (encodings.size < MOST_ENCODINGS) encodings.set(wanted, best)
  return best
}
