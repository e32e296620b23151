import type { Generated } from 'kysely'
import type { Precision } from '../domain/partial-date.ts'
import type { Motion, Outcome, SessionKind, SessionStatus, Side, Subject } from '../domain/session-types.ts'
import type { Computed, Json } from './schema.ts'

export interface ApprovalSessionTable {
  id: string
  plan_id: string
  collectivity_id: string
  kind: SessionKind
  status: SessionStatus
  status_reason: string | null
  announced_as: Json | null
  opens_on: string | null
  opens_precision: Precision | null
  sorted_on: Computed<string>
  members_in_office: number | null
  members_in_office_on: string | null
  requested: Json | null
  item_on_agenda: boolean | null
  notice_sent_on: string | null
  agenda_sent_on: string | null
  declared_outcome: Json | null
  votes_published: Json | null
  after_the_vote: Json | null
  bound_draft: number | null
  content_hash: string | null
  redeliberates: string | null
  outcome: Outcome | null
  decided_on: string | null
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface ApprovalSittingTable {
  session_id: string
  number: number
  call: number | null
  held_on: string
  present_at_opening: number | null
  quorum: Json | null
}

export interface ApprovalVoteTable {
  session_id: string
  sitting_number: number
  motion: Motion
  subject: Subject
  ballot: 'public' | 'secret'
  votes_for: number
  votes_against: number
  abstentions: number
  president_side: 'for' | 'against' | null
  amended_draft: string | null
  amended_hash: string | null
  majority: Json | null
  outcome: Outcome | null
}

export interface ApprovalVoterTable {
  session_id: string
  sitting_number: number
  ordinal: number
  person_id: string
  side: Side
}
