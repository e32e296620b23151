import { PostgresQueryCompiler, type RawBuilder, sql } from 'kysely'

/**
 * The same SQL as one text: what every request asks in the same words is compiled once, and not for each.
 *
 * @throws {Error} when it holds a value, which is a request's own and cannot be kept
 */
export function settled<T>(part: RawBuilder<T>): RawBuilder<T> {
  const { sql: text, parameters } = new PostgresQueryCompiler().compileQuery(part.toOperationNode(), {
    queryId: 'settled',
  })
  if (parameters.length > 0) throw new Error(`SQL that holds a value cannot be settled: ${text}`)
  return sql.raw<T>(text)
}
