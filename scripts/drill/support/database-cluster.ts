import pg from 'pg'
import { freePorts, requirePrograms, type Stage, until } from './stage.ts'

const NODES = ['pg1', 'pg2', 'pg3'] as const
export type Node = (typeof NODES)[number]

interface Member {
  name: Node
  role: string
  state: string
}

/** PostgreSQL on three nodes under Patroni, etcd, and HAProxy before them: from the files in ops/. */
export interface DatabaseCluster {
  /** Where HAProxy leads to the leader. */
  readonly url: string
  /** Of a node itself, whatever it is. */
  nodeUrl(node: Node): string
  readonly nodes: readonly Node[]
  /** As Patroni's nodes tell it; a node that tells nothing is not asked twice. */
  members(): Promise<Member[]>
  leader(): Promise<Node>
  /** The standbys whose word a commit waits for. */
  synchronous(): Promise<Node[]>
  /** Brings a node back that was killed. */
  startNode(node: Node): void
  startEtcd(): void
  switchover(): Promise<void>
  /** Waits until all nodes run and one of the standbys is synchronous. */
  healthy(seconds?: number): Promise<void>
}

const PASSWORD = 'drill'

export async function startDatabaseCluster(stage: Stage): Promise<DatabaseCluster> {
  const programs = requirePrograms('patroni', 'etcd', 'haproxy', 'postgres', 'pg_rewind')
  const ports = await freePorts(10)
  const [etcdPort, peerPort, primaryPort, replicasPort] = ports
  const postgresPort = (node: Node) => ports[4 + NODES.indexOf(node)]!
  const restPort = (node: Node) => ports[7 + NODES.indexOf(node)]!

  const archive = stage.make('archive')
  const startEtcd = () => {
    const [clients, peers] = [etcdPort, peerPort].map((port) => `http://127.0.0.1:${port}`)
    stage.start('etcd', programs.etcd, [
      ...['--name=etcd', `--data-dir=${stage.make('etcd')}/data`, '--enable-v2'],
      ...[`--listen-client-urls=${clients}`, `--advertise-client-urls=${clients}`],
      ...[`--listen-peer-urls=${peers}`, `--initial-advertise-peer-urls=${peers}`],
      `--initial-cluster=etcd=${peers}`,
    ])
  }
  const startNode = (node: Node) => {
    const directory = stage.make(node)
    stage.start(node, programs.patroni, [`${stage.ops}/patroni/patroni.yml`], {
      HOME: directory,
      PATH: `${stage.ops}/patroni:${process.env.PATH}`,
      PATRONI_NAME: node,
      PATRONI_RESTAPI_LISTEN: `127.0.0.1:${restPort(node)}`,
      PATRONI_RESTAPI_CONNECT_ADDRESS: `127.0.0.1:${restPort(node)}`,
      PATRONI_ETCD_HOSTS: `'127.0.0.1:${etcdPort}'`,
      PATRONI_POSTGRESQL_LISTEN: `127.0.0.1:${postgresPort(node)}`,
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: `127.0.0.1:${postgresPort(node)}`,
      PATRONI_POSTGRESQL_DATA_DIR: `${directory}/data`,
      WAL_ARCHIVE: archive,
      PATRONI_POSTGRESQL_PGPASS: `${directory}/pgpass`,
      PATRONI_SUPERUSER_PASSWORD: PASSWORD,
      PATRONI_REPLICATION_PASSWORD: PASSWORD,
      PATRONI_REWIND_PASSWORD: PASSWORD,
    })
  }
  const ask = async (node: Node, path: string, body?: object) => {
    const answer = await fetch(`http://127.0.0.1:${restPort(node)}${path}`, {
      signal: AbortSignal.timeout(body === undefined ? 2_000 : 60_000),
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    if (body !== undefined && !answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const members = async (): Promise<Member[]> => {
    for (const node of NODES) {
      const told = await ask(node, '/cluster').then(
        async (answer) => (await answer.json()) as { members: Member[] },
        () => undefined,
      )
      if (told !== undefined) return told.members
    }
    return []
  }
  const running = (role: string) => async () =>
    (await members())
      .filter((member) => member.role === role && member.state === 'running')
      .map((member) => member.name)
  const synchronous = running('sync_standby')
  const leader = async () => {
    const [found] = await running('leader')()
    if (found === undefined) throw new Error('there is no leader')
    return found
  }
  const adminUrl = (node: Node) => `postgres://postgres:${PASSWORD}@127.0.0.1:${postgresPort(node)}/postgres`

  startEtcd()
  for (const node of NODES) startNode(node)
  stage.start('haproxy-database', programs.haproxy, ['-db', '-f', `${stage.ops}/haproxy/database.cfg`], {
    PRIMARY_BIND: `127.0.0.1:${primaryPort}`,
    REPLICAS_BIND: `127.0.0.1:${replicasPort}`,
    ...Object.fromEntries(
      NODES.flatMap((node) => [
        [node.toUpperCase(), `127.0.0.1:${postgresPort(node)}`],
        [`${node.toUpperCase()}_REST_HOST`, '127.0.0.1'],
        [`${node.toUpperCase()}_REST_PORT`, String(restPort(node))],
      ]),
    ),
  })
  const healthy = async (seconds = 90) => {
    const count = async () => (await members()).filter((member) => member.state === 'running').length
    await until(
      'all nodes run, one of them synchronous',
      async () => (await count()) === NODES.length && (await synchronous()).length > 0,
      seconds,
    )
  }
  await healthy()
  const admin = new pg.Client(adminUrl(await leader()))
  await admin.connect()
  await admin.query(`create role infitah login password '${PASSWORD}'`)
  await admin.query('create database infitah owner infitah')
  await admin.end()
  return {
    url: `postgres://infitah:${PASSWORD}@127.0.0.1:${primaryPort}/infitah`,
    nodeUrl: (node) => `postgres://infitah:${PASSWORD}@127.0.0.1:${postgresPort(node)}/infitah`,
    nodes: NODES,
    ...{ members, leader, synchronous, startNode, startEtcd, healthy },
    switchover: async () => {
      const from = await leader()
      await ask(from, '/switchover', { leader: from })
    },
  }
}
