import { Type } from 'typebox'
import { commaList } from '../../http/schema.ts'

const codes = (of: string) =>
  commaList(Type.String({ format: 'collectivity', maxLength: 40 }), `${of}: ids or codes, any of them`)

/** Query parameters of a list of what collectivities do. */
export const territoryParameters = {
  region: codes('Region, and all within'),
  province: codes('Province or prefecture, and its communes'),
  collectivity: codes('The collectivity itself'),
}
