import type { Actor, Role } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { Identity } from '../../src/http/identity.ts'

/** What `as` writes and `roleIdentity` reads: not a token, but the same Actor that one would give. */
export const as = (role: Role, ...collectivities: string[]) => ({
  authorization: `Test ${[role, ...collectivities].join(' ')}`,
})

/** For tests that are about something else than tokens: believes what `as` says. */
export const roleIdentity: Identity = {
  authenticate: async (authorization): Promise<Actor> => {
    const [scheme, role, ...collectivities] = authorization.split(' ')
    if (scheme !== 'Test' || role === undefined) throw new DomainError('unauthenticated')
    return {
      id: `test|${role}`,
      kind: 'token',
      roles: [role as Role],
      collectivities,
      scopes: ['read', 'write'],
      expires_at: null,
    }
  },
}
