import { DomainError, type Fault } from '../domain/errors.ts'
import { COLUMN_NAMES, type Column, clashes, columnOf, isPersonal } from './columns.ts'
import type { SentRow } from './read-row.ts'

/** Most rows of one import. */
export const MOST_ROWS = 100_000

/** A table while it comes in. */
export interface Table {
  /** All at the start for a CSV; those seen so far for JSON. */
  readonly columns: Column[]
  readonly rows: AsyncGenerator<SentRow>
}

/** The valid name that is nearest to a mistyped one. */
export type Suggest = (name: string, valid: readonly string[]) => string | undefined

/** Where names and addresses of people would be kept and copied with everything else. */
const EMAIL = /[\p{L}\d._%+-]@[\p{L}\d-]+\.[\d.-]*\p{L}/u

const refused = (...faults: Fault[]) => new DomainError('invalid_request', { faults })

/**
 * A table whose first record is its header. Rows with nothing in them are passed over, and counted in the numbers.
 *
 * @throws {DomainError} `invalid_request` with every fault of the header, or the first row with an e-mail address
 */
export function tableOfRecords(records: AsyncIterable<string[]>, suggest: Suggest): Table {
  const columns: Column[] = []
  return { columns, rows: limited(rows()) }

  async function* rows(): AsyncGenerator<SentRow> {
    let number = 0
    for await (const cells of records) {
      number += 1
      if (cells.every((cell) => cell.trim() === '')) continue
      if (columns.length === 0) {
        columns.push(...readHeader(cells, suggest))
        continue
      }
      requireNobody(columns, cells, number)
      const whole = cells.length === columns.length
      const values = { expected: columns.length, found: cells.length }
      const faults: Fault[] = whole ? [] : [{ at: { row: number }, code: 'wrong_column_count', values }]
      yield { number, cells, faults, whole }
    }
  }
}

/**
 * A table of objects, each with columns of its own: nested names are joined by a dot, as in a CSV.
 *
 * @throws {DomainError} `invalid_request` for a column that there is not, or an e-mail address
 */
export function tableOfObjects(
  sent: AsyncIterable<{ number: number; value: unknown }>,
  suggest: Suggest,
): Table {
  const columns: Column[] = []
  const places = new Map<string, number>()
  return { columns, rows: limited(rows()) }

  async function* rows(): AsyncGenerator<SentRow> {
    for await (const { number, value } of sent) {
      const faults: Fault[] = []
      const cells: (string | null)[] = columns.map(() => null)
      if (!isObject(value))
        faults.push({ at: { row: number }, code: 'wrong_type', values: { expected: 'object' } })
      else put(value, '', { number, cells, faults })
      const named = columns.filter((_, index) => cells[index] !== null)
      const doubled = clashes(named.map(({ name }) => name))
      if (doubled.length > 0)
        throw refused(...doubled.map((fault) => ({ ...fault, at: { row: number, ...fault.at } })))
      requireNobody(columns, cells, number)
      yield { number, cells, faults, whole: true }
    }
  }

  function put(
    object: object,
    prefix: string,
    row: { number: number; cells: (string | null)[]; faults: Fault[] },
  ) {
    for (const [key, value] of Object.entries(object)) {
      const name = prefix + key
      if (isObject(value) && COLUMN_NAMES.some((known) => known.startsWith(`${name}.`))) {
        put(value, `${name}.`, row)
        continue
      }
      // Only where it is null is a group named by itself.
      const below = COLUMN_NAMES.filter((known) => known.startsWith(`${name}.`))
      const column = columnOf(name)
      const targets = column === undefined && value === null && below.length > 0 ? below : [name]
      for (const target of targets) set(target, value, row)
    }
  }

  function set(name: string, value: unknown, { number, cells, faults }: Parameters<typeof put>[2]) {
    if (!places.has(name)) {
      const [column] = readHeader([name], suggest)
      places.set(name, columns.push(column!) - 1)
    }
    const place = places.get(name)!
    while (cells.length < columns.length) cells.push(null)
    const { form } = columns[place]!
    cells[place] = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
    const expected = { text: 'string', integer: 'integer', json: 'array | object', group: 'null' }[form]
    const isRight =
      value === null ||
      (form === 'text' && typeof value === 'string') ||
      (form === 'integer' && Number.isInteger(value)) ||
      (form === 'json' && typeof value === 'object')
    if (!isRight) faults.push({ at: { row: number, column: name }, code: 'wrong_type', values: { expected } })
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function* limited(rows: AsyncGenerator<SentRow>): AsyncGenerator<SentRow> {
  let count = 0
  for await (const row of rows) {
    count += 1
    if (count > MOST_ROWS)
      throw new DomainError('payload_too_large', {
        faults: [{ at: { row: row.number }, code: 'most_rows', values: { limit: MOST_ROWS } }],
        headers: { connection: 'close' },
      })
    yield row
  }
  if (count === 0) throw refused({ at: { pointer: '' }, code: 'no_rows' })
}

/** @throws {DomainError} `invalid_request` with all that is wrong with the header */
function readHeader(header: readonly string[], suggest: Suggest): Column[] {
  const names = header.map((name) => name.trim())
  const faults = names.flatMap((name, index): Fault[] => {
    const first = names.indexOf(name)
    if (name === '') return [{ at: { row: 1 }, code: 'column_without_name', values: { number: index + 1 } }]
    if (first !== index)
      return [
        {
          at: { column: name },
          code: 'repeated_column',
          values: { name, first: first + 1, second: index + 1 },
        },
      ]
    if (columnOf(name) !== undefined) return []
    if (isPersonal(name)) return [{ at: { column: name }, code: 'personal_column', values: { name } }]
    const nearest = suggest(name, COLUMN_NAMES)
    return [
      {
        at: { column: name },
        code: 'unknown_column',
        values: { name: name.slice(0, 80), ...(nearest !== undefined && { nearest }) },
      },
    ]
  })
  if (faults.length === 0) faults.push(...clashes(names))
  if (faults.length > 0) throw refused(...faults)
  return names.map((name) => columnOf(name)!)
}

/** An e-mail address in any cell ends the import before anything of it is kept. */
function requireNobody(columns: readonly Column[], cells: readonly (string | null)[], row: number): void {
  const index = cells.findIndex((cell) => cell?.includes('@') && EMAIL.test(cell))
  if (index === -1) return
  const column = columns[index]?.name
  throw refused({ at: { row, ...(column !== undefined && { column }) }, code: 'personal_cell' })
}
