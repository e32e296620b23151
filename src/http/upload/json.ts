import { DomainError, type Fault } from '../../domain/errors.ts'
import { decodeText, faultIn, namesOf, parseText, requireNamesOnce } from '../body.ts'
import { tooLarge } from './bytes.ts'

/** Most bytes of one JSON document: it is read whole. */
export const MOST_JSON = 8 * 1_048_576
/** Longest line of NDJSON, characters. */
const MOST_LINE = 1_048_576

/** One value that was sent, and where. */
export interface Sent {
  /** The line, or the place in the array, from 1. */
  readonly number: number
  readonly value: unknown
}

const refused = (fault: Fault) => new DomainError('invalid_request', { faults: [fault] })

/**
 * The rows of one JSON document: an array, or an object with an array `rows` and nothing else. That no name is
 * repeated in it is known only after the last row.
 *
 * @throws {DomainError} `payload_too_large`, `invalid_request`
 */
export async function* rowsOfDocument(bytes: AsyncIterable<Buffer>): AsyncGenerator<Sent> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > MOST_JSON) throw tooLarge(MOST_JSON, 'most_bytes_of_json')
    chunks.push(chunk)
  }
  const text = decodeText(Buffer.concat(chunks))
  const whole = parseText(text) as { rows?: unknown } | null
  const rows = Array.isArray(whole) ? whole : whole?.rows
  const wrapped = rows !== whole
  if (!Array.isArray(rows) || (wrapped && Object.keys(whole!).length !== 1))
    throw refused({ at: { pointer: '' }, code: 'wrong_type', values: { expected: '[…] | {"rows": […]}' } })
  let names = wrapped ? 1 : 0
  for (const [index, value] of rows.entries()) {
    names += sound(value, index + 1)
    yield { number: index + 1, value }
  }
  await requireNamesOnce(text, names, { pointer: '' })
}

/** The rows of NDJSON, one on each line that is not blank. @throws {DomainError} `invalid_request` with the line */
export async function* rowsOfLines(text: AsyncIterable<string>): AsyncGenerator<Sent> {
  let [number, rest] = [0, '']
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      number += 1
      if (line.trim() !== '') yield { number, value: await readLine(line, number) }
    }
    if (rest.length > MOST_LINE)
      throw refused({ at: { row: number + 1 }, code: 'row_too_long', values: { limit: MOST_LINE } })
  }
  if (rest.trim() !== '') yield { number: number + 1, value: await readLine(rest, number + 1) }
}

async function readLine(line: string, row: number): Promise<unknown> {
  const value = parseText(line, { row })
  await requireNamesOnce(line, sound(value, row), { row })
  return value
}

/** @returns how many names are in the value. @throws {DomainError} `invalid_request` for what no JSON may hold */
function sound(value: unknown, row: number): number {
  const fault = faultIn(value)
  if (fault !== undefined) throw refused({ ...fault, at: { row } })
  return namesOf(value)
}
