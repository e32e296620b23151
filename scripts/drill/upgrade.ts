import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../../src/db/embedded.ts'
import { type Drill, Skipped } from './support/drill.ts'
import { Follower, reckon } from './support/ledger.ts'
import { query } from './support/postgres.ts'
import { makeKey, root, startOne } from './support/services.ts'
import { freePorts, requirePrograms, Stage } from './support/stage.ts'
import { Traffic } from './support/traffic.ts'

const WRITERS = 2
const READERS = 3
/** How many records each version edits that the other made. */
const EDITED = 10

/** The commit that released the contract last, unless another is named. */
function commitOf(git: string, named: string | undefined): string {
  const ask = (...args: string[]) => {
    try {
      return execFileSync(git, ['-C', root, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim()
    } catch {
      return ''
    }
  }
  const released = ['log', '-1', '--diff-filter=A', '--format=%H', '--', 'openapi/released']
  const commit = named === undefined ? ask(...released) : ask('rev-parse', '--verify', `${named}^{commit}`)
  if (commit === '')
    throw new Skipped(`there is no earlier version here: ${named ?? 'no commit that released a contract'}`)
  if (commit === ask('rev-parse', 'HEAD')) throw new Skipped('the earlier version is this one')
  return commit
}

/** Lays a version's files out, with the packages that it names. @returns where */
function layOut(stage: Stage, commit: string): string {
  const { git, tar } = requirePrograms('git', 'tar')
  const archive = join(stage.directory, 'old.tar')
  const directory = stage.make('old-code')
  execFileSync(git, ['-C', root, 'archive', '--format=tar', '-o', archive, commit])
  execFileSync(tar, ['-xf', archive, '-C', directory])
  const lockOf = (where: string) => readFileSync(join(where, 'package-lock.json'), 'utf8')
  if (lockOf(directory) === lockOf(root))
    symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'))
  else install(directory)
  return directory
}

/** As its own `npm start` would. */
function install(directory: string): void {
  console.log('its packages are others than ours: installing them')
  try {
    execFileSync(process.execPath, [join(directory, 'scripts/bootstrap.mjs')], {
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  } catch (error) {
    throw new Skipped(`the packages of the earlier version cannot be installed: ${(error as Error).message}`)
  }
}

interface Version {
  readonly name: 'old' | 'new'
  readonly url: string
}

/** Every list that the old contract has, and that both must answer. @returns what one does not, and how many there are */
async function compareLists(old: Version, other: Version): Promise<{ asked: number; wrong: string[] }> {
  const contract = (await (await fetch(`${old.url}/openapi.json`)).json()) as {
    paths: Record<string, { get?: { security?: object[] } }>
  }
  const paths = Object.entries(contract.paths).flatMap(([path, { get }]) =>
    get !== undefined && !path.includes('{') ? [path] : [],
  )
  const wrong: string[] = []
  for (const path of paths) {
    const [before, after] = await Promise.all(
      [old, other].map(async ({ url }) => {
        const answer = await fetch(url + path, { redirect: 'manual' })
        await answer.arrayBuffer()
        return answer.status
      }),
    )
    if (before !== after || before! >= 500) wrong.push(`${path}: ${before} of the old, ${after} of the new`)
  }
  return { asked: paths.length, wrong }
}

/** One version edits what the other made, and the other reads it at once, and edits it again. */
async function editAcross(
  ids: readonly string[],
  first: Version,
  second: Version,
  key: string,
): Promise<string[]> {
  const wrong: string[] = []
  const ask = async ({ name, url }: Version, id: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, authorization: `Bearer ${key}` }
    const answer = await fetch(`${url}/v1/workshops/${id}`, { ...init, headers })
    const text = await answer.text()
    if (!answer.ok)
      wrong.push(`${init.method ?? 'GET'} of the ${name} got ${answer.status}: ${text.slice(0, 200)}`)
    return { tag: answer.headers.get('etag') ?? '', text }
  }
  for (const id of ids)
    for (const [editor, reader] of [
      [first, second],
      [second, first],
    ] as const) {
      const { tag } = await ask(editor, id)
      const words = `edited by the ${editor.name} ${randomUUID()}`
      await ask(editor, id, {
        method: 'PATCH',
        headers: { 'if-match': tag, 'content-type': 'application/merge-patch+json' },
        body: JSON.stringify({ title: { fr: words } }),
      })
      if (!(await ask(reader, id)).text.includes(words))
        wrong.push(`the ${reader.name} does not read what was ${words}`)
    }
  return wrong
}

async function upgrade(stage: Stage, commit: string, databaseUrl: string, calmMs: number): Promise<string[]> {
  const code = layOut(stage, commit)
  const environment = { DATABASE_URL: databaseUrl, DRAIN_SECONDS: '1', LAG_LIMIT_MS: '0' }
  const ports = await freePorts(2)
  const urls = ports.map((port) => `http://127.0.0.1:${port}`)
  const [old, other] = [
    { name: 'old', url: urls[0]! },
    { name: 'new', url: urls[1]! },
  ] as const
  const oldChild = await startOne(stage, 'old', ports[0]!, environment, code)
  const key = makeKey(stage, environment, code)
  const count = async () =>
    (await query<{ name: string }>(databaseUrl, 'select name from kysely_migration')).length
  const migrations = await count()
  const began = performance.now()
  const [oldTraffic, newTraffic] = [new Traffic(old.url, key, 'old '), new Traffic(other.url, key, 'new ')]
  const [oldFollower, newFollower] = [new Follower(old.url), new Follower(other.url)]
  oldTraffic.start(WRITERS, READERS)
  oldFollower.start()
  await sleep(calmMs)
  const migrating = performance.now()
  await startOne(stage, 'new', ports[1]!, environment)
  const beneath = oldTraffic.figures(migrating)
  console.log(
    `the new starts in ${((performance.now() - migrating) / 1_000).toFixed(1)} s and runs ${(await count()) - migrations} migrations beneath the old: ` +
      `${beneath.acknowledged} writes and ${beneath.reads} reads of the old meanwhile, ${beneath.gap.toFixed(1)} s without a write at the most`,
  )
  newTraffic.start(WRITERS, READERS)
  newFollower.start()
  await sleep(2 * calmMs)
  await Promise.all([oldTraffic.stop(), newTraffic.stop()])
  const both = Object.entries({ ...oldTraffic.figures(began).statuses })
  const failed = [...oldTraffic.faults, ...newTraffic.faults]
  const wrong = async (version: Version, traffic: Traffic, follower: Follower) => {
    const { rows: _, ...numbers } = await reckon(version.url, traffic, follower)
    for (const [what, number] of Object.entries(numbers))
      if (number > 0) failed.push(`${what} by the ${version.name}: ${number}`)
  }
  // Each is asked for what the other acknowledged.
  await wrong(old, newTraffic, oldFollower)
  await wrong(other, oldTraffic, newFollower)
  const ids = [oldTraffic, newTraffic].flatMap(({ acknowledged }) =>
    [...acknowledged.values()].slice(0, EDITED),
  )
  failed.push(...(await editAcross(ids, old, other, key)))
  const lists = await compareLists(old, other)
  failed.push(...lists.wrong)

  const last = new Traffic(other.url, key, 'last ')
  last.start(WRITERS, READERS)
  const exit = once(oldChild, 'exit')
  oldChild.kill('SIGTERM')
  const [status] = (await exit) as [number | null]
  if (status !== 0) failed.push(`the old ended with ${status}`)
  await sleep(calmMs)
  await last.stop()
  failed.push(...last.faults)
  await wrong(other, last, newFollower)
  for (const traffic of [newTraffic, last]) both.push(...Object.entries(traffic.figures(began).statuses))
  const bad = both.filter(([what]) => !/ 2\d\d$/.test(what))
  failed.push(...bad.map(([what, number]) => `${what} ×${number}`))
  const total = (some: typeof both) => some.reduce((sum, [, number]) => sum + number, 0)
  console.log(
    `A17 two versions at once: ${total(both)} requests, ${total(bad)} failed; ${oldTraffic.acknowledged.size} writes of the old, ` +
      `${newTraffic.acknowledged.size + last.acknowledged.size} of the new; ${ids.length} records edited by both; ` +
      `${lists.asked} lists asked of both; the old ended with ${status}`,
  )
  return failed
}

export const drill: Drill = {
  about:
    'this version starts on the database of an earlier one that runs, and both are used: nothing fails, nothing is lost',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { from: { type: 'string' }, seconds: { type: 'string', default: '3' } },
    })
    const commit = commitOf(requirePrograms('git').git, values.from)
    const stage = new Stage()
    let database: Awaited<ReturnType<typeof startEmbedded>> | undefined
    try {
      console.log(`the earlier version is ${commit.slice(0, 12)}`)
      database = await startEmbedded({ directory: join(stage.directory, 'postgres'), durable: false })
      const failed = await upgrade(stage, commit, database.url, Number(values.seconds) * 1_000)
      if (failed.length > 0) throw new Error([...new Set(failed)].join('; '))
    } finally {
      await database?.stop()
      await stage.clear()
    }
  },
}
