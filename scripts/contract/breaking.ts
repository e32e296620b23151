import type { Schema, Way } from './keywords.ts'
import { type Components, schemaFaults } from './schemas.ts'

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

interface Parameter {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly schema: Schema
  readonly style?: string
  readonly explode?: boolean
}

/** Schemes with their scopes, all of which a caller needs. */
type Requirement = Readonly<Record<string, readonly string[]>>

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, Answer>>
  /** Any of these; an empty one is nobody in particular. */
  readonly security?: readonly Requirement[]
}

interface Answer {
  readonly headers?: Readonly<Record<string, { readonly schema?: Schema }>>
  readonly content?: Content
}

export interface Contract {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Components }
  readonly security?: readonly Requirement[]
}

/** What of the new contract breaks a client of the old one, in words; nothing when all that was right still is. */
export function breakingChanges(old: Contract, now: Contract): string[] {
  const faults: string[] = []
  for (const [path, operations] of Object.entries(old.paths))
    for (const [method, before] of Object.entries(operations)) {
      const after = now.paths[path]?.[method]
      if (after) faults.push(...operationFaults(before, after))
      else faults.push(`${before.operationId}: ${method.toUpperCase()} ${path} is gone`)
    }
  return [...new Set(faults)]

  function operationFaults(before: Operation, after: Operation): string[] {
    const id = before.operationId
    return [
      ...(after.operationId === id ? [] : [`${id}: its operationId is ${after.operationId}`]),
      ...parameterFaults(id, before.parameters ?? [], after.parameters ?? []),
      ...bodyFaults(`${id}: body`, before.requestBody, after.requestBody),
      ...Object.entries(before.responses).flatMap(([status, answer]) =>
        answerFaults(`${id}: answer ${status}`, answer, after.responses[status]),
      ),
      ...securityFaults(id, before.security ?? old.security ?? [], after.security ?? now.security ?? []),
    ]
  }

  function schemas(way: Way, before: Schema | undefined, after: Schema | undefined, where: string): string[] {
    return schemaFaults(
      way,
      { schema: before ?? {}, components: old.components.schemas },
      { schema: after ?? {}, components: now.components.schemas },
      where,
    )
  }

  function contentFaults(way: Way, where: string, before: Content, after: Content | undefined): string[] {
    return Object.entries(before).flatMap(([type, { schema }]) => {
      const found = after?.[type]
      return found ? schemas(way, schema, found.schema, `${where} ${type}`) : [`${where}: ${type} is gone`]
    })
  }

  function parameterFaults(id: string, before: readonly Parameter[], after: readonly Parameter[]): string[] {
    const same = (one: Parameter) => (other: Parameter) => one.in === other.in && one.name === other.name
    const called = (one: Parameter) => `${id}: ${one.in} parameter ${one.name}`
    const added = after.filter((one) => one.required && !before.some(same(one)))
    return [
      ...added.map((one) => `${called(one)}: is new and required`),
      ...before.flatMap((one) => {
        const found = after.find(same(one))
        if (!found) return [`${called(one)}: is gone`]
        return [
          ...(found.required && !one.required ? [`${called(one)}: is required`] : []),
          ...(found.style === one.style && found.explode === one.explode
            ? []
            : [`${called(one)}: is written another way`]),
          ...schemas('sent', one.schema, found.schema, called(one)),
        ]
      }),
    ]
  }

  function bodyFaults(
    where: string,
    before: Operation['requestBody'],
    after: Operation['requestBody'],
  ): string[] {
    if (!before) return after?.required ? [`${where}: is new and required`] : []
    if (!after) return [`${where}: is gone`]
    return [
      ...(after.required && !before.required ? [`${where}: is required`] : []),
      ...contentFaults('sent', where, before.content, after.content),
    ]
  }

  function answerFaults(where: string, before: Answer, after: Answer | undefined): string[] {
    if (!after) return [`${where}: is gone`]
    const headers = Object.keys(before.headers ?? {}).filter((name) => !after.headers?.[name])
    return [
      ...headers.map((name) => `${where}: header ${name} is gone`),
      ...contentFaults('answered', where, before.content ?? {}, after.content),
    ]
  }
}

/** Each way in that there was must suffice still: it has all that one of the new ones asks for. */
function securityFaults(id: string, before: readonly Requirement[], after: readonly Requirement[]): string[] {
  const suffices = (had: Requirement) =>
    after.length === 0 ||
    after.some((asked) =>
      Object.entries(asked).every(
        ([scheme, scopes]) => scopes.every((one) => had[scheme]?.includes(one)) && had[scheme] !== undefined,
      ),
    )
  const ways = before.length === 0 ? [{}] : before
  return ways
    .filter((had) => !suffices(had))
    .map((had) => `${id}: ${Object.keys(had).join(' and ') || 'nothing'} is not enough to be let in`)
}
