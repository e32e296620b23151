import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'csv-parse/sync'

const require = createRequire(import.meta.url)

export type Row = Readonly<Record<string, string>>

function read(name: string): string {
  return readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')
}

export function readCsv(name: string): Row[] {
  return parse(read(name), { columns: true, skip_empty_lines: true, bom: true })
}

export function readJson<T>(name: string): T {
  return JSON.parse(read(name)) as T
}

/** A TopoJSON file of the npm package morocco-map. */
export function readMap(name: 'regions' | 'provinces'): string {
  return readFileSync(require.resolve(`morocco-map/data/${name}.json`), 'utf8')
}

/** Of all that a dataset is made from: while it is the same, there is nothing to load. */
export function sha256(...texts: string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('hex')
}

export function filesHash(names: readonly string[], ...more: string[]): string {
  return sha256(...names.map(read), ...more)
}

/** Empty cells are null. */
export const orNull = (cell: string | undefined): string | null =>
  cell === undefined || cell === '' ? null : cell

export interface SourceRecord {
  title: string | null
  publisher: string | null
  published_on: string | null
  url: string | null
  quoted: string | null
}

/** The sources by key, and a reader of space-separated keys. */
export function readSources(): (keys: string) => SourceRecord[] {
  const known = new Map(readCsv('sources.csv').map((row) => [row.key!, row]))
  return (keys) =>
    keys.split(' ').map((key) => {
      const row = known.get(key)
      if (row === undefined) throw new Error(`data/sources.csv has no source ${key}`)
      return {
        title: orNull(row.title),
        publisher: orNull(row.publisher),
        published_on: orNull(row.published_on),
        url: orNull(row.url),
        quoted: null,
      }
    })
}
