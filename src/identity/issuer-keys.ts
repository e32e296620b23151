import { type CryptoKey, createLocalJWKSet, type JSONWebKeySet, type JWTHeaderParameters } from 'jose'
import type { Clock } from '../domain/clock.ts'
import { DomainError } from '../domain/errors.ts'
import { refused } from './refusal.ts'

/** The public keys of an issuer of tokens. */
export interface IssuerKeys {
  /** @throws {DomainError} `unauthenticated` when it has no such key, `identity_unavailable` when nobody can say */
  keyFor(header: JWTHeaderParameters): Promise<CryptoKey>
}

interface KeySet {
  has(header: JWTHeaderParameters): boolean
  keyFor(header: JWTHeaderParameters): Promise<CryptoKey>
}

const REFRESH_AFTER_MS = 600_000
const KEPT_MS = 86_400_000
/** Least time between two questions about unknown keys, and after one that failed. */
const PAUSE_MS = 30_000

/** Keys that are known once and for all. */
export function fixedKeys(set: JSONWebKeySet): IssuerKeys {
  return keySet(set)
}

function keySet(set: JSONWebKeySet): KeySet {
  const find = createLocalJWKSet(set)
  const names = new Set(set.keys.map(({ kid }) => kid))
  return {
    has: ({ kid }) => kid === undefined || names.has(kid),
    keyFor: async (header) => {
      try {
        return await find(header)
      } catch {
        throw refused('token_key')
      }
    },
  }
}

/**
 * Keys that the issuer publishes: fetched when first needed, renewed behind the requests' back after ten minutes,
 * and good for a day while the issuer is down. An unknown key name asks the issuer again, but whoever makes names up
 * makes us ask only twice a minute. All who wait share one question.
 *
 * @param fetchSet one question to the issuer, which must end by itself
 * @param warn told of each question that failed
 */
export function publishedKeys(
  fetchSet: () => Promise<JSONWebKeySet>,
  clock: Clock,
  warn: (error: unknown) => void,
): IssuerKeys {
  const never = Number.NEGATIVE_INFINITY
  let held: { set: KeySet; at: number } | undefined
  let running: Promise<void> | undefined
  let failedAt = never
  let soughtAt = never

  const now = () => clock().getTime()
  // A clock that was set back leaves nothing waiting.
  const isWithin = (ms: number, since: number) => Math.abs(now() - since) < ms
  const current = () => (held !== undefined && now() - held.at < KEPT_MS ? held.set : undefined)

  const refresh = () => {
    running ??= fetchSet()
      .then((set) => {
        held = { set: keySet(set), at: now() }
        failedAt = never
      })
      .catch((error: unknown) => {
        failedAt = now()
        warn(error)
      })
      .finally(() => {
        running = undefined
      })
    return running
  }

  return {
    keyFor: async (header) => {
      const known = current()
      if (known?.has(header)) {
        if (now() - held!.at > REFRESH_AFTER_MS && !isWithin(PAUSE_MS, failedAt)) void refresh()
        return await known.keyFor(header)
      }
      const rests = isWithin(PAUSE_MS, failedAt) || (known !== undefined && isWithin(PAUSE_MS, soughtAt))
      if (running !== undefined) await running
      else if (!rests) {
        if (known !== undefined) soughtAt = now()
        await refresh()
      }
      const renewed = current()
      if (renewed?.has(header)) return await renewed.keyFor(header)
      if (renewed !== undefined && !isWithin(PAUSE_MS, failedAt)) throw refused('token_key')
      const seconds = Math.max(1, Math.ceil((failedAt + PAUSE_MS - now()) / 1_000))
      throw new DomainError('identity_unavailable', { headers: { 'retry-after': String(seconds) } })
    },
  }
}
