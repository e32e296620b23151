import { type Static, type TSchema, Type } from 'typebox'
import { OGP_COMPLETIONS, STAGES } from '../domain/progress-types.ts'
import {
  extensible,
  Id,
  Instant,
  NewPartialDate,
  NewSources,
  newTexts,
  nullable,
  open,
  PartialDate,
  Revision,
  ref,
  Sources,
  strict,
  Texts,
  words,
} from '../http/schema.ts'

const optional = <T extends TSchema>(schema: T) => Type.Optional(nullable(schema))
const evidence = Type.Optional(
  Type.Array(Id, {
    maxItems: 50,
    uniqueItems: true,
    description: 'Ids of documents that are published, at `/v1/documents`',
  }),
)
const TEXT = 5_000

const newReport = {
  reported_on: NewPartialDate,
  period: optional(
    strict(
      { starts_on: optional(NewPartialDate), ends_on: optional(NewPartialDate) },
      { description: 'What it reports on' },
    ),
  ),
  stage: optional(
    words(STAGES, 'How far it has come; when not said, what `percentage` tells: 0, below 50, below 100, 100'),
  ),
  percentage: optional(Type.Integer({ minimum: 0, maximum: 100, description: 'Of what was promised' })),
  text: optional(newTexts(TEXT, 'What was done')),
  milestones: Type.Optional(
    Type.Array(
      strict({
        key: Type.String({ minLength: 1, maxLength: 40, description: 'Of a milestone of the commitment' }),
        done_on: NewPartialDate,
      }),
      {
        maxItems: 50,
        description: 'What was done by then; what an earlier report says need not be repeated',
      },
    ),
  ),
  evidence,
  sources: NewSources,
}
export const NewProgressReport = strict(newReport, {
  $id: 'NewProgressReport',
  description: 'What a member says of a commitment of its own',
})
export type NewProgressReport = Static<typeof NewProgressReport>

const newAssessment = {
  assessed_on: NewPartialDate,
  completion: words(OGP_COMPLETIONS, 'How far it has come, on the scale of the Open Government Partnership'),
  assessor: strict(
    { name: newTexts(300, 'Its name') },
    { description: 'The organisation that assessed; never a person' },
  ),
  method: optional(newTexts(TEXT, 'How it was found')),
  text: optional(newTexts(TEXT, 'What was found')),
  evidence,
  sources: NewSources,
}
export const NewAssessment = strict(newAssessment, {
  $id: 'NewAssessment',
  description: 'What others than the member find of a commitment',
})
export type NewAssessment = Static<typeof NewAssessment>

/** A JSON merge patch (RFC 7396); what results is held to the new document. */
const patchOf = (name: string, properties: object) =>
  Type.Unsafe<Record<string, never>>({
    $id: `${name}Patch`,
    type: 'object',
    minProperties: 1,
    description: `JSON merge patch (RFC 7396); \`null\` removes; what results must be as in New${name}`,
    properties: Object.fromEntries(
      Object.keys(properties).map((field) => [field, { description: `As in New${name}` }]),
    ),
  })
export const ProgressReportPatch = patchOf('ProgressReport', newReport)
export const AssessmentPatch = patchOf('Assessment', newAssessment)

export const NewWithdrawal = strict(
  { reason: Type.String({ minLength: 1, maxLength: 1_000, format: 'text', description: 'Kept and public' }) },
  { $id: 'NewWithdrawal', description: 'Why a record no longer counts' },
)
export type NewWithdrawal = Static<typeof NewWithdrawal>

const shared = {
  evidence: Type.Array(Id, { description: 'Ids of documents, at `/v1/documents`' }),
  sources: Sources,
  withdrawal: nullable(
    open(
      { withdrawn_at: Instant, reason: Type.String() },
      { description: 'One that was withdrawn stays and no longer counts, whatever the day' },
    ),
  ),
}
const stamps = { revision: Revision, created_at: Instant, updated_at: Instant }

export const ProgressReport = open(
  {
    id: Id,
    commitment_id: Id,
    reported_on: ref(PartialDate),
    period: nullable(open({ starts_on: nullable(ref(PartialDate)), ends_on: nullable(ref(PartialDate)) })),
    stage: extensible(STAGES, 'How far it had come'),
    percentage: nullable(Type.Integer({ minimum: 0, maximum: 100 })),
    text: nullable(ref(Texts)),
    milestones: Type.Array(open({ key: Type.String(), done_on: ref(PartialDate) })),
    ...shared,
    warnings: Type.Array(
      open({
        code: extensible(['done_before_start'], 'A milestone was done before the plan began'),
        pointer: Type.String({ description: 'JSON pointer into the report' }),
        detail: open({ ar: Type.String(), fr: Type.String(), en: Type.String() }),
      }),
      { description: 'Hints; none of them stands in the way of anything' },
    ),
    ...stamps,
  },
  { $id: 'ProgressReport', description: 'What a member says of a commitment of its own' },
)
export type ProgressReport = Static<typeof ProgressReport>

export const Assessment = open(
  {
    id: Id,
    commitment_id: Id,
    assessed_on: ref(PartialDate),
    completion: extensible(
      OGP_COMPLETIONS,
      'How far it had come, on the scale of the Open Government Partnership',
    ),
    assessor: open({ name: ref(Texts) }),
    method: nullable(ref(Texts)),
    text: nullable(ref(Texts)),
    ...shared,
    ...stamps,
  },
  { $id: 'Assessment', description: 'What others than the member find of a commitment' },
)
export type Assessment = Static<typeof Assessment>

export const progressSchemas = [
  NewProgressReport,
  ProgressReportPatch,
  ProgressReport,
  NewAssessment,
  AssessmentPatch,
  Assessment,
  NewWithdrawal,
]
