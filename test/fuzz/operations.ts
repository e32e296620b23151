import { contract } from '../support/contract.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document of somebody else's form, walked as it is
export type Loose = any

/** What is asked about an operation when requests for it are made up. */
export interface Target {
  id: string
  method: string
  /** As the contract writes it, with `{id}`. */
  path: string
  /** The word after `/v1/`: what is tried together. */
  family: string
  query: { name: string; schema: Loose }[]
  body: { schema: Loose; example: Loose; types: string[] } | undefined
  isRestricted: boolean
}

/** Follows `$ref`, as deep as it goes. */
export function resolved(schema: Loose): Loose {
  let found = schema ?? {}
  while (found.$ref !== undefined) found = contract.components.schemas[found.$ref.split('/').pop()]
  return found
}

export const TARGETS: Target[] = Object.entries<Loose>(contract.paths).flatMap(([path, item]) =>
  Object.entries<Loose>(item).map(([method, operation]) => {
    const content = operation.requestBody?.content
    const [first]: Loose[] = Object.values(content ?? {})
    return {
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      family: path.split('/')[2]!,
      query: (operation.parameters ?? []).filter((parameter: Loose) => parameter.in === 'query'),
      body: first && { schema: resolved(first.schema), example: first.example, types: Object.keys(content) },
      isRestricted: operation.security !== undefined,
    }
  }),
)
