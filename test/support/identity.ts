import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose'
import type { Role } from '../../src/domain/actor.ts'
import type { Clock } from '../../src/domain/clock.ts'
import { fixedKeys } from '../../src/identity/issuer-keys.ts'
import { type Tokens, tokensOf } from '../../src/identity/tokens.ts'

export const ISSUER = 'https://issuer.example'
export const AUDIENCE = 'infitah'
/** Under which the keys of tests are kept. */
export const KEY_SECRET = 'a secret for tests of thirty-two characters'

const { privateKey, publicKey } = await generateKeyPair('EdDSA')
const jwk = { ...(await exportJWK(publicKey)), kid: 'test' }

/** Believes the tokens that `bearer` and `tokenOf` make. */
export function testTokens(clock: Clock): Tokens {
  return tokensOf(
    {
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: fixedKeys({ keys: [jwk] }),
      rolesClaim: 'roles',
      collectivitiesClaim: 'collectivities',
    },
    clock,
  )
}

/** Seconds, of the present that `startApp` gives the service. */
export const NOW_SECONDS = Date.parse('2026-02-02T10:00:00.000Z') / 1_000

/** Claims of a token that holds; `undefined` in `changes` takes one away. */
export const claimsOf = (changes: object = {}) => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'someone',
  client_id: 'tests',
  jti: randomUUID(),
  iat: NOW_SECONDS,
  exp: NOW_SECONDS + 3_600,
  ...changes,
})

/** A signed token with these claims. */
export async function tokenOf(
  changes: object = {},
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  return await new SignJWT(claimsOf(changes))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'test', ...header })
    .sign(privateKey)
}

/** Headers of somebody with a role; a `member_editor` edits the collectivities named. */
export async function bearer(role: Role, ...collectivities: string[]): Promise<{ authorization: string }> {
  const token = await tokenOf({ sub: role, roles: [role], collectivities })
  return { authorization: `Bearer ${token}` }
}
