import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import polylabel from 'polylabel'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import type { Outline } from '../register/commands.ts'
import { readMap, sha256 } from './files.ts'

/** The source's own grid is coarser than this: about 11 m. */
const DECIMALS = 4

const round = (degrees: number) => Number(degrees.toFixed(DECIMALS))

/** The outlines of a map by ISO 3166-2 code. Geometry and ids only: the names in the file have faults. */
export function readOutlines(name: 'regions' | 'provinces'): Map<string, Outline> {
  const topology = JSON.parse(readMap(name)) as Topology
  const collection = feature(topology, topology.objects[name]!) as FeatureCollection<Polygon | MultiPolygon>
  return new Map(collection.features.map(({ id, geometry }) => [String(id), outlineOf(geometry)]))
}

function outlineOf(source: Polygon | MultiPolygon): Outline {
  const polygons = (source.type === 'Polygon' ? [source.coordinates] : source.coordinates).map((polygon) =>
    polygon
      .map(rounded)
      .filter((ring) => ring.length > 3)
      .map(wound),
  )
  const geometry: Polygon | MultiPolygon =
    polygons.length === 1
      ? { type: 'Polygon', coordinates: polygons[0]! }
      : { type: 'MultiPolygon', coordinates: polygons }
  const largest = polygons.reduce((a, b) => (extent(b) > extent(a) ? b : a))
  const [longitude, latitude] = polylabel(largest as [number, number][][], 0.01)
  const corners = polygons.flatMap((polygon) => polygon[0]!)
  const edge = (pick: (...values: number[]) => number, axis: 0 | 1) =>
    corners.reduce((best, corner) => pick(best, corner[axis]!), corners[0]![axis]!)
  return {
    geometry,
    longitude: round(longitude),
    latitude: round(latitude),
    bounds: `(${edge(Math.min, 0)},${edge(Math.min, 1)}),(${edge(Math.max, 0)},${edge(Math.max, 1)})`,
    rings: polygons.flat().map((ring) => `(${ring.map(([x, y]) => `(${x},${y})`).join(',')})`),
    sha256: sha256(JSON.stringify(geometry)),
  }
}

/** On our grid, without points that repeat the one before and without spikes: there and straight back. */
function rounded(ring: Position[]): Position[] {
  const kept: Position[] = []
  for (const [x, y] of ring) {
    const point = [round(x!), round(y!)]
    if (isSame(kept.at(-1), point)) continue
    if (isSame(kept.at(-2), point)) kept.pop()
    else kept.push(point)
  }
  return kept
}

const isSame = (a: Position | undefined, b: Position) => a !== undefined && a[0] === b[0] && a[1] === b[1]

/** Exterior rings run counter-clockwise, holes clockwise (RFC 7946 §3.1.6). */
function wound(ring: Position[], index: number): Position[] {
  const doubled = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    return sum + x! * nextY! - nextX! * y!
  }, 0)
  return doubled > 0 === (index === 0) ? ring : ring.toReversed()
}

/** Area of the box around a polygon's outer ring, square degrees: enough to tell the mainland from an islet. */
function extent(polygon: Position[][]): number {
  const xs = polygon[0]!.map(([x]) => x!)
  const ys = polygon[0]!.map(([, y]) => y!)
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
}
