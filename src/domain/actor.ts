export const ROLES = ['member_editor', 'association', 'ministry', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const SCOPES = ['read', 'write'] as const
export type Scope = (typeof SCOPES)[number]

/** Who calls. Nobody (`null`) is the public. */
export interface Actor {
  /** Stable and unique: `<issuer>|<subject>` of a token, `key:<id>` of an API key. */
  readonly id: string
  readonly kind: 'token' | 'key'
  readonly roles: readonly Role[]
  /** What a `member_editor` may edit, as the credentials name it: ids or codes of collectivities. */
  readonly collectivities: readonly string[]
  readonly scopes: readonly Scope[]
  /** When the credentials end, RFC 3339; null when they do not. */
  readonly expires_at: string | null
}

/** Whoever acts when nobody calls: the loader of the seed. */
export const SYSTEM: Actor = {
  id: 'system',
  kind: 'key',
  roles: ['association'],
  collectivities: [],
  scopes: ['read', 'write'],
  expires_at: null,
}

export function hasRole(actor: Actor | null, ...roles: readonly Role[]): boolean {
  return actor?.roles.some((role) => roles.includes(role)) ?? false
}
