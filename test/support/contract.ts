import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { LightMyRequestResponse } from 'fastify'

// biome-ignore lint/suspicious/noExplicitAny: a document of somebody else's form, walked as it is
type Loose = any

/** The committed contract. */
export const contract: Loose = JSON.parse(
  readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8'),
)

export interface Operation {
  id: string
  method: string
  path: string
  pattern: RegExp
  responses: Record<string, Loose>
}

export const operations: Operation[] = Object.entries<Loose>(contract.paths ?? {}).flatMap(([path, item]) =>
  Object.entries<Loose>(item).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    responses: operation.responses,
  })),
)

export function operationOf({ method, url }: { method: string; url: string }): Operation | undefined {
  const path = url.split('?')[0]!
  const known = method === 'HEAD' ? 'GET' : method
  return operations.find((operation) => operation.method === known && operation.pattern.test(path))
}

/** Closed objects, so that a field which the contract does not name is found; with `fields`, none is required. */
function strictForm(schema: Loose, sparse: boolean): Loose {
  if (Array.isArray(schema)) return schema.map((item) => strictForm(item, sparse))
  if (schema === null || typeof schema !== 'object') return schema
  const entries = Object.entries<Loose>(schema)
    .filter(([key]) => !(sparse && key === 'required' && Array.isArray(schema.required)))
    .filter(([key]) => key !== 'example' && key !== 'examples')
    .map(([key, value]) => [key, strictForm(value, sparse)])
  const copy = Object.fromEntries(entries)
  if (
    copy.properties !== undefined &&
    copy.type === 'object' &&
    !('additionalProperties' in copy) &&
    !copy.properties.coordinates
  )
    copy.additionalProperties = false
  return copy
}

const compiled = new Map<string, ValidateFunction>()
const ajvs = new Map<boolean, Ajv2020>()

function ajvOf(sparse: boolean): Ajv2020 {
  const known = ajvs.get(sparse)
  if (known !== undefined) return known
  // That the contract itself is well formed is `npm run lint:openapi`.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'contract', components: strictForm(contract.components ?? {}, sparse) })
  ajvs.set(sparse, ajv)
  return ajv
}

function validator(key: string, schema: Loose, sparse: boolean): ValidateFunction {
  // What many operations share, as problems are, is compiled once.
  const name = `${schema.$ref ?? key} ${sparse}`
  let validate = compiled.get(name)
  if (validate === undefined) {
    const text = JSON.stringify(strictForm(schema, sparse)).replaceAll(
      '"#/components/',
      '"contract#/components/',
    )
    validate = ajvOf(sparse).compile(JSON.parse(text))
    compiled.set(name, validate)
  }
  return validate
}

/**
 * Holds an answer to what the contract says of it.
 *
 * @returns the operation's id, or undefined when the address is none of the contract's
 * @throws when the status, the media type or the body is not as declared
 */
export function checkAnswer(
  route: { method: string; url: string },
  answer: LightMyRequestResponse,
): string | undefined {
  const operation = operationOf(route)
  if (operation === undefined) return undefined
  const { statusCode: status } = answer
  const declared = operation.responses[status]
  const where = `${route.method} ${route.url} ${status}`
  if (declared === undefined)
    throw new Error(`${where}: the contract declares no ${status}: ${answer.body.slice(0, 300)}`)
  if (route.method === 'HEAD' || declared.content === undefined) {
    if (answer.rawPayload.length > 0) throw new Error(`${where}: a body where none is declared`)
    return operation.id
  }
  const type = String(answer.headers['content-type'] ?? '').split(';')[0]!
  const entry = declared.content[type]
  if (entry === undefined) throw new Error(`${where}: ${type} is not declared`)
  if (answer.headers['content-encoding'] !== undefined || !/json$/.test(type)) return operation.id
  const sparse = /[?&]fields=/.test(route.url) && status === 200
  const bodies = type === 'application/x-ndjson' ? [] : [answer.json()]
  const validate = validator(`${operation.id} ${status} ${type}`, entry.schema, sparse)
  for (const body of bodies)
    if (!validate(body)) throw new Error(`${where}: ${JSON.stringify(validate.errors?.slice(0, 5))}`)
  return operation.id
}

const directory = process.env.TEST_EXERCISED

/** Remembers that an operation gave a status, for the whole run. */
export function noteExercised(operation: string, status: number): void {
  if (directory) appendFileSync(join(directory, `exercised-${process.pid}`), `${operation} ${status}\n`)
}

/** What the contract declares and no test of the run has seen: each 2xx, 3xx and 4xx of each operation. */
export function notExercised(from: string): string[] {
  const seen = new Set(
    readdirSync(from)
      .filter((name) => name.startsWith('exercised-'))
      .flatMap((name) => readFileSync(join(from, name), 'utf8').split('\n')),
  )
  return operations.flatMap((operation) =>
    Object.keys(operation.responses)
      .filter((status) => status < '500')
      .map((status) => `${operation.id} ${status}`)
      .filter((line) => !seen.has(line)),
  )
}
