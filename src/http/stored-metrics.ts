import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Gauge, type Registry } from 'prom-client'
import type { Db } from '../db/database.ts'

/** One look for all figures of one reading, and none more often, milliseconds. */
const LOOK_MS = 1_000

interface Found {
  readonly waiting: number
  readonly working: number
  readonly failed: number
  readonly oldest: number
  readonly endpoints: Readonly<Record<string, number>>
}

/** What waits in the database, the same for all processes. When it cannot be asked, there are no figures. */
export function storedMetrics(registry: Registry, db: Db): void {
  const look = looking(db)
  const registers = [registry]
  new Gauge({
    name: 'jobs',
    help: 'Jobs whose time has come and that wait, that are being done, and that have failed for good',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset()
      const found = await look()
      if (found === undefined) return
      for (const state of ['waiting', 'working', 'failed'] as const) this.set({ state }, found[state])
    },
  })
  new Gauge({
    name: 'jobs_oldest_seconds',
    help: 'For how long the oldest job whose time has come has waited',
    registers,
    async collect() {
      this.set((await look())?.oldest ?? Number.NaN)
    },
  })
  new Gauge({
    name: 'webhook_endpoints',
    help: 'Endpoints of webhooks by status',
    labelNames: ['status'],
    registers,
    async collect() {
      this.reset()
      for (const [status, count] of Object.entries((await look())?.endpoints ?? {}))
        this.set({ status }, count)
    },
  })
}

function looking(db: Db): () => Promise<Found | undefined> {
  let last: Promise<Found | undefined> | undefined
  let at = Number.NEGATIVE_INFINITY
  return () => {
    if (last === undefined || performance.now() - at > LOOK_MS) {
      at = performance.now()
      last = Promise.race([ask(db).catch(() => undefined), sleep(LOOK_MS, undefined, { ref: false })])
    }
    return last
  }
}

async function ask(db: Db): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()) as waiting,
      count(*) filter (where locked_at is not null) as working,
      count(*) filter (where locked_at is null and attempts >= max_attempts) as failed,
      coalesce(extract(epoch from now() - min(run_at)
        filter (where locked_at is null and attempts < max_attempts and run_at <= now())), 0)::float8 as oldest,
      (select coalesce(json_object_agg(status, n), '{}')
        from (select status, count(*) as n from webhook_endpoint group by status) s) as endpoints
    from graphile_worker.jobs`.execute(db)
  return rows[0]
}
