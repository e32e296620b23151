/** A GeoJSON geometry of an outline. */
export interface Outline {
  readonly type: string
  readonly coordinates: unknown
}
type Point = readonly [number, number]

/** The corner of the map in the north-west, degrees, and how far it reaches. */
const WEST = -17.2
const NORTH = 36
const DEGREES = 15.4
/** Of the map, in its own units: two and a half kilometres each, finer than a screen shows. */
export const SIZE = 600
const SCALE = SIZE / DEGREES
/** A degree of longitude is this much shorter than one of latitude in the middle of the country. */
const NARROWING = Math.cos((29 * Math.PI) / 180)

const project = ([longitude, latitude]: Point): Point => [
  Math.round((longitude - WEST) * NARROWING * SCALE),
  Math.round((NORTH - latitude) * SCALE),
]

/**
 * The `d` of an SVG path. Points fall on a grid, the same for all outlines, so that neighbours keep one border however
 * much is left out; points that lie between others on a line are.
 */
export function pathOf({ type, coordinates }: Outline): string {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Point[][][]
  return polygons.flat().map(ringOf).join('')
}

function ringOf(ring: readonly Point[]): string {
  const points: Point[] = []
  for (const point of ring.map(project)) {
    if (isSame(point, points.at(-1))) continue
    if (points.length > 1 && isStraight(points.at(-2)!, points.at(-1)!, point)) points.pop()
    points.push(point)
  }
  if (points.length < 4) return ''
  const steps = points
    .slice(1, -1)
    .map(([x, y], index) => `${x - points[index]![0]},${y - points[index]![1]}`)
    .join(' ')
  return `M${points[0]}l${steps}z`.replaceAll(/[ ,]-/g, '-')
}

const isSame = (one: Point, other: Point | undefined) => one[0] === other?.[0] && one[1] === other[1]

const isStraight = (a: Point, b: Point, c: Point) =>
  (b[0] - a[0]) * (c[1] - a[1]) === (c[0] - a[0]) * (b[1] - a[1])
