import type { Generated } from 'kysely'
import type { Precision } from '../domain/partial-date.ts'
import type { OgpCompletion, Stage } from '../domain/progress-types.ts'
import type { Computed, Json, JsonDefault } from './schema.ts'

export interface ProgressReportTable {
  id: string
  commitment_id: string
  reported_on: string
  reported_precision: Precision
  period: Json | null
  stage: Stage
  percentage: number | null
  text: Json | null
  milestones: Json
  evidence: string[]
  sources: Json
  withdrawn_at: string | null
  withdrawal_reason: string | null
  known_on: Computed<string>
  superseded_on: Generated<string>
  done: JsonDefault
  next_due: string | null
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface AssessmentTable {
  id: string
  commitment_id: string
  assessed_on: string
  assessed_precision: Precision
  completion: OgpCompletion
  assessor: Json
  method: Json | null
  text: Json | null
  evidence: string[]
  sources: Json
  withdrawn_at: string | null
  withdrawal_reason: string | null
  known_on: Computed<string>
  superseded_on: Generated<string>
  revision: Generated<number>
  created_at: string
  updated_at: string
}
