/** Places as they come in a parameter: degrees of longitude and latitude (WGS 84), longitude first. */

const NUMBER = /^-?\d{1,3}(\.\d{1,12})?$/

function numbers(text: string): number[] | undefined {
  const parts = text.split(',')
  return parts.every((part) => NUMBER.test(part)) ? parts.map(Number) : undefined
}

const isPoint = (longitude: number, latitude: number) =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90

export interface Point {
  longitude: number
  latitude: number
}

/** `longitude,latitude`. */
export function readPoint(text: string): Point | undefined {
  const [longitude, latitude, ...more] = numbers(text) ?? []
  if (longitude === undefined || latitude === undefined || more.length > 0) return undefined
  return isPoint(longitude, latitude) ? { longitude, latitude } : undefined
}

const DEFAULT_KILOMETRES = 50
const MOST_KILOMETRES = 999

/** `longitude,latitude` or `longitude,latitude,kilometres`; 50 km when not said, 999 at the most. */
export function readCircle(text: string): (Point & { kilometres: number }) | undefined {
  const [longitude, latitude, kilometres = DEFAULT_KILOMETRES, ...more] = numbers(text) ?? []
  if (longitude === undefined || latitude === undefined || more.length > 0) return undefined
  if (!isPoint(longitude, latitude) || kilometres <= 0 || kilometres > MOST_KILOMETRES) return undefined
  return { longitude, latitude, kilometres }
}

export type Box = readonly [west: number, south: number, east: number, north: number]

/** `west,south,east,north`; none that crosses the antimeridian. */
export function readBox(text: string): Box | undefined {
  const [west, south, east, north, ...more] = numbers(text) ?? []
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined
  const valid =
    isPoint(west, south) && isPoint(east, north) && west <= east && south <= north && more.length === 0
  return valid ? [west, south, east, north] : undefined
}
