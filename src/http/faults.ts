import { closest, distance } from 'fastest-levenshtein'
import type { FastifyRequest } from 'fastify'
import type { Fault } from '../domain/errors.ts'
import { yearBeyond } from '../domain/partial-date.ts'
import { MOST_FAULTS, queryFaults } from './parameters.ts'
import { expectedExample, expectedForm } from './validator.ts'

/** What Ajv tells with `verbose`. */
export interface ValidationFault {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
  data?: unknown
  parentSchema?: { properties?: Record<string, unknown> }
}

/** More words than this are not listed; the nearest one is. */
const MOST_ALLOWED = 60

/** The valid name that is nearest to a mistyped one, when it is near enough to be meant. */
export function nearest(text: string, valid: readonly string[]): string | undefined {
  if (valid.length === 0 || text.length > 100) return undefined
  const best = closest(text, [...valid])
  const most = best.length < 5 && !isAnagram(text, best) ? 1 : Math.max(2, Math.floor(best.length / 3))
  return distance(text, best) <= most && best.length > 1 ? best : undefined
}

/** Letters that changed places: the commonest slip in a short word. */
const isAnagram = (a: string, b: string) => [...a].sort().join() === [...b].sort().join()

const suggestion = (text: string, valid: readonly string[]): { nearest?: string } => {
  const found = nearest(text, valid)
  return found === undefined ? {} : { nearest: found }
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** Everything that is wrong with a request: what its reading found, then what the schema says. */
export function requestFaults(
  request: FastifyRequest,
  context: string | undefined,
  errors: readonly ValidationFault[],
): Fault[] {
  const all = [...queryFaults(request), ...faultsOf(errors, context), ...laterFaults(request, context)]
  return all.slice(0, MOST_FAULTS)
}

/** The parts of a request in the order in which they are validated, and what of the request they are. */
const PARTS = [
  ['params', 'params'],
  ['body', 'body'],
  ['querystring', 'query'],
  ['headers', 'headers'],
] as const

/** Validation ends with the first part that has a fault; the parts after it are held to their schemas here. */
function laterFaults(request: FastifyRequest, context: string | undefined): Fault[] {
  const failed = PARTS.findIndex(([part]) => part === context)
  return PARTS.slice(failed + 1).flatMap(([part, property]) => {
    const validate = failed === -1 ? undefined : request.getValidationFunction(part)
    if (validate === undefined || validate(request[property])) return []
    return faultsOf((validate.errors ?? []) as ValidationFault[], part)
  })
}

/** What the schema says of a value. */
export function faultsOf(errors: readonly ValidationFault[], context: string | undefined): Fault[] {
  return withoutAlternatives(errors.slice(0, MOST_FAULTS)).flatMap((error) => faultOf(error, context))
}

/** Of what may be null, only what is wrong with what is there: that it is not null, and so not one of the two, says nothing. */
function withoutAlternatives(errors: readonly ValidationFault[]): ValidationFault[] {
  const isAside = ({ keyword, params }: ValidationFault) =>
    keyword === 'anyOf' || (keyword === 'type' && params.type === 'null')
  const told = errors.filter((error) => !isAside(error))
  return errors.filter(
    (error) =>
      !isAside(error) ||
      !told.some(({ instancePath }) => `${instancePath}/`.startsWith(`${error.instancePath}/`)),
  )
}

function faultOf(error: ValidationFault, context: string | undefined): Fault[] {
  const { keyword, params } = error
  const name = (params.additionalProperty ?? params.missingProperty) as string | undefined
  const at = place(error, context, name)
  const limit = params.limit as number
  switch (keyword) {
    case 'additionalProperties': {
      const valid = Object.keys(error.parentSchema?.properties ?? {})
      const code = context === 'body' ? 'unknown_property' : 'unknown_parameter'
      return [{ at, code, values: { name: shown(name), ...suggestion(name!, valid) }, ...listed(valid) }]
    }
    case 'enum': {
      const valid = (params.allowedValues as unknown[]).map(String)
      const value = shown(error.data)
      return [{ at, code: 'not_allowed', values: { value, ...suggestion(value, valid) }, ...listed(valid) }]
    }
    case 'required':
      return [{ at, code: 'required' }]
    case 'type':
      return [{ at, code: 'wrong_type', values: { expected: String(params.type) } }]
    case 'minimum':
    case 'exclusiveMinimum':
      return [{ at, code: 'too_small', values: { limit } }]
    case 'maximum':
    case 'exclusiveMaximum':
      return [{ at, code: 'too_large', values: { limit } }]
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return [{ at, code: 'too_short', values: { limit } }]
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return [{ at, code: 'too_long', values: { limit } }]
    case 'uniqueItems':
      return [{ at, code: 'repeated_value' }]
    case 'format': {
      const beyond =
        ['partial-date', 'moment'].includes(String(params.format)) && yearBeyond(String(error.data))
      if (beyond) return [{ at, ...beyond }]
      return [{ at, code: 'wrong_format', values: { expected: expectedForm(String(params.format)) } }]
    }
    case 'pattern':
      return [{ at, code: 'wrong_format', values: { expected: expectedExample(String(params.pattern)) } }]
    default:
      return [{ at, code: 'wrong_value' }]
  }
}

const listed = (valid: readonly string[]): { allowed?: readonly string[] } =>
  valid.length <= MOST_ALLOWED ? { allowed: valid } : {}

/** A JSON pointer into the body; elsewhere the name alone, since a parameter is one text. */
function place(
  { instancePath }: ValidationFault,
  context: string | undefined,
  name: string | undefined,
): Fault['at'] {
  if (context === 'body') {
    const last = name === undefined ? '' : `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return { pointer: instancePath + last }
  }
  const parameter = name ?? instancePath.split('/')[1] ?? ''
  return context === 'headers' ? { header: parameter } : { parameter }
}
