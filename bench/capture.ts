import pg from 'pg'
import { buildApp } from '../src/app.ts'
import { openDatabase, openPool } from '../src/db/database.ts'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * The statements that the service sends to answer a GET, the session's own (begin, set, commit) left out.
 *
 * @throws when the answer is not a 200
 */
export async function captureStatements(url: string, path: string): Promise<Statement[]> {
  const pool = openPool(url, { poolSize: 1, statementTimeoutMs: 0, onError: () => {} })
  const db = openDatabase(pool)
  const app = await buildApp({ db, pool, clock: () => new Date() })
  const statements: Statement[] = []
  const { prototype } = pg.Client
  const { query } = prototype
  // Text, a config with a name, or a stream that has its text: whatever comes ends here.
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given as [string | { text: string; values?: unknown[] }, unknown]
    const text = typeof first === 'string' ? first : first.text
    const values = (typeof first === 'string' ? second : first.values) ?? []
    if (/^\s*(select|with|copy)\b/i.test(text))
      statements.push({ text, values: Array.isArray(values) ? values : [] })
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  try {
    const { statusCode, body } = await app.inject(path)
    if (statusCode !== 200) throw new Error(`GET ${path} answered ${statusCode}: ${body.slice(0, 500)}`)
    return statements
  } finally {
    prototype.query = query
    await app.close()
    await db.destroy()
  }
}
