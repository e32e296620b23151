/** What the organic laws 111-14, 112-14 and 113-14 rule on councils, by the name that the service gives it. */
export const RULES = [
  'ordinary_session_months',
  'ordinary_session_opening',
  'ordinary_session_length',
  'ordinary_session_extension',
  'notice_to_members',
  'agenda_to_governor',
  'governor_adds_items',
  'extraordinary_session_request',
  'extraordinary_session_length',
  'extraordinary_session_of_right',
  'extraordinary_session_of_right_notice',
  'item_on_agenda_only',
  'quorum',
  'second_call',
  'third_meeting',
  'majority_of_votes_cast',
  'majority_of_members_in_office',
  'tie_break',
  'public_vote',
  'public_sittings',
  'minutes',
  'copies_to_governor',
  'posting',
  'minutes_to_members',
  'opposition',
  'visa',
] as const
export type RuleName = (typeof RULES)[number]

/** What the numbers of a rule count. */
export const UNITS = [
  'month_of_year',
  'monday_of_month',
  'week_of_month',
  'days',
  'working_days',
  'more_than_fraction',
  'none',
] as const
export type Unit = (typeof UNITS)[number]

/** One rule in force: its numbers, what they count, and where it is written. */
export interface Rule {
  readonly id: string
  readonly rule: RuleName
  readonly value: readonly number[]
  readonly unit: Unit
  readonly law: string
  readonly article: string
}

/** The rules of one type of council that are in force on a day. */
export type Rules = Readonly<Partial<Record<RuleName, Rule>>>

/** Where a computed statement is written: what everything that is computed from the law says of itself. */
export interface Basis {
  readonly law: string
  readonly article: string
  readonly rule: RuleName
  readonly value: readonly number[]
  readonly unit: Unit
}

export const basisOf = ({ law, article, rule, value, unit }: Rule): Basis => ({
  law,
  article,
  rule,
  value,
  unit,
})

/** A version of a rule, and the days on which it is in force, both inclusive. */
export interface RuleVersion extends Rule {
  readonly effective_from: string
  readonly effective_until: string | null
}

/** The rules that are in force on a civil day. */
export function rulesInForce(versions: readonly RuleVersion[], day: string): Rules {
  return Object.fromEntries(
    versions
      .filter(
        ({ effective_from, effective_until }) =>
          effective_from <= day && (effective_until === null || day <= effective_until),
      )
      .map((version) => [version.rule, version]),
  )
}

/** @throws {Error} when the law that is loaded has none: versions are added, and never taken away */
export function ruleOf(rules: Rules, name: RuleName): Rule {
  const rule = rules[name]
  if (rule === undefined) throw new Error(`no rule ${name} is in force`)
  return rule
}
