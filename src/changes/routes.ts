import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import type { Head } from '../db/head.ts'
import { readReference } from '../domain/codes.ts'
import { DomainError } from '../domain/errors.ts'
import { readPosition, writePosition } from '../domain/position.ts'
import { sendStream, sendText } from '../http/answer.ts'
import { letOthersGo } from '../http/kept.ts'
import { answerHeaders, notModified } from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { ref } from '../http/schema.ts'
import { awaitFeed, continuation, feedLines, requireSense, shared } from './follow.ts'
import { type Question, readFeed } from './queries.ts'
import { Change, ChangePage, DEFAULT_LIMIT, FORMATS, feedQuery, MAX_LIMIT } from './schema.ts'

const DAY_MS = 86_400_000

const DESCRIPTION = `Every change of every public record, in the order in which they were committed; a page never skips one. To keep a
copy: take a snapshot (\`/v1/snapshots/latest\`) and go on from its position, or go through it from the start; keep
\`data\` by \`type\` and \`id\`, remove what is \`deleted\` or \`left_scope\`, and go on from \`next_cursor\` whenever you
like (\`wait\` answers as soon as something comes). The position of any list is a place to start from, too.`

/** @property horizonDays how far back the feed is told; all of it when not said */
export interface ChangesOptions {
  reading: Reading
  head: Head
  horizonDays: number | undefined
}

/** The feed of changes. */
export const changesRoutes: FastifyPluginAsyncTypebox<ChangesOptions> = async (app, options) => {
  const { reading, head, horizonDays } = options
  const read = (question: Question) => readFeed(reading.db, question)
  const readShared = shared(read)
  const snapshot = `${reading.publicUrl}/v1/snapshots/latest`
  for (const schema of [Change, ChangePage]) app.addSchema(schema)

  app.get(
    '/changes',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listChanges',
        summary: 'What has changed, in order',
        description: DESCRIPTION,
        tags: ['changes'],
        querystring: feedQuery,
        response: {
          200: {
            description: 'The changes after `after`, the oldest first',
            headers: answerHeaders,
            content: {
              [MEDIA_TYPES.json]: { schema: ref(ChangePage) },
              [MEDIA_TYPES.ndjson]: { schema: { type: 'string', description: 'One change a line' } },
            },
          },
          304: notModified,
          ...problems('invalid_request', 'not_acceptable', 'gone', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const { after: text, territory, types, wait = 0, limit, format: asked } = request.query
      if (wait > 0) letOthersGo(request)
      const format = negotiateFormat(request.headers, asked, FORMATS)
      if (format !== 'json' && request.query.wait !== undefined)
        throw new DomainError('invalid_request', {
          faults: [{ at: { parameter: 'wait' }, code: 'only_with', values: { expected: 'format=json' } }],
        })
      const question = {
        after: text === undefined ? undefined : readPosition(text)!,
        types,
        territory:
          territory === undefined
            ? undefined
            : { parameter: 'territory', text: territory, reference: readReference(territory)! },
        limit: format === 'json' ? (limit ?? DEFAULT_LIMIT) : MAX_LIMIT,
        horizon:
          horizonDays === undefined ? undefined : new Date(reading.clock().getTime() - horizonDays * DAY_MS),
      }
      const first = await readFirst()
      const version = writePosition({ epoch: first.epoch, number: first.head, ordinal: null })

      if (format === 'ndjson') {
        const lines = feedLines(read, question, first, limit ?? Number.POSITIVE_INFINITY, snapshot)
        const rows = { open: () => Readable.from(lines, { objectMode: false }), cancel: async () => {} }
        return await sendStream(
          request,
          reply,
          { format, version, variant: [reading.edition], fileName: 'changes.ndjson' },
          rows,
          [],
        )
      }

      const feed =
        wait === 0
          ? first
          : await awaitFeed(readShared, head, question, first, patience(reply, wait), snapshot)
      const position = writePosition({ epoch: feed.epoch, number: feed.head, ordinal: null })
      const cursor = writePosition(continuation(feed, question.after))
      const next = linkTo(request.url, cursor)
      reply.header('link', `<${next}>; rel="next"`).header('position', position)
      const body = `{"data":[${feed.rows.join(',')}],${JSON.stringify({
        links: { self: reading.publicUrl + request.url, next },
        page: { limit: question.limit, next_cursor: cursor },
        meta: { position },
      }).slice(1)}`
      return await sendText(request, reply, { format, version: position, variant: [reading.edition] }, body)

      async function readFirst() {
        // Never shared: whoever has just written must see it.
        const feed = await read(question)
        requireSense(feed, question, snapshot)
        return feed
      }
    },
  )

  /** Ends when the time is over, the client has left, or the service ends. */
  function patience(reply: FastifyReply, seconds: number): AbortSignal {
    const left = new AbortController()
    reply.raw.once('close', () => left.abort())
    return AbortSignal.any([AbortSignal.timeout(seconds * 1_000), left.signal, head.closing])
  }

  function linkTo(url: string, cursor: string): string {
    const [path, search = ''] = url.split('?')
    const kept = search.split('&').filter((pair) => pair !== '' && !pair.startsWith('after='))
    return `${reading.publicUrl}${path}?${[...kept, `after=${cursor}`].join('&')}`
  }
}
