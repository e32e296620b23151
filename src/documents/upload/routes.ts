import type { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Static } from 'typebox'
import { v7 } from 'uuid'
import { DomainError, type Fault } from '../../domain/errors.ts'
import type { FileStore } from '../../files/store.ts'
import { callerOf } from '../../http/access.ts'
import { answerHeaders, parameters } from '../../http/list.ts'
import { MEDIA_TYPES as FORMATS } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { ref } from '../../http/schema.ts'
import { type Measured, measured, requireFitting } from '../../http/upload/bytes.ts'
import { requireMediaType, takeFiles } from '../../http/upload/file.ts'
import { buildValidator } from '../../http/validator.ts'
import { answerWrite, idempotencyHeader } from '../../http/write.ts'
import { addDocument } from '../commands.ts'
import { fileNameOf } from '../disposition.ts'
import { MEDIA_TYPES } from '../kinds.ts'
import { documentFaults } from '../publication.ts'
import { findDocument, type Owner, requireOwnerRecord } from '../queries.ts'
import { Document, type DocumentFacts, uploadParameters } from '../schema.ts'
import { keepingFile } from './commands.ts'

/** Longest that an upload may take, seconds. */
const UPLOAD_SECONDS = 900

const query = parameters(uploadParameters)

const TITLES = ['title.ar', 'title.fr', 'title.en', 'title.zgh'] as const

/** What the query says of the file to come, and whose it will be. */
function saidOf(asked: Static<typeof query>): { owner: Owner; facts: DocumentFacts } {
  const { owner_type: type, owner_id: id, kind, language = null, legal_basis = null } = asked
  const title = Object.fromEntries(
    TITLES.flatMap((name) => (asked[name] === undefined ? [] : [[name.slice('title.'.length), asked[name]]])),
  )
  const facts = { kind: kind!, title, language, published: asked.published ?? false, legal_basis }
  const parameter = (field: string) => ({ parameter: field === 'title' ? 'title.ar' : field })
  const missing = (['owner_type', 'owner_id', 'kind'] as const)
    .filter((name) => asked[name] === undefined)
    .map((name): Fault => ({ at: parameter(name), code: 'required' }))
  const faults = [...missing, ...documentFaults(facts, parameter)]
  if (faults.length > 0)
    throw new DomainError(missing.length > 0 ? 'invalid_request' : 'unprocessable', { faults })
  return { owner: { type: type!, id: id! }, facts }
}

export interface UploadOptions {
  reading: Reading
  files: FileStore
  /** Of one file. */
  mostBytes: number
}

/** Where documents are sent. */
export const documentUploadRoutes: FastifyPluginAsyncTypebox<UploadOptions> = async (app, options) => {
  const { reading, files, mostBytes } = options
  takeFiles(app)
  const compile = buildValidator({})

  app.post(
    '/documents',
    {
      config: { access: ['association', 'member_editor'], bodySeconds: UPLOAD_SECONDS },
      // The body is looked at while it comes.
      validatorCompiler: (route) => (route.httpPart === 'body' ? () => true : compile(route as never)),
      schema: {
        operationId: 'uploadDocument',
        summary: 'Add a document to a record',
        description: `The body is the file and nothing else; the query says what it is. The type is found from the content: ${Object.values(
          MEDIA_TYPES,
        )
          .map(({ extension }) => extension)
          .join(
            ', ',
          )}. Not published until \`published\` says so. With curl: \`curl -T minutes.pdf -X POST --url-query 'title.fr=Compte rendu' …\`.`,
        tags: ['documents'],
        querystring: query,
        headers: idempotencyHeader,
        body: {
          content: {
            'application/octet-stream': {
              schema: { type: 'string', format: 'binary', description: 'The bytes of the file' },
            },
          },
        },
        response: {
          201: {
            description: 'Added',
            headers: answerHeaders,
            content: { [FORMATS.json]: { schema: ref(Document) } },
          },
          ...problems(
            'invalid_request',
            'unauthenticated',
            'forbidden',
            'not_yours',
            'idempotency_in_progress',
            'payload_too_large',
            'unsupported_media_type',
            'unprocessable',
            'idempotency_mismatch',
            'rate_limited',
          ),
        },
      },
    },
    async (request, reply) => {
      const actor = callerOf(request)
      const { owner, facts } = saidOf(request.query)
      // All that can be refused is refused before the first byte is read.
      await requireOwnerRecord(reading.db, actor, owner)
      requireFitting(request.headers['content-length'], mostBytes)
      const count: Measured = { bytes: 0, sha256: '' }
      const body = request.body as Readable | undefined
      const received = await files.receive(body === undefined ? nothing() : measured(body, mostBytes, count))
      try {
        if (received.size === 0)
          throw new DomainError('invalid_request', { faults: [{ at: { pointer: '' }, code: 'required' }] })
        const found = await files.mediaTypeOf(received)
        const media_type = requireMediaType(request, found, Object.keys(MEDIA_TYPES))
        const at = reading.clock()
        const id = v7({ msecs: at.getTime() })
        const sha256 = Buffer.from(count.sha256, 'base64url').toString('hex')
        const document = {
          id,
          owner_type: owner.type,
          owner_id: owner.id,
          ...facts,
          file_name: fileNameOf(request.query.file_name),
          media_type,
          size: received.size,
          sha256,
        }
        return await keepingFile(
          { ...reading, files },
          { key: id, received, mediaType: media_type, at },
          () =>
            answerWrite(
              request,
              reply,
              reading,
              async (writing) => {
                await addDocument(writing, document)
                const { json, revision } = (await findDocument(writing.trx, id, actor))!
                return { status: 201, location: `/v1/documents/${id}`, revision, body: json }
              },
              undefined,
              { body: sha256 },
            ),
        )
      } finally {
        await files.discard(received)
      }
    },
  )
}

async function* nothing(): AsyncGenerator<Buffer> {}
