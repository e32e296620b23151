import { createHash } from 'node:crypto'
import { DomainError } from '../domain/errors.ts'
import { isWellFormedText } from '../domain/text.ts'

/** The sort keys of the last row of a page. */
export type Keys = readonly (string | number)[]

/** @param list whatever defines the list: path, filters and sort, in a canonical form */
function fingerprint(list: string, keys: Keys): [list: string, keys: string] {
  const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 8)
  return [digest(list), digest(`${list} ${JSON.stringify(keys)}`)]
}

/** A cursor that continues after `keys`, bound to its list. */
export function packCursor(list: string, keys: Keys): string {
  return Buffer.from(JSON.stringify([...fingerprint(list, keys), ...keys])).toString('base64url')
}

/**
 * @param length how many keys the list sorts by
 * @throws {DomainError} `invalid_request` for what packCursor never made, `cursor_mismatch` for another list's
 */
export function unpackCursor(list: string, cursor: string, length: number): Keys {
  const parts = parse(cursor)
  const [ofList, ofKeys, ...keys] = parts
  const [expectedList, expectedKeys] = fingerprint(list, keys)
  if (ofList !== expectedList) throw new DomainError('cursor_mismatch')
  if (ofKeys !== expectedKeys || keys.length !== length) throw unreadableCursor()
  return keys
}

const isKey = (part: unknown) =>
  typeof part === 'number' || (typeof part === 'string' && isWellFormedText(part))

function parse(cursor: string): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.length > 2 && parts.every(isKey)) return parts
  } catch {}
  throw unreadableCursor()
}

/** For a cursor that no answer of ours gave. */
export function unreadableCursor(): DomainError {
  return new DomainError('invalid_request', {
    faults: [{ at: { parameter: 'cursor' }, code: 'cursor_unreadable' }],
  })
}
