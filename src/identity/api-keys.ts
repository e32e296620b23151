import { createHmac, randomBytes } from 'node:crypto'
import type { Actor, Role, Scope } from '../domain/actor.ts'
import type { Clock } from '../domain/clock.ts'
import { refused } from './refusal.ts'

/** What is kept of a key: never the key itself. */
export interface KeptKey {
  readonly id: string
  readonly roles: readonly Role[]
  readonly collectivities: readonly string[]
  readonly scopes: readonly Scope[]
  /** RFC 3339; the first instant at which the key no longer holds. */
  readonly expires_at: string
  readonly revoked_at: string | null
  readonly last_used_at: string | null
}

/** Where the keys are kept. */
export interface KeyStore {
  find(digest: string): Promise<KeptKey | undefined>
  noteUse(id: string, at: Date): Promise<void>
}

export interface Keys {
  /** @throws {DomainError} `unauthenticated`, saying whether the key is unknown, expired or revoked */
  verify(key: string): Promise<Actor>
}

const FORM = /^inf_live_[\w-]{43}$/
const USE_NOTED_EVERY_MS = 60_000

/** A new key: 256 random bits. */
export function makeKey(): string {
  return `inf_live_${randomBytes(32).toString('base64url')}`
}

/**
 * The only form in which a key is kept and looked up. Whoever has the rows but not the secret can check no guess, and
 * how long an index takes to compare digests tells nothing: without the secret nobody can choose one.
 */
export function digestOf(secret: string, key: string): string {
  return createHmac('sha256', secret).update(key).digest('base64url')
}

/** Checks keys with one look-up. The last use is noted at most once a minute, and nobody waits for it. */
export function keptKeys(options: {
  store: KeyStore
  secret: string
  clock: Clock
  /** Told when a use could not be noted. */
  warn: (error: unknown) => void
}): Keys {
  const { store, secret, clock, warn } = options
  const noted = new Map<string, number>()

  const noteUse = (key: KeptKey, at: Date) => {
    const last = noted.get(key.id) ?? (key.last_used_at === null ? 0 : Date.parse(key.last_used_at))
    if (at.getTime() - last < USE_NOTED_EVERY_MS) return
    noted.set(key.id, at.getTime())
    store.noteUse(key.id, at).catch(warn)
  }

  return {
    verify: async (key) => {
      if (!FORM.test(key)) throw refused('key_unknown')
      const kept = await store.find(digestOf(secret, key))
      const now = clock()
      if (kept === undefined) throw refused('key_unknown')
      if (kept.revoked_at !== null) throw refused('key_revoked', { at: kept.revoked_at })
      if (Date.parse(kept.expires_at) <= now.getTime()) throw refused('key_expired', { at: kept.expires_at })
      noteUse(kept, now)
      return {
        id: `key:${kept.id}`,
        kind: 'key',
        roles: kept.roles,
        collectivities: kept.collectivities,
        scopes: kept.scopes,
        expires_at: kept.expires_at,
      }
    },
  }
}
