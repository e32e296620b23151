import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { freePort } from './programs.ts'

const run = promisify(execFile)
const env = { ...process.env, PATH: ['/usr/sbin', process.env.PATH].join(delimiter) }

/** Why no Varnish can be started here; undefined when one can. */
export const withoutVarnish = await run('varnishd', ['-V'], { env }).then(
  () => undefined,
  () => 'there is no varnishd',
)

export interface Varnish {
  readonly origin: string
  /** Throws out what is so: a field, how it is compared, and with what. */
  ban(...expression: string[]): Promise<void>
}

/** A real Varnish, with the rules of ops/varnish unless others are given, before a service on a port of this machine. */
export async function startVarnish(
  t: Pick<Test, 'teardown'>,
  servicePort: number,
  given?: string,
): Promise<Varnish> {
  const directory = await mkdtemp(join(tmpdir(), 'infitah-varnish-'))
  const rules = join(directory, 'infitah.vcl')
  const text = given ?? (await readFile('ops/varnish/infitah.vcl', 'utf8'))
  await writeFile(rules, text.replace('.port = "3000"', `.port = "${servicePort}"`))
  const port = await freePort()
  const varnishd = spawn(
    'varnishd',
    [
      ...['-F', '-j', 'none', '-n', join(directory, 'work'), '-f', rules, '-s', 'malloc,16m'],
      ...['-a', `127.0.0.1:${port}`, '-p', 'http_gzip_support=off', '-p', 'thread_pools=1'],
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  for (const stream of [varnishd.stdout, varnishd.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = once(varnishd, 'exit')
  t.teardown(async () => {
    varnishd.kill()
    await ended
    await rm(directory, { recursive: true, force: true })
  })
  const origin = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries += 1) {
    const isUp = await fetch(`${origin}/healthz`).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (isUp) break
    if (varnishd.exitCode !== null || tries > 400) throw new Error(`varnishd does not answer: ${said}`)
    await sleep(25)
  }
  return {
    origin,
    ban: async (...expression) =>
      void (await run('varnishadm', ['-n', join(directory, 'work'), 'ban', ...expression], { env })),
  }
}
