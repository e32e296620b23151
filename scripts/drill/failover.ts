import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type DatabaseCluster, startDatabaseCluster } from './support/database-cluster.ts'
import type { Drill } from './support/drill.ts'
import { Follower, reckon } from './support/ledger.ts'
import { startServices } from './support/services.ts'
import { Stage } from './support/stage.ts'
import { type Figures, Traffic } from './support/traffic.ts'
import { Witness } from './support/witness.ts'

const WRITERS = 6
const READERS = 4
/** Of nothing in particular, before and after each fault, milliseconds. */
const CALM_MS = 5_000
/** How long a leader sleeps, standbys or etcd are gone: longer than a lease, milliseconds. */
const LONG_MS = 30_000

interface Fault {
  readonly row: string
  readonly about: string
  /** Longest time without an acknowledged write that is allowed, seconds. */
  readonly mostGap: number
  /** Does it, undoes it; resolves once nothing is left to be done by hand. */
  readonly happen: (cluster: DatabaseCluster, stage: Stage, traffic: Traffic) => Promise<void>
}

const FAULTS: Readonly<Record<string, Fault>> = {
  kill: {
    row: 'A11',
    about: 'the leader killed -9, Patroni with it',
    mostGap: 30,
    happen: async (cluster, stage, traffic) => {
      const node = await cluster.leader()
      await stage.kill(node)
      await traffic.nextAcknowledged()
      cluster.startNode(node)
    },
  },
  switchover: {
    row: 'A12',
    about: 'a planned switchover',
    mostGap: 15,
    happen: async (cluster) => await cluster.switchover(),
  },
  pause: {
    row: 'A13',
    about: 'the leader stopped (SIGSTOP) for 30 s, then going on',
    mostGap: 30,
    happen: async (cluster, stage) => {
      const node = await cluster.leader()
      stage.signal(node, 'SIGSTOP')
      await sleep(LONG_MS)
      stage.signal(node, 'SIGCONT')
    },
  },
  standby: {
    row: 'A14',
    about: 'every standby killed for 30 s',
    mostGap: 60,
    happen: async (cluster, stage, traffic) => {
      const leader = await cluster.leader()
      const standbys = cluster.nodes.filter((node) => node !== leader)
      for (const node of standbys) await stage.kill(node)
      // What was already at a standby when it died may still be told.
      await sleep(500)
      const from = performance.now()
      await sleep(LONG_MS)
      const { acknowledged, reads, readsFailed } = traffic.figures(from)
      if (acknowledged > 0) throw new Error(`${acknowledged} writes were acknowledged without a standby`)
      if (readsFailed > 0) throw new Error(`${readsFailed} of ${reads} reads failed, which need no standby`)
      for (const node of standbys) cluster.startNode(node)
    },
  },
  etcd: {
    row: 'A15',
    about: 'etcd gone for 30 s',
    mostGap: 60,
    happen: async (cluster, stage) => {
      await stage.kill('etcd')
      await sleep(LONG_MS)
      cluster.startEtcd()
    },
  },
}

const line = (name: string, { acknowledged, gap, reads, readsFailed, longest, statuses }: Figures) =>
  `${name}: ${acknowledged} writes acknowledged, ${gap.toFixed(1)} s without one; ${readsFailed} of ${reads} reads failed; ` +
  `longest answer ${longest.toFixed(1)} s; ${Object.entries(statuses)
    .map(([status, count]) => `${status} ×${count}`)
    .join(', ')}`

export const drill: Drill = {
  about: 'PostgreSQL under Patroni fails over while two instances of the service are written to and read',
  async run(args) {
    const { only, rounds, writers, keep } = parseArgs({
      args,
      options: {
        only: { type: 'string' },
        rounds: { type: 'string', default: '1' },
        writers: { type: 'string', default: String(WRITERS) },
        keep: { type: 'boolean' },
      },
    }).values
    const names = only?.split(',') ?? Object.keys(FAULTS)
    const stage = new Stage()
    try {
      console.log(
        'starting etcd, three nodes of PostgreSQL under Patroni, HAProxy, two instances of the service',
      )
      const cluster = await startDatabaseCluster(stage)
      const services = await startServices(stage, cluster.url)
      const traffic = new Traffic(services.url, services.key)
      const follower = new Follower(services.url)
      const witness = new Witness(cluster)
      await witness.start()
      traffic.start(Number(writers), READERS)
      follower.start()
      const failed: string[] = []
      for (let round = 1; round <= Number(rounds); round += 1)
        for (const name of names) {
          const { row, about, mostGap, happen } = FAULTS[name]!
          await sleep(CALM_MS)
          const from = performance.now()
          await happen(cluster, stage, traffic)
          await traffic.nextAcknowledged()
          await sleep(CALM_MS)
          const figures = traffic.figures(from)
          console.log(line(`${row} ${about}`, figures))
          if (figures.gap > mostGap) failed.push(`${row}: ${figures.gap.toFixed(1)} s without a write`)
          await cluster.healthy()
        }
      await traffic.stop()
      const { rows, ...wrong } = await reckon(services.url, traffic, follower)
      const seen = await witness.finish()
      console.log(
        `in the end: ${traffic.acknowledged.size} writes acknowledged, ${rows} there; acknowledged and lost ${wrong.lost}; ` +
          `twice ${wrong.duplicates}; answered again ${traffic.replays}; of the feed: never told ${wrong.untold}, told twice ` +
          `${wrong.toldTwice}, taken back ${wrong.takenBack}; written at the nodes themselves ${seen.acknowledged}, lost ${seen.lost}`,
      )
      for (const [what, count] of Object.entries({ ...wrong, lostAtNodes: seen.lost }))
        if (count > 0) failed.push(`${what}: ${count}`)
      failed.push(...new Set(traffic.faults))
      if (failed.length > 0) throw new Error(failed.join('; '))
    } finally {
      await stage.clear({ keep })
    }
  },
}
