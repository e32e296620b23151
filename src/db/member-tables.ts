import type { Generated } from 'kysely'
import type { Precision } from '../domain/partial-date.ts'
import type { Computed, Json, JsonDefault } from './schema.ts'

export interface MemberTable {
  id: string
  collectivity_id: string
  wave: number | null
  applied_on: string | null
  applied_precision: Precision | null
  joined_on: string | null
  joined_precision: Precision | null
  left_on: string | null
  left_precision: Precision | null
  evidence: Json | null
  consultative_bodies: JsonDefault
  follow_up_committee: Json | null
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
  begun_on: Computed<string>
}

export interface MemberIdentifierTable {
  member_id: string
  scheme: string
  value: string
}

export interface MemberTransitionTable {
  member_id: string
  ordinal: number
  action: 'admit' | 'suspend' | 'reinstate' | 'withdraw'
  from_status: 'candidate' | 'active' | 'suspended'
  to_status: 'active' | 'suspended' | 'withdrawn'
  effective_on: string
  effective_precision: Precision
  evidence: Json | null
  sources: Json
  reason: string | null
}

export interface FocalPointTable {
  id: string
  member_id: string
  person_id: string
  function: string
  since_on: string | null
  since_precision: Precision | null
  until_on: string | null
  until_precision: Precision | null
}
