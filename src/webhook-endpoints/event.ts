import type { Change } from '../changes/schema.ts'
import type { RecordType } from '../domain/record-types.ts'

/** Where a record of each kind is read. */
const PATHS: Readonly<Record<RecordType, string>> = {
  region: 'regions',
  provincial_council: 'provincial-councils',
  commune: 'communes',
  member: 'members',
  network: 'network',
  legal_rule: 'legal-rules',
  holiday: 'holidays',
  document: 'documents',
  action_plan: 'action-plans',
  draft: 'drafts',
  workshop: 'workshops',
  consultation: 'consultations',
  approval_session: 'approval-sessions',
  contribution: 'contributions',
  progress_report: 'progress-reports',
  assessment: 'assessments',
}

/** Address of the record that a change is of, from `/v1` on; null when it is there no more. */
function pathOf({ type, id, change, data }: Change): string | null {
  if (change === 'deleted') return null
  if (type === 'network') return '/v1/network'
  if (type !== 'draft') return `/v1/${PATHS[type]}/${id}`
  const { plan_id: plan, number } = (data ?? {}) as { plan_id?: string; number?: number }
  return plan === undefined ? null : `/v1/action-plans/${plan}/drafts/${number}`
}

export interface Message {
  /** `webhook-id`: the same for each attempt. */
  readonly id: string
  readonly type: string
  readonly position: string | null
  readonly body: string
}

export const eventType = (type: string, change: string) => `infitah.${type}.${change}`

/**
 * A change as a CloudEvent (1.0, structured JSON). `data` is the change as the feed tells it, without the record itself
 * unless `full`, and with where to read it.
 *
 * @param publicUrl start of every link
 */
export function changeMessage(change: Change, full: boolean, publicUrl: string): Message {
  const { position, occurred_at, data, ...facts } = change
  const path = pathOf(change)
  const href = path === null ? null : publicUrl + path
  const type = eventType(change.type, change.change)
  const body = JSON.stringify({
    specversion: '1.0',
    id: position,
    source: `${publicUrl}/v1/changes`,
    type,
    subject: `${change.type}/${change.id}`,
    time: occurred_at,
    datacontenttype: 'application/json',
    position,
    data: full ? { ...facts, href, data } : { ...facts, href },
  })
  return { id: position, type, position, body }
}

export const PING_TYPE = eventType('webhook_endpoint', 'ping')

/** What is sent on request, to see that it arrives. */
export function pingMessage(id: string, endpoint: string, at: Date, publicUrl: string): Message {
  const body = JSON.stringify({
    specversion: '1.0',
    id,
    source: `${publicUrl}/v1/webhook-endpoints/${endpoint}`,
    type: PING_TYPE,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    data: {},
  })
  return { id, type: PING_TYPE, position: null, body }
}
