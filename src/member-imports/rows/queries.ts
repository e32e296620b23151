import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Listing } from '../../db/listing.ts'
import { json, plain, type ShapeOf } from '../../db/shape.ts'
import type { Fault } from '../../domain/errors.ts'
import { faultText, type Language } from '../../domain/messages.ts'
import { isFormula } from '../../domain/text.ts'
import { type KeptFault, templatesIn, told } from '../faults/queries.ts'
import type { MemberImportRow } from '../schema.ts'
import { REFUSED } from '../words.ts'

const shape = {
  number: plain(sql`s.number`),
  outcome: plain(sql`r.outcome`),
  member_id: plain(sql`r.member_id`),
  changes: json(sql`coalesce(r.changes, '[]')`),
  errors: json(told(sql`r.errors`)),
  notes: json(told(sql`s.notes`)),
  probable_duplicates: json(sql`to_json(coalesce(r.probable_duplicates, '{}'))`),
  revert: plain(sql`r.revert`),
  cells:
    json(sql`(select coalesce(json_object_agg(coalesce(u.columns[at], '#' || at), cell order by at), '{}')
    from unnest(s.cells) with ordinality as cells (cell, at))`),
} satisfies ShapeOf<MemberImportRow>

export interface RowFilters {
  readonly outcome?: readonly string[] | undefined
  readonly revert?: readonly string[] | undefined
}

/** The rows of an import, in their order, with what is wrong in a language. */
export function importRows(id: string, filters: RowFilters, language: Language): Listing {
  const where: RawBuilder<unknown>[] = [sql`s.import_id = ${id}`]
  if (filters.outcome) where.push(sql`r.outcome in (${sql.join([...filters.outcome])})`)
  if (filters.revert) where.push(sql`r.revert in (${sql.join([...filters.revert])})`)
  return {
    dependsOn: ['member'],
    shape,
    from: sql`import_row s join import_upload u on u.id = s.import_id
      left join import_result r on r.import_id = s.import_id and r.number = s.number
      cross join ${templatesIn(language)}`,
    where,
    sort: [{ by: sql`s.number`, descending: false }],
    id: sql`s.number`,
  }
}

/** How the rows of an import came, or undefined when there is no such import. */
export async function uploadOf(
  db: Db,
  id: string,
): Promise<{ columns: string[]; delimiter: string | null } | undefined> {
  return await db
    .selectFrom('member_import as i')
    .innerJoin('import_upload as u', 'u.id', 'i.id')
    .select(['u.columns', 'u.delimiter'])
    .where('i.id', '=', id)
    .executeTakeFirst()
}

/** Most faults that a refusal tells by itself. */
const MOST_ERRORS = 100

/** What is wrong with the first rows that cannot be applied. */
export async function firstErrors(db: Db, id: string): Promise<Fault[]> {
  const { rows } = await sql<{ number: number; error: KeptFault }>`
    select r.number, error.value as error
    from import_result r, json_array_elements(r.errors) with ordinality as error (value, at)
    where r.import_id = ${id} and r.outcome in (${sql.join([...REFUSED])})
    order by r.number, error.at limit ${MOST_ERRORS}`.execute(db)
  return rows.map(({ number, error: { column, pointer, code, values, allowed } }) => ({
    at: { row: number, ...(column && { column }), ...(pointer !== undefined && { pointer }) },
    code,
    ...(values && { values }),
    ...(allowed && { allowed }),
  }))
}

/** Rows read at a time. */
const BATCH = 250

/** A row that cannot be applied, with what is wrong with it. */
interface RefusedRow {
  readonly number: number
  readonly outcome: string
  readonly cells: (string | null)[]
  readonly errors: readonly KeptFault[]
}

/** A table of the rows that cannot be applied: the header, then each as it came, with what is wrong with it. */
export async function* refusedTable(
  db: Db,
  id: string,
  columns: readonly string[],
  { language, excelSafe }: { language: Language; excelSafe: boolean },
): AsyncGenerator<(string | number | null)[]> {
  const shown = (cell: string | null) => (excelSafe && cell !== null && isFormula(cell) ? `'${cell}` : cell)
  // What an earlier table of this kind said is said anew.
  const kept = columns.flatMap((name, index) => (name.startsWith('error.') ? [] : [{ name, index }]))
  yield [...kept.map(({ name }) => name), 'error.row', 'error.outcome', 'error.columns', 'error.details']
  for (let last = 0; ; ) {
    const { rows } = await sql<RefusedRow>`
      select r.number, r.outcome, s.cells, coalesce(r.errors, '[]') as errors
      from (
        select number, outcome, errors from import_result
        where import_id = ${id} and number > ${last} and outcome in (${sql.join([...REFUSED])})
        order by number limit ${BATCH}) r
      join import_row s on s.import_id = ${id} and s.number = r.number
      order by r.number`.execute(db)
    for (const { number, outcome, cells, errors } of rows) {
      const places = new Set(errors.map(({ column, pointer }) => column ?? pointer ?? ''))
      yield [
        ...kept.map(({ index }) => shown(cells[index] ?? null)),
        number,
        outcome,
        [...places].join(' '),
        errors.map(({ code, values }) => faultText(code, values ?? {}, language)).join(' '),
      ]
    }
    if (rows.length < BATCH) return
    last = rows.at(-1)!.number
  }
}
