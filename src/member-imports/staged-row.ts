import type { Fault } from '../domain/errors.ts'
import { documentColumns } from '../members/document-columns.ts'
import type { MemberDocument } from '../members/schema.ts'
import { type Column, schemeOf } from './columns.ts'
import { type RowReading, readRow, type SentRow } from './read-row.ts'

/** The columns of import_row, in the order of stagedRow. */
export const STAGED_COLUMNS = [
  'import_id',
  'number',
  'cells',
  'errors',
  'notes',
  'member_id',
  'collectivity_id',
  'code_scheme',
  'code',
  'other_code',
  'expected_revision',
  'given',
  'wave',
  'applied_on',
  'applied_precision',
  'joined_on',
  'joined_precision',
  'evidence_kind',
  'evidence_held_on',
  'identifiers',
  'identifier_schemes',
  'consultative_bodies',
  'follow_up_committee',
  'sources',
]

/** What the reading of rows is made with. */
export interface RowReader {
  /** Every fault of a document of a member in which fields may be missing. */
  readonly faultsIn: (document: unknown) => Fault[]
}

const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))
const jsonList = (list: readonly unknown[]) => (list.length === 0 ? null : JSON.stringify(list))

/** A row as it is staged: as it came, and what it says. Of a row with faults only whose it is. */
export function stagedRow(importId: string, columns: readonly Column[], row: SentRow, reader: RowReader) {
  const reading = readRow(columns, row)
  const faults = row.whole ? [...reading.faults, ...faultsOf(columns, row, reading, reader)] : reading.faults
  const keep = (fault: Fault) => kept(columns, fault)
  const { collectivity, document } = reading
  const codes = collectivity?.kind === 'code' ? collectivity : undefined
  const right = faults.length === 0
  const values = documentColumns(right ? (document as Partial<MemberDocument>) : {})
  const given = right ? reading.given : []
  const when = <T>(field: string, value: T): T | null => (given.includes(field) ? value : null)
  return [
    importId,
    row.number,
    row.whole ? columns.map((_, index) => row.cells[index] ?? null) : row.cells,
    jsonList(faults.map(keep)),
    jsonList(reading.notes.map(keep)),
    reading.memberId,
    collectivity?.kind === 'id' ? collectivity.id : null,
    codes?.scheme ?? null,
    codes?.values[0] ?? null,
    codes?.values[1] ?? null,
    reading.revision,
    given,
    values.wave,
    values.applied_on,
    values.applied_precision,
    values.joined_on,
    values.joined_precision,
    document.evidence?.kind && right ? document.evidence.kind : null,
    when('evidence.held_on', json(values.evidence?.held_on)),
    when('identifiers', values.identifiers.toSorted(byBytes)),
    reading.schemes,
    when('consultative_bodies', json(values.consultative_bodies)),
    json(values.follow_up_committee),
    when('sources', json(values.sources)),
  ]
}

const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

/** Codes of the register are not a member's own numbers. */
const REGISTER_SCHEMES = ['hcp', 'iso-3166-2']

function faultsOf(
  columns: readonly Column[],
  { number }: SentRow,
  { document }: RowReading,
  { faultsIn }: RowReader,
): Fault[] {
  const { evidence } = document
  // What kind of evidence a row leaves as it is cannot be wrong.
  const whole = evidence ? { ...document, evidence: { kind: 'other', ...evidence } } : document
  const identifiers = Array.isArray(document.identifiers) ? document.identifiers : []
  const foreign = identifiers.flatMap((identifier: { scheme?: string } | null, index): Fault[] => {
    const scheme = identifier?.scheme ?? ''
    if (!REGISTER_SCHEMES.includes(scheme)) return []
    return [
      { at: { pointer: `/identifiers/${index}/scheme` }, code: 'not_allowed', values: { value: scheme } },
    ]
  })
  return [...faultsIn(whole), ...foreign].map((fault) => {
    const pointer = 'pointer' in fault.at ? fault.at.pointer : ''
    const column = columnAt(columns, pointer, identifiers)?.name
    return { ...fault, at: { row: number, ...(column !== undefined && { column }), pointer } }
  })
}

/** The column that says what is at a pointer. */
function columnAt(columns: readonly Column[], pointer: string, identifiers: readonly { scheme?: string }[]) {
  const index = /^\/identifiers\/(\d+)/.exec(pointer)?.[1]
  const scheme = index && identifiers[Number(index)]?.scheme
  const own = columns.find((column) => scheme !== undefined && schemeOf(column) === scheme)
  if (own !== undefined) return own
  const found = columns
    .filter((column) => column.role === 'data' && `${pointer}/`.startsWith(`${column.pointer}/`))
    .sort((one, other) => other.pointer.length - one.pointer.length)[0]
  // A source is first of all its title: the list is empty because that cell is.
  return found ?? columns.find(({ name }) => name === 'source.title' && pointer.startsWith('/sources'))
}

/** A fault as it is kept with its row, for any language: where in it, by column and by pointer, the code and its values. */
function kept(columns: readonly Column[], { at, ...fault }: Fault): object {
  const { row: _, ...place } = at as { row?: number; column?: string; pointer?: string }
  const column = columns.find(({ name }) => name === place.column)
  return { ...(column && { pointer: column.pointer }), ...place, ...fault }
}
