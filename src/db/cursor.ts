import { createHash } from 'node:crypto'
import { DomainError } from '../domain/errors.ts'
import { isWellFormedText } from '../domain/text.ts'

/** The sort keys of the last row of a page. */
export type Keys = readonly (string | number)[]

/** Where a reader is. */
export interface Cursor {
  readonly keys: Keys
  /** Number of the transaction that the page before has seen; 0 when it is not told. */
  readonly seen: number
}

/** @param list whatever defines the list: path, filters and sort, in a canonical form */
function fingerprint(list: string, keys: Keys): [list: string, keys: string] {
  const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 8)
  return [digest(list), digest(`${list} ${JSON.stringify(keys)}`)]
}

/** A cursor that continues after `keys`, bound to its list. */
export function packCursor(list: string, keys: Keys, seen?: number): string {
  const told = seen === undefined ? [] : [{ seen }]
  return Buffer.from(JSON.stringify([...fingerprint(list, keys), ...keys, ...told])).toString('base64url')
}

/**
 * @param length how many keys the list sorts by
 * @throws {DomainError} `invalid_request` for what packCursor never made, `cursor_mismatch` for another list's
 */
export function unpackCursor(list: string, cursor: string, length: number): Cursor {
  const { parts, seen } = parse(cursor)
  const [ofList, ofKeys, ...keys] = parts
  const [expectedList, expectedKeys] = fingerprint(list, keys)
  if (ofList !== expectedList) throw new DomainError('cursor_mismatch')
  if (ofKeys !== expectedKeys || keys.length !== length) throw unreadableCursor()
  return { keys, seen }
}

const isKey = (part: unknown) =>
  typeof part === 'number' || (typeof part === 'string' && isWellFormedText(part))

function parse(cursor: string): { parts: (string | number)[]; seen: number } {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts)) {
      const seen = (parts.at(-1) as { seen?: unknown } | null)?.seen
      if (Number.isSafeInteger(seen)) parts.pop()
      if (parts.length > 2 && parts.every(isKey)) return { parts, seen: Number(seen ?? 0) }
    }
  } catch {}
  throw unreadableCursor()
}

/** For a cursor that no answer of ours gave. */
export function unreadableCursor(): DomainError {
  return new DomainError('invalid_request', {
    faults: [{ at: { parameter: 'cursor' }, code: 'cursor_unreadable' }],
  })
}
