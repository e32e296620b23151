import type { FastifyRequest } from 'fastify'
import type { Fault } from '../domain/errors.ts'
import { isWellFormedText, textFault } from '../domain/text.ts'

/** More faults than this are not told: nobody reads them, and whoever makes a million of them means no good. */
export const MOST_FAULTS = 100

/** Faults found while the query was read; they wait here for the validator's, so that all are told at once. */
const FAULTS: unique symbol = Symbol('faults')

interface ParsedQuery extends Record<string, unknown> {
  [FAULTS]?: Fault[]
}

/** `a=1&b=2`, percent-encoded UTF-8. A name may stand once; several values go into one, separated by commas. */
export function parseQuery(text: string): ParsedQuery {
  const query: ParsedQuery = Object.create(null)
  const faults: Fault[] = []
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = decode(at === -1 ? pair : pair.slice(0, at))
    const value = decode(at === -1 ? '' : pair.slice(at + 1))
    if (name === undefined || !isWellFormedText(name))
      faults.push({ at: { parameter: pair.slice(0, 40) }, code: 'not_well_formed' })
    else if (name in query)
      faults.push({ at: { parameter: name }, code: 'repeated_parameter', values: { name } })
    else if (value === undefined) faults.push({ at: { parameter: name }, code: 'not_well_formed' })
    else {
      const wrong = textFault(value)
      if (wrong === undefined) query[name] = value
      else faults.push({ at: { parameter: name }, ...wrong })
    }
  }
  if (faults.length > 0) query[FAULTS] = faults
  return query
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

export function queryFaults(request: FastifyRequest): readonly Fault[] {
  return (request.query as ParsedQuery | undefined)?.[FAULTS]?.slice(0, MOST_FAULTS) ?? []
}

interface LooseSchema {
  type?: string
  items?: LooseSchema
  properties?: Record<string, LooseSchema>
}

/**
 * Turns the text of each parameter into what its schema declares: an integer, a number, a boolean, or a list split
 * at commas. What has not the form stays text, and the validator refuses it. Nothing else is ever converted.
 */
export function readParameters(request: FastifyRequest): void {
  const { querystring, params } = (request.routeOptions.schema ?? {}) as Record<
    string,
    LooseSchema | undefined
  >
  const query = request.query as Record<string, unknown>
  for (const [name, declared] of Object.entries(querystring?.properties ?? {})) {
    if (typeof query[name] === 'string') query[name] = converted(query[name], declared)
  }
  const path = request.params as Record<string, unknown>
  for (const [name, declared] of Object.entries(params?.properties ?? {})) {
    const value = converted(String(path[name]), declared)
    // An address has one form: `/drafts/01` is not `/drafts/1`.
    if (String(value) === path[name]) path[name] = value
  }
}

function converted(text: string, { type, items }: LooseSchema): unknown {
  if (type === 'array') return text.split(',').map((item) => converted(item, items ?? {}))
  if (type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (type === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
