import { readReference } from '../domain/codes.ts'
import type { Fault } from '../domain/errors.ts'
import { isPartialDate, readPartialDate } from '../domain/partial-date.ts'
import { isFormula, textFault } from '../domain/text.ts'
import { COMPONENTS, type Column, SIZES, SOURCE_FIELDS, schemeOf } from './columns.ts'

/** A row that was sent. */
export interface SentRow {
  /** As a spreadsheet numbers it (the header is 1), the line of NDJSON, or the place in the array, from 1. */
  readonly number: number
  /** One for each column, or fewer; null where the row does not have the column, empty where it clears it. */
  readonly cells: readonly (string | null)[]
  /** What its form already shows to be wrong. */
  readonly faults: readonly Fault[]
  /** False for one whose cells cannot be told apart: nothing of it is read. */
  readonly whole: boolean
}

/** What a row says, field by field of the document of a member; a field that it does not name is not there. */
export interface RowDocument {
  wave?: unknown
  applied_on?: { value: string } | null
  joined_on?: { value: string } | null
  evidence?: { kind?: string | null; held_on?: { value: string } | null } | null
  identifiers?: unknown
  consultative_bodies?: unknown
  follow_up_committee?: Record<string, unknown> | null
  sources?: unknown
}

export interface RowReading {
  readonly document: RowDocument
  /** Fields that the row names, in the order of the staged columns. */
  readonly given: readonly string[]
  /** Schemes of which it names the numbers; null when it names all that there are. */
  readonly schemes: readonly string[] | null
  readonly memberId: string | null
  readonly collectivity: ReturnType<typeof readReference>
  readonly revision: number | null
  readonly faults: readonly Fault[]
  readonly notes: readonly Fault[]
}

/** Of which a row may name some and leave the others as they are. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  evidence: ['kind', 'held_on'],
  follow_up_committee: ['established_on', ...COMPONENTS, ...SIZES],
}

const countOf = (text: string) => (text === '' ? null : /^\d{1,9}$/.test(text) ? Number(text) : text)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** The apostrophe that `excel_safe` puts before such a cell. */
const NEUTRALISED = /^'(?=[=+@\t\r＝＋－＠-])/

/** What the cells of a row say, read by themselves: nothing is looked up. Blanks around a cell are no part of it. */
export function readRow(
  columns: readonly Column[],
  { number, cells, faults: found, whole }: SentRow,
): RowReading {
  const faults: Fault[] = [...found]
  const notes: Fault[] = []
  const at = (column: string) => ({ row: number, column })
  const told = new Map<string, string>()
  columns.forEach(({ name, role }, index) => {
    const cell = cells[index]
    if (cell === null || cell === undefined || role === 'passed' || !whole) return
    const text = cell.trim().replace(NEUTRALISED, '')
    const wrong = textFault(text)
    if (wrong !== undefined) faults.push({ at: at(name), ...wrong })
    if (role === 'data' && isFormula(text)) notes.push({ at: at(name), code: 'formula_as_text' })
    told.set(name, text)
  })

  const document: RowDocument = {}
  const json = (name: string, text: string): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      faults.push({ at: at(name), code: 'not_json' })
      return undefined
    }
  }
  const date = (name: string): { value: string } | null | undefined => {
    const [whole, part] = [told.get(name), told.get(`${name}.value`)]
    const value = whole ?? part
    if (value === undefined) return undefined
    const precision = told.get(`${name}.precision`)
    if (precision && isPartialDate(value) && readPartialDate(value).precision !== precision)
      faults.push({
        at: at(`${name}.precision`),
        code: 'precision_mismatch',
        values: { expected: readPartialDate(value).precision },
      })
    return value === '' ? null : { value }
  }

  const partsOf = (parts: readonly string[], read: (text: string) => unknown) =>
    Object.fromEntries(
      parts.flatMap((part) => {
        const text = told.get(`follow_up_committee.${part}`)
        return text === undefined ? [] : [[part, read(text)]]
      }),
    )
  const wave = told.get('wave')
  if (wave !== undefined) document.wave = countOf(wave)
  for (const name of ['applied_on', 'joined_on'] as const) {
    const value = date(name)
    if (value !== undefined) document[name] = value
  }
  const kind = told.get('evidence.kind')
  const heldOn = date('evidence.held_on')
  if (told.has('evidence') || kind === '') document.evidence = null
  else if (kind !== undefined || heldOn !== undefined)
    document.evidence = { ...(kind && { kind }), ...(heldOn !== undefined && { held_on: heldOn }) }
  if (kind === '' && heldOn) faults.push({ at: at('evidence.kind'), code: 'required' })
  for (const name of ['identifiers', 'consultative_bodies', 'sources'] as const) {
    const text = told.get(name)
    if (text !== undefined) document[name] = text === '' ? [] : json(name, text)
  }
  const established = date('follow_up_committee.established_on')
  const committee = {
    ...(established !== undefined && { established_on: established }),
    ...partsOf(COMPONENTS, (text) => text || null),
    ...partsOf(SIZES, countOf),
  }
  if (told.has('follow_up_committee')) document.follow_up_committee = null
  else if (Object.keys(committee).length > 0) document.follow_up_committee = committee
  for (const group of ['evidence', 'follow_up_committee'])
    if (told.get(group)) faults.push({ at: at(group), code: 'wrong_type', values: { expected: 'null' } })
  const schemes = readIdentifiers(columns, told, document)
  readSource(told, document)

  return {
    document,
    given: Object.entries(document).flatMap(([field, value]) => {
      const parts = PARTS[field]
      if (parts === undefined) return [field]
      return (value === null ? parts : Object.keys(value)).map((part) => `${field}.${part}`)
    }),
    schemes,
    memberId: readKey('id', told, at, faults),
    collectivity: readCollectivity(told, at, faults),
    revision: readRevision(told, at, faults),
    faults,
    notes,
  }
}

type Place = (column: string) => { row: number; column: string }

/** The numbers in columns `identifier.<scheme>`. @returns their schemes */
function readIdentifiers(
  columns: readonly Column[],
  told: ReadonlyMap<string, string>,
  document: RowDocument,
): string[] | null {
  const own = columns.flatMap((column) => {
    const [scheme, value] = [schemeOf(column), told.get(column.name)]
    return scheme === undefined || value === undefined ? [] : [{ scheme, value }]
  })
  if (own.length === 0) return null
  document.identifiers = own.filter(({ value }) => value !== '')
  return own.map(({ scheme }) => scheme)
}

/** The one source that columns `source.<field>` tell. */
function readSource(told: ReadonlyMap<string, string>, document: RowDocument): void {
  const parts = SOURCE_FIELDS.flatMap((field) => {
    const text = told.get(`source.${field}`)
    return text === undefined ? [] : [[field, text] as const]
  })
  if (parts.length === 0) return
  const source = Object.fromEntries(parts.filter(([, text]) => text !== ''))
  document.sources = Object.keys(source).length === 0 ? [] : [source]
}

function readKey(name: string, told: ReadonlyMap<string, string>, at: Place, faults: Fault[]): string | null {
  const text = told.get(name)
  if (!text) return null
  if (UUID.test(text)) return text.toLowerCase()
  faults.push({ at: at(name), code: 'wrong_format', values: { expected: '<uuid>' } })
  return null
}

/** By the first of its columns that is there. */
function readCollectivity(told: ReadonlyMap<string, string>, at: Place, faults: Fault[]) {
  const names = ['collectivity', 'hcp_code', 'collectivity.hcp_code', 'collectivity.id']
  const name = names.find((one) => told.has(one))
  const text = name && told.get(name)
  if (!text) return undefined
  const reference = readReference(text)
  if (reference === undefined)
    faults.push({ at: at(name), code: 'wrong_format', values: { expected: '<uuid> | 09.541 | MA-TAR' } })
  return reference
}

function readRevision(told: ReadonlyMap<string, string>, at: Place, faults: Fault[]): number | null {
  const text = told.get('revision')
  if (!text) return null
  if (/^\d{1,9}$/.test(text)) return Number(text)
  faults.push({ at: at('revision'), code: 'wrong_type', values: { expected: 'integer' } })
  return null
}
