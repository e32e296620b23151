import { readReference } from '../domain/codes.ts'
import type { Asked } from './queries.ts'

/** The places that a list can be filtered by. */
export interface Territory {
  region?: readonly Asked[]
  province?: readonly Asked[]
  collectivity?: readonly Asked[]
}

/** Ids and codes of parameters, read; of a form that is known to be right. */
export function territoryOf(query: { [K in keyof Territory]?: readonly string[] }): Territory {
  const read = (parameter: keyof Territory) =>
    query[parameter]?.map((text) => ({ parameter, text, reference: readReference(text)! }))
  return Object.fromEntries(
    (['region', 'province', 'collectivity'] as const).flatMap((name) => {
      const asked = read(name)
      return asked === undefined ? [] : [[name, asked]]
    }),
  )
}
