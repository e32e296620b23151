import type { TSchema } from 'typebox'
import type { Shape } from '../../db/shape.ts'

/** A column of a table, in the words of Table Schema (datapackage.org). */
export interface Field {
  readonly name: string
  readonly type:
    | 'string'
    | 'integer'
    | 'number'
    | 'boolean'
    | 'date'
    | 'datetime'
    | 'array'
    | 'object'
    | 'any'
  readonly format?: 'uuid' | 'uri'
  readonly description: string
  /** Of what the number counts. */
  readonly unit?: string
  /** The words that there are now; more may come. */
  readonly values?: readonly string[]
  readonly constraints: { readonly required: boolean }
}

type Loose = TSchema & {
  type?: string
  format?: string
  description?: string
  enum?: readonly string[]
  'x-extensible-enum'?: readonly string[]
  $ref?: string
  anyOf?: readonly Loose[]
  properties?: Record<string, Loose>
}
export type Schemas = ReadonlyMap<string, TSchema>

/** What no schema of a resource says: fields that only the journal has, where a resource shows the record itself. */
const NOTES: Readonly<Record<string, string>> = {
  id: 'Id of the record',
  revision: 'Grows by one with each change of the record',
  ar: 'In Arabic',
  fr: 'In French',
  en: 'In English',
  zgh: 'In Amazigh (Tifinagh)',
  value: 'The value; a date as precise as its source',
  precision: 'How much of the date the source gives',
  collectivity_id: 'Id of the collectivity',
  region_id: 'Id of the region that it lies in',
  province_id: 'Id of the provincial council that it lies in',
  seat_id: 'Id of the collectivity in which the seat of a region is',
  plan_id: 'Id of the action plan',
  consultation_id: 'Id of the consultation',
  commitment_id: 'Id of the commitment',
  sources: 'Where the facts come from',
}

const UNITS: Readonly<Record<string, string>> = {
  'population.value': 'inhabitants',
  'location.longitude': 'degree',
  'location.latitude': 'degree',
  'place.point.longitude': 'degree',
  'place.point.latitude': 'degree',
  'place.capacity': 'seats',
  size: 'byte',
  percentage: 'percent',
  members_in_office: 'members',
}

/**
 * Describes the columns of a kind of record: which there are its facts say, what they mean the schema of its resource.
 *
 * @param shared schemas that others point at, by `$id`
 */
export function fieldsOf(facts: Shape, schema: TSchema, shared: Schemas): Field[] {
  const inside = leaves(facts, schema as Loose, shared, '').filter(({ name }) => name !== 'id')
  const own = (name: string, rest: Pick<Field, 'type' | 'format'>): Field => ({
    name,
    ...rest,
    description: NOTES[name]!,
    constraints: { required: true },
  })
  return [own('id', { type: 'string', format: 'uuid' }), own('revision', { type: 'integer' }), ...inside]
}

function leaves(
  facts: Shape,
  schema: Loose | undefined,
  shared: Schemas,
  prefix: string,
  isNull = false,
): Field[] {
  const properties = schema && resolved(schema, shared).properties
  return Object.entries(facts).flatMap(([name, entry]) => {
    const declared = properties?.[name]
    const mayBeNull = isNull || declared === undefined || isNullable(declared)
    if ('fields' in entry) return leaves(entry.fields, declared, shared, `${prefix}${name}.`, mayBeNull)
    const path = prefix + name
    const told = declared && resolved(declared, shared)
    const values = told?.enum ?? told?.['x-extensible-enum']
    const isUuid = told?.format === 'uuid' || (told === undefined && path.endsWith('id'))
    const above = schema && descriptionOf(schema, shared)
    const description = (declared && descriptionOf(declared, shared)) ?? NOTES[name] ?? above
    return [
      {
        name: path,
        type: typeOf(told, entry.cell),
        ...(isUuid ? { format: 'uuid' as const } : {}),
        description: description ?? `${name.replaceAll('_', ' ')}`,
        ...(UNITS[path] === undefined ? {} : { unit: UNITS[path] }),
        ...(values === undefined ? {} : { values }),
        constraints: { required: !mayBeNull },
      },
    ]
  })
}

/** The schema itself: behind a reference, and without the null that it may also be. */
function resolved(schema: Loose, shared: Schemas): Loose {
  if (schema.$ref !== undefined) return resolved((shared.get(schema.$ref) ?? {}) as Loose, shared)
  const option = schema.anyOf?.find((one) => one.type !== 'null')
  return option === undefined ? schema : resolved(option, shared)
}

/** The nearest description: of the property, else of what it points at. */
function descriptionOf(schema: Loose, shared: Schemas): string | undefined {
  const option = schema.anyOf?.find((one) => one.type !== 'null')
  return (
    schema.description ??
    (option && descriptionOf(option, shared)) ??
    (schema.$ref === undefined ? undefined : (shared.get(schema.$ref) as Loose | undefined)?.description)
  )
}

const isNullable = (schema: Loose) => schema.anyOf?.some((one) => one.type === 'null') ?? false

const FORMATS: Readonly<Record<string, Field['type']>> = { date: 'date', 'date-time': 'datetime' }

function typeOf(told: Loose | undefined, cell: 'plain' | 'flag' | 'json'): Field['type'] {
  if (cell === 'flag') return 'boolean'
  const type = told?.type
  if (cell === 'json') return type === 'array' || type === 'object' ? type : 'any'
  if (type === 'string') return FORMATS[told?.format ?? ''] ?? 'string'
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string'
}
