/** What a document is. */
export const DOCUMENT_KINDS = [
  'minutes',
  'attendance_sheet',
  'presentation',
  'photograph',
  'agenda',
  'report',
  'decision',
  'deliberation',
  'letter',
  'invitation',
  'poster',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Languages of a document; `mul` for several (ISO 639-2). */
export const DOCUMENT_LANGUAGES = ['ar', 'fr', 'en', 'zgh', 'mul'] as const

/** The types of record that documents can be of: those of the view `record_collectivity`. */
export const OWNER_TYPES = [
  'member',
  'region',
  'provincial_council',
  'commune',
  'action_plan',
  'workshop',
  'progress_report',
  'assessment',
  'network',
  'approval_session',
  'consultation',
] as const
export type OwnerType = (typeof OWNER_TYPES)[number]

interface MediaType {
  readonly extension: string
  /** A browser may show it in its place; all else is only ever downloaded. */
  readonly inline: boolean
}

const office = (extension: string): MediaType => ({ extension, inline: false })

/** What is taken: nothing that can hold a script for a browser, and no macros. */
export const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  'application/pdf': { extension: 'pdf', inline: true },
  'image/png': { extension: 'png', inline: true },
  'image/jpeg': { extension: 'jpg', inline: true },
  'image/webp': { extension: 'webp', inline: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': office('docx'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': office('xlsx'),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': office('pptx'),
  'application/vnd.oasis.opendocument.text': office('odt'),
  'application/vnd.oasis.opendocument.spreadsheet': office('ods'),
  'application/vnd.oasis.opendocument.presentation': office('odp'),
}
