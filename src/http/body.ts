import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DomainError, type Fault } from '../domain/errors.ts'
import { isWellFormedText, textFault } from '../domain/text.ts'
import { hook } from './hook.ts'

/** Deepest nesting of a body. */
const MOST_DEPTH = 32
/** Longest list and most names of one object: more than any schema takes. What follows from each would be told of each. */
const MOST_ITEMS = 2_000
/** Values of a body: several times as many as the largest draft has. */
const MOST_VALUES = 200_000
/** Texts of a document looked at before others get their turn. */
const SLICE = 20_000
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Names that would reach an object's prototype somewhere. */
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * JSON exactly: UTF-8 (a byte order mark is let pass), no deeper than 32, every text well-formed, nothing that
 * touches a prototype, no name twice.
 *
 * @throws {DomainError} `invalid_request` naming the first thing that is wrong
 */
async function parseJson(bytes: Buffer): Promise<unknown> {
  const text = decodeText(bytes)
  const value = parseText(text)
  const fault = faultIn(value)
  if (fault !== undefined) throw refused(fault)
  await requireNamesOnce(text, namesOf(value), { pointer: '' })
  return value
}

/** How many names of properties a value has. It is no deeper than faultIn lets it be. */
export function namesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value)
  return inner.reduce((sum: number, one) => sum + namesOf(one), Array.isArray(value) ? 0 : inner.length)
}

/**
 * Two readers would take two different values for a name that is there twice (RFC 8259 §4).
 *
 * @param text JSON
 * @param names how many its value has
 * @throws {DomainError} `invalid_request`
 */
export async function requireNamesOnce(text: string, names: number, at: Fault['at']): Promise<void> {
  const strings = /"[^"\\]*(?:\\.[^"\\]*)*(?:"(\s*:)?)?/g
  let [found, looked] = [0, 0]
  for (let next = strings.exec(text); next !== null; next = strings.exec(text)) {
    if (next[1] !== undefined) found += 1
    looked += 1
    if (looked % SLICE === 0) await setImmediate()
  }
  if (found !== names) throw refused({ at, code: 'repeated_name' })
}

/** @throws {DomainError} `invalid_request` for what is not UTF-8 */
export function decodeText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw refused({ at: { pointer: '' }, code: 'not_well_formed' })
  }
}

/** @throws {DomainError} `invalid_request` for what is not JSON; what is in it is yet to be looked at by faultIn */
export function parseText(text: string, at: Fault['at'] = { pointer: '' }): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refused({ at, code: 'not_json' })
  }
}

const refused = (fault: Fault) => new DomainError('invalid_request', { faults: [fault] })

/**
 * What must not be in any JSON. Without recursion: a hundred thousand brackets must not overflow the stack.
 *
 * @returns the first fault, by its pointer
 */
export function faultIn(root: unknown): Fault | undefined {
  const open: { value: unknown; pointer: string; depth: number }[] = [{ value: root, pointer: '', depth: 0 }]
  let values = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, pointer, depth } = next
    const wrong = typeof value === 'string' ? textFault(value) : undefined
    if (wrong !== undefined) return { at: { pointer }, ...wrong }
    if (typeof value !== 'object' || value === null) continue
    if (depth >= MOST_DEPTH)
      return { at: { pointer: pointer.slice(0, 100) }, code: 'too_deep', values: { limit: MOST_DEPTH } }
    const size = Array.isArray(value) ? value.length : Object.keys(value).length
    if (size > MOST_ITEMS) return { at: { pointer }, code: 'too_long', values: { limit: MOST_ITEMS } }
    values += size
    if (values > MOST_VALUES) return { at: { pointer: '' }, code: 'too_long', values: { limit: MOST_VALUES } }
    for (const [name, inner] of Object.entries(value)) {
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (FORBIDDEN_NAMES.has(name) || !isWellFormedText(name))
        return { at: { pointer: at }, code: 'unknown_property', values: { name } }
      open.push({ value: inner, pointer: at, depth: depth + 1 })
    }
  }
  return undefined
}

/** Bodies are JSON, and nothing else unless a route says so itself. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  // As that of a GET: where no body is asked for, none is read, whatever it is said to be.
  app.addHook(
    'onRequest',
    hook(({ headers, routeOptions: { schema } }) => {
      if (schema?.operationId === undefined || schema.body !== undefined) return
      for (const name of ['content-type', 'content-length', 'transfer-encoding'])
        if (name in headers) delete headers[name]
    }),
  )
  // What is compressed can be a thousand times what it seems.
  app.addHook('preParsing', ({ headers }, _, payload, done) => {
    const encoding = headers['content-encoding']
    const isEmpty = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined
    // Node tells of no end of a body that is not there: whoever reads it would wait for ever.
    if (isEmpty && headers['content-type'] !== undefined && payload.readableEnded)
      return done(null, Readable.from([]))
    if (encoding === undefined || encoding === 'identity' || isEmpty) return done(null, payload)
    throw new DomainError('unsupported_media_type', {
      headers: { 'accept-encoding': 'identity' },
      faults: [
        {
          at: { header: 'Content-Encoding' },
          code: 'not_allowed',
          values: { value: encoding.slice(0, 40) },
          allowed: ['identity'],
        },
      ],
    })
  })
  for (const type of ['application/json', 'application/merge-patch+json'])
    app.addContentTypeParser(type, { parseAs: 'buffer' }, async (request: FastifyRequest, bytes: Buffer) => {
      const charset = /charset\s*=\s*"?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
      if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new DomainError('unsupported_media_type')
      return parseJson(bytes)
    })
}
