import type { Generated } from 'kysely'
import type { EndpointNotice, EndpointStatus } from '../webhook-endpoints/lifecycle.ts'

export interface WebhookEndpointTable {
  id: string
  owner: string
  name: string
  url: string
  types: string[] | null
  territory_id: string | null
  payload: 'thin' | 'full'
  exclude_origins: string[]
  exclude_own: boolean
  status: Generated<EndpointStatus>
  notice: EndpointNotice | null
  status_at: string
  secret: string
  secret_at: string
  previous_secret: string | null
  previous_until: string | null
  replayed_after: string | null
  position: number
  ordinal: number | null
  failures: Generated<number>
  failing_since: string | null
  next_attempt_at: string | null
  delivered_at: string | null
  ping: string | null
  lease: string | null
  leased_until: string | null
  settled_at: string | null
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface WebhookDeliveryTable {
  id: string
  endpoint_id: string
  message_id: string
  type: string
  position: string | null
  attempt: number
  attempted_at: string
  outcome: 'delivered' | 'failed'
  status: number | null
  latency_ms: number
  error: string | null
  response: string | null
  next_attempt_at: string | null
}
