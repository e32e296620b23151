import type { RecordType } from '../domain/record-types.ts'
import type { Field } from './dictionary/fields.ts'

interface PackagedFile {
  readonly type: RecordType
  readonly format: 'csv' | 'ndjson'
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** What the fields of a kind of record mean. */
export interface Described {
  readonly title: string
  readonly description: string
  readonly fields: readonly Field[]
}

/** A snapshot as a Data Package (datapackage.org), whose paths stand beside it. */
export function dataPackage(
  position: string,
  at: string,
  files: readonly PackagedFile[],
  describe: (type: RecordType) => Described,
): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'infitah',
    title: 'Open data of Morocco’s network of open territorial collectivities',
    description: `All that is public at position ${position}. Records in NDJSON are as in the feed of changes (type, id, revision, data); CSV holds the fields of data.`,
    version: position,
    created: at,
    resources: files.map(({ type, format, rows, bytes, sha256 }) => {
      const { title, description, fields } = describe(type)
      return {
        name: `${type}-${format}`.replaceAll('_', '-'),
        path: `${type}.${format}`,
        title,
        description,
        format,
        mediatype: format === 'csv' ? 'text/csv' : 'application/x-ndjson',
        encoding: 'utf-8',
        rows,
        bytes,
        hash: `sha256:${sha256}`,
        ...(format === 'csv' ? { schema: { fields, primaryKey: ['id'], missingValues: [''] } } : {}),
      }
    }),
  }
}
