import type { Day } from '../domain/days.ts'
import type { Rules } from '../domain/law.ts'
import { fill } from '../domain/messages.ts'
import { WARNING_TEXTS } from '../domain/session-messages.ts'
import type { Call } from '../domain/session-types.ts'
import type { Holidays } from '../domain/working-days.ts'
import { deadlinesOf, enforceableOn } from './deadlines.ts'
import type { ListedSession } from './schema.ts'
import { type Standing, standingOf } from './standing.ts'
import { type WarnedFacts, warningsOf } from './warnings.ts'

/** A session held against the law. */
export interface Judged {
  readonly facts: WarnedFacts
  readonly standing: Standing
  readonly rulesOn: (day: Day) => Rules
  readonly holidays: Holidays
}

export function judge(
  session: ListedSession,
  rolls: WarnedFacts['rolls'],
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
): Judged {
  const facts = factsOf(session, rolls)
  const known = remembered(rulesOn)
  return { facts, standing: standingOf(facts, known), rulesOn: known, holidays }
}

/** The same few days are asked for again and again. */
function remembered(rulesOn: (day: Day) => Rules): (day: Day) => Rules {
  const known = new Map<Day, Rules>()
  return (day) => {
    const rules = known.get(day) ?? rulesOn(day)
    known.set(day, rules)
    return rules
  }
}

/** What of a session decides, warns and is due. */
function factsOf(session: ListedSession, rolls: WarnedFacts['rolls']): WarnedFacts {
  const { opens_on, vote, earlier_votes, declared_outcome, after_the_vote } = session
  return {
    ...session,
    council: session.collectivity.type as WarnedFacts['council'],
    sittings: session.sittings.map((sitting) => ({ ...sitting, call: sitting.call as Call | null })),
    votes: vote === null ? [] : [...earlier_votes, vote],
    opens:
      opens_on === null
        ? null
        : { day: `${opens_on.value}-01-01`.slice(0, 10), precision: opens_on.precision },
    opens_on: opens_on?.precision === 'day' ? opens_on.value : null,
    after: after_the_vote,
    rolls,
    declared_outcome: declared_outcome?.outcome ?? null,
    recorded_outcome: session.outcome,
  }
}

/** What the law makes of a session as of a day: beside its facts, in its representation. */
export function findings({ facts, standing, rulesOn, holidays }: Judged, asOf: Day) {
  return {
    enforceable_on: enforceableOn(facts, standing, rulesOn, holidays),
    deadlines: deadlinesOf(facts, standing, rulesOn, holidays, asOf),
    warnings: warningsOf(facts, standing, rulesOn, holidays).map(({ code, pointer, values, basis }) => {
      const { ar, fr, en } = WARNING_TEXTS[code]
      return {
        code,
        pointer,
        detail: { ar: fill(ar, values), fr: fill(fr, values), en: fill(en, values) },
        basis,
      }
    }),
    as_of: asOf,
  }
}
