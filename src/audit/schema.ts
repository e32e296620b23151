import { type Static, Type } from 'typebox'
import { changeFacts, State } from '../changes/schema.ts'
import { Id, nullable, open } from '../http/schema.ts'

export const AuditEntry = open(
  {
    ...changeFacts,
    // Private kinds of record are among them.
    type: Type.String({ description: 'Kind of record' }),
    id: Id,
    visibility: Type.Unsafe<'public' | 'private'>({
      type: 'string',
      description: '`private` entries are told nowhere else',
      'x-extensible-enum': ['public', 'private'],
    }),
    actor: Type.String({
      description: 'Issuer and subject of the token, `key:` and the id of the key, `public` or `system`',
    }),
    request_id: nullable(Type.String({ description: '`X-Request-Id` of the request' })),
    before: nullable(State),
    after: nullable(State),
  },
  { $id: 'AuditEntry', description: 'One change of one record, and who made it' },
)
export type AuditEntry = Static<typeof AuditEntry>
