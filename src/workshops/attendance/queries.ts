import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { type ExactCell, exactTotal, MEASURES } from '../suppression.ts'

export interface Exact {
  readonly revision: number
  readonly cells: readonly ExactCell[]
  readonly capacity: number | null
}

/** All of an attendance; revision 0 and no cells before there is one. */
export async function findExact(db: Db, workshop: string): Promise<Exact> {
  const { rows } = await sql<Exact>`
    select coalesce(a.revision, 0) as revision, coalesce(a.cells, '[]') as cells, w.capacity
    from workshop w left join workshop_attendance a on a.workshop_id = w.id where w.id = ${workshop}`.execute(
    db,
  )
  return rows[0]!
}

/** The sums of what is known. */
export const totalsOf = (cells: readonly ExactCell[]) =>
  Object.fromEntries(MEASURES.map((measure) => [measure, exactTotal(cells, measure)]))
