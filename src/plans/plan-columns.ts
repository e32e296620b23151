import type { Fault } from '../domain/errors.ts'
import { dateColumns, readPartialDate } from '../domain/partial-date.ts'
import { composed } from '../domain/text.ts'
import { committeeColumn, sourcesColumn, wireDate } from '../members/document-columns.ts'
import { endOfCycle } from './cycle.ts'
import { precisionFaults, textless, textsOf } from './drafts/content.ts'
import type { PlanDocument } from './schema.ts'

type Period = NonNullable<PlanDocument['cycle']>

/** What a document says, as the columns hold it: every key there, dates split, texts composed. */
export function planColumns(document: PlanDocument) {
  const { title, cycle, programme, phases = [], sources, follow_up_committee } = composed(document)
  const starts = dateColumns(cycle?.starts_on)
  const ends = dateColumns(cycle?.ends_on)
  return {
    title: textsOf(title),
    starts_on: starts.day,
    starts_precision: starts.precision,
    ends_on: ends.day,
    ends_precision: ends.precision,
    programme: programme ? { acronym: programme.acronym ?? null, name: textsOf(programme.name) } : null,
    follow_up_committee: committeeColumn(follow_up_committee),
    phases: phases.map(({ kind, planned, actual }) => ({
      kind,
      planned: period(planned),
      actual: period(actual),
    })),
    previous_plan: document.previous_plan ?? null,
    sources: sourcesColumn(sources),
  }
}

/** A new plan whose end is not said ends two years after it starts; one that is said to be null is unknown. */
export function withEnd<T extends PlanDocument>(document: T): T {
  const { cycle } = document
  if (!cycle?.starts_on || cycle.ends_on !== undefined) return document
  return { ...document, cycle: { ...cycle, ends_on: { value: endOfCycle(cycle.starts_on.value) } } }
}

const period = (given: Period | null | undefined) =>
  given ? { starts_on: wireDate(given.starts_on), ends_on: wireDate(given.ends_on) } : null

/** What the form of a document cannot say of it; every fault, with its pointer. */
export function planFaults({ title, cycle, phases = [] }: PlanDocument): Fault[] {
  const kinds = phases.map(({ kind }) => kind)
  return [
    ...(title ? textless(title, '/title') : []),
    ...periodFaults(cycle, '/cycle'),
    ...phases.flatMap(({ kind, planned, actual }, index) => [
      ...(kinds.indexOf(kind) < index
        ? [{ at: { pointer: `/phases/${index}/kind` }, code: 'repeated_value' } as const]
        : []),
      ...periodFaults(planned, `/phases/${index}/planned`),
      ...periodFaults(actual, `/phases/${index}/actual`),
    ]),
  ]
}

export function periodFaults(given: Period | null | undefined, pointer: string): Fault[] {
  if (!given) return []
  const { starts_on, ends_on } = given
  const isBackward =
    starts_on && ends_on && lastDay(ends_on.value) < readPartialDate(starts_on.value).day
      ? [
          {
            at: { pointer: `${pointer}/ends_on` },
            code: 'too_small',
            values: { limit: starts_on.value },
          } as const,
        ]
      : []
  return [
    ...precisionFaults(starts_on, `${pointer}/starts_on`),
    ...precisionFaults(ends_on, `${pointer}/ends_on`),
    ...isBackward,
  ]
}

/** Not before the last day of the period that the text names: texts compare as days do. */
const lastDay = (text: string) => `${text}-99-99`.slice(0, 10)
