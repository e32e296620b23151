import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { DomainError, type Fault } from '../../domain/errors.ts'

export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' } as const
export type Delimiter = keyof typeof DELIMITERS

/** Longest of a record, characters: what a quotation mark that is never closed may cost. */
const MOST_RECORD = 1_048_576
/** Characters parsed at a time: their records are all in memory until the last of them is taken. */
const PIECE = 8_192

/**
 * The records of a CSV (RFC 4180), the first of them the header. Where none is asked for, the delimiter is what the
 * first line has most of outside of quotation marks.
 *
 * @param into told the delimiter before the first record
 * @throws {DomainError} `invalid_request` with the row that cannot be read
 */
export async function* records(
  text: AsyncIterable<string>,
  asked: Delimiter | undefined,
  into: { delimiter: Delimiter | null },
): AsyncGenerator<string[]> {
  const pieces = text[Symbol.asyncIterator]()
  let start = ''
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    start += next.value
    if (/[\r\n]/.test(start) || start.length > MOST_RECORD) break
  }
  into.delimiter = asked ?? likeliest(start)
  const all = async function* () {
    yield* inPieces(start)
    for await (const text of { [Symbol.asyncIterator]: () => pieces }) yield* inPieces(text)
  }
  const parser = parse({
    delimiter: DELIMITERS[into.delimiter],
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: MOST_RECORD,
  })
  const source = Readable.from(all(), { objectMode: true })
  source.once('error', (error) => parser.destroy(error))
  try {
    yield* source.pipe(parser) as AsyncIterable<string[]>
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error
  } finally {
    source.destroy()
  }
}

/** Cuts no character in two. */
function* inPieces(text: string): Generator<string> {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + PIECE
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end += 1
    yield text.slice(at, end)
  }
}

function likeliest(text: string): Delimiter {
  const line = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0]!
  const count = (delimiter: Delimiter) => line.split(DELIMITERS[delimiter]).length
  return (['comma', 'semicolon', 'tab'] as const).reduce((best, one) =>
    count(one) > count(best) ? one : best,
  )
}

function unreadable({ code, lines }: CsvError & { lines?: number }): DomainError {
  const row = lines ?? 1
  const fault: Fault =
    code === 'CSV_MAX_RECORD_SIZE'
      ? { at: { row }, code: 'row_too_long', values: { limit: MOST_RECORD } }
      : { at: { row }, code: 'quotation_mark' }
  return new DomainError('invalid_request', { faults: [fault] })
}
