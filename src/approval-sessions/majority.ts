import { type Basis, basisOf, type Rules, ruleOf } from '../domain/law.ts'
import type { CollectivityType } from '../domain/register-types.ts'
import type { Outcome, Subject, Tally } from '../domain/session-types.ts'
import { moreThan } from './quorum.ts'

export interface Majority {
  /** What it is a majority of. */
  readonly rule: 'votes_cast' | 'members_in_office'
  readonly required: number
  readonly in_favour: number
  readonly reached: boolean
  /** Of a tie: the side on which the president was, which prevails. */
  readonly tie_broken_by: 'for' | 'against' | null
  readonly basis: Basis
}

/** The subjects that take a majority of the members in office (art. 46, 44, 43); the spatial plan is a region's. */
export function isReserved(subject: Subject, council: CollectivityType): boolean {
  return subject !== 'ordinary' && (subject !== 'spatial_plan' || council === 'region')
}

export interface Voting {
  readonly council: CollectivityType
  readonly members_in_office: number
  /** Whether an earlier vote on a reserved subject has not reached the majority of members in office. */
  readonly second_sitting: boolean
}

/**
 * The majority that a vote needs (law 111-14 art. 46, 112-14 art. 44, 113-14 art. 43): an absolute one of the votes
 * cast, which abstentions are not; of the members in office on the reserved subjects, and of the votes cast again in a
 * second sitting. When votes are equal, the president's side prevails.
 */
export function majorityOf(tally: Tally, voting: Voting, rules: Rules): Majority {
  const { for: inFavour, against } = tally
  if (tally.motion === 'adoption' && isReserved(tally.subject, voting.council) && !voting.second_sitting) {
    const rule = ruleOf(rules, 'majority_of_members_in_office')
    const required = moreThan(rule.value, voting.members_in_office)
    return {
      rule: 'members_in_office',
      required,
      in_favour: inFavour,
      reached: inFavour >= required,
      tie_broken_by: null,
      basis: basisOf(rule),
    }
  }
  const rule = ruleOf(rules, 'majority_of_votes_cast')
  const required = moreThan(rule.value, inFavour + against)
  const isTie = inFavour === against && inFavour > 0
  const side = isTie ? tally.president_side : null
  return {
    rule: 'votes_cast',
    required,
    in_favour: inFavour,
    reached: side === 'for' || inFavour >= required,
    tie_broken_by: side,
    basis: basisOf(side === null ? rule : ruleOf(rules, 'tie_break')),
  }
}

/**
 * What a vote decides. Null when it decides nothing: a reserved subject that has not reached the majority of members in
 * office goes to a second sitting, and a deferral that is not carried leaves the draft before the council.
 */
export function outcomeOf({ motion }: Tally, { rule, reached }: Majority): Outcome | null {
  if (motion === 'deferral') return reached ? 'deferred' : null
  if (reached) return 'adopted'
  return rule === 'members_in_office' ? null : 'rejected'
}
