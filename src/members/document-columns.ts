import { dateColumns, readPartialDate } from '../domain/partial-date.ts'
import type { MemberDocument } from './schema.ts'

/** An episode to be written: its document, and whose it is. */
export interface MemberToWrite {
  readonly id: string
  readonly collectivity_id: string
  readonly document: MemberDocument
}

/** What a document says, as the columns hold it: every key there, dates split, the same document the same JSON. */
export function documentColumns(document: Partial<MemberDocument>) {
  const applied = dateColumns(document.applied_on)
  const joined = dateColumns(document.joined_on)
  return {
    wave: document.wave ?? null,
    applied_on: applied.day,
    applied_precision: applied.precision,
    joined_on: joined.day,
    joined_precision: joined.precision,
    evidence: evidenceColumn(document.evidence),
    identifiers: identifierTexts(document.identifiers ?? []),
    consultative_bodies: (document.consultative_bodies ?? []).map((body) => ({
      name: { ar: null, fr: null, en: null, ...body.name },
      established_on: wireDate(body.established_on),
      legal_basis: body.legal_basis ?? null,
    })),
    follow_up_committee: committeeColumn(document.follow_up_committee),
    sources: sourcesColumn(document.sources ?? []),
  }
}

/** `scheme:value` each; a scheme has no colon. */
const identifierTexts = (identifiers: NonNullable<MemberDocument['identifiers']>) =>
  identifiers.map(({ scheme, value }) => `${scheme}:${value}`)

export const wireDate = (date: { value: string } | null | undefined) =>
  date ? { value: date.value, precision: readPartialDate(date.value).precision } : null

export const committeeColumn = (committee: MemberDocument['follow_up_committee']) =>
  committee
    ? {
        established_on: wireDate(committee.established_on),
        president_from: committee.president_from ?? null,
        vice_president_from: committee.vice_president_from ?? null,
        elected_members: committee.elected_members ?? null,
        civil_society_members: committee.civil_society_members ?? null,
      }
    : null

export const evidenceColumn = (evidence: MemberDocument['evidence']) =>
  evidence ? { kind: evidence.kind, held_on: wireDate(evidence.held_on) } : null

export const sourcesColumn = (sources: MemberDocument['sources']) =>
  sources.map((source) => ({
    title: source.title ?? null,
    publisher: source.publisher ?? null,
    published_on: source.published_on ?? null,
    url: source.url ?? null,
    quoted: source.quoted ?? null,
  }))
