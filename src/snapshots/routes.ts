import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DomainError } from '../domain/errors.ts'
import { type Position, readPosition, writePosition } from '../domain/position.ts'
import { sendText } from '../http/answer.ts'
import { answerHeaders, notModified } from '../http/list.ts'
import { MEDIA_TYPES, negotiateFormat } from '../http/negotiate.ts'
import { problems } from '../http/problem.ts'
import type { Reading } from '../http/reading.ts'
import { ref, strict } from '../http/schema.ts'
import { askForSnapshot, isFresh } from './commands.ts'
import { findEpoch, findLatest, findSnapshot } from './queries.ts'
import { Snapshot } from './schema.ts'

/** How soon one that asks for a snapshot may ask again, and how soon we ask the queue again, seconds. */
const RETRY_SECONDS = 2
const DAY_MS = 86_400_000

const LATEST = `Files of all public records, as of one position of the feed: records in NDJSON as the feed tells them (\`type\`, \`id\`,
\`revision\`, \`data\`), and the fields of \`data\` as CSV. To keep a copy: load the files, then apply what comes after, \`follow\`.

The newest snapshot there is answers at once; when something has changed since and it is not fresh any more, the next one
is made in the background meanwhile. Only before the very first one the answer is a 503 with \`Retry-After\`. A snapshot is
kept for a time (two days, unless the installation says otherwise) after there is a newer one, so that a download can be
finished.`

const one = (description: string) => ({
  200: { description, headers: answerHeaders, content: { [MEDIA_TYPES.json]: { schema: ref(Snapshot) } } },
  304: notModified,
})

/** @property horizonDays how far back the feed is told: nobody could follow it from a snapshot that is older */
export interface SnapshotOptions {
  reading: Reading
  freshSeconds: number
  horizonDays: number | undefined
}

/** The position of a snapshot in the path. */
export const positionParameter = Type.String({
  format: 'position',
  maxLength: 50,
  description: '`position` of a snapshot',
})

/** @throws {DomainError} `invalid_request` for a position of another installation, else `not_found` */
export async function refuseUnknown(reading: Reading, position: Position): Promise<never> {
  if (position.epoch === (await findEpoch(reading.db))) throw new DomainError('not_found')
  const at = { parameter: 'position' }
  throw new DomainError('invalid_request', {
    faults: [{ at, code: 'position_elsewhere', values: { value: writePosition(position) } }],
  })
}

/** Consistent copies of all that is public, to start a mirror from. */
export const snapshotRoutes: FastifyPluginAsyncTypebox<SnapshotOptions> = async (app, options) => {
  const { reading, freshSeconds, horizonDays } = options
  /** When this process last asked the queue, milliseconds: a crowd asks once. */
  let asked = Number.NEGATIVE_INFINITY
  /** What a crowd waits for is read once. */
  let finding: ReturnType<typeof findLatest> | undefined

  app.get(
    '/snapshots/latest',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getLatestSnapshot',
        summary: 'The newest snapshot of all public records',
        description: LATEST,
        tags: ['changes'],
        querystring: strict({}),
        response: {
          ...one('The snapshot, its files and where to go on from it'),
          ...problems('invalid_request', 'not_acceptable', 'rate_limited', 'snapshot_being_made'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const { head, snapshot } = await findOnce()
      const now = reading.clock()
      if (snapshot === undefined || !isFresh(snapshot, head, now, freshSeconds)) await askOnce(now)
      // However old: where nothing has come after it, there is nothing that the feed no longer tells.
      const isBehind = snapshot !== undefined && snapshot.position !== head.position
      if (snapshot === undefined || (isBehind && isPastHorizon(snapshot.made_at, now)))
        throw new DomainError('snapshot_being_made', { headers: { 'retry-after': String(RETRY_SECONDS) } })
      const version = writePosition({ epoch: snapshot.epoch, number: snapshot.position, ordinal: null })
      const variant = [reading.edition, snapshot.id]
      return await sendText(request, reply, { format, version, variant }, snapshot.json)
    },
  )

  app.get(
    '/snapshots/:position',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getSnapshot',
        summary: 'One snapshot',
        description: 'By its position. It never changes, and is there for as long as it is kept.',
        tags: ['changes'],
        params: strict({ position: positionParameter }),
        querystring: strict({}),
        response: {
          ...one('The snapshot and its files'),
          ...problems('invalid_request', 'not_found', 'not_acceptable', 'rate_limited'),
        },
      },
    },
    async (request, reply) => {
      const format = negotiateFormat(request.headers, undefined, ['json'])
      const position = readPosition(request.params.position)!
      const { epoch, number } = position
      const found =
        position.ordinal === null
          ? await findSnapshot(reading.db, { epoch, position: number }, reading.publicUrl)
          : undefined
      if (found === undefined) return await refuseUnknown(reading, position)
      const variant = [reading.edition, found.id, String(found.follows)]
      const version = writePosition(position)
      return await sendText(request, reply, { format, version, variant }, found.json)
    },
  )

  async function findOnce() {
    finding ??= findLatest(reading.db, reading.publicUrl).finally(() => {
      finding = undefined
    })
    return await finding
  }

  async function askOnce(now: Date): Promise<void> {
    if (now.getTime() - asked < RETRY_SECONDS * 1_000) return
    asked = now.getTime()
    await askForSnapshot(reading.db)
  }

  const isPastHorizon = (made: string, now: Date) =>
    horizonDays !== undefined && now.getTime() - Date.parse(made) > horizonDays * DAY_MS
}
