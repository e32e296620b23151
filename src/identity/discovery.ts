import type { JSONWebKeySet } from 'jose'

/** Longest that an issuer is waited for, milliseconds, all its answers together. */
const PATIENCE_MS = 3_000

/**
 * A question for the keys that an issuer publishes: at `jwksUrl`, or where its own metadata say (OpenID Connect
 * Discovery 1.0 §4), which are read again after a failure.
 */
export function questionTo(issuer: string, jwksUrl: string | undefined): () => Promise<JSONWebKeySet> {
  let address = jwksUrl
  return async () => {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const asked = address ?? (await discover(issuer, signal))
    address = jwksUrl
    const set = await fetchJson(asked, signal)
    if (!isKeySet(set)) throw new Error(`${asked} publishes no keys`)
    address = asked
    return set
  }
}

/** @throws when the metadata are not of this very issuer (§4.3), or lead from https to http */
async function discover(issuer: string, signal: AbortSignal): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const metadata = await fetchJson(address, signal)
  const { issuer: named, jwks_uri: jwks } = Object(metadata) as { issuer?: unknown; jwks_uri?: unknown }
  if (named !== issuer) throw new Error(`${address} is of another issuer than OIDC_ISSUER`)
  if (typeof jwks !== 'string' || !URL.canParse(jwks)) throw new Error(`${address} has no jwks_uri`)
  if (issuer.startsWith('https:') && !jwks.startsWith('https:'))
    throw new Error(`${address} has a jwks_uri without https`)
  return jwks
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(address, { signal, redirect: 'error', headers: { accept: 'application/json' } })
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`)
  return await answer.json()
}

function isKeySet(set: unknown): set is JSONWebKeySet {
  const { keys } = Object(set) as { keys?: unknown }
  return (
    Array.isArray(keys) && keys.length > 0 && keys.every((key) => typeof key === 'object' && key !== null)
  )
}
