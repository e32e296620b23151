import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import { buildApp, type Deps } from '../../src/app.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import type { FileStore } from '../../src/files/store.ts'
import { checkAnswer, noteExercised } from './contract.ts'
import { freshDatabase } from './database.ts'
import { ownFiles } from './files.ts'
import { KEY_SECRET, testTokens } from './identity.ts'

/** What the service of a test takes for now. */
export const NOW = new Date('2026-02-02T10:00:00.000Z')

export interface Service {
  app: FastifyInstance
  db: Deps['db']
  files: FileStore
  pool: Deps['pool']
  url: string
  /** As app.inject, and every answer is held to the contract. */
  request(options: string | InjectOptions): Promise<LightMyRequestResponse>
  /** The JSON of a GET that must succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test looks for in an answer is what it tests
  json(url: string): Promise<any>
}

type Teardown = Pick<Test, 'teardown'>

/** The real service on a database of its own, with the real data; gone when the test ends. */
export async function startApp(t: Teardown, deps: Partial<Deps> = {}): Promise<Service> {
  const { url } = await freshDatabase(t)
  return await appOn(t, url, deps)
}

/** The real service on a database that is there. */
export async function appOn(t: Teardown, url: string, deps: Partial<Deps> = {}): Promise<Service> {
  const pool = openPool(url, { poolSize: 4, statementTimeoutMs: 10_000, onError: () => {} })
  const db = openDatabase(pool)
  const clock = deps.clock ?? (() => NOW)
  const files = deps.files ?? (await ownFiles(t))
  const app = await buildApp({
    db,
    pool,
    clock,
    files,
    tokens: testTokens(clock),
    keySecret: KEY_SECRET,
    door: { allowLoopback: false, resolve: async () => ['93.184.215.14'] },
    ...deps,
  })
  t.teardown(async () => {
    await app.close()
    await db.destroy()
  })
  await app.ready()
  const request: Service['request'] = async (options) => {
    const asked = typeof options === 'string' ? { url: options } : options
    const answer = await app.inject(asked)
    const route = { method: String(asked.method ?? 'GET').toUpperCase(), url: String(asked.url) }
    const operation = checkAnswer(route, answer)
    if (operation !== undefined) noteExercised(operation, answer.statusCode)
    return answer
  }
  const json: Service['json'] = async (path) => {
    const answer = await request(path)
    if (answer.statusCode !== 200) throw new Error(`GET ${path}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  return { app, db, files, pool, url, request, json }
}
