import { type Static, Type } from 'typebox'
import { RECORD_TYPES } from '../domain/record-types.ts'
import { extensible, Id, Instant, nullable, open, Revision, ref, strict, words } from '../http/schema.ts'
import { CollectivityRef } from '../register/schema.ts'
import { ACTIONS, NOTICES, STATUSES } from './lifecycle.ts'

export const PAYLOADS = ['thin', 'full'] as const

const position = (description: string) => Type.String({ format: 'position', maxLength: 50, description })
const Payload = words(
  PAYLOADS,
  '`thin`: which record changed, how, and where to read it; `full`: the change as `/v1/changes` tells it',
)

const facts = {
  id: Id,
  owner: Type.String({ description: 'Who made it: `id` of `/v1/me`' }),
  name: Type.String(),
  url: Type.String(),
  types: nullable(Type.Array(extensible(RECORD_TYPES, 'Kind of record'), { description: 'Null: all' })),
  territory: nullable(ref(CollectivityRef)),
  payload: Payload,
  exclude_origins: Type.Array(Type.String()),
  exclude_own: Type.Boolean(),
  status: extensible(STATUSES, 'Only an `active` one is sent to'),
  status_at: Instant,
  notice: nullable(
    extensible(
      NOTICES,
      'Why it is not active, when the owner did not ask for it. `failing`: three days without success; `gone`: it answered 410; `secret_unreadable`: rotate the secret',
    ),
  ),
  secret: open(
    {
      made_at: Instant,
      previous_until: nullable(
        Type.Unsafe<string>({ ...Instant, description: 'Till then the one before signs too' }),
      ),
    },
    { description: 'Of the secret that signs; the secret itself is told once' },
  ),
  delivery: open(
    {
      position: position('All up to here has been delivered, or was not asked for'),
      failures: Type.Integer({ minimum: 0, description: 'Of the next message, so far' }),
      failing_since: nullable(Instant),
      next_attempt_at: nullable(Type.Unsafe<string>({ ...Instant, description: 'Null: at once' })),
      delivered_at: nullable(Type.Unsafe<string>({ ...Instant, description: 'The last success' })),
    },
    { description: 'How far it has been told; moves without a new revision' },
  ),
  replayed_after: nullable(position('Of the last replay that was asked for')),
  revision: Revision,
  created_at: Instant,
  updated_at: Instant,
}

export const WebhookEndpoint = open(facts, {
  $id: 'WebhookEndpoint',
  description: 'An address that is told of changes, in order, at least once each',
})
export type WebhookEndpoint = Static<typeof WebhookEndpoint>

export const WebhookEndpointWithSecret = open(
  {
    ...facts,
    signing_secret: Type.Optional(
      Type.String({ description: '`whsec_…`, what signs: here, once, and not in the answer to a retry' }),
    ),
  },
  { $id: 'WebhookEndpointWithSecret', description: 'An endpoint with a secret that was just made' },
)

const wanted = {
  name: Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '\\S',
    format: 'text',
    description: 'What it is for; no personal data',
  }),
  url: Type.String({
    minLength: 1,
    maxLength: 2_000,
    format: 'text',
    description:
      'https, on a host of the open internet: no credentials, no fragment, no private or local address',
  }),
  types: Type.Optional(
    nullable(
      Type.Array(words(RECORD_TYPES, 'Kind of record'), {
        minItems: 1,
        maxItems: 50,
        uniqueItems: true,
        description: 'Only these kinds of record; all when null or not said',
      }),
    ),
  ),
  territory: Type.Optional(
    nullable(
      Type.String({
        format: 'collectivity',
        maxLength: 40,
        description: 'Id or code: only records of it and of all within it, before or after the change',
      }),
    ),
  ),
  payload: Type.Optional(Payload),
  exclude_origins: Type.Optional(
    Type.Array(Type.String({ pattern: '^[a-z_]{1,40}$' }), {
      maxItems: 20,
      uniqueItems: true,
      description: 'Leave out changes that came through these: `api`, `import`, `seed`, `clock`',
    }),
  ),
  exclude_own: Type.Optional(
    Type.Boolean({ description: 'Leave out changes made with the credentials of the owner' }),
  ),
}

/** What may be edited, as one document. */
export const WebhookEndpointDocument = strict(wanted)
export type WebhookEndpointDocument = Static<typeof WebhookEndpointDocument>

export const NewWebhookEndpoint = strict(
  {
    ...wanted,
    after: Type.Optional(
      position('Where to begin: `meta.position` of a list, or of a change; from now on when not said'),
    ),
  },
  { $id: 'NewWebhookEndpoint' },
)
export type NewWebhookEndpoint = Static<typeof NewWebhookEndpoint>

/** A JSON merge patch (RFC 7396) of what may be edited; what results is held to that. */
export const WebhookEndpointPatch = Type.Unsafe<Record<string, never>>({
  $id: 'WebhookEndpointPatch',
  type: 'object',
  minProperties: 1,
  description: 'JSON merge patch (RFC 7396); what results must be as in NewWebhookEndpoint',
  properties: Object.fromEntries(
    Object.keys(wanted).map((name) => [name, { description: 'As in NewWebhookEndpoint' }]),
  ),
})

export const NewWebhookTransition = strict(
  {
    action: words(ACTIONS, '`disable` is for administrators; nobody else can resume what they disabled'),
    reason: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 1_000, format: 'text' }))),
  },
  { $id: 'NewWebhookTransition' },
)
export type NewWebhookTransition = Static<typeof NewWebhookTransition>

export const Replay = strict(
  { after: position('The last change that is not to be sent again: all that follow are, with the same ids') },
  { $id: 'WebhookReplay' },
)

export const SecretRotation = strict(
  {
    previous_valid_hours: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 168,
        description: 'How long the secret before signs too: 24 when not said; 0 when it has leaked',
      }),
    ),
  },
  { $id: 'WebhookSecretRotation' },
)

export const Ping = open(
  { message_id: Type.String({ description: '`webhook-id` of what will be sent; see `/deliveries`' }) },
  { $id: 'WebhookPing', description: 'A ping that is under way' },
)
export const webhookSchemas = [
  WebhookEndpoint,
  WebhookEndpointWithSecret,
  NewWebhookEndpoint,
  WebhookEndpointPatch,
  NewWebhookTransition,
  Replay,
  SecretRotation,
  Ping,
]
