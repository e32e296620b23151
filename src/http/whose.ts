import { Type } from 'typebox'
import { readReference } from '../domain/codes.ts'
import { COLLECTIVITY_TYPES, type CollectivityType } from '../domain/register-types.ts'
import type { Asked } from '../register/queries.ts'
import { commaList, words } from './schema.ts'

/** The collectivities that a record is to be of. */
export interface Whose {
  type?: readonly CollectivityType[]
  region?: readonly Asked[]
  province?: readonly Asked[]
  collectivity?: readonly Asked[]
}

const codes = (of: string) =>
  commaList(Type.String({ format: 'collectivity', maxLength: 40 }), `${of}: ids or codes, any of them`)

/** Parameters that say of which collectivities a record is to be. */
export const whoseParameters = {
  type: commaList(words(COLLECTIVITY_TYPES, 'Kind of collectivity'), 'Any of these'),
  region: codes('Region, and all within'),
  province: codes('Province or prefecture, and its communes'),
  collectivity: codes('The collectivity itself'),
}

const asked = (parameter: string, texts: readonly string[] | undefined): Record<string, readonly Asked[]> =>
  texts === undefined
    ? {}
    : { [parameter]: texts.map((text) => ({ parameter, text, reference: readReference(text)! })) }

export const whoseOf = (query: { [K in keyof typeof whoseParameters]?: string[] }): Whose => ({
  ...asked('region', query.region),
  ...asked('province', query.province),
  ...asked('collectivity', query.collectivity),
  ...(query.type && { type: query.type as CollectivityType[] }),
})
