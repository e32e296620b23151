import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { readPosition } from '../../domain/position.ts'
import { RECORD_TYPES } from '../../domain/record-types.ts'
import type { FileStore } from '../../files/store.ts'
import { contentType } from '../../http/answer.ts'
import { fileHeaders, partHeaders, sendFile } from '../../http/file.ts'
import { notModified } from '../../http/list.ts'
import { MEDIA_TYPES } from '../../http/negotiate.ts'
import { problems } from '../../http/problem.ts'
import type { Reading } from '../../http/reading.ts'
import { strict, words } from '../../http/schema.ts'
import { keyOf } from '../commands.ts'
import { FILE_FORMATS, findFile } from '../queries.ts'
import { positionParameter, refuseUnknown } from '../routes.ts'

const DATA_PACKAGE = 'datapackage.json'
const NAMES = [
  ...RECORD_TYPES.flatMap((type) => FILE_FORMATS.map((format) => `${type}.${format}`)),
  DATA_PACKAGE,
]
const PACKAGE_TYPE = 'application/vnd.datapackage+json'
const TYPES = { ndjson: contentType('ndjson'), csv: contentType('csv'), json: PACKAGE_TYPE }

const content = {
  [MEDIA_TYPES.ndjson]: {
    schema: { type: 'string', description: 'One record a line, as the feed tells it' },
  },
  [MEDIA_TYPES.csv]: {
    schema: { type: 'string', description: 'One row a record; nested names joined by a dot' },
  },
  [PACKAGE_TYPE]: { schema: { type: 'object', description: 'The files and their fields (datapackage.org)' } },
}

/** The files of snapshots. */
export const snapshotFileRoutes: FastifyPluginAsyncTypebox<{ reading: Reading; files: FileStore }> = async (
  app,
  { reading, files },
) => {
  app.get(
    '/snapshots/:position/:file',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getSnapshotFile',
        summary: 'A file of a snapshot',
        description:
          'Whole, or in parts: a download that broke off goes on with `Range` and `If-Range`. The entity tag is the SHA-256 that the snapshot tells.',
        tags: ['changes'],
        params: strict({
          position: positionParameter,
          file: words(NAMES, 'Kind of record and format, or the description of all'),
        }),
        querystring: strict({}),
        response: {
          200: { description: 'The file', headers: fileHeaders, content },
          206: { description: 'The bytes that Range asks for', headers: partHeaders, content },
          304: notModified,
          ...problems('invalid_request', 'not_found', 'range_not_satisfiable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { file } = request.params
      const position = readPosition(request.params.position)!
      const { epoch, number, ordinal } = position
      const found =
        ordinal === null ? await findFile(reading.db, { epoch, position: number }, file) : undefined
      if (found === undefined) return await refuseUnknown(reading, position)
      const sent = {
        mediaType: TYPES[file.split('.').pop() as keyof typeof TYPES],
        size: found.bytes,
        sha256: found.sha256,
        disposition: `attachment; filename="${file}"`,
        isPublic: true,
      }
      return await sendFile(request, reply, sent, (range) => files.read(keyOf(found.snapshot, file), range))
    },
  )
}
