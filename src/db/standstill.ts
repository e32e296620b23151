import type { Db } from './database.ts'
import { unavailable } from './errors.ts'

/**
 * Whether nothing commits, as while a standby is gone that has to have every write. Then all writes wait for the first of
 * them, each with a connection that a read could use: so one at a time finds out whether it is over, and the others are
 * told at once.
 */
export class Standstill {
  #stands = false
  #isTried = false

  begin(): void {
    this.#stands = true
  }

  end(): void {
    this.#stands = false
  }

  /**
   * @returns what is to be called when the write has ended, one way or another
   * @throws {DomainError} `database_unavailable` while another one tries
   */
  enter(): () => void {
    if (!this.#stands) return () => {}
    if (this.#isTried) throw unavailable()
    this.#isTried = true
    return () => {
      this.#isTried = false
    }
  }
}

const known = new WeakMap<Db, Standstill>()

export function standstillOf(db: Db): Standstill {
  const standstill = known.get(db) ?? new Standstill()
  known.set(db, standstill)
  return standstill
}
