import { captureStatements } from './capture.ts'
import type { Bench } from './case.ts'
import { answerOf, type Contender, hashOf } from './rounds.ts'
import { type Form, requireSameData } from './same-data.ts'
import { POOL_SIZE, startControl, startService, type Target } from './targets.ts'

export interface Reads {
  readonly name: string
  readonly path: string
  readonly answer: Form
  /** Records that the answer must hold. */
  readonly records: number
  readonly connections?: number
}

/** The very statements of the service, prepared. */
export const SAME_SQL = 'bare Fastify, pg, same SQL'
/** The same records as plain columns, made into objects. */
export const PLAIN_ROWS = 'bare Fastify, pg, JSON.stringify'

interface Started extends Contender {
  /** Whether it asks the database. */
  readonly database: boolean
}

/**
 * The service and its controls, each checked to give the same data.
 *
 * @param started gets each as soon as it runs, to be stopped by the caller, after a failure too
 */
export async function startContenders(reads: Reads, bench: Bench, started: Target[]): Promise<Started[]> {
  const { path, answer, records, connections = 32 } = reads
  const { url, cores } = bench
  // What it costs to make an answer; what it costs to send a kept one is measured in cases/kept.ts.
  const service = await startService(url, cores, { KEPT_MEGABYTES: '0' })
  started.push(service)
  const right = await answerOf(service.origin + path)
  const contender = async (target: Target, database = true): Promise<Started> => {
    if (!started.includes(target)) started.push(target)
    const { bytes } = await answerOf(target.origin + path)
    requireSameData(answer, right.bytes, bytes, records, target.name)
    const aim = { url: target.origin + path, connections, length: bytes.byteLength }
    return { ...aim, target, database, hash: hashOf(bytes) }
  }
  const control = async (name: string, script: string, options: object, database?: boolean) => {
    const common = { route: path.split('?')[0]!, url, poolSize: POOL_SIZE }
    return await contender(await startControl(name, script, { ...common, ...options }, cores), database)
  }

  const found = [
    await contender(service),
    await control('bare Fastify, same bytes', 'bytes.ts', { body: right.bytes, type: right.type }, false),
  ]
  if (answer === 'constant') return found
  const statements = await captureStatements(url, path)
  if (answer === 'csv') {
    const { text } = statements.at(-1)!
    return [...found, await control('bare Fastify, raw COPY', 'copy.ts', { text })]
  }
  found.push(await control(SAME_SQL, 'sql.ts', { statements, answer, records }))
  if (answer === 'one') return found
  // The same records as plain columns: what the service copies as CSV.
  const table = await captureStatements(url, asTable(path, records))
  const text = /^\s*copy \((.*)\) to stdout/s.exec(table.at(-1)!.text)![1]!
  const { data } = JSON.parse(Buffer.from(right.bytes).toString()) as { data: object[] }
  return [...found, await control(PLAIN_ROWS, 'rows.ts', { text, data })]
}

function asTable(path: string, records: number): string {
  const url = new URL(path, 'http://localhost')
  url.searchParams.set('format', 'csv')
  url.searchParams.set('limit', String(records))
  return url.pathname + url.search
}
