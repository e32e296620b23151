import type { Actor } from '../domain/actor.ts'

/** Finds out who sent an `Authorization` header. */
export interface Identity {
  /**
   * @param authorization the header as it came: `Bearer <token or key>`, or `Basic` with a key as the user name
   * @throws {DomainError} `unauthenticated` for credentials that do not hold, `identity_unavailable` while the
   *   issuer's keys cannot be had
   */
  authenticate(authorization: string): Promise<Actor>
}
