import type { Generated } from 'kysely'
import type { Precision } from '../domain/partial-date.ts'
import type { WorkshopStatus } from '../workshops/lifecycle.ts'
import type { Category, Mode, PartOfDay, WorkshopKind } from '../workshops/words.ts'
import type { Computed, Json } from './schema.ts'

export interface WorkshopTable {
  id: string
  kind: WorkshopKind
  status: WorkshopStatus
  status_reason: string | null
  plan_id: string | null
  mode: Mode | null
  title: Json | null
  subject: Json | null
  audience: Json | null
  programme: Json | null
  title_folded: Computed<string>
  held_on: string | null
  held_precision: Precision | null
  sorted_on: Computed<string>
  part_of_day: PartOfDay | null
  starts_at: string | null
  ends_at: string | null
  time_zone: string
  place_collectivity_id: string | null
  venue: Json | null
  room: Json | null
  address: Json | null
  longitude: number | null
  latitude: number | null
  capacity: number | null
  link: string | null
  host_collectivity_id: string | null
  host_name: Json | null
  chair: Json | null
  officials: Json
  agenda: Json
  breakout_groups: Json
  public_attendance: Json | null
  sources: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface WorkshopCollectivityTable {
  workshop_id: string
  collectivity_id: string
  ordinal: number
}

export interface WorkshopAttendanceTable {
  id: string
  workshop_id: string
  cells: Json
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface WorkshopParticipantTable {
  id: string
  workshop_id: string
  person_id: string
  category: Category
  role: 'participant' | 'facilitator' | 'rapporteur'
  revision: Generated<number>
  created_at: string
  updated_at: string
}
