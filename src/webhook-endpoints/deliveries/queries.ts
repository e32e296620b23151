import { sql } from 'kysely'
import type { Listing } from '../../db/listing.ts'
import { pick, plain, type ShapeOf, settledShape } from '../../db/shape.ts'
import type { WebhookDelivery } from './schema.ts'

const shape = settledShape({
  id: plain(sql`d.id`),
  message_id: plain(sql`d.message_id`),
  type: plain(sql`d.type`),
  position: plain(sql`d.position`),
  attempt: plain(sql`d.attempt`),
  attempted_at: plain(sql`wire_instant(d.attempted_at)`),
  outcome: plain(sql`d.outcome`),
  status: plain(sql`d.status`),
  latency_ms: plain(sql`d.latency_ms`),
  error: plain(sql`d.error`),
  response: plain(sql`d.response`),
  next_attempt_at: plain(sql`wire_instant(d.next_attempt_at)`),
} satisfies ShapeOf<WebhookDelivery>)

/** The attempts at one endpoint, the newest first. */
export function deliveriesOf(
  endpoint: string,
  filters: { outcome?: readonly string[] | undefined; message?: string | undefined },
  fields?: readonly string[],
): Listing {
  const where = [sql`d.endpoint_id = ${endpoint}`]
  if (filters.outcome !== undefined) where.push(sql`d.outcome in (${sql.join([...filters.outcome])})`)
  if (filters.message !== undefined) where.push(sql`d.message_id = ${filters.message}`)
  return {
    dependsOn: ['webhook_endpoint'],
    shape: pick(shape, fields),
    from: sql`webhook_delivery d`,
    where,
    sort: [
      { by: sql`d.attempted_at`, descending: true },
      { by: sql`d.id`, descending: true },
    ],
    id: sql`d.id`,
  }
}
