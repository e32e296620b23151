/** Which way a schema goes: what a client sends must stay right, what it gets must stay what it knows. */
export type Way = 'sent' | 'answered'

export interface Schema {
  readonly [keyword: string]: unknown
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly 'x-extensible-enum'?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
}

const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']
const SAYING = ['description', 'title', 'example', 'examples', 'default', 'deprecated', '$id', '$comment']
const COMPARED = [
  ...['$ref', 'type', 'enum', 'x-extensible-enum', 'anyOf', 'items', 'required', 'properties'],
  ...['additionalProperties', 'pattern', 'format', 'uniqueItems', 'multipleOf', ...LEAST, ...MOST],
]

/** A contract that says something in a way that is not compared is refused, and not taken for the same. */
export function requireKnown(schema: Schema, where: string): void {
  for (const keyword of Object.keys(schema))
    if (!COMPARED.includes(keyword) && !SAYING.includes(keyword))
      throw new Error(`${where}: the check does not know the keyword ${keyword}`)
}

const typesOf = ({ type }: Schema): readonly string[] | undefined =>
  typeof type === 'string' ? [type] : type

export function typeFaults(inner: Schema, outer: Schema, where: string): string[] {
  const [is, may] = [typesOf(inner), typesOf(outer)]
  if (may === undefined) return []
  const others = (is ?? ['any type']).filter(
    (one) => !may.includes(one) && !(one === 'integer' && may.includes('number')),
  )
  return others.length === 0 ? [] : [`${where}: ${others.join(', ')} beside ${may.join(', ')}`]
}

export function wordFaults(inner: Schema, outer: Schema, where: string, way: Way): string[] {
  const [known, grows] = [outer.enum, outer['x-extensible-enum']]
  // Who reads words of a set that grows was told to expect others; who sends one of them was told that it is right.
  const allowed = known ?? (way === 'sent' ? grows : undefined)
  if (allowed === undefined) return []
  const words = inner.enum ?? (way === 'sent' ? inner['x-extensible-enum'] : undefined)
  if (words === undefined) return [`${where}: ${way === 'sent' ? 'takes' : 'was'} only ${allowed.join(', ')}`]
  const others = words.filter((word) => !allowed.includes(word as string))
  if (others.length === 0) return []
  return [`${where}: ${way === 'sent' ? 'does not take' : 'may be'} ${others.join(', ')}`]
}

/** Bounds and patterns hold for what is sent only: a longer text in an answer breaks nobody. */
export function limitFaults(inner: Schema, outer: Schema, where: string, way: Way): string[] {
  const differs = (keyword: string) => outer[keyword] !== undefined && inner[keyword] !== outer[keyword]
  const tighter = (keyword: string, isWithin: (is: number, limit: number) => boolean) => {
    const [is, limit] = [inner[keyword], outer[keyword]] as (number | undefined)[]
    return limit !== undefined && (is === undefined || !isWithin(is, limit))
  }
  const found = differs('format') ? ['format'] : []
  if (way === 'sent') {
    if (outer.uniqueItems === true && inner.uniqueItems !== true) found.push('uniqueItems')
    found.push(...['pattern', 'multipleOf'].filter(differs))
    found.push(...LEAST.filter((keyword) => tighter(keyword, (is, limit) => is >= limit)))
    found.push(...MOST.filter((keyword) => tighter(keyword, (is, limit) => is <= limit)))
  }
  const [before, after] = way === 'sent' ? [inner, outer] : [outer, inner]
  return found.map(
    (keyword) => `${where}: ${keyword} is ${after[keyword] ?? 'none'} and was ${before[keyword] ?? 'none'}`,
  )
}

export function requiredFaults(inner: Schema, outer: Schema, where: string, way: Way): string[] {
  const missing = (outer.required ?? []).filter((name) => !inner.required?.includes(name))
  if (way === 'sent') return missing.map((name) => `${where}.${name}: is required`)
  return missing.filter((name) => inner.properties?.[name]).map((name) => `${where}.${name}: may be left out`)
}
