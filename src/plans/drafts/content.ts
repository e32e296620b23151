import type { Fault } from '../../domain/errors.ts'
import { readPartialDate } from '../../domain/partial-date.ts'
import type { Principle } from '../../domain/plan-types.ts'
import { composed } from '../../domain/text.ts'

/** A text in each language; null where there is none. */
export interface Texts {
  ar: string | null
  fr: string | null
  en: string | null
  zgh: string | null
}

export interface Institution {
  name: Texts
}

export interface Indicator {
  title: Texts
  unit: Texts | null
  baseline: string | null
  target: string | null
}

export interface Milestone {
  key: string
  title: Texts
  due_on: { value: string; precision: string } | null
}

export interface Commitment {
  key: string
  title: Texts
  problem: Texts | null
  solution: Texts | null
  expected_impact: Texts | null
  lead_institution: Institution | null
  supporting_institutions: Institution[]
  principles: Principle[]
  budget: { amount: string; currency: string } | null
  financial_effect: boolean | null
  indicators: Indicator[]
  milestones: Milestone[]
}

export interface Axis {
  key: string
  title: Texts
  rationale: Texts | null
  principles: Principle[]
  commitments: Commitment[]
}

/** What a draft says: of this its hash is made, and this is what a diff compares. */
export interface Content {
  axes: Axis[]
}

/** Of anything that may be left out or null. */
type Loose<T> = { [K in keyof T]?: T[K] | null | undefined }
type GivenTexts = Loose<Texts>
type GivenMilestone = Loose<Omit<Milestone, 'title' | 'due_on'>> & {
  title: GivenTexts
  due_on?: { value: string; precision?: string } | null
}
type GivenInstitution = { name: GivenTexts }
type GivenIndicator = { title: GivenTexts; unit?: GivenTexts | null } & Loose<
  Omit<Indicator, 'title' | 'unit'>
>

export interface GivenCommitment extends Loose<Pick<Commitment, 'key' | 'budget' | 'financial_effect'>> {
  title: GivenTexts
  problem?: GivenTexts | null
  solution?: GivenTexts | null
  expected_impact?: GivenTexts | null
  lead_institution?: GivenInstitution | null
  supporting_institutions?: GivenInstitution[]
  principles: Principle[]
  indicators?: GivenIndicator[]
  milestones?: GivenMilestone[]
}

export interface GivenAxis {
  key?: string | null
  title: GivenTexts
  rationale?: GivenTexts | null
  principles?: Principle[]
  commitments?: GivenCommitment[]
}

/** As a client sends it. */
export interface GivenContent {
  axes: GivenAxis[]
}

/** Keys of the plan that stand for something already, in whatever draft. */
export interface UsedKeys {
  readonly axes: readonly string[]
  readonly commitments: readonly string[]
}

export const MOST_COMMITMENTS = 500

/** What the form of a document cannot say of it; every fault, with its pointer. */
export function contentFaults({ axes }: GivenContent): Fault[] {
  const commitments = axes.flatMap((axis, a) =>
    (axis.commitments ?? []).map((one, c) => ({ ...one, pointer: `/axes/${a}/commitments/${c}` })),
  )
  const tooMany: Fault[] =
    commitments.length > MOST_COMMITMENTS
      ? [{ at: { pointer: '/axes' }, code: 'too_many_commitments', values: { limit: MOST_COMMITMENTS } }]
      : []
  return [
    ...tooMany,
    ...repeatedKeys(axes.map(({ key }, index) => ({ key, pointer: `/axes/${index}` }))),
    ...repeatedKeys(commitments),
    ...axes.flatMap(({ title }, index) => textless(title, `/axes/${index}/title`)),
    ...commitments.flatMap((commitment) => [
      ...textless(commitment.title, `${commitment.pointer}/title`),
      ...partFaults(commitment, commitment.pointer),
    ]),
  ]
}

function partFaults(commitment: GivenCommitment, pointer: string): Fault[] {
  const { indicators = [], milestones = [], supporting_institutions = [], lead_institution } = commitment
  const marks = milestones.map((mark, index) => ({ ...mark, pointer: `${pointer}/milestones/${index}` }))
  return [
    ...(lead_institution ? textless(lead_institution.name, `${pointer}/lead_institution/name`) : []),
    ...supporting_institutions.flatMap(({ name }, index) =>
      textless(name, `${pointer}/supporting_institutions/${index}/name`),
    ),
    ...indicators.flatMap(({ title }, index) => textless(title, `${pointer}/indicators/${index}/title`)),
    ...repeatedKeys(marks),
    ...marks.flatMap((mark) => [
      ...textless(mark.title, `${mark.pointer}/title`),
      ...precisionFaults(mark.due_on, `${mark.pointer}/due_on`),
    ]),
  ]
}

function repeatedKeys(parts: readonly { key?: string | null | undefined; pointer: string }[]): Fault[] {
  const seen = new Set<string>()
  return parts.flatMap(({ key, pointer }) => {
    if (key === undefined || key === null) return []
    if (seen.has(key)) return [{ at: { pointer: `${pointer}/key` }, code: 'repeated_value' } as const]
    seen.add(key)
    return []
  })
}

/** A title is in one language at least. */
export function textless(text: GivenTexts, pointer: string): Fault[] {
  return textsOf(text) === null ? [{ at: { pointer }, code: 'required' }] : []
}

export function precisionFaults(
  date: { value: string; precision?: string } | null | undefined,
  pointer: string,
): Fault[] {
  if (!date?.precision) return []
  const { precision } = readPartialDate(date.value)
  if (precision === date.precision) return []
  return [
    { at: { pointer: `${pointer}/precision` }, code: 'precision_mismatch', values: { expected: precision } },
  ]
}

/** All four languages, composed (NFC); null when none has a text. */
export function textsOf(text: GivenTexts | null | undefined): Texts | null {
  const { ar = null, fr = null, en = null, zgh = null } = composed(text ?? {})
  return [ar, fr, en, zgh].every((one) => one === null) ? null : { ar, fr, en, zgh }
}

/** Of a text that textless has found to be one. */
const texts = (text: GivenTexts) => textsOf(text)!

/**
 * A document in its one form: every field there, in the same order, every text composed, every part with a key. What
 * comes without one gets the next that the plan has never used.
 */
export function readContent({ axes }: GivenContent, used: UsedKeys): Content {
  const given = axes.flatMap((axis) => axis.commitments ?? [])
  const axisKey = keyMaker('axis', [...used.axes, ...keysOf(axes)])
  const commitmentKey = keyMaker('commitment', [...used.commitments, ...keysOf(given)])
  return {
    axes: axes.map((axis) => ({
      key: axis.key ?? axisKey(),
      title: texts(axis.title),
      rationale: textsOf(axis.rationale),
      principles: axis.principles ?? [],
      commitments: (axis.commitments ?? []).map((one) => readCommitment(one, commitmentKey)),
    })),
  }
}

function readCommitment(given: GivenCommitment, nextKey: () => string): Commitment {
  const milestones = given.milestones ?? []
  const milestoneKey = keyMaker('milestone', keysOf(milestones))
  return {
    key: given.key ?? nextKey(),
    title: texts(given.title),
    problem: textsOf(given.problem),
    solution: textsOf(given.solution),
    expected_impact: textsOf(given.expected_impact),
    lead_institution: given.lead_institution ? { name: texts(given.lead_institution.name) } : null,
    supporting_institutions: (given.supporting_institutions ?? []).map(({ name }) => ({ name: texts(name) })),
    principles: given.principles,
    budget: given.budget ? { amount: given.budget.amount, currency: given.budget.currency } : null,
    financial_effect: given.financial_effect ?? null,
    indicators: (given.indicators ?? []).map(({ title, unit, baseline, target }) => ({
      title: texts(title),
      unit: textsOf(unit),
      baseline: baseline ?? null,
      target: target ?? null,
    })),
    milestones: milestones.map(({ key, title, due_on }) => ({
      key: key ?? milestoneKey(),
      title: texts(title),
      due_on: due_on ? { value: due_on.value, precision: readPartialDate(due_on.value).precision } : null,
    })),
  }
}

const keysOf = (parts: readonly { key?: string | null | undefined }[]) =>
  parts.flatMap(({ key }) => (key ? [key] : []))

/** `axis-1`, `axis-2` and so on, whatever of them is in use left out. */
function keyMaker(name: string, inUse: readonly string[]): () => string {
  const taken = new Set(inUse)
  let number = 0
  return () => {
    do number += 1
    while (taken.has(`${name}-${number}`))
    return `${name}-${number}`
  }
}
