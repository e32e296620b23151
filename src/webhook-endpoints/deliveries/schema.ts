import { type Static, Type } from 'typebox'
import { extensible, Id, Instant, nullable, open } from '../../http/schema.ts'

export const OUTCOMES = ['delivered', 'failed'] as const

export const WebhookDelivery = open(
  {
    id: Id,
    message_id: Type.String({ description: '`webhook-id`: the same for each attempt at one message' }),
    type: Type.String({ description: '`type` of the event' }),
    position: nullable(Type.String({ description: 'Of the change; null of a ping' })),
    attempt: Type.Integer({ minimum: 1 }),
    attempted_at: Instant,
    outcome: extensible(OUTCOMES, '`delivered`: answered 2xx'),
    status: nullable(Type.Integer({ description: 'Of the answer; null when there was none' })),
    latency_ms: Type.Integer({ minimum: 0 }),
    error: nullable(
      extensible(
        [
          'refused',
          'redirected',
          'url_not_allowed',
          'name_not_found',
          'not_connected',
          'connection_broken',
          'tls_failed',
          'timed_out',
        ],
        'Why it failed',
      ),
    ),
    response: nullable(
      Type.String({ description: 'The first 200 characters of an answer that was no success' }),
    ),
    next_attempt_at: nullable(Instant),
  },
  { $id: 'WebhookDelivery', description: 'One attempt at one message; kept for 30 days' },
)
export type WebhookDelivery = Static<typeof WebhookDelivery>
