import pg from 'pg'
import { KEEP_ALIVE } from './client.ts'

/** Any constant: with it, the name of a pool of workers is a lock of its own. */
const WORKER_LOCK = 7_110_533
/** How often is looked for workers that are no more, and how long they must have held a job, milliseconds. */
const LOOK_MS = 3_000
const LEAST_AGE_MS = 2_000

/**
 * Shows that these workers live, and frees the jobs of those that do not. graphile-worker believes for four hours that
 * a worker which was killed is still at its job; here each process holds a lock in the name of its workers, on a
 * connection of its own, which ends when the process does, however it ends.
 *
 * @param url of the primary, directly: the locks are the session's
 * @param workers the names in which jobs are held; one that is taken out lives no more
 */
export function keepAlive(
  pool: pg.Pool,
  url: string,
  workers: ReadonlySet<string>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let sign: pg.Client | undefined
  const shown = new Set<string>()
  let stopped = false

  const show = async () => {
    if (sign === undefined) {
      const client = new pg.Client({
        ...KEEP_ALIVE,
        connectionString: url,
        application_name: 'infitah-workers',
      })
      const lost = () => {
        if (sign === client) sign = undefined
      }
      client.on('error', lost)
      client.on('end', lost)
      await client.connect()
      sign = client
      shown.clear()
    }
    for (const worker of workers) {
      if (shown.has(worker)) continue
      await sign.query('select pg_advisory_lock($1, hashtext($2))', [WORKER_LOCK, worker])
      shown.add(worker)
    }
    for (const worker of shown) {
      if (workers.has(worker)) continue
      await sign.query('select pg_advisory_unlock($1, hashtext($2))', [WORKER_LOCK, worker])
      shown.delete(worker)
    }
  }
  const look = async () => {
    try {
      await show()
      await pool.query(FREE, [WORKER_LOCK, LEAST_AGE_MS])
    } catch (error) {
      onError(error)
    }
  }
  let looking = look()
  const timer = setInterval(() => {
    looking = looking.then(() => (stopped ? undefined : look()))
  }, LOOK_MS)
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await looking
      await sign?.end()
    },
  }
}

const FREE = `
  select graphile_worker.force_unlock_workers(array_agg(locked_by)), pg_notify('jobs:insert', '{"count": 1}')
  from (
    select distinct locked_by from graphile_worker.jobs
    where locked_at < now() - make_interval(secs => $2::float8 / 1000)
  ) held
  where pg_try_advisory_xact_lock($1, hashtext(locked_by))
  having count(*) > 0`
