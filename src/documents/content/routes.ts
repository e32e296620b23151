import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../../domain/errors.ts'
import type { FileStore } from '../../files/store.ts'
import { fileHeaders, partHeaders, sendFile } from '../../http/file.ts'
import { notModified } from '../../http/list.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { Id, strict } from '../../http/schema.ts'
import { contentDisposition } from '../disposition.ts'
import { MEDIA_TYPES } from '../kinds.ts'
import { findDocument } from '../queries.ts'

const bytes = { schema: { type: 'string', format: 'binary', description: 'The bytes as they were sent' } }
const content = Object.fromEntries(Object.keys(MEDIA_TYPES).map((type) => [type, bytes]))

/** The bytes of documents. */
export const documentContentRoutes: FastifyPluginAsyncTypebox<{
  reading: Reading
  files: FileStore
}> = async (app, { reading, files }) => {
  app.get(
    '/documents/:id/content',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getDocumentContent',
        summary: 'The file itself',
        description:
          'As it was sent, with the type that its content has. The entity tag is its SHA-256. PDF, PNG and JPEG may be shown in their place, all else is a download; nothing of it is run.',
        tags: ['documents'],
        params: strict({ id: Id }),
        querystring: strict({}),
        response: {
          200: {
            description: 'The bytes',
            headers: fileHeaders,
            content,
          },
          206: { description: 'The bytes that Range asks for', headers: partHeaders, content },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'range_not_satisfiable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = await findDocument(reading.db, id, request.actor)
      if (found === undefined) throw new DomainError('not_found')
      const file = {
        mediaType: found.media_type,
        size: found.size,
        sha256: found.sha256,
        disposition: contentDisposition(found.media_type, found.name),
        isPublic: found.published,
      }
      return await sendFile(request, reply, file, (range) => files.read(id, range))
    },
  )
}
