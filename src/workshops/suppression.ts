import { CATEGORIES, type Category, GENDERS, type Gender } from './words.ts'

/** How many were invited, had registered, and came. */
export const MEASURES = ['invited', 'registered', 'present'] as const
type Measure = (typeof MEASURES)[number]

/** One cell of an attendance as it is known; null is unknown, which is not zero. */
export type ExactCell = { readonly category: Category; readonly gender: Gender } & {
  readonly [M in Measure]?: number | null | undefined
}

/** A number as everybody may see it. `at_least`: of a sum, some of whose parts are unknown or suppressed. */
export interface PublicNumber {
  readonly value: number | null
  readonly status: 'known' | 'unknown' | 'suppressed' | 'at_least'
}
type PublicMeasures = { readonly [M in Measure]: PublicNumber }
export type PublicCell = { readonly category: Category; readonly gender: Gender } & PublicMeasures

export interface PublicAttendance {
  readonly cells: readonly PublicCell[]
  readonly by_category: readonly ({ readonly category: Category } & PublicMeasures)[]
  readonly by_gender: readonly ({ readonly gender: Gender } & PublicMeasures)[]
  readonly total: PublicMeasures
}

/** A cell of so many could tell who they are; of none it tells nothing about anybody. */
const SMALL = { from: 1, to: 4 }

function publicNumber(exact: number | null | undefined): PublicNumber {
  if (exact === null || exact === undefined) return { value: null, status: 'unknown' }
  if (exact >= SMALL.from && exact <= SMALL.to) return { value: null, status: 'suppressed' }
  return { value: exact, status: 'known' }
}

/** A sum of public numbers, and of nothing else. */
function sum(parts: readonly PublicNumber[]): PublicNumber {
  const known = parts.filter(({ value }) => value !== null)
  if (known.length > 0) {
    const value = known.reduce((total, part) => total + part.value!, 0)
    return { value, status: known.length === parts.length ? 'known' : 'at_least' }
  }
  return {
    value: null,
    status: parts.some(({ status }) => status === 'suppressed') ? 'suppressed' : 'unknown',
  }
}

const each = (number: (measure: Measure) => PublicNumber): PublicMeasures => ({
  invited: number('invited'),
  registered: number('registered'),
  present: number('present'),
})

/**
 * What everybody may see of an attendance (law 09-08): small cells are suppressed, and margins are sums of the public
 * cells alone. So nothing that is published depends on what a suppressed cell holds: it cannot be had from a margin,
 * nor from two answers at two times, nor from one measure for another; and no cell has to be suppressed for the sake
 * of its neighbour. The price is margins that say `at_least`.
 */
export function publicAttendance(exact: readonly ExactCell[]): PublicAttendance {
  const order = ({ category, gender }: ExactCell) =>
    CATEGORIES.indexOf(category) * GENDERS.length + GENDERS.indexOf(gender)
  const cells = exact
    .toSorted((a, b) => order(a) - order(b))
    .map(({ category, gender, ...counts }) => ({
      category,
      gender,
      ...each((measure) => publicNumber(counts[measure])),
    }))
  const margin = (kept: readonly PublicCell[]) => each((measure) => sum(kept.map((cell) => cell[measure])))
  return {
    cells,
    by_category: CATEGORIES.flatMap((category) => {
      const kept = cells.filter((cell) => cell.category === category)
      return kept.length === 0 ? [] : [{ category, ...margin(kept) }]
    }),
    by_gender: GENDERS.flatMap((gender) => {
      const kept = cells.filter((cell) => cell.gender === gender)
      return kept.length === 0 ? [] : [{ gender, ...margin(kept) }]
    }),
    total: margin(cells),
  }
}

/** The sum of what is known; for those who may see every cell. Null when nothing is. */
export function exactTotal(exact: readonly ExactCell[], measure: Measure): number | null {
  const known = exact.flatMap((cell) => cell[measure] ?? [])
  return known.length === 0 ? null : known.reduce((total, count) => total + count, 0)
}
