import type { RawBuilder } from 'kysely'
import type { Dimension } from './definition.ts'

/** How a measure is counted in the database: rows, what they are split by, and what is made of each cell of them. */
export interface Facts {
  /** What follows `from asked` (`asked.day`): a row for each record, or part of one, that the measure looks at. */
  readonly from: RawBuilder<unknown>
  readonly where: readonly RawBuilder<unknown>[]
  /** Of a row. Never a value of a request, since they are grouped by. */
  readonly dimensions: { readonly [D in Dimension]?: RawBuilder<unknown> }
  /** From FROM to the end of WHERE, with `c` for each collectivity of a row that has any number of them. */
  readonly collectivities?: RawBuilder<unknown>
  /** Of a row that is in several cells of a dimension: an array of them. */
  readonly several?: { readonly [D in Dimension]?: RawBuilder<unknown> }
  /** Of a flow: the day of a row, as precise as it is known. */
  readonly day?: { readonly first: RawBuilder<unknown>; readonly precision: RawBuilder<unknown> }
  /** Aggregates of a cell. `known` when there is no status; whole numbers. */
  readonly value: RawBuilder<unknown>
  readonly status?: RawBuilder<unknown>
  readonly denominator?: RawBuilder<unknown>
}
