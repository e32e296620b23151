import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { transact } from '../../src/db/journal.ts'
import { MOST_ENDPOINTS, makeWebhookEndpoint } from '../../src/webhook-endpoints/commands.ts'
import { setWave } from '../../test/support/journal.ts'
import type { Case, Result, Run } from '../case.ts'
import { cpuOf, findPostmaster, machineCpu, ownCpu, postgresCpu } from '../proc.ts'
import { median } from '../statistics.ts'
import { startControl, startService, type Target } from '../targets.ts'

const ENDPOINTS = 200
const CHANGES = 100
const ALL = ENDPOINTS * CHANGES
const CONNECTIONS = 64
const KEY_SECRET = 'of the benchmark alone, and of nobody else'
const PLAIN = 'bare Node posts the same bytes, 64 at a time: no database, no order, no signature'
/** Longest that all may take. */
const PATIENCE_MS = 300_000

/** 200 endpoints are told of 100 changes, each in order; one receiver takes all of it. */
export const webhooks: Case = {
  name: 'webhooks',
  run: async (bench) => {
    const url = await bench.freshDatabase()
    const receiver = await startReceiver()
    const secrets = await plant(url, receiver.origin)
    const started: Target[] = []
    try {
      const service = await startService(url, bench.cores, { KEY_SECRET, WEBHOOKS_ALLOW_LOOPBACK: 'true' })
      started.push(service)
      const control = await startControl(PLAIN, 'posts.ts', {}, bench.cores)
      started.push(control)
      const postmaster = await findPostmaster(url)
      const runs: { ours: Round; theirs: Round }[] = []
      for (let round = 1; round <= bench.rounds; round += 1) {
        const timed = (work: () => Promise<unknown>) => receiver.time(ALL, work, service.pid, postmaster)
        const ours = await timed(() => change(url))
        receiver.requireRight(secrets)
        const body = receiver.lastBody()
        const theirs = await timed(() => post(control, receiver.origin, body))
        runs.push({ ours, theirs })
        bench.say(`  round ${round} of ${bench.rounds}: ${Math.round(ours.perSecond)} messages a second`)
      }
      return [result(runs)]
    } finally {
      for (const target of started) await target.stop()
      receiver.close()
    }
  },
}

async function post(control: Target, url: string, body: string): Promise<void> {
  const answer = await fetch(control.origin, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, count: ALL, connections: CONNECTIONS, body }),
  })
  if (!answer.ok) throw new Error(`the control answered ${answer.status}`)
}

interface Round {
  readonly perSecond: number
  readonly others: number
}

function result(rounds: readonly { ours: Round; theirs: Round }[]): Result {
  const runs: Run[] = rounds.map(({ ours, theirs }) => ({
    value: ours.perSecond,
    control: theirs.perSecond,
    ratio: ours.perSecond / theirs.perSecond,
    others: Math.max(ours.others, theirs.others),
  }))
  const middle = (key: 'value' | 'ratio') => median(runs.map((run) => run[key]))
  return {
    name: 'webhooks, 200 endpoints × 100 changes',
    value: middle('value'),
    unit: '/s',
    against: PLAIN,
    ratio: middle('ratio'),
    runs,
  }
}

/** Makes the endpoints, `/0` to `/199`. @returns their secrets */
async function plant(url: string, origin: string): Promise<string[]> {
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 0, onError: () => {} }))
  const secrets: string[] = []
  for (let number = 0; number < ENDPOINTS; number += 1) {
    const owner = `bench|${Math.floor(number / MOST_ENDPOINTS)}`
    const author = { actor: owner, origin: 'script', requestId: null, at: new Date() }
    const wanted = { name: 'benchmark', url: `${origin}/${number}`, types: ['member' as const] }
    const horizon = { horizon: undefined, snapshot: '' }
    const made = await transact(db, author, (writing) =>
      makeWebhookEndpoint(writing, owner, wanted, KEY_SECRET, horizon),
    )
    secrets.push(made.secret)
  }
  await db.destroy()
  return secrets
}

let wave = 0

/** Changes one member after the other, each in a transaction of its own. */
async function change(url: string): Promise<void> {
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 0, onError: () => {} }))
  const members = await db.selectFrom('member').select('id').orderBy('id').execute()
  const author = { actor: 'bench', origin: 'script', requestId: null, at: new Date() }
  for (let times = 0; times < CHANGES; times += 1) {
    wave = (wave % 999) + 1
    const { id } = members[times % members.length]!
    await transact(db, author, (writing) => setWave(writing, id, wave))
  }
  await db.destroy()
}

/** One server on this machine that keeps what it is sent. */
async function startReceiver() {
  let received: { path: string; message: IncomingMessage; body: string }[] = []
  let missing = 0
  let complete = () => {}
  const server = createServer((message, response) => {
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      received.push({ path: message.url!, message, body: Buffer.concat(chunks).toString() })
      response.writeHead(204).end()
      missing -= 1
      if (missing === 0) complete()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lastBody: () => received.at(-1)!.body,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
    /** Does work, and waits until so many messages have come of it. */
    async time(count: number, work: () => Promise<unknown>, pid: number, postmaster: number): Promise<Round> {
      received = []
      missing = count
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      complete = resolve
      const late = setTimeout(() => reject(new Error(`${missing} messages have not come`)), PATIENCE_MS)
      const used = () => machineCpu() - cpuOf(pid) - postgresCpu(postmaster) - ownCpu()
      const before = { used: used(), at: performance.now() }
      await Promise.all([work(), promise])
      clearTimeout(late)
      const seconds = (performance.now() - before.at) / 1_000
      const others = Math.max(0, (used() - before.used) / 1_000_000 / seconds)
      return { perSecond: count / seconds, others }
    },
    /** @throws unless each endpoint was told of every change, once and in order, and signed with its secret */
    requireRight(secrets: readonly string[]): void {
      const expected = [...new Set(received.map(({ body }) => JSON.parse(body).position as string))]
      for (const [number, secret] of secrets.entries()) {
        const its = received.filter(({ path }) => path === `/${number}`)
        const positions = its.map(({ body }) => JSON.parse(body).position as string)
        if (positions.length !== CHANGES || positions.join() !== sorted(expected).join())
          throw new Error(`endpoint ${number} was told of ${positions.join()}`)
        for (const { message, body } of its) requireSigned(message, body, secret)
      }
    },
  }
}

const sorted = (positions: readonly string[]) => {
  const numberOf = (position: string) => Number(position.split('.')[1])
  return positions.toSorted((a, b) => numberOf(a) - numberOf(b))
}

function requireSigned({ headers }: IncomingMessage, body: string, secret: string): void {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const right = `v1,${createHmac('sha256', key).update(text).digest('base64')}`
  if (headers['webhook-signature'] !== right) throw new Error(`a message is not signed: ${text}`)
}
