import {
  limitFaults,
  requiredFaults,
  requireKnown,
  type Schema,
  typeFaults,
  type Way,
  wordFaults,
} from './keywords.ts'

export type Components = Readonly<Record<string, Schema>>

/**
 * What is wrong with the new form of a schema for clients of the old one. One question both ways: whether each value
 * of `inner` is one of `outer`. What was right to send must be right still (the old within the new); what is answered
 * must be what was promised (the new within the old), but for words of sets that are told to grow, and new fields.
 */
export function schemaFaults(
  way: Way,
  old: { schema: Schema; components: Components },
  now: { schema: Schema; components: Components },
  where: string,
): string[] {
  const [from, to] = way === 'sent' ? [old, now] : [now, old]
  /** By the two components: what is found of them, none while they are looked at, since they may hold themselves. */
  const met = new Map<string, string[]>()
  return [...new Set(compare(from.schema, to.schema, where))]

  function compare(given: Schema, expected: Schema, where: string): string[] {
    const [innerName, outerName] = [given.$ref, expected.$ref]
    if (innerName === undefined && outerName === undefined) return within(given, expected, where)
    const inner = resolve(given, from.components)
    const outer = resolve(expected, to.components)
    if (innerName === undefined || outerName === undefined) return within(inner, outer, where)
    const pair = `${innerName} ${outerName}`
    if (!met.has(pair)) {
      met.set(pair, [])
      met.set(pair, within(inner, outer, innerName === outerName ? `${nameOf(innerName)} ${way}` : where))
    }
    return met.get(pair)!
  }

  function within(inner: Schema, outer: Schema, where: string): string[] {
    for (const schema of [inner, outer]) requireKnown(schema, where)
    if (inner.anyOf) return inner.anyOf.flatMap((one) => compare(one, outer, where))
    if (outer.anyOf) {
      const tried = outer.anyOf.map((one) => compare(inner, one, where))
      // Told of the one that is nearest.
      return tried.reduce((best, faults) => (faults.length < best.length ? faults : best))
    }
    const types = typeFaults(inner, outer, where)
    if (types.length > 0) return types
    return [
      ...wordFaults(inner, outer, where, way),
      ...limitFaults(inner, outer, where, way),
      ...(outer.items ? compare(inner.items ?? {}, outer.items, `${where}[]`) : []),
      ...requiredFaults(inner, outer, where, way),
      ...propertyFaults(inner, outer, where),
    ]
  }

  function propertyFaults(inner: Schema, outer: Schema, where: string): string[] {
    const [has, may] = [inner.properties ?? {}, outer.properties ?? {}]
    const faults: string[] = []
    for (const [name, schema] of Object.entries(has)) {
      const field = `${where}.${name}`
      if (may[name]) faults.push(...compare(schema, may[name], field))
      else if (way === 'sent') faults.push(`${field}: is gone`)
    }
    if (way === 'answered')
      for (const name of Object.keys(may)) if (!has[name]) faults.push(`${where}.${name}: is gone`)
    const [others, allowed] = [inner.additionalProperties ?? true, outer.additionalProperties ?? true]
    if (allowed === true || others === false) return faults
    if (allowed === false)
      return [...faults, `${where}: other fields ${way === 'sent' ? 'are refused' : 'come'}`]
    return [...faults, ...compare(others === true ? {} : others, allowed, `${where}.*`)]
  }
}

function resolve(schema: Schema, components: Components): Schema {
  if (schema.$ref === undefined) return schema
  const found = components[nameOf(schema.$ref)]
  if (!found) throw new Error(`${schema.$ref} is not in the document`)
  return resolve(found, components)
}

const nameOf = (reference: string) => reference.replace('#/components/schemas/', '')
