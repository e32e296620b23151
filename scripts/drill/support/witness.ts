import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { DatabaseCluster, Node } from './database-cluster.ts'

const PAUSE_MS = 50

/**
 * Writes at every node itself, past the balancer, for as long as it takes: what two leaders acknowledged at once would
 * be missing at the one that is left.
 */
export class Witness {
  readonly #cluster: DatabaseCluster
  readonly #acknowledged: string[] = []
  readonly #writers: Promise<void>[] = []
  #isOver = false

  constructor(cluster: DatabaseCluster) {
    this.#cluster = cluster
  }

  async start(): Promise<void> {
    await this.#once(this.#cluster.url, 'create table drill_witness (id text primary key)')
    for (const node of this.#cluster.nodes) this.#writers.push(this.#write(node))
  }

  /** @returns how many writes were acknowledged by any node, and how many of them are not there */
  async finish(): Promise<{ acknowledged: number; lost: number }> {
    this.#isOver = true
    await Promise.all(this.#writers)
    const rows = await this.#once(this.#cluster.url, 'select id from drill_witness')
    await this.#once(this.#cluster.url, 'drop table drill_witness')
    const there = new Set(rows.map(({ id }) => id))
    const lost = this.#acknowledged.filter((id) => !there.has(id)).length
    return { acknowledged: this.#acknowledged.length, lost }
  }

  async #write(node: Node): Promise<void> {
    for (let number = 0; !this.#isOver; number += 1) {
      const id = `${node} ${number}`
      await this.#once(this.#cluster.nodeUrl(node), 'insert into drill_witness values ($1)', [id]).then(
        () => this.#acknowledged.push(id),
        // A standby, a node that is down: what it refuses it has not acknowledged.
        () => undefined,
      )
      await sleep(PAUSE_MS)
    }
  }

  async #once(url: string, text: string, values: string[] = []): Promise<{ id: string }[]> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
    client.on('error', () => {})
    // A commit that waits for a standby waits for as long as there is none.
    const patience = setTimeout(
      () => (client as unknown as { connection: pg.Connection }).connection.stream.destroy(),
      10_000,
    )
    try {
      await client.connect()
      return (await client.query<{ id: string }>(text, values)).rows
    } finally {
      clearTimeout(patience)
      await client.end().catch(() => {})
    }
  }
}
