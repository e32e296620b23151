import { type Static, type TSchema, Type } from 'typebox'
import { ListedSession, sessionSchemas } from '../../approval-sessions/schema.ts'
import { Consultation, consultationSchemas } from '../../consultations/schema.ts'
import { Contribution, contributionSchemas } from '../../contributions/schema.ts'
import type { Shape } from '../../db/shape.ts'
import { Document } from '../../documents/schema.ts'
import { RECORD_TYPES, type RecordType } from '../../domain/record-types.ts'
import { Holiday } from '../../holidays/schema.ts'
import { extensible, open, ref, sharedSchemas } from '../../http/schema.ts'
import { LegalRule } from '../../legal-rules/schema.ts'
import { Member, memberSchemas } from '../../members/schema.ts'
import { Network, networkSchemas } from '../../network/schema.ts'
import { Draft, draftSchemas } from '../../plans/drafts/schema.ts'
import { actionPlanWith, planSchemas } from '../../plans/schema.ts'
import { Assessment, ProgressReport, progressSchemas } from '../../progress/schema.ts'
import { Collectivity, registerSchemas } from '../../register/schema.ts'
import { Workshop, workshopSchemas } from '../../workshops/schema.ts'
import { type Field, fieldsOf } from './fields.ts'

/** The resource that says what the fields of each kind of record mean, where it is read, and what the records are. */
export const RESOURCES: Readonly<Record<RecordType, { schema: TSchema; path: string; title: string }>> = {
  region: { schema: Collectivity, path: '/v1/regions', title: 'Regions' },
  provincial_council: {
    schema: Collectivity,
    path: '/v1/provincial-councils',
    title: 'Provincial and prefectoral councils',
  },
  commune: { schema: Collectivity, path: '/v1/communes', title: 'Communes' },
  member: { schema: Member, path: '/v1/members', title: 'Members of the network' },
  network: { schema: Network, path: '/v1/network', title: 'The network' },
  legal_rule: { schema: LegalRule, path: '/v1/legal-rules', title: 'Rules of law on councils' },
  holiday: { schema: Holiday, path: '/v1/holidays', title: 'Public holidays' },
  document: { schema: Document, path: '/v1/documents', title: 'Published documents' },
  action_plan: { schema: actionPlanWith({}), path: '/v1/action-plans', title: 'Action plans of openness' },
  draft: { schema: Draft, path: '/v1/action-plans/{id}/drafts', title: 'Published drafts of plans' },
  workshop: { schema: Workshop, path: '/v1/workshops', title: 'Workshops and meetings' },
  consultation: { schema: Consultation, path: '/v1/consultations', title: 'Consultations' },
  approval_session: {
    schema: ListedSession,
    path: '/v1/approval-sessions',
    title: 'Council sessions that vote on plans',
  },
  contribution: { schema: Contribution, path: '/v1/contributions', title: 'Contributions to consultations' },
  progress_report: {
    schema: ProgressReport,
    path: '/v1/commitments/{id}/progress-reports',
    title: 'What members report of their commitments',
  },
  assessment: {
    schema: Assessment,
    path: '/v1/commitments/{id}/assessments',
    title: 'What others find of commitments',
  },
}

const SHARED = new Map<string, TSchema>(
  [
    sharedSchemas,
    registerSchemas,
    memberSchemas,
    networkSchemas,
    planSchemas,
    draftSchemas,
    sessionSchemas,
    progressSchemas,
    workshopSchemas,
    consultationSchemas,
    contributionSchemas,
  ]
    .flat()
    .map((schema) => [(schema as { $id?: string }).$id!, schema as TSchema]),
)

const DictionaryField = open(
  {
    name: Type.String({ description: 'Header in CSV; path in `data` of NDJSON and of the feed' }),
    type: extensible(
      ['string', 'integer', 'number', 'boolean', 'date', 'datetime', 'array', 'object', 'any'],
      'Table Schema (datapackage.org); `array`, `object` and `any` are a JSON cell in CSV',
    ),
    format: Type.Optional(extensible(['uuid', 'uri'], 'Of a string')),
    description: Type.String(),
    unit: Type.Optional(Type.String({ description: 'What a number counts' })),
    values: Type.Optional(
      Type.Array(Type.String(), { description: 'The words that there are; more may come' }),
    ),
    constraints: open({ required: Type.Boolean({ description: 'Whether it is never null' }) }),
  },
  { $id: 'DictionaryField' },
)

export const DictionaryTable = open(
  {
    type: extensible(RECORD_TYPES, 'Kind of record'),
    title: Type.String(),
    description: Type.String(),
    resource: Type.String({ description: 'Where such records are read one by one' }),
    primary_key: Type.String(),
    fields: Type.Array(ref(DictionaryField)),
  },
  { $id: 'DictionaryTable', description: 'What the fields of a kind of record mean' },
)
export type DictionaryTable = Static<typeof DictionaryTable>

export const Dictionary = open(
  { data: Type.Array(ref(DictionaryTable)) },
  { $id: 'Dictionary', description: 'What is in the files of snapshots, and in `data` of the feed' },
)
export const dictionarySchemas = [DictionaryField, DictionaryTable, Dictionary] as const

/** Describes a kind of record, which the journal makes of these facts. */
export function describeTable(type: RecordType, facts: Shape) {
  const { schema, path, title } = RESOURCES[type]
  return {
    type,
    title,
    description: (schema as { description?: string }).description ?? title,
    resource: path,
    primary_key: 'id',
    fields: fieldsOf(facts, schema, SHARED) as readonly Field[],
  }
}
