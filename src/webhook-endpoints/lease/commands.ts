import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { RECORD_TYPES, type RecordType } from '../../domain/record-types.ts'

/** Longer than any one turn at an endpoint; a process that died in the middle of one gives it up then. */
const LEASE_MS = 60_000

/** An endpoint that this process alone may send to, until it settles. */
export interface Leased {
  readonly id: string
  readonly lease: string
  readonly owner: string
  readonly url: string
  readonly types: readonly RecordType[] | null
  readonly territory_id: string | null
  readonly payload: 'thin' | 'full'
  readonly exclude_origins: readonly string[]
  readonly exclude_own: boolean
  readonly status: 'active' | 'paused'
  readonly secret: string
  readonly previous_secret: string | null
  readonly previous_until: string | null
  readonly epoch: string
  readonly position: number
  readonly ordinal: number | null
  readonly failures: number
  readonly failing_since: string | null
  readonly next_attempt_at: string | null
  /** Whether it is time for changes; else for a ping alone. */
  readonly due: boolean
  readonly ping: string | null
}

/** Whether something has come for it: read off the newest positions, and off the index of its territory. */
const news = sql`(e.ordinal is not null or exists (
    select from type_position p
    where p.position > e.position and (e.types is null or p.type = any(e.types))
      and (e.territory_id is null or exists (
        select from journal_scope s
        where s.territory = e.territory_id and s.type = p.type and s.position > e.position))))`

/**
 * Takes endpoints with something to send, the longest unattended first. Of several processes each gets others.
 *
 * @param lease a new id, of this taking alone
 */
export async function takeDue(db: Db, at: Date, lease: string, limit: number): Promise<Leased[]> {
  const until = new Date(at.getTime() + LEASE_MS)
  const due = sql`(e.status = 'active' and (e.next_attempt_at is null or e.next_attempt_at <= ${at}) and ${news})`
  const { rows } = await sql<Leased>`
    with taken as materialized (
      select e.id, ${due} as due from webhook_endpoint e
      where (e.leased_until is null or e.leased_until <= ${at})
        and (${due} or (e.ping is not null and e.status <> 'disabled'))
      order by e.settled_at nulls first, e.id limit ${limit}
      for update of e skip locked
    )
    update webhook_endpoint e set lease = ${lease}, leased_until = ${until} from taken where taken.id = e.id
    returning e.id, e.lease, e.owner, e.url, e.types, e.territory_id, e.payload, e.exclude_origins, e.exclude_own,
      e.status, e.secret, e.previous_secret, e.previous_until, (select epoch from installation) as epoch, e.position,
      e.ordinal, e.failures, e.failing_since, e.next_attempt_at, taken.due, e.ping`.execute(db)
  return rows
}

/** One attempt at one message. */
export interface Attempt {
  readonly id: string
  readonly message_id: string
  readonly type: string
  readonly position: string | null
  readonly attempt: number
  readonly attempted_at: string
  readonly outcome: 'delivered' | 'failed'
  readonly status: number | null
  readonly latency_ms: number
  readonly error: string | null
  readonly response: string | null
  readonly next_attempt_at: string | null
}

/** How far a turn has come. */
export interface Settled {
  readonly position: number
  readonly ordinal: number | null
  readonly failures: number
  readonly failing_since: string | null
  readonly next_attempt_at: string | null
  /** The last success; null for none in this turn. */
  readonly delivered_at: string | null
  readonly attempts: readonly Attempt[]
  /** Its ping that was sent. */
  readonly ping: string | null
}

/**
 * Gives an endpoint back, and notes what was tried. Whoever has lost the lease meanwhile, to a replay or to another
 * process, notes its attempts and moves nothing.
 */
export async function settle(db: Db, { id, lease }: Leased, at: Date, settled: Settled): Promise<void> {
  const { position, ordinal, failures, failing_since, next_attempt_at, delivered_at, ping, attempts } =
    settled
  await sql`
    with noted as (
      insert into webhook_delivery (id, endpoint_id, message_id, type, position, attempt, attempted_at, outcome, status,
        latency_ms, error, response, next_attempt_at)
      select id, ${id}::uuid, message_id, type, position, attempt, attempted_at, outcome, status, latency_ms, error,
        response, next_attempt_at
      from json_populate_recordset(null::webhook_delivery, ${JSON.stringify(attempts)}::json)
      where exists (select from webhook_endpoint where id = ${id})
    )
    update webhook_endpoint set position = ${position}, ordinal = ${ordinal}, lease = null, leased_until = null,
      delivered_at = coalesce(${delivered_at}::timestamptz, delivered_at), settled_at = ${at},
      ping = nullif(ping, ${ping}::text),
      -- One that is no longer active was stopped meanwhile: when it is resumed it begins anew.
      failures = case status when 'active' then ${failures}::int else 0 end,
      failing_since = case status when 'active' then ${failing_since}::timestamptz end,
      next_attempt_at = case status when 'active' then ${next_attempt_at}::timestamptz end
    where id = ${id} and lease = ${lease}`.execute(db)
}

/** Attempts are kept for so many days. */
export const KEPT_DAYS = 30

/** Forgets attempts in time, and secrets that no longer sign. */
export async function forgetOld(db: Db, at: Date): Promise<void> {
  await sql`delete from webhook_delivery
    where attempted_at < ${at}::timestamptz - make_interval(days => ${KEPT_DAYS}::int)`.execute(db)
  await sql`update webhook_endpoint set previous_secret = null, previous_until = null
    where previous_until <= ${at}`.execute(db)
}

/** What an endpoint wants to be told, as the feed is asked for it. */
export const questionOf = ({ epoch, position, ordinal, types, territory_id }: Leased, limit: number) => ({
  after: { epoch, number: position, ordinal },
  types: types ?? RECORD_TYPES,
  territory:
    territory_id === null
      ? undefined
      : {
          parameter: 'territory',
          text: territory_id,
          reference: { kind: 'id' as const, id: territory_id },
        },
  limit,
})
