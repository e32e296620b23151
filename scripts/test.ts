// Runs the tests that the arguments name, or all of them, and says at the end how many passed and failed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTestCluster } from '../test/support/cluster.ts'
import { notExercised } from '../test/support/contract.ts'

const PRELOAD = new URL('../test/support/preload.js', import.meta.url).href

process.chdir(join(import.meta.dirname, '..'))
await buildTap()
const cluster = await startTestCluster()
try {
  const output = join(cluster.directory, 'output.tap')
  // The default reporter writes the whole protocol where there is no terminal.
  const reporter = process.stdout.isTTY ? [] : ['--reporter=min']
  const given = process.argv.slice(2)
  // Only the whole suite can be held to having seen the whole contract.
  const isWhole = given.every((argument) => argument.startsWith('-'))
  const exercised = join(cluster.directory, 'exercised')
  mkdirSync(exercised)
  const code = await tap(['run', `--output-file=${output}`, ...reporter, ...given], {
    ...cluster.environment,
    // Tests make much that is soon nothing: a seventh of their time went into collecting it.
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=32 --import=${PRELOAD}`,
    // What one test has compiled the others need not compile again.
    NODE_COMPILE_CACHE: join(cluster.directory, 'compiled'),
    ...(isWhole ? { TEST_EXERCISED: exercised } : {}),
  })
  // tap's own totals; whatever a test prints is indented below the test's name.
  const text = existsSync(output) ? readFileSync(output, 'utf8') : ''
  const totals = text.match(/^# \{ total: .*\}$/gm)?.at(-1) ?? ''
  const left = isWhole ? notExercised(exercised) : []
  for (const line of left) console.log(`not exercised by any test: ${line}`)
  const passed = Number(/pass: (\d+)/.exec(totals)?.[1] ?? 0)
  const failed = Number(/fail: (\d+)/.exec(totals)?.[1] ?? 0) + left.length
  // On a line of its own, whatever the reporter left unended.
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = code || (passed > 0 && failed === 0 ? 0 : 1)
} finally {
  await cluster.stop()
}

/** Runs tap in a process group of its own: it waits for its tests when only it is told to stop. */
async function tap(args: string[], environment = {}): Promise<number> {
  const script = join('node_modules', 'tap', 'dist', 'esm', 'run.mjs')
  const env = { ...process.env, ...environment }
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', detached: true, env })
  const pass = (signal: NodeJS.Signals) => process.kill(-child.pid!, signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass)
  const [code] = await once(child, 'exit')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, pass)
  return code ?? 1
}

/** The first run of tap after an install builds its plugins and then fails all the same, unless built before. */
async function buildTap(): Promise<void> {
  const note = join('node_modules', '.infitah-tap')
  const hash = createHash('sha256').update(process.cwd())
  for (const file of ['package-lock.json', '.taprc']) hash.update(readFileSync(file))
  const built = hash.digest('hex')
  if (existsSync(note) && existsSync('.tap/plugins') && readFileSync(note, 'utf8') === built) return
  if ((await tap(['build'])) !== 0) throw new Error('tap build failed')
  writeFileSync(note, built)
}
