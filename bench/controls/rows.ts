// Bare Fastify and raw pg as one writes it by hand: plain columns, an object made of each row, JSON.stringify.
import pg from 'pg'
import { serve } from './serve.ts'

interface Options {
  route: string
  url: string
  poolSize: number
  text: string
  /** The records as the service shows them: which names are nested, and which are booleans. */
  data: object[]
}

type Tree = { [name: string]: Tree | 'flag' | 'plain' }

/** What is nested in any of the records; where a group is null in all of them, the name stays a plain column. */
function treeOf(records: readonly object[]): Tree {
  const names = Object.keys(records[0]!)
  return Object.fromEntries(
    names.map((name) => {
      const values = records.map((record) => (record as Record<string, unknown>)[name])
      const groups = values.filter(
        (v): v is object => v !== null && typeof v === 'object' && !Array.isArray(v),
      )
      if (groups.length > 0) return [name, treeOf(groups)]
      return [name, values.some((value) => typeof value === 'boolean') ? 'flag' : 'plain']
    }),
  )
}

/** The object literal that a hand would write for these columns, whose names are joined by dots. */
function literal(tree: Tree, prefix = ''): string {
  const entries = Object.entries(tree).map(([name, kind]) => {
    const path = prefix + name
    if (kind === 'plain') return `${JSON.stringify(name)}: ${cell(path)}`
    if (kind === 'flag') return `${JSON.stringify(name)}: flag(${cell(path)})`
    const absent = leaves(kind, `${path}.`).map((leaf) => `${cell(leaf)} === null`)
    return `${JSON.stringify(name)}: ${absent.join(' && ')} ? null : ${literal(kind, `${path}.`)}`
  })
  return `{${entries.join(', ')}}`
}

const cell = (path: string) => `(row[${JSON.stringify(path)}] ?? null)`

const leaves = (tree: Tree, prefix: string): string[] =>
  Object.entries(tree).flatMap(([name, kind]) =>
    typeof kind === 'string' ? [prefix + name] : leaves(kind, `${prefix}${name}.`),
  )

serve<Options>((app, { route, url, poolSize, text, data }) => {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: poolSize })
  const flag = (value: string | null) => (value === null ? null : value === 'true')
  const make = new Function('flag', `return (row) => (${literal(treeOf(data))})`)(flag) as (
    row: object,
  ) => object
  app.get(route, async (_, reply) => {
    const { rows } = await pool.query({ name: 'rows', text })
    reply.type('application/json; charset=utf-8')
    return JSON.stringify({ data: rows.map(make) })
  })
})
