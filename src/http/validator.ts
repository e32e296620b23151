import AjvCompiler, { type BuildCompilerFromPool } from '@fastify/ajv-compiler'
import addFormats from 'ajv-formats'
import { readIdentifier, readReference } from '../domain/codes.ts'
import { isCurrency } from '../domain/money.ts'
import { isDay, isInstant, isPartialDate } from '../domain/partial-date.ts'
import { readBox, readCircle, readPoint } from '../domain/places.ts'
import { readPosition } from '../domain/position.ts'
import { isWellFormedText } from '../domain/text.ts'

/** Forms of our own, and how each is told to a client who missed it. */
export const FORMS: Readonly<Record<string, { isValid: (text: string) => boolean; expected: string }>> = {
  collectivity: {
    isValid: (text) => readReference(text) !== undefined,
    expected: '<uuid> | 09 | 09.541 | 09.541.01.13 | MA-TAR (?q= …)',
  },
  identifier: {
    isValid: (text) => readIdentifier(text) !== undefined,
    expected: 'scheme:value (hcp:09.541)',
  },
  point: { isValid: (text) => readPoint(text) !== undefined, expected: 'longitude,latitude (-8.877,30.472)' },
  circle: {
    isValid: (text) => readCircle(text) !== undefined,
    expected: 'longitude,latitude[,kilometres] (-8.877,30.472,50)',
  },
  box: { isValid: (text) => readBox(text) !== undefined, expected: 'west,south,east,north (-10,29,-8,31)' },
  date: { isValid: isDay, expected: 'YYYY-MM-DD' },
  'date-time': { isValid: isInstant, expected: 'YYYY-MM-DDTHH:MM:SS.sssZ' },
  'partial-date': { isValid: isPartialDate, expected: 'YYYY | YYYY-MM | YYYY-MM-DD' },
  moment: {
    isValid: (text) => isInstant(text) || isPartialDate(text),
    expected: 'YYYY-MM-DDTHH:MM:SS.sssZ | YYYY-MM-DD | YYYY-MM | YYYY',
  },
  position: { isValid: (text) => readPosition(text) !== undefined, expected: 'epoch.number (k3f9.4711)' },
  currency: { isValid: isCurrency, expected: 'ISO 4217 (MAD)' },
  text: { isValid: isWellFormedText, expected: 'UTF-8' },
  'file-name': {
    isValid: (text) => isWellFormedText(text) && !/[\t\n\r]/.test(text),
    expected: 'minutes.pdf',
  },
}

const STANDARD_FORMS: Readonly<Record<string, string>> = {
  email: 'name@host',
  uri: 'https://…',
  uuid: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
}

/** How the form of a format is told to a client. */
export const expectedForm = (format: string): string =>
  FORMS[format]?.expected ?? STANDARD_FORMS[format] ?? format

/** Patterns, each as something that has it. */
const EXAMPLES: Readonly<Record<string, string>> = {
  '^https?://': 'https://…',
  '^(0|[1-9]\\d{0,14})(\\.\\d{1,3})?$': '123.45',
  '^-?(0|[1-9]\\d{0,14})(\\.\\d{1,6})?$': '-123.45',
  '^[a-z0-9][a-z0-9_-]{0,39}$': 'axis-1',
  '^[a-z][a-z0-9-]{0,39}$': 'scheme-1',
  '^[0-9]{1,3}-[0-9]{2}$': '112-14',
  '^[0-9]{1,4}$': '44',
  '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$': 'ar | fr-MA',
  '^[a-z_]{1,40}$': 'a_word',
  '^([01]\\d|2[0-3]):[0-5]\\d$': '14:30',
  '\\S': '…',
}

/** How a pattern is told to a client. */
export const expectedExample = (pattern: string): string => EXAMPLES[pattern] ?? pattern

const build: BuildCompilerFromPool = AjvCompiler()

let last: { schemas: object; compiler: ReturnType<BuildCompilerFromPool> } | undefined

/**
 * Exact validation, every fault at once: nothing is coerced and nothing dropped. Text becomes a number only in
 * parameters.ts, and only as the schema declares it.
 */
export const buildValidator: BuildCompilerFromPool = (schemas, ...rest) => {
  // Fastify asks for each route of a context that has schemas of its own, and the pool writes all of them out to find
  // that they are the same.
  if (last === undefined || !areSame(last.schemas, schemas))
    last = { schemas, compiler: newCompiler(schemas, ...rest) }
  return last.compiler
}

function areSame(one: object, other: object): boolean {
  const [values, others] = [Object.values(one), Object.values(other)]
  return values.length === others.length && values.every((value, index) => value === others[index])
}

/** Each schema is compiled when it is first met: most of a start, and half of its memory, would go to what few call. */
const newCompiler: BuildCompilerFromPool = (...given) => {
  const compile = eagerCompiler(...given) as Compile
  const compileLate: Compile = (part) => {
    let compiled: Validate | undefined
    const validate: Validate = (data) => {
      compiled ??= compile(part)
      const isValid = compiled(data)
      validate.errors = compiled.errors ?? null
      return isValid
    }
    return validate
  }
  return compileLate as ReturnType<BuildCompilerFromPool>
}

type Validate = { (data: unknown): unknown; errors?: unknown }
type Compile = (part: unknown) => Validate

const eagerCompiler: BuildCompilerFromPool = (schemas) =>
  build(schemas, {
    customOptions: {
      allErrors: true,
      coerceTypes: false,
      removeAdditional: false,
      useDefaults: true,
      verbose: true,
      strict: true,
      strictTypes: false,
      // Each keyword looks at its own value as it is compiled; compiling the schema of schemas takes longer than the rest.
      validateSchema: false,
      keywords: ['x-extensible-enum', 'style', 'explode'],
      formats: Object.fromEntries(Object.entries(FORMS).map(([name, { isValid }]) => [name, isValid])),
    },
    plugins: [[addFormats, ['uuid', 'email', 'uri', 'uri-reference']] as never],
  })
