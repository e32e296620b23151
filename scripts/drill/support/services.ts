import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { freePorts, requirePrograms, type Stage, until } from './stage.ts'

/** Of our code. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Two instances of the service, and HAProxy before them: from ops/haproxy/service.cfg. */
export interface Services {
  /** Where HAProxy is. */
  readonly url: string
  readonly names: readonly string[]
  /** Bearer key of the association. */
  readonly key: string
  /** Ends an instance as an upgrade does, and starts it anew. @returns its exit code, and how long it took to end, seconds */
  restart(name: string): Promise<{ code: number | null; seconds: number }>
}

const NAMES = ['app1', 'app2'] as const
const KEY_SECRET = 'a secret of thirty-two characters, for drills'

/** Of every instance: data of its own in its directory, and no limit of requests. */
export const forDrills = { DATA_DIR: 'data', KEY_SECRET, RATE_LIMIT: '0', LOG_LEVEL: 'error' }

/**
 * Starts the service itself, and waits until it is ready.
 *
 * @param from the directory of its code; ours when not said
 */
export async function startOne(
  stage: Stage,
  name: string,
  port: number,
  environment: Record<string, string>,
  from = root,
): Promise<ChildProcess> {
  const child = stage.start(
    name,
    process.execPath,
    [
      '--max-semi-space-size=8',
      `${from}/${existsSync(`${from}/src/main.js`) ? 'src/main.js' : 'src/main.ts'}`,
    ],
    { ...forDrills, ...environment, PORT: String(port) },
    { ours: true },
  )
  const isThere = () => {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`)
    return isReady(`http://127.0.0.1:${port}`)
  }
  await until(`${name} is ready`, isThere, 120, 50)
  return child
}

/** @returns a key of the association */
export const makeKey = (stage: Stage, environment: Record<string, string>, from = root): string =>
  stage
    .run(
      process.execPath,
      [`${from}/scripts/api-key.ts`, '--name', 'drill', '--role', 'association'],
      { ...forDrills, ...environment },
      { ours: true },
    )
    .trim()

const isReady = async (url: string) =>
  await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  )

/** @param more of their environment */
export async function startServices(
  stage: Stage,
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<Services> {
  const { haproxy } = requirePrograms('haproxy')
  const ports = await freePorts(3)
  const environment = { DATABASE_URL: databaseUrl, ...more }
  const port = (name: string) => ports[1 + NAMES.indexOf(name as 'app1')]!
  const start = async (name: string) =>
    await startOne(stage, name, port(name), { ...environment, DRAIN_SECONDS: '2' })
  const children = new Map<string, Awaited<ReturnType<typeof start>>>()
  // One after the other: the first makes the schema and the data.
  for (const name of NAMES) children.set(name, await start(name))
  const url = `http://127.0.0.1:${ports[0]}`
  stage.start('haproxy-service', haproxy, ['-db', '-f', `${stage.ops}/haproxy/service.cfg`], {
    SERVICE_BIND: `127.0.0.1:${ports[0]}`,
    ...Object.fromEntries(NAMES.map((name) => [name.toUpperCase(), `127.0.0.1:${port(name)}`])),
  })
  await until('the balancer is there', () => isReady(url), 10)
  const key = makeKey(stage, environment)
  return {
    ...{ url, key, names: NAMES },
    restart: async (name) => {
      const child = children.get(name)!
      const exit = once(child, 'exit')
      const began = performance.now()
      child.kill('SIGTERM')
      const [code] = (await exit) as [number | null]
      const seconds = (performance.now() - began) / 1_000
      children.set(name, await start(name))
      return { code, seconds }
    },
  }
}
