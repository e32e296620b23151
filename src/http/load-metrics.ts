import { Counter, Gauge, type Registry } from 'prom-client'
import type { BoundedPool } from '../db/database.ts'
import type { Head } from '../db/head.ts'
import type { Lag, Places } from './overload.ts'

/** What the process has at hand, and what it refuses for want of it. @returns how much it has refused */
export function loadMetrics(
  registry: Registry,
  { pool, places, lag, head }: { pool: BoundedPool; places: Places; lag: Lag; head: Head },
): () => number {
  const registers = [registry]
  new Counter({
    name: 'requests_shed_total',
    help: 'Requests that were refused with 503 overloaded: for want of a connection, of a place for a stream, of time',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset()
      this.inc({ reason: 'connections' }, pool.refused)
      this.inc({ reason: 'places' }, places.refused)
      this.inc({ reason: 'lag' }, lag.refused)
    },
  })
  new Gauge({
    name: 'database_connections',
    help: 'Connections for requests, by what they do',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
    },
  })
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(value())
      },
    })
  gauge('database_connections_limit', 'Connections for requests at the most', () => pool.options.max)
  gauge('database_waiting', 'Requests that wait for a connection', () => pool.waitingCount)
  gauge('streams_open', 'Exports and uploads that hold a connection', () => places.taken)
  gauge(
    'process_lag_seconds',
    'How late the process is, median of a quarter of a second',
    () => lag.milliseconds / 1_000,
  )
  gauge('journal_position', 'Newest public transaction that this process knows', () => head.position())
  gauge('journal_heard_seconds', 'Time since this process last asked what is newest', () => head.age())
  gauge('journal_listening', '1 while what commits is told at once, 0 while it is asked for', () =>
    head.isListening() ? 1 : 0,
  )
  return () => pool.refused + places.refused + lag.refused
}
