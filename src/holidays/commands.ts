import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Recorded, Writing } from '../db/journal.ts'
import { type Expected, requireRevision } from '../db/revision.ts'
import { jsonOf } from '../db/shape.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { sourcesColumn } from '../members/document-columns.ts'
import { holidayDocument, holidayFacts } from './queries.ts'
import type { NewHoliday } from './schema.ts'

export const recordedHoliday: Recorded = {
  table: 'holiday',
  facts: holidayFacts,
  states: (ids) => sql`
    select h.id, 'holiday' as type, h.revision, ${jsonOf(holidayFacts)} as state, '{}'::uuid[] as territories
    from holiday h where h.id = ${ids}`,
}

/** @returns its id. @throws {DomainError} `unprocessable`; 409 `duplicate` when one begins on that day already */
export async function addHoliday(writing: Writing, holiday: NewHoliday): Promise<string> {
  requireSense(holiday)
  const id = v7({ msecs: writing.author.at.getTime() })
  await putHolidays(writing, [{ id, holiday }])
  return id
}

/** @param edit makes the new document from the present one, or throws what is wrong with it */
export async function editHoliday(
  writing: Writing,
  id: string,
  expected: Expected,
  edit: (present: object) => NewHoliday,
): Promise<void> {
  const present = await lockHoliday(writing, id, expected)
  const holiday = edit(present)
  requireSense(holiday)
  await putHolidays(writing, [{ id, holiday }])
}

export async function removeHoliday(writing: Writing, id: string, expected: Expected): Promise<void> {
  await lockHoliday(writing, id, expected)
  await writing.change(recordedHoliday, [id], () =>
    sql`delete from holiday where id = ${id}`.execute(writing.trx),
  )
}

/** Adds the holidays of the files that are not there; what is there is left as people have made it. */
export async function loadHolidays(writing: Writing, wanted: readonly { id: string; holiday: NewHoliday }[]) {
  const { rows } = await sql<{ id: string }>`
    select id from holiday where id = any(${wanted.map(({ id }) => id)}::uuid[])`.execute(writing.trx)
  const known = new Set(rows.map(({ id }) => id))
  const counts = await putHolidays(
    writing,
    wanted.filter(({ id }) => !known.has(id)),
  )
  return { ...counts, unchanged: known.size }
}

async function putHolidays(writing: Writing, wanted: readonly { id: string; holiday: NewHoliday }[]) {
  const { trx, author } = writing
  const rows = wanted.map(({ id, holiday: { name, sources, ...rest } }) => ({
    id,
    ...rest,
    name_ar: name.ar,
    name_fr: name.fr,
    name_en: name.en ?? null,
    sources: sourcesColumn(sources),
  }))
  return await writing.change(
    recordedHoliday,
    rows.map(({ id }) => id),
    () =>
      sql`
      insert into holiday (id, day, recurrence, until, name_ar, name_fr, name_en, sources, created_at, updated_at)
      select id, day, recurrence, until, name_ar, name_fr, name_en, sources, ${author.at}, ${author.at}
      from json_populate_recordset(null::holiday, ${JSON.stringify(rows)}::json)
      on conflict (id) do update set (day, recurrence, until, name_ar, name_fr, name_en, sources)
        = (excluded.day, excluded.recurrence, excluded.until, excluded.name_ar, excluded.name_fr, excluded.name_en,
          excluded.sources)`.execute(trx),
  )
}

async function lockHoliday(writing: Writing, id: string, expected: Expected): Promise<object> {
  const { rows } = await sql<{ id: string; revision: number; document: object }>`
    select h.id, h.revision, ${jsonOf(holidayDocument)} as document from holiday h where h.id = ${id}
    for update`.execute(writing.trx)
  const row = rows[0]
  if (row === undefined) throw new DomainError('not_found')
  await requireRevision(writing, { ...row, type: 'holiday' }, expected)
  return row.document
}

/** `until` belongs to an annual one and comes no earlier; the 29th of February does not come each year. */
function requireSense({ day, recurrence, until }: NewHoliday): void {
  const faults: Fault[] = []
  if (until && recurrence === 'once')
    faults.push({ at: { pointer: '/until' }, code: 'only_with', values: { expected: 'recurrence=annual' } })
  else if (until && until < day)
    faults.push({ at: { pointer: '/until' }, code: 'too_early', values: { limit: day } })
  if (recurrence === 'annual' && day.endsWith('-02-29'))
    faults.push({ at: { pointer: '/day' }, code: 'not_allowed', values: { value: day } })
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
}
