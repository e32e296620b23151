import type { Generated } from 'kysely'
import type {
  Channel,
  ConsultationStatus,
  ContributionLanguage,
  ContributionStatus,
} from '../domain/consultation-types.ts'
import type { Precision } from '../domain/partial-date.ts'
import type { Computed, Json } from './schema.ts'

export interface ConsultationTable {
  id: string
  plan_id: string
  round: number
  status: Generated<ConsultationStatus>
  draft_number: number | null
  title: Json | null
  description: Json | null
  folded: Computed<string>
  channels: Channel[]
  opens_at: string | null
  opens_on: string | null
  opens_precision: Precision | null
  closes_at: string | null
  closes_on: string | null
  closes_precision: Precision | null
  begins_at: Computed<string>
  opened_at: string | null
  cancellation_reason: string | null
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface ContributionTable {
  id: string
  consultation_id: string
  status: Generated<ContributionStatus>
  channel: Channel
  language: ContributionLanguage
  problem: string
  proposed_solution: string | null
  expected_impact: string | null
  folded: Computed<string>
  axis_key: string | null
  person_id: string | null
  name_published: Generated<boolean>
  received_at: string
  withheld_reason: string | null
  answer: string | null
  answered_at: string | null
  commitment_id: string | null
  merged_into: string | null
  revision: Generated<number>
  created_at: string
  updated_at: string
}
