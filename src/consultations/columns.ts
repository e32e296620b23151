import type { ConsultationStatus } from '../domain/consultation-types.ts'
import { DomainError, type Fault } from '../domain/errors.ts'
import { composed } from '../domain/text.ts'
import { sourcesColumn } from '../members/document-columns.ts'
import { textless, textsOf } from '../plans/drafts/content.ts'
import { type DraftFacts, requireAxes } from '../plans/lifecycle.ts'
import type { ConsultationDocument } from './schema.ts'
import { momentFaults, readMoment } from './window.ts'

/** The first instant of a window, and the first after it. */
export interface Window {
  readonly opens_at: string | null
  readonly closes_at: string | null
}

export type Columns = ReturnType<typeof columnsOf>

/** What a document says, as the columns hold it. */
export function columnsOf(document: ConsultationDocument, window: Window) {
  const { round, draft, title, description, channels, sources } = composed(document)
  const [opens, closes] = [readMoment(document.opens_at), readMoment(document.closes_at)]
  return {
    round,
    draft_number: draft ?? null,
    title: textsOf(title),
    description: textsOf(description),
    channels,
    opens_at: window.opens_at,
    opens_on: opens.day,
    opens_precision: opens.precision,
    closes_at: window.closes_at,
    closes_on: closes.day,
    closes_precision: closes.precision,
    sources: sourcesColumn(sources),
  }
}

/**
 * What the form of a document cannot say of it; every fault, with its pointer.
 *
 * @param drafts of its plan
 */
export function documentFaults(
  { round, draft, title, description, opens_at, closes_at }: ConsultationDocument,
  window: Window,
  drafts: readonly DraftFacts[],
  status: ConsultationStatus,
): Fault[] {
  return [
    ...(title ? textless(title, '/title') : []),
    ...(description ? textless(description, '/description') : []),
    ...momentFaults(opens_at, '/opens_at'),
    ...momentFaults(closes_at, '/closes_at'),
    ...windowFaults(window),
    ...draftFaults(round, draft ?? null, drafts, status),
  ]
}

function windowFaults({ opens_at, closes_at }: Window): Fault[] {
  if (closes_at === null) return []
  const at = { pointer: '/closes_at' }
  if (opens_at === null) return [{ at, code: 'closes_without_opening' }]
  return Date.parse(closes_at) > Date.parse(opens_at) ? [] : [{ at, code: 'closes_before_it_opens' }]
}

function draftFaults(
  round: number,
  number: number | null,
  drafts: readonly DraftFacts[],
  status: ConsultationStatus,
): Fault[] {
  const at = { pointer: '/draft' }
  if (round === 1) return number === null ? [] : [{ at, code: 'no_draft_in_round_one' }]
  if (number === null) return [{ at, code: 'required' }]
  const draft = drafts.find((one) => one.number === number)
  if (draft === undefined) return [{ at, code: 'no_such_draft', values: { value: number } }]
  return status === 'announced' ? [...axisFaults(draft)] : []
}

function axisFaults(draft: DraftFacts): readonly Fault[] {
  try {
    requireAxes(draft)
  } catch (error) {
    if (error instanceof DomainError) return error.faults
    throw error
  }
  return []
}
