import type { Generated } from 'kysely'
import type { DocumentKind, OwnerType } from '../documents/kinds.ts'
import type { Computed, Json } from './schema.ts'

export interface DocumentTable {
  id: string
  owner_type: OwnerType
  owner_id: string
  kind: DocumentKind
  title_ar: string | null
  title_fr: string | null
  title_en: string | null
  title_zgh: string | null
  title_folded: Computed<string>
  language: string | null
  published: boolean
  legal_basis: string | null
  file_name: string | null
  media_type: string
  size: number
  sha256: string
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

/** Whose a record is; a view, which could always hold nulls for all that PostgreSQL says of it. */
export interface RecordCollectivityView {
  type: string | null
  id: string | null
  collectivity_id: string | null
  is_kept: boolean | null
}

export interface StoredFileTable {
  key: string
  noted_at: string
}
