import { civilDay } from '../../src/domain/clock.ts'
import { addDays, daysBetween } from '../../src/domain/days.ts'
import type { Service } from './app.ts'
import { linesOf } from './pages.ts'

// biome-ignore lint/suspicious/noExplicitAny: rows of any list, looked at as the definition says
type Loose = any

export interface Asked {
  readonly measure: string
  readonly by: readonly string[]
  readonly period: 'month' | 'quarter' | 'year' | undefined
  readonly asOf: string
}

/** A record of a list as it counts: how much, on which day, and in which cells. */
interface Counted {
  readonly value: number | null
  readonly status?: string
  readonly day: string | null
  readonly part?: boolean
  readonly record: Loose
  readonly own: Record<string, unknown>
  readonly places: readonly Loose[]
}

const PLACES = ['type', 'region', 'province', 'collectivity']
/** Measures whose value is a part of the records of their list. */
const LISTS_OF_ALL: Record<string, (url: string) => string> = {
  contributions_answered: (url) => url.split('?')[0]!,
  contributions_accepted: (url) => url.split('?')[0]!,
  commitments_completed: (url) => url.replace('completion=completed&', ''),
  commitments_overdue: (url) => url.replace('overdue=true&', ''),
}

/** The cells of a figure, made of the rows of the list that its definition names, and of its words where it has no more. */
export async function summed(service: Service, definitions: Loose[], today: string, asked: Asked) {
  const definition = definitions.find(({ id }) => id === asked.measure)
  const url = definition.list.url.replaceAll(today, asked.asOf)
  const parts = await linesOf(service, url)
  const all = LISTS_OF_ALL[asked.measure]?.(url)
  const rows = all === undefined ? parts : await linesOf(service, all)
  const inPart = new Set(parts.map(({ id }) => id))
  const plans = new Map(
    definition.source.record_types.includes('contribution')
      ? (await linesOf(service, '/v1/action-plans?fields=id,collectivities')).map((plan) => [plan.id, plan])
      : [],
  )
  const counted = rows.flatMap((row) => countedOf(definition, asked, row, inPart, plans))
  return cellsOf(definition, asked, counted)
}

const at = (row: Loose, path: string) => path.split('.').reduce((value, name) => value?.[name] ?? null, row)

function countedOf(
  definition: Loose,
  { measure, asOf }: Asked,
  row: Loose,
  inPart: Set<string>,
  plans: Map<string, Loose>,
): Counted[] {
  const places = row.collectivities ??
    row.plan?.collectivities ??
    plans.get(row.plan_id)?.collectivities ?? [row.collectivity]
  const own: Record<string, unknown> = {}
  for (const { name, field } of definition.dimensions)
    if (!PLACES.includes(name) && field !== null && !field.startsWith('attendance'))
      own[name] = at(row, field)
  if ('completion' in own) own.completion ??= 'unreported'
  const day = definition.list.day === null ? null : dayOf(at(row, definition.list.day))
  if (definition.list.day !== null && (day === null || lastDay(day) > asOf)) return []
  const common = { record: row, own, places, day, value: 1 }
  if (measure.startsWith('approval_sessions')) {
    const timeliness = timelinessOf(row, asOf)
    if (timeliness === undefined) return []
    const outcome = row.decided_on !== null && row.decided_on <= asOf ? row.outcome : null
    return [
      {
        ...common,
        own: { ...own, timeliness, outcome },
        part: measure.endsWith('on_time') ? timeliness === 'on_time' : true,
      },
    ]
  }
  if (measure.startsWith('contributions_')) {
    const answered = row.answer !== null && civilDay(new Date(row.answer.answered_at)) <= asOf
    return [{ ...common, part: inPart.has(row.id) && answered }]
  }
  if (definition.list.of?.startsWith('attendance.cells')) {
    const number = definition.list.of.split('.')[2]
    return (row.attendance?.cells ?? []).map((cell: Loose) => ({
      ...common,
      own: { ...own, category: cell.category, gender: cell.gender },
      ...cell[number],
    }))
  }
  if (measure === 'plan_days')
    return [...daysOf(row, asOf)].map(([plan_status, value]) => ({ ...common, own: { plan_status }, value }))
  if (measure === 'days_since_last_word') {
    const since = row.last_word && civilDay(new Date(row.last_word.at))
    return [{ ...common, value: since && daysBetween(since, asOf) }]
  }
  if (definition.list.aggregate === 'sum') return [{ ...common, value: at(row, definition.list.of) }]
  return [{ ...common, part: inPart.has(row.id) }]
}

/** Days of a plan in each status, counted day by day. */
function daysOf({ created_at, transitions }: Loose, asOf: string): Map<string, number> {
  const moves = transitions.filter((one: Loose) => one.from_status !== one.to_status)
  const days = moves.map(({ effective_on }: Loose) => lastDay(effective_on.value))
  const found = new Map<string, number>()
  const first = [civilDay(new Date(created_at)), ...days].sort()[0]!
  for (let day = first; day <= asOf; day = addDays(day, 1)) {
    const status = moves[days.findLastIndex((on: string) => on <= day)]?.to_status ?? 'drafting'
    found.set(status, (found.get(status) ?? 0) + 1)
  }
  return found
}

/** A day of the calendar as precise as a record says it. */
const dayOf = (value: Loose): string | null =>
  value === null ? null : typeof value === 'string' ? civilDay(new Date(value)) : value.value

export function lastDay(text: string): string {
  const [year, month] = text.split('-').map(Number) as [number, number]
  if (text.length === 4) return `${text}-12-31`
  return text.length === 7 ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : text
}

function timelinessOf({ opens_on, decided_on }: Loose, asOf: string): string | undefined {
  const isDecided = decided_on !== null && decided_on <= asOf
  if (!isDecided && (opens_on === null || `${opens_on.value}-01-01`.slice(0, 10) > asOf)) return undefined
  if (opens_on === null) return 'unknown'
  const term =
    opens_on.precision === 'day'
      ? new Date(Date.parse(opens_on.value) + 14 * 86_400_000).toISOString().slice(0, 10)
      : lastDay(opens_on.value)
  if (isDecided) return decided_on <= term ? 'on_time' : 'late'
  return term < asOf ? 'overdue' : 'pending'
}

function cellsOf(definition: Loose, { by, period }: Asked, counted: readonly Counted[]) {
  const found = new Map<string, Counted[]>()
  if (by.length === 0 && period === undefined) found.set(keyOf([]), [])
  for (const one of counted) {
    const keys = new Set(
      placesOf(one, by).flatMap((place) =>
        severalOf(one, by).map((several) =>
          keyOf([
            ...by.map((name) =>
              name in place ? place[name] : name in several ? several[name] : one.own[name],
            ),
            ...(period === undefined ? [] : [periodOf(one.day, period)]),
          ]),
        ),
      ),
    )
    for (const key of keys) found.set(key, [...(found.get(key) ?? []), one])
  }
  return new Map([...found].map(([key, ones]) => [key, cellOf(definition, ones)]))
}

function cellOf({ denominator, unit, list }: Loose, ones: readonly Counted[]) {
  const known = ones.filter(({ value }) => value !== null)
  const isLongest = list.aggregate === 'longest'
  const mayBeUnknown = unit === 'people' || isLongest
  const values = known.filter(({ part }) => part !== false).map(({ value }) => value!)
  const value =
    mayBeUnknown && known.length === 0
      ? null
      : isLongest
        ? Math.max(...values)
        : values.reduce((sum, one) => sum + one, 0)
  const none = ones.some(({ status }) => status === 'suppressed') ? 'suppressed' : 'unknown'
  const status = !mayBeUnknown
    ? 'known'
    : known.length === 0
      ? none
      : known.length === ones.length
        ? 'known'
        : 'at_least'
  const all = new Set(ones.map(({ record }) => record.id)).size
  return { value, status, denominator: denominator === null ? null : all }
}

const keyOf = (values: readonly unknown[]) => JSON.stringify(values.map((value) => value ?? null))

/** The values of a record's collectivities, those of one collectivity together. */
function placesOf({ places }: Counted, by: readonly string[]): Record<string, unknown>[] {
  const wanted = by.filter((name) => PLACES.includes(name))
  if (wanted.length === 0) return [{}]
  const each = places.map(({ type, hcp_code }: Loose) => ({
    type,
    region: hcp_code.slice(0, 2),
    province: type === 'region' ? null : hcp_code.slice(0, 6),
    collectivity: hcp_code,
  }))
  const values = each.length === 0 ? [{}] : each
  return values.map((one: Loose) => Object.fromEntries(wanted.map((name) => [name, one[name] ?? null])))
}

function severalOf({ own }: Counted, by: readonly string[]): Record<string, unknown>[] {
  if (!by.includes('principle')) return [{}]
  return (own.principle as string[]).map((principle) => ({ principle }))
}

function periodOf(day: string | null, period: NonNullable<Asked['period']>): string | null {
  if (day === null) return null
  if (period === 'year') return day.slice(0, 4)
  if (day.length === 4) return null
  if (period === 'month') return day.slice(0, 7)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The same cells, as the service tells them. */
export async function told(service: Service, { measure, by, period, asOf }: Asked) {
  const query = [
    `measure=${measure}`,
    ...(by.length === 0 ? [] : [`by=${by.join()}`]),
    ...(period === undefined ? [] : [`period=${period}`]),
    `as_of=${asOf}`,
  ]
  const rows = await linesOf(service, `/v1/statistics?${query.join('&')}`)
  const keys = period === undefined ? by : [...by, 'period']
  return new Map(
    rows.map(({ value, status, denominator, ...row }) => [
      keyOf(keys.map((name) => row[name]?.hcp_code ?? row[name])),
      { value, status, denominator },
    ]),
  )
}
