import type { ColumnType, Generated } from 'kysely'
import type { Role, Scope } from '../domain/actor.ts'
import type { RuleName, Unit } from '../domain/law.ts'
import type { Precision } from '../domain/partial-date.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import type { ConsultationTable, ContributionTable } from './consultation-tables.ts'
import type { DocumentTable, RecordCollectivityView, StoredFileTable } from './document-tables.ts'
import type {
  FocalPointTable,
  MemberIdentifierTable,
  MemberTable,
  MemberTransitionTable,
} from './member-tables.ts'
import type {
  ActionPlanCollectivityTable,
  ActionPlanStayView,
  ActionPlanTable,
  ActionPlanTransitionTable,
  AxisTable,
  CommitmentIdentityTable,
  CommitmentStandingTable,
  CommitmentStandingView,
  CommitmentTable,
  DraftTable,
} from './plan-tables.ts'
import type { AssessmentTable, ProgressReportTable } from './progress-tables.ts'
import type { SearchEntryTable, SearchSourceView, SearchTextTable } from './search-tables.ts'
import type {
  ApprovalSessionTable,
  ApprovalSittingTable,
  ApprovalVoterTable,
  ApprovalVoteTable,
} from './session-tables.ts'
import type { ExportVintageTable, SnapshotTable } from './snapshot-tables.ts'
import type { WebhookDeliveryTable, WebhookEndpointTable } from './webhook-tables.ts'
import type {
  WorkshopAttendanceTable,
  WorkshopCollectivityTable,
  WorkshopParticipantTable,
  WorkshopTable,
} from './workshop-tables.ts'

/** The database as the migrations leave it, here and in the *-tables.ts beside this; test/db/drift.test.ts compares the two. */
export interface Database {
  action_plan: ActionPlanTable
  action_plan_collectivity: ActionPlanCollectivityTable
  action_plan_transition: ActionPlanTransitionTable
  action_plan_stay: ActionPlanStayView
  api_key: ApiKeyTable
  approval_session: ApprovalSessionTable
  approval_sitting: ApprovalSittingTable
  approval_vote: ApprovalVoteTable
  approval_voter: ApprovalVoterTable
  assessment: AssessmentTable
  axis: AxisTable
  collectivity: CollectivityTable
  collectivity_identifier: CollectivityIdentifierTable
  collectivity_outline: CollectivityOutlineTable
  collectivity_ring: CollectivityRingTable
  collectivity_search: CollectivitySearchTable
  commitment: CommitmentTable
  commitment_identity: CommitmentIdentityTable
  commitment_standing: CommitmentStandingTable
  commitment_standing_reckoned: CommitmentStandingView
  consultation: ConsultationTable
  contribution: ContributionTable
  declared_total: DeclaredTotalTable
  document: DocumentTable
  draft: DraftTable
  export_vintage: ExportVintageTable
  focal_point: FocalPointTable
  holiday: HolidayTable
  idempotent_answer: IdempotentAnswerTable
  import_result: ImportResultTable
  import_row: ImportRowTable
  import_upload: ImportUploadTable
  installation: InstallationTable
  journal_entry: JournalEntryTable
  journal_scope: JournalScopeTable
  journal_transaction: JournalTransactionTable
  legal_rule: LegalRuleTable
  loaded_dataset: LoadedDatasetTable
  member: MemberTable
  member_identifier: MemberIdentifierTable
  member_import: MemberImportTable
  member_transition: MemberTransitionTable
  network: NetworkTable
  person: PersonTable
  progress_report: ProgressReportTable
  record_collectivity: RecordCollectivityView
  snapshot: SnapshotTable
  stored_file: StoredFileTable
  type_position: TypePositionTable
  webhook_delivery: WebhookDeliveryTable
  webhook_endpoint: WebhookEndpointTable
  search_entry: SearchEntryTable
  search_source: SearchSourceView
  search_text: SearchTextTable
  workshop: WorkshopTable
  workshop_attendance: WorkshopAttendanceTable
  workshop_collectivity: WorkshopCollectivityTable
  workshop_participant: WorkshopParticipantTable
}

/** Computed by the database, never written by us. */
export type Computed<T> = ColumnType<T, never, never>
/** Any JSON; written as text, read parsed. */
export type Json = ColumnType<unknown, string, string>
export type JsonDefault = ColumnType<unknown, string | undefined, string>

export interface ApiKeyTable {
  id: string
  name: string
  digest: string
  ends_with: string
  roles: Role[]
  collectivities: string[]
  scopes: Scope[]
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
  revoked_for: string | null
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface CollectivityTable {
  id: string
  type: CollectivityType
  kind: 'province' | 'prefecture' | null
  hcp_code: string
  iso_code: string | null
  name_ar: string
  name_fr: string
  name_en: string | null
  name_zgh: string | null
  name_variants: JsonDefault
  name_ar_folded: Computed<string>
  name_fr_folded: Computed<string>
  region_id: string | null
  province_id: string | null
  seat_id: string | null
  has_arrondissements: boolean | null
  population: number | null
  population_on: string | null
  population_precision: Precision | null
  population_sort: Computed<number>
  vintage: string
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface CollectivityIdentifierTable {
  collectivity_id: string
  scheme: string
  value: string
  valid_from: string | null
  valid_from_precision: Precision | null
  valid_until: string | null
  valid_until_precision: Precision | null
}

export interface CollectivityOutlineTable {
  collectivity_id: string
  geometry: Json
  bounds: string
  longitude: number
  latitude: number
  sha256: string
}

export interface CollectivityRingTable {
  collectivity_id: string
  ordinal: number
  ring: string
}

export interface CollectivitySearchTable {
  collectivity_id: string
  type: CollectivityType
  hcp_code: string
  folded: string
  official: boolean
}

export interface DeclaredTotalTable {
  network_id: string
  as_of: string
  regions: number
  provincial_councils: number
  communes: number
  total: number
  contradictions: JsonDefault
  sources: Json
}

export interface HolidayTable {
  id: string
  day: string
  recurrence: 'once' | 'annual'
  until: string | null
  name_ar: string
  name_fr: string
  name_en: string | null
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface IdempotentAnswerTable {
  client: string
  key: string
  fingerprint: string
  status: number
  location: string | null
  etag: string | null
  body: string | null
  answered_at: string
  replays: Generated<number>
}

export interface ImportResultTable {
  import_id: string
  number: number
  outcome: 'created' | 'updated' | 'unchanged' | 'conflict' | 'invalid' | 'would_restore'
  member_id: string | null
  collectivity_id: string | null
  revision: number | null
  changes: Json | null
  errors: Json | null
  probable_duplicates: string[] | null
  revert: 'undone' | 'conflict' | null
}

export interface ImportRowTable {
  import_id: string
  number: number
  cells: string[]
  errors: Json | null
  notes: Json | null
  member_id: string | null
  collectivity_id: string | null
  code_scheme: string | null
  code: string | null
  other_code: string | null
  expected_revision: number | null
  given: string[]
  wave: number | null
  applied_on: string | null
  applied_precision: string | null
  joined_on: string | null
  joined_precision: string | null
  evidence_kind: string | null
  evidence_held_on: Json | null
  identifiers: string[] | null
  identifier_schemes: string[] | null
  consultative_bodies: Json | null
  follow_up_committee: Json | null
  sources: Json | null
}

export interface ImportUploadTable {
  id: string
  format: 'json' | 'ndjson' | 'csv'
  encoding: string
  delimiter: string | null
  columns: string[]
  row_count: number
  byte_count: number
  sha256: string
  staged_at: string
}

export interface MemberImportTable {
  id: string
  status: 'queued' | 'running' | 'finished' | 'failed' | 'reverted'
  mode: 'upsert' | 'create' | 'update'
  match_on: 'hcp_code' | 'id' | 'identifier'
  on_error: 'abort' | 'continue'
  dry_run: boolean
  reason: string | null
  actor: string
  request_id: string | null
  rows_done: Generated<number>
  created: Generated<number>
  updated: Generated<number>
  unchanged: Generated<number>
  conflict: Generated<number>
  invalid: Generated<number>
  would_restore: Generated<number>
  transaction_id: number | null
  created_at: string
  started_at: string | null
  finished_at: string | null
  reverted_at: string | null
  revert_transaction_id: number | null
}

export interface InstallationTable {
  singleton: Generated<boolean>
  epoch: string
}

export interface JournalEntryTable {
  transaction_id: number
  ordinal: number
  type: string
  id: string
  revision: number
  change: 'created' | 'updated' | 'deleted'
  fields_changed: string[]
  before: Json | null
  after: Json | null
  visibility: 'public' | 'private'
  territories_before: string[]
  territories_after: string[]
  reason: string | null
  replaced_by: string | null
}

export interface JournalScopeTable {
  territory: string
  type: string
  position: number
}

export interface JournalTransactionTable {
  id: Generated<number>
  position: number
  occurred_at: string
  actor: string
  origin: string
  request_id: string | null
}

export interface LegalRuleTable {
  id: string
  council_type: CollectivityType
  rule: RuleName
  value: number[]
  unit: Unit
  law: string
  article: string
  effective_from: string
  effective_until: string | null
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface LoadedDatasetTable {
  name: string
  sha256: string
}

export interface PersonTable {
  id: string
  name: string | null
  email: string | null
  legal_basis: string
  retention_until: string
  consent_version: string | null
  revision: Generated<number>
  created_at: string
  updated_at: string
  erased_at: string | null
  erasure_reason: string | null
}

export interface NetworkTable {
  id: string
  singleton: Generated<boolean>
  name: Json
  acronym: string
  founded_on: string
  principles: Json
  supervising_bodies: Json
  partner_bodies: Json
  support_programme: Json
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface TypePositionTable {
  type: string
  position: number
}
