import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Listing, readOne } from '../db/listing.ts'
import {
  flag,
  group,
  groupWhere,
  json,
  jsonOf,
  pick,
  plain,
  type ShapeOf,
  settledShape,
} from '../db/shape.ts'
import { type Actor, hasRole } from '../domain/actor.ts'
import { reference } from '../register/queries.ts'
import type { EndpointStatus } from './lifecycle.ts'
import type { WebhookEndpoint } from './schema.ts'

export const SORTS = ['created_at', 'name'] as const
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`
const SORT_KEYS = { created_at: sql`e.created_at`, name: sql`e.name` }

/** What its owner says of it: all that the journal keeps, too. */
export const endpointFacts = {
  id: plain(sql`e.id`),
  owner: plain(sql`e.owner`),
  name: plain(sql`e.name`),
  url: plain(sql`e.url`),
  types: json(sql`to_json(e.types)`),
  territory: plain(sql`e.territory_id`),
  payload: plain(sql`e.payload`),
  exclude_origins: json(sql`to_json(e.exclude_origins)`),
  exclude_own: flag(sql`e.exclude_own`),
  status: plain(sql`e.status`),
  notice: plain(sql`e.notice`),
  secret_at: plain(sql`wire_instant(e.secret_at)`),
  replayed_after: plain(sql`e.replayed_after`),
}

const { secret_at, replayed_after, territory, status, notice, ...said } = endpointFacts

/** What a patch is applied to. */
export const endpointDocument = {
  name: said.name,
  url: said.url,
  types: said.types,
  territory,
  payload: said.payload,
  exclude_origins: said.exclude_origins,
  exclude_own: said.exclude_own,
}

const shape = settledShape({
  ...said,
  territory: groupWhere(sql`c.id is not null`, reference('c')),
  status,
  status_at: plain(sql`wire_instant(e.status_at)`),
  notice,
  secret: group({ made_at: secret_at, previous_until: plain(sql`wire_instant(e.previous_until)`) }),
  delivery: group({
    position: plain(sql`concat_ws('.', (select epoch from installation), e.position, e.ordinal)`),
    failures: plain(sql`e.failures`),
    failing_since: plain(sql`wire_instant(e.failing_since)`),
    next_attempt_at: plain(sql`wire_instant(e.next_attempt_at)`),
    delivered_at: plain(sql`wire_instant(e.delivered_at)`),
  }),
  replayed_after,
  revision: plain(sql`e.revision`),
  created_at: plain(sql`wire_instant(e.created_at)`),
  updated_at: plain(sql`wire_instant(e.updated_at)`),
} satisfies ShapeOf<WebhookEndpoint>)

const from = sql`webhook_endpoint e left join collectivity c on c.id = e.territory_id`

/** Whose endpoints somebody sees: an administrator's are everybody's. */
export const seenBy = (actor: Actor): RawBuilder<unknown> =>
  hasRole(actor, 'admin') ? sql`true` : sql`e.owner = ${actor.id}`

export interface Filters {
  readonly status?: readonly EndpointStatus[] | undefined
  readonly owner?: string | undefined
}

/** The newest first when no sort is asked for. */
export function webhookEndpoints(
  actor: Actor,
  filters: Filters,
  sort: readonly Sort[],
  fields?: readonly string[],
): Listing {
  const keys = (sort.length === 0 ? ['-created_at' as const] : sort).map((name) => ({
    by: SORT_KEYS[name.replace(/^-/, '') as (typeof SORTS)[number]],
    descending: name.startsWith('-'),
  }))
  const where = [seenBy(actor)]
  if (filters.status !== undefined) where.push(sql`e.status in (${sql.join([...filters.status])})`)
  if (filters.owner !== undefined) where.push(sql`e.owner = ${filters.owner}`)
  return {
    dependsOn: ['webhook_endpoint'],
    shape: pick(shape, fields),
    from,
    where,
    sort: [...keys, { by: sql`e.id`, descending: keys.at(-1)!.descending }],
    id: sql`e.id`,
  }
}

/** Undefined for what the actor may not know of, too. */
export async function findWebhookEndpoint(db: Db, actor: Actor, id: string) {
  const list = { dependsOn: ['webhook_endpoint'], from, where: [sql`e.id = ${id}`, seenBy(actor)] }
  return await readOne(db, list, { representation: jsonOf(shape), revision: sql`e.revision` })
}
