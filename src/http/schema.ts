import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'

/** Points at a schema registered under `$id`, keeping its static type. Emits `$ref`, never a copy. */
export function ref<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T>>(Type.Ref((schema as { $id?: string }).$id!))
}

/** What a client sends: unknown properties are refused. */
export function strict<T extends TProperties>(
  properties: T,
  options: { $id?: string; description?: string } = {},
): TObject<T> {
  return Type.Object(properties, { ...options, additionalProperties: false })
}

/** What we answer: open, so that a field added later breaks no validator. The tests hold answers to the strict form. */
export function open<T extends TProperties>(
  properties: T,
  options: { $id?: string; description?: string } = {},
): TObject<T> {
  return Type.Object(properties, options)
}

/** A closed set of words: `{ type: string, enum: [...] }` on the wire, a literal union in TypeScript. */
export function words<const T extends readonly string[]>(values: T, description: string) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values], description })
}

/** A closed set that may grow: clients must accept a word that they do not know. */
export function extensible<const T extends readonly string[]>(values: T, description: string) {
  return Type.Unsafe<T[number]>({ type: 'string', description, 'x-extensible-enum': [...values] })
}

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** A parameter that takes several values, separated by commas. */
export function commaList<T extends TSchema>(item: T, description: string) {
  return Type.Optional(Type.Array(item, { minItems: 1, maxItems: 100, uniqueItems: true, description }))
}

export const Id = Type.String({ format: 'uuid', description: 'UUID' })
export const Instant = Type.String({ format: 'date-time', description: 'RFC 3339 in UTC, with milliseconds' })
export const Day = Type.String({ format: 'date', description: 'Civil day in Africa/Casablanca, YYYY-MM-DD' })
export const Revision = Type.Integer({
  minimum: 1,
  description: 'Grows by one with each change of the record',
})

export const PartialDate = open(
  {
    value: Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }),
    precision: words(['day', 'month', 'year'], 'How much of the date the source gives'),
  },
  { $id: 'PartialDate', description: 'A date as precise as its source: `2024`, `2024-12` or `2024-12-31`' },
)

export const Names = open(
  {
    ar: nullable(Type.String()),
    fr: nullable(Type.String()),
    en: nullable(Type.String()),
    zgh: nullable(Type.String({ description: 'Amazigh, in Tifinagh' })),
  },
  { $id: 'Names', description: 'A name in each language; null where it is not known' },
)

export const Texts = open(
  {
    ar: nullable(Type.String()),
    fr: nullable(Type.String()),
    en: nullable(Type.String()),
    zgh: nullable(Type.String({ description: 'Amazigh, in Tifinagh' })),
  },
  { $id: 'Texts', description: 'A text in each language; null where there is none' },
)

export const Source = open(
  {
    title: nullable(Type.String()),
    publisher: nullable(Type.String()),
    published_on: nullable(Day),
    url: nullable(Type.String()),
    quoted: nullable(
      Type.String({ description: 'The form in which the source gives the fact, where it differs' }),
    ),
  },
  { $id: 'Source', description: 'Where a fact comes from' },
)

export const Sources = Type.Array(ref(Source))

/** A partial date as a client sends it; `precision` may be left out, since the form of `value` says it. */
export const NewPartialDate = strict(
  {
    value: Type.String({ format: 'partial-date', description: '`2024`, `2024-12` or `2024-12-31`' }),
    precision: Type.Optional(words(['day', 'month', 'year'], 'How much of the date the source gives')),
  },
  { description: 'A date as precise as its source' },
)
export type NewPartialDate = Static<typeof NewPartialDate>

const text = (maxLength: number) =>
  Type.Optional(nullable(Type.String({ minLength: 1, maxLength, format: 'text' })))

/** Where a fact comes from, as a client says it: one source at least, and something of each. */
export const NewSources = Type.Array(
  {
    ...strict({
      title: text(500),
      publisher: text(300),
      published_on: Type.Optional(nullable(Day)),
      url: Type.Optional(nullable(Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2_000 }))),
      quoted: text(1_000),
    }),
    minProperties: 1,
  },
  { minItems: 1, maxItems: 50 },
)
export type NewSources = Static<typeof NewSources>

/** A text as a client sends it: in any of the four languages. */
export const newTexts = (maxLength: number, description: string) =>
  strict(
    { ar: text(maxLength), fr: text(maxLength), en: text(maxLength), zgh: text(maxLength) },
    { description },
  )

/** Dotted names of all fields of an answer, groups included: what `fields` may name. */
export function fieldPaths(schema: TObject, shared: ReadonlyMap<string, TObject>, prefix = ''): string[] {
  return Object.entries(schema.properties).flatMap(([name, property]) => {
    const path = prefix + name
    const inner = objectIn(property, shared)
    return inner === undefined ? [path] : [path, ...fieldPaths(inner, shared, `${path}.`)]
  })
}

interface LooseSchema {
  type?: string
  $ref?: string
  anyOf?: TSchema[]
}

function objectIn(property: TSchema, shared: ReadonlyMap<string, TObject>): TObject | undefined {
  const { type, $ref, anyOf } = property as LooseSchema
  if ($ref !== undefined) return shared.get($ref)
  if (type === 'object') return property as TObject
  return anyOf?.map((option) => objectIn(option, shared)).find((option) => option !== undefined)
}

/** Schemas that more than one feature points at. */
export const sharedSchemas = [PartialDate, Names, Texts, Source] as const
export const sharedObjects: ReadonlyMap<string, TObject> = new Map(
  sharedSchemas.map((schema) => [(schema as { $id?: string }).$id!, schema as TObject]),
)
