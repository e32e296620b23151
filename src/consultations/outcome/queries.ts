import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { positionOf } from '../../db/listing.ts'
import { groupWhere, jsonListOf, jsonOf, plain } from '../../db/shape.ts'
import type { Content } from '../../plans/drafts/content.ts'
import { axesOf } from '../../plans/drafts/queries.ts'

const DEPENDS_ON = ['consultation', 'contribution', 'action_plan', 'draft'] as const

/** A draft and what it says. */
export interface DraftSaid extends Content {
  readonly number: number
  readonly content_hash: string | null
}

export interface FoundOutcome {
  readonly position: string
  readonly dependsOn: readonly string[]
  readonly revision: number
  readonly plan_id: string
  readonly consultation: object
  readonly heard: object
  readonly answers: object[]
  /** The draft that was consulted on, and the next that is public; null where there is none. */
  readonly consulted: DraftSaid | null
  readonly next: DraftSaid | null
}

const isPublic = sql`n.status not in ('pending', 'withheld')`
const heard = (column: 'status' | 'channel') => {
  const name = sql.ref(column)
  return sql`(select coalesce(json_agg(json_build_object(${sql.lit(column)}, ${name}, 'count', count) order by ${name}), '[]')
    from (select ${name}, count(*) from contribution n where n.consultation_id = k.id and ${isPublic}
      group by ${name}) counted)`
}

const said = jsonOf({
  number: plain(sql`d.number`),
  content_hash: plain(sql`d.content_hash`),
  axes: plain(axesOf(sql`d.plan_id`, sql`d.number`, true)),
})

/** All that a consultation came to, from one snapshot. */
export async function findOutcome(db: Db, id: string): Promise<FoundOutcome | undefined> {
  const { rows } = await sql<Omit<FoundOutcome, 'dependsOn'>>`
    select ${positionOf(DEPENDS_ON)} as position, k.revision, k.plan_id, ${jsonOf({
      id: plain(sql`k.id`),
      round: plain(sql`k.round`),
      status: plain(sql`k.status`),
      draft: plain(sql`k.draft_number`),
    })} as consultation,
      json_build_object('total', (select count(*) from contribution n where n.consultation_id = k.id and ${isPublic}),
        'by_status', ${heard('status')}, 'by_channel', ${heard('channel')}) as heard,
      ${jsonListOf(
        {
          contribution_id: plain(sql`n.id`),
          status: plain(sql`n.status`),
          reason: plain(sql`n.answer`),
          answered_at: plain(sql`wire_instant(n.answered_at)`),
          commitment: groupWhere(sql`n.commitment_id is not null`, {
            id: plain(sql`n.commitment_id`),
            key: plain(sql`c.key`),
          }),
          merged_into: plain(sql`n.merged_into`),
        },
        sql`n.received_at, n.id`,
        sql`from contribution n left join commitment c on c.id = n.commitment_id and c.is_current
          where n.consultation_id = k.id and n.answer is not null`,
      )} as answers,
      (select ${said} from draft d where d.plan_id = k.plan_id and d.number = k.draft_number
        and d.published_on is not null) as consulted,
      (select ${said} from draft d where d.plan_id = k.plan_id and d.number > k.draft_number
        and d.published_on is not null order by d.number limit 1) as next
    from consultation k where k.id = ${id}`.execute(db)
  return rows[0] && { ...rows[0], dependsOn: DEPENDS_ON }
}
