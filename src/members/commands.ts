import { sql } from 'kysely'
import type { Recorded, Writing } from '../db/journal.ts'
import { json, jsonOf, plain } from '../db/shape.ts'
import type { Precision } from '../domain/partial-date.ts'
import { memberFacts } from './queries.ts'

/** What the journal keeps of an episode of membership: its own facts, nothing computed as of a day. */
export const recordedMember: Recorded = {
  table: 'member',
  states: (ids) => sql`
    select m.id, 'member' as type, m.revision, ${jsonOf({
      ...memberFacts,
      collectivity_id: plain(sql`m.collectivity_id`),
      sources: json(sql`m.sources`),
    })} as state, array_remove(array[c.id, c.province_id, c.region_id], null) as territories
    from member m join collectivity c on c.id = m.collectivity_id where m.id = ${ids}`,
}

export interface NewMember {
  id: string
  collectivity_id: string
  wave: number | null
  joined_on: string
  joined_precision: Precision
  evidence: object | null
  sources: unknown[]
}

/** Adds the episodes that are not there; one that is stays as it is, since people may have edited it. */
export async function addMembers(writing: Writing, members: readonly NewMember[]) {
  const { trx, author } = writing
  return await writing.change(
    recordedMember,
    members.map((member) => member.id),
    () =>
      sql`
        insert into member (id, collectivity_id, wave, joined_on, joined_precision, evidence, sources, created_at, updated_at)
        select id, collectivity_id, wave, joined_on, joined_precision, evidence, sources, ${author.at}, ${author.at}
        from json_populate_recordset(null::member, ${JSON.stringify(members)}::json)
        on conflict do nothing`.execute(trx),
  )
}
