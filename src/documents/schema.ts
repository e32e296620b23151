import { type Static, Type } from 'typebox'
import {
  extensible,
  Id,
  Instant,
  Names,
  NewSources,
  nullable,
  open,
  Revision,
  ref,
  Sources,
  strict,
  words,
} from '../http/schema.ts'
import { DOCUMENT_KINDS, DOCUMENT_LANGUAGES, MEDIA_TYPES, OWNER_TYPES } from './kinds.ts'

const text = (maxLength: number, description?: string) =>
  Type.String({
    minLength: 1,
    maxLength,
    format: 'text',
    ...(description === undefined ? {} : { description }),
  })
const optionalText = (maxLength: number, description?: string) =>
  Type.Optional(nullable(text(maxLength, description)))

const BASIS = 'Why an image of people may be published (law 09-08): a photograph is not published without'

/** What may be edited of a document; its content never changes. */
export const DocumentFacts = strict(
  {
    kind: words(DOCUMENT_KINDS, 'What it is'),
    title: strict({
      ar: optionalText(300),
      fr: optionalText(300),
      en: optionalText(300),
      zgh: optionalText(300),
    }),
    language: Type.Optional(nullable(words(DOCUMENT_LANGUAGES, 'Of the content; `mul` for several'))),
    published: Type.Boolean({ description: 'Whether everybody may read it; never an attendance sheet' }),
    legal_basis: optionalText(500, BASIS),
    sources: Type.Optional(Type.Array(NewSources.items as never, { maxItems: 50 })),
  },
  { $id: 'DocumentFacts', description: 'What may be edited of a document' },
)
export interface DocumentFacts extends Omit<Static<typeof DocumentFacts>, 'sources'> {
  sources?: NewSources
}

export const DocumentPatch = Type.Unsafe<Record<string, never>>({
  $id: 'DocumentPatch',
  type: 'object',
  minProperties: 1,
  description: 'JSON merge patch (RFC 7396) of what may be edited; `null` removes',
  properties: Object.fromEntries(
    Object.entries(DocumentFacts.properties).map(([name, property]) => [
      name,
      { description: (property as { description?: string }).description ?? 'As it is read' },
    ]),
  ),
})

/** What is said of a document while it is sent: the body is its content. */
export const uploadParameters = {
  owner_type: Type.Optional(words(OWNER_TYPES, 'Kind of record that it belongs to; required')),
  owner_id: Type.Optional(Type.String({ format: 'uuid', description: 'Of that record; required' })),
  kind: Type.Optional(words(DOCUMENT_KINDS, 'What it is; required')),
  'title.ar': Type.Optional(text(300, 'Title in Arabic; one language is required')),
  'title.fr': Type.Optional(text(300, 'Title in French')),
  'title.en': Type.Optional(text(300, 'Title in English')),
  'title.zgh': Type.Optional(text(300, 'Title in Amazigh, in Tifinagh')),
  language: Type.Optional(words(DOCUMENT_LANGUAGES, 'Of the content; `mul` for several')),
  published: Type.Optional(
    Type.Boolean({ description: 'Whether everybody may read it; false when not said' }),
  ),
  legal_basis: Type.Optional(text(500, BASIS)),
  file_name: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      format: 'file-name',
      description: 'What it is called when it is downloaded; of a path, its last part',
    }),
  ),
}

export const Document = open(
  {
    id: Id,
    owner: open({
      type: extensible(OWNER_TYPES, 'Kind of record'),
      id: Id,
    }),
    kind: extensible(DOCUMENT_KINDS, 'What it is'),
    title: ref(Names),
    language: nullable(extensible(DOCUMENT_LANGUAGES, 'Of the content; `mul` for several')),
    published: Type.Boolean({ description: 'Whether everybody may read it' }),
    legal_basis: nullable(Type.String({ description: BASIS })),
    file_name: nullable(Type.String({ description: 'What it was called' })),
    media_type: extensible(Object.keys(MEDIA_TYPES), 'Found from the content itself'),
    size: Type.Integer({ minimum: 1, description: 'Bytes' }),
    sha256: Type.String({ description: 'Of the content, hexadecimal; also its entity tag' }),
    sources: Sources,
    revision: Revision,
    created_at: Instant,
    updated_at: Instant,
  },
  {
    $id: 'Document',
    description: 'A file of a record. Its content is at `/v1/documents/{id}/content`, and never changes',
  },
)
export type Document = Static<typeof Document>

export const documentSchemas = [DocumentPatch, Document]
