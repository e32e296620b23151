import type { Generated } from 'kysely'
import type { Precision } from '../domain/partial-date.ts'
import type { PlanStatus, PlanTransitionAction, Principle } from '../domain/plan-types.ts'
import type { Stage } from '../domain/progress-types.ts'
import type { Computed, Json, JsonDefault } from './schema.ts'

export interface ActionPlanTable {
  id: string
  title: Json | null
  title_folded: Computed<string>
  status: Generated<PlanStatus>
  starts_on: string | null
  starts_precision: Precision | null
  ends_on: string | null
  ends_precision: Precision | null
  begins_on: Computed<string>
  programme: Json | null
  follow_up_committee: Json | null
  phases: JsonDefault
  public_draft: number | null
  validated_draft: number | null
  adopted_draft: number | null
  previous_plan: string | null
  adopted_since: string | null
  implementing_since: string | null
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface ActionPlanCollectivityTable {
  plan_id: string
  collectivity_id: string
  ordinal: number
  may_edit: boolean
}

export interface ActionPlanStayView {
  plan_id: string | null
  status: PlanStatus | null
  since: string | null
  until: string | null
}

export interface ActionPlanTransitionTable {
  plan_id: string
  ordinal: number
  action: PlanTransitionAction
  from_status: PlanStatus
  to_status: PlanStatus
  effective_on: string
  effective_precision: Precision
  draft_number: number | null
  reason: string | null
  sources: Json
  documents: Generated<string[]>
}

export interface DraftTable {
  id: string
  plan_id: string
  number: number
  based_on: number | null
  frozen_at: string | null
  frozen_by: 'consultation' | 'validation' | 'vote' | null
  content_hash: string | null
  published_on: string | null
  published_precision: Precision | null
  published_by: 'publish_draft' | 'consultation' | 'vote' | null
  publication_sources: Json | null
  sources: JsonDefault
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface AxisTable {
  plan_id: string
  draft_number: number
  key: string
  ordinal: number
  title: Json
  rationale: Json | null
  principles: Principle[]
}

export interface CommitmentTable {
  id: string
  plan_id: string
  draft_number: number
  key: string
  axis_key: string
  ordinal: number
  title: Json
  problem: Json | null
  solution: Json | null
  expected_impact: Json | null
  lead_institution: Json | null
  supporting_institutions: JsonDefault
  principles: Principle[]
  budget_amount: string | null
  budget_currency: string | null
  financial_effect: boolean | null
  indicators: JsonDefault
  milestones: JsonDefault
  is_current: Generated<boolean>
  title_ar_folded: Computed<string>
  title_fr_folded: Computed<string>
  folded: Computed<string>
  first_due: Computed<string> | null
  lead_folded: Computed<string>
}

/** Ranges of days, as PostgreSQL writes them. */
export interface CommitmentStandingTable {
  commitment_id: string
  plan_id: string
  ordinal: number
  report_id: string | null
  stage: Stage | 'unreported'
  during: string
  next_due: string | null
  silence: string | null
  overdue: string | null
  at_risk: string | null
}

export interface CommitmentStandingView {
  commitment_id: string | null
  plan_id: string | null
  ordinal: number | null
  report_id: string | null
  stage: Stage | 'unreported' | null
  during: string | null
  next_due: string | null
  silence: string | null
  overdue: string | null
  at_risk: string | null
}

export interface CommitmentIdentityTable {
  id: string
  plan_id: string
  key: string
}
