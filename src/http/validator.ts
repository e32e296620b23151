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
}

const STANDARD_FORMS: Readonly<Record<string, string>> = {
  email: 'name@host',
  uri: 'https://…',
  uuid: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
}

/** How the form of a format is told to a client. */
export const expectedForm = (format: string): string =>
  FORMS[format]?.expected ?? STANDARD_FORMS[format] ?? format

const build: BuildCompilerFromPool = AjvCompiler()

/**
 * Exact validation, every fault at once: nothing is coerced and nothing dropped. Text becomes a number only in
 * parameters.ts, and only as the schema declares it.
 */
export const buildValidator: BuildCompilerFromPool = (schemas) =>
  build(schemas, {
    customOptions: {
      allErrors: true,
      coerceTypes: false,
      removeAdditional: false,
      useDefaults: true,
      verbose: true,
      strict: true,
      strictTypes: false,
      keywords: ['x-extensible-enum', 'style', 'explode'],
      formats: Object.fromEntries(Object.entries(FORMS).map(([name, { isValid }]) => [name, isValid])),
    },
    plugins: [[addFormats, ['uuid', 'email', 'uri', 'uri-reference']] as never],
  })
