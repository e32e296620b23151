import type { Axis, Commitment, Content, Texts } from './content.ts'
import { type WordChange, wordsChanged } from './word-diff.ts'

/** Where a part stands: from 1, among the axes of a draft, or among the commitments of an axis. */
export interface Place {
  /** Of a commitment: the key of its axis. */
  axis?: string
  position: number
}

export interface FieldChange {
  /** `title.ar`, `budget`, `principles` and so on. */
  field: string
  from: unknown
  to: unknown
  /** Of a text that was there before and after. */
  words: WordChange[] | null
}

export interface PartsDiff<T> {
  added: { key: string; at: Place; value: T }[]
  removed: { key: string; at: Place; value: T }[]
  moved: { key: string; from: Place; to: Place }[]
  changed: { key: string; changes: FieldChange[] }[]
}

/** An axis without its commitments, which are compared for themselves. */
export type BareAxis = Omit<Axis, 'commitments'>

export interface Diff {
  axes: PartsDiff<BareAxis>
  commitments: PartsDiff<Commitment>
}

const LANGUAGES = ['ar', 'fr', 'en', 'zgh'] as const
const AXIS_TEXTS = ['title', 'rationale']
const AXIS_FIELDS = ['principles']
const COMMITMENT_TEXTS = ['title', 'problem', 'solution', 'expected_impact']
const COMMITMENT_FIELDS = [
  'lead_institution',
  'supporting_institutions',
  'principles',
  'budget',
  'financial_effect',
  'indicators',
  'milestones',
]

/** What became of the parts of `a` in `b`; parts are the same by their keys. */
export function diff(a: Content, b: Content): Diff {
  return {
    axes: compare([listOf(a.axes.map(bare))], [listOf(b.axes.map(bare))], AXIS_TEXTS, AXIS_FIELDS),
    commitments: compare(
      a.axes.map(({ key, commitments }) => listOf(commitments, key)),
      b.axes.map(({ key, commitments }) => listOf(commitments, key)),
      COMMITMENT_TEXTS,
      COMMITMENT_FIELDS,
    ),
  }
}

/** `a` with a diff applied. `applyDiff(a, diff(a, b))` is `b`. */
export function applyDiff(a: Content, { axes, commitments }: Diff): Content {
  const before = new Map(a.axes.map((axis) => [axis.key, axis.commitments]))
  return {
    axes: applied(a.axes.map(bare), axes, {}, new Map(a.axes.map((axis) => [axis.key, bare(axis)]))).map(
      (axis) => ({
        ...axis,
        commitments: applied(
          before.get(axis.key) ?? [],
          commitments,
          { axis: axis.key },
          new Map(a.axes.flatMap((each) => each.commitments.map((one) => [one.key, one]))),
        ),
      }),
    ),
  }
}

type Part = BareAxis | Commitment
type Fields = Record<string, unknown>

const bare = ({ commitments: _, ...axis }: Axis): BareAxis => axis

interface Placed<T> {
  key: string
  at: Place
  value: T
}

const listOf = <T extends Part>(parts: readonly T[], axis?: string): Placed<T>[] =>
  parts.map((value, index) => ({
    key: value.key,
    at: { ...(axis === undefined ? {} : { axis }), position: index + 1 },
    value,
  }))

function compare<T extends Part>(
  from: readonly Placed<T>[][],
  to: readonly Placed<T>[][],
  texts: readonly string[],
  fields: readonly string[],
): PartsDiff<T> {
  const [before, after] = [from, to].map((lists) => new Map(lists.flat().map((one) => [one.key, one]))) as [
    Map<string, Placed<T>>,
    Map<string, Placed<T>>,
  ]
  const stayed = new Set(to.flatMap((list) => inOrder(list, before)))
  const common = [...after.values()].flatMap((now) => {
    const then = before.get(now.key)
    return then === undefined ? [] : [{ key: now.key, then, now }]
  })
  return {
    added: [...after.values()].filter(({ key }) => !before.has(key)),
    removed: [...before.values()].filter(({ key }) => !after.has(key)),
    moved: common.flatMap(({ key, then, now }) =>
      stayed.has(key) ? [] : [{ key, from: then.at, to: now.at }],
    ),
    changed: common.flatMap(({ key, then, now }) => {
      const changes = changesOf(then.value, now.value, texts, fields)
      return changes.length === 0 ? [] : [{ key, changes }]
    }),
  }
}

/** The most parts of a list that stand in the same order as before, in the same axis; all others have moved. */
function inOrder<T>(list: readonly Placed<T>[], before: ReadonlyMap<string, Placed<T>>): string[] {
  const kept = list.flatMap(({ key, at }) => {
    const then = before.get(key)?.at
    return then === undefined || then.axis !== at.axis ? [] : [{ key, position: then.position }]
  })
  // Longest increasing subsequence: of each length the one that ends lowest, each linked to the one before it.
  interface Link {
    key: string
    position: number
    previous: Link | undefined
  }
  const ends: Link[] = []
  for (const { key, position } of kept) {
    const found = ends.findIndex((end) => end.position >= position)
    const length = found === -1 ? ends.length : found
    ends[length] = { key, position, previous: ends[length - 1] }
  }
  const keys: string[] = []
  for (let link = ends.at(-1); link !== undefined; link = link.previous) keys.push(link.key)
  return keys
}

function changesOf(from: object, to: object, texts: readonly string[], fields: readonly string[]) {
  const [then, now] = [from, to] as [Fields, Fields]
  return [
    ...texts.flatMap((field) => textChanges(field, then[field] as Texts | null, now[field] as Texts | null)),
    ...fields.flatMap((field) =>
      isSame(then[field], now[field]) ? [] : [{ field, from: then[field], to: now[field], words: null }],
    ),
  ]
}

function textChanges(field: string, then: Texts | null, now: Texts | null): FieldChange[] {
  return LANGUAGES.flatMap((language) => {
    const [from, to] = [then?.[language] ?? null, now?.[language] ?? null]
    if (from === to) return []
    const words = from === null || to === null ? null : wordsChanged(from, to)
    return [{ field: `${field}.${language}`, from, to, words }]
  })
}

/** Contents have one form, so that what is the same is written the same. */
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** One list of parts, in the axis of `at`: what stayed, changed, with what was added and moved set in between. */
function applied<T extends Part>(
  list: readonly T[],
  { added, removed, moved, changed }: PartsDiff<T>,
  at: Omit<Place, 'position'>,
  known: ReadonlyMap<string, T>,
): T[] {
  const changes = new Map(changed.map(({ key, changes }) => [key, changes]))
  const current = (part: T) => withChanges(part, changes.get(part.key) ?? [])
  const gone = new Set([...removed, ...moved].map(({ key }) => key))
  const result = list.filter(({ key }) => !gone.has(key)).map(current)
  const arrivals = [
    ...added.map(({ at, value }) => ({ to: at, value })),
    ...moved.map(({ key, to }) => ({ to, value: current(known.get(key)!) })),
  ]
    .filter(({ to }) => to.axis === at.axis)
    .sort((one, other) => one.to.position - other.to.position)
  for (const { to, value } of arrivals) result.splice(to.position - 1, 0, value)
  return result
}

function withChanges<T extends Part>(part: T, changes: readonly FieldChange[]): T {
  const fields: Fields = { ...part }
  for (const { field, to } of changes) {
    const [name, language] = field.split('.') as [string, string?]
    if (language === undefined) fields[name] = to
    else {
      const text = {
        ar: null,
        fr: null,
        en: null,
        zgh: null,
        ...(fields[name] as Texts | null),
        [language]: to,
      }
      fields[name] = Object.values(text).every((one) => one === null) ? null : text
    }
  }
  return fields as unknown as T
}
