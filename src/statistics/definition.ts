import type { RecordType } from '../domain/record-types.ts'

export const PERIODS = ['month', 'quarter', 'year'] as const
export type PeriodName = (typeof PERIODS)[number]

/** What figures can be split by; the texts say what a value is. */
export const DIMENSIONS = {
  type: {
    ar: 'نوع الجماعة الترابية',
    fr: 'Type de collectivité',
    en: 'Type of collectivity',
  },
  region: {
    ar: 'الجهة، ومعها كل ما يقع فيها',
    fr: 'Région, avec tout ce qui s’y trouve',
    en: 'Region, with all within it',
  },
  province: {
    ar: 'العمالة أو الإقليم، ومعه جماعاته؛ لا شيء للجهات',
    fr: 'Préfecture ou province, avec ses communes ; rien pour les régions',
    en: 'Prefecture or province, with its communes; none of regions',
  },
  collectivity: {
    ar: 'الجماعة الترابية نفسها',
    fr: 'La collectivité elle-même',
    en: 'The collectivity itself',
  },
  wave: { ar: 'فوج الانضمام', fr: 'Vague d’adhésion', en: 'Wave of admission' },
  plan_status: { ar: 'حالة البرنامج', fr: 'État du plan', en: 'Status of the plan' },
  contribution_status: {
    ar: 'حالة المساهمة الآن',
    fr: 'État présent de la contribution',
    en: 'Present status of the contribution',
  },
  timeliness: {
    ar: 'هل قرر المجلس في الدورة المعلنة: on_time وlate، وoverdue لما فات أجله، وpending لما لم يفت، وunknown حين لم يعلن يوم',
    fr: 'Si le conseil a décidé dans la session annoncée : on_time, late, overdue quand le terme est passé sans décision, pending quand il ne l’est pas, unknown quand aucun jour n’était annoncé',
    en: 'Whether the council decided in the session that was announced: on_time, late, overdue when its term has passed without a decision, pending when it has not, unknown when no day was announced',
  },
  kind: { ar: 'الصنف', fr: 'Nature', en: 'Kind' },
  outcome: {
    ar: 'قرار المجلس، ولا شيء قبله',
    fr: 'Décision du conseil ; rien avant elle',
    en: 'What the council decided; none before it has',
  },
  mode: { ar: 'حضوريا أو عن بعد', fr: 'En présence ou à distance', en: 'In person or remote' },
  category: { ar: 'فئة المشاركين', fr: 'Catégorie de participants', en: 'Category of participants' },
  gender: { ar: 'الجنس، حين دون', fr: 'Genre, quand il a été noté', en: 'Gender, where it was written down' },
  channel: { ar: 'قناة المساهمة', fr: 'Canal de la contribution', en: 'Channel of the contribution' },
  language: { ar: 'لغة المساهمة', fr: 'Langue de la contribution', en: 'Language of the contribution' },
  round: { ar: 'مرحلة التشاور', fr: 'Tour de la consultation', en: 'Round of the consultation' },
  principle: { ar: 'مبدأ من مبادئ الشبكة', fr: 'Principe du réseau', en: 'Principle of the network' },
  completion: {
    ar: 'مدى الإنجاز حسب العضو نفسه، وunreported حين لم يقل شيئا',
    fr: 'Avancement selon le membre lui-même, unreported quand il n’a rien dit',
    en: 'How far it has come by the member’s own word, unreported without one',
  },
  overdue: { ar: 'هل فات أجله', fr: 'Si le terme est passé', en: 'Whether its day has passed' },
} as const satisfies Readonly<Record<string, Translated>>
export type Dimension = keyof typeof DIMENSIONS
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as Dimension[]

export interface Translated {
  readonly ar: string
  readonly fr: string
  readonly en: string
}

/** How a measure is split by a dimension, and how its public list tells the same. */
export interface Split {
  readonly name: Dimension
  /** Whether a record is in one cell at the most, so that cells may be added up. */
  readonly additive: boolean
  /** Of the list: the parameter that keeps the records of one value. */
  readonly parameter: string | null
  /** Of a record of the list: where it says the value. */
  readonly field: string | null
}

/** What a figure is: for its reader, and so for whoever makes it again from the public list. */
export interface Measure {
  readonly id: string
  readonly name: Translated
  /** What it counts, and what `as_of` means for it. */
  readonly counts: Translated
  readonly unit:
    | 'members'
    | 'days'
    | 'plans'
    | 'sessions'
    | 'workshops'
    | 'people'
    | 'contributions'
    | 'commitments'
  /** `stock`: what there is on a day. `flow`: what has happened by then, each on a day of its own. */
  readonly kind: 'stock' | 'flow'
  /** What a past `as_of` goes by: the days on which things happened, or those on which they were recorded. */
  readonly time: 'real' | 'recorded'
  /** What the value is a part of, or to be divided by. */
  readonly denominator: Translated | null
  readonly record_types: readonly RecordType[]
  readonly splits: readonly Split[]
  readonly list: {
    /** `{as_of}` stands for the day. */
    readonly path: string
    readonly aggregate: 'count' | 'sum' | 'days' | 'longest'
    /** What is added up of each record, or says when its days began; null of a count. */
    readonly of: string | null
    /** Of a flow: where a record says its day. */
    readonly day: string | null
  }
}

export const split = (name: Dimension, parameter: string | null, field: string | null): Split => ({
  name,
  additive: true,
  parameter,
  field,
})

/** Of a record of one collectivity, told at `at`. */
export const placesOfOne = (at: string): Split[] => [
  split('type', 'type', `${at}.type`),
  split('region', 'region', `${at}.hcp_code`),
  split('province', 'province', `${at}.hcp_code`),
  split('collectivity', 'collectivity', `${at}.id`),
]

/** Of a record of any number of collectivities, which is counted in the cell of each. */
export const placesOfMany = (at: string | null, parameters: { readonly type: boolean }): Split[] =>
  placesOfOne(at ?? '').map((one) => ({
    ...one,
    additive: false,
    parameter: one.name === 'type' && !parameters.type ? null : one.parameter,
    field: at === null ? null : one.field,
  }))
