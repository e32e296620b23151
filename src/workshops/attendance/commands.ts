import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Recorded, Writing } from '../../db/journal.ts'
import { type Expected, requireRevision } from '../../db/revision.ts'
import { json, jsonOf, plain } from '../../db/shape.ts'
import type { Actor } from '../../domain/actor.ts'
import { DomainError, type Fault } from '../../domain/errors.ts'
import { lockWorkshop, recordedWorkshop } from '../commands.ts'
import { publicAttendance } from '../suppression.ts'
import type { NewAttendance } from './schema.ts'

/** The numbers as they are, for the audit alone. */
const recordedAttendance: Recorded = {
  table: 'workshop_attendance',
  visibility: 'private',
  states: (ids) => sql`
    select a.id, 'workshop_attendance' as type, a.revision, ${jsonOf({
      id: plain(sql`a.id`),
      workshop_id: plain(sql`a.workshop_id`),
      cells: json(sql`a.cells`),
    })} as state, '{}'::uuid[] as territories from workshop_attendance a where a.id = ${ids}`,
}

/** Each category and gender stands once. */
function repeated(cells: NewAttendance['cells']): Fault[] {
  const seen = new Set<string>()
  return cells.flatMap(({ category, gender }, index) => {
    const cell = `${category} ${gender}`
    if (seen.has(cell)) return [{ at: { pointer: `/cells/${index}` }, code: 'repeated_value' } as const]
    seen.add(cell)
    return []
  })
}

/** Replaces an attendance, and makes anew what is public of it. */
export async function putAttendance(
  writing: Writing,
  actor: Actor,
  workshop: string,
  expected: Expected,
  { cells }: NewAttendance,
): Promise<void> {
  const { trx, author } = writing
  await lockWorkshop(writing, actor, workshop)
  const present = await trx
    .selectFrom('workshop_attendance')
    .select(['id', 'revision'])
    .where('workshop_id', '=', workshop)
    .executeTakeFirst()
  const row = present ?? { id: v7({ msecs: author.at.getTime() }), revision: 0 }
  await requireRevision(writing, { ...row, type: 'workshop_attendance' }, expected)
  const faults = repeated(cells)
  if (faults.length > 0) throw new DomainError('unprocessable', { faults })
  const [exact, shown] = [exactText(cells), JSON.stringify(publicAttendance(cells))]
  const at = author.at.toISOString()
  await writing.change(recordedAttendance, [row.id], () =>
    trx
      .insertInto('workshop_attendance')
      .values({ id: row.id, workshop_id: workshop, cells: exact, created_at: at, updated_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ cells: exact }))
      .execute(),
  )
  await writing.change(recordedWorkshop, [workshop], () =>
    trx.updateTable('workshop').set({ public_attendance: shown }).where('id', '=', workshop).execute(),
  )
}

const exactText = (cells: NewAttendance['cells']) =>
  JSON.stringify(
    cells.map(({ category, gender, invited = null, registered = null, present = null }) => ({
      category,
      gender,
      invited,
      registered,
      present,
    })),
  )
