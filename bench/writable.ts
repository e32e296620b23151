import pg from 'pg'
import { makeApiKey } from '../src/api-keys/commands.ts'
import { openDatabase, openPool } from '../src/db/database.ts'
import { transact } from '../src/db/journal.ts'
import type { Bench } from './case.ts'
import { startService, type Target } from './targets.ts'

/** A service with a database of its own, which the association may write to. */
export interface Writable {
  readonly url: string
  readonly service: Target
  readonly postgres: pg.Client
  /** @throws when the answer is no success */
  ask(path: string, init?: RequestInit): Promise<Answer>
  /** Reads an answer to its end and keeps nothing of it. @throws when it is no success */
  drain(path: string): Promise<void>
  stop(): Promise<void>
}

export interface Answer {
  readonly etag: string | null
  // biome-ignore lint/suspicious/noExplicitAny: whatever was asked for
  readonly body: any
}

const KEY_SECRET = 'of the benchmark alone, and of nobody else'

/** @param prepare fills the database before the service starts */
export async function startWritable(
  bench: Pick<Bench, 'freshDatabase' | 'cores'>,
  prepare: (url: string) => Promise<unknown> = async () => {},
  environment: Record<string, string> = {},
): Promise<Writable> {
  const url = await bench.freshDatabase()
  await prepare(url)
  const authorization = `Bearer ${await keyFor(url)}`
  const service = await startService(url, bench.cores, { KEY_SECRET, ...environment })
  const postgres = new pg.Client(url)
  await postgres.connect()
  return {
    url,
    service,
    postgres,
    ask: async (path, init = {}) => {
      const headers = { authorization, ...(init.headers as Record<string, string>) }
      const answer = await fetch(service.origin + path, { ...init, headers })
      const body = await answer.text()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 500)}`)
      return { etag: answer.headers.get('etag'), body: JSON.parse(body) }
    },
    drain: async (path) => {
      const answer = await fetch(service.origin + path, { headers: { authorization } })
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
      await answer.body!.pipeTo(new WritableStream())
    },
    stop: async () => {
      await service.stop()
      await postgres.end()
    },
  }
}

async function keyFor(url: string): Promise<string> {
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 0, onError: () => {} }))
  const author = { actor: 'system', origin: 'script', requestId: null, at: new Date() }
  const wanted = { name: 'benchmark', roles: ['association' as const] }
  const making = transact(db, author, (writing) => makeApiKey(writing, wanted, KEY_SECRET))
  return (await making.finally(() => db.destroy())).secret
}
