import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTHeaderParameters,
  type JWTPayload,
  jwtVerify,
} from 'jose'
import type { Actor } from '../domain/actor.ts'
import type { Clock } from '../domain/clock.ts'
import type { DomainError } from '../domain/errors.ts'
import { isWellFormedText } from '../domain/text.ts'
import { collectivitiesIn, rolesIn } from './claims.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import { refused } from './refusal.ts'

export interface Tokens {
  /** @throws {DomainError} `unauthenticated`, or `identity_unavailable` while the issuer's keys cannot be had */
  verify(token: string): Promise<Actor>
}

export interface TrustedIssuer {
  /** As `iss` must say it, to the letter. */
  readonly issuer: string
  readonly audience: string
  readonly keys: IssuerKeys
  /** Name of a claim, or dotted path to it. */
  readonly rolesClaim: string
  readonly collectivitiesClaim: string
}

/** Signatures only, and none that a public key could make (RFC 8725 §3.1). */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']
/** RFC 9068 §2.2. */
const REQUIRED_CLAIMS = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti']
/** Keys that a token brings along, and extensions that we would have to understand (RFC 8725 §3.10). */
const REFUSED_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip']
const SKEW_SECONDS = 30
const LONGEST_LIFE_SECONDS = 86_400

/** Access tokens of one issuer (RFC 9068), as strictly as RFC 8725 has it. */
export function tokensOf(trusted: TrustedIssuer, clock: Clock): Tokens {
  const { issuer, audience, keys } = trusted
  return {
    verify: async (token) => {
      const header = readHeader(token)
      // Before its key is looked for: what another issuer signed must not make us ask ours.
      if (issuerIn(token) !== issuer) throw refused('token_issuer')
      const key = await keys.keyFor(header)
      const { payload } = await jwtVerify(token, key, {
        algorithms: ALGORITHMS,
        typ: 'at+jwt',
        issuer,
        audience,
        requiredClaims: REQUIRED_CLAIMS,
        clockTolerance: SKEW_SECONDS,
        maxTokenAge: LONGEST_LIFE_SECONDS,
        currentDate: clock(),
      }).catch((error: unknown) => {
        throw reasonOf(error)
      })
      return actorOf(payload, trusted)
    },
  }
}

function readHeader(token: string): JWTHeaderParameters {
  let header: Partial<JWTHeaderParameters>
  try {
    header = decodeProtectedHeader(token)
  } catch {
    throw refused('token_unreadable')
  }
  const { alg = '', typ } = header
  if (token.split('.').length !== 3) throw refused('token_unreadable')
  if (!ALGORITHMS.includes(alg)) throw refused('token_algorithm', { expected: ALGORITHMS.join(', ') })
  if (typeof typ !== 'string' || !/^(application\/)?at\+jwt$/i.test(typ)) throw refused('token_type')
  const unwanted = REFUSED_HEADERS.find((name) => Object.hasOwn(header, name))
  if (unwanted !== undefined) throw refused('token_header', { name: unwanted })
  return { ...header, alg }
}

function issuerIn(token: string): unknown {
  try {
    return decodeJwt(token).iss
  } catch {
    throw refused('token_unreadable')
  }
}

function reasonOf(error: unknown): DomainError {
  if (error instanceof errors.JWTExpired) return refused('token_expired')
  if (!(error instanceof errors.JWTClaimValidationFailed)) return refused('token_signature')
  const { claim, reason } = error
  if (claim === 'aud' && reason !== 'missing') return refused('token_audience')
  if (['nbf', 'iat'].includes(claim) && reason === 'check_failed') return refused('token_not_yet')
  return refused('token_claim', { name: claim })
}

function actorOf(payload: JWTPayload, trusted: TrustedIssuer): Actor {
  for (const name of ['sub', 'client_id', 'jti']) {
    const value = payload[name]
    if (typeof value !== 'string' || value === '' || value.length > 255 || !isWellFormedText(value))
      throw refused('token_claim', { name })
  }
  const { sub, exp = Number.NaN, iat = Number.NaN } = payload
  if (!(exp > iat && exp - iat <= LONGEST_LIFE_SECONDS)) throw refused('token_lifetime')
  return {
    id: `${trusted.issuer}|${sub}`,
    kind: 'token',
    roles: rolesIn(payload, trusted.rolesClaim),
    collectivities: collectivitiesIn(payload, trusted.collectivitiesClaim),
    scopes: ['read', 'write'],
    expires_at: new Date(exp * 1_000).toISOString(),
  }
}
