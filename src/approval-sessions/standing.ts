import type { Day } from '../domain/days.ts'
import type { Rules } from '../domain/law.ts'
import type { Outcome, SessionFacts, SessionStatus, Sitting, Tally } from '../domain/session-types.ts'
import { type Majority, majorityOf, outcomeOf } from './majority.ts'
import { type Quorum, quorumOf } from './quorum.ts'

export interface JudgedSitting extends Sitting {
  /** Null of a further sitting: the quorum is counted once, at the opening. */
  readonly quorum: Quorum | null
}

export interface JudgedVote extends Tally {
  readonly majority: Majority
  readonly outcome: Outcome | null
}

/** What the law makes of the facts of a session. */
export interface Standing {
  readonly sittings: readonly JudgedSitting[]
  readonly votes: readonly JudgedVote[]
  /** Whether the council has opened with a quorum. */
  readonly opened: boolean
  readonly outcome: Outcome | null
}

/** Judges a session by the rules in force on the day of each sitting. The same facts, the same judgement. */
export function standingOf(facts: SessionFacts, rulesOn: (day: Day) => Rules): Standing {
  const inOffice = facts.members_in_office ?? 0
  const sittings = facts.sittings.map((sitting): JudgedSitting => {
    const { call, held_on, present_at_opening } = sitting
    const quorum =
      call === null || inOffice === 0
        ? null
        : quorumOf(facts.kind, call, inOffice, present_at_opening ?? 0, rulesOn(held_on))
    return { ...sitting, quorum }
  })
  const votes: JudgedVote[] = []
  for (const tally of facts.votes) {
    const sitting = sittings.find(({ number }) => number === tally.sitting)
    if (sitting === undefined) continue
    const second_sitting = votes.some(({ majority }) => majority.rule === 'members_in_office')
    const voting = { council: facts.council, members_in_office: inOffice, second_sitting }
    const majority = majorityOf(tally, voting, rulesOn(sitting.held_on))
    votes.push({ ...tally, majority, outcome: outcomeOf(tally, majority) })
  }
  const opened = sittings.some(({ quorum }) => quorum?.met)
  const outcome = opened ? (votes.find((vote) => vote.outcome !== null)?.outcome ?? null) : null
  return { sittings, votes, opened, outcome }
}

/** The status that the facts lead to. Without a sitting, as it was said. */
export function statusOf({ sittings, opened, outcome }: Standing, said: SessionStatus): SessionStatus {
  if (said === 'cancelled') return said
  if (outcome !== null) return 'closed'
  if (opened) return 'convened'
  return sittings.length > 0 ? 'quorum_failed' : said
}
