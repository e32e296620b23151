import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cores, pin } from './cores.ts'

/** A server in a process of its own. */
export interface Target {
  readonly name: string
  readonly pid: number
  /** `http://host:port`. */
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** Of the service and of every control alike. */
export const POOL_SIZE = 10

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** The service as `npm start` runs it in production, with its log going nowhere and a limit that nobody reaches. */
export async function startService(
  url: string,
  cores: Cores,
  environment: Record<string, string> = {},
): Promise<Target> {
  const port = await freePort()
  const nowhere = openSync('/dev/null', 'w')
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=8', join(import.meta.dirname, '../src/main.js')],
    {
      stdio: ['ignore', nowhere, 'inherit'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DATABASE_URL: url,
        DATABASE_POOL: String(POOL_SIZE),
        PORT: String(port),
        RATE_LIMIT: '1000000000',
        CONTRIBUTION_LIMIT: '0',
        ...environment,
      },
    },
  )
  closeSync(nowhere)
  const target = targetOf('service', child, port, cores)
  const late = AbortSignal.timeout(30_000)
  for (;;) {
    const ready = await fetch(`${target.origin}/readyz`).catch(() => undefined)
    if (ready?.ok) return target
    if (child.exitCode !== null || late.aborted) {
      await target.stop()
      throw new Error('the service does not become ready')
    }
    await sleep(50)
  }
}

/** @param options sent to the script, which is below controls/ */
export async function startControl(
  name: string,
  script: string,
  options: object,
  cores: Cores,
): Promise<Target> {
  const child = fork(join(import.meta.dirname, 'controls', script), {
    serialization: 'advanced',
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
  })
  child.send(options)
  const [port] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`the control ${script} ended`)
    }),
  ])) as [number]
  return targetOf(name, child, port, cores)
}

function targetOf(name: string, child: ChildProcess, port: number, cores: Cores): Target {
  const pid = child.pid!
  running.add(child)
  child.once('exit', () => running.delete(child))
  if (cores.servers !== cores.load) pin(pid, cores.servers)
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { name, pid, origin: `http://127.0.0.1:${port}`, stop }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
