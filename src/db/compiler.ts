import {
  type CompiledQuery,
  type OperationNode,
  PostgresDialect,
  PostgresQueryCompiler,
  RawNode,
  type RootOperationNode,
  ValueNode,
} from 'kysely'

/** Statements kept: more than there are, several times over; beyond that each is put together when it is asked. */
const MOST_KEPT = 2_000

/** Where what has been seen of a statement leads. */
interface Step {
  readonly next: Map<unknown, Step>
  /** Of the statement that ends here. */
  text?: string
}

/** Stands for a value, whichever it is. */
const VALUE = Symbol('value')

/**
 * Puts a statement together once, and not for each request that asks it with other values: the same pieces in the same
 * order make the same text, which is then the very same string wherever it is looked up.
 */
class RememberingCompiler extends PostgresQueryCompiler {
  readonly #start: Step = { next: new Map() }
  readonly #other = new PostgresQueryCompiler()
  #kept = 0

  override compileQuery(query: RootOperationNode, queryId: CompiledQuery['queryId']): CompiledQuery {
    if (!RawNode.is(query)) return super.compileQuery(query, queryId)
    const path: unknown[] = []
    const parameters: unknown[] = []
    this.#read(query, path, parameters)
    let step: Step | undefined = this.#start
    for (const piece of path) {
      step = step.next.get(piece)
      if (step === undefined) break
    }
    if (step?.text !== undefined) return { query, queryId, sql: step.text, parameters }
    const compiled = super.compileQuery(query, queryId)
    if (this.#kept < MOST_KEPT) this.#keep(path, compiled.sql)
    return compiled
  }

  #keep(path: readonly unknown[], text: string): void {
    let step = this.#start
    for (const piece of path) {
      const next = step.next.get(piece) ?? { next: new Map() }
      step.next.set(piece, next)
      step = next
    }
    step.text = text
    this.#kept += 1
  }

  /** Notes the pieces of a part, and apart from them its values, in the order in which they come. */
  #read({ sqlFragments, parameters }: RawNode, path: unknown[], values: unknown[]): void {
    // A template of the code is known by itself; what is made at run time by what it says. No SQL holds a NUL.
    if ('raw' in sqlFragments) path.push(sqlFragments)
    else path.push(sqlFragments.length === 1 ? sqlFragments[0] : `\0${sqlFragments.join('\0')}`)
    for (const part of parameters) {
      if (RawNode.is(part)) this.#read(part, path, values)
      else if (isValue(part)) {
        path.push(VALUE)
        values.push(part.value)
      } else this.#readOther(part, path, values)
    }
  }

  /** Names and the like, as they are written. */
  #readOther(part: OperationNode, path: unknown[], values: unknown[]): void {
    const { sql, parameters } = this.#other.compileQuery(part as RootOperationNode, NO_ID)
    path.push(`\0\0${sql}`)
    values.push(...parameters)
  }
}

const NO_ID = { queryId: '' }

const isValue = (part: OperationNode): part is ValueNode => ValueNode.is(part) && !part.immediate

export class RememberingDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new RememberingCompiler()
  }
}
