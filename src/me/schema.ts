import { Type } from 'typebox'
import { ROLES, SCOPES } from '../domain/actor.ts'
import { extensible, Instant, nullable, open, ref, words } from '../http/schema.ts'
import { CollectivityRef } from '../register/schema.ts'

export const Me = open(
  {
    id: Type.String({ description: 'Issuer and subject of a token, or `key:` and the id of an API key' }),
    kind: extensible(['token', 'key'], 'Kind of credentials'),
    roles: Type.Array(words(ROLES, 'Role')),
    collectivities: Type.Array(ref(CollectivityRef), {
      description:
        'What a `member_editor` may edit; what the credentials name and the register has not, is not here',
    }),
    scopes: Type.Array(words(SCOPES, 'Scope')),
    expires_at: nullable(Instant),
    operations: Type.Array(Type.String(), {
      description:
        'operationId of all that the caller may do; of records that belong to a collectivity, only its own',
    }),
  },
  { $id: 'Me', description: 'Whoever sent the credentials' },
)
