import type { RuleName, Unit } from '../domain/law.ts'

interface Form {
  readonly units: readonly Unit[]
  /** How many numbers it has: least and most. */
  readonly count: readonly [number, number]
}

const NUMBER = (...units: Unit[]): Form => ({ units, count: [1, 1] })
const WORDS_ALONE: Form = { units: ['none'], count: [0, 0] }
const MORE_THAN: Form = { units: ['more_than_fraction'], count: [2, 2] }

/** The form of each rule's numbers, so that what is computed from a new version cannot miss one. */
const FORMS: Readonly<Record<RuleName, Form>> = {
  ordinary_session_months: { units: ['month_of_year'], count: [1, 12] },
  ordinary_session_opening: NUMBER('monday_of_month', 'week_of_month'),
  ordinary_session_length: NUMBER('days'),
  ordinary_session_extension: NUMBER('days', 'working_days'),
  notice_to_members: NUMBER('days'),
  agenda_to_governor: NUMBER('days'),
  governor_adds_items: NUMBER('days'),
  extraordinary_session_request: NUMBER('days'),
  extraordinary_session_length: NUMBER('days', 'working_days'),
  extraordinary_session_of_right: NUMBER('days'),
  extraordinary_session_of_right_notice: NUMBER('days'),
  item_on_agenda_only: WORDS_ALONE,
  quorum: MORE_THAN,
  second_call: { units: ['days'], count: [2, 2] },
  third_meeting: NUMBER('working_days'),
  majority_of_votes_cast: MORE_THAN,
  majority_of_members_in_office: MORE_THAN,
  tie_break: WORDS_ALONE,
  public_vote: WORDS_ALONE,
  public_sittings: WORDS_ALONE,
  minutes: WORDS_ALONE,
  copies_to_governor: NUMBER('days', 'working_days'),
  posting: NUMBER('days', 'working_days'),
  minutes_to_members: NUMBER('days', 'working_days'),
  opposition: NUMBER('working_days'),
  visa: NUMBER('days'),
}

/** Bounds of the numbers that name a part of the calendar. */
const BOUNDS: Partial<Record<Unit, readonly [number, number]>> = {
  month_of_year: [1, 12],
  monday_of_month: [1, 4],
  week_of_month: [1, 4],
  more_than_fraction: [1, 100],
}

/** What is wrong with a version: `unit`, how many numbers there are, or a number that cannot be. */
export function faultsOfForm(rule: { rule: RuleName; unit: Unit; value: readonly number[] }) {
  const { units, count } = FORMS[rule.rule]
  const faults: { field: 'unit' | 'value'; index?: number; allowed?: readonly string[] }[] = []
  if (!units.includes(rule.unit)) faults.push({ field: 'unit', allowed: units })
  if (rule.value.length < count[0] || rule.value.length > count[1]) faults.push({ field: 'value' })
  const [least, most] = BOUNDS[rule.unit] ?? [1, 366]
  for (const [index, number] of rule.value.entries())
    if (number < least || number > most) faults.push({ field: 'value', index })
  const [first = 0, second = 0] = rule.value
  const isReversed = count[0] === 2 && (rule.unit === 'days' ? first > second : first >= second)
  if (isReversed && faults.length === 0) faults.push({ field: 'value' })
  return faults
}
