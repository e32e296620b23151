import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type JWK, SignJWT } from 'jose'
import type { Role } from '../domain/actor.ts'
import { fixedKeys } from './issuer-keys.ts'
import { keptFile } from './kept-file.ts'
import type { TrustedIssuer } from './tokens.ts'

const DEVELOPMENT_ISSUER = 'urn:infitah:development'

/** What decides whether the issuer of this machine is believed. */
export interface IssuerSettings {
  readonly DATA_DIR: string
  readonly DATABASE_URL?: string | undefined
  readonly NODE_ENV?: string | undefined
  readonly OIDC_ISSUER?: string | undefined
  readonly OIDC_AUDIENCE: string
  readonly OIDC_ROLES_CLAIM: string
  readonly OIDC_COLLECTIVITIES_CLAIM: string
}

/** Why the issuer of this machine is not believed, as one sentence, or undefined when it is. */
export function whyNoDevelopmentIssuer(settings: IssuerSettings): string | undefined {
  if (settings.OIDC_ISSUER !== undefined)
    return `Tokens are issued by ${settings.OIDC_ISSUER} (OIDC_ISSUER): ask it for one.`
  if (settings.NODE_ENV === 'production') return 'In production (NODE_ENV) only OIDC_ISSUER issues tokens.'
  if (settings.DATABASE_URL !== undefined)
    return 'Development tokens go with the embedded database only, and DATABASE_URL is set: configure OIDC_ISSUER, or make a key with `npm run -s api-key`.'
  return undefined
}

/** A private key of this machine, made once in the data directory. */
function privateKey(directory: string) {
  const pem = keptFile(join(directory, 'development-issuer.pem'), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )
  const key = createPrivateKey(pem)
  const jwk = createPublicKey(key).export({ format: 'jwk' }) as JWK
  return { key, jwk: { ...jwk, kid: createHash('sha256').update(jwk.x!).digest('base64url').slice(0, 16) } }
}

/** The issuer of this machine, checked in the same way as a real one. */
export function developmentIssuer(settings: IssuerSettings): TrustedIssuer {
  return {
    issuer: DEVELOPMENT_ISSUER,
    audience: settings.OIDC_AUDIENCE,
    keys: fixedKeys({ keys: [privateKey(settings.DATA_DIR).jwk] }),
    rolesClaim: settings.OIDC_ROLES_CLAIM,
    collectivitiesClaim: settings.OIDC_COLLECTIVITIES_CLAIM,
  }
}

/** A token of this machine's issuer. */
export async function developmentToken(
  settings: IssuerSettings,
  claims: { subject: string; roles: readonly Role[]; collectivities: readonly string[] },
  at: Date,
  hours: number,
): Promise<string> {
  const { key, jwk } = privateKey(settings.DATA_DIR)
  const now = Math.floor(at.getTime() / 1_000)
  return await new SignJWT({
    client_id: 'development',
    [settings.OIDC_ROLES_CLAIM]: claims.roles,
    [settings.OIDC_COLLECTIVITIES_CLAIM]: claims.collectivities,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: jwk.kid })
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(settings.OIDC_AUDIENCE)
    .setSubject(claims.subject)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + Math.round(hours * 3_600))
    .sign(key)
}
