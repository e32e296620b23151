import type { Pool } from 'pg'
import type { Db } from '../db/database.ts'
import type { Replicas } from '../db/replicas.ts'
import type { Clock } from '../domain/clock.ts'
import type { Places } from './overload.ts'

/** A server that answers reads. */
export interface Source {
  readonly db: Db
  /** The pool under `db`, for what streams. */
  readonly pool: Pool
}

/** What every read is made with: of itself on the primary. */
export interface Reading extends Source {
  /** Servers that public reads may be made on; see `readFrom`. */
  readonly replicas?: Replicas | undefined
  /** For what holds a connection of the pool for as long as a client takes. */
  readonly places: Places
  readonly clock: Clock
  /** Start of every link, without a slash at its end; empty for links relative to the host. */
  readonly publicUrl: string
  /** Changes with the code and the contract, so that no entity tag outlives the form of its answer. */
  readonly edition: string
}
