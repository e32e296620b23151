import { type Static, Type } from 'typebox'
import { ROLES, SCOPES } from '../domain/actor.ts'
import { extensible, Id, Instant, nullable, open, Revision, ref, strict, words } from '../http/schema.ts'
import { CollectivityRef } from '../register/schema.ts'

export const KEY_STATUSES = ['active', 'expired', 'revoked'] as const

const facts = {
  id: Id,
  name: Type.String({ description: 'What it is for, in the words of whoever made it' }),
  ends_with: Type.String({ description: 'Last characters of the key, to tell it from others' }),
  roles: Type.Array(words(ROLES, 'Role')),
  collectivities: Type.Array(ref(CollectivityRef), { description: 'What a `member_editor` may edit' }),
  scopes: Type.Array(words(SCOPES, 'Scope')),
  status: extensible(KEY_STATUSES, 'Whether it holds now'),
  expires_at: Instant,
  last_used_at: nullable(Type.Unsafe<string>({ ...Instant, description: 'To the minute' })),
  revocation: nullable(open({ revoked_at: Instant, reason: Type.String() })),
  revision: Revision,
  created_at: Instant,
  updated_at: Instant,
}

export const ApiKey = open(facts, { $id: 'ApiKey', description: 'A key for a program, without its secret' })
export type ApiKey = Static<typeof ApiKey>

export const CreatedApiKey = open(
  {
    ...facts,
    secret: Type.Optional(
      Type.String({ description: 'The key itself: here, once, and not in the answer to a retry' }),
    ),
  },
  { $id: 'CreatedApiKey', description: 'A key that was just made' },
)

export const NewApiKey = strict(
  {
    name: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '\\S',
      description: 'What it is for; no personal data',
    }),
    roles: Type.Array(words(ROLES, 'Role'), { minItems: 1, uniqueItems: true }),
    collectivities: Type.Optional(
      Type.Array(Type.String({ format: 'collectivity', maxLength: 40 }), {
        maxItems: 100,
        uniqueItems: true,
        description: 'Ids or codes; a `member_editor` needs one',
      }),
    ),
    scopes: Type.Optional(
      Type.Array(words(SCOPES, 'Scope'), {
        minItems: 1,
        uniqueItems: true,
        description: 'Both when not said',
      }),
    ),
    expires_at: Type.Optional(
      Type.String({ format: 'date-time', description: 'Within two years; in a year when not said' }),
    ),
  },
  { $id: 'NewApiKey', description: 'A key to be made' },
)
export type NewApiKey = Static<typeof NewApiKey>

export const Revocation = strict(
  { reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  { $id: 'Revocation', description: 'Why a key shall hold no longer' },
)
