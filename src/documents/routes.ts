import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Writing } from '../db/journal.ts'
import { DomainError } from '../domain/errors.ts'
import { mergePatch } from '../domain/merge-patch.ts'
import type { FileStore } from '../files/store.ts'
import { callerOf } from '../http/access.ts'
import { restrictAnswer, sendRecord } from '../http/answer.ts'
import { documentValidator } from '../http/document.ts'
import {
  answerHeaders,
  fieldsParameter,
  listParameters,
  notModified,
  pageOf,
  parameters,
  sendList,
  TABLE_FORMATS,
  wordsParameter,
} from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { commaList, fieldPaths, Id, ref, sharedObjects, strict, words } from '../http/schema.ts'
import { answerWrite, expectedRevision, ifMatchHeader } from '../http/write.ts'
import { territoryOf } from '../register/asked.ts'
import { territoryParameters } from '../register/territory/schema.ts'
import { deleteDocument, dropUnused, editDocument } from './commands.ts'
import { DOCUMENT_KINDS, DOCUMENT_LANGUAGES, OWNER_TYPES } from './kinds.ts'
import { documents, findDocument, SORTS, type Sort } from './queries.ts'
import { Document, DocumentFacts, DocumentPatch } from './schema.ts'

const Page = pageOf(Document, 'DocumentPage', false)
const fields = fieldPaths(Document, sharedObjects)

const { include, format, ...ofEveryList } = listParameters({ sorts: SORTS, fields, includes: ['none'] })
const listQuery = parameters({
  ...ofEveryList,
  format: Type.Optional(
    words(TABLE_FORMATS, 'Instead of `Accept`; all but `json` stream every row unless `limit` is given'),
  ),
  q: wordsParameter('title'),
  owner_type: commaList(words(OWNER_TYPES, 'Kind of record'), 'Of records of these kinds'),
  owner_id: commaList(Type.String({ format: 'uuid' }), 'Of these records'),
  kind: commaList(words(DOCUMENT_KINDS, 'What it is'), 'Any of these'),
  language: commaList(words(DOCUMENT_LANGUAGES, 'Of the content'), 'Any of these'),
  published: Type.Optional(
    Type.Boolean({
      description: '`false` for those that are not: of the caller’s own records, with credentials',
    }),
  ),
  ...territoryParameters,
})

/** Files of records; where they are sent and fetched is beside this. */
export const documentRoutes: FastifyPluginAsyncTypebox<{ reading: Reading; files: FileStore }> = async (
  app,
  { reading, files },
) => {
  app.addSchema(Page)

  app.get(
    '/documents',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listDocuments',
        summary: 'Documents of members, workshops and other records',
        description:
          'Published documents, the newest first. Those that are not published are listed with `published=false` to whoever may read them.',
        tags: ['documents'],
        querystring: listQuery,
        response: {
          200: {
            description: 'The documents that the filters keep',
            headers: answerHeaders,
            content: {
              [MEDIA_TYPES.json]: { schema: ref(Page) },
              [MEDIA_TYPES.csv]: { schema: { type: 'string', description: 'One row a document' } },
              [MEDIA_TYPES.ndjson]: { schema: { type: 'string', description: 'One document a line' } },
            },
          },
          304: notModified,
          ...problems('invalid_request', 'cursor_mismatch', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { query } = request
      const restricted = query.published === false
      if (restricted) restrictAnswer(request)
      const filters = {
        ownerType: query.owner_type,
        ownerId: query.owner_id,
        kind: query.kind,
        language: query.language,
        modifiedSince: query.modified_since,
        q: query.q,
        ...territoryOf(query),
      }
      const sort = (query.sort ?? []) as Sort[]
      const list = documents(filters, query.fields, sort, restricted ? callerOf(request) : undefined)
      return await sendList(request as never, reply, reading, list, null, TABLE_FORMATS)
    },
  )

  app.get(
    '/documents/:id',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getDocument',
        summary: 'What a document is',
        description: 'Its content is at `/content`. One that is not published is a 404 to the public.',
        tags: ['documents'],
        params: strict({ id: Id }),
        querystring: parameters({ fields: fieldsParameter(fields) }),
        response: {
          200: {
            description: 'The record',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Document) } },
          },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const found = await findDocument(reading.db, request.params.id, request.actor, request.query.fields)
      if (found === undefined) throw new DomainError('not_found')
      if (!found.published) restrictAnswer(request)
      return await sendRecord(request, reply, reading, format, found)
    },
  )

  const access = ['association', 'member_editor'] as const
  const refusals = [
    'invalid_request',
    'unauthenticated',
    'forbidden',
    'not_yours',
    'not_found',
    'precondition_failed',
    'precondition_required',
    'rate_limited',
  ] as const
  const validate = documentValidator(DocumentFacts)

  app.patch(
    '/documents/:id',
    {
      config: { access },
      schema: {
        operationId: 'editDocument',
        summary: 'Edit what is said of a document, publish it or withdraw it',
        description:
          'JSON merge patch (RFC 7396). The content never changes: another content is another document.',
        tags: ['documents'],
        params: strict({ id: Id }),
        headers: ifMatchHeader,
        body: ref(DocumentPatch),
        response: {
          200: {
            description: 'The record as it is now',
            headers: answerHeaders,
            content: { [MEDIA_TYPES.json]: { schema: ref(Document) } },
          },
          ...problems(...refusals, 'unprocessable', 'unsupported_media_type', 'payload_too_large'),
        },
      },
    },
    async (request, reply) =>
      await answerWrite(request, reply, reading, async (writing: Writing) => {
        const { id } = request.params
        const actor = callerOf(request)
        await editDocument(
          writing,
          actor,
          id,
          expectedRevision(request),
          (present) => validate(mergePatch(present as never, request.body as never)) as DocumentFacts,
        )
        const found = (await findDocument(writing.trx, id, actor))!
        return { status: 200, location: `/v1/documents/${id}`, revision: found.revision, body: found.json }
      }),
  )

  app.delete(
    '/documents/:id',
    {
      config: { access },
      schema: {
        operationId: 'deleteDocument',
        summary: 'Delete a document and its file',
        description: 'The file is gone for good; the history keeps what the document was.',
        tags: ['documents'],
        params: strict({ id: Id }),
        querystring: parameters({
          reason: Type.Optional(
            Type.String({ minLength: 1, maxLength: 500, format: 'text', description: 'Why; public' }),
          ),
        }),
        headers: ifMatchHeader,
        response: {
          204: { description: 'Deleted', type: 'null' },
          ...problems(...refusals),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const answer = await answerWrite(request, reply, reading, async (writing) => {
        const reason = request.query.reason ?? null
        await deleteDocument(writing, callerOf(request), id, expectedRevision(request), reason)
        return { status: 204 }
      })
      // It is no longer anybody's, whether this succeeds now or with the left-overs later.
      await dropUnused(reading.db, files, id).catch((err) =>
        request.log.warn({ err }, 'a file could not be removed from the store'),
      )
      return answer
    },
  )
}
