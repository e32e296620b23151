import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '../domain/clock.ts'
import { developmentIssuer, type IssuerSettings, whyNoDevelopmentIssuer } from './development.ts'
import { questionTo } from './discovery.ts'
import { publishedKeys } from './issuer-keys.ts'
import { keptFile } from './kept-file.ts'
import { type Tokens, tokensOf } from './tokens.ts'

export interface IdentitySettings extends IssuerSettings {
  readonly OIDC_JWKS_URL?: string | undefined
  readonly KEY_SECRET?: string | undefined
}

/**
 * The tokens that the environment says to believe: those of OIDC_ISSUER, else this machine's own where that is
 * harmless, else none.
 *
 * @param warn told when the issuer cannot be asked for its keys
 */
export function configuredTokens(
  settings: IdentitySettings,
  clock: Clock,
  warn: (error: unknown) => void,
): Tokens | undefined {
  const { OIDC_ISSUER: issuer } = settings
  if (issuer !== undefined)
    return tokensOf(
      {
        issuer,
        audience: settings.OIDC_AUDIENCE,
        keys: publishedKeys(questionTo(issuer, settings.OIDC_JWKS_URL), clock, warn),
        rolesClaim: settings.OIDC_ROLES_CLAIM,
        collectivitiesClaim: settings.OIDC_COLLECTIVITIES_CLAIM,
      },
      clock,
    )
  if (whyNoDevelopmentIssuer(settings) !== undefined) return undefined
  return tokensOf(developmentIssuer(settings), clock)
}

/** The secret under which keys are kept: KEY_SECRET, else one made once in the data directory. */
export function configuredKeySecret(settings: IdentitySettings): string {
  const make = () => randomBytes(32).toString('base64url')
  return settings.KEY_SECRET ?? keptFile(join(settings.DATA_DIR, 'key-secret'), make)
}

/** What whoever runs the service should know of how it tells callers apart. */
export function notesOn(settings: IdentitySettings): string[] {
  const notes: string[] = []
  if (settings.OIDC_ISSUER === undefined && whyNoDevelopmentIssuer(settings) !== undefined)
    notes.push('OIDC_ISSUER is not set: no tokens are accepted, API keys only')
  if (settings.DATABASE_URL !== undefined && settings.KEY_SECRET === undefined)
    notes.push(`KEY_SECRET is not set: API keys hold only with ${join(settings.DATA_DIR, 'key-secret')}`)
  return notes
}
