import { registerHooks } from 'node:module'

/** What is said of answers to people and not to a compiler: without it the types are half as long. */
const LEFT_OUT = ['example', 'x-example-request']

/** `examples/client/contract.ts`: the contract as types, of which openapi-fetch makes typed calls. */
export async function clientTypes(document: string): Promise<string> {
  // It makes its text with the JavaScript API of TypeScript, which version 7 has not.
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier === 'typescript' ? 'typescript-5' : specifier, context),
  })
  const { default: openapiTypes, astToString } = await import('openapi-typescript')
  hooks.deregister()
  const contract = JSON.parse(document, (key, value) => {
    if (LEFT_OUT.includes(key)) return undefined
    // Of an answer: fetch gives them as a Headers, whose names have no types.
    return key === 'headers' && value.type === undefined ? undefined : value
  })
  const text = astToString(await openapiTypes(contract))
  const indented = text.replaceAll(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4))
  return `// Written by \`npm run openapi\` from openapi/openapi.json.\n\n${indented}`
}
