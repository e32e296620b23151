import { CompiledQuery, PostgresQueryCompiler, type RawBuilder, sql } from 'kysely'
import type { Db } from './database.ts'

const compile = (part: RawBuilder<unknown>) =>
  new PostgresQueryCompiler().compileQuery(part.toOperationNode(), { queryId: 'settled' })

/**
 * The same SQL as one text: what every request asks in the same words is compiled once, and not for each.
 *
 * @throws {Error} when it holds a value, which is a request's own and cannot be kept
 */
export function settled<T>(part: RawBuilder<T>): RawBuilder<T> {
  const { sql: text, parameters } = compile(part)
  if (parameters.length > 0) throw new Error(`SQL that holds a value cannot be settled: ${text}`)
  return sql.raw<T>(text)
}

/** Stands in a statement for a value that each execution gives. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * A statement that is compiled once, when it is first executed, and given its values each time.
 *
 * @param write makes it, with `value(name)` where a value stands
 */
export function prepared<Values extends object, Row>(
  write: (value: (name: keyof Values & string) => RawBuilder<unknown>) => RawBuilder<unknown>,
): (db: Db, values: Values) => Promise<Row[]> {
  let compiled: ReturnType<typeof compile> | undefined
  return async (db, values) => {
    compiled ??= compile(write((name) => sql`${new Place(name)}`))
    const given = compiled.parameters.map((one) =>
      one instanceof Place ? values[one.name as keyof Values] : one,
    )
    return (await db.executeQuery<Row>(CompiledQuery.raw(compiled.sql, given))).rows
  }
}
