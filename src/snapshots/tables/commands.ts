import { recordedSession } from '../../approval-sessions/lock/commands.ts'
import { recordedConsultation } from '../../consultations/clock/commands.ts'
import { recordedContribution } from '../../contributions/commands.ts'
import type { Recorded } from '../../db/journal.ts'
import type { Shape } from '../../db/shape.ts'
import { recordedDocument } from '../../documents/commands.ts'
import type { RecordType } from '../../domain/record-types.ts'
import { recordedHoliday } from '../../holidays/commands.ts'
import { recordedLegalRule } from '../../legal-rules/commands.ts'
import { recordedMember } from '../../members/commands.ts'
import { recordedNetwork } from '../../network/commands.ts'
import { recordedDraft, recordedPlan } from '../../plans/lock/commands.ts'
import { recordedTold } from '../../progress/commands.ts'
import { recordedCollectivity } from '../../register/commands.ts'
import { recordedWorkshop } from '../../workshops/commands.ts'

/** How the journal tells of each kind of record that the feed carries: a kind without one does not compile. */
export const RECORDED: Readonly<Record<RecordType, Recorded>> = {
  region: recordedCollectivity,
  provincial_council: recordedCollectivity,
  commune: recordedCollectivity,
  member: recordedMember,
  network: recordedNetwork,
  legal_rule: recordedLegalRule,
  holiday: recordedHoliday,
  document: recordedDocument,
  action_plan: recordedPlan,
  draft: recordedDraft,
  workshop: recordedWorkshop,
  consultation: recordedConsultation,
  approval_session: recordedSession,
  contribution: recordedContribution,
  progress_report: recordedTold.progress_report,
  assessment: recordedTold.assessment,
}

/**
 * What the feed's `data` of a kind of record is made of.
 *
 * @throws {Error} when its changes are told to everybody and nobody has said what of
 */
export function factsOf(type: RecordType): Shape {
  const { facts } = RECORDED[type]
  if (facts === undefined) throw new Error(`${type} has no facts`)
  return facts
}
