import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DomainError } from '../../domain/errors.ts'
import { closeUnread } from './body.ts'

/** What a program says that does not know, and what curl says of whatever it sends. */
const SAYS_NOTHING = new Set(['', 'application/octet-stream', 'application/x-www-form-urlencoded'])

/** Bodies of this scope are files: they are handed over as they come, whatever their sender says that they are. */
export function takeFiles(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_, payload, done) => done(null, payload))
  closeUnread(app)
}

/**
 * The media type of a file, which its content alone decides.
 *
 * @param found in the content
 * @param accepted media types
 * @throws {DomainError} `unsupported_media_type` for what is not taken, `unprocessable` for what says to be another
 */
export function requireMediaType(
  request: FastifyRequest,
  found: string | undefined,
  accepted: readonly string[],
): string {
  if (found === undefined || !accepted.includes(found))
    throw new DomainError('unsupported_media_type', {
      faults: [{ at: { pointer: '' }, code: 'unknown_content', allowed: accepted }],
    })
  const said = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if (said !== found && !SAYS_NOTHING.has(said))
    throw new DomainError('unprocessable', {
      faults: [
        {
          at: { header: 'Content-Type' },
          code: 'other_content',
          values: { value: said.slice(0, 80), found },
        },
      ],
    })
  return found
}
