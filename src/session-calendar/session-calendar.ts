import { addDays, type Day, firstOfMonth, mondayOf } from '../domain/days.ts'
import { type Basis, basisOf, type Rule, type Rules, ruleOf } from '../domain/law.ts'
import { type Holidays, type Skipped, workingDayFrom, workingDaysAfter } from '../domain/working-days.ts'

export const STEPS = [
  'agenda_to_governor',
  'notice_to_members',
  'second_call',
  'third_meeting',
  'closing',
  'copies_to_governor',
  'posting',
  'minutes_to_members',
] as const

/** A span of days, both inclusive; null where the law sets no such end. */
export interface Step {
  readonly step: (typeof STEPS)[number]
  readonly from: Day | null
  readonly until: Day | null
  readonly basis: Basis
  readonly skipped: readonly Skipped[]
}

export interface OrdinarySession {
  readonly month: number
  /** The days on which it may open by law, both inclusive; one day for regions and provincial councils. */
  readonly opening: {
    readonly from: Day
    readonly until: Day
    readonly basis: readonly Basis[]
    readonly skipped: readonly Skipped[]
  }
  /** The opening day that the steps are counted from. */
  readonly opens_on: Day
  readonly steps: readonly Step[]
}

/**
 * The ordinary sessions of a council in a year.
 *
 * Region: first Monday of March, July and October (law 111-14, art. 36). Provincial council: second Monday of January,
 * June and September (law 112-14, art. 34). The next working day where that is a holiday. Commune: in the first week of
 * February, May and October (law 113-14, art. 33).
 *
 * @param rulesOn the rules in force on a day; a month without rules has no session
 * @param opensOn an opening day that somebody has set: it takes the place of the first that the law allows
 */
export function sessionCalendar(
  year: number,
  rulesOn: (day: Day) => Rules,
  holidays: Holidays,
  opensOn?: Day,
): OrdinarySession[] {
  return MONTHS.flatMap((month) => {
    const rules = rulesOn(firstOfMonth(year, month))
    const months = rules.ordinary_session_months
    if (months === undefined || !months.value.includes(month)) return []
    const { basis, ...opening } = openingOf(year, month, ruleOf(rules, 'ordinary_session_opening'), holidays)
    const day = opensOn !== undefined && isWithin(opensOn, opening) ? opensOn : opening.from
    return {
      month,
      opening: { ...opening, basis: [basisOf(months), ...basis] },
      opens_on: day,
      steps: stepsOf(day, rules, holidays),
    }
  })
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Whether a day lies between two, both inclusive. */
export const isWithin = (day: Day, { from, until }: { from: Day; until: Day }) => from <= day && day <= until

function openingOf(year: number, month: number, rule: Rule, holidays: Holidays): OrdinarySession['opening'] {
  const [which = 1] = rule.value
  if (rule.unit === 'monday_of_month') {
    const { day, skipped } = workingDayFrom(mondayOf(year, month, which), holidays)
    return { from: day, until: day, basis: [basisOf(rule)], skipped }
  }
  const from = addDays(firstOfMonth(year, month), (which - 1) * 7)
  return { from, until: addDays(from, 6), basis: [basisOf(rule)], skipped: [] }
}

/** What has to be done by when, for a session that opens on a day. */
export function stepsOf(opensOn: Day, rules: Rules, holidays: Holidays): Step[] {
  const agenda = ruleOf(rules, 'agenda_to_governor')
  const notice = ruleOf(rules, 'notice_to_members')
  const by = (step: Step['step'], rule: Rule): Step => ({
    step,
    from: null,
    until: addDays(opensOn, -rule.value[0]!),
    basis: basisOf(rule),
    skipped: [],
  })
  const second = secondCall(opensOn, rules)
  const closing = closingOf(opensOn, rules)
  return [
    by('agenda_to_governor', agenda),
    by('notice_to_members', notice),
    second,
    thirdMeeting(second.from!, second.until!, rules, holidays),
    closing,
    after('copies_to_governor', opensOn, closing.until!, rules, holidays),
    after('posting', opensOn, closing.until!, rules, holidays),
    after('minutes_to_members', opensOn, closing.until!, rules, holidays),
  ]
}

/** Three to five days after the day of the first meeting (art. 45, 43 and 42). */
export function secondCall(firstOn: Day, rules: Rules): Step {
  const rule = ruleOf(rules, 'second_call')
  const [least, most] = rule.value as [number, number]
  return {
    step: 'second_call',
    from: addDays(firstOn, least),
    until: addDays(firstOn, most),
    basis: basisOf(rule),
    skipped: [],
  }
}

/**
 * After the third working day that follows the second meeting (same articles): the first working day after it.
 *
 * @param secondFrom the earliest day of the second meeting, and its latest: the same when it has been held
 */
export function thirdMeeting(secondFrom: Day, secondUntil: Day, rules: Rules, holidays: Holidays): Step {
  const rule = ruleOf(rules, 'third_meeting')
  const days = rule.value[0]! + 1
  const earliest = workingDaysAfter(secondFrom, days, holidays)
  const latest = workingDaysAfter(secondUntil, days, holidays)
  return {
    step: 'third_meeting',
    from: earliest.day,
    until: latest.day,
    basis: basisOf(rule),
    skipped: together(earliest.skipped, latest.skipped),
  }
}

/** The last day of a session that is not extended: its opening day is the first of the days that the law gives it. */
function closingOf(opensOn: Day, rules: Rules): Step {
  const rule = ruleOf(rules, 'ordinary_session_length')
  return {
    step: 'closing',
    from: opensOn,
    until: addDays(opensOn, rule.value[0]! - 1),
    basis: basisOf(rule),
    skipped: [],
  }
}

/** The last day for what is due after the closing: `from` if the session closes as it opens, `until` if as late as it may. */
function after(
  step: 'copies_to_governor' | 'posting' | 'minutes_to_members',
  earliest: Day,
  latest: Day,
  rules: Rules,
  holidays: Holidays,
): Step {
  const rule = ruleOf(rules, step)
  const [first, last] = [earliest, latest].map((closing) => dueAfter(closing, rule, holidays)) as [Due, Due]
  return {
    step,
    from: first.day,
    until: last.day,
    basis: basisOf(rule),
    skipped: together(first.skipped, last.skipped),
  }
}

interface Due {
  readonly day: Day
  readonly skipped: readonly Skipped[]
}

/** The last day of a term that runs from the day after `start`, in days or in working days as the rule counts. */
export function dueAfter(start: Day, rule: Rule, holidays: Holidays): Due {
  const [count = 0] = rule.value
  return rule.unit === 'working_days'
    ? workingDaysAfter(start, count, holidays)
    : { day: addDays(start, count), skipped: [] }
}

function together(one: readonly Skipped[], other: readonly Skipped[]): Skipped[] {
  const days = new Map([...one, ...other].map((skipped) => [skipped.day, skipped]))
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}
