import { type Static, Type } from 'typebox'
import { RECORD_TYPES } from '../domain/record-types.ts'
import { Day, extensible, Instant, nullable, open, ref } from '../http/schema.ts'

const sha256 = Type.String({ description: 'SHA-256 of the file, hexadecimal; also its entity tag' })
const bytes = Type.Integer({ minimum: 0, description: 'Bytes of the file' })

export const SnapshotFile = open(
  {
    type: extensible(RECORD_TYPES, 'Kind of record; the same as in the feed'),
    format: extensible(['ndjson', 'csv'], 'Form of the file'),
    rows: Type.Integer({ minimum: 0, description: 'Records in the file' }),
    bytes,
    sha256,
    url: Type.String({ description: 'Where the file is; parts of it by `Range`' }),
    dictionary: Type.String({ description: 'Where its fields are described' }),
  },
  { $id: 'SnapshotFile', description: 'All public records of one kind' },
)

export const Snapshot = open(
  {
    position: Type.String({ description: 'Of the newest change that the files hold' }),
    made_at: Instant,
    follow: nullable(
      Type.String({
        description:
          'Where what comes after it is told; null when the installation has been restored from a backup since',
      }),
    ),
    data_package: open(
      { url: Type.String(), bytes, sha256 },
      { description: 'All files and their fields, described as a Data Package (datapackage.org)' },
    ),
    files: Type.Array(ref(SnapshotFile), { description: 'One of each kind of record in each form' }),
  },
  {
    $id: 'Snapshot',
    description: 'Files of all that is public, as of one position of the feed',
  },
)
export type Snapshot = Static<typeof Snapshot>

export const ExportVintage = open(
  { day: Day, ...Snapshot.properties },
  { $id: 'ExportVintage', description: 'The snapshot that is kept as that of a day' },
)
export type ExportVintage = Static<typeof ExportVintage>

export const snapshotSchemas = [SnapshotFile, Snapshot, ExportVintage] as const
