import { dateColumns } from '../domain/partial-date.ts'
import { composed } from '../domain/text.ts'
import { sourcesColumn, wireDate } from '../members/document-columns.ts'
import { textsOf } from '../plans/drafts/content.ts'
import { stageAt } from './faults.ts'
import type { NewAssessment, NewProgressReport } from './schema.ts'

const asJson = (value: unknown) => (value === null ? null : JSON.stringify(value))

/** What a document says, as the columns hold it: every key there, dates split, texts composed. */
export function reportColumns(document: NewProgressReport) {
  const { reported_on, period, stage, percentage, text, milestones = [] } = composed(document)
  const { day, precision } = dateColumns(reported_on)
  return {
    reported_on: day!,
    reported_precision: precision!,
    period: asJson(
      period ? { starts_on: wireDate(period.starts_on), ends_on: wireDate(period.ends_on) } : null,
    ),
    stage: stage ?? stageAt(percentage!),
    percentage: percentage ?? null,
    text: asJson(textsOf(text)),
    milestones: JSON.stringify(milestones.map(({ key, done_on }) => ({ key, done_on: wireDate(done_on) }))),
    ...sharedColumns(document),
  }
}

export function assessmentColumns(document: NewAssessment) {
  const { assessed_on, completion, assessor, method, text } = composed(document)
  const { day, precision } = dateColumns(assessed_on)
  return {
    assessed_on: day!,
    assessed_precision: precision!,
    completion,
    assessor: JSON.stringify({ name: textsOf(assessor.name) }),
    method: asJson(textsOf(method)),
    text: asJson(textsOf(text)),
    ...sharedColumns(document),
  }
}

const sharedColumns = ({ evidence = [], sources }: NewProgressReport | NewAssessment) => ({
  evidence,
  sources: JSON.stringify(sourcesColumn(composed(sources))),
})
