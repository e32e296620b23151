import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { DELIMITERS, type Delimiter } from './csv.ts'

/** Records as a CSV that a spreadsheet opens as it is: with a byte order mark, and lines that end with CRLF. */
export function writtenTable(
  records: AsyncIterable<readonly (string | number | null)[]>,
  delimiter: Delimiter,
): Readable {
  const table = stringify({ bom: true, delimiter: DELIMITERS[delimiter], record_delimiter: '\r\n' })
  const source = Readable.from(records)
  source.on('error', (error) => table.destroy(error))
  table.on('close', () => source.destroy())
  return source.pipe(table)
}
