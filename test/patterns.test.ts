import { globSync, readFileSync } from 'node:fs'
import { check } from 'recheck'
import t from 'tap'
import ts from 'typescript-5'
import { contract } from './support/contract.ts'

/** Longest that one may take to be looked at, milliseconds; most take ten. */
const MOST_MS = 30_000

interface Pattern {
  source: string
  flags: string
}

/** Every `pattern` of the contract, as Ajv compiles it. */
function patternsIn(node: unknown): Pattern[] {
  if (typeof node !== 'object' || node === null) return []
  const { pattern } = node as { pattern?: unknown }
  const own = typeof pattern === 'string' ? [{ source: pattern, flags: 'u' }] : []
  return [...own, ...Object.values(node).flatMap(patternsIn)]
}

/** Every regular expression of the code. */
function expressionsIn(file: string): Pattern[] {
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp')
      throw new Error(`${file} makes an expression of a text: ${node.getText()}`)
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true))
  return found
}

t.test('no text makes a pattern take longer than in proportion to its length', async (t) => {
  const files = globSync('src/**/*.ts')
  const all = [...patternsIn(contract), ...files.flatMap(expressionsIn)]
  const each = new Map(all.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]))
  t.ok(each.size > 80, `${each.size} patterns`)
  for (const [name, { source, flags }] of each) {
    const { status, ...told } = await check(source, flags, { timeout: MOST_MS })
    t.equal(status, 'safe', `${name} ${JSON.stringify(told).slice(0, 300)}`)
  }
  t.equal((await check('^(a+)+$', '')).status, 'vulnerable', 'the check finds one')
})
