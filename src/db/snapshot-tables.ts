import type { Json, JsonDefault } from './schema.ts'

export interface SnapshotTable {
  id: string
  epoch: string
  position: number
  begun_at: string
  made_at: string | null
  files: JsonDefault
  data_package: Json | null
}

export interface ExportVintageTable {
  day: string
  snapshot_id: string
}
