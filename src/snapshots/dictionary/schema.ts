import { type Static, type TSchema, Type } from 'typebox'
import { ListedSession, sessionSchemas } from '../../approval-sessions/schema.ts'
import { Consultation, consultationSchemas } from '../../consultations/schema.ts'
import { Contribution, contributionSchemas } from '../../contributions/schema.ts'
import type { Shape } from '../../db/shape.ts'
import { Document } from '../../documents/schema.ts'
import type { Text } from '../../domain/messages.ts'
import { RECORD_TYPES, type RecordType } from '../../domain/record-types.ts'
import { Holiday } from '../../holidays/schema.ts'
import type { LICENCES } from '../../http/licences.ts'
import { extensible, open, ref, sharedSchemas } from '../../http/schema.ts'
import { LegalRule } from '../../legal-rules/schema.ts'
import { Member, memberSchemas } from '../../members/schema.ts'
import { Network, networkSchemas } from '../../network/schema.ts'
import { Draft, draftSchemas } from '../../plans/drafts/schema.ts'
import { actionPlanWith, planSchemas } from '../../plans/schema.ts'
import { Assessment, ProgressReport, progressSchemas } from '../../progress/schema.ts'
import { Collectivity, registerSchemas } from '../../register/schema.ts'
import { Workshop, workshopSchemas } from '../../workshops/schema.ts'
import type { Frequency } from '../catalog/dcat.ts'
import { type Field, fieldsOf } from './fields.ts'

interface Resource {
  readonly schema: TSchema
  readonly path: string
  readonly title: Text
  /** On what terms. */
  readonly licence: keyof typeof LICENCES
  /** How it moves, in the words of the catalogue. */
  readonly frequency: Frequency
}

/** What comes with a census or a law, and what people do every day. */
const register = { licence: 'register', frequency: 'IRREG' } as const
const rarely = { licence: 'records', frequency: 'IRREG' } as const
const steadily = { licence: 'records', frequency: 'UPDATE_CONT' } as const

/** The resource that says what the fields of each kind of record mean, where it is read, and what the records are. */
export const RESOURCES: Readonly<Record<RecordType, Resource>> = {
  region: {
    schema: Collectivity,
    path: '/v1/regions',
    title: { ar: 'الجهات', fr: 'Régions', en: 'Regions' },
    ...register,
  },
  provincial_council: {
    schema: Collectivity,
    path: '/v1/provincial-councils',
    title: {
      ar: 'مجالس العمالات والأقاليم',
      fr: 'Conseils préfectoraux et provinciaux',
      en: 'Provincial and prefectoral councils',
    },
    ...register,
  },
  commune: {
    schema: Collectivity,
    path: '/v1/communes',
    title: { ar: 'الجماعات', fr: 'Communes', en: 'Communes' },
    ...register,
  },
  member: {
    schema: Member,
    path: '/v1/members',
    title: { ar: 'أعضاء الشبكة', fr: 'Membres du réseau', en: 'Members of the network' },
    ...steadily,
  },
  network: {
    schema: Network,
    path: '/v1/network',
    title: { ar: 'الشبكة', fr: 'Le réseau', en: 'The network' },
    ...rarely,
  },
  legal_rule: {
    schema: LegalRule,
    path: '/v1/legal-rules',
    title: {
      ar: 'القواعد القانونية المتعلقة بالمجالس',
      fr: 'Règles de droit relatives aux conseils',
      en: 'Rules of law on councils',
    },
    ...rarely,
  },
  holiday: {
    schema: Holiday,
    path: '/v1/holidays',
    title: { ar: 'أيام العطل الرسمية', fr: 'Jours fériés', en: 'Public holidays' },
    ...rarely,
  },
  document: {
    schema: Document,
    path: '/v1/documents',
    title: { ar: 'الوثائق المنشورة', fr: 'Documents publiés', en: 'Published documents' },
    ...steadily,
  },
  action_plan: {
    schema: actionPlanWith({}),
    path: '/v1/action-plans',
    title: { ar: 'برامج عمل الانفتاح', fr: 'Plans d’action d’ouverture', en: 'Action plans of openness' },
    ...steadily,
  },
  draft: {
    schema: Draft,
    path: '/v1/action-plans/{id}/drafts',
    title: { ar: 'مسودات البرامج المنشورة', fr: 'Projets de plans publiés', en: 'Published drafts of plans' },
    ...steadily,
  },
  workshop: {
    schema: Workshop,
    path: '/v1/workshops',
    title: { ar: 'الورشات واللقاءات', fr: 'Ateliers et réunions', en: 'Workshops and meetings' },
    ...steadily,
  },
  consultation: {
    schema: Consultation,
    path: '/v1/consultations',
    title: { ar: 'الاستشارات', fr: 'Consultations', en: 'Consultations' },
    ...steadily,
  },
  approval_session: {
    schema: ListedSession,
    path: '/v1/approval-sessions',
    title: {
      ar: 'دورات المجالس للتصويت على البرامج',
      fr: 'Sessions des conseils qui votent les plans',
      en: 'Council sessions that vote on plans',
    },
    ...steadily,
  },
  contribution: {
    schema: Contribution,
    path: '/v1/contributions',
    title: {
      ar: 'المساهمات في الاستشارات',
      fr: 'Contributions aux consultations',
      en: 'Contributions to consultations',
    },
    ...steadily,
  },
  progress_report: {
    schema: ProgressReport,
    path: '/v1/progress-reports',
    title: {
      ar: 'تقارير الأعضاء عن تقدم الالتزامات',
      fr: 'Ce que les membres rapportent de leurs engagements',
      en: 'What members report of their commitments',
    },
    ...steadily,
  },
  assessment: {
    schema: Assessment,
    path: '/v1/assessments',
    title: {
      ar: 'تقييمات الالتزامات من أطراف أخرى',
      fr: 'Ce que d’autres constatent des engagements',
      en: 'What others find of commitments',
    },
    ...steadily,
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
  const { schema, path, title: titles } = RESOURCES[type]
  const title = titles.en
  return {
    type,
    title,
    description: (schema as { description?: string }).description ?? title,
    resource: path,
    primary_key: 'id',
    fields: fieldsOf(facts, schema, SHARED) as readonly Field[],
  }
}
