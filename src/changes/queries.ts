import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { ANYWHERE } from '../db/journal.ts'
import { json, jsonOf, plain, type ShapeOf } from '../db/shape.ts'
import type { Position } from '../domain/position.ts'
import { RECORD_TYPES, type RecordType } from '../domain/record-types.ts'
import { type Asked, resolved } from '../register/queries.ts'
import type { Change } from './schema.ts'

/** What somebody wants to follow. */
export interface Question {
  /** From the start when not said. */
  readonly after?: Position | undefined
  /** The last transaction to be told of; all there are when not said. */
  readonly until?: number | undefined
  readonly types?: readonly RecordType[] | undefined
  /** Only records that are, or were until this change, of this territory. */
  readonly territory?: Asked | undefined
  readonly limit: number
  /** What is older is no longer told. */
  readonly horizon?: Date | undefined
}

export interface Feed {
  readonly epoch: string
  /** The newest public transaction. */
  readonly head: number
  /** The newest transaction, private ones too: nobody can have seen a later one. */
  readonly last: number
  /** False when the territory that was asked for is none. */
  readonly found: boolean
  /** Whether changes that should come next are older than the horizon. */
  readonly expired: boolean
  /** JSON text of each change. */
  readonly rows: readonly string[]
  /** Where each of them is, and who made it, which is for nobody to be told. */
  readonly places: readonly Place[]
  /** Where the page ends when more comes after it; null at the end of what there is. */
  readonly end: Pick<Position, 'number' | 'ordinal'> | null
}

export interface Place {
  readonly number: number
  readonly ordinal: number
  readonly actor: string
}

const left = sql`(e.change = 'updated' and asked.territory <> ${ANYWHERE} and not asked.territory = any(e.territories_after))`

const shape = {
  position: plain(sql`concat_ws('.', asked.epoch, e.position, e.ordinal)`),
  change: plain(sql`case when ${left} then 'left_scope' else e.change end`),
  type: plain(sql`e.type`),
  id: plain(sql`e.id`),
  revision: plain(sql`e.revision`),
  occurred_at: plain(sql`wire_instant(e.occurred_at)`),
  origin: plain(sql`e.origin`),
  fields_changed: json(sql`case when ${left} then '{}' else e.fields_changed end`),
  reason: plain(sql`e.reason`),
  replaced_by: plain(sql`e.replaced_by`),
  data: json(sql`case when not ${left} then e.after end`),
} satisfies ShapeOf<Change>

/** Ordinals end here: after it comes the next transaction. */
const LAST_ORDINAL = 2_147_483_647

/** Positions from `from` on with public entries of these types, at this territory: read off the index, in order. */
function reached(
  types: readonly RecordType[],
  territory: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  limit: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const ofType = types.map(
    (type) => sql`(select position from journal_scope
      where territory = ${territory} and type = ${sql.lit(type)} and position >= ${from}
      order by position limit ${limit})`,
  )
  return sql`(select distinct position from (${sql.join(ofType, sql` union all `)}) each_type
    order by position limit ${limit})`
}

/** One page, and all that decides whether the question makes sense here, from one snapshot. */
export async function readFeed(db: Db, question: Question): Promise<Feed> {
  const { after, territory, limit, horizon, types = RECORD_TYPES } = question
  const number = sql`${after?.number ?? 0}::bigint`
  const ordinal = sql`${after === undefined ? 0 : (after.ordinal ?? LAST_ORDINAL)}::int`
  const until = sql`${question.until ?? Number.MAX_SAFE_INTEGER}::bigint`
  const where = territory === undefined ? sql`${ANYWHERE}::uuid` : resolved(territory.reference)
  const here =
    territory === undefined
      ? sql`true`
      : sql`asked.territory = any(e.territories_before || e.territories_after)`
  const one = sql`1`
  const next = reached(RECORD_TYPES, sql`${ANYWHERE}::uuid`, sql`${number} + 1`, one)
  const expired =
    horizon === undefined
      ? sql`false`
      : sql`coalesce((select occurred_at < ${horizon}::timestamptz from journal_transaction t where t.position = ${next}), false)`
  const { rows } = await sql<Row>`
    select asked.*, page.*
    from (
      select epoch, ${where} as territory, ${expired} as expired,
        (select coalesce(max(position), 0) from type_position) as head,
        (select coalesce(max(position), 0) from journal_transaction) as last
      from installation
    ) asked
    left join lateral (
      select ${jsonOf(shape)}::text as json, e.position, e.ordinal, e.actor
      from (
        select e.*, t.position, t.occurred_at, t.origin, t.actor
        from ${reached(types, sql`asked.territory`, number, sql`${limit + 2}`)} reached
        join journal_transaction t on t.position = reached.position
        cross join lateral (
          select e.* from journal_entry e
          where e.transaction_id = t.id and e.visibility = 'public' and e.type in (${sql.join([...types])}) and ${here}
            and e.ordinal > case when t.position = ${number} then ${ordinal} else 0 end
          order by e.ordinal limit ${limit + 1}
        ) e
        where t.position <= ${until}
        order by reached.position, e.ordinal limit ${limit + 1}
      ) e
      order by e.position, e.ordinal
    ) page on true`.execute(db)
  const { epoch, head, last, expired: isExpired, territory: id } = rows[0]!
  const found = rows.filter((row) => row.json !== null)
  const end = found.length > limit ? found[limit - 1]! : null
  return {
    epoch,
    head,
    last,
    found: id !== null,
    expired: isExpired,
    rows: found.slice(0, limit).map((row) => row.json!),
    places: found
      .slice(0, limit)
      .map(({ position, ordinal, actor }) => ({ number: position, ordinal, actor })),
    end: end && { number: end.position, ordinal: end.ordinal },
  }
}

interface Row {
  epoch: string
  territory: string | null
  expired: boolean
  head: number
  last: number
  json: string | null
  position: number
  ordinal: number
  actor: string
}
