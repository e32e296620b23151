import { PostgresQueryCompiler, type RawBuilder } from 'kysely'
import pg from 'pg'

/** Writes values into the statement as quoted literals: COPY takes no parameters. */
class LiteralCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value === null || value === undefined) this.append('null')
    else if (typeof value === 'number' || typeof value === 'boolean') this.append(String(value))
    else if (typeof value === 'string') this.append(pg.escapeLiteral(value))
    else if (Array.isArray(value)) this.append(pg.escapeLiteral(arrayText(value)))
    else throw new TypeError(`cannot write ${typeof value} as a literal`)
  }
}

/** The text form of an array, every element quoted (PostgreSQL manual, 8.15.2). */
const arrayText = (values: readonly unknown[]) =>
  `{${values.map((value) => `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`

/** The statement's text with every value in it. */
export function literally(statement: RawBuilder<unknown>): string {
  return new LiteralCompiler().compileQuery(statement.toOperationNode(), { queryId: 'literal' }).sql
}
