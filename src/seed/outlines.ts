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
    polygon.map(rounded).filter((ring) => ring.length > 3),
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

function rounded(ring: Position[]): Position[] {
  return ring
    .map(([x, y]) => [round(x!), round(y!)])
    .filter(([x, y], index, all) => index === 0 || x !== all[index - 1]![0] || y !== all[index - 1]![1])
}

/** Area of the box around a polygon's outer ring, square degrees: enough to tell the mainland from an islet. */
function extent(polygon: Position[][]): number {
  const xs = polygon[0]!.map(([x]) => x!)
  const ys = polygon[0]!.map(([, y]) => y!)
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
}
