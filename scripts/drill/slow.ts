import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Drill, Skipped } from './support/drill.ts'
import { freePorts, requirePrograms, Stage, until } from './support/stage.ts'

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url))
const ATTACKERS = 400
/** What the service is told for this drill, and how many more try. */
const CONNECTIONS_LIMIT = 2_000
const CROWD = 5_000
const MOST_MEMORY = 512 * 1_048_576
/** Of the others' answers, milliseconds. */
const MOST_MEDIAN = 100
const PROBE_EVERY_MS = 25

/** What slowhttptest does, and within how many seconds the service must have ended all of it. */
const ATTACKS = [
  { row: 'D24', about: 'headers byte by byte', args: ['-H'], path: '/v1/regions', within: 12 },
  {
    ...{ row: 'D25', about: 'bodies byte by byte', within: 17 },
    args: ['-B', '-f', 'application/json', '-s', '8192'],
    path: '/v1/consultations/01900000-0000-7000-8000-000000000000/contributions',
  },
  {
    ...{ row: 'D26', about: 'exports that are hardly read', within: 35 },
    args: ['-X', '-w', '512', '-y', '1024', '-n', '60', '-z', '32'],
    path: '/v1/communes?format=ndjson&include=memberships',
  },
] as const

interface Service {
  readonly port: number
  readonly pid: number
}

const files = ({ pid }: Service) => readdirSync(`/proc/${pid}/fd`).length
const memory = ({ pid }: Service) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024

/** Asks for something small, again and again, over connections that it keeps. */
class Others {
  readonly took: number[] = []
  failed = 0
  #going = true
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 })
  readonly #work: Promise<void>

  constructor({ port }: Service) {
    this.#work = this.#go(port)
  }

  async #go(port: number): Promise<void> {
    for (let asked = 0; this.#going; asked += 1) {
      const began = performance.now()
      // Another each time, so that it is made and not kept.
      const path = `/v1/communes?fields=id&limit=${(asked % 400) + 1}&modified_since=2020-01-01T00:00:00Z`
      try {
        const [answer] = await once(get({ port, host: '127.0.0.1', path, agent: this.#agent }), 'response')
        answer.resume()
        await once(answer, 'end')
        if (answer.statusCode !== 200) this.failed += 1
      } catch {
        this.failed += 1
      }
      this.took.push(performance.now() - began)
      await sleep(PROBE_EVERY_MS)
    }
  }

  /** @throws when they were not served as if nobody else were there */
  async end(row: string): Promise<string> {
    this.#going = false
    await this.#work
    this.#agent.destroy()
    this.took.sort((a, b) => a - b)
    const at = (share: number) => this.took[Math.floor(this.took.length * share)]!
    const figures = `${this.took.length} others: ${this.failed} failed, median ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`
    if (this.failed > 0 || at(0.5) > MOST_MEDIAN) throw new Error(`${row}: ${figures}`)
    return figures
  }
}

const exportsAreServed = async ({ port }: Service) => {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/regions?format=csv`)
  await answer.text()
  return answer.ok
}

async function attacked(stage: Stage, service: Service, program: string, attack: (typeof ATTACKS)[number]) {
  const { row, about, args, path, within } = attack
  const before = files(service)
  const others = new Others(service)
  const began = performance.now()
  const child = stage.start(`slowhttptest-${row}`, program, [
    ...args,
    ...['-c', String(ATTACKERS), '-r', '400', '-i', '1', '-l', String(within + 20), '-u'],
    `http://127.0.0.1:${service.port}${path}`,
  ])
  let [most, largest] = [0, 0]
  const look = () => {
    most = Math.max(most, files(service) - before)
    largest = Math.max(largest, memory(service))
  }
  while (most < ATTACKERS / 4 && performance.now() - began < 8_000) {
    look()
    await sleep(20)
  }
  // Whoever has been refused an export is idle, as anybody who may ask for something else.
  const isOver = async () => (row === 'D26' ? await exportsAreServed(service) : files(service) - before < 20)
  await until(
    `${row}: they are ended`,
    async () => {
      look()
      return await isOver()
    },
    within + 3,
    50,
  )
  const took = (performance.now() - began) / 1_000
  child.kill('SIGTERM')
  console.log(
    `${row} ${about}: ${most} connections, ended ${took.toFixed(1)} s after the first, at most ${within + 3}`,
  )
  console.log(`    ${await others.end(row)}; ${Math.round(largest / 1_048_576)} MB`)
  if (largest > MOST_MEMORY) throw new Error(`${row}: ${largest} bytes of memory`)
}

/** More connections than the service takes. */
async function crowded(service: Service) {
  const before = files(service)
  const others = new Others(service)
  while (others.took.length < 5) await sleep(10)
  const sockets: Socket[] = []
  let closed = 0
  for (let count = 0; count < CROWD; count += 1) {
    const socket = connect(service.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.on('close', () => {
      closed += 1
    })
    sockets.push(socket)
    if (count % 100 === 0) await sleep(5)
  }
  await until('D27: those beyond the limit are closed', () => closed >= CROWD - CONNECTIONS_LIMIT, 20, 50)
  const most = files(service) - before
  const health = await once(
    get({ port: service.port, host: '127.0.0.1', path: '/healthz', agent: false }),
    'response',
  ).then(
    () => 'answered',
    () => 'refused',
  )
  const figures = await others.end('D27')
  for (const socket of sockets) socket.destroy()
  await until('D27: the places are free again', () => files(service) - before < 20, 20, 50)
  const answer = await fetch(`http://127.0.0.1:${service.port}/healthz`)
  console.log(
    `D27 ${CROWD} connections where ${CONNECTIONS_LIMIT} may be: ${most} files more, one more is ${health}`,
  )
  console.log(`    ${figures}; afterwards ${answer.status}`)
  if (most > CONNECTIONS_LIMIT + 20 || answer.status !== 200) throw new Error('D27: not bounded')
}

export const drill: Drill = {
  about: 'connections that are slow, or too many, while others are served (slowhttptest)',
  run: async () => {
    const { slowhttptest } = requirePrograms('slowhttptest')
    const open = Number(/Max open files\s+(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1])
    if (open < CROWD + 500) throw new Skipped(`only ${open} files may be open`)
    const stage = new Stage()
    let failed = true
    try {
      const [port] = (await freePorts(1)) as [number]
      const child: ChildProcess = stage.start(
        'service',
        process.execPath,
        [MAIN],
        {
          ...{ PORT: String(port), DATA_DIR: 'data', RATE_LIMIT: '0', CONTRIBUTION_LIMIT: '0' },
          ...{ LOG_LEVEL: 'error', LAG_LIMIT_MS: '0', CONNECTIONS_LIMIT: String(CONNECTIONS_LIMIT) },
        },
        { ours: true },
      )
      const isReady = () =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        )
      await until('the service is ready', isReady, 120)
      const service = { port, pid: child.pid! }
      // It knows its addresses, and has made its connections to the database.
      const warm = new Others(service)
      await sleep(3_000)
      await warm.end('before').then((figures) => console.log(`before: ${figures}`))
      for (const attack of ATTACKS) await attacked(stage, service, slowhttptest, attack)
      await crowded(service)
      failed = false
    } finally {
      await stage.clear({ keep: failed })
    }
  },
}
